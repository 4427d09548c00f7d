public import Foundation

/// What happens to an account elsewhere: on the website, in another program, by the passing of time.
///
/// Each change that finds its title moves the clock and the right dates; one that does not changes nothing.
extension LoopbackAccount {
    /// Watches an episode, or a film.
    public mutating func watch(_ id: Int, season: Int = 1, episode: Int? = nil, at time: Date? = nil) {
        guard var entry = entry(id) else { return }
        let moment = tick()
        if let episode {
            entry.watched[EpisodeNumber(season: season, number: episode)] = (time ?? moment).simkl
        }
        let last = entry.item["last_watched_at"]?.string ?? ""
        entry.item["last_watched_at"] = .string(max(last, (time ?? moment).simkl))
        settle(&entry, at: moment)
    }

    /// Watches a title again: the episodes with these numbers, or the film. Only who pays is told of it.
    public mutating func rewatch(_ id: Int, season: Int = 1, episodes: [Int] = [], from start: Date? = nil) {
        guard var entry = entry(id) else { return }
        let moment = tick()
        let numbers =
            episodes.isEmpty ? [EpisodeNumber(season: 0, number: 0)] : episodes.map { EpisodeNumber(season: season, number: $0) }
        var watched: [EpisodeNumber: String?] = [:]
        for (position, number) in numbers.enumerated() {
            watched.updateValue(((start ?? moment) + Double(position) * 7200).simkl, forKey: number)
        }
        let rewatch = Rewatch(id: entry.rewatches.count + 1, status: "completed", watched: watched)
        entry.rewatches.append(rewatch)
        entry.changedAt = moment
        activities.move(entry.status ?? "completed", of: entry.bucket, to: moment)
        store(entry)
    }

    /// Forgets that an episode was watched.
    public mutating func unwatch(_ id: Int, season: Int = 1, episode: Int) {
        guard var entry = entry(id) else { return }
        entry.watched.removeValue(forKey: EpisodeNumber(season: season, number: episode))
        settle(&entry, at: tick())
    }

    /// Rates a title; an untracked or planned one is filed as well.
    public mutating func rate(_ id: Int, _ value: Int, at time: Date? = nil) {
        guard var entry = entry(id) else { return }
        let moment = tick()
        entry.item["user_rating"] = .int(value)
        entry.item["user_rated_at"] = (time ?? moment).json
        entry.ratingChangedAt = moment
        activities.move("rated_at", of: entry.bucket, to: moment)
        if entry.status == nil || entry.status == "plantowatch", let list = list(forRated: entry), list != entry.status {
            if entry.status == nil { entry.item["added_to_watchlist_at"] = moment.json }
            entry.status = list
            entry.changedAt = moment
            if ratingMovesListDates { activities.move(list, of: entry.bucket, to: moment) }
        }
        store(entry)
    }

    /// Takes a rating back; the row stays in the ratings delta, without a value.
    public mutating func unrate(_ id: Int) {
        guard var entry = entry(id) else { return }
        let moment = tick()
        entry.item["user_rating"] = .null
        entry.item["user_rated_at"] = .null
        entry.ratingChangedAt = moment
        activities.move("rated_at", of: entry.bucket, to: moment)
        store(entry)
    }

    /// Takes a title off the library. Its history survives, its rating does not.
    public mutating func remove(_ id: Int) {
        guard var entry = entry(id), entry.status != nil else { return }
        let moment = tick()
        entry.status = nil
        entry.item["user_rating"] = .null
        entry.item["user_rated_at"] = .null
        entry.ratingChangedAt = nil
        activities.move("removed_from_list", of: entry.bucket, to: moment)
        store(entry)
    }

    /// A title loses all watchings but the first.
    public mutating func forgetRewatches(of id: Int) {
        guard var entry = entry(id) else { return }
        entry.rewatches = []
        store(entry)
    }

    /// Puts a title that the catalogue knows on a list, or moves it there.
    public mutating func move(_ id: Int, to status: String) {
        guard var entry = entry(id) else { return }
        let moment = tick()
        if entry.status == nil { entry.item["added_to_watchlist_at"] = moment.json }
        entry.status = status
        entry.changedAt = moment
        activities.move(status, of: entry.bucket, to: moment)
        store(entry)
    }

    /// Adds a title with everything that it has.
    public mutating func add(_ item: JSON, to bucket: Bucket) {
        var entry = Entry(bucket: bucket, item: item)
        let moment = tick()
        entry.changedAt = moment
        if let status = entry.status { activities.move(status, of: bucket, to: moment) }
        if entry.rating != nil { activities.move("rated_at", of: bucket, to: moment) }
        entries.removeAll { $0.id == entry.id }
        entries.append(entry)
    }

    /// Makes a memo, or takes it back with nil.
    public mutating func note(_ id: Int, _ text: String?, isPrivate: Bool = false) {
        guard var entry = entry(id) else { return }
        entry.item["memo"] = text.map { ["text": .string($0), "is_private": .bool(isPrivate)] } ?? .object([:])
        settle(&entry, at: tick())
    }

    /// A new episode airs: the server offers it to whom has caught up.
    public mutating func airEpisode(of id: Int) {
        guard var entry = entry(id), entry.bucket != .movies else { return }
        let moment = tick()
        let waiting = entry.item["not_aired_episodes_count"]?.int ?? 0
        if waiting > 0 {
            entry.item["not_aired_episodes_count"] = .int(waiting - 1)
        } else {
            entry.item["total_episodes_count"] = .int(entry.total + 1)
            if let last = numbers(of: entry).last, episodes[id] != nil {
                let number = EpisodeNumber(season: last.season, number: last.number + 1)
                episodes[id]?.append(Self.episode(number, in: entry.bucket, of: id, airs: moment, aired: true))
            }
        }
        if entry.status == "watching" {
            entry.item["next_to_watch"] = next(of: entry).map { .string($0.text(in: entry.bucket)) } ?? .null
            entry.changedAt = moment
            activities.move("watching", of: entry.bucket, to: moment)
        }
        catalogChanges[id] = moment
        store(entry)
    }

    /// Changes the settings.
    public mutating func changeSettings(_ body: (inout JSON) -> Void) {
        body(&settings)
        activities.settings = tick()
    }

    /// Pauses a title somewhere in the middle.
    public mutating func pause(_ id: Int, progress: Double, season: Int = 1, episode: Int? = nil) {
        guard let entry = entry(id) else { return }
        let moment = tick()
        let row = episode.map { JSON.object(["season": .int(season), "number": .int($0), "title": "Episode \(String($0))"]) }
        playback.append(
            .present([
                "id": .int(9_000_000 + playback.count), "progress": .double(progress), "paused_at": moment.json,
                "type": entry.bucket == .movies ? "movie" : "episode", "episode": row,
                entry.bucket == .anime ? "anime" : entry.bucket.media: entry.media,
            ]))
        activities.move("playback", of: entry.bucket, to: moment)
    }

    /// Forgets a pause; false when there is none with that number.
    @discardableResult
    public mutating func resume(_ session: Int) -> Bool {
        guard let index = playback.firstIndex(where: { $0["id"]?.int == session }) else { return false }
        let row = playback.remove(at: index)
        let bucket: Bucket = row["movie"] != nil ? .movies : row["anime"] != nil ? .anime : .shows
        activities.move("playback", of: bucket, to: tick())
        return true
    }

    /// Simkl's editors find that a show is an anime, or the other way round.
    public mutating func reclassify(_ id: Int, to bucket: Bucket) {
        guard var entry = entry(id) else { return }
        let moment = tick()
        activities.move("removed_from_list", of: entry.bucket, to: moment)
        entry.bucket = bucket
        entry.item["anime_type"] = bucket == .anime ? "tv" : nil
        entry.changedAt = moment
        activities.move(entry.status ?? "watching", of: bucket, to: moment)
        catalogChanges[id] = moment
        store(recounted(entry))
    }
}

extension LoopbackAccount {
    mutating func store(_ entry: Entry) { _ = change(entry.id) { $0 = entry } }

    /// Files a title after its plays have changed.
    private mutating func settle(_ entry: inout Entry, at moment: Date) {
        entry = recounted(entry)
        if entry.status == nil { entry.item["added_to_watchlist_at"] = moment.json }
        if entry.bucket == .movies {
            if entry.item["last_watched_at"]?.string != nil { entry.status = "completed" }
        } else if entry.item["watched_episodes_count"]?.int == entry.total, entry.total > 0 {
            entry.status = "completed"
        } else if entry.status != "dropped" && entry.status != "hold" {
            entry.status = entry.watched.isEmpty ? (entry.status ?? "plantowatch") : "watching"
        }
        entry.changedAt = moment
        activities.move(entry.status ?? "watching", of: entry.bucket, to: moment)
        store(entry)
    }

    /// Where a rated title that was not watched yet goes.
    private func list(forRated entry: Entry) -> String? {
        switch entry.bucket {
        case .movies:
            let released = details[entry.id]?["released"]?.string ?? ""
            return released > now.day ? "plantowatch" : "completed"
        case .shows, .anime: return entry.total == 1 ? "completed" : "watching"
        }
    }

    static func episode(_ number: EpisodeNumber, in bucket: Bucket, of id: Int, airs: Date, aired: Bool) -> JSON {
        .present([
            "title": "Episode \(String(number.number))", "description": .null, "episode": .int(number.number),
            "season": bucket == .anime ? nil : .int(number.season), "type": "episode", "aired": .bool(aired), "img": .null,
            "date": .string(airs.simkl.replacing("Z", with: bucket == .anime ? "+09:00" : "-05:00")),
            "ids": ["simkl_id": .int(id * 1000 + number.season * 100 + number.number)],
        ])
    }
}
