import Disk

/// All that the site says, in one language.
///
/// Why a task-local value: there is one language to a build, every text of it needs that, and none of them can do anything else with
/// it. It is bound once, when all is merged and before anything is said.
final class Words: Sendable {
    /// Those of the build that is going on.
    @TaskLocal static var current = Words(language: "en", messages: [:], digest: 0)

    /// As BCP 47 writes it.
    let language: String
    /// Digits in groups of three are told apart by this.
    let groupSeparator: String
    let decimalSeparator: String
    /// By their sections and names: `statistics.longestStreak`.
    private let messages: [String: Message]
    /// What all texts of the site depend on.
    let digest: UInt64

    init(language: String, messages: [String: Message], digest: UInt64) {
        self.language = language
        self.messages = messages
        self.digest = digest
        func sign(_ key: String, else sign: String) -> String {
            if case .text(let text) = messages[key] { text.source } else { sign }
        }
        groupSeparator = sign("number.group", else: ",")
        decimalSeparator = sign("number.decimal", else: ".")
    }

    subscript(_ key: String) -> Message? { messages[key] }

    var keys: [String] { Array(messages.keys) }

    /// Whether the language is written from the right to the left.
    var isRightToLeft: Bool { self["language.direction"]?.texts.first?.source == "rtl" }

    func text(_ key: String, _ values: KeyValuePairs<String, String>) -> String {
        guard case .text(let text) = messages[key] else { return key }
        return text.filled { name in values.first { $0.key == name }?.value }
    }

    func text(_ key: String, count: Int, _ values: KeyValuePairs<String, String>) -> String {
        guard case .plural(let forms) = messages[key],
            let text = forms[PluralCategory(of: count, in: language)] ?? forms[.other]
        else { return key }
        return text.filled { name in name == "count" ? count.grouped : values.first { $0.key == name }?.value }
    }

    /// Nil where there is no such text.
    func text(_ key: String) -> String? {
        if case .text(let text) = messages[key] { text.source } else { nil }
    }

    func list(_ key: String) -> [String] {
        if case .list(let texts) = messages[key] { texts } else { [] }
    }

    /// The messages of a section, for a script: texts, and objects of texts by ``PluralCategory``.
    func json(section: String) -> String {
        let keys = messages.keys.filter { $0.hasPrefix("\(section).") }.sorted()
        let members = keys.map { "\(JSONText.quoted(String($0.dropFirst(section.count + 1)))):\(json(of: $0))" }
        // What ends a script's block must not be in it.
        return "{\(members.joined(separator: ","))}".replacing("<", with: "\\u003c")
    }

    private func json(of key: String) -> String {
        switch messages[key] {
        case .text(let text): return JSONText.quoted(text.source)
        case .plural(let forms):
            let members = forms.sorted { $0.key.rawValue < $1.key.rawValue }
                .map { "\(JSONText.quoted($0.key.rawValue)):\(JSONText.quoted($0.value.source))" }
            return "{\(members.joined(separator: ","))}"
        case .list(let texts): return "[\(texts.map(JSONText.quoted).joined(separator: ","))]"
        case nil: return "null"
        }
    }
}

/// What the site says somewhere, with what it is about put in.
///
/// - Parameter key: its section and name, as in `statistics.longestStreak`. Only a literal, so that a test knows which are in use.
func phrase(_ key: StaticString, _ values: KeyValuePairs<String, String> = [:]) -> String {
    Words.current.text(key.description, values)
}

/// The same in the form that goes with a number, which stands in it as `{count}`.
func phrase(_ key: StaticString, count: Int, _ values: KeyValuePairs<String, String> = [:]) -> String {
    Words.current.text(key.description, count: count, values)
}

/// What a name of Simkl's is called here; nil where the section does not know it.
///
/// - Parameter section: only a literal, so that a test knows that all that is in it is in use.
func word(_ name: String, in section: StaticString) -> String? { Words.current.text("\(section).\(name)") }

/// One of words that are told one by one, such as the names of the months.
func phrase(_ key: StaticString, at position: Int) -> String {
    let words = Words.current.list(key.description)
    return words.indices.contains(position) ? words[position] : key.description
}

extension Array where Element: Sendable {
    /// As ``concurrentMap(fewest:_:)``, in the language of whoever asks.
    func concurrentMapInWords<Made: Sendable>(_ make: @Sendable (Element) -> Made) -> [Made] {
        let words = Words.current
        return concurrentMap { element in Words.$current.withValue(words) { make(element) } }
    }
}
