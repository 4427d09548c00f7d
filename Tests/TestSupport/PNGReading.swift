import Foundation

/// What Python makes of a PNG, with every checksum looked at.
public struct PNGReading: Hashable, Sendable {
    public let width: Int
    public let height: Int
    /// What it says of itself.
    public let description: String
    /// The first and last column and row, below a band at the top, in which there is anything but the first colour; empty for nothing.
    public let drawn: [Int]
    /// The colour of the pixels that were asked for.
    public let colours: [String]

    public struct Unreadable: Error, CustomStringConvertible {
        public let description: String
    }

    /// - Parameters:
    ///   - band: how many rows at the top are not looked at.
    ///   - pixels: by column and row.
    public init(_ bytes: [UInt8], band: Int = 0, pixels: [(Int, Int)] = []) async throws {
        let scratch = try Scratch()
        try Data(bytes).write(to: URL(filePath: "\(scratch.path)/x.png"))
        let result = try await Program.run(
            ["-c", Self.script, "\(scratch.path)/x.png", String(band)] + pixels.map { "\($0.0),\($0.1)" },
            executable: "/usr/bin/python3")
        guard result.code == 0 else { throw Unreadable(description: result.errors) }
        let lines = result.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let size = lines[0].split(separator: " ").compactMap { Int($0) }
        (width, height) = (size[0], size[1])
        drawn = lines[1].split(separator: " ").compactMap { Int($0) }
        colours = lines[2].split(separator: " ").map(String.init)
        description = lines[3]
    }

    /// Source: https://www.w3.org/TR/png-3/
    private static let script = #"""
        import struct, sys, zlib
        data = open(sys.argv[1], "rb").read()
        assert data[:8] == b"\x89PNG\r\n\x1a\n"
        chunks, place = [], 8
        while place < len(data):
            length, name = struct.unpack(">I4s", data[place:place + 8])
            body = data[place + 8:place + 8 + length]
            assert struct.unpack(">I", data[place + 8 + length:place + 12 + length])[0] == zlib.crc32(name + body), name
            chunks.append((name, body))
            place += 12 + length
        names = [name for name, _ in chunks]
        assert names == [b"IHDR", b"PLTE", b"iTXt", b"IDAT", b"IEND"], names
        parts = dict(chunks)
        width, height, *kind = struct.unpack(">IIBBBBB", parts[b"IHDR"])
        assert kind == [8, 3, 0, 0, 0], kind
        raw = zlib.decompress(parts[b"IDAT"])
        assert len(raw) == (width + 1) * height
        rows = [raw[row * (width + 1):(row + 1) * (width + 1)] for row in range(height)]
        assert all(row[0] == 0 for row in rows) and max(raw) < len(parts[b"PLTE"]) // 3
        rows = [row[1:] for row in rows]
        looked = [(number, row) for number, row in enumerate(rows) if number >= int(sys.argv[2]) and row.strip(b"\0")]
        print(width, height)
        if looked:
            print(min(width - len(row.lstrip(b"\0")) for _, row in looked), max(len(row.rstrip(b"\0")) - 1 for _, row in looked),
                  looked[0][0], looked[-1][0])
        else:
            print()
        pixels = [rows[int(y)][int(x)] for x, y in (pixel.split(",") for pixel in sys.argv[3:])]
        print(*(parts[b"PLTE"][3 * pixel:3 * pixel + 3].hex() for pixel in pixels))
        keyword, text = parts[b"iTXt"].split(b"\0\0\0\0\0", 1)
        assert keyword == b"Description"
        sys.stdout.buffer.write(text)
        """#
}
