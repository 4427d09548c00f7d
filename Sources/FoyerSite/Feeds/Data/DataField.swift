/// A name in a file for machines: what stands under it, and what the schema says of it. One list of fields makes both, so the two cannot
/// disagree.
struct DataField<Subject: Sendable>: Sendable {
    let name: String
    let summary: String
    let type: DataType
    let value: @Sendable (Subject) -> JSONNode

    static func text(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Subject) -> String
    ) -> DataField { DataField(name: name, summary: summary, type: .text) { .text(value($0)) } }

    /// A text that may be unknown: `null` then, so that a name is always there.
    static func optional(
        _ name: String, _ summary: String, _ type: DataType = .text, _ value: @escaping @Sendable (Subject) -> String?
    ) -> DataField { DataField(name: name, summary: summary, type: .optional(type)) { value($0).map(JSONNode.text) ?? .null } }

    static func choice(
        _ name: String, _ summary: String, _ choices: [String], _ value: @escaping @Sendable (Subject) -> String?
    ) -> DataField { optional(name, summary, .choice(choices), value) }

    static func whole(_ name: String, _ summary: String, _ value: @escaping @Sendable (Subject) -> Int) -> DataField {
        DataField(name: name, summary: summary, type: .whole) { .whole(value($0)) }
    }

    static func optionalWhole(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Subject) -> Int?
    ) -> DataField {
        DataField(name: name, summary: summary, type: .optional(.whole)) { value($0).map(JSONNode.whole) ?? .null }
    }

    static func optionalDecimal(
        _ name: String, _ summary: String, _ value: @escaping @Sendable (Subject) -> Double?
    ) -> DataField {
        DataField(name: name, summary: summary, type: .optional(.decimal)) { value($0).map(JSONNode.decimal) ?? .null }
    }

    /// - Parameter fields: what each row has beside the names that every title has.
    static func titles<Row: TitleSubject>(
        _ name: String, _ summary: String, with fields: [DataField<Row>], _ value: @escaping @Sendable (Subject) -> [Row]
    ) -> DataField {
        list(name, summary, with: DataField<Row>.title + fields, value)
    }

    /// - Parameter fields: what each row has.
    static func list<Row: Sendable>(
        _ name: String, _ summary: String, with fields: [DataField<Row>], _ value: @escaping @Sendable (Subject) -> [Row]
    ) -> DataField {
        DataField(name: name, summary: summary, type: .list(.object(fields.schema()))) {
            .list(value($0).map(fields.object))
        }
    }
}

/// What may stand under a name, as a schema says it.
///
/// Source: https://json-schema.org/draft/2020-12/json-schema-validation
indirect enum DataType: Sendable {
    /// `2026-11-20`, `2026-11-20T21:30:00Z`, an absolute address.
    case text, date, instant, address
    case whole, decimal
    case choice([String])
    case optional(DataType)
    case list(JSONNode)

    var members: [JSONNode.Member] {
        func type(_ name: String, _ more: JSONNode.Member...) -> [JSONNode.Member] {
            [JSONNode.Member(name: "type", value: .text(name))] + more
        }
        func format(_ name: String) -> JSONNode.Member { JSONNode.Member(name: "format", value: .text(name)) }
        switch self {
        case .text: return type("string")
        case .date: return type("string", format("date"))
        case .instant: return type("string", format("date-time"))
        case .address: return type("string", format("uri"))
        case .whole: return type("integer", JSONNode.Member(name: "minimum", value: .whole(0)))
        case .decimal: return type("number")
        case .choice(let choices): return type("string", JSONNode.Member(name: "enum", value: .texts(choices)))
        case .optional(let type):
            return [JSONNode.Member(name: "anyOf", value: .list([.object(type.members), .object(("type", .text("null")))]))]
        case .list(let element): return type("array", JSONNode.Member(name: "items", value: element))
        }
    }
}

extension Array {
    /// The object that the fields make of something.
    func object<Subject>(_ subject: Subject) -> JSONNode where Element == DataField<Subject> {
        .object(map { JSONNode.Member(name: $0.name, value: $0.value(subject)) })
    }

    /// What every such object is like: it has every name, and no other.
    func schema<Subject>() -> [JSONNode.Member] where Element == DataField<Subject> {
        let properties = map { field in
            let summary = JSONNode.Member(name: "description", value: .text(field.summary))
            return JSONNode.Member(name: field.name, value: .object([summary] + field.type.members))
        }
        return [
            JSONNode.Member(name: "type", value: .text("object")),
            JSONNode.Member(name: "properties", value: .object(properties)),
            JSONNode.Member(name: "required", value: .texts(map(\.name))),
            JSONNode.Member(name: "additionalProperties", value: .flag(false)),
        ]
    }
}
