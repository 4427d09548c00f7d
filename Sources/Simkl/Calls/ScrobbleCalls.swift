import Foundation

/// Something that is being watched, as it is told to Simkl.
///
/// Source: `POST /scrobble/start`, `/pause`, `/stop`, `/checkin`: a film alone, or a show or an anime with its episode beside it.
public struct Scrobble: Encodable, Hashable, Sendable {
    public let title: TitleReference
    public let bucket: Wire.Bucket
    /// Nil for a film.
    public let episode: EpisodePlace?
    /// 0 to 100; nil for a check-in, which Simkl plays by the clock.
    public let progress: Double?

    public init(_ title: TitleReference, in bucket: Wire.Bucket, episode: EpisodePlace?, progress: Double?) {
        (self.title, self.bucket, self.episode, self.progress) = (title, bucket, episode, progress)
    }

    public enum Action: String, CaseIterable, Sendable { case start, pause, stop, checkin }

    private enum CodingKeys: String, CodingKey { case movie, show, anime, episode, progress }

    private enum EpisodeKeys: String, CodingKey { case season, number }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(title, forKey: bucket == .movies ? .movie : bucket == .anime ? .anime : .show)
        try container.encodeIfPresent(progress, forKey: .progress)
        guard let episode else { return }
        var nested = container.nestedContainer(keyedBy: EpisodeKeys.self, forKey: .episode)
        // An anime counts its episodes through.
        if bucket != .anime || episode.season != 1 { try nested.encode(episode.season, forKey: .season) }
        try nested.encode(episode.number, forKey: .number)
    }
}

extension SimklClient {
    /// Tells Simkl that something plays, stands still or was stopped: from 80 % on that is a play, before it is a pause.
    ///
    /// Source: `POST /scrobble/{start|pause|stop|checkin}`; older applications knew `/checkin`.
    /// - Throws: ``SimklError/conflict(path:error:until:)`` where a check-in is running, or the same was watched just now.
    public func scrobble(_ action: Scrobble.Action, _ scrobble: Scrobble) async throws(SimklError) -> Answer<Wire.Scrobbled> {
        try await ask(.post("/scrobble/\(action.rawValue)", [:], Self.json(scrobble))) { Wire.Scrobbled($0, &$1) }
    }
}

extension Wire {
    /// What Simkl made of something that is being watched.
    public struct Scrobbled: Hashable, Sendable {
        /// `start`, `pause`, or `scrobble` for what counts as watched; nil for a check-in.
        public var action: String?
        public var progress: Double?

        init(_ object: JSONValue, _ reader: inout WireReader) {
            action = reader.string(object, "action", .word)
            progress = reader.double(object, "progress")
        }
    }
}
