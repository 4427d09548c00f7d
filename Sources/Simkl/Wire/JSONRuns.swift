/// Where the elements of a document's lists stand, in runs that can be read one by one: `{"shows":[…],"movies":[…]}`.
///
/// Why: simdjson takes six times a document's size in memory, and one core. Of what is inside an element only strings and brackets are
/// looked at, as far as it takes to find its end; whoever reads the run finds out whether it is JSON.
struct JSONRuns {
    struct Run {
        /// The list that it is of.
        let name: String
        /// How many of the list's elements stand before it.
        let first: Int
        /// From behind the bracket or comma before its first element to the one behind its last.
        let bytes: Range<Int>
    }

    private(set) var runs: [Run] = []
    /// How many elements there are in all.
    private(set) var elements = 0

    /// - Parameter size: how many bytes a run has at least, but for the last one of a list.
    /// - Returns: nil where the document is anything but an object whose members are lists, each of another name.
    init?(_ bytes: UnsafeRawBufferPointer, size: Int) {
        var scanner = unsafe Scanner(bytes: bytes)
        var names: Set<String> = []
        guard unsafe scanner.skip(UInt8(ascii: "{")) else { return nil }
        repeat {
            guard unsafe scanner.skip(UInt8(ascii: "\"")), let name = unsafe scanner.name(), names.insert(name).inserted,
                unsafe scanner.skip(UInt8(ascii: ":")), unsafe scanner.skip(UInt8(ascii: "[")),
                unsafe readList(name, size, &scanner)
            else { return nil }
        } while unsafe scanner.skip(UInt8(ascii: ","))
        guard unsafe scanner.skip(UInt8(ascii: "}")), unsafe scanner.isAtEnd else { return nil }
    }

    /// From behind a list's bracket to behind the other one; false where it has none.
    private mutating func readList(_ name: String, _ size: Int, _ scanner: inout Scanner) -> Bool {
        if unsafe scanner.skip(UInt8(ascii: "]")) { return true }
        var (start, first, count) = (unsafe scanner.position, 0, 1)
        while let end = unsafe scanner.endOfElement() {
            let isLast = unsafe scanner.bytes[end] == UInt8(ascii: "]")
            if isLast || end - start >= size {
                runs.append(Run(name: name, first: first, bytes: start..<end))
                (start, first) = (end + 1, count)
            }
            unsafe scanner.position = end + 1
            if isLast {
                elements += count
                return true
            }
            count += 1
        }
        return false
    }

    @unsafe private struct Scanner {
        let bytes: UnsafeRawBufferPointer
        var position = 0

        var isAtEnd: Bool {
            mutating get {
                unsafe skipBlanks()
                return unsafe position == bytes.count
            }
        }

        /// Steps over blanks and a sign, where it is the next one.
        mutating func skip(_ sign: UInt8) -> Bool {
            unsafe skipBlanks()
            guard unsafe position < bytes.count, unsafe bytes[position] == sign else { return false }
            unsafe position += 1
            return true
        }

        /// The rest of a member's name; nil where it is not of letters alone.
        mutating func name() -> String? {
            let letters = unsafe bytes[position...].prefix { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
            unsafe position += letters.count
            guard unsafe position < bytes.count, unsafe bytes[position] == UInt8(ascii: "\"") else { return nil }
            unsafe position += 1
            return unsafe String(decoding: letters, as: UTF8.self)
        }

        /// Where the comma or the bracket stands that ends the element here; nil where nothing does, or there is no element.
        func endOfElement() -> Int? {
            var (place, depth, isEmpty) = unsafe (position, 0, true)
            while unsafe place < bytes.count {
                switch unsafe bytes[place] {
                case UInt8(ascii: "\""):
                    guard let end = unsafe endOfString(place + 1) else { return nil }
                    place = end
                    isEmpty = false
                case UInt8(ascii: "{"), UInt8(ascii: "["):
                    depth += 1
                    isEmpty = false
                case UInt8(ascii: "]") where depth == 0, UInt8(ascii: ",") where depth == 0:
                    return isEmpty ? nil : place
                case UInt8(ascii: "}"), UInt8(ascii: "]"):
                    guard depth > 0 else { return nil }
                    depth -= 1
                case 0x20, 0x09, 0x0A, 0x0D: break
                default: isEmpty = false
                }
                place += 1
            }
            return nil
        }

        private func endOfString(_ start: Int) -> Int? {
            var place = start
            while unsafe place < bytes.count {
                switch unsafe bytes[place] {
                case UInt8(ascii: "\""): return place
                case UInt8(ascii: "\\"): place += 2
                default: place += 1
                }
            }
            return nil
        }

        private mutating func skipBlanks() {
            let blanks: [UInt8] = [0x20, 0x09, 0x0A, 0x0D]
            while unsafe position < bytes.count, blanks.contains(unsafe bytes[position]) { unsafe position += 1 }
        }
    }
}
