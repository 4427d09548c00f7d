import Disk

/// The library as Simkl would send it (`GET /sync/all-items`), which `--data` reads again, with a few members more.
///
/// Shape: `docs/library.schema.json`. A play without a believable date has none; what the account says of it all the same stands in
/// `not_believed`, which is for people.
enum SimklExport {
    static func write(_ library: Library, to sink: inout ExportSink) throws {
        try sink.add("{\"edition\":\(JSONText.quoted(library.edition.rawValue))")
        // Days alone are the same in every zone.
        if library.edition.showsClockTimes {
            try sink.add(",\"settings\":{\"account\":{\"timezone\":\(JSONText.quoted(library.days.zone))}}")
        }
        let buckets: [(name: String, kind: MediaKind)] = [("shows", .tv), ("anime", .anime), ("movies", .movie)]
        for (name, kind) in buckets {
            try sink.add(",\n\"\(name)\":[")
            var isFirst = true
            for title in library.titles where title.id.kind == kind {
                for row in rows(of: title) {
                    try sink.add((isFirst ? "\n" : ",\n") + row)
                    isFirst = false
                }
            }
            try sink.add("]")
        }
        try sink.add("}\n")
    }

    /// The title's own entry, and one for each rewatch.
    private static func rows(of title: Title) -> [String] {
        let plays = Dictionary(grouping: title.plays) { $0.rewatch }
        return [entry(of: title, plays[nil] ?? [])]
            + plays.keys.compactMap { $0 }.sorted().map { entry(of: title, plays[$0] ?? [], rewatch: $0) }
    }

    private static func entry(of title: Title, _ plays: [Play], rewatch: Int? = nil) -> String {
        var members: [(String, String?)] = [("status", title.status.map { JSONText.quoted($0.simkl) })]
        if let rewatch {
            members += [("is_rewatch", "true"), ("rewatch_id", String(rewatch)), ("rewatch_status", "\"completed\"")]
        } else {
            members += [
                ("added_to_watchlist_at", title.addedAt.map { JSONText.quoted($0.exported) }),
                ("user_rating", title.rating.map { String($0.value) }),
                ("user_rated_at", title.rating?.ratedAt.map { JSONText.quoted($0.exported) }),
                ("memo", title.memo.map { "{\"text\":\(JSONText.quoted($0)),\"is_private\":false}" }),
            ]
        }
        members.append(("anime_type", title.animeType.map(JSONText.quoted)))
        if title.isFilm {
            members.append(("last_watched_at", plays.first?.time.kept.map(JSONText.quoted)))
            members.append(("not_believed", plays.first?.time.unbelieved.map(JSONText.quoted)))
        } else {
            if rewatch == nil { members += progress(of: title) }
            members.append(("seasons", seasons(plays)))
        }
        members.append((title.id.kind == .movie ? "movie" : "show", media(title)))
        return object(members)
    }

    private static func progress(of title: Title) -> [(String, String?)] {
        let regular = Set(title.plays.compactMap(\.episode)).count { $0.season != 0 }
        return [
            ("watched_episodes_count", String(regular + title.unrecordedEpisodes)),
            ("total_episodes_count", title.progress.map { String($0.total) }),
            ("not_aired_episodes_count", title.progress.map { String($0.notAired) }),
            ("next_to_watch", title.next.map { JSONText.quoted($0.episode.simkl(of: title.id.kind)) }),
        ]
    }

    private static func seasons(_ plays: [Play]) -> String? {
        let seasons = Dictionary(grouping: plays.filter { $0.episode != nil }) { $0.episode?.season ?? 1 }
        guard !seasons.isEmpty else { return nil }
        let texts = seasons.sorted { $0.key < $1.key }.map { season, plays in
            let episodes = plays.sorted { ($0.episode?.number ?? 0) < ($1.episode?.number ?? 0) }.map { play in
                let minutes: Int? = if case .exact(let minutes) = play.length { minutes } else { nil }
                return object([
                    ("number", String(play.episode?.number ?? 0)), ("watched_at", play.time.kept.map(JSONText.quoted)),
                    ("not_believed", play.time.unbelieved.map(JSONText.quoted)), ("runtime", minutes.map(String.init)),
                ])
            }
            return "{\"number\":\(season),\"episodes\":[\(episodes.joined(separator: ","))]}"
        }
        return "[\(texts.joined(separator: ","))]"
    }

    private static func media(_ title: Title) -> String {
        let others = title.identifiers.sorted { $0.key < $1.key }.map { ($0.key, Optional(JSONText.quoted($0.value))) }
        let ids = [("simkl", Optional(String(title.id.simkl))), ("slug", title.slug.map(JSONText.quoted))] + others
        return object([
            ("title", JSONText.quoted(title.sentName ?? title.name)), ("year", title.year.map(String.init)),
            ("runtime", title.runtimeMinutes.map(String.init)), ("poster", title.poster.map { JSONText.quoted($0.wirePath) }),
            ("ids", object(ids)),
        ])
    }

    private static func object(_ members: [(String, String?)]) -> String {
        let texts = members.compactMap { name, value in value.map { "\(JSONText.quoted(name)):\($0)" } }
        return "{\(texts.joined(separator: ","))}"
    }
}

extension PlayTime {
    /// A moment that a reader of it could take for a day without a time, midnight somewhere, is one second later.
    fileprivate var kept: String? {
        guard case .real(let moment) = self, moment.secondsSince1970 % 900 == 0 else { return exported }
        return Moment(secondsSince1970: moment.secondsSince1970 + 1).rfc3339
    }
}

extension ImagePath {
    /// As Simkl sends a poster's: without the folder.
    fileprivate var wirePath: String { path.hasPrefix("posters/") ? String(path.dropFirst("posters/".count)) : path }
}

extension EpisodeNumber {
    /// `S05E16`, or `E148` for anime.
    fileprivate func simkl(of kind: MediaKind) -> String {
        kind == .anime && season == nil ? "E\(padded(number))" : "S\(padded(season ?? 1))E\(padded(number))"
    }
}
