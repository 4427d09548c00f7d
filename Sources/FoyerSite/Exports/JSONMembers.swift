import Disk

/// Members of a JSON object, in the order in which they are added; what has no value is left out.
struct JSONMembers {
    /// What stands between the braces.
    private(set) var text = ""

    var isEmpty: Bool { text.isEmpty }
    var object: String { "{\(text)}" }

    /// - Parameter name: one that needs no escapes.
    mutating func add(_ name: String, json value: String?) {
        guard let value else { return }
        text += text.isEmpty ? "\"" : ",\""
        text += name
        text += "\":"
        text += value
    }

    mutating func add(_ name: String, _ value: String?) { add(name, json: value.map(JSONText.quoted)) }

    mutating func add(escaping name: String, _ value: String) {
        text += text.isEmpty ? "" : ","
        text += "\(JSONText.quoted(name)):\(JSONText.quoted(value))"
    }

    mutating func add(_ name: String, _ value: Int?) { add(name, json: value.map(String.init)) }

    /// Nothing where the list is empty.
    mutating func add(_ name: String, list values: [String]) {
        if !values.isEmpty { add(name, json: "[\(values.joined(separator: ","))]") }
    }

    /// Nothing where the object would be empty.
    mutating func add(_ name: String, _ members: JSONMembers) {
        if !members.isEmpty { add(name, json: members.object) }
    }
}
