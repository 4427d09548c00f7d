/// A fenced block of Markdown, as it stands in a template.
///
/// Source: https://github.github.com/gfm/#fenced-code-blocks
struct CodeFence {
    /// Its whole lines, the fences too.
    let range: Range<Int>
    /// What stands before the opening fence: blanks, or the marks of quotes and items.
    let prefix: ArraySlice<UInt8>
    /// The words behind the opening fence.
    let words: [String]
    /// Whether it is closed at once.
    let isEmpty: Bool

    var isChart: Bool { words.first == "chart" }

    static func all(in text: [UInt8]) -> [CodeFence] {
        var fences: [CodeFence] = []
        var open: (lines: Range<Int>, mark: UInt8, length: Int, prefix: ArraySlice<UInt8>, words: [String])?
        var start = 0
        while start < text.count {
            let end = text[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.count
            let line = Line(text[start..<end])
            if let fence = open {
                if line.mark == fence.mark, line.length >= fence.length, line.words.isEmpty {
                    fences.append(
                        CodeFence(
                            range: fence.lines.lowerBound..<end, prefix: fence.prefix, words: fence.words,
                            isEmpty: fence.lines.upperBound == start))
                    open = nil
                }
            } else if let mark = line.mark {
                open = (start..<end, mark, line.length, line.prefix, line.words)
            }
            start = end
        }
        if let open {
            fences.append(
                CodeFence(range: open.lines.lowerBound..<text.count, prefix: open.prefix, words: open.words, isEmpty: false))
        }
        return fences
    }

    /// A line that may be a fence.
    private struct Line {
        let prefix: ArraySlice<UInt8>
        /// A backtick or a tilde; nil where the line is no fence.
        let mark: UInt8?
        let length: Int
        let words: [String]

        init(_ line: ArraySlice<UInt8>) {
            prefix = line.prefix { " \t>-+*".utf8.contains($0) }
            let rest = line.dropFirst(prefix.count)
            let first = rest.first ?? 0
            length = rest.prefix { $0 == first }.count
            let info = rest.dropFirst(length)
            let isFence = length >= 3 && (first == UInt8(ascii: "~") || first == UInt8(ascii: "`") && !info.contains(first))
            mark = isFence ? first : nil
            words = isFence ? String(decoding: info, as: UTF8.self).split(whereSeparator: \.isWhitespace).map(String.init) : []
        }
    }
}
