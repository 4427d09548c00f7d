/// Which robots may read the public edition; no other edition lets any.
public enum Robots: String, CaseIterable, Sendable {
    /// Every one.
    case all
    /// Those of search engines, and not those that gather texts for language models or answer with them.
    case noAI = "no-ai"
    case none
}
