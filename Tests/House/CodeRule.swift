/// A rule about words of code that only some files may hold.
struct CodeRule {
    /// What is wrong with a line, for the message.
    var message: String
    /// What an offending line holds.
    var pattern: Regex<Substring>
    /// Whether a file, named from the root, may break the rule.
    var isExempt: @Sendable (_ file: String) -> Bool

    /// The lines of a file that break the rule.
    func offences(in code: CodeText, file: String) -> [Offence] {
        if isExempt(file) { return [] }
        return code.lines(matching: pattern)
            .map { Offence(file: file, line: $0.number, message: "\(message): \($0.text)") }
    }

    /// Time is a parameter: the command alone, a shell around the pure rooms, may look at a clock.
    static var clock: CodeRule {
        CodeRule(
            message: "reads a clock",
            pattern:
                /\bDate\(\)|\bDate\.now\b|\bclock_gettime\b|\bgettimeofday\b|\b(?:Continuous|Suspending)Clock\b|(?:^|[^\w.])time\((?:nil|&)|\blocaltime(?:_r)?\b/,
            isExempt: { $0.hasPrefix("Sources/izin/") }
        )
    }

    /// Randomness is a parameter, and nothing may depend on the order of hashes.
    static var chance: CodeRule {
        CodeRule(
            message: "depends on chance",
            pattern:
                /\bSystemRandomNumberGenerator\b|\.random\((?:in:[^),]*)?\)|\.randomElement\(\)|\.shuffled?\(\)|\.hashValue\b|\barc4random|\brand\(\)/,
            isExempt: { _ in false }
        )
    }

    /// Pointers live alone.
    static var unsafe: CodeRule {
        CodeRule(
            message: "handles pointers outside a file named +Unsafe.swift",
            pattern:
                /\bUnsafe\w*|\bwithUnsafe\w*|\bunsafe\w*\(|\bunsafeBitCast\b|\bOpaquePointer\b|\bUnmanaged\b|@unchecked\s+Sendable|\bnonisolated\(unsafe\)/,
            isExempt: { $0.hasSuffix("+Unsafe.swift") }
        )
    }

    /// A fault of a file is a diagnostic, a broken invariant a precondition that says why.
    static var crash: CodeRule {
        CodeRule(
            message: "stops the program without a reason",
            pattern: /\bfatalError\(\)|\bpreconditionFailure\(\)|\btry!|\bas!/,
            isExempt: { _ in false }
        )
    }

    /// Warnings and rules are mended, not silenced.
    static var silencing: CodeRule {
        CodeRule(
            message: "silences a check",
            pattern: /@preconcurrency\b|@_exported\b|@_implementationOnly\b/,
            isExempt: { _ in false }
        )
    }
}
