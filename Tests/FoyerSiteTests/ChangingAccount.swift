import Foundation

@testable import FoyerSite

/// A small account of several years, of which any single fact can be changed.
struct ChangingAccount {
    var titles: [Entry] = []
    var owner = "Ada"
    var avatar: String?
    var zone = "Europe/Lisbon"
    var totalMinutes = 4_711
    var paused: [Paused] = []
    /// When the account last changed, by Simkl's clock.
    var changedAt: Moment
    var syncedAt: Moment?
    /// The number of the next new title.
    private var nextID = 1

    typealias Object = [String: Any]

    /// A title as Simkl's files tell of it.
    struct Entry {
        let id: Int
        /// `shows`, `anime` or `movies`.
        var bucket: String
        var name: String
        var englishName: String?
        var slug: String
        var year: Int?
        var runtime: Int?
        var poster: String?
        var imdb: String?
        var animeType = "tv"
        var status: String?
        var addedAt: String?
        var rating: Int?
        var ratedAt: String?
        var memo: String?
        var plays: [Watching] = []
        var rewatches: [Watching] = []
        /// How many episodes the account counts as watched beyond those that it records.
        var unrecorded = 0
        var total: Int
        var notAired = 0
        var next: Int?
        var nextDate: String?
        var nextName: String?
        var crowd: Object = [:]
        var details: Object = [:]
        var listed: [Object] = []
        var airings: [Object] = []

        var isFilm: Bool { bucket == "movies" }
        var folder: String { bucket == "shows" ? "tv" : bucket }
    }

    struct Watching {
        var number: Int
        var date: String?
    }

    struct Paused {
        let id: Int
        var progress: Int
        var date: String
    }

    init(seed: Int, now: Moment) {
        var chance = SeededChance(seed: seed)
        changedAt = now.adding(minutes: -600)
        if chance.chance(1, in: 2) { syncedAt = now.adding(minutes: -500) }
        for _ in 0..<Int.random(in: 8...15, using: &chance) { add(now, &chance) }
        addPause(now, &chance)
    }

    /// A title that was watched in few months, so that the site is small: these weeks, the month before, a year ago, two years ago.
    mutating func add(_ now: Moment, _ chance: inout SeededChance) {
        let id = nextID
        nextID += 1
        let bucket = chance.pick(["shows", "shows", "anime", "movies"])
        let count = bucket == "movies" ? 1 : Int.random(in: 1...5, using: &chance)
        var entry = Entry(
            id: id, bucket: bucket, name: chance.pick(["Alpha", "Beta", "The Gamma", "Delta"]) + " \(id)", slug: "title-\(id)",
            total: count + chance.pick([0, 1, 3]))
        entry.year = chance.pick([nil, 1999, 2024, 2026])
        entry.runtime = chance.pick([nil, 24, 45, 100])
        entry.status = chance.pick(["watching", "watching", "completed", "completed", "plantowatch", "hold", "dropped"])
        entry.addedAt = Self.date(now, daysAgo: chance.pick([3, 30, 400, 800]), &chance)
        if chance.chance(1, in: 2) {
            entry.rating = Int.random(in: 5...10, using: &chance)
            entry.ratedAt = Self.date(now, daysAgo: chance.pick([2, 28, 370]), &chance)
        }
        if entry.status != "plantowatch" {
            let start = chance.pick([2, 28, 366, 731])
            for number in 1...count {
                entry.plays.append(Watching(number: number, date: Self.date(now, daysAgo: start + count - number, &chance)))
            }
        }
        if entry.status == "watching", !entry.isFilm { entry.next = count + 1 }
        entry.crowd = ["id": id, "simkl": ["rating": 7.4, "votes": 90, "droprate": "8.5%"] as Object]
        entry.details = ["ids": ["simkl": id] as Object, "title": entry.name, "overview": "About \(id).", "genres": ["Drama"]]
        if !entry.isFilm {
            entry.listed = (1...count).map {
                ["season": 1, "episode": $0, "aired": true, "date": Self.date(now, daysAgo: 900 - $0 * 7, &chance)]
            }
            if chance.chance(1, in: 2) {
                entry.airings.append(Self.airing(count + 1, Self.date(now, daysAgo: -chance.pick([0, 1, 2, 9]), &chance)))
            }
        }
        titles.append(entry)
    }

    mutating func addPause(_ now: Moment, _ chance: inout SeededChance) {
        guard let entry = titles.randomElement(using: &chance) else { return }
        paused.append(Paused(id: entry.id, progress: 40, date: Self.date(now, daysAgo: 1, &chance)))
    }

    static func airing(_ number: Int, _ date: String) -> Object {
        ["date": date, "episode": ["season": 1, "episode": number, "title": "Part \(number)"] as Object]
    }

    /// A moment on a day that is so many days before now.
    static func date(_ now: Moment, daysAgo: Int, _ chance: inout SeededChance) -> String {
        now.adding(minutes: -daysAgo * 1_440 - Int.random(in: 0...700, using: &chance)).rfc3339
    }
}

// MARK: - As files

extension ChangingAccount {
    func files() throws -> AccountFiles {
        var files: [String: String] = [:]
        let buckets = Dictionary(grouping: titles, by: \.bucket).mapValues { $0.flatMap(Self.items) }
        files["all-items.json"] = try json(buckets)
        for (bucket, entries) in Dictionary(grouping: titles, by: \.bucket) {
            files["crowd/\(bucket).json"] = try json(entries.map(\.crowd))
            // The calendars are those of all of Simkl, so that something is always in them that is nobody's here.
            let other = 900_000 + changedAt.secondsSince1970 % 3
            let premiere = Self.airing(1, changedAt.adding(minutes: 6_000).rfc3339).merging(["simkl_id": other]) { $1 }
            let metadata = ["\(other)": ["title": "Another \(other)", "ids": ["simkl_id": other], "genres": ["Drama"]] as Object]
            let rows = entries.flatMap { entry in entry.airings.map { $0.merging(["simkl_id": entry.id]) { $1 } } } + [premiere]
            let file = bucket == "shows" ? "tv" : bucket == "movies" ? "movie_release" : "anime"
            files["calendar/\(file).json"] = try json(["calendar": rows, "metadata": metadata] as Object)
        }
        for entry in titles {
            files["titles/\(entry.folder)/\(entry.id).json"] = try json(entry.details)
            if !entry.isFilm { files["episodes/\(entry.folder)/\(entry.id).json"] = try json(entry.listed) }
        }
        var user: Object = ["name": owner]
        user["avatar"] = avatar
        files["settings.json"] = try json(["user": user, "account": ["id": 5, "timezone": zone] as Object] as Object)
        files["stats.json"] = try json(["total_mins": totalMinutes] as Object)
        files["activities.json"] = try json(["all": changedAt.rfc3339])
        files["playback.json"] = try json(
            paused.compactMap { pause -> Object? in
                guard let entry = titles.first(where: { $0.id == pause.id }) else { return nil }
                return [
                    "progress": pause.progress, "paused_at": pause.date, entry.isFilm ? "movie" : "show": Self.media(entry),
                    "episode": ["season": 1, "number": 1] as Object,
                ]
            })
        var account = AccountFiles(files)
        account.syncedAt = syncedAt
        // Only to be a file that is another one when that moment is.
        account.files["synced.json"] = "\(syncedAt?.secondsSince1970 ?? 0)"
        return account
    }

    private static func media(_ entry: Entry) -> Object {
        var ids: Object = ["simkl": entry.id, "slug": entry.slug]
        ids["imdb"] = entry.imdb
        var media: Object = ["title": entry.name, "ids": ids]
        media["year"] = entry.year
        media["runtime"] = entry.runtime
        media["poster"] = entry.poster
        return media
    }

    /// The first watching, and each rewatch.
    private static func items(_ entry: Entry) -> [Object] {
        var item = own(entry, entry.plays)
        item["status"] = entry.status
        item["added_to_watchlist_at"] = entry.addedAt
        item["user_rating"] = entry.rating
        item["user_rated_at"] = entry.ratedAt
        if let memo = entry.memo { item["memo"] = ["text": memo, "is_private": false] as Object }
        if entry.bucket == "anime" { item["anime_type"] = entry.animeType }
        if !entry.isFilm {
            item["watched_episodes_count"] = entry.plays.count + entry.unrecorded
            item["total_episodes_count"] = entry.total
            item["not_aired_episodes_count"] = entry.notAired
            if let next = entry.next {
                item["next_to_watch"] = entry.bucket == "anime" ? "E\(next)" : "S01E0\(next)"
                var info: Object = ["season": 1, "episode": next]
                info["date"] = entry.nextDate
                info["title"] = entry.nextName
                item["next_to_watch_info"] = info
            }
        }
        guard !entry.rewatches.isEmpty else { return [item] }
        var again = own(entry, entry.rewatches)
        again["status"] = "completed"
        again["is_rewatch"] = true
        again["rewatch_id"] = 1
        return [item, again]
    }

    private static func own(_ entry: Entry, _ plays: [Watching]) -> Object {
        var item: Object = [entry.isFilm ? "movie" : "show": media(entry)]
        item["last_watched_at"] = plays.compactMap(\.date).max()
        guard !entry.isFilm else { return item }
        let episodes = plays.map { play -> Object in
            var episode: Object = ["number": play.number]
            episode["watched_at"] = play.date
            return episode
        }
        item["seasons"] = [["number": 1, "episodes": episodes] as Object]
        return item
    }
}
