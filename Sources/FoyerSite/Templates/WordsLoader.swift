import Disk

/// Finds the words of a site: those that came with the program, and before them what the owner's templates say otherwise.
struct WordsLoader {
    /// The owner's last.
    private let folders: [TemplateFolder]

    /// - Parameters:
    ///   - own: the templates that came with the program; nil where there are none, or they are the owner's.
    ///   - templates: the owner's, which need no words of their own.
    init(own: String?, templates: String) throws(TemplateError) {
        var folders: [TemplateFolder] = []
        for path in [own, templates].compactMap({ $0 }) { folders.append(try TemplateFolder(path)) }
        self.folders = folders
    }

    /// The words of a language; of English what it does not say.
    ///
    /// - Parameter language: as BCP 47 writes it. For one of a region, those of the whole language are taken where there are none of its
    ///   own.
    /// - Returns: the words, and what is to be said of them.
    func words(of language: String) throws(TemplateError) -> (words: Words, notes: [Diagnostic]) {
        let english = try files(of: "en")
        guard !english.isEmpty else { throw TemplateError(file: "words/en.yaml", position: nil, problem: .missing) }
        let known = Self.messages(of: english)
        let base = String(language.prefix { $0 != "-" })
        if base.lowercased() == "en" { return (words(of: language, known, english), []) }
        var translation = try files(of: language)
        if translation.isEmpty, base != language { translation = try files(of: base) }
        guard !translation.isEmpty else {
            let note =
                "there are no words for the language \(language), so the site speaks English: write this file, or set language: en"
            return (words(of: "en", known, english), [Diagnostic(.warning, note, at: "words/\(base).yaml")])
        }
        for file in translation { try check(file, against: known) }
        let translated = Self.messages(of: translation)
        var notes: [Diagnostic] = []
        let missing = known.keys.filter { translated[$0] == nil }.sorted()
        if let first = missing.first, let file = translation.last?.file {
            let words = "\(counted(missing.count, "message is", "messages are")) missing and said in English: \(first)"
            notes.append(Diagnostic(.warning, words + (missing.count > 1 ? " and others" : ""), at: file))
        }
        return (words(of: language, known.merging(translated) { $1 }, english + translation), notes)
    }

    private func files(of language: String) throws(TemplateError) -> [WordsFile] {
        var files: [WordsFile] = []
        for folder in folders {
            if let file = try WordsFile(language, in: folder) { files.append(file) }
        }
        return files
    }

    private static func messages(of files: [WordsFile]) -> [String: Message] {
        files.reduce(into: [:]) { messages, file in messages.merge(file.entries.mapValues(\.message)) { $1 } }
    }

    private func words(of language: String, _ messages: [String: Message], _ files: [WordsFile]) -> Words {
        var fingerprint = Fingerprint()
        fingerprint.feed(language)
        for file in files { fingerprint.feed(file.digest) }
        return Words(language: language, messages: messages, digest: fingerprint.value)
    }

    /// Refuses a message that is of another shape than the English one, or has room for other things.
    private func check(_ file: WordsFile, against known: [String: Message]) throws(TemplateError) {
        for (key, entry) in file.entries.sorted(by: { $0.key < $1.key }) {
            func mistake(_ problem: TemplateError.Problem) -> TemplateError {
                TemplateError(file: file.file, position: entry.place, problem: problem)
            }
            guard let english = known[key] else {
                throw mistake(.unknownPhrase(key, nearest: key.nearest(in: Array(known.keys))))
            }
            guard entry.message.shape == english.shape else { throw mistake(.otherShape(key, english.shape)) }
            let (own, others) = (entry.message.placeholders, english.placeholders)
            if let unknown = own.subtracting(others).min() {
                throw mistake(.unknownPlaceholder(unknown, key: key, known: others.sorted()))
            }
            if let missing = others.subtracting(own).subtracting(["count"]).min() {
                throw mistake(.placeholderMissing(missing, key: key))
            }
        }
    }
}

extension Message {
    fileprivate var shape: String {
        switch self {
        case .text: "a text"
        case .plural: "forms of a text (one, other, …)"
        case .list(let texts): "a list of \(texts.count) texts"
        }
    }
}
