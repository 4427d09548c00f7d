import Disk
import Mustache

/// A field's value on its way into a template. There is no case for text that would not be escaped.
enum TemplateValue: Sendable {
    case text(String)
    case link(Address?)
    case flag(Bool)
    case list([ContextSnapshot])
    case object(ContextSnapshot?)
    case slot(String)

    /// What the Mustache library takes. Never nil: a nil child would make it look for the name in the context around.
    func rendered(in place: Place) -> Any {
        switch self {
        case .text(let text): RenderedText(place.escape(text))
        case .link(let address): RenderedText(address?.written(in: place) ?? "")
        case .flag(let flag): flag
        case .list(let list): list
        case .object(let object): object ?? RenderedText("")
        case .slot(let html): RenderedText(html)
        }
    }

    func feed(_ fingerprint: inout Fingerprint) {
        switch self {
        case .text(let text), .slot(let text): fingerprint.feed(text)
        case .link(let address): fingerprint.feed(address?.text ?? "")
        case .flag(let flag): fingerprint.feed(flag ? "1" : "0")
        case .list(let list):
            fingerprint.feed("[\(list.count)")
            for element in list { element.feed(&fingerprint) }
        case .object(let object):
            fingerprint.feed(object == nil ? "-" : "{")
            object?.feed(&fingerprint)
        }
    }
}

/// A context's values, for one rendering: what the Mustache library looks names up in.
struct ContextSnapshot: MustacheParent {
    private let positions: [String: Int]
    private let values: [TemplateValue]
    private let place: Place

    init<Context: TemplateContext>(_ context: Context) {
        positions = Context.fields.positions
        values = Context.fields.all.map { $0.value(context) }
        place = Context.place
    }

    func child(named name: String) -> Any? { positions[name].map { values[$0].rendered(in: place) } }

    func feed(_ fingerprint: inout Fingerprint) {
        for value in values { value.feed(&fingerprint) }
    }
}

/// Text that is escaped already. Empty text counts as nothing, so its section is left out.
private struct RenderedText: MustacheCustomRenderable, MustacheParent {
    let renderText: String

    init(_ text: String) { renderText = text }

    var isNull: Bool { renderText.isEmpty }

    func child(named: String) -> Any? { nil }
}
