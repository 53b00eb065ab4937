// Invariants of this file:
// - the fuzzer's bytes are readable for the count given with them, and are copied before anything else happens.

import FuzzProperties
import Glibc

/// The target that the environment names; the fuzzer's own arguments are its alone.
private let target: FuzzTarget = {
    let name = getenv("IZIN_FUZZ_TARGET").map { String(cString: $0) } ?? ""
    guard let target = FuzzTarget(rawValue: name) else {
        let known = FuzzTarget.allCases.map(\.rawValue).joined(separator: ", ")
        print("IZIN_FUZZ_TARGET is \"\(name)\"; it is one of \(known)")
        exit(64)
    }
    return target
}()

/// Called by libFuzzer for every input.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = [UInt8](UnsafeBufferPointer(start: start, count: count))
    if let fault = target.fault(of: bytes, isThorough: false) {
        let words = Array("\n\(target.rawValue): \(fault.prefix(4000))\n".utf8)
        write(2, words, words.count)
        abort()
    }
    return 0
}

/// libFuzzer's own main function under a name that can be called.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Where the package manager lets the program begin.
@_cdecl("fuzz_main")
public func begin(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var count = count
    var arguments = arguments
    return runDriver(&count, &arguments, testOneInput)
}
