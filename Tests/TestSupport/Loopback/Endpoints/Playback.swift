import Foundation

/// `/sync/playback`.
extension LoopbackState {
    func playback(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        let type = request.parts.dropFirst(2).first
        guard [nil, "movies", "episodes"].contains(type) else { throw Refusal(404, "url_failed") }
        let after = request.parameter("date_from").flatMap { Date(simkl: $0) } ?? .distantPast
        let before = request.parameter("date_to").flatMap { Date(simkl: $0) } ?? .distantFuture
        let rows = account.playback.filter { row in
            let time = row["paused_at"]?.string.flatMap { Date(simkl: $0) } ?? account.now
            if request.parameter("hide_watched") == "true", account.wasWatched(row, since: time) { return false }
            return (type == nil || (type == "movies") == (row["movie"] != nil)) && time >= after && time <= before
        }
        return LoopbackAnswer(200, .array(Array(rows.prefix(request.parameter("limit").flatMap { Int($0) } ?? 10_000))))
    }

    mutating func deletePlayback(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        guard let id = request.parts.dropFirst(2).first.flatMap({ Int($0) }) else { throw Refusal(404, "url_failed") }
        guard account.resume(id) else { throw Refusal(404, "empty") }
        return LoopbackAnswer(204, Data(), type: "application/json")
    }
}

extension LoopbackAccount {
    /// Whether what was paused has been watched to its end since.
    fileprivate func wasWatched(_ pause: JSON, since time: Date) -> Bool {
        let media = pause["show"] ?? pause["anime"] ?? pause["movie"]
        guard let entry = media?["ids"]?["simkl"]?.int.flatMap({ entry($0) }) else { return false }
        guard let episode = pause["episode"] else {
            return entry.status == "completed" && (entry.item["last_watched_at"]?.string ?? "") > time.simkl
        }
        let number = EpisodeNumber(season: episode["season"]?.int ?? 1, number: episode["number"]?.int ?? 0)
        return (entry.watched[number].flatMap { $0 } ?? "") > time.simkl
    }
}
