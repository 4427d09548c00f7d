public import Foundation

/// What Simkl answered: read, and as it came.
public struct Answer<Value: Sendable>: Sendable {
    public let value: Value
    /// What could not be read as documented.
    public let issues: [ReadingIssue]
    /// The bytes of the body; empty where there was none.
    public let body: Data
    public let validators: FileValidators
    /// How many pages there are, where the answer is one of several.
    ///
    /// Source: the `X-Pagination-Page-Count` header.
    public let pages: Int?

    func map<Other: Sendable>(_ change: (Value) -> Other) -> Answer<Other> {
        Answer<Other>(value: change(value), issues: issues, body: body, validators: validators, pages: pages)
    }
}

/// How many requests Simkl still allows today.
///
/// Source: the `X-RateLimit-Limit` and `X-RateLimit-Remaining` headers, which only OAuth V2 tokens get, and only on counted calls.
public struct Quota: Hashable, Sendable {
    public var limit: Int?
    public var remaining: Int
}
