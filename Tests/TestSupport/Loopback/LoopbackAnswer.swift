public import Foundation
import Synchronization

/// An answer, and how it travels.
///
/// Framing, pace and ending are independent, so that every fault of the transport is a combination of the three.
public struct LoopbackAnswer: Sendable {
    public enum Framing: Sendable { case length, chunked, untilClose }

    /// What happens to the body; the counts are bytes of it that still go out before.
    public enum Ending: Sendable, Equatable {
        case whole
        /// An orderly end of the connection.
        case cut(after: Int)
        /// A reset of the connection.
        case reset(after: Int)
        /// Silence, on a connection that stays open.
        case stall(after: Int)

        var bytes: Int? {
            switch self {
            case .whole: nil
            case .cut(let bytes), .reset(let bytes), .stall(let bytes): bytes
            }
        }
    }

    public struct Header: Sendable {
        public let name: String
        public let value: String
    }

    public var status: Int
    public var headers: [Header] = []
    public var body: LoopbackBody
    public var framing = Framing.length
    public var ending = Ending.whole
    public var bytesPerSecond: Int?
    /// Silence before the first byte.
    public var delay: Duration?
    /// Silence until a test lets it go.
    public var gate: LoopbackGate?
    /// Goes out as it is, in the place of head and body, and the connection ends after it.
    public var wire: LoopbackBody?

    public init(_ status: Int, _ json: JSON) {
        self.init(status, json.data, type: "application/json; charset=utf-8")
    }

    public init(_ status: Int, _ data: Data, type: String) {
        self.status = status
        body = LoopbackBody(data)
        set("Content-Type", type)
    }

    public mutating func set(_ name: String, _ value: String?) {
        headers.removeAll { $0.name.lowercased() == name.lowercased() }
        if let value { headers.append(Header(name: name, value: value)) }
    }

    public func with(_ name: String, _ value: String) -> Self {
        var answer = self
        answer.set(name, value)
        return answer
    }

    var hasBody: Bool { status != 204 && status != 304 && status >= 200 }
}

/// Holds answers back until a test lets them go.
public final class LoopbackGate: Sendable {
    private let isOpen = Atomic(false)

    public init() {}

    public func open() { isOpen.store(true, ordering: .releasing) }

    func wait() async throws { try await until { isOpen.load(ordering: .acquiring) } }
}

/// Bytes of an answer, said shortly when they repeat.
public struct LoopbackBody: Sendable {
    struct Part: Sendable {
        let data: Data
        var times = 1
    }

    var parts: [Part]

    public init(_ data: Data) { parts = [Part(data: data)] }

    /// `start`, then `unit` as often as it fits into `megabytes`, then `end`: never in memory as a whole.
    public init(start: String, repeating unit: String, megabytes: Int, end: String) {
        let block = String(repeating: unit, count: max(1, 65_536 / unit.utf8.count))
        parts = [
            Part(data: Data(start.utf8)), Part(data: Data(block.utf8), times: megabytes << 20 / block.utf8.count),
            Part(data: Data(end.utf8)),
        ]
    }

    /// `start`, then `unit` so many times, then `end`.
    public init(start: String, repeating unit: String, times: Int, end: String) {
        parts = [Part(data: Data(start.utf8)), Part(data: Data(unit.utf8), times: times), Part(data: Data(end.utf8))]
    }

    init(parts: [Part]) { self.parts = parts }

    var count: Int { parts.reduce(0) { $0 + $1.data.count * $1.times } }

    /// All bytes together.
    public var data: Data { parts.reduce(into: Data()) { data, part in for _ in 0..<part.times { data += part.data } } }
}
