import Foundation
import Simkl

@testable import FoyerSite

/// A generated account, and another one that differs from it in nothing that an edition shows.
struct TwinAccount {
    /// The zone of both.
    static let zone = "America/New_York"

    let audience: Audience
    private(set) var own: AccountFiles
    private var chance: SeededChance
    private let days = DayRule(zone: zone) ?? .utc
    /// What each instant of the one account is in the other.
    private var shifted: [String: String] = [:]
    private var taken: Set<String> = []
    /// Days of which every instant stays: which of their plays were marked, and not watched, hangs on the seconds between them, and the
    /// editions tell that.
    private var kept: Set<CalendarDay> = []
    /// Instants at which something airs: a play at one of them is judged by that.
    private let aired: Set<String>

    private typealias Object = [String: Any]

    init(seed: Int, edition: Edition) throws {
        var account = ReviewAccount(seed: seed)
        own = try account.files()
        chance = SeededChance(seed: seed + 500)
        audience = Audience(edition, hiddenTitles: edition == .private ? [] : [3, 8, 17, 21, 40, 1003])
        let episodes = own.files.filter { $0.key.hasPrefix("episodes/") }.values.joined()
        aired = Set(try episodes.matches(of: /"date":"([^"]*)"/).compactMap { try Self.instant(String($0.1)) })
        own.files["settings.json"] = Self.settings(bio: "likes films", plan: "free")
        own.files["activities.json"] = #"{"all":"2026-11-19T09:08:07Z","tv_shows":{"all":"2026-11-19T09:08:07Z"}}"#
        own.files["stats.json"] = #"{"total_mins":4711,"tv":{"total_mins":99,"watching":{"count":3}}}"#
        own.files["calendar/tv.json"] = try calendar()
        own.files["playback.json"] = try playback()
        try edit { item, chance in
            if chance.chance(1, in: 3) { item["memo"] = ["text": "a private word", "is_private": true] as Object }
            if chance.chance(1, in: 5) { item["memo"] = ["text": "a public word", "is_private": false] as Object }
            if item["user_rating"] is Int, item["user_rated_at"] == nil { item["user_rated_at"] = "2026-11-02T20:31:07Z" }
        }
    }

    /// A night passes: something is watched and rated, of titles that are shown and of such as are not.
    mutating func live(_ night: Int) throws {
        let (hidden, second) = (audience.hidden, 1_793_000_000 + night * 86_400)
        let date = Date(timeIntervalSince1970: Double(second) + Double(Int.random(in: 0...60_000, using: &chance))).formatted(
            .iso8601)
        try edit { item, chance in
            let isHidden = hidden.contains(PeriodAccount.id(item))
            guard chance.chance(1, in: isHidden ? 2 : 12), item["movie"] != nil else { return }
            item["status"] = "completed"
            item["last_watched_at"] = date
            if chance.chance(1, in: 2) { (item["user_rating"], item["user_rated_at"]) = (7, date) }
        }
    }

    private static func settings(bio: String, plan: String) -> String {
        """
        {"user":{"name":"Ada","bio":"\(bio)","gender":"\(bio)","loc":"\(bio)","joined_at":"2015-05-05T05:05:05Z"},
        "account":{"id":\(bio.utf8.count),"timezone":"\(zone)","type":"\(plan)","anime_title_language":"\(plan)"}}
        """
    }

    private mutating func edit(_ change: (inout Object, inout SeededChance) -> Void) throws {
        own.files["all-items.json"] = try Self.edited(own.files["all-items.json"] ?? "", &chance, change)
    }

    private static func edited(
        _ text: String, _ chance: inout SeededChance, _ change: (inout Object, inout SeededChance) -> Void
    ) throws -> String {
        let library = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [Object]] ?? [:]
        var edited: [String: [Object]] = [:]
        for (bucket, items) in library.sorted(by: { $0.key < $1.key }) {
            edited[bucket] = items.map { item in
                var item = item
                change(&item, &chance)
                return item
            }
        }
        return try json(edited)
    }

    private mutating func calendar() throws -> String {
        let rows = (1...60).flatMap { id in
            (1...3).map { number -> Object in
                let second = 1_793_400_000 + Int.random(in: 0...3_000_000, using: &chance)
                return [
                    "simkl_id": id, "date": Date(timeIntervalSince1970: Double(second)).formatted(.iso8601),
                    "episode": ["season": 30, "episode": number] as Object,
                ]
            }
        }
        return try json(["calendar": rows, "metadata": [:]] as Object)
    }

    private mutating func playback() throws -> String {
        let library =
            try JSONSerialization.jsonObject(with: Data((own.files["all-items.json"] ?? "").utf8)) as? [String: [Object]]
        let paused = (library?["shows"] ?? []).prefix(12).map { item -> Object in
            ["progress": 40, "paused_at": "2026-11-18T2\(chance.pick([0, 1, 2])):10:11Z", "show": item["show"] ?? [:]]
        }
        return try json(paused)
    }
}

// MARK: - The other account

extension TwinAccount {
    /// The account with other times where the edition shows none, other hidden titles, other private notes, other settings that are
    /// not published.
    mutating func twin() throws -> AccountFiles {
        while true {
            let twin = try shiftedTwin()
            let (mine, others) = (try evidence(of: own), try evidence(of: twin))
            let different = mine.filter { others[$0.key]?.isMarked != $0.value.isMarked }.compactMap(\.value.day)
            if different.isEmpty { return twin }
            for day in different { kept.formUnion([day.adding(days: -1), day, day.adding(days: 1)]) }
        }
    }

    /// Whether each play that is shown was marked, and the day of that or of the watching.
    private func evidence(of files: AccountFiles) throws -> [String: (isMarked: Bool, day: CalendarDay?)] {
        var options = LibraryMerger.Options()
        options.timeZone = Self.zone
        options.hiddenTitles = audience.hidden
        let titles = try files.merged(options).library.titles.filter { !audience.hidden.contains($0.id.simkl) }
        let plays = titles.flatMap { title in
            title.plays.map { ("\(title.id) \($0.episode.debugDescription) \($0.rewatch ?? 0)", $0.time) }
        }
        return Dictionary(
            plays.map { play, time in (play, (time.day(days) == nil && time.markedDay(days) != nil, time.markedDay(days))) }
        ) { first, _ in first }
    }

    private mutating func shiftedTwin() throws -> AccountFiles {
        var twin = own
        let hidden = audience.hidden
        twin.files["settings.json"] = Self.settings(bio: "climbs mountains", plan: "vip")
        if !hidden.isEmpty {
            twin.files["activities.json"] = #"{"all":"2026-11-20T01:02:03Z","tv_shows":{"all":"2026-11-20T01:02:03Z"}}"#
            twin.files["stats.json"] = #"{"total_mins":1234,"tv":{"total_mins":1,"watching":{"count":9}}}"#
        }
        for (file, text) in twin.files where ["all-items.json", "playback.json"].contains(file) {
            var shifted = ""
            var rest = text[...]
            while let match = rest.firstMatch(
                of: /"(watched_at|last_watched_at|user_rated_at|added_to_watchlist_at|paused_at)":"([^"]*)"/)
            {
                shifted += rest[..<match.range.lowerBound] + "\"\(match.1)\":\"\(try other(String(match.2)))\""
                rest = rest[match.range.upperBound...]
            }
            twin.files[file] = shifted + rest
        }
        var chance = SeededChance(seed: 99)
        twin.files["all-items.json"] = try Self.edited(twin.files["all-items.json"] ?? "", &chance) { item, chance in
            if let memo = item["memo"] as? Object, memo["is_private"] as? Bool != false {
                item["memo"] = ["text": "another private word", "is_private": true] as Object
            }
            guard hidden.contains(PeriodAccount.id(item)) else { return }
            let wrapper = item["movie"] == nil ? "show" : "movie"
            var media = item[wrapper] as? Object ?? [:]
            (media["title"], media["runtime"], media["year"]) = ("Hidden \(chance.pick([1, 2, 3]))", 77, 1999)
            let seasons = [["number": 1, "episodes": [["number": 5, "watched_at": "2026-11-19T22:33:44Z"]]] as Object]
            item = [
                "status": chance.pick(["watching", "completed", "dropped"]), wrapper: media, "seasons": seasons,
                "last_watched_at": "2026-11-19T22:33:44Z", "user_rating": 1, "user_rated_at": "2026-11-19T22:33:44Z",
                "memo": ["text": "a hidden word", "is_private": false] as Object,
            ]
        }
        for id in hidden {
            for folder in ["tv", "anime", "movies"] {
                twin.files["titles/\(folder)/\(id).json"] = nil
                twin.files["episodes/\(folder)/\(id).json"] = nil
            }
        }
        return twin
    }

    /// Another instant that the edition tells as the same: in the editions with times of day another second of the minute, else any
    /// time of the same day.
    private mutating func other(_ text: String) throws -> String {
        guard let own = try Self.instant(text), !text.contains("T00:00:00"), own > "2000", !aired.contains(own) else {
            return text
        }
        let moment = try moment(own)
        if kept.contains(days.day(of: moment)) { return text }
        if let known = shifted[own] { return known }
        let room: ClosedRange<Int64> = audience.edition.showsClockTimes ? -59...59 : -86_399...86_399
        while true {
            let found = Moment(secondsSince1970: moment.secondsSince1970 + Int64.random(in: room, using: &chance))
            let isSame =
                audience.edition.showsClockTimes
                ? found.secondsSince1970 / 60 == moment.secondsSince1970 / 60 : days.day(of: found) == days.day(of: moment)
            let new = found.rfc3339
            guard isSame, found.secondsSince1970 % 86_400 != 0, !aired.contains(new), taken.insert(new).inserted else { continue }
            shifted[own] = new
            return new
        }
    }

    private static func instant(_ text: String) throws -> String? {
        guard case .instant(let seconds, _) = WireDate(text) else { return nil }
        return Moment(secondsSince1970: seconds).rfc3339
    }
}

// MARK: - What no file may hold

extension TwinAccount {
    /// Every instant of the owner's history that is finer than the edition tells, in the forms in which programs write instants.
    func untold() throws -> [String] {
        let fields = /"(watched_at|last_watched_at|user_rated_at|added_to_watchlist_at|paused_at|all)":"([^"]*)"/
        let instants = try Set(own.files.values.joined().matches(of: fields).compactMap { try Self.instant(String($0.2)) })
        return try instants.filter { $0 > "2000" && !aired.contains($0) && !$0.hasSuffix("T00:00:00Z") }.flatMap {
            text -> [String] in
            let moment = try moment(text)
            // To the minute, some editions tell it.
            if audience.edition.showsClockTimes, moment.secondsSince1970 % 60 == 0 { return [] }
            let seconds = Int(moment.secondsSince1970)
            let zones = [TimeZone(identifier: "UTC"), TimeZone(identifier: Self.zone)].compactMap { $0 }
            let written = zones.flatMap { zone -> [String] in
                let shifted = Moment(
                    secondsSince1970: moment.secondsSince1970
                        + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(seconds)))))
                let long = String(shifted.rfc3339.dropLast())
                let basic = long.filter { $0 != "-" && $0 != ":" }
                return audience.edition.showsClockTimes
                    ? [long, basic] : [long, basic, String(long.dropLast(3)), String(basic.dropLast(2))]
            }
            return written + [String(seconds), String(seconds * 1_000), String(seconds, radix: 16), String(seconds / 60)]
        }
    }

    /// Words of what the edition has nothing of.
    var untoldWords: [String] {
        let hidden = audience.hidden.sorted().flatMap {
            ["T\($0) ", "T\($0)<", "T\($0)\"", "/\($0)-", "simkl-\($0)-", "\"id\": \($0),"]
        }
        let own = ["likes films", "2015-05-05", "free"]
        return own + (audience.edition == .private ? [] : ["a private word"] + hidden)
    }
}
