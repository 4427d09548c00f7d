import FlyingSocks
import Foundation
import Glibc

/// A port of 127.0.0.1 that speaks HTTP/1.1, well or badly as each answer asks.
///
/// Why not FlyingFox's own server: it sends only true lengths and whole bodies, and cannot reset a connection. Its sockets can, so
/// good and bad answers go the same way.
struct LoopbackListener: Sendable {
    typealias Handler = @Sendable (LoopbackRequest) async -> LoopbackExchange

    let host: LoopbackRequest.Host
    let port: UInt16
    private let socket: AsyncSocket

    /// Listens as soon as this returns.
    init(_ host: LoopbackRequest.Host, port: UInt16, pool: some AsyncSocketPool) throws {
        let socket = try Socket(domain: AF_INET, type: .stream)
        socket.keepFromChildren()
        try socket.setValue(true, for: .localAddressReuse)
        try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
        try socket.listen()
        guard case .ip4(_, let bound) = try socket.sockname() else { throw SocketError.unsupportedAddress }
        self.socket = try AsyncSocket(socket: socket, pool: pool)
        self.host = host
        self.port = bound
    }

    var url: String { "http://127.0.0.1:\(port)" }

    /// Serves until the task is cancelled.
    func run(_ handler: @escaping Handler) async {
        defer { try? socket.close() }
        await withDiscardingTaskGroup { group in
            while let connection = try? await socket.accept() {
                connection.socket.keepFromChildren()
                group.addTask {
                    await serve(connection, handler)
                    try? connection.close()
                }
            }
            group.cancelAll()
        }
    }

    private func serve(_ connection: AsyncSocket, _ handler: Handler) async {
        var reader = LoopbackReader(host: host, socket: connection)
        do {
            while let request = try await reader.next() {
                let exchange = await handler(request)
                defer { exchange.finished() }
                let keepsOpen = try await LoopbackDelivery(socket: connection, answer: exchange.answer).send(for: request)
                if !keepsOpen { return }
            }
        } catch {
            // The client went away, or an answer ended in a reset: the connection is done either way.
        }
    }
}

/// An answer, and what to do when it has left.
struct LoopbackExchange: Sendable {
    let answer: LoopbackAnswer
    let finished: @Sendable () -> Void
}

extension Socket {
    /// A program that a test starts must not hold a connection open which the server has closed.
    fileprivate func keepFromChildren() { _ = fcntl(file.rawValue, F_SETFD, FD_CLOEXEC) }
}
