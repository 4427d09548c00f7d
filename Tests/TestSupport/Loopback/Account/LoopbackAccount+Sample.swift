public import Foundation

extension LoopbackAccount {
    /// A made-up account: shows, anime and films on every list, with seasons, memos (some of them private), ratings, unwatched
    /// rests, a pause, and a few titles that only the catalogue knows.
    ///
    /// The same number of titles and the same seed give the same account everywhere.
    public static func sample(titles: Int = 40, seed: UInt64 = 1, now: Date = Date(timeIntervalSince1970: 1_793_491_200)) -> Self
    {
        var account = Self(now: now, settings: sampleSettings)
        var random = SplitMix(seed: seed)
        for index in 0..<(titles + 3) {
            let bucket = [Bucket.shows, .anime, .movies, .shows, .movies][index % 5]
            let status: String? = index < titles ? bucket.statuses[index / 5 % bucket.statuses.count] : nil
            account.addSample(1001 + index, bucket, status, using: &random)
        }
        account.activities.settle(account.entries)
        account.activities.settings = now - 86_400 * 365
        if let show = account.ids(.shows, status: "watching").first {
            account.pause(show, progress: 41.5, episode: 5)
            account.now = now
            account.playback[0]["paused_at"] = .string((now - 3600).simkl)
            account.activities.move("playback", of: .shows, to: now - 3600)
        }
        return account
    }

    private static var sampleSettings: JSON {
        [
            "user": [
                "name": "Zoë \"Z\" O'Brien", "joined_at": "2019-03-01T10:00:00.000Z", "gender": "female", "loc": .null,
                "avatar": "https://simkl.in/avatars/1/1_100.jpg", "bio": "TV & *films*", "age": "30 years",
            ],
            "account": ["id": 4711, "timezone": "Europe/Berlin", "type": "free", "anime_title_language": "en"],
        ]
    }

    private static let names = [
        "The Quiet Harbor", "Steins;Gate", "WALL·E", "M*A*S*H", "Love & Robots", "[REC]", "9-1-1", "銀魂", "It's <b>Late</b>",
        "3% ", "Gintama'", "_Under_ Score", "Amélie", "C:\\Files", "Iron | Oath",
    ]

    private mutating func addSample(_ id: Int, _ bucket: Bucket, _ status: String?, using random: inout SplitMix) {
        let title = Self.names[(id - 1001) % Self.names.count] + (id < 1001 + Self.names.count ? "" : " \(id)")
        let total = bucket == .movies ? 0 : Int.random(in: 6...16, using: &random)
        let added = now - Double(Int.random(in: 40...1500, using: &random)) * 86_400
        var item: JSON = [
            "added_to_watchlist_at": added.json, "last_watched_at": .null, "user_rated_at": .null, "user_rating": .null,
            "memo": [:],
            bucket.media: [
                "title": .string(title), "poster": .string("12/12\(id)abc"), "year": .int(2000 + id % 25),
                "runtime": .int(bucket == .movies ? 95 + id % 40 : 24 + id % 25),
                "ids": [
                    "simkl": .int(id), "slug": .string("title-\(id)"), "imdb": .string("tt\(1_000_000 + id)"),
                    "tmdb": .string(String(50_000 + id)),
                ],
            ],
        ]
        if bucket == .anime { item["anime_type"] = .string(total == 1 ? "movie" : "tv") }
        if bucket != .movies {
            item["total_episodes_count"] = .int(total)
            item["not_aired_episodes_count"] = .int(status == "watching" ? 2 : 0)
            episodes[id] = Self.sampleEpisodes(id, bucket, total: total, first: added - 86_400 * 200, now: now)
            if id % 7 == 0 { episodes[id]?.append(Self.sampleSpecial(id)) }
        }
        var entry = Entry(bucket: bucket, item: item)
        entry.status = status
        fill(&entry, added: added, using: &random)
        var filed = Entry(bucket: bucket, item: recounted(entry).item)
        // Of one show in six nobody knows the lengths of its episodes.
        if id % 6 != 0 {
            let ordinary = item[bucket.media]?["runtime"]?.int ?? 0
            for number in numbers(of: filed) { filed.lengths[number] = ordinary + number.number % 5 - 1 }
        }
        entries.append(filed)
        crowd[id] = Self.sampleCrowd(entry)
        details[id] = sampleDetails(entry)
    }

    /// Plays, a rating and a memo that suit the list.
    private func fill(_ entry: inout Entry, added: Date, using random: inout SplitMix) {
        let all = numbers(of: entry)
        let share: Int
        switch entry.status {
        case "completed": share = all.count
        case "plantowatch", nil: share = 0
        default: share = min(all.count / 2, entry.aired)
        }
        var time = added
        for number in all.prefix(share) {
            time += Double(Int.random(in: 1500...140_000, using: &random))
            time = min(time, now - 3600)
            entry.watched[number] = time.simkl
        }
        if entry.id % 7 == 0, share > 1 {
            // A special, and a play whose date nobody knows.
            entry.watched[EpisodeNumber(season: 0, number: 1)] = time.simkl
            entry.watched[all[0]] = "1970-01-01T00:00:01Z"
        }
        if share > 0 || (entry.bucket == .movies && entry.status != "plantowatch" && entry.status != nil) {
            entry.item["last_watched_at"] = time.json
            if entry.id % 3 != 0 {
                entry.item["user_rating"] = .int(1 + entry.id % 10)
                entry.item["user_rated_at"] = (time + 600).json
            }
        }
        if entry.id % 4 == 0 {
            entry.item["memo"] = ["text": .string("Memo *\(entry.id)* & more"), "is_private": .bool(entry.id % 8 == 0)]
        }
    }

    private static func sampleEpisodes(_ id: Int, _ bucket: Bucket, total: Int, first: Date, now: Date) -> [JSON] {
        let half = bucket == .anime ? total : (total + 1) / 2
        return (0..<total).map { index in
            let number = EpisodeNumber(season: index < half ? 1 : 2, number: index < half ? index + 1 : index - half + 1)
            let airs = index < total - 2 ? first + Double(index) * 604_800 : now + Double(index - total + 3) * 604_800
            return episode(number, in: bucket, of: id, airs: airs, aired: airs <= now)
        }
    }

    private static func sampleSpecial(_ id: Int) -> JSON {
        [
            "title": "Behind the Scenes", "description": .null, "type": "special", "aired": true, "img": .null, "date": .null,
            "ids": ["simkl_id": .int(id * 1000)],
        ]
    }

    private static func sampleCrowd(_ entry: Entry) -> JSON {
        [
            "id": .int(entry.id), "link": .string("https://simkl.com" + entry.url), "release_status": "released",
            "release_year": entry.media["year"] ?? .null, "rank": .int(entry.id),
            "simkl": ["rating": .double(Double(50 + entry.id % 45) / 10), "votes": .int(entry.id * 3), "droprate": "2.1%"],
        ]
    }

    private func sampleDetails(_ entry: Entry) -> JSON {
        // Half of the films that are planned are yet to come.
        let isAhead = entry.status == "plantowatch" && entry.id % 2 == 0
        let released = isAhead ? (now + 20 * 86_400).day : "\(2000 + entry.id % 25)-05-04"
        return .present([
            "title": .string(entry.title), "year": entry.media["year"], "ids": entry.media["ids"],
            "type": .string(entry.bucket == .movies ? "movie" : entry.bucket == .anime ? "anime" : "show"),
            "poster": entry.media["poster"], "fanart": .null, "runtime": entry.media["runtime"], "country": "US",
            "overview": "A line.<br>Another with `ticks`.", "genres": ["Drama", "Sci-Fi"], "rank": .int(entry.id),
            "status": entry.bucket == .movies ? "released" : "ended", "total_episodes": .int(entry.total),
            "ratings": ["simkl": ["rating": 7.1, "votes": .int(entry.id)]],
            "released": entry.bucket == .movies ? .string(released) : nil,
        ])
    }
}
