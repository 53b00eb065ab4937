// Invariants of this file:
// - `stream` is set up by `deflateInit2_` before it is used and ended once;
// - input and output are readable and writable for the lengths given to zlib.

internal import CZlib

/// Makes compressed bytes.
enum Gzip {
    /// One member of a gzip file.
    static func member(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: 15 + 16) }

    /// A deflate stream without header and trailer, as it stands in a zip archive.
    static func raw(_ bytes: [UInt8]) -> [UInt8] { deflated(bytes, windowBits: -15) }

    private static func deflated(_ bytes: [UInt8], windowBits: Int32) -> [UInt8] {
        var stream = z_stream()
        let size = Int32(MemoryLayout<z_stream>.size)
        let status = deflateInit2_(
            &stream,
            6,
            Z_DEFLATED,
            windowBits,
            8,
            Z_DEFAULT_STRATEGY,
            ZLIB_VERSION,
            size
        )
        precondition(status == Z_OK, "zlib starts where there is memory")
        defer { deflateEnd(&stream) }
        let room = Int(deflateBound(&stream, UInt(bytes.count))) + 64
        var input = bytes
        return input.withUnsafeMutableBufferPointer { source in
            [UInt8](unsafeUninitializedCapacity: room) { target, count in
                stream.next_in = source.baseAddress
                stream.avail_in = UInt32(source.count)
                stream.next_out = target.baseAddress
                stream.avail_out = UInt32(room)
                precondition(deflate(&stream, Z_FINISH) == Z_STREAM_END, "the bound is room enough")
                count = room - Int(stream.avail_out)
            }
        }
    }
}
