import Foundation

extension LoopbackState {
    mutating func answerAPI(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        try identify(request)
        let parts = request.parts
        if parts.first == "oauth2" { return try answerSignIn(request) }
        if parts.first == "oauth" { return try answerOldSignIn(request) }
        if request.isCatalog {
            if request["authorization"] != nil { note("Authorization on a catalogue call", request) }
            return answerCatalog(request)
        }
        let grant = try authorise(request)
        if parts.first == "redirect" { return redirect(request) }
        let quota = try count(request, grant)
        var answer = try answerUser(request)
        for header in quota { answer.set(header.name, header.value) }
        return answer
    }

    private mutating func answerUser(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        if request.isWrite { try takeWriteLock(request) }
        let parts = request.parts
        switch (request.method, parts.first, parts.dropFirst().first) {
        case ("GET", "sync", "activities"), ("POST", "sync", "activities"): return LoopbackAnswer(200, account.activities.json)
        case ("GET", "sync", "all-items"): return try allItems(request)
        case ("GET", "sync", "ratings"): return ratings(request)
        case ("POST", "sync", "ratings"): return request.isWrite ? try rate(request) : ratings(request)
        case ("POST", "sync", "history"): return try changeHistory(request)
        case ("POST", "sync", "add-to-list"): return try addToList(request)
        case ("POST", "sync", "watched"): return try watched(request)
        case ("DELETE", "sync", "playback"): return try deletePlayback(request)
        case (_, "sync", "playback"): return try playback(request)
        case (_, "users", .some): return try answerUsers(request)
        case ("GET", "ratings", _): return crowd(request)
        case ("POST", "scrobble", .some): return try scrobble(request)
        case ("GET", "search", "random"): return random(request)
        case ("POST", "search", "file"): return try match(request)
        case ("GET", "search", .some): return search(request)
        case ("GET", _, .some(let list)) where LoopbackRequest.lists.contains(list): return try discover(request)
        case ("GET", "changes", nil): return changes(request)
        default: throw Refusal(404, "url_failed")
        }
    }

    /// Who asks: without it Simkl answers nobody.
    private mutating func identify(_ request: LoopbackRequest) throws(Refusal) {
        let id = request.parameter("client_id") ?? request["simkl-api-key"] ?? request.fields["client_id"]
        guard let id, [options.clientID, options.oldClientID].contains(id) else { throw Refusal(412, "client_id_failed") }
        for name in ["app-name", "app-version"] where (request.parameter(name) ?? "").isEmpty {
            note("No \(name)", request)
            throw Refusal(400, "wrong_parameter", "\(name) is missing")
        }
        guard request["user-agent"]?.isEmpty == false else {
            note("No User-Agent", request)
            throw Refusal(400, "wrong_parameter", "User-Agent is missing")
        }
    }

    /// Whose account is asked for, and whether the token reaches so far.
    private mutating func authorise(_ request: LoopbackRequest) throws(Refusal) -> Grant {
        guard request["authorization"] != nil else { throw Refusal(401, "user_token_required") }
        let grant = try grants.grant(of: request.bearer ?? "", now: account.now)
        let hasBody = request.method == "GET" && !request.body.isEmpty
        if hasBody { note("A body on a GET", request) }
        if !grant.mayWrite, request.isWrite || hasBody { throw Refusal(403, "insufficient_scope") }
        return grant
    }
}

extension LoopbackRequest {
    /// Whether the catalogue answers this, for everybody and from the edge's cache.
    var isCatalog: Bool {
        let parts = parts
        return parts.count > 1 && LoopbackAccount.Bucket(catalog: parts[0]) != nil && parts[0] != "all"
            && !Self.lists.contains(parts[1])
    }

    /// Of the catalogue too, but for whoever has a token.
    static let lists: Set<String> = ["best", "premieres", "airing", "genres"]

    var isWrite: Bool {
        if method == "DELETE" { return true }
        return method == "POST"
            && (parts.first == "scrobble"
                || ["/sync/ratings", "/sync/ratings/remove", "/sync/history", "/sync/history/remove", "/sync/add-to-list"]
                    .contains(path))
    }
}
