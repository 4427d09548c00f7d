// Small drawings that stand in a line of text, where Markdown has a text in their place.

extension Decorator {
    /// Draws what stands for a drawing among some inlines.
    func drawInLine(_ inlines: [Tree.Node]) {
        for code in inlines where code.kind == .code {
            guard let drawing = Self.bar(code.literal) ?? Self.sparkline(code.literal) else { continue }
            code.replace(with: .custom(block: false, open: drawing, close: ""), detached: detached)
        }
    }

    /// A share, such as `64 %`, with a thin bar under it; a second one, as in `64 % · 80 %`, is where a mark stands on the bar.
    private static func bar(_ text: String) -> String? {
        let shares = text.split(separator: "·").map { share($0) }
        guard (1...2).contains(shares.count), let share = shares[0] else { return nil }
        var mark = ""
        if shares.count == 2 {
            guard let place = shares[1] else { return nil }
            mark = "<rect class=\"mark\" x=\"\(min(place, 99))\" width=\"1\" height=\"1\"/>"
        }
        return """
            \(share)\u{A0}%<svg class="bar" aria-hidden="true" viewBox="0 0 100 1" preserveAspectRatio="none">\
            <rect width="\(share)" height="1"/>\(mark)</svg>
            """
    }

    private static func share(_ text: Substring) -> Int? {
        let text = text.filter { $0 != " " && $0 != "\u{A0}" }
        guard text.hasSuffix("%"), let percent = Int(text.dropLast()), (0...100).contains(percent) else { return nil }
        return percent
    }

    /// Numbers along time, such as `▁▃█▁`: each block a bar.
    private static func sparkline(_ text: String) -> String? {
        let levels = text.unicodeScalars.map { Int($0.value) - 0x2580 }
        guard levels.count > 1, levels.allSatisfy((1...8).contains) else { return nil }
        // The lowest block stands for nothing, which is a line on the ground.
        let bars = levels.enumerated().map { index, level in
            let tall = level == 1 ? 2 : level * 4 - 2
            return "<rect x=\"\(index * 4)\" y=\"\(30 - tall)\" width=\"3\" height=\"\(tall)\"/>"
        }
        return """
            <svg class="spark" aria-hidden="true" viewBox="0 0 \(levels.count * 4 - 1) 30" preserveAspectRatio="none">\
            \(bars.joined())</svg>
            """
    }
}
