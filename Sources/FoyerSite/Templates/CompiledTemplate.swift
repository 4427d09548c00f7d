/// A template whose names are found already: rendering it looks nothing up, and asks for no value that it does not write.
struct CompiledTemplate: Sendable {
    let operations: [Operation]
    /// What its names tell of besides what its page declares, those of its partials too: each once.
    let inputs: [Input]
    /// Taken over its text and that of its partials.
    let digest: UInt64

    indirect enum Operation: Sendable {
        case text([UInt8])
        case value(Source, Place)
        /// Nothing where there is no such chart.
        case chart(Source, ChartKind, indentation: [UInt8])
        /// Nothing where none of its values is there.
        case data([DataSource])
        case anchor(Source)
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

    /// An attribute of a list's item.
    struct DataSource: Sendable {
        let attribute: String
        let value: Source
    }

    enum End: Sendable {
        case first, last
    }

    /// - Parameter contexts: those it was compiled for, the outermost first.
    func rendered(with contexts: [any ContextRows]) -> RenderedTemplate {
        var rendering = TemplateRendering(contexts: contexts)
        rendering.write(operations)
        return rendering.result
    }
}

/// A template that is being rendered.
private struct TemplateRendering {
    private var bytes: [UInt8] = []
    /// How much was written before each insert.
    private var places: [Int] = []
    private var inserts: [Insert] = []
    /// The innermost last.
    private var contexts: [any ContextRows]
    /// The texts, addresses and charts that the sections around are about.
    private var held: [TemplateValue] = []

    init(contexts: [any ContextRows]) {
        self.contexts = contexts
        bytes.reserveCapacity(4096)
    }

    var result: RenderedTemplate { RenderedTemplate(text: bytes, places: places, inserts: inserts) }

    mutating func write(_ operations: [CompiledTemplate.Operation]) {
        for operation in operations {
            switch operation {
            case .text(let text): bytes.append(contentsOf: text)
            case .value(let source, let place): write(value(source), in: place)
            case .chart(let source, let kind, let indentation):
                guard case .chart(let chart?) = value(source) else { break }
                insert(.chart(PlacedChart(chart: chart, kind: kind, indentation: indentation)))
            case .data(let sources): write(sources)
            case .anchor(let source):
                if case .text(let words) = value(source), !words.isEmpty { insert(.anchor(words)) }
            case .section(let source, let inside, let otherwise): writeSection(value(source), inside, otherwise)
            case .end(let end, let inside, let otherwise): write(isAt(end) ? inside : otherwise)
            }
        }
    }

    private mutating func insert(_ insert: Insert) {
        inserts.append(insert)
        places.append(bytes.count)
    }

    private mutating func write(_ sources: [CompiledTemplate.DataSource]) {
        var attributes: [UInt8] = []
        for source in sources {
            guard case .text(let text) = value(source.value), !text.isEmpty else { continue }
            attributes.append(contentsOf: " data-\(source.attribute)=\"".utf8)
            Place.html.write(text, to: &attributes)
            attributes.append(UInt8(ascii: "\""))
        }
        if !attributes.isEmpty { insert(.attributes(String(decoding: attributes, as: UTF8.self))) }
    }

    private func value(_ source: CompiledTemplate.Source) -> TemplateValue {
        switch source {
        case .field(let field, let context): contexts[context].value(of: field)
        case .section(let number): held[number]
        }
    }

    private mutating func write(_ value: TemplateValue, in place: Place) {
        switch value {
        case .text(let text): place.write(text, to: &bytes)
        case .time(let time) where place == .markdown: insert(.time(time))
        case .time(let time): place.write(time.words, to: &bytes)
        case .link(let address): if let address { place.write(address, to: &bytes) }
        case .slot(let html): bytes.append(contentsOf: html)
        // The compiler lets none of these be written out.
        case .flag, .rows, .chart: break
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
        case .text, .time, .link, .chart, .slot:
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
    /// Whether a text, an address or a chart is nothing.
    fileprivate var isEmpty: Bool {
        switch self {
        case .text(let text): text.isEmpty
        case .link(let address): address?.text.isEmpty ?? true
        case .chart(let chart): chart == nil
        default: false
        }
    }
}
