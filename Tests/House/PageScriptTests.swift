import Testing

@Suite("A page's commands")
struct PageScriptTests {
    private func rewritten(_ page: String) throws -> String {
        try PageScript(page).rewritten { "ran \($0.joined(separator: "|"))\nsecond\nthird\n" }
    }

    @Test("are given the output that they have now")
    func console() throws {
        let page =
            "a\n```console\n$ izin b 'c d'\nold\n$ izin e\n```\nf\n```console\n$ izin g\nran g\nsecond\nthird\n```"
        #expect(
            try rewritten(page)
                == "a\n```console\n$ izin b 'c d'\nran b|c d\nsecond\nthird\n$ izin e\nran e\nsecond\nthird\n```\nf\n"
                + "```console\n$ izin g\nran g\nsecond\nthird\n```"
        )
    }

    @Test("fill the block after the first that begins with swift run, and no other")
    func swiftRun() throws {
        let page =
            "```sh\nswift run --traits A izin b c\n```\nprints\n```text\nold\n```\n```sh\nswift run izin d\n```\n```text\nold\n```"
        #expect(
            try rewritten(page)
                == "```sh\nswift run --traits A izin b c\n```\nprints\n```text\nran b|c\nsecond\nthird\n```\n"
                + "```sh\nswift run izin d\n```\n```text\nold\n```"
        )
    }

    @Test("may stand in a comment above the block")
    func comment() throws {
        let page = "<!-- $ izin draw a -->\n```mermaid\nold\n```\n```text\nkept\n```"
        #expect(
            try rewritten(page)
                == "<!-- $ izin draw a -->\n```mermaid\nran draw|a\nsecond\nthird\n```\n```text\nkept\n```"
        )
    }

    @Test(
        "may leave out lines of their output",
        arguments: [
            ("old\n...", "ran b\n..."), ("old\n...\nthird", "ran b\n...\nthird"),
            ("...\nsecond\nold", "...\nsecond\nthird"), ("...\nsecond\n...", "...\nsecond\n..."),
            ("...\nfourth", "...\n(the output has no such line: fourth)"),
            ("1\n2\n3\n4", "ran b\nsecond\nthird"),
        ]
    )
    func cut(given: String, today: String) throws {
        let page = "```console\n$ izin b\n\(given)\n```"
        #expect(try rewritten(page) == "```console\n$ izin b\n\(today)\n```")
    }

    @Test("leave a page without commands as it is, whatever its end")
    func untouched() throws {
        for page in ["", "a\n", "```text\nx", "```yaml\na: 1\n```\n"] {
            #expect(try rewritten(page) == page)
        }
    }
}

@Suite("Counting tests")
struct TestCountTests {
    @Test("reads the number that a page states and counts what a file declares")
    func counts() {
        #expect(TestCount.stated(in: "x\n✔ Test run with 412 tests in 96 suites passed.") == 412)
        #expect(TestCount.stated(in: "many tests") == nil)
        #expect(
            TestCount.declared(in: CodeText("@Test func a() {}\n  @Test(\n\"b\")\n// @Test\n@Tests")) == 2
        )
    }
}
