import Foundation

/// data.simkl.in: files by their exact paths, for everybody.
extension LoopbackState {
    mutating func answerCDN(_ request: LoopbackRequest) throws(Refusal) -> LoopbackAnswer {
        if request["authorization"] != nil { note("Authorization on a CDN call", request) }
        if !request.query.isEmpty { note("A query on a CDN call", request) }
        if request["user-agent"] == nil { note("No identification on a CDN call", request) }
        guard request.method == "GET", let file = file(request.path) else {
            let page = "<html><head><title>404 Not Found</title></head><body><center>openresty</center></body></html>"
            return LoopbackAnswer(404, Data(page.utf8), type: "text/html")
        }
        return conditional(file, request)
    }

    private func conditional(_ file: JSON, _ request: LoopbackRequest) -> LoopbackAnswer {
        var answer = LoopbackAnswer(200, file)
        let tag = "W/\"\(Self.fingerprint(answer.body.data))\""
        let modified = Date(timeIntervalSince1970: (account.now.timeIntervalSince1970 / 86_400).rounded(.down) * 86_400)
        let isSame: Bool
        if let known = request["if-none-match"] {
            isSame = known.split(separator: ",").contains { $0.trimmingCharacters(in: .whitespaces) == tag }
        } else {
            isSame = request["if-modified-since"].flatMap { Date(http: $0) }.map { $0 >= modified } ?? false
        }
        if isSame { answer = LoopbackAnswer(304, Data(), type: "application/json") }
        return answer.with("ETag", tag).with("Last-Modified", modified.http).with("Cache-Control", "max-age=18000")
    }

    /// The file at an address; nil where the CDN has none.
    private func file(_ path: String) -> JSON? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        guard let name = parts.last, name.hasSuffix(".json") else { return nil }
        if parts.first == "discover" { return trending(parts) }
        guard parts.first == "calendar",
            let bucket = LoopbackAccount.Bucket.allCases.first(where: { $0.calendar + ".json" == name })
        else { return nil }
        let isNew = parts.dropFirst().first == "v2"
        guard let file = calendar(bucket, Array(parts.dropFirst(isNew ? 2 : 1).dropLast())) else { return nil }
        return isNew ? file : LoopbackAccount.Calendar.old(file, offset: bucket == .anime ? "+09:00" : "-05:00")
    }

    /// The rolling file, or that of a month, whose number has no zero before it.
    private func calendar(_ bucket: LoopbackAccount.Bucket, _ folder: [String]) -> JSON? {
        let now = account.now
        if folder.isEmpty {
            let days = (now - 2 * 86_400).day...(now + 34 * 86_400).day
            return account.calendar(bucket).file { days.contains(String($0.prefix(10))) }
        }
        guard folder.count == 2, let year = Int(folder[0]), let month = Int(folder[1]), String(month) == folder[1],
            (1...12).contains(month), year >= 2013, let thisYear = Int(now.day.prefix(4)),
            let thisMonth = Int(now.day.dropFirst(5).prefix(2)), year * 12 + month <= thisYear * 12 + thisMonth + 3
        else { return nil }
        let prefix = String(format: "%04d-%02d", year, month)
        return account.calendar(bucket).file { $0.hasPrefix(prefix) }
    }

    private func trending(_ parts: [String]) -> JSON? {
        let names = ["today", "week", "month"].flatMap { ["\($0)_100.json", "\($0)_500.json"] }
        guard parts.count > 2, parts[1] == "trending", let name = parts.last, names.contains(name) else { return nil }
        func list(_ bucket: LoopbackAccount.Bucket) -> JSON {
            .array(
                account.entries.filter { $0.bucket == bucket }.prefix(100).map { entry in
                    .present([
                        "title": .string(entry.title), "poster": entry.media["poster"], "rank": .int(entry.id),
                        "release_date": .string("03/26/\(entry.media["year"]?.int ?? 2026)"), "runtime": "1h 45m",
                        "genres": .strings(genres(of: entry)), "ratings": ["simkl": ["rating": .double(7.5), "votes": 90]],
                        "url": .string(entry.bucket == .movies ? entry.url.replacing("/movies/", with: "/movie/") : entry.url),
                        "ids": ["simkl_id": .int(entry.id), "slug": .string(entry.slug)], "watched": 12,
                    ])
                })
        }
        if parts.count == 3 { return ["movies": list(.movies), "tv": list(.shows), "anime": list(.anime)] }
        return parts.count == 4 ? LoopbackAccount.Bucket(catalog: parts[2]).map(list) : nil
    }

    /// FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/
    private static func fingerprint(_ data: Data) -> String {
        String(data.reduce(0xcbf2_9ce4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 }, radix: 16)
    }
}
