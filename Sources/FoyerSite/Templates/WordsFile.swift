import Disk
import SystemPackage
import Yams

/// The words of one language, as a file of them has them: `words/de.yaml`.
struct WordsFile {
    let file: String
    let entries: [String: Entry]
    /// Of its bytes.
    let digest: UInt64

    struct Entry {
        let message: Message
        let place: Template.Position
    }

    /// - Returns: nil where the folder has no such file.
    init?(_ language: String, in folder: TemplateFolder) throws(TemplateError) {
        file = "words/\(language).yaml"
        guard let bytes = try folder.bytes(FilePath(file), limit: TemplateFolder.longestTemplate) else { return nil }
        var fingerprint = Fingerprint()
        unsafe bytes.withUnsafeBytes { unsafe fingerprint.feed($0) }
        digest = fingerprint.value
        let root: Node?
        do {
            // Words are texts, whatever they look like: to look for numbers and dates in them takes most of the time.
            root = try compose(yaml: String(decoding: bytes, as: UTF8.self), .basic)
        } catch {
            throw TemplateError(file: file, yaml: error)
        }
        var entries: [String: Entry] = [:]
        for (section, names) in try Self.members(of: root, in: file) {
            for (name, node) in try Self.members(of: names, in: file) {
                let key = "\(section).\(name)"
                let place = node.mark.map { Template.Position(line: $0.line, column: $0.column) }
                guard let message = Message(node) else {
                    throw TemplateError(file: file, position: place, problem: .malformedMessage(key))
                }
                entries[key] = Entry(message: message, place: place ?? Template.Position(line: 1, column: 1))
            }
        }
        self.entries = entries
    }

    private static func members(of node: Node?, in file: String) throws(TemplateError) -> [(String, Node)] {
        guard let mapping = node?.mapping else {
            let place = node?.mark.map { Template.Position(line: $0.line, column: $0.column) }
            throw TemplateError(file: file, position: place, problem: .notWords)
        }
        return mapping.map { ($0.key.string ?? "", $0.value) }
    }
}

extension TemplateError {
    /// What the reader of YAML has to say, in one line and with its place.
    fileprivate init(file: String, yaml error: any Error) {
        let (mark, reason): (Mark?, String) =
            switch error {
            case YamlError.scanner(_, let problem, let mark, _), YamlError.parser(_, let problem, let mark, _),
                YamlError.composer(_, let problem, let mark, _):
                (mark, problem)
            case YamlError.duplicatedKeysInMapping(let keys, let context): (context.mark, "'\(keys.first ?? "")' is given twice")
            default: (nil, "\(error)")
            }
        let position = mark.map { Template.Position(line: $0.line, column: $0.column) }
        self.init(file: file, position: position, problem: .notYAML(reason))
    }
}

extension Message {
    /// Nil for what is neither a text, nor forms of one with one for ``PluralCategory/other``, nor a list of texts.
    fileprivate init?(_ node: Node) {
        if let text = node.scalar?.string {
            guard let text = MessageText(text) else { return nil }
            self = .text(text)
        } else if let list = node.sequence {
            let texts = list.compactMap(\.scalar?.string)
            guard texts.count == list.count else { return nil }
            self = .list(texts)
        } else {
            var forms: [PluralCategory: MessageText] = [:]
            for (name, form) in node.mapping ?? [:] {
                guard let category = name.string.flatMap(PluralCategory.init(rawValue:)),
                    let text = form.scalar.flatMap({ MessageText($0.string) })
                else { return nil }
                forms[category] = text
            }
            guard forms[.other] != nil else { return nil }
            self = .plural(forms)
        }
    }
}
