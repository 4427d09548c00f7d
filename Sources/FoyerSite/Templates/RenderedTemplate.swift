/// What a template came to: text, and the charts in it.
struct RenderedTemplate: Sendable {
    /// What is before, between and behind the charts.
    private(set) var parts: [[UInt8]]
    let charts: [PlacedChart]

    /// - Parameter parts: one more than there are charts.
    init(parts: [[UInt8]], charts: [PlacedChart]) {
        self.parts = parts
        self.charts = charts
    }

    /// As people read it: each chart as its sentence and its table.
    var markdown: [UInt8] { joined { $1.write(to: &$2) } }

    /// As it is made into HTML: each chart as a block with its number.
    var document: [UInt8] { joined { $1.writeBlock($0, to: &$2) } }

    private func joined(_ write: (Int, PlacedChart, inout [UInt8]) -> Void) -> [UInt8] {
        guard var text = parts.first else { return [] }
        for (number, chart) in charts.enumerated() {
            write(number, chart, &text)
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
            // A chart ends a line.
            ends = 1
        }
        var last = tidied.parts.removeLast()
        while last.last == newline { last.removeLast() }
        if !last.isEmpty || charts.isEmpty { last.append(newline) }
        tidied.parts.append(last)
        return tidied
    }
}
