import Testing

@Suite("The blocks of a page")
struct MarkdownTextTests {
    private let page = MarkdownText(
        """
        # Title
        ```sh
        swift run izin replay 'a b.csv'
        ```
        It prints:
        ```text
        one

        two
        ```
        ```swift
        let a = 1
            f(a)
        """,
        file: "page.md"
    )

    @Test("are found with their lines and languages")
    func blocks() {
        #expect(page.blocks.map(\.language) == ["sh", "text", "swift"])
        #expect(page.blocks.map(\.line) == [2, 6, 11])
        #expect(page.blocks[1].lines == ["one", "", "two"])
    }

    @Test("pair a command with what it prints")
    func command() {
        let found = page.firstCommand(beginningWith: "swift run")
        #expect(found?.command == "swift run izin replay 'a b.csv'")
        #expect(found?.output.lines == ["one", "", "two"])
        #expect(page.firstCommand(beginningWith: "swift test") == nil)
    }

    @Test("are split into words as a shell would")
    func words() {
        #expect(
            MarkdownText.Block.words(of: "izin  a 'b c' \"d'e\" f''") == ["izin", "a", "b c", "d'e", "f"]
        )
    }

    @Test("hold commands and their output")
    func session() {
        let block = MarkdownText("```console\n$ izin a\nx\ny\n$ izin b\n```", file: "a").blocks[0]
        #expect(block.session.map(\.arguments) == [["izin", "a"], ["izin", "b"]])
        #expect(block.session.map(\.output) == [["x", "y"], []])
    }

    @Test("are part of a text whatever the indentation, line after line")
    func part() {
        let block = page.blocks[2]
        #expect(block.isPart(of: "func x() {\n    let a = 1\n\n    f(a)\n}"))
        #expect(!block.isPart(of: "let a = 1\nlet b = 2\nf(a)"))
        #expect(!block.isPart(of: "let a = 1"))
    }
}
