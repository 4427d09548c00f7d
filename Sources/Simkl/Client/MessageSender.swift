public import Foundation

/// Sends messages to hosts that are not Simkl's, with nothing of Simkl's in them: no token, no client id.
///
/// Shape: each message goes out once. Redirects are not followed, since a message is for the host that its owner has named.
public final class MessageSender: Sendable {
    private let transport = HTTPTransport()
    private let userAgent: String
    private let timekeeper: Timekeeper

    /// A message is small, and so is what there is to say to it.
    private static let limits = HTTPTransport.Limits(
        connect: .seconds(10), idle: .seconds(30), total: .seconds(30), headBytes: 64 << 10, bodyBytes: 64 << 10)

    /// - Parameter version: of the program, for the header by which it introduces itself.
    public init(version: String, timekeeper: Timekeeper = .system) {
        userAgent = "foyer/\(version)"
        self.timekeeper = timekeeper
    }

    /// Sends a message, and waits for the answer at most half a minute.
    public func send(_ message: OutgoingMessage) async -> MessageAnswer {
        guard let url = URL(string: message.address.revealed) else { return .notSent(reason: "it has no address") }
        var request = HTTPRequest(.post, url)
        request.body = message.json
        request[header: "Accept"] = "application/json"
        request[header: "Authorization"] = message.token.map { "Bearer \($0.revealed)" }
        request[header: "Content-Type"] = "application/json"
        request[header: "User-Agent"] = userAgent
        do throws(TransportFailure) {
            let answer = try await transport.answer(to: request, limits: Self.limits)
            return .answered(status: answer.status, retryAfter: answer.retryAfter(now: timekeeper.now()), body: answer.body)
        } catch {
            return MessageAnswer(error)
        }
    }

    /// Waits before a message is sent again.
    public func pause(_ time: Duration) async { await timekeeper.sleep(time) }
}

/// Something to tell another host.
public struct OutgoingMessage: Sendable {
    /// It may hold a key.
    public let address: Secret
    public let token: Secret?
    public let json: Data

    public init(to address: Secret, token: Secret?, json: Data) {
        self.address = address
        self.token = token
        self.json = json
    }
}

/// What became of a message.
public enum MessageAnswer: Sendable {
    /// - Parameter retryAfter: seconds, where the host says when to come again.
    case answered(status: Int, retryAfter: Int?, body: Data)
    /// It has not left this machine.
    case notSent(reason: String)
    /// It was on its way, and nobody knows whether it has come.
    case unknown(reason: String)
}

extension MessageAnswer {
    fileprivate init(_ failure: TransportFailure) {
        switch failure {
        case .unreachable(let reason): self = .notSent(reason: reason)
        case .untrusted: self = .notSent(reason: "its TLS certificate was refused")
        case .interrupted(let reason): self = .unknown(reason: reason)
        case .tooLarge: self = .unknown(reason: "its answer does not end")
        }
    }
}
