import PermitLog
import Synchronization

/// A bar on standard error that shows how far reading has come, and is gone when it has.
final class ProgressBar: Sendable {
    private struct Shown {
        var at: ContinuousClock.Instant?
        var columns = 0
    }

    private let began = ContinuousClock.now
    private let shown = Mutex(Shown())

    /// A bar where a person sees it; nil for a pipe or a file.
    static func forTerminal() -> ProgressBar? { Console.isErrorTerminal ? ProgressBar() : nil }

    /// Shows how far reading has come, ten times a second at most.
    func show(_ progress: ReadProgress) {
        let now = ContinuousClock.now
        shown.withLock { shown in
            if let last = shown.at, now - last < .milliseconds(100) { return }
            shown.at = now
            draw(ProgressLine.text(progress, elapsed: (now - began) / .seconds(1)), &shown)
        }
    }

    /// Says what is being done after the reading.
    func say(_ text: String) {
        shown.withLock { shown in draw(text, &shown) }
    }

    /// Removes the bar.
    func erase() {
        shown.withLock { shown in
            guard shown.columns > 0 else { return }
            Console.signal("\r" + String(repeating: " ", count: shown.columns) + "\r")
            shown.columns = 0
        }
    }

    private func draw(_ text: String, _ shown: inout Shown) {
        let rest = String(repeating: " ", count: max(0, shown.columns - text.count))
        Console.signal("\r" + text + rest)
        shown.columns = text.count
    }
}
