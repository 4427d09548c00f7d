public import Foundation

/// A JSON tree, compared by value; the order of an object's members does not count.
public enum JSON: Sendable, Hashable {
    case null
    case bool(Bool)
    case int(Int)
    case double(Double)
    case string(String)
    case array([JSON])
    case object([String: JSON])

    public init(_ data: Data) throws {
        self.init(any: try JSONSerialization.jsonObject(with: data, options: .fragmentsAllowed))
    }

    private init(any value: Any) {
        switch value {
        case let value as String: self = .string(value)
        case let value as [String: Any]: self = .object(value.mapValues { JSON(any: $0) })
        case let value as [Any]: self = .array(value.map { JSON(any: $0) })
        case let value as NSNumber:
            switch unsafe String(cString: value.objCType) {
            case "c", "B": self = .bool(value.boolValue)
            case "d", "f": self = .double(value.doubleValue)
            default: self = .int(value.intValue)
            }
        default: self = .null
        }
    }

    /// The member of an object; setting nil removes it.
    public subscript(key: String) -> JSON? {
        get {
            if case .object(let members) = self { members[key] } else { nil }
        }
        set {
            guard case .object(var members) = self else { return }
            self = .null  // Lets go of the members, so that changing them copies nothing.
            members[key] = newValue
            self = .object(members)
        }
    }

    public subscript(index: Int) -> JSON? { elements.indices.contains(index) ? elements[index] : nil }

    /// The elements of an array; none of anything else.
    public var elements: [JSON] { if case .array(let elements) = self { elements } else { [] } }

    /// The members of an object; none of anything else.
    public var members: [String: JSON] { if case .object(let members) = self { members } else { [:] } }

    public var string: String? { if case .string(let text) = self { text } else { nil } }

    public var bool: Bool? { if case .bool(let value) = self { value } else { nil } }

    public var double: Double? {
        switch self {
        case .double(let value): value
        case .int(let value): Double(value)
        default: nil
        }
    }

    public var int: Int? {
        switch self {
        case .int(let value): value
        case .string(let text): Int(text)
        default: nil
        }
    }

    /// An object of the members that are there.
    static func present(_ members: [String: JSON?]) -> JSON { .object(members.compactMapValues { $0 }) }

    static func strings(_ texts: some Sequence<String>) -> JSON { .array(texts.map { .string($0) }) }
}

extension JSON: ExpressibleByBooleanLiteral, ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral,
    ExpressibleByStringInterpolation, ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral
{
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    public init(integerLiteral value: Int) { self = .int(value) }
    public init(floatLiteral value: Double) { self = .double(value) }
    public init(stringLiteral value: String) { self = .string(value) }
    public init(arrayLiteral elements: JSON...) { self = .array(elements) }
    public init(dictionaryLiteral elements: (String, JSON)...) { self = .object(Dictionary(elements) { $1 }) }
}
