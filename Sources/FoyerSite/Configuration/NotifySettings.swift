/// What the owner decides about what `foyer notify` tells. Where it is told is a secret, and not here.
public struct NotifySettings: Hashable, Sendable {
    /// Nil to tell at any hour.
    public var quiet: QuietHours?
    public var kinds = Set(NoticeKind.allCases)

    public init() {}
}
