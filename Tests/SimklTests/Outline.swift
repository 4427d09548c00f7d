@testable import Simkl

/// A value as lines of text, so that whole values can be compared and read: one line for each field, nothing for what is absent.
enum Outline {
    static func text(of value: Any) -> String {
        var lines: [String] = []
        append(value, name: "", depth: -1, to: &lines)
        return lines.map { $0 + "\n" }.joined()
    }

    private static func append(_ value: Any, name: String, depth: Int, to lines: inout [String]) {
        let mirror = Mirror(reflecting: value)
        let indent = String(repeating: "  ", count: max(0, depth))
        if mirror.displayStyle == .optional {
            if let child = mirror.children.first { append(child.value, name: name, depth: depth, to: &lines) }
        } else if let leaf = leaf(value) {
            lines.append("\(indent)\(name): \(leaf)")
        } else if let members = members(of: value, mirror) {
            guard !members.isEmpty || mirror.displayStyle == .collection, !isEmptyList(name, mirror) else { return }
            if depth >= 0 { lines.append(members.isEmpty ? "\(indent)\(name): none" : "\(indent)\(name)") }
            for (name, value) in members { append(value, name: name, depth: depth + 1, to: &lines) }
        }
    }

    private static func leaf(_ value: Any) -> String? {
        switch value {
        case let text as String: text.debugDescription
        case let date as WireDate: describe(date)
        case is Int, is Bool, is Double, is Wire.Bucket, is ReadingIssue.Loss: "\(value)"
        default: nil
        }
    }

    /// An empty list is nothing, but for `seasons`, where it is something else than none.
    private static func isEmptyList(_ name: String, _ mirror: Mirror) -> Bool {
        mirror.displayStyle == .collection && mirror.children.isEmpty && name != "seasons"
    }

    private static func members(of value: Any, _ mirror: Mirror) -> [(String, Any)]? {
        if let episode = value as? Wire.Episode {
            return [
                ("number", episode.number), ("watchedAt", episode.watchedAt as Any), ("runtime", episode.runtime as Any),
                ("evidence", episode.evidence as Any),
            ]
        }
        if let dictionary = value as? [String: String] { return dictionary.sorted { $0.key < $1.key } }
        if let dictionary = value as? [String: WireDate] { return dictionary.sorted { $0.key < $1.key } }
        if let dictionary = value as? [String: Wire.Stats.List] { return dictionary.sorted { $0.key < $1.key } }
        if let spans = value as? Set<CalendarSpan> {
            return spans.map { "\($0.bucket) \($0.days)" }.sorted().enumerated().map { ("\($0.offset)", $0.element) }
        }
        return mirror.children.enumerated().map { ($1.label ?? "\($0)", $1.value) }
    }

    private static func describe(_ date: WireDate) -> String {
        switch date {
        case .instant(let seconds, let offset): "instant \(seconds)" + (offset == 0 ? "" : " offset \(offset)")
        case .day(let days): "day \(days)"
        }
    }
}
