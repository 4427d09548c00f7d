/// What a sealed year would become if it were sealed anew.
struct SealDifference: Hashable, Sendable {
    /// Plays that the account has gained, and that it no longer has.
    private(set) var more = 0
    private(set) var fewer = 0
    /// Plays whose time or length is another.
    private(set) var changed = 0
    /// Ratings of the year that were given, taken back or changed.
    private(set) var ratings = 0

    private struct Watching: Hashable {
        let title: TitleID
        let episode: EpisodeNumber?
        let rewatch: Int?
    }

    init(from sealed: ReviewPlays, to current: ReviewPlays) {
        let (old, new) = (Self.watchings(sealed), Self.watchings(current))
        for (watching, play) in new {
            guard let known = old[watching] else {
                more += 1
                continue
            }
            if known.time != play.time || known.length != play.length { changed += 1 }
        }
        fewer = old.keys.count { new[$0] == nil }
        let (oldRatings, newRatings) = (Self.ratings(sealed), Self.ratings(current))
        ratings = Set(oldRatings.keys).union(newRatings.keys).count { oldRatings[$0] != newRatings[$0] }
    }

    private static func watchings(_ plays: ReviewPlays) -> [Watching: Play] {
        Dictionary(
            plays.plays.map { (Watching(title: $0.title, episode: $0.play.episode, rewatch: $0.play.rewatch), $0.play) }
        ) { first, _ in first }
    }

    private static func ratings(_ plays: ReviewPlays) -> [TitleID: Int] {
        Dictionary(plays.titles.compactMap { title in title.ratedOn.flatMap { _ in title.rating }.map { (title.id, $0) } }) {
            first, _ in first
        }
    }

    /// As in `3 plays more, 1 fewer`; nil for no difference.
    var words: String? {
        let words = [
            more > 0 ? "\(counted(more, "play", "plays")) more" : nil,
            fewer > 0 ? (more > 0 ? "\(fewer.grouped) fewer" : "\(counted(fewer, "play", "plays")) fewer") : nil,
            changed > 0 ? "\(counted(changed, "play", "plays")) with another time or length" : nil,
            ratings > 0 ? counted(ratings, "other rating", "other ratings") : nil,
        ].compactMap { $0 }
        return words.isEmpty ? nil : words.joined(separator: ", ")
    }
}
