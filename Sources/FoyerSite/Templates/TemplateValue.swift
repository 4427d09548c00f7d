/// A field's value on its way into a template. There is no case for text that would not be escaped.
enum TemplateValue: Sendable {
    case text(String)
    /// A text that tells a day or a moment; HTML says which.
    case time(TimeText)
    case link(Address?)
    case flag(Bool)
    /// A list's elements, or an object: one element, or none.
    case rows(any ContextRows)
    case chart((any Chart)?)
    case slot([UInt8])
}

/// Contexts of one type, one after the other the innermost of a rendering.
protocol ContextRows: Sendable {
    var count: Int { get }
    /// Which of them is the innermost.
    var position: Int { get set }

    func value(of field: Int) -> TemplateValue
}

struct ContextList<Context: TemplateContext>: ContextRows {
    private let contexts: [Context]
    var position = 0

    init(_ contexts: [Context]) { self.contexts = contexts }

    var count: Int { contexts.count }

    /// Borrows both: a context that is copied costs more than most of its values.
    func value(of field: Int) -> TemplateValue {
        let fields = Context.fields.all
        return fields.span[field].value(contexts.span[position])
    }
}
