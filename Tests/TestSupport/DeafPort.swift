import FlyingSocks
import Glibc

/// A port of 127.0.0.1 that never answers who wants to connect: its line is full.
public final class DeafPort: Sendable {
    public let port: UInt16
    private let listener: Socket
    private let waiting: [Socket]

    public init() throws {
        listener = try Socket(domain: AF_INET, type: .stream)
        try listener.bind(to: .inet(ip4: "127.0.0.1", port: 0))
        try listener.listen(maxPendingConnection: 0)
        guard case .ip4(_, let port) = try listener.sockname() else { throw SocketError.unsupportedAddress }
        self.port = port
        waiting = try (0..<4).map { _ in
            let socket = try Socket(domain: AF_INET, type: .stream)
            try socket.setFlags(.nonBlocking)
            try? socket.connect(to: .inet(ip4: "127.0.0.1", port: port))
            return socket
        }
    }

    deinit { for socket in waiting + [listener] { try? socket.close() } }
}
