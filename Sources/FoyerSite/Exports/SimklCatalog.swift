import Disk

/// What the catalogue tells of the titles of a library, and what is trending beside them, as far as it is shown.
struct SimklCatalog {
    private let library: Library

    init(_ library: Library) { self.library = library }

    func write(to sink: inout ExportSink) throws {
        try write("crowd", \.bucket, isList: true, to: &sink) { $0.id.kind == $1 ? crowd(of: $0) : nil }
        try write("titles", \.path, isList: false, to: &sink) { $0.id.kind == $1 ? record(of: $0) : nil }
        try write("episodes", \.path, isList: false, to: &sink) { episodes(of: $0, below: $1) }
        try write("trending", \.path, of: library.trending, isList: true, to: &sink) {
            $0.id.kind == $1 ? Self.listed($0).object : nil
        }
    }

    /// A member that has something for each kind of title, as the files or the folders of its name have.
    ///
    /// - Parameters:
    ///   - name: what these are called.
    ///   - row: what it has for a title; nil for nothing.
    private func write(
        _ member: String, _ name: KeyPath<MediaKind, String>, of titles: [Title]? = nil, isList: Bool, to sink: inout ExportSink,
        row: (Title, MediaKind) -> String?
    ) throws {
        var isBegun = false
        for kind in MediaKind.allCases {
            var isFirst = true
            for title in titles ?? library.titles {
                guard let row = row(title, kind) else { continue }
                if isFirst {
                    try sink.add(
                        (isBegun ? ",\n" : ",\n\"\(member)\":{") + "\"\(kind[keyPath: name])\":" + (isList ? "[\n" : "{\n") + row)
                } else {
                    try sink.add(",\n" + row)
                }
                (isFirst, isBegun) = (false, true)
            }
            if !isFirst { try sink.add(isList ? "]" : "}") }
        }
        if isBegun { try sink.add("}") }
    }

    /// What others think of it, and how far it has come on the air. Of a film it matters only whether it is still to come out.
    private func crowd(of title: Title) -> String? {
        let stage = title.isFilm ? (title.isToContinue ? ReleaseStage.announced : nil) : title.stage
        guard stage != nil || title.crowd != CrowdRatings() else { return nil }
        var row = JSONMembers()
        row.add("id", title.id.simkl)
        row.add(title.crowd)
        row.add("release_status", stage?.simkl)
        return row.object
    }

    private func record(of title: Title) -> String? {
        guard let details = title.details else { return nil }
        var record = JSONMembers()
        record.add("ids", json: "{\"simkl\":\(title.id.simkl)}")
        record.add("overview", details.overview)
        record.add("genres", list: details.genres.map(JSONText.quoted))
        record.add("network", details.network)
        record.add("country", details.country)
        record.add("certification", details.certification)
        record.add("rank", details.rank)
        record.add("first_aired", details.firstAired?.iso)
        record.add("fanart", details.fanart?.path)
        record.add("trailers", list: details.trailer.map { ["{\"youtube\":\(JSONText.quoted($0))}"] } ?? [])
        record.add("release_dates", list: releases(details))
        // Of titles that the library does not have nothing is shown.
        let related = Array(library.allRelated(to: title))
        record.add(
            "relations",
            list: related.compactMap { title, relation in
                relation.map {
                    "{\"ids\":{\"simkl\":\(title.id.simkl)},\"relation_type\":\(JSONText.quoted($0.rawValue))}"
                }
            })
        let recommended = related.filter { $0.relation == nil }
        record.add("users_recommendations", list: recommended.map { "{\"ids\":{\"simkl\":\($0.title.id.simkl)}}" })
        return "\"\(title.id.simkl)\":\(record.object)"
    }

    /// Those of the owner's country.
    private func releases(_ details: TitleDetails) -> [String] {
        let days = [(3, details.cinemaRelease), (4, details.homeRelease)].compactMap { type, day in
            day.map { "{\"type\":\(type),\"release_date\":\(JSONText.quoted($0.iso))}" }
        }
        let country = JSONText.quoted(library.country)
        return days.isEmpty ? [] : ["{\"iso_3166_1\":\(country),\"results\":[\(days.joined(separator: ","))]}"]
    }

    /// The list of its episodes, without what they are called. An anime's numbers have no season; those that have one are another list's.
    private func episodes(of title: Title, below kind: MediaKind) -> String? {
        let own = title.listedEpisodes.filter { episode in
            kind == (title.id.kind == .anime && episode.number.season == nil ? .anime : .tv)
        }
        guard !own.isEmpty else { return nil }
        let rows = own.map { episode in
            var row = JSONMembers()
            row.add("season", episode.number.season)
            row.add("episode", episode.number.number)
            if episode.hasAired { row.add("aired", json: "true") }
            row.add("date", episode.airs?.simkl)
            row.add("runtime", episode.runtimeMinutes)
            return row.object
        }
        return "\"\(title.id.simkl)\":[\(rows.joined(separator: ","))]"
    }

    /// A title of one of Simkl's lists.
    static func listed(_ title: Title) -> JSONMembers {
        var (row, ids, ratings) = (JSONMembers(), JSONMembers(), JSONMembers())
        ids.add("simkl", title.id.simkl)
        ids.add("slug", title.slug)
        ratings.add(title.crowd)
        row.add("title", title.name)
        row.add("year", title.year)
        row.add("poster", title.poster?.path)
        // There in words.
        row.add(
            "runtime",
            title.runtimeMinutes.map { minutes in
                let hours = min(999, minutes / 60)
                return hours > 0 ? "\(hours)h \(minutes - hours * 60)m" : "\(minutes)m"
            })
        row.add("genres", list: (title.details?.genres ?? []).map(JSONText.quoted))
        row.add("network", title.details?.network)
        row.add("ratings", ratings)
        row.add("ids", ids)
        return row
    }
}

extension JSONMembers {
    /// Others' ratings, each with its votes.
    fileprivate mutating func add(_ crowd: CrowdRatings) {
        for (name, rating) in [("simkl", crowd.simkl), ("imdb", crowd.imdb), ("mal", crowd.mal)] {
            guard let rating else { continue }
            var members = JSONMembers()
            members.add("rating", json: "\(rating.average)")
            members.add("votes", rating.votes)
            add(name, members)
        }
        add("droprate", crowd.dropPercent.map { "\($0)%" })
    }
}

extension ReleaseStage {
    /// Simkl's word.
    fileprivate var simkl: String {
        switch self {
        case .announced: "tba"
        case .running: "airing"
        case .ended: "ended"
        }
    }
}
