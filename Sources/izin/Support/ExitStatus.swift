/// What the command's exit code says.
enum ExitStatus: Int32 {
    /// All is well.
    case fine = 0
    /// `check` found errors, or rows were rejected under `--strict`.
    case findings = 1
    /// An input cannot be read as a log.
    case input = 2
    /// The arguments are wrong.
    case usage = 64
    /// The command failed for a reason of its own.
    case `internal` = 70
}
