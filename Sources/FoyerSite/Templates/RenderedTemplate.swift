/// What a template came to: text, and what is put into it.
struct RenderedTemplate: Sendable {
    /// All of it but the inserts.
    private let text: [UInt8]
    /// Where in it each insert stands, ascending.
    private let places: [Int]
    let inserts: [Insert]

    init(text: [UInt8], places: [Int], inserts: [Insert]) { (self.text, self.places, self.inserts) = (text, places, inserts) }

    /// As people read it: each chart as its sentence and its table.
    var markdown: [UInt8] { joined { $1.write(to: &$2) } }

    /// As it is made into HTML: a mark with its number for each insert.
    var document: [UInt8] { joined { $1.writeMark($0, to: &$2) } }

    private func joined(_ write: (Int, Insert, inout [UInt8]) -> Void) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(text.count + inserts.count * 64)
        var start = 0
        for (number, insert) in inserts.enumerated() {
            bytes.append(contentsOf: text[start..<places[number]])
            write(number, insert, &bytes)
            start = places[number]
        }
        bytes.append(contentsOf: text[start...])
        return bytes
    }

    /// Without the runs of empty lines that sections leave where they hold nothing.
    var tidied: RenderedTemplate {
        let newline = UInt8(ascii: "\n")
        var (kept, ends): ([UInt8], [Int]) = ([], [])
        kept.reserveCapacity(text.count)
        var newlines = 2
        for (position, byte) in text.enumerated() {
            while ends.count < places.count, places[ends.count] == position {
                newlines = inserts[ends.count].isLine ? 1 : 0
                ends.append(kept.count)
            }
            newlines = byte == newline ? newlines + 1 : 0
            if newlines <= 2 { kept.append(byte) }
        }
        while ends.count < places.count { ends.append(kept.count) }
        let last = ends.last ?? 0
        while kept.count > last, kept.last == newline { kept.removeLast() }
        if kept.count > last || !(inserts.last?.isLine ?? false) { kept.append(newline) }
        return RenderedTemplate(text: kept, places: ends, inserts: inserts)
    }
}
