/// Reads a template's text into tags and what is between them.
///
/// A section's tag, a partial or a comment that stands alone on its line takes the whole line with it, and so does a block that names
/// a chart.
/// Source: https://github.com/mustache/spec
struct TemplateScanner {
    struct Mistake: Error {
        let problem: TemplateError.Problem
        let offset: Int
    }

    private let bytes: [UInt8]
    private let charts: [CodeFence]
    /// Where blocks are that hold text.
    private let fenced: [Range<Int>]
    private var index = 0
    /// The sections that are open, the innermost last, below them the template itself.
    private var open = [OpenSection(name: "", isInverted: false, offset: 0)]

    private struct OpenSection {
        let name: String
        let isInverted: Bool
        let offset: Int
        var inside: [Template.Node] = []
    }

    private struct Tag {
        /// What stands between the braces; of three braces the inner pair too.
        let content: ArraySlice<UInt8>
        let range: Range<Int>
    }

    init(_ text: String) {
        bytes = Array(text.utf8)
        let fences = CodeFence.all(in: bytes)
        charts = fences.filter(\.isChart)
        fenced = fences.filter { !$0.isChart }.map(\.range)
    }

    mutating func nodes() throws(Mistake) -> [Template.Node] {
        while true {
            let tag = try nextTag()
            if let chart = charts.first(where: { $0.range.lowerBound >= index }),
                chart.range.lowerBound < tag?.range.lowerBound ?? bytes.count
            {
                addText(upTo: chart.range.lowerBound, isBeforeTag: false)
                try add(chart)
                index = chart.range.upperBound
                continue
            }
            guard let tag else { break }
            let line = standalone(tag)
            addText(upTo: line?.lowerBound ?? tag.range.lowerBound, isBeforeTag: line == nil)
            try add(tag, indentation: line.map { bytes[$0.lowerBound..<tag.range.lowerBound] } ?? [])
            index = line?.upperBound ?? tag.range.upperBound
        }
        addText(upTo: bytes.count, isBeforeTag: false)
        if open.count > 1, let unclosed = open.last {
            throw Mistake(problem: .neverClosed(unclosed.name), offset: unclosed.offset)
        }
        return open[0].inside
    }

    private mutating func add(_ tag: Tag, indentation: ArraySlice<UInt8>) throws(Mistake) {
        let offset = tag.range.lowerBound
        func mistake(_ problem: TemplateError.Problem) -> Mistake { Mistake(problem: problem, offset: offset) }
        let sigil = tag.content.first
        let name = Self.name(tag.content.dropFirst())
        switch sigil {
        case UInt8(ascii: "#"), UInt8(ascii: "^"):
            open.append(OpenSection(name: name, isInverted: sigil == UInt8(ascii: "^"), offset: offset))
        case UInt8(ascii: "/"):
            let section = open.removeLast()
            guard !open.isEmpty else { throw mistake(.closesNothing(name)) }
            guard section.name == name else { throw mistake(.closesAnother(open: section.name, close: name)) }
            add(.section(name: name, isInverted: section.isInverted, inside: section.inside, section.offset))
        case UInt8(ascii: ">"):
            guard name.first != "*" else { throw mistake(.unsupported("{{>*")) }
            add(.partial(name: name, indentation: Array(indentation), isFenced: isFenced(offset), offset))
        case UInt8(ascii: "!"): break
        case UInt8(ascii: "{"), UInt8(ascii: "&"): add(.value(name: name, isTriple: true, isFenced: isFenced(offset), offset))
        case UInt8(ascii: "%") where Self.words(tag.content.dropFirst()).first == "data":
            let words = Self.words(tag.content.dropFirst()).dropFirst()
            let attributes = words.compactMap(Self.attribute)
            guard !attributes.isEmpty, attributes.count == words.count else { throw mistake(.malformedData) }
            add(.data(attributes, isFenced: isFenced(offset), offset))
        case UInt8(ascii: "%") where Self.words(tag.content.dropFirst()).first == "anchor":
            let words = Self.words(tag.content.dropFirst())
            guard words.count == 2 else { throw mistake(.malformedAnchor) }
            add(.anchor(name: words[1], isFenced: isFenced(offset), offset))
        case UInt8(ascii: "\""):
            let words = Self.words(tag.content)
            let key = words[0].dropFirst().dropLast()
            let values = words.dropFirst().compactMap(Self.value)
            guard words[0].last == "\"", !key.isEmpty, values.count == words.count - 1 else { throw mistake(.malformedPhrase) }
            add(.phrase(key: String(key), values: values, isFenced: isFenced(offset), offset))
        case UInt8(ascii: "<"), UInt8(ascii: "$"), UInt8(ascii: "="), UInt8(ascii: "%"):
            throw mistake(.unsupported("{{" + String(decoding: tag.content.prefix(1), as: UTF8.self)))
        default: add(.value(name: Self.name(tag.content), isTriple: false, isFenced: isFenced(offset), offset))
        }
    }

    /// `year`, or `kind=kindPath`: an attribute, and the name of what it holds.
    private static func attribute(_ word: String) -> (attribute: String, name: String)? {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let attribute = parts.first, let name = parts.last, !name.isEmpty, !attribute.isEmpty,
            attribute.utf8.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) })
        else { return nil }
        return (attribute, name)
    }

    /// `day`, or `day=rollover`: a placeholder of a message, and the name of what goes into it.
    private static func value(_ word: String) -> (placeholder: String, name: String)? {
        let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let placeholder = parts.first, let name = parts.last, !name.isEmpty, !placeholder.isEmpty else { return nil }
        return (placeholder, name)
    }

    private static func words(_ content: ArraySlice<UInt8>) -> [String] {
        String(decoding: content, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init)
    }

    private mutating func add(_ chart: CodeFence) throws(Mistake) {
        guard chart.words.count == 3, chart.isEmpty, chart.prefix.allSatisfy({ Self.isBlank($0) || $0 == UInt8(ascii: ">") })
        else {
            throw Mistake(problem: .malformedChart, offset: chart.range.lowerBound + chart.prefix.count)
        }
        add(
            .chart(
                kind: chart.words[1], name: chart.words[2], indentation: Array(chart.prefix),
                chart.range.lowerBound + chart.prefix.count))
    }

    private mutating func add(_ node: Template.Node) { open[open.count - 1].inside.append(node) }

    private mutating func addText(upTo end: Int, isBeforeTag: Bool) {
        while index < end {
            let lineEnd = bytes[index..<end].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? end
            if isLineStart(index), !isNewline(at: index) { add(.lineStart) }
            add(.text(Array(bytes[index..<lineEnd])))
            index = lineEnd
        }
        if isBeforeTag, isLineStart(end) { add(.lineStart) }
    }

    private func nextTag() throws(Mistake) -> Tag? {
        let brace = UInt8(ascii: "{")
        var start = index
        while start + 1 < bytes.count, bytes[start] != brace || bytes[start + 1] != brace { start += 1 }
        guard start + 1 < bytes.count else { return nil }
        let inner = start + 2
        let closing = inner < bytes.count && bytes[inner] == brace ? 3 : 2
        var end = inner
        while end + closing <= bytes.count, !bytes[end..<(end + closing)].allSatisfy({ $0 == UInt8(ascii: "}") }) { end += 1 }
        guard end + closing <= bytes.count else { throw Mistake(problem: .tagNeverEnds, offset: start) }
        return Tag(content: bytes[inner..<end], range: start..<(end + closing))
    }

    /// The whole line of a tag that stands alone on it, with the line's end; nil for any other.
    private func standalone(_ tag: Tag) -> Range<Int>? {
        guard let sigil = tag.content.first, "#^/>!".utf8.contains(sigil) else { return nil }
        var start = tag.range.lowerBound
        while start > index, Self.isBlank(bytes[start - 1]) { start -= 1 }
        guard isLineStart(start) else { return nil }
        var end = tag.range.upperBound
        while end < bytes.count, Self.isBlank(bytes[end]) { end += 1 }
        if end == bytes.count { return start..<end }
        guard isNewline(at: end) else { return nil }
        return start..<(bytes[end] == UInt8(ascii: "\n") ? end + 1 : end + 2)
    }

    private func isFenced(_ offset: Int) -> Bool { fenced.contains { $0.contains(offset) } }

    private func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == UInt8(ascii: "\n") }

    private func isNewline(at offset: Int) -> Bool {
        bytes[offset] == UInt8(ascii: "\n")
            || (bytes[offset] == UInt8(ascii: "\r") && offset + 1 < bytes.count && bytes[offset + 1] == UInt8(ascii: "\n"))
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

    private static func name(_ content: ArraySlice<UInt8>) -> String {
        let isSpace = { (byte: UInt8) in isBlank(byte) || byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") }
        var content = content.drop(while: isSpace)
        while let last = content.last, isSpace(last) { content.removeLast() }
        return String(decoding: content, as: UTF8.self)
    }
}
