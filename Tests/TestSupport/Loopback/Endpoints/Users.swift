import Foundation

/// `/users/*`.
extension LoopbackState {
    func answerUsers(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        let parts = request.parts
        switch (parts[1], parts.dropFirst(2).first) {
        case ("settings", nil): return LoopbackAnswer(200, account.settings)
        case ("recently-watched-background", .some(let id)):
            return Int(id) == account.id ? background(request) : LoopbackAnswer(200, .null)
        case (let id, "stats"):
            guard let id = Int(id), id > 0 else { throw Refusal(404, "user_id_failed") }
            return LoopbackAnswer(200, id == account.id ? account.countedStatistics : Self.noStatistics)
        default: throw Refusal(404, "url_failed")
        }
    }

    private func background(_ request: LoopbackRequest) -> LoopbackAnswer {
        let last = account.library.max { ($0.item["last_watched_at"]?.string ?? "") < ($1.item["last_watched_at"]?.string ?? "") }
        guard let last else { return LoopbackAnswer(200, .null) }
        let poster = last.media["poster"] ?? .null
        if request.parameter("image") != nil {
            return LoopbackAnswer(302, Data(), type: "text/html")
                .with("Location", "https://simkl.net/posters/\(poster.string ?? "")_m.jpg")
        }
        return LoopbackAnswer(
            200,
            [
                "id": .int(last.id), "url": .string("https://simkl.com" + last.url), "title": .string(last.title),
                "poster": poster, "fanart": poster,
            ])
    }

    /// Of a stranger Simkl knows nothing, and says so in numbers.
    private static var noStatistics: JSON {
        LoopbackAccount(now: Date(timeIntervalSince1970: 0), settings: [:]).countedStatistics
    }
}
