import Testing

/// The rules themselves: each finds an offence where there is one, so that its test over the sources can fail.
@Suite("A rule of the house")
struct SourceRuleTests {
    private func lines(_ rule: CodeRule, _ text: String, file: String = "Sources/PermitLog/A.swift") -> [Int]
    {
        rule.offences(in: CodeText(text), file: file).map(\.line)
    }

    private func imports(_ text: String, room: String) -> [Int] {
        RoomRule.offences(in: CodeText(text), room: room, file: "a").map(\.line)
    }

    @Test(
        "finds an import that its room may not have",
        arguments: [
            ("WorkingTime", "import PermitLog"), ("PermitLog", "public import PermitWorkflow"),
            ("PermitWorkflow", "internal import Foundation"),
            ("PermitLog", "import struct FoundationEssentials.Data"),
            ("PermitMetrics", "@testable import PermitReport"), ("PermitDocuments", "  import WorkingTime"),
            ("PermitReport", "@_implementationOnly import Crypto"), ("PermitEngines", "import Glibc"),
            ("PermitReport", "package import Yams"), ("PermitSimulation", "public import PermitMetrics"),
        ]
    )
    func wrongImports(room: String, text: String) {
        #expect(imports(text, room: room) == [1])
    }

    @Test("lets a room have what the plan gives it")
    func rightImports() {
        #expect(
            imports("public import WorkingTime\nimport Glibc\n// import Foundation", room: "PermitLog") == []
        )
        #expect(imports("internal import ArgumentParser\nimport PermitReport", room: "izin") == [])
    }

    @Test(
        "finds a look at a clock",
        arguments: [
            "let now = Date()", "Date.now", "clock_gettime(CLOCK_REALTIME, &spec)", "ContinuousClock().now",
            "let t = time(nil)", "_ = time(&now)", "gettimeofday(&t, nil)", "localtime_r(&a, &b)",
        ]
    )
    func clocks(text: String) {
        #expect(lines(.clock, text) == [1])
        #expect(lines(.clock, text, file: "Sources/izin/Progress.swift") == [])
    }

    @Test(
        "does not take other words for a clock",
        arguments: [
            "time(of: event)", "event.time(nil)", "dueDate()", "\"Date()\"", "// Date()", "mean_time(&x)",
        ]
    )
    func noClocks(text: String) {
        #expect(lines(.clock, text) == [])
    }

    @Test(
        "finds what depends on chance",
        arguments: [
            "Int.random(in: 0..<3)", "Bool.random()", "a.shuffled()", "a.randomElement()", "x.hashValue",
        ]
    )
    func chance(text: String) {
        #expect(lines(.chance, text) == [1])
    }

    @Test("lets randomness be a parameter")
    func seeded() {
        #expect(lines(.chance, "Int.random(in: 0..<3, using: &seeded); a.shuffled(using: &seeded)") == [])
    }

    @Test(
        "finds pointers outside their files",
        arguments: [
            "let p: UnsafeRawPointer", "a.withUnsafeBytes { $0 }", "unsafeBitCast(a, to: B.self)",
            "final class A: @unchecked Sendable {}", "nonisolated(unsafe) var a = 1", "var p: OpaquePointer?",
        ]
    )
    func pointers(text: String) {
        #expect(lines(.unsafe, text) == [1])
        #expect(lines(.unsafe, text, file: "Sources/PermitLog/A+Unsafe.swift") == [])
    }

    @Test(
        "finds a stop without a reason and a silenced check",
        arguments: ["fatalError()", "preconditionFailure()", "try! a()", "a as! B", "@_exported import A"]
    )
    func stops(text: String) {
        #expect(lines(.crash, text) + lines(.silencing, text) == [1])
    }

    @Test("finds a file past 500 lines")
    func length() {
        #expect(FileRule.length(String(repeating: "a\n", count: 500), file: "a") == [])
        #expect(FileRule.length(String(repeating: "a\n", count: 501), file: "a").count == 1)
    }

    @Test("finds each forbidden word", arguments: FileRule.forbiddenWords)
    func words(word: String) {
        #expect(FileRule.words("a\nb \(word) c", file: "a").map(\.line) == [2])
    }

    @Test(
        "does not find a forbidden word inside another",
        arguments: ["Stuttgart st" + "ubborn", "photo doer"]
    )
    func innerWords(text: String) {
        #expect(FileRule.words(text, file: "a") == [])
    }

    @Test("asks unsafe code for its invariants")
    func reasons() {
        #expect(FileRule.reasons("let a = 1", file: "A+Unsafe.swift").count == 1)
        #expect(FileRule.reasons("// Invariants: none is needed.", file: "A+Unsafe.swift") == [])
        #expect(FileRule.reasons("let a = 1", file: "A.swift") == [])
    }
}
