/// How many tests the README says there are, and how many there are.
enum TestCount {
    /// The number in a line such as "Test run with 412 tests in 96 suites passed"; nil where there is none.
    static func stated(in page: String) -> Int? {
        page.firstMatch(of: /Test run with (\d+) tests/).flatMap { Int($0.1) }
    }

    /// The tests that a file declares.
    static func declared(in code: CodeText) -> Int { code.lines(matching: /@Test\b/).count }
}
