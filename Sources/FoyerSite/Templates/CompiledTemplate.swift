/// A template whose names are found already: rendering it looks nothing up, and asks for no value that it does not write.
struct CompiledTemplate: Sendable {
    let place: Place
    let operations: [Operation]
    /// Every name that it uses, its partials too.
    let names: Set<String>
    /// Those of them that are names of ``CommonContext``.
    let commonNames: Set<String>
    /// Taken over its text and that of its partials.
    let digest: UInt64

    indirect enum Operation: Sendable {
        case text([UInt8])
        case value(Source)
        /// One of two parts, after whether there is something; the first once for each element of a list.
        case section(Source, inside: [Operation], otherwise: [Operation])
        /// One of two parts, after whether the innermost context is at an end of its list.
        case end(End, inside: [Operation], otherwise: [Operation])
    }

    /// Where a value comes from.
    enum Source: Hashable, Sendable {
        /// A field of one of the contexts, which are counted from the outermost.
        case field(Int, context: Int)
        /// What a section around was about, counted from the outermost.
        case section(Int)
    }

    enum End: Sendable {
        case first, last
    }

    /// The template's bytes.
    ///
    /// - Parameter contexts: those it was compiled for, the outermost first.
    func rendered(with contexts: [any ContextRows]) -> [UInt8] {
        var rendering = TemplateRendering(contexts: contexts, place: place)
        rendering.write(operations)
        return rendering.bytes
    }
}

/// A template that is being rendered.
private struct TemplateRendering {
    private(set) var bytes: [UInt8] = []
    /// The innermost last.
    private var contexts: [any ContextRows]
    /// The texts and addresses that the sections around are about.
    private var held: [TemplateValue] = []
    private let place: Place

    init(contexts: [any ContextRows], place: Place) {
        self.contexts = contexts
        self.place = place
        bytes.reserveCapacity(4096)
    }

    mutating func write(_ operations: [CompiledTemplate.Operation]) {
        for operation in operations {
            switch operation {
            case .text(let text): bytes.append(contentsOf: text)
            case .value(let source): write(value(source))
            case .section(let source, let inside, let otherwise): writeSection(value(source), inside, otherwise)
            case .end(let end, let inside, let otherwise): write(isAt(end) ? inside : otherwise)
            }
        }
    }

    private func value(_ source: CompiledTemplate.Source) -> TemplateValue {
        switch source {
        case .field(let field, let context): contexts[context].value(of: field)
        case .section(let number): held[number]
        }
    }

    private mutating func write(_ value: TemplateValue) {
        switch value {
        case .text(let text): place.write(text, to: &bytes)
        case .link(let address): if let address { place.write(address, to: &bytes) }
        case .slot(let html): bytes.append(contentsOf: html)
        // The compiler lets none of these be written out.
        case .flag, .rows: break
        }
    }

    private mutating func writeSection(
        _ value: TemplateValue, _ inside: [CompiledTemplate.Operation], _ otherwise: [CompiledTemplate.Operation]
    ) {
        switch value {
        case .flag(let flag):
            write(flag ? inside : otherwise)
        case .rows(var rows):
            if rows.count == 0 { return write(otherwise) }
            rows.position = 0
            contexts.append(rows)
            for position in 0..<rows.count {
                contexts[contexts.count - 1].position = position
                write(inside)
            }
            contexts.removeLast()
        case .text, .link, .slot:
            held.append(value)
            write(value.isEmpty ? otherwise : inside)
            held.removeLast()
        }
    }

    private func isAt(_ end: CompiledTemplate.End) -> Bool {
        guard let rows = contexts.last else { return false }
        return switch end {
        case .first: rows.position == 0
        case .last: rows.position == rows.count - 1
        }
    }
}

extension TemplateValue {
    /// Whether a text or an address is nothing.
    fileprivate var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .link(let address): address?.text.isEmpty ?? true
        default: false
        }
    }
}
