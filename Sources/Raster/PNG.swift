import CZlib

extension Canvas {
    /// The picture as a file, with what it shows in words in it.
    ///
    /// Source: https://www.w3.org/TR/png-3/: colour type 3, no filter, no interlacing. The same zlib makes the same bytes of it.
    public func png(description: String) -> [UInt8] {
        var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        file.append(chunk: "IHDR", bigEndian(UInt32(width)) + bigEndian(UInt32(height)) + [8, 3, 0, 0, 0])
        file.append(chunk: "PLTE", palette.flatMap { [$0.red, $0.green, $0.blue] })
        // Keyword, not compressed, no language, no translated keyword.
        file.append(chunk: "iTXt", Array("Description".utf8) + [0, 0, 0, 0, 0] + Array(description.utf8))
        file.append(chunk: "IDAT", deflated(rows))
        file.append(chunk: "IEND", [])
        return file
    }

    /// Each row with the number of its filter in front: none.
    private var rows: [UInt8] {
        var rows: [UInt8] = []
        rows.reserveCapacity((width + 1) * height)
        for row in 0..<height {
            rows.append(0)
            rows.append(contentsOf: pixels[row * width..<(row + 1) * width])
        }
        return rows
    }
}

extension [UInt8] {
    fileprivate mutating func append(chunk name: String, _ content: [UInt8]) {
        let body = Array(name.utf8) + content
        append(contentsOf: bigEndian(UInt32(content.count)))
        append(contentsOf: body)
        append(contentsOf: bigEndian(UInt32(truncatingIfNeeded: unsafe crc32(0, body, uInt(body.count)))))
    }
}

private func bigEndian(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(number >> (24 - 8 * $0) & 255) } }

/// Of drawings: bytes that stand one after the other are often the same. Looking further back for what was there before takes twice as
/// long, and on letters and bars saves nothing.
private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    var stream = unsafe z_stream()
    let (level, windowBits, memoryLevel): (Int32, Int32, Int32) = (1, 15, 9)
    guard
        unsafe deflateInit2_(
            &stream, level, Z_DEFLATED, windowBits, memoryLevel, Z_RLE, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK
    else { return [] }
    defer { unsafe deflateEnd(&stream) }
    let most = unsafe deflateBound(&stream, uLong(bytes.count))
    return unsafe bytes.withUnsafeBufferPointer { input in
        unsafe [UInt8](unsafeUninitializedCapacity: Int(most)) { output, count in
            unsafe stream.next_in = unsafe UnsafeMutablePointer(mutating: input.baseAddress)
            unsafe stream.avail_in = uInt(input.count)
            unsafe stream.next_out = output.baseAddress
            unsafe stream.avail_out = uInt(output.count)
            count = unsafe deflate(&stream, Z_FINISH) == Z_STREAM_END ? Int(stream.total_out) : 0
        }
    }
}
