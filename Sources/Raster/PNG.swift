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

/// Of ten: on drawings the levels behind it take up to thirty times as long for a tenth less.
private let quickLevel: Int32 = 4

private func bigEndian(_ number: UInt32) -> [UInt8] { (0..<4).map { UInt8(number >> (24 - 8 * $0) & 255) } }

private func deflated(_ bytes: [UInt8]) -> [UInt8] {
    let most = compressBound(uLong(bytes.count))
    return unsafe [UInt8](unsafeUninitializedCapacity: Int(most)) { buffer, count in
        var length = most
        let result = unsafe compress2(buffer.baseAddress, &length, bytes, uLong(bytes.count), quickLevel)
        count = result == Z_OK ? Int(length) : 0
    }
}
