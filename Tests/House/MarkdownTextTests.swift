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

    @Test("are part of a text whatever the indentation, line after line")
    func part() {
        let block = page.blocks[2]
        #expect(block.isPart(of: "func x() {\n    let a = 1\n\n    f(a)\n}"))
        #expect(!block.isPart(of: "let a = 1\nlet b = 2\nf(a)"))
        #expect(!block.isPart(of: "let a = 1"))
    }

    @Test("name options by their long form")
    func options() {
        let text = "--a-b x `--case C` (--d=1) e--f <!--g --> ---h [--i]\n--j"
        #expect(MarkdownText.options(in: text) == ["--a-b", "--case", "--d", "--i", "--j"])
    }
}
