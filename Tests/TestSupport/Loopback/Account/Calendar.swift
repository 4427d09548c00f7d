import Foundation

extension LoopbackAccount {
    /// The airings of one calendar file, of all time, in the newer shape.
    struct Calendar: Sendable {
        var rows: [JSON] = []
        var metadata: [String: JSON] = [:]

        /// Reads either shape: an object of `calendar` and `metadata`, or the older flat list.
        init(_ json: JSON) {
            rows = json["calendar"]?.elements ?? []
            metadata = json["metadata"]?.members ?? [:]
            for row in json.elements { add(old: row) }
        }

        init(_ entries: [Entry], _ episodes: [Int: [JSON]], _ details: [Int: JSON]) {
            for entry in entries {
                let airings = episodes[entry.id] ?? []
                for episode in airings where episode["episode"] != nil {
                    rows.append(Self.row(entry, episode))
                }
                if let day = details[entry.id]?["released"]?.string {
                    rows.append(["simkl_id": .int(entry.id), "date": .string(day + "T04:00:00Z"), "finale_type": .null])
                }
                metadata[String(entry.id)] = Self.facts(entry)
            }
        }

        private static func row(_ entry: Entry, _ episode: JSON) -> JSON {
            let date = episode["date"]?.string.flatMap { Date(simkl: $0) }
            let number = episode["episode"]?.int ?? 0
            let place = episode["season"]?.int.map { "season-\($0)/episode-\(number)/" } ?? "episode-\(number)/"
            return [
                "simkl_id": .int(entry.id), "date": date?.json ?? .null, "finale_type": .null,
                "episode": .present([
                    "season": episode["season"], "episode": episode["episode"], "title": episode["title"],
                    "runtime": entry.media["runtime"], "url": .string("https://simkl.com\(entry.url)/\(place)"),
                ]),
            ]
        }

        private static func facts(_ entry: Entry) -> JSON {
            [
                "title": .string(entry.title), "url": .string(entry.url), "poster": entry.media["poster"] ?? .null,
                "ids": ["simkl_id": .int(entry.id), "slug": .string(entry.slug)], "release_date": .null, "rank": .int(entry.id),
                "ratings": ["simkl": ["rating": .null, "votes": .null]],
            ]
        }

        private mutating func add(old row: JSON) {
            guard let id = row["ids"]?["simkl_id"]?.int else { return }
            let date = row["date"]?.string.flatMap { Date(simkl: $0) }
            rows.append(
                .present([
                    "simkl_id": .int(id), "date": date?.json ?? .null, "finale_type": .null, "episode": row["episode"],
                ]))
            metadata[String(id)] = .object(row.members.filter { !["date", "episode"].contains($0.key) })
        }

        /// The file of the days or the month that the filter lets through.
        func file(_ isWanted: (String) -> Bool) -> JSON {
            let chosen = rows.filter { isWanted($0["date"]?.string ?? "") }
                .sorted { ($0["date"]?.string ?? "") < ($1["date"]?.string ?? "") }
            let ids = Set(chosen.compactMap { $0["simkl_id"]?.int.map(String.init) })
            return ["calendar": .array(chosen), "metadata": .object(metadata.filter { ids.contains($0.key) })]
        }

        /// The same file in the older shape: flat, with offsets.
        static func old(_ file: JSON, offset: String) -> JSON {
            .array(
                (file["calendar"]?.elements ?? []).map { row in
                    var item = file["metadata"]?[row["simkl_id"]?.int.map(String.init) ?? ""] ?? .object([:])
                    let hours = Double(offset.prefix(3)) ?? 0
                    let date = row["date"]?.string.flatMap { Date(simkl: $0) } ?? Date(timeIntervalSince1970: 0)
                    item["date"] = .string((date + hours * 3600).simkl.replacing("Z", with: offset))
                    item["release_date"] = .string((date + hours * 3600).day)
                    item["url"] = item["url"]?.string.map { .string($0.hasPrefix("http") ? $0 : "https://simkl.com\($0)") }
                    item["episode"] = row["episode"]
                    return item
                })
        }
    }

    func calendar(_ bucket: Bucket) -> Calendar {
        calendars[bucket] ?? Calendar(entries.filter { $0.bucket == bucket }, episodes, details)
    }
}
