// Invariants of this file:
// - a thread gets one retained box and takes it back exactly once;
// - `next` and `results` of a job are touched only while its mutex is held, and read by the caller after all joins.

import Glibc

/// A mutex that lives at one address.
final class Lock: @unchecked Sendable {
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>

    init() {
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
    }

    deinit {
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    func withLock<Result>(_ body: () -> Result) -> Result {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        return body()
    }
}

private final class Job<Element: Sendable>: @unchecked Sendable {
    let lock = Lock()
    let count: Int
    let body: @Sendable (Int) -> Element
    var next = 0
    var results: [Element?]

    init(count: Int, body: @escaping @Sendable (Int) -> Element) {
        self.count = count
        self.body = body
        results = Array(repeating: nil, count: count)
    }

    func run() {
        while let index = take() {
            let result = body(index)
            lock.withLock { results[index] = result }
        }
    }

    private func take() -> Int? {
        lock.withLock {
            guard next < count else { return nil }
            next += 1
            return next - 1
        }
    }
}

private final class Start {
    let work: @Sendable () -> Void
    init(_ work: @escaping @Sendable () -> Void) { self.work = work }
}

/// Computes a value for each number from 0 to `count`, on several threads.
///
/// The numbers are handed out in order; the calling thread works too. A thread that the system refuses is done without.
///
/// - Parameters:
///   - count: How many values; not negative.
///   - workers: How many threads work at most, the calling one included; at least one does.
///   - body: Computes one value; called once for each number.
/// - Returns: The values in the order of their numbers.
public func parallelMap<Element: Sendable>(
    count: Int,
    workers: Int,
    _ body: @escaping @Sendable (Int) -> Element
) -> [Element] {
    let job = Job(count: count, body: body)
    var threads: [pthread_t] = []
    for _ in 1..<max(1, min(workers, count)) {
        var thread = pthread_t()
        let start = Unmanaged.passRetained(Start { job.run() })
        let status = pthread_create(&thread, nil, runStart, start.toOpaque())
        guard status == 0 else {
            start.release()
            break
        }
        threads.append(thread)
    }
    job.run()
    for thread in threads { pthread_join(thread, nil) }
    return job.results.map { result in
        guard let result else { preconditionFailure("every number was taken by a thread that was joined") }
        return result
    }
}

private func runStart(_ context: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
    guard let context else { return nil }
    Unmanaged<Start>.fromOpaque(context).takeRetainedValue().work()
    return nil
}
