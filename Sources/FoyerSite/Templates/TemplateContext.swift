/// What a template may use, and under which names.
///
/// The list of fields is all there is to a context: templates are compiled against it when they are loaded, and the documentation
/// of the names is made from it.
protocol TemplateContext: Sendable {
    static var place: Place { get }
    /// One sentence that says what the context is.
    static var summary: String { get }
    static var fields: Fields<Self> { get }
}

extension TemplateContext {
    static var place: Place { .markdown }
    /// The context's fields, seen through a metatype.
    static var shapes: [FieldShape] { fields.shapes }

    /// The context by itself, to render with.
    var row: any ContextRows { ContextList([self]) }
}

/// The fields of a context, in the order of its documentation.
struct Fields<Context: TemplateContext>: Sendable {
    let all: [Field<Context>]

    init(_ fields: Field<Context>...) { all = fields }

    /// The same fields, as far as compiling and documenting need them.
    var shapes: [FieldShape] { all.map { FieldShape(name: $0.name, summary: $0.summary, type: $0.type, input: $0.input) } }
}

/// One name that a template may use.
struct Field<Context: TemplateContext>: Sendable {
    let name: String
    let summary: String
    let type: FieldType
    /// What it tells of, besides what a page with such a context declares.
    private(set) var input: Input?
    let value: @Sendable (Context) -> TemplateValue

    /// The same field, where a page whose template uses it is made from more than it declares.
    func reading(_ input: Input) -> Field {
        var field = self
        field.input = input
        return field
    }

    /// Text of any origin, escaped for the place it is put in. Empty text is no text: its section is left out.
    static func text(_ name: String, _ summary: String, _ value: @escaping @Sendable (Context) -> String?) -> Field {
        Field(name: name, summary: summary, type: .text) { .text(value($0) ?? "") }
    }

    /// Text that tells a day or a moment.
    static func time(_ name: String, _ summary: String, _ value: @escaping @Sendable (Context) -> TimeText?) -> Field {
        Field(name: name, summary: summary, type: .text) { value($0).map { .time($0) } ?? .text("") }
    }

    static func count(_ name: String, _ summary: String, _ value: @escaping @Sendable (Context) -> Int) -> Field {
        Field(name: name, summary: summary, type: .text) { .text(value($0).grouped) }
    }

    /// An address for a link or an image.
    static func link(_ name: String, _ summary: String, _ value: @escaping @Sendable (Context) -> Address?) -> Field {
        Field(name: name, summary: summary, type: .link) { .link(value($0)) }
    }

    /// Only for sections.
    static func flag(_ name: String, _ summary: String, _ value: @escaping @Sendable (Context) -> Bool) -> Field {
        Field(name: name, summary: summary, type: .flag) { .flag(value($0)) }
    }

    static func list<Element: TemplateContext>(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Context) -> [Element]
    ) -> Field {
        Field(name: name, summary: summary, type: .list(Element.self)) { .rows(ContextList(value($0))) }
    }

    static func object<Object: TemplateContext>(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Context) -> Object?
    ) -> Field {
        Field(name: name, summary: summary, type: .object(Object.self)) { .rows(ContextList(value($0).map { [$0] } ?? [])) }
    }

    /// What a page draws. A chart without numbers is none.
    static func chart<Value: Chart>(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Context) -> Value?
    ) -> Field {
        Field(name: name, summary: summary, type: .chart(Value.kinds)) { context in
            .chart(value(context).flatMap { $0.isEmpty ? nil : $0 })
        }
    }

    /// HTML that is safe as it stands; only the layout has such fields, and writes them in three braces.
    static func slot(_ name: String, _ summary: String, _ value: @escaping @Sendable (Context) -> [UInt8]) -> Field {
        Field(name: name, summary: summary, type: .slot) { .slot(value($0)) }
    }
}

/// A field without its context's type.
struct FieldShape: Sendable {
    let name: String
    let summary: String
    let type: FieldType
    let input: Input?
}

enum FieldType: Sendable {
    case text, link, flag, slot
    case chart([ChartKind])
    case list(any TemplateContext.Type)
    case object(any TemplateContext.Type)
}
