import Testing

@Suite("The code of a file")
struct CodeTextTests {
    @Test(
        "has neither comments nor the insides of literals",
        arguments: [
            ("a // Date()\nb", "a \nb"),
            ("a /* Date() /* nested */ still\n */ b", "a \n b"),
            ("let a = \"Date() // no\"; b", "let a = \"\"; b"),
            ("f(\"\\\"Date()\", b)", "f(\"\", b)"),
            ("let a = #\"say \"Date()\" \\n\"# + b", "let a = \"\" + b"),
            ("let a = \"\"\"\n  Date()\n  \"\"\"\nb", "let a = \n\n\"\"\nb"),
            ("\"a \\(f(\"x\")) Date()\" + b", "\"\" + b"),
            ("#if os(Linux)\n#endif", "#if os(Linux)\n#endif"),
            ("\"unfinished Date()", "\"\""),
        ]
    )
    func blanks(text: String, code: String) {
        #expect(CodeText(text).lines.joined(separator: "\n") == code)
    }

    @Test("keeps the numbers of its lines")
    func lineNumbers() {
        let code = CodeText("/*\n\n*/ a\n\"\"\"\nx\n\"\"\"\nDate()")
        #expect(code.lines(matching: /Date\(\)/).map(\.number) == [7])
    }
}
