import Foundation

/// Every play of an account, read straight from its JSON with Foundation alone, and when it was.
///
/// Days are texts, `2026-11-20`, so that a period is a beginning of them: none for all time, `2026`, `2026-11`.
struct DiaryReference {
    struct Play {
        let item: Int
        let kind: String
        var count = 1
        var season: Int?
        var number: Int?
        /// Nil where it is unknown.
        let minutes: Int?
        let isExact: Bool
        var evidence: String
        /// The date as it is written, where it was watched.
        var text: String?
        var day: String?
        var aired: Date?
        /// The day of the date that is not believed.
        var claimedDay: String?
        var total: Int { count * (minutes ?? 0) }
    }

    struct Item {
        let id: Int
        let name: String
    }

    private(set) var items: [Item] = []
    private(set) var plays: [Play] = []
    private var local = Calendar(identifier: .gregorian)

    private struct Unreadable: Error {}
    typealias Object = [String: Any]

    init(_ files: AccountFiles, zone: String) throws {
        guard let zone = TimeZone(identifier: zone),
            let library = try Self.read(files, "all-items.json") as? [String: [Object]]
        else { throw Unreadable() }
        local.timeZone = zone
        for (bucket, kind) in [("shows", "TV shows"), ("anime", "Anime"), ("movies", "Films")] {
            let found = (library[bucket] ?? []).sorted { Self.id($0) < Self.id($1) }
            for item in found {
                let list = try Self.read(files, "episodes/\(kind == "Anime" ? "anime" : "tv")/\(Self.id(item)).json") as? [Object]
                read(item, kind: kind, list: list ?? [])
            }
        }
        judge()
    }

    static func id(_ item: Object) -> Int { (media(item)["ids"] as? Object)?["simkl"] as? Int ?? 0 }
    static func media(_ item: Object) -> Object { (item["movie"] ?? item["show"]) as? Object ?? [:] }

    static func read(_ files: AccountFiles, _ file: String) throws -> Any? {
        try files.files[file].map { try JSONSerialization.jsonObject(with: Data($0.utf8)) }
    }

    private mutating func read(_ item: Object, kind: String, list: [Object]) {
        let media = Self.media(item)
        let runtime = media["runtime"] as? Int
        let status = item["status"] as? String ?? ""
        let position = items.count
        var all: [(season: Int, episode: Object)] = []
        for season in item["seasons"] as? [Object] ?? [] {
            for episode in season["episodes"] as? [Object] ?? [] { all.append((season["number"] as? Int ?? -1, episode)) }
        }
        if kind == "Films" {
            let isWatched =
                status == "completed" || status == "plantowatch" && Self.instant(item["last_watched_at"] as? String) != nil
            if isWatched {
                plays.append(
                    Play(
                        item: position, kind: kind, minutes: runtime, isExact: runtime != nil, evidence: "",
                        text: item["last_watched_at"] as? String))
            }
        } else {
            for (season, episode) in all {
                let date = episode["watched_at"] as? String
                let listed = list.first { listed in
                    let isSeason = kind == "TV shows" ? listed["season"] as? Int == season : season == 1
                    return isSeason && listed["episode"] as? Int == episode["number"] as? Int
                }
                let exact = episode["runtime"] as? Int ?? listed?["runtime"] as? Int
                plays.append(
                    Play(
                        item: position, kind: kind, season: season, number: episode["number"] as? Int, minutes: exact ?? runtime,
                        isExact: exact != nil, evidence: "", text: date, aired: Self.instant(listed?["date"] as? String)))
            }
            let counted = item["watched_episodes_count"] as? Int ?? 0
            let recorded = all.count { $0.season != 0 }
            if counted > recorded {
                plays.append(
                    Play(
                        item: position, kind: kind, count: counted - recorded, minutes: runtime, isExact: false,
                        evidence: "Counted by Simkl without a record"))
            }
        }
        items.append(Item(id: Self.id(item), name: media["title"] as? String ?? ""))
    }

    // MARK: - When plays were

    /// By the rules that the page about the site prints.
    private mutating func judge() {
        let noons = plays.count { $0.text?.contains("T12:00:00") == true }
        var (untimed, timed): ([Int], [(date: Date, index: Int)]) = ([], [])
        for index in plays.indices where plays[index].evidence.isEmpty {
            guard let text = plays[index].text, let date = Self.instant(text), date >= Date(timeIntervalSince1970: 946_684_800),
                day(of: date, text) >= "2000"
            else {
                plays[index].evidence = "Without a believable date"
                plays[index].aired = nil
                continue
            }
            plays[index].day = day(of: date, text)
            if date == plays[index].aired {
                claim(index, "Stamped with the airing or release")
            } else if isWithoutTime(date, text) || noons >= 5 && text.contains("T12:00:00") {
                if text.contains("T12:00:00") { plays[index].day = String(text.prefix(10)) }
                plays[index].evidence = "With a day that was entered"
                untimed.append(index)
            } else {
                plays[index].evidence = "With a time of their own"
                timed.append((date, index))
            }
        }
        judgeUntimed(untimed)
        judgeTimed(timed)
    }

    private mutating func judgeUntimed(_ untimed: [Int]) {
        let byDay = Dictionary(grouping: untimed) { plays[$0].day ?? "" }
        for (day, own) in byDay {
            if day.hasSuffix("-01-01"), own.count >= 3 {
                for index in own { claim(index, "With a year alone") }
                continue
            }
            let isTooMuch = own.reduce(0) { $0 + (plays[$1].minutes ?? 20) } > 1440
            for index in own {
                let together = own.count { plays[$0].item == plays[index].item && plays[$0].number != nil }
                if isTooMuch || plays[index].number != nil && together >= 3 { claim(index, "Marked, not watched then") }
            }
        }
        for index in untimed { plays[index].aired = nil }
    }

    private mutating func judgeTimed(_ timed: [(date: Date, index: Int)]) {
        let row = timed.sorted { ($0.date, plays[$0.index].minutes ?? 20) < ($1.date, plays[$1.index].minutes ?? 20) }
        var marked: Set<Date> = []
        for first in row.indices.dropLast(2) {
            let three = row[first..<(first + 3)]
            let quarter = Double(three.reduce(0) { $0 + (plays[$1.index].minutes ?? 20) } * 60) / 4
            if row[first + 2].date.timeIntervalSince(row[first].date) < quarter { marked.formUnion(three.map(\.date)) }
        }
        for (date, index) in row {
            if marked.contains(date) { claim(index, "Marked, not watched then") }
        }
    }

    /// The day is not that of the watching.
    private mutating func claim(_ index: Int, _ evidence: String) {
        plays[index].evidence = evidence
        (plays[index].claimedDay, plays[index].day, plays[index].aired) = (plays[index].day, nil, nil)
    }

    private func isWithoutTime(_ date: Date, _ text: String) -> Bool {
        text.contains("T00:00:00") || date == local.startOfDay(for: date)
    }

    func day(of date: Date, _ text: String) -> String {
        if text.contains("T00:00:00") { return String(text.prefix(10)) }
        let isEarly = local.component(.hour, from: date) < 4 && !isWithoutTime(date, text)
        let own = isEarly ? local.startOfDay(for: date).addingTimeInterval(-1) : date
        let parts = local.dateComponents([.year, .month, .day], from: own)
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }

    static func instant(_ text: String?) -> Date? {
        guard let text = text?.replacing(".000", with: "") else { return nil }
        return try? Date.ISO8601FormatStyle().parse(text)
    }
}
