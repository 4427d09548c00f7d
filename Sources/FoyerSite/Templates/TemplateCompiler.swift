import Disk
import GFM

/// Holds a template against the contexts that it will be rendered with: every name becomes a field of one of them, every partial a
/// part of the template.
struct TemplateCompiler {
    /// By their names.
    private let partials: [String: Template]
    private let words: Words
    private var inputs: [Input] = []
    private var usedPartials: Set<String> = []

    init(partials: [String: Template], words: Words) {
        self.partials = partials
        self.words = words
    }

    /// A template that is rendered with one context; in Markdown, with ``CommonContext`` around it.
    func compiled(
        _ template: Template, context: any TemplateContext.Type
    ) throws(TemplateError) -> CompiledTemplate {
        var compiler = self
        return try compiler.compile(template, context)
    }

    private mutating func compile(
        _ template: Template, _ context: any TemplateContext.Type
    ) throws(TemplateError) -> CompiledTemplate {
        let common: [any TemplateContext.Type] = context.place == .markdown ? [CommonContext.self] : []
        var operations: [CompiledTemplate.Operation] = []
        try add(template.nodes, to: &operations, Scope(template: template, place: context.place, contexts: common + [context]))
        var fingerprint = Fingerprint()
        fingerprint.feed(template.text)
        for name in usedPartials.sorted() {
            fingerprint.feed(name)
            fingerprint.feed(partials[name]?.text ?? "")
        }
        return CompiledTemplate(operations: operations, inputs: inputs, digest: fingerprint.value)
    }

    /// What is around a tag.
    private struct Scope {
        var template: Template
        var place: Place
        /// The innermost last.
        var contexts: [any TemplateContext.Type]
        /// Whether the innermost context is one of a list.
        var isInList = false
        /// What the sections around are about that add no context.
        var held: [CompiledTemplate.Source] = []
        /// The partials that are being written out.
        var partials: [String] = []
        /// What stands before each line of the partial.
        var indentation: [UInt8] = []

        func place(isFenced: Bool) -> Place { isFenced && place == .markdown ? .fence : place }
    }

    private mutating func add(
        _ nodes: [Template.Node], to operations: inout [CompiledTemplate.Operation], _ scope: Scope
    ) throws(TemplateError) {
        for node in nodes {
            switch node {
            case .text(let text): operations.add(text)
            case .lineStart: operations.add(scope.indentation)
            case .value(let name, let isTriple, let isFenced, let offset):
                let source = try value(name, isTriple: isTriple, offset, scope)
                operations.append(.value(source, scope.place(isFenced: isFenced)))
            case .phrase(let key, let values, let isFenced, let offset):
                try addPhrase(key, values, isFenced: isFenced, offset, to: &operations, scope)
            case .chart(let kind, let name, let indentation, let offset):
                let (source, drawn) = try chart(kind, name, offset, scope)
                operations.append(.chart(source, drawn, indentation: scope.indentation + indentation))
            case .data(let attributes, let isFenced, let offset):
                operations.append(.data(try data(attributes, isFenced: isFenced, offset, scope)))
            case .anchor(let name, let isFenced, let offset):
                operations.append(.anchor(try anchor(name, isFenced: isFenced, offset, scope)))
            case .section(let name, let isInverted, let inside, let offset):
                if let end = CompiledTemplate.End(name), scope.isInList {
                    var part: [CompiledTemplate.Operation] = []
                    try add(inside, to: &part, scope)
                    operations.append(.end(end, inside: isInverted ? [] : part, otherwise: isInverted ? part : []))
                } else {
                    try addSection(name, isInverted: isInverted, inside, offset, to: &operations, scope)
                }
            case .partial(let name, let indentation, let isFenced, let offset):
                var inner = scope
                inner.place = scope.place(isFenced: isFenced)
                inner.indentation += indentation
                try addPartial(name, offset, to: &operations, inner)
            }
        }
    }

    private mutating func addSection(
        _ name: String, isInverted: Bool, _ inside: [Template.Node], _ offset: Int,
        to operations: inout [CompiledTemplate.Operation], _ scope: Scope
    ) throws(TemplateError) {
        let (source, type) = try field(name, offset, scope)
        var inner = scope
        switch type {
        case .list(let context) where !isInverted:
            inner.contexts.append(context)
            inner.isInList = true
        case .object(let context) where !isInverted:
            inner.contexts.append(context)
            inner.isInList = false
        case .text, .link, .chart: inner.held.append(source)
        case .slot: throw scope.template.error(.notForSections(name), at: offset)
        case .flag, .list, .object: break
        }
        var part: [CompiledTemplate.Operation] = []
        try add(inside, to: &part, inner)
        operations.addSection(source, inside: isInverted ? [] : part, otherwise: isInverted ? part : [])
    }

    private mutating func addPartial(
        _ name: String, _ offset: Int, to operations: inout [CompiledTemplate.Operation], _ scope: Scope
    ) throws(TemplateError) {
        guard let partial = partials[name] else {
            throw scope.template.error(.unknownPartial(name, nearest: name.nearest(in: Array(partials.keys))), at: offset)
        }
        guard !scope.partials.contains(name) else { throw scope.template.error(.partialInsideItself(name), at: offset) }
        usedPartials.insert(name)
        var inner = scope
        inner.template = partial
        inner.partials.append(name)
        try add(partial.nodes, to: &operations, inner)
    }

    /// A message's own text as it stands, in HTML escaped, and the values in it.
    private mutating func addPhrase(
        _ key: String, _ values: [(placeholder: String, name: String)], isFenced: Bool, _ offset: Int,
        to operations: inout [CompiledTemplate.Operation], _ scope: Scope
    ) throws(TemplateError) {
        guard let message = words[key] else {
            throw scope.template.error(.unknownPhrase(key, nearest: key.nearest(in: words.keys)), at: offset)
        }
        guard case .text(let text) = message else { throw scope.template.error(.phraseIsNoText(key), at: offset) }
        let place = scope.place(isFenced: isFenced)
        if let value = values.first(where: { !message.placeholders.contains($0.placeholder) }) {
            let known = message.placeholders.sorted()
            throw scope.template.error(.unknownPlaceholder(value.placeholder, key: key, known: known), at: offset)
        }
        for part in text.parts {
            switch part {
            case .text(let text): operations.add(place == .html ? Array(HTMLText.escape(text).utf8) : Array(text.utf8))
            case .placeholder(let placeholder):
                guard let value = values.first(where: { $0.placeholder == placeholder }) else {
                    throw scope.template.error(.placeholderMissing(placeholder, key: key), at: offset)
                }
                operations.append(.value(try self.value(value.name, isTriple: false, offset, scope), place))
            }
        }
    }

    private mutating func value(
        _ name: String, isTriple: Bool, _ offset: Int, _ scope: Scope
    ) throws(TemplateError) -> CompiledTemplate.Source {
        let (source, type) = try field(name, offset, scope)
        switch type {
        case .flag, .list, .object: throw scope.template.error(.notForOutput(name), at: offset)
        case .slot where !isTriple: throw scope.template.error(.slotInTwoBraces(name), at: offset)
        case .text, .link: if isTriple { throw scope.template.error(.unescaped(name), at: offset) }
        case .chart(let kinds):
            throw scope.template.error(.chartInBraces(name, kind: kinds.first?.rawValue ?? ""), at: offset)
        case .slot: break
        }
        return source
    }

    private mutating func chart(
        _ kind: String, _ name: String, _ offset: Int, _ scope: Scope
    ) throws(TemplateError) -> (CompiledTemplate.Source, ChartKind) {
        let (source, type) = try field(name, offset, scope)
        guard case .chart(let kinds) = type else { throw scope.template.error(.noChart(name), at: offset) }
        guard let drawn = kinds.first(where: { $0.rawValue == kind }) else {
            throw scope.template.error(.unknownChartKind(kind, name: name, kinds: kinds.map(\.rawValue)), at: offset)
        }
        return (source, drawn)
    }

    private mutating func data(
        _ attributes: [(attribute: String, name: String)], isFenced: Bool, _ offset: Int, _ scope: Scope
    ) throws(TemplateError) -> [CompiledTemplate.DataSource] {
        guard case .markdown = scope.place(isFenced: isFenced) else { throw scope.template.error(.malformedData, at: offset) }
        var sources: [CompiledTemplate.DataSource] = []
        for (attribute, name) in attributes {
            let (source, type) = try field(name, offset, scope)
            guard case .text = type else { throw scope.template.error(.noData(name), at: offset) }
            sources.append(CompiledTemplate.DataSource(attribute: attribute, value: source))
        }
        return sources
    }

    private mutating func anchor(
        _ name: String, isFenced: Bool, _ offset: Int, _ scope: Scope
    ) throws(TemplateError) -> CompiledTemplate.Source {
        let (source, type) = try field(name, offset, scope)
        guard case (.text, .markdown) = (type, scope.place(isFenced: isFenced)) else {
            throw scope.template.error(.malformedAnchor, at: offset)
        }
        return source
    }

    /// The innermost field of a name.
    private mutating func field(
        _ name: String, _ offset: Int, _ scope: Scope
    ) throws(TemplateError) -> (CompiledTemplate.Source, FieldType) {
        for (position, context) in scope.contexts.enumerated().reversed() {
            guard let (field, shape) = context.shapes.enumerated().first(where: { $0.element.name == name }) else { continue }
            if let input = shape.input, !inputs.contains(input) { inputs.append(input) }
            let source = CompiledTemplate.Source.field(field, context: position)
            return (scope.held.lastIndex(of: source).map { .section($0) } ?? source, shape.type)
        }
        let names = scope.contexts.flatMap { $0.shapes.map(\.name) }
        throw scope.template.error(.unknownName(name, nearest: name.nearest(in: names)), at: offset)
    }
}

extension CompiledTemplate.End {
    /// Of the sections that a list's elements have besides their fields.
    fileprivate init?(_ name: String) {
        switch name {
        case "first()": self = .first
        case "last()": self = .last
        default: return nil
        }
    }
}

extension [CompiledTemplate.Operation] {
    /// Adds to the text at the end, where there is one.
    fileprivate mutating func add(_ text: [UInt8]) {
        if text.isEmpty { return }
        if case .text(let before) = last {
            self[count - 1] = .text(before + text)
        } else {
            append(.text(text))
        }
    }

    /// A section and the inverted one beside it are one, so that their value is asked for once.
    fileprivate mutating func addSection(_ source: CompiledTemplate.Source, inside: Self, otherwise: Self) {
        if case .section(source, let before, let beforeOtherwise) = last,
            (before.isEmpty && otherwise.isEmpty) || (beforeOtherwise.isEmpty && inside.isEmpty)
        {
            self[count - 1] = .section(source, inside: before + inside, otherwise: beforeOtherwise + otherwise)
        } else {
            append(.section(source, inside: inside, otherwise: otherwise))
        }
    }
}
