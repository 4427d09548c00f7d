import Foundation

/// What goes out over the wire.
struct HTTPRequest: Sendable {
    let method: SimklRequest.Method
    var url: URL
    /// Never on a GET.
    var body: Data?
    private var headers: [String: String] = [:]

    init(_ method: SimklRequest.Method, _ url: URL) {
        self.method = method
        self.url = url
    }

    /// A header; whatever would end its line early is taken out of it, such as the line break behind a token that was pasted.
    subscript(header name: String) -> String? {
        get { headers[name] }
        set {
            headers[name] = newValue.map { value in
                String(String.UnicodeScalarView(value.unicodeScalars.filter { $0.properties.generalCategory != .control }))
            }
        }
    }

    /// As they are written, in an order of their own.
    var headerLines: [String] { headers.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" } }
}
