/// A day or a moment: in words, and as machines read it.
///
/// Source: https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element
struct TimeText: Hashable, Sendable {
    let words: String
    /// What HTML's `datetime` takes, such as `2026-11-20` and `2026-11-20T20:00:00Z`.
    let machine: String
}
