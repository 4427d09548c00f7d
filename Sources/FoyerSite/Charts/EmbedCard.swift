import GFM

/// A small drawing of the site for a page elsewhere: it asks for no other file, and is light or dark as its reader's system is.
///
/// Why text and not outlines: titles come in every script, and a drawing that stands in another page may be read aloud.
struct EmbedCard {
    let heading: String
    /// The site's name.
    let site: String
    let content: Content

    enum Content {
        /// Big numbers, and bars from the first to the last.
        case numbers([ShareCard.Figure], bars: [Double])
        /// At most three lines; and what is said where there is none.
        case lines([Line], none: String)
    }

    struct Line: Hashable {
        let name: String
        let note: String
        /// How far it is, in percent.
        var share: Int?
    }

    static let (width, height) = (480, 190)
    private static let (left, room) = (24.0, 432.0)

    /// In both lights; their contrast is that of the pages.
    private static let style = """
        text{font-family:Vollkorn,'Iowan Old Style','Palatino Linotype',Palatino,Georgia,serif;fill:#241a14}\
        .s{font-family:'Noto Sans Condensed','Roboto Condensed','Arial Narrow',system-ui,sans-serif;fill:#66584a}\
        .p{fill:#fffaf1;stroke:#dccfba}.b{fill:#a8482f}.r{fill:#dccfba}\
        @media(prefers-color-scheme:dark){text{fill:#f1e7d8}.s{fill:#b8a996}.p{fill:#221a14;stroke:#40342a}.b{fill:#cf7650}.r{fill:#40342a}}
        """

    /// All that it says.
    var words: String {
        let said =
            switch content {
            case .numbers(let figures, _): figures.map(\.words)
            case .lines(let lines, let none):
                lines.isEmpty ? [none] : lines.map { $0.note.isEmpty ? $0.name : "\($0.name), \($0.note)" }
            }
        return phrase("embed.words", ["heading": heading, "content": said.joined(separator: "; "), "site": site])
    }

    var svg: String {
        let parts =
            switch content {
            case .numbers(let figures, let bars): drawn(figures) + drawn(bars)
            case .lines(let lines, let none):
                lines.isEmpty ? [text(none, x: Self.left, y: 92, size: 18)] : lines.enumerated().flatMap { drawn($1, at: $0) }
            }
        return """
            <svg xmlns="http://www.w3.org/2000/svg" role="img" width="\(Self.width)" height="\(Self.height)" \
            viewBox="0 0 \(Self.width) \(Self.height)">
            <title>\(HTMLText.escape(words))</title>
            <style>\(Self.style)</style>
            <rect class="p" x=".5" y=".5" width="\(Self.width - 1)" height="\(Self.height - 1)" rx="6"/>
            \(([text(heading, x: Self.left, y: 36, size: 20, weight: 600)] + parts + foot).joined(separator: "\n"))
            </svg>

            """
    }

    private func drawn(_ figures: [ShareCard.Figure]) -> [String] {
        let column = Self.room / 4
        return figures.prefix(4).enumerated().flatMap { index, figure in
            let x = Self.left + column * Double(index)
            return [
                text(figure.value, x: x, y: 78, size: 26, smallest: 12, room: column - 8, weight: 600),
                text(figure.name, x: x, y: 96, size: 13, room: column - 8, isLabel: true),
            ]
        }
    }

    private func drawn(_ bars: [Double]) -> [String] {
        guard let top = bars.max(), top > 0 else { return [] }
        let step = Self.room / Double(bars.count)
        let path = bars.enumerated().filter { $1 > 0 }.map { index, value in
            let tall = max(1, value / top * 40)
            let (x, wide) = (Self.left + step * (Double(index) + 0.12), step * 0.76)
            return "M\(x.coordinate) 152v-\(tall.coordinate)h\(wide.coordinate)v\(tall.coordinate)z"
        }
        return ["<path class=\"b\" d=\"\(path.joined())\"/>"]
    }

    private func drawn(_ line: Line, at index: Int) -> [String] {
        let y = 70 + 34 * Double(index)
        let note = TextRoom.fitted(line.note, width: 190, largest: 13, smallest: 12).text
        let noteRoom = note.isEmpty ? 0 : TextRoom.ems(note) * 13 + 12
        var parts = [text(line.name, x: Self.left, y: y, size: 17, room: Self.room - noteRoom)]
        if !note.isEmpty {
            parts.append(text(note, x: Self.left + Self.room, y: y, size: 13, isLabel: true, more: " text-anchor=\"end\""))
        }
        if let share = line.share {
            let wide = Self.room * Double(min(max(share, 0), 100)) / 100
            parts.append("<path class=\"r\" d=\"M24 \((y + 8).coordinate)h432v3h-432z\"/>")
            parts.append("<path class=\"b\" d=\"M24 \((y + 8).coordinate)h\(wide.coordinate)v3h-\(wide.coordinate)z\"/>")
        }
        return parts
    }

    private var foot: [String] {
        [
            text(site, x: Self.left, y: 174, size: 12, room: 310, isLabel: true),
            text(
                phrase("card.credit"), x: Self.left + Self.room, y: 174, size: 12, isLabel: true, more: " text-anchor=\"end\""),
        ]
    }

    private func text(
        _ words: String, x: Double, y: Double, size: Double, smallest: Double? = nil, room: Double = room, weight: Int = 400,
        isLabel: Bool = false,
        more: String = ""
    ) -> String {
        let fitted = TextRoom.fitted(words, width: room, largest: size, smallest: smallest ?? size * 0.8)
        return
            "<text\(isLabel ? " class=\"s\"" : "") x=\"\(x.coordinate)\" y=\"\(y.coordinate)\" font-size=\"\(fitted.size.coordinate)\""
            + (weight == 400 ? "" : " font-weight=\"\(weight)\"") + more + ">\(HTMLText.escape(fitted.text))</text>"
    }
}
