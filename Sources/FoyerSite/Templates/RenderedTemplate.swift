/// What a template came to: text, and what is put into it.
struct RenderedTemplate: Sendable {
    /// What is before, between and behind the inserts.
    private(set) var parts: [[UInt8]]
    let inserts: [Insert]

    /// - Parameter parts: one more than there are inserts.
    init(parts: [[UInt8]], inserts: [Insert]) {
        self.parts = parts
        self.inserts = inserts
    }

    /// As people read it: each chart as its sentence and its table.
    var markdown: [UInt8] { joined { $1.write(to: &$2) } }

    /// As it is made into HTML: a mark with its number for each insert.
    var document: [UInt8] { joined { $1.writeMark($0, to: &$2) } }

    private func joined(_ write: (Int, Insert, inout [UInt8]) -> Void) -> [UInt8] {
        guard var text = parts.first else { return [] }
        for (number, insert) in inserts.enumerated() {
            write(number, insert, &text)
            text.append(contentsOf: parts[number + 1])
        }
        return text
    }

    /// Without the runs of empty lines that sections leave where they hold nothing.
    var tidied: RenderedTemplate {
        let newline = UInt8(ascii: "\n")
        var tidied = self
        var ends = 2
        for position in parts.indices {
            var bytes: [UInt8] = []
            bytes.reserveCapacity(parts[position].count)
            for byte in parts[position] {
                ends = byte == newline ? ends + 1 : 0
                if ends <= 2 { bytes.append(byte) }
            }
            tidied.parts[position] = bytes
            if position < inserts.count { ends = inserts[position].isLine ? 1 : 0 }
        }
        var last = tidied.parts.removeLast()
        while last.last == newline { last.removeLast() }
        if !last.isEmpty || !(inserts.last?.isLine ?? false) { last.append(newline) }
        tidied.parts.append(last)
        return tidied
    }
}
