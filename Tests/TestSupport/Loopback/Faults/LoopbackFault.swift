/// A fault on demand: which requests it meets, how often, and what they are answered with.
public struct LoopbackFault: Sendable {
    /// Which requests a fault meets.
    public struct Match: Sendable {
        let holds: @Sendable (LoopbackRequest) -> Bool

        public init(_ holds: @escaping @Sendable (LoopbackRequest) -> Bool) { self.holds = holds }

        public static var everything: Self { Self { _ in true } }

        /// Requests whose path starts so.
        public static func path(_ prefix: String) -> Self { Self { $0.path.hasPrefix(prefix) } }

        public static func host(_ host: LoopbackRequest.Host) -> Self { Self { $0.host == host } }

        public static func method(_ method: String) -> Self { Self { $0.method == method } }

        /// Requests with a query parameter, of one value or of any.
        public static func parameter(_ name: String, _ value: String? = nil) -> Self {
            Self { request in value.map { request.parameter(name) == $0 } ?? (request.parameter(name) != nil) }
        }

        public static func && (one: Self, other: Self) -> Self { Self { one.holds($0) && other.holds($0) } }

        public static prefix func ! (match: Self) -> Self { Self { !match.holds($0) } }
    }

    let match: Match
    let effect: LoopbackEffect
    var skipping: Int
    var times: Int

    func matches(_ request: LoopbackRequest) -> Bool { match.holds(request) }

    /// The answer that stands in for the server's own, which then does nothing.
    var instead: LoopbackAnswer? { effect.instead }

    var change: (@Sendable (inout LoopbackAnswer, LoopbackRequest) -> Void)? { effect.change }
}

/// What a fault does: it answers in the server's place, or it changes what the server has answered, after all that the
/// request asked for was done.
public struct LoopbackEffect: Sendable {
    var instead: LoopbackAnswer?
    var change: (@Sendable (inout LoopbackAnswer, LoopbackRequest) -> Void)?

    /// Answers without doing what was asked.
    public static func answer(_ answer: LoopbackAnswer) -> Self { Self(instead: answer) }

    /// Does what was asked, and changes the answer.
    public static func change(_ change: @escaping @Sendable (inout LoopbackAnswer) -> Void) -> Self {
        Self(change: { answer, _ in change(&answer) })
    }
}
