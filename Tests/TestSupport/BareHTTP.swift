import FlyingSocks
public import Foundation

/// Requests exactly as they are written: no client puts a path in order before it is sent.
public enum BareHTTP {
    public struct Answer: Sendable {
        public let status: Int
        public let headers: [String: String]
        public let body: Data

        public var text: String { String(decoding: body, as: UTF8.self) }
    }

    /// Asks a server of this machine on a connection of its own, and on a thread of its own: no other test's work holds it up.
    public static func ask(
        _ target: String, port: UInt16, method: String = "GET", host: String? = nil, at address: String = "127.0.0.1"
    ) async throws -> Answer {
        let head = "\(method) \(target) HTTP/1.1\r\nHost: \(host ?? "127.0.0.1:\(port)")\r\nConnection: close\r\n\r\n"
        return try await withCheckedThrowingContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(with: Result { try answer(bytes(to: Data(head.utf8), at: address, port)) })
            }
        }
    }

    private static func bytes(to head: Data, at address: String, _ port: UInt16) throws -> Data {
        let socket = try Socket(domain: AF_INET, type: .stream)
        defer { try? socket.close() }
        try socket.connect(to: .inet(ip4: address, port: port))
        var sent = head.startIndex
        while sent < head.endIndex { sent = try socket.write(head, from: sent) }
        var bytes = Data()
        do {
            while true { bytes += try socket.read(atMost: 4096) }
        } catch SocketError.disconnected {
            return bytes
        }
    }

    private static func answer(_ bytes: Data) throws -> Answer {
        guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { throw SocketError.disconnected }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            let parts = line.split(separator: ":", maxSplits: 1)
            headers[parts[0].lowercased()] = parts.last?.trimmingCharacters(in: .whitespaces)
        }
        let status = lines[0].split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0
        return Answer(status: status, headers: headers, body: Data(bytes[end.upperBound...]))
    }
}
