import FlyingSocks
import Foundation
import Glibc

/// Puts an answer on the wire: its head, its framed body at its pace, and its end.
struct LoopbackDelivery: Sendable {
    let socket: AsyncSocket
    let answer: LoopbackAnswer

    /// Whether the connection can carry another request afterwards.
    func send(for request: LoopbackRequest) async throws -> Bool {
        if let gate = answer.gate { try await keepSilent { try await gate.wait() } }
        if let delay = answer.delay { try await keepSilent { try await Task.sleep(for: delay) } }
        if let wire = answer.wire {
            for part in wire.parts {
                for _ in 0..<part.times { try await socket.write(part.data) }
            }
            return false
        }
        try await socket.write(head)
        if request.method != "HEAD", answer.hasBody { try await sendBody() }
        return answer.framing != .untilClose && answer.ending == .whole && request["connection"]?.lowercased() != "close"
    }

    private var head: Data {
        var lines = ["HTTP/1.1 \(answer.status) Loopback"]
        lines += answer.headers.map { "\($0.name): \($0.value)" }
        switch answer.framing {
        case .length: if answer.hasBody { lines.append("Content-Length: \(answer.body.count)") }
        case .chunked: lines.append("Transfer-Encoding: chunked")
        case .untilClose: lines.append("Connection: close")
        }
        return Data((lines + ["", ""]).joined(separator: "\r\n").utf8)
    }

    private func sendBody() async throws {
        var left = answer.ending.bytes.map { min($0, answer.body.count) } ?? answer.body.count
        for part in answer.body.parts {
            for _ in 0..<part.times where left > 0 {
                let piece = part.data.prefix(left)
                left -= piece.count
                try await send(Data(piece))
            }
        }
        switch answer.ending {
        case .whole: if answer.framing == .chunked { try await socket.write(Data("0\r\n\r\n".utf8)) }
        case .cut: break
        case .stall: try await keepSilent { try await Task.sleep(for: .seconds(3600)) }
        case .reset: try socket.socket.setValue(linger(l_onoff: 1, l_linger: 0), for: Linger())
        }
    }

    /// Waits for something, but no longer than the client does.
    private func keepSilent(until isDue: @escaping @Sendable () async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            defer { group.cancelAll() }
            group.addTask { try await isDue() }
            group.addTask { while true { _ = try await socket.read(atMost: 1024) } }
            try await group.next()
        }
    }

    private func send(_ data: Data) async throws {
        guard let rate = answer.bytesPerSecond else { return try await write(data) }
        let step = max(1, rate / 20)
        var rest = data
        while !rest.isEmpty {
            try await write(Data(rest.prefix(step)))
            rest = Data(rest.dropFirst(step))
            try await Task.sleep(for: .seconds(Double(step) / Double(rate)))
        }
    }

    private func write(_ data: Data) async throws {
        guard answer.framing == .chunked else { return try await socket.write(data) }
        try await socket.write(Data("\(String(data.count, radix: 16))\r\n".utf8) + data + Data("\r\n".utf8))
    }
}

/// Closing with a time of zero sends a reset instead of an orderly end.
private struct Linger: SocketOption {
    var name: Int32 { SO_LINGER }
    func makeValue(from socketValue: linger) -> linger { socketValue }
    func makeSocketValue(from value: linger) -> linger { value }
}
