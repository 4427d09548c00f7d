import FlyingSocks
import Foundation

/// Requests off a connection, one after the other.
struct LoopbackReader {
    let host: LoopbackRequest.Host
    let socket: AsyncSocket
    private let connection = UUID()
    private var buffer = Data()

    init(host: LoopbackRequest.Host, socket: AsyncSocket) {
        self.host = host
        self.socket = socket
    }

    /// The next request with its body; nil when the client has closed the connection or sends something that is not HTTP.
    mutating func next() async throws -> LoopbackRequest? {
        let end = Data("\r\n\r\n".utf8)
        var head = buffer.range(of: end)
        while head == nil {
            guard try await fill() else { return nil }
            head = buffer.range(of: end)
        }
        guard let head else { return nil }
        let arrival = ContinuousClock.now
        let lines = String(decoding: buffer[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        buffer = Data(buffer[head.upperBound...])
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        let length = headers["content-length"].flatMap { Int($0) } ?? 0
        if headers["expect"] != nil { try await socket.write(Data("HTTP/1.1 100 Continue\r\n\r\n".utf8)) }
        while buffer.count < length {
            guard try await fill() else { return nil }
        }
        let body = Data(buffer.prefix(length))
        buffer = Data(buffer.dropFirst(length))
        return LoopbackRequest(host: host, line: lines[0], headers: headers, body: body, arrival: arrival, connection: connection)
    }

    private mutating func fill() async throws -> Bool {
        do {
            buffer += try await socket.read(atMost: 4096)
            return true
        } catch SocketError.disconnected {
            return false
        }
    }
}
