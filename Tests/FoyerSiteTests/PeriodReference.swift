import Foundation

/// Every play of an account, read straight from its JSON with Foundation alone, and what the statistics pages say of them.
///
/// Days are texts, `2026-11-20`, so that a period is a beginning of them: none for all time, `2026`, `2026-11`.
struct PeriodReference {
    struct Play {
        let item: Int
        let kind: String
        var count = 1
        var season: Int?
        var number: Int?
        /// Nil where it is unknown.
        let minutes: Int?
        let isExact: Bool
        let evidence: String
        var day: String?
        /// Whether it has a time of its own; where the edition tells that, the time and its hour.
        var isTimed = false
        var moment: Date?
        var hour: Int?
        var aired: Date?
        /// The day of the date that is not believed.
        var claimedDay: String?
        var total: Int { count * (minutes ?? 0) }
    }

    struct Item {
        let id: Int
        let kind: String
        let status: String
        let name: String
        let year: Int?
        let runtime: Int?
        let added: String?
        let left: Int?
        let dropRate: Double?
    }

    /// Whether the edition tells times of day.
    let tellsTimes: Bool
    private(set) var items: [Item] = []
    private(set) var plays: [Play] = []
    private var local = Calendar(identifier: .gregorian)

    private struct Unreadable: Error {}
    typealias Object = [String: Any]

    init(_ files: AccountFiles, zone: String, tellsTimes: Bool = true) throws {
        self.tellsTimes = tellsTimes
        guard let zone = TimeZone(identifier: zone),
            let library = try Self.read(files, "all-items.json") as? [String: [Object]]
        else { throw Unreadable() }
        local.timeZone = zone
        for (bucket, kind) in [("shows", "TV shows"), ("anime", "Anime"), ("movies", "Films")] {
            let crowd = try Self.read(files, "crowd/\(bucket).json") as? [Object] ?? []
            let found = (library[bucket] ?? []).sorted { Self.id($0) < Self.id($1) }
            for item in found {
                let list = try Self.read(files, "episodes/\(kind == "Anime" ? "anime" : "tv")/\(Self.id(item)).json") as? [Object]
                let rate = (crowd.first { $0["id"] as? Int == Self.id(item) }?["simkl"] as? Object)?["droprate"] as? String
                read(item, kind: kind, list: list ?? [], dropRate: rate.flatMap { Double($0.replacing("%", with: "")) })
            }
        }
    }

    static func id(_ item: Object) -> Int { (media(item)["ids"] as? Object)?["simkl"] as? Int ?? 0 }
    static func media(_ item: Object) -> Object { (item["movie"] ?? item["show"]) as? Object ?? [:] }

    static func read(_ files: AccountFiles, _ file: String) throws -> Any? {
        try files.files[file].map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    }

    private mutating func read(_ item: Object, kind: String, list: [Object], dropRate: Double?) {
        let media = Self.media(item)
        let runtime = media["runtime"] as? Int
        let status = item["status"] as? String ?? ""
        let position = items.count
        var all: [(season: Int, episode: Object)] = []
        for season in item["seasons"] as? [Object] ?? [] {
            for episode in season["episodes"] as? [Object] ?? [] { all.append((season["number"] as? Int ?? -1, episode)) }
        }
        var left: Int?
        if kind == "Films" {
            if status == "completed" {
                plays.append(play(item["last_watched_at"] as? String, position, kind, runtime, isExact: runtime != nil))
            }
            left = runtime.map { status == "completed" ? 0 : $0 }
        } else {
            for (season, episode) in all {
                let date = episode["watched_at"] as? String
                let listed = list.first { listed in
                    let isSeason = kind == "TV shows" ? listed["season"] as? Int == season : season == 1
                    return isSeason && listed["episode"] as? Int == episode["number"] as? Int
                }
                let exact = episode["runtime"] as? Int ?? listed?["runtime"] as? Int
                let together = all.count { Self.instant($0.episode["watched_at"] as? String) == Self.instant(date) }
                var own = play(
                    date, position, kind, exact ?? runtime, isExact: exact != nil, isBulk: together >= 3,
                    aired: Self.instant(listed?["date"] as? String))
                (own.season, own.number) = (season, episode["number"] as? Int)
                plays.append(own)
            }
            let counted = item["watched_episodes_count"] as? Int ?? 0
            let recorded = all.count { $0.season != 0 }
            if counted > recorded {
                plays.append(
                    Play(
                        item: position, kind: kind, count: counted - recorded, minutes: runtime, isExact: false,
                        evidence: "Counted by Simkl without a record"))
            }
            if let runtime, let total = item["total_episodes_count"] as? Int, total > 0 {
                let aired = max(0, total - (item["not_aired_episodes_count"] as? Int ?? 0))
                left = max(0, aired - max(counted, recorded)) * runtime
            }
        }
        let added = (item["added_to_watchlist_at"] as? String).flatMap { text in Self.instant(text).map { day(of: $0, text) } }
        items.append(
            Item(
                id: Self.id(item), kind: kind, status: status, name: media["title"] as? String ?? "", year: media["year"] as? Int,
                runtime: runtime, added: added, left: left, dropRate: dropRate))
    }

    private func play(
        _ text: String?, _ item: Int, _ kind: String, _ minutes: Int?, isExact: Bool, isBulk: Bool = false, aired: Date? = nil
    ) -> Play {
        func made(_ evidence: String) -> Play {
            Play(item: item, kind: kind, minutes: minutes, isExact: isExact, evidence: evidence)
        }
        guard let text, let date = Self.instant(text), date >= Date(timeIntervalSince1970: 946_684_800) else {
            return made("Without a believable date")
        }
        if isBulk || date == aired {
            var play = made(isBulk ? "Marked three or more at once" : "Stamped with the air date")
            play.claimedDay = day(of: date, text)
            return play
        }
        var play = made(text.contains("T00:00:00") ? "With a day that was entered" : "With a time of their own")
        play.day = day(of: date, text)
        if !text.contains("T00:00:00") {
            play.isTimed = true
            play.moment = tellsTimes ? date : nil
            play.hour = tellsTimes ? local.component(.hour, from: date) : nil
            play.aired = aired
        }
        return play
    }

    func day(of date: Date, _ text: String) -> String {
        if text.contains("T00:00:00") { return String(text.prefix(10)) }
        let isEarly = local.component(.hour, from: date) < 4
        let own = isEarly ? local.startOfDay(for: date).addingTimeInterval(-1) : date
        let parts = local.dateComponents([.year, .month, .day], from: own)
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }

    static func instant(_ text: String?) -> Date? {
        guard let text = text?.replacing(".000", with: "") else { return nil }
        return try? Date.ISO8601FormatStyle().parse(text)
    }
}
