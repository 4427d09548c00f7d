import Foundation

/// Compressed bodies, made without a compressor.
///
/// Source: RFC 1951 and RFC 1952.
extension LoopbackEffect {
    /// The true answer as gzip, in blocks that are stored.
    public static var gzip: Self {
        .change { answer in
            answer.body = LoopbackBody(stored(answer.body.data))
            answer.set("Content-Encoding", "gzip")
        }
    }

    /// The true answer as gzip, with bytes changed in its middle and a wrong sum.
    public static var brokenGzip: Self {
        .change { answer in
            var bytes = stored(answer.body.data)
            let middle = bytes.count / 2
            bytes.replaceSubrange(middle..<min(middle + 4, bytes.count), with: [0xFF, 0x00, 0xFF, 0x00])
            bytes.replaceSubrange((bytes.count - 8)..<(bytes.count - 4), with: [1, 2, 3, 4])
            answer.body = LoopbackBody(Data(bytes.dropFirst(2)))
            answer.set("Content-Encoding", "gzip")
        }
    }

    /// Spaces that unpack to 158 times their packed size.
    ///
    /// A block of fixed codes: one space, then matches of length 258 at distance 1. A match takes 13 bits, eight of them 13 bytes,
    /// so the same bytes return without end.
    public static func gzipBomb(megabytes: Int) -> Self {
        var bits = BitRow()
        bits.put(0b1, 1)  // The last block,
        bits.put(0b01, 2)  // of fixed codes.
        bits.putCode(0x30 + 0x20, 8)
        func match() {
            bits.putCode(0b1100_0101, 8)
            bits.putCode(0, 5)
        }
        // Eight bits past a byte's edge would be the same; eleven bits of start ask for one match more to find the period.
        for _ in 0..<16 { match() }
        let start = Data(bits.bytes.prefix(2))
        let unit = Data(bits.bytes.dropFirst(2).prefix(13))
        var answer = LoopbackAnswer(200, .null)
        answer.body = LoopbackBody(parts: [
            .init(data: header + start), .init(data: unit, times: megabytes << 20 / (258 * 8)), .init(data: Data(count: 16)),
        ])
        answer.set("Content-Encoding", "gzip")
        return .answer(answer)
    }

    private static let header = Data([0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3])

    private static func stored(_ data: Data) -> Data {
        var packed = header
        var rest = data[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(65_535)
            packed.append(rest.isEmpty ? 1 : 0)
            packed += little(UInt16(block.count)) + little(~UInt16(block.count)) + block
        } while !rest.isEmpty
        return packed + little(checksum(data)) + little(UInt32(truncatingIfNeeded: data.count))
    }

    private static func little(_ number: some FixedWidthInteger) -> Data {
        Data((0..<(number.bitWidth / 8)).map { UInt8(truncatingIfNeeded: number >> ($0 * 8)) })
    }

    private static func checksum(_ data: Data) -> UInt32 {
        ~data.reduce(~0 as UInt32) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 1 ? 0xEDB8_8320 : 0) }
        }
    }
}

/// Bits in the order of deflate: from the low end of each byte.
private struct BitRow {
    private(set) var bytes: [UInt8] = []
    private var count = 0

    mutating func put(_ value: Int, _ width: Int) { for bit in 0..<width { put(value >> bit & 1 == 1) } }

    /// A Huffman code, whose bits come from its high end.
    mutating func putCode(_ code: Int, _ width: Int) { for bit in (0..<width).reversed() { put(code >> bit & 1 == 1) } }

    private mutating func put(_ bit: Bool) {
        if count % 8 == 0 { bytes.append(0) }
        if bit { bytes[bytes.count - 1] |= 1 << (count % 8) }
        count += 1
    }
}
