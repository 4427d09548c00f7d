import Disk

/// Why a template cannot be used, and where.
struct TemplateError: FileFailure, Hashable, Sendable, CustomStringConvertible {
    let file: String
    /// Nil where the trouble is the file as a whole.
    let position: Template.Position?
    let problem: Problem

    enum Problem: Hashable, Sendable {
        case missing
        case unreadable(String)
        case tagNeverEnds
        case neverClosed(String)
        case closesNothing(String)
        case closesAnother(open: String, close: String)
        case unsupported(String)
        case unknownName(String, nearest: String?)
        case unknownPartial(String, nearest: String?)
        case partialInsideItself(String)
        case notForOutput(String)
        case notForSections(String)
        case unescaped(String)
        case slotInTwoBraces(String)
        case malformedChart
        case malformedData
        case malformedAnchor
        case malformedPhrase
        case unknownPhrase(String, nearest: String?)
        case phraseIsNoText(String)
        case unknownPlaceholder(String, key: String, known: [String])
        case placeholderMissing(String, key: String)
        case notYAML(String)
        case notWords
        case malformedMessage(String)
        case otherShape(String, String)
        case noData(String)
        case noChart(String)
        case chartInBraces(String, kind: String)
        case unknownChartKind(String, name: String, kinds: [String])
    }

    static func failed(action: String, path: String, reason: String) -> TemplateError {
        TemplateError(file: path, position: nil, problem: .unreadable(reason))
    }

    static func busy(path: String) -> TemplateError { failed(action: "read", path: path, reason: "another program is at it") }

    var description: String {
        (position.map { "\(file):\($0.line):\($0.column)" } ?? file) + ": " + problem.sentence
    }
}

extension TemplateError.Problem {
    fileprivate var sentence: String {
        switch self {
        case .missing: "there is no such template. Copy it from the Templates that came with Foyer."
        case .unreadable(let reason): "it cannot be read (\(reason))."
        case .tagNeverEnds: "this tag has no end: write }} behind its name."
        case .neverClosed(let name): "the section '\(name)' is never closed: write {{/\(name)}} where it ends."
        case .closesNothing(let name): "{{/\(name)}} closes nothing: no section is open here."
        case .closesAnother(let open, let close): "{{/\(close)}} stands where '\(open)' has to be closed."
        case .unsupported(let tag): "\(tag) … is not part of Foyer's templates."
        case .unknownName(let name, let nearest): "there is no '\(name)' here." + suggestion(nearest)
        case .unknownPartial(let name, let nearest): "there is no partials/\(name).md." + suggestion(nearest)
        case .partialInsideItself(let name): "the partial '\(name)' contains itself."
        case .notForOutput(let name): "'\(name)' can only open a section: {{#\(name)}} … {{/\(name)}}."
        case .notForSections(let name): "'\(name)' can only be written out: {{{\(name)}}}."
        case .unescaped(let name): "'\(name)' has to be escaped: write {{\(name)}}."
        case .slotInTwoBraces(let name): "'\(name)' is HTML: write {{{\(name)}}}."
        case .malformedChart:
            "a chart is a block ```chart KIND NAME with nothing inside, such as ```chart bars months: the page writes its words "
                + "and its table by itself."
        case .malformedData:
            "data for scripts is {{%data year kind=kindPath}}, in a page's Markdown: attributes in small letters, with the names of their "
                + "values."
        case .malformedAnchor:
            "the id of a heading or of an item of pictures is {{%anchor name}} at its beginning, in a page's Markdown, with the name of a "
                + "text."
        case .malformedPhrase:
            "words are {{\"section.name\"}}, or {{\"section.name\" day place=name}} with the names of what goes into them."
        case .unknownPhrase(let key, let nearest): "there are no words '\(key)' in words/en.yaml." + suggestion(nearest)
        case .phraseIsNoText(let key): "'\(key)' has forms for numbers or is a list, and templates take only texts."
        case .unknownPlaceholder(let name, let key, let known):
            "'\(key)' has no room for {\(name)}"
                + (known.isEmpty ? "." : ", but for \(known.map { "{\($0)}" }.joined(separator: ", ")).")
        case .placeholderMissing(let name, let key): "'\(key)' has to have {\(name)} in it."
        case .notYAML(let reason): "this is not YAML (\(reason))."
        case .notWords:
            "sections were expected, with names and texts in each: 'home:', and below it '  recent: Recently watched'."
        case .malformedMessage(let key):
            "'\(key)' is no message: a text, a list of texts, or forms of a text for numbers with one for other; {name} holds a value."
        case .otherShape(let key, let shape): "'\(key)' has to be \(shape), as in words/en.yaml."
        case .noData(let name): "'\(name)' is no text: {{%data …}} takes only texts."
        case .noChart(let name): "'\(name)' is no chart."
        case .chartInBraces(let name, let kind): "'\(name)' is a chart: write a block ```chart \(kind) \(name)."
        case .unknownChartKind(let kind, let name, let kinds):
            "'\(name)' cannot be drawn as '\(kind)', but as \(kinds.joined(separator: " or "))."
        }
    }

    private func suggestion(_ nearest: String?) -> String { nearest.map { " Do you mean '\($0)'?" } ?? "" }
}
