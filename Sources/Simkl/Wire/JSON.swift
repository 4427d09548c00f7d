import CSimdJSON

/// A JSON document parsed by simdjson, and the only door to it: no C name leaves this file.
@safe struct JSONDocument: ~Copyable {
    private let document: OpaquePointer
    private let top: csj_value

    /// Bytes that must be readable behind the text, whatever they are.
    static var padding: Int { csj_padding() }

    /// Parses the first `length` bytes of a buffer that is at least ``padding`` longer.
    ///
    /// - Throws: ``JSONRefusal`` where the bytes are not one JSON document for simdjson.
    init(paddedBytes: UnsafeRawBufferPointer, length: Int) throws(JSONRefusal) {
        let text = unsafe paddedBytes.bindMemory(to: CChar.self)
        var root = unsafe csj_value()
        var reason: UnsafePointer<CChar>?
        guard let base = text.baseAddress, let parsed = unsafe csj_parse(base, length, &root, &reason) else {
            throw JSONRefusal(reason: unsafe reason.map { unsafe String(cString: $0) } ?? "it is empty")
        }
        unsafe (document, top) = unsafe (parsed, root)
    }

    deinit { unsafe csj_free(document) }

    /// Valid as long as the document is; readers use it on the spot and keep only what they copied out.
    var root: JSONValue { unsafe JSONValue(top) }
}

/// simdjson's word for why it reads nothing of a document; where, it does not say.
struct JSONRefusal: Error {
    let reason: String
}

/// A value inside a living ``JSONDocument``.
@safe struct JSONValue {
    private let value: csj_value

    fileprivate init(_ value: csj_value) { unsafe self.value = value }

    enum Kind { case null, bool, integer, double, string, array, object }

    var kind: Kind {
        switch unsafe csj_type_of(value) {
        case CSJ_BOOL: .bool
        case CSJ_INTEGER: .integer
        case CSJ_DOUBLE: .double
        case CSJ_STRING: .string
        case CSJ_ARRAY: .array
        case CSJ_OBJECT: .object
        default: .null
        }
    }

    /// Whether nothing is inside: no element, no member. Simkl sends both `[]` and `{}` for "none".
    var isEmpty: Bool {
        var iterator = unsafe csj_iterate(value)
        var first = unsafe csj_value()
        var key: UnsafePointer<CChar>?
        var length = 0
        return unsafe !csj_next(&iterator, &first, &key, &length)
    }

    var bool: Bool? { kind == .bool ? unsafe csj_bool(value) : nil }

    var integer: Int? {
        var result: Int64 = 0
        return unsafe csj_integer(value, &result) ? Int(result) : nil
    }

    var double: Double? {
        var result = 0.0
        return unsafe csj_double(value, &result) ? result : nil
    }

    var string: String? { unsafe withUTF8 { unsafe String(decoding: $0, as: UTF8.self) } }

    /// Hands out the bytes of a string without copying them; nil for any other value.
    func withUTF8<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result? {
        var length = 0
        guard let start = unsafe csj_string(value, &length) else { return nil }
        return unsafe start.withMemoryRebound(to: UInt8.self, capacity: length) {
            unsafe body(UnsafeBufferPointer(start: $0, count: length))
        }
    }

    /// A text, or a number as it is written.
    var text: String? {
        switch kind {
        case .string: string
        case .integer, .double: String(decoding: minified, as: UTF8.self)
        default: nil
        }
    }

    /// The value as JSON text without blanks, all of it: also what nobody here knows.
    var minified: [UInt8] {
        var length = 0
        guard let text = unsafe csj_minify(value, &length) else { return [] }
        defer { unsafe csj_free_text(text) }
        return unsafe Array(UnsafeRawBufferPointer(start: text, count: length))
    }

    /// The member of an object; nil when it is absent or this is no object.
    subscript(key: StaticString) -> JSONValue? {
        var found = unsafe csj_value()
        let exists = key.withUTF8Buffer { bytes in
            unsafe bytes.withMemoryRebound(to: CChar.self) { text in
                guard let start = text.baseAddress else { return false }
                return unsafe csj_member(value, start, text.count, &found)
            }
        }
        return exists ? unsafe JSONValue(found) : nil
    }

    /// Visits the elements of an array in order; visits nothing else.
    func forEachElement(_ body: (Int, JSONValue) -> Void) {
        guard kind == .array else { return }
        var position = 0
        walk { value, _ in
            body(position, value)
            position += 1
        }
    }

    /// Visits the members of an object in the order of the file; visits nothing else.
    func forEachMember(_ body: (String, JSONValue) -> Void) {
        guard kind == .object else { return }
        walk { value, key in body(key, value) }
    }

    private func walk(_ body: (JSONValue, String) -> Void) {
        var iterator = unsafe csj_iterate(value)
        var current = unsafe csj_value()
        var key: UnsafePointer<CChar>?
        var length = 0
        while unsafe csj_next(&iterator, &current, &key, &length) {
            let name = unsafe key.map { start in
                unsafe String(
                    decoding: UnsafeRawBufferPointer(start: UnsafeRawPointer(start), count: length), as: UTF8.self)
            }
            unsafe body(JSONValue(current), name ?? "")
        }
    }
}
