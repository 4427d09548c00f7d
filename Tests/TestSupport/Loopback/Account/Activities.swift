import Foundation

extension LoopbackAccount {
    /// The dates of `GET /sync/activities`.
    struct Activities: Sendable {
        var settings: Date?
        private var dates: [Bucket: [String: Date]] = [:]

        init() {}

        init(_ json: JSON) {
            settings = json["settings"]?["all"]?.string.flatMap { Date(simkl: $0) }
            for bucket in Bucket.allCases {
                dates[bucket] = json[bucket.activity]?.members.compactMapValues { $0.string.flatMap { Date(simkl: $0) } }
            }
        }

        /// Moves a date, and with it those above it.
        mutating func move(_ key: String, of bucket: Bucket, to time: Date) {
            dates[bucket, default: [:]][key] = time
            dates[bucket, default: [:]]["all"] = time
        }

        /// Settles dates that were not given from what happened to the titles.
        mutating func settle(_ entries: [Entry]) {
            for entry in entries {
                guard let status = entry.status else { continue }
                raise(status, of: entry.bucket, to: entry.changedAt)
                if let rated = entry.ratingChangedAt { raise("rated_at", of: entry.bucket, to: rated) }
            }
        }

        private mutating func raise(_ key: String, of bucket: Bucket, to time: Date) {
            for key in [key, "all"] {
                dates[bucket, default: [:]][key] = max(time, dates[bucket]?[key] ?? time)
            }
        }

        var all: Date? { (dates.values.flatMap(\.values) + [settings].compactMap { $0 }).max() }

        var json: JSON {
            var json: JSON = [
                "all": all?.json ?? .null, "settings": ["all": settings?.json ?? .null],
                "custom_lists": [
                    "lists": ["all": .null, "regular": .null, "favorites": .null, "recommendations": .null, "auto": .null]
                ],
            ]
            for bucket in Bucket.allCases {
                let keys = ["all", "rated_at", "playback", "removed_from_list"] + bucket.statuses
                json[bucket.activity] = .object(
                    Dictionary(uniqueKeysWithValues: keys.map { ($0, dates[bucket]?[$0]?.json ?? .null) }))
            }
            return json
        }
    }
}
