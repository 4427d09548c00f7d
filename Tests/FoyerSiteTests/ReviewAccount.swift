import Foundation

@testable import FoyerSite

/// A ``PeriodAccount`` with all that reviews tell of besides: days of ratings, crowds, details of titles, seasons that are all on the air.
struct ReviewAccount {
    private var chance: SeededChance
    private let seed: Int

    private typealias Object = [String: Any]

    init(seed: Int) {
        self.seed = seed
        chance = SeededChance(seed: seed &+ 9_000)
    }

    mutating func files() throws -> AccountFiles {
        var plain = PeriodAccount(seed: seed)
        var files = try plain.files()
        let text = files.files["all-items.json"] ?? ""
        guard var library = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: [Object]] else { return files }
        for (bucket, folder) in [("shows", "tv"), ("anime", "anime"), ("movies", "movies")] {
            var items = (library[bucket] ?? []).sorted { PeriodAccount.id($0) < PeriodAccount.id($1) }
            var crowd: [Object] = []
            for index in items.indices {
                let id = PeriodAccount.id(items[index])
                if chance.chance(3, in: 4) {
                    items[index]["user_rating"] = Int.random(in: 1...10, using: &chance)
                    let day = rated()
                    items[index]["user_rated_at"] = day
                    let wrapper = bucket == "movies" ? "movie" : "show"
                    if chance.chance(1, in: 3), var media = items[index][wrapper] as? Object {
                        media["year"] = Int(day.prefix(4))
                        items[index][wrapper] = media
                    }
                }
                let own = Double(Int.random(in: 10...99, using: &chance)) / 10
                crowd.append(["id": id, "simkl": ["rating": own, "votes": chance.pick([9, 50, 51, 800])] as Object])
                if chance.chance(1, in: 2) { files.files["titles/\(folder)/\(id).json"] = try details(id, bucket) }
                if bucket == "shows" { try airSeason(of: items[index], id, &files) }
            }
            library[bucket] = items
            files.files["crowd/\(bucket).json"] = try json(crowd)
        }
        files.files["all-items.json"] = try json(library)
        return files
    }

    private mutating func details(_ id: Int, _ bucket: String) throws -> String {
        var details: Object = ["ids": ["simkl": id] as Object]
        let genres = ["Drama", "Comedy", "Crime", "Animation", "Horror"].filter { _ in chance.chance(1, in: 3) }
        if !genres.isEmpty { details["genres"] = genres }
        if chance.chance(2, in: 3) { details["country"] = chance.pick(["US", "JP", "SE"]) }
        if bucket != "movies", chance.chance(2, in: 3) { details["network"] = chance.pick(["HBO", "SVT1", "NTV"]) }
        return try json(details)
    }

    /// Half of the seasons that were watched in sittings are told to be all that has aired.
    private mutating func airSeason(of item: Object, _ id: Int, _ files: inout AccountFiles) throws {
        let seasons = item["seasons"] as? [Object] ?? []
        guard let season = seasons.first(where: { $0["number"] as? Int == 9 }), chance.chance(1, in: 2) else { return }
        let file = "episodes/tv/\(id).json"
        let known = try JSONSerialization.jsonObject(with: Data((files.files[file] ?? "[]").utf8)) as? [Object] ?? []
        let numbers = (season["episodes"] as? [Object] ?? []).compactMap { $0["number"] as? Int }
        let rows = numbers.map { number -> Object in
            var row = known.first { $0["season"] as? Int == 9 && $0["episode"] as? Int == number } ?? [:]
            (row["season"], row["episode"], row["aired"]) = (9, number, true)
            return row
        }
        files.files[file] = try json(known.filter { $0["season"] as? Int != 9 } + rows)
    }

    private mutating func rated() -> String {
        let second = Int.random(in: 1_500_000_000...1_790_000_000, using: &chance)
        return Date(timeIntervalSince1970: Double(second)).formatted(.iso8601)
    }
}
