import Foundation

/// `/scrobble/*`: what is being watched.
extension LoopbackState {
    mutating func scrobble(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        guard let body = request.json, let action = request.parts.dropFirst().first else { throw Refusal(400, "empty_field") }
        guard let key = ["movie", "show", "anime"].first(where: { body[$0] != nil }),
            let entry = account.entries.first(where: { entry in
                (key == "movie") == (entry.bucket == .movies) && entry.matches(body[key]?["ids"] ?? [:])
            })
        else { throw Refusal(404, "id_err") }
        let season = body["episode"]?["season"]?.int ?? 1
        let episode = body["episode"]?["number"]?.int
        if entry.bucket != .movies, episode == nil, entry.item["anime_type"]?.string != "movie" {
            throw Refusal(400, "empty_field")
        }
        let progress = body["progress"]?.double ?? 0
        switch action {
        case "checkin": return try checkIn(entry, body)
        case "start": return echo(body, "start", progress)
        case "pause": break
        case "stop" where progress >= 80: return try finish(entry, season: season, episode: episode, body, progress)
        case "stop": break
        default: throw Refusal(404, "url_failed")
        }
        account.pause(entry.id, progress: progress, season: season, episode: episode)
        return echo(body, "pause", progress)
    }

    /// One at a time, for as long as it runs.
    private mutating func checkIn(_ entry: LoopbackAccount.Entry, _ body: JSON) throws(Refusal) -> LoopbackAnswer {
        if let until = account.checkInEnds, until > account.now {
            throw Refusal(LoopbackAnswer(409, ["expires_at": until.json]))
        }
        account.checkInEnds = account.now + Double((entry.media["runtime"]?.int ?? 40) * 60)
        return LoopbackAnswer(201, body)
    }

    private mutating func finish(
        _ entry: LoopbackAccount.Entry, season: Int, episode: Int?, _ body: JSON, _ progress: Double
    ) throws(Refusal) -> LoopbackAnswer {
        let number = LoopbackAccount.EpisodeNumber(season: season, number: episode ?? 1)
        let last = entry.bucket == .movies ? entry.item["last_watched_at"]?.string : entry.watched[number].flatMap { $0 }
        if let last, let time = Date(simkl: last), account.now.timeIntervalSince(time) < 3600 {
            let until = (time + 3600).json
            throw Refusal(
                LoopbackAnswer(409, ["error": "already_watched", "watched_at": .string(last), "expires_at": until]))
        }
        account.watch(entry.id, season: season, episode: entry.bucket == .movies ? nil : episode ?? 1)
        return echo(body, "scrobble", progress)
    }

    private func echo(_ body: JSON, _ action: String, _ progress: Double) -> LoopbackAnswer {
        var answer = body
        answer["id"] = 0
        answer["action"] = .string(action)
        answer["progress"] = .double(progress)
        return LoopbackAnswer(201, answer)
    }
}
