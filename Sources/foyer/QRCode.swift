/// A short text as a picture that a telephone reads.
///
/// Shape: as few modules as take it, of versions 1 to 5 at the lowest level of correction, where all of it is one block: 106 bytes at
/// most. An address with a code in it has about 30, and a screen is not soiled. Mask 0, always: it makes any address readable.
/// Source: ISO/IEC 18004:2015.
struct QRCode: Sendable {
    /// Row by row; true for dark.
    private(set) var modules: [[Bool]]
    /// Those that say how to read the others, and hold nothing.
    private var isFixed: [[Bool]]

    private var size: Int { modules.count }

    /// Nil for a text that is longer.
    init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let version = Self.capacities.firstIndex(where: { bytes.count + 2 <= $0.data }) else { return nil }
        let size = 21 + 4 * version
        modules = Array(repeating: Array(repeating: false, count: size), count: size)
        isFixed = modules
        let capacity = Self.capacities[version]
        let data = Self.dataWords(bytes, count: capacity.data)
        drawPatterns()
        drawFormat()
        place(data + Self.correction(of: data, count: capacity.correction))
    }

    /// Code words of data and of correction, by version. Source: table 9, level L.
    private static let capacities: [(data: Int, correction: Int)] = [
        (data: 19, correction: 7), (34, 10), (55, 15), (80, 20), (108, 26),
    ]

    /// Two rows of modules in a line, light ones drawn: most terminals are dark. With the light frame that readers look for.
    var lines: [String] {
        let frame = 2
        let range = -frame..<size + frame
        func isLight(_ row: Int, _ column: Int) -> Bool {
            !(modules.indices.contains(row) && modules.indices.contains(column) && modules[row][column])
        }
        return stride(from: range.lowerBound, to: range.upperBound, by: 2).map { row in
            range.map { column in
                let lower = row + 1 < range.upperBound && isLight(row + 1, column)
                return switch (isLight(row, column), lower) {
                case (true, true): "█"
                case (true, false): "▀"
                case (false, true): "▄"
                case (false, false): " "
                }
            }.joined()
        }
    }

    // MARK: - Code words

    /// Mode, length, text, end, and padding to the full count. Source: 7.4.
    private static func dataWords(_ bytes: [UInt8], count: Int) -> [UInt8] {
        // The mode takes half a byte, so all that follows is moved by one half.
        var halves: [UInt8] = [4, UInt8(bytes.count) >> 4, UInt8(bytes.count) & 15]
        for byte in bytes { halves += [byte >> 4, byte & 15] }
        halves.append(0)
        var words = stride(from: 0, to: halves.count - 1, by: 2).map { halves[$0] << 4 | halves[$0 + 1] }
        for padding in 0..<max(0, count - words.count) { words.append(padding.isMultiple(of: 2) ? 0xEC : 0x11) }
        return words
    }

    /// The remainder of the data by the generator, in the field of 256 elements. Source: 7.5, annex A.
    private static func correction(of data: [UInt8], count: Int) -> [UInt8] {
        var generator: [UInt8] = [1]
        var root: UInt8 = 1
        for _ in 0..<count {
            let shifted = generator + [0]
            let scaled = [0] + generator.map { product($0, root) }
            generator = zip(shifted, scaled).map { $0 ^ $1 }
            root = product(root, 2)
        }
        var remainder = data + Array(repeating: 0, count: count)
        for position in data.indices {
            let factor = remainder[position]
            for (offset, coefficient) in generator.enumerated() { remainder[position + offset] ^= product(coefficient, factor) }
        }
        return Array(remainder.suffix(count))
    }

    private static func product(_ left: UInt8, _ right: UInt8) -> UInt8 {
        var (sum, left) = (UInt8(0), left)
        for bit in 0..<8 {
            if right >> bit & 1 == 1 { sum ^= left }
            left = left << 1 ^ (left & 0x80 == 0 ? 0 : 0x1D)
        }
        return sum
    }

    // MARK: - Patterns

    private mutating func fix(_ row: Int, _ column: Int, _ isDark: Bool) {
        guard modules.indices.contains(row), modules.indices.contains(column) else { return }
        modules[row][column] = isDark
        isFixed[row][column] = true
    }

    private mutating func drawPatterns() {
        for place in 0..<size {
            fix(6, place, place.isMultiple(of: 2))
            fix(place, 6, place.isMultiple(of: 2))
        }
        for (row, column) in [(3, 3), (3, size - 4), (size - 4, 3)] { drawSquare(row, column, radius: 4) { $0 != 2 && $0 != 4 } }
        // The small square of versions 2 to 5.
        if size > 21 { drawSquare(size - 7, size - 7, radius: 2) { $0 != 1 } }
    }

    private mutating func drawSquare(_ row: Int, _ column: Int, radius: Int, isDark: (Int) -> Bool) {
        for down in -radius...radius {
            for right in -radius...radius { fix(row + down, column + right, isDark(max(abs(down), abs(right)))) }
        }
    }

    /// Level L and mask 0, with their own correction, twice. Source: 7.9, annex C.
    private mutating func drawFormat() {
        let format = 0b111_0111_1100_0100
        func isDark(_ bit: Int) -> Bool { format >> bit & 1 == 1 }
        for bit in 0..<15 {
            let near = bit < 6 ? bit : bit < 8 ? bit + 1 : 14 - bit
            if bit < 8 { fix(near, 8, isDark(bit)) } else { fix(8, bit == 8 ? 7 : near, isDark(bit)) }
            if bit < 8 { fix(8, size - 1 - bit, isDark(bit)) } else { fix(size - 15 + bit, 8, isDark(bit)) }
        }
        fix(size - 8, 8, true)
    }

    /// Bits in pairs of columns, from the right, up and down in turn. Source: 7.7.3.
    private mutating func place(_ words: [UInt8]) {
        var bits = ArraySlice<Bool>()
        for word in words {
            for bit in (0..<8).reversed() { bits.append(word >> bit & 1 == 1) }
        }
        var isUpwards = true
        for right in stride(from: size - 1, to: 0, by: -2) {
            // The column of the timing pattern is none of a pair.
            let right = right <= 6 ? right - 1 : right
            for step in 0..<size {
                let row = isUpwards ? size - 1 - step : step
                for column in [right, right - 1] where !isFixed[row][column] {
                    // Bits that are left over are light.
                    let isDark = bits.popFirst() ?? false
                    modules[row][column] = isDark != (row + column).isMultiple(of: 2)
                }
            }
            isUpwards.toggle()
        }
    }
}
