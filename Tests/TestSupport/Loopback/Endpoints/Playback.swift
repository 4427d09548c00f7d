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
