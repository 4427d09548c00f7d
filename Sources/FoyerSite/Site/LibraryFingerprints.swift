import Disk

/// What the parts of a library are told apart by, counted once for each build.
struct LibraryFingerprints: Sendable {
    /// Of each title everything but what airs.
    let records: [UInt64]
    /// Of each title's airings.
    let airings: [UInt64]
    /// Of each title what statistics and reviews tell of it besides its plays, and what is known of when it was watched first.
    private let histories: [UInt64]
    /// What others think of each title.
    private let crowds: [UInt64]
    /// Of the plays in a month, with their titles' histories.
    private let months: [CalendarMonth: UInt64]
    /// Of what the diary tells of a month.
    private let diaries: [CalendarMonth: UInt64]
    /// Positions of titles by the month in which they were rated.
    private let rated: [CalendarMonth: [Int]]
    private let misdated: [CalendarMonth: PlayIndex.Misdated]
    /// The days on which titles came to a list, and those on which they had come and were begun: ascending, of titles whose days are
    /// known.
    private let (added, begun): ([CalendarDay], [CalendarDay])
    let whole: UInt64

    init(_ site: Site) {
        let library = site.library
        let plays = library.plays
        var (records, airings): ([UInt64], [UInt64]) = ([], [])
        var (histories, names, crowds): ([UInt64], [UInt64], [UInt64]) = ([], [], [])
        for (position, title) in library.titles.enumerated() {
            names.append(Self.fingerprint { $0.feed(nameOf: title) })
            crowds.append(title.rating == nil ? 0 : Self.fingerprint { $0.feed(title.crowd) })
            records.append(
                Self.fingerprint {
                    $0.feed(face: title)
                    $0.feed(watchingOf: title)
                })
            airings.append(title.airings.isEmpty ? 0 : Self.fingerprint { $0.feed(title.airings) { $0.feed($1) } })
            histories.append(
                Self.fingerprint {
                    $0.feed(courseOf: title)
                    $0.feed(plays.firstDays[position])
                    $0.feed(plays.areDated[position] ? 1 : 0)
                    $0.feed(plays.areMarked[position] ? 1 : 0)
                    $0.feed(plays.wereOver[position] ? 1 : 0)
                    $0.feed(library.lastDayOfFirstWatching(of: title))
                })
        }
        let binges = Dictionary(grouping: plays.binges) { $0.day.month }
        let milestones = Dictionary(grouping: site.milestones.all) { $0.day.month }
        let seasons = library.titles.map { $0.isFilm || $0.plays.isEmpty ? [:] : $0.knownSeasons }
        var (months, diaries): ([CalendarMonth: UInt64], [CalendarMonth: UInt64]) = ([:], [:])
        for month in plays.toldMonths {
            let (own, titles) = Self.plays(of: library, seasons, in: month)
            months[month] = Self.fingerprint {
                $0.feed(own)
                for position in titles { $0.feed(histories[position]) }
                $0.feed(milestones[month] ?? []) { $0.feed($1, histories[$1.title]) }
                $0.feed(binges[month] ?? []) {
                    $0.feed(histories[$1.title])
                    $0.feed($1.day)
                    $0.feed($1.totals)
                }
            }
            diaries[month] = Self.fingerprint {
                $0.feed(own)
                for position in titles {
                    $0.feed(names[position])
                    $0.feed(library.titles[position], in: month, of: library, isMarked: plays.areMarked[position])
                }
                $0.feed(milestones[month] ?? []) { $0.feed($1, names[$1.title]) }
            }
        }
        (self.months, self.diaries) = (months, diaries)
        rated = Dictionary(grouping: plays.ratedDays.indices.filter { plays.ratedDays[$0] != nil }) {
            plays.ratedDays[$0]?.month ?? CalendarMonth(year: 0, month: 1)
        }
        misdated = plays.misdated
        var (added, begun): ([CalendarDay], [CalendarDay]) = ([], [])
        for (position, title) in library.titles.enumerated() where plays.areDated[position] {
            guard !site.unreviewed.contains(title.id.simkl), let day = plays.addedDays[position] else { continue }
            added.append(day)
            if let first = plays.firstDays[position] { begun.append(max(day, first)) }
        }
        (self.added, self.begun) = (added.sorted(), begun.sorted())
        whole = Self.fingerprint {
            for (record, airings) in zip(records, airings) {
                $0.feed(record)
                $0.feed(airings)
            }
            $0.feed(library.paused) {
                $0.feed($1.title)
                $0.feed($1.episode)
                $0.feed($1.percent)
                $0.feed($1.pausedAt)
            }
            $0.feed("\(library.accountStatistics.map { "\($0.totalMinutes ?? -1)" } ?? "")")
            for kind in MediaKind.allCases {
                $0.feed(library.accountStatistics?.minutes[kind])
                $0.feed(library.accountStatistics?.titles[kind])
            }
        }
        (self.records, self.airings, self.histories, self.crowds) = (records, airings, histories, crowds)
    }

    /// Of the plays with a day in a month, and what was marked in it, and the titles that they are of: each once, as they follow each
    /// other.
    ///
    /// - Parameter seasons: how many episodes each season of each title has: what was watched in the month may be all of one.
    private static func plays(of library: Library, _ seasons: [[Int: Int]], in month: CalendarMonth) -> (UInt64, titles: [Int]) {
        var (titles, seen): ([Int], Set<Int>) = ([], [])
        var last: (position: Int, season: Int)?
        let value = fingerprint { fingerprint in
            for play in library.plays.plays(in: .month(month)) {
                let position = Int(play.title)
                if seen.insert(position).inserted { titles.append(position) }
                fingerprint.feed(library.titles[position].id)
                fingerprint.feed(play.day)
                guard let number = play.number else { continue }
                let title = library.titles[position]
                fingerprint.feed(title.plays[Int(number)])
                guard let episode = title.plays[Int(number)].episode else { continue }
                fingerprint.feed(title.episodeNames[episode])
                let season = episode.season ?? 1
                if last ?? (-1, -1) != (position, season) { fingerprint.feed(seasons[position][season]) }
                last = (position, season)
            }
            for play in library.plays.marked(in: .month(month)) {
                let position = Int(play.title)
                if seen.insert(position).inserted { titles.append(position) }
                fingerprint.feed(library.titles[position].id)
                fingerprint.feed(library.titles[position].plays[Int(play.number)])
            }
        }
        return (value, titles)
    }

    func feedPlays(in period: Period, _ fingerprint: inout Fingerprint) { Self.feed(months, in: period, &fingerprint) }

    func feedDiary(of period: Period, _ fingerprint: inout Fingerprint) { Self.feed(diaries, in: period, &fingerprint) }

    private static func feed(_ months: [CalendarMonth: UInt64], in period: Period, _ fingerprint: inout Fingerprint) {
        for (month, value) in months.filter({ period.contains($0.key.firstDay) }).sorted(by: { $0.key < $1.key }) {
            fingerprint.feed(month.firstDay)
            fingerprint.feed(value)
        }
    }

    func feedRatings(in period: Period, _ fingerprint: inout Fingerprint) {
        for (month, positions) in rated.filter({ period.contains($0.key.firstDay) }).sorted(by: { $0.key < $1.key }) {
            fingerprint.feed(month.firstDay)
            fingerprint.feed(positions) {
                $0.feed(histories[$1])
                $0.feed(crowds[$1])
            }
        }
        let own = misdated.filter { period.contains($0.key.firstDay) }.values
        fingerprint.feed(own.reduce(0) { $0 + $1.marked })
        fingerprint.feed(own.reduce(0) { $0 + $1.stamped })
    }

    /// How many titles had come to a list before a day and were not begun before it.
    func waiting(before day: CalendarDay) -> Int { added.count(before: day) - begun.count(before: day) }

    static func fingerprint(_ feed: (inout Fingerprint) -> Void) -> UInt64 {
        var fingerprint = Fingerprint()
        feed(&fingerprint)
        return fingerprint.value
    }
}

extension [CalendarDay] {
    /// How many of them, which are ascending, are before a day.
    fileprivate func count(before day: CalendarDay) -> Int { sortedIndex { $0 < day } }
}

extension Fingerprint {
    /// What a month's entries tell of a title besides its plays: its rating and its note, where their days are in the month, and whether
    /// it ended there.
    fileprivate mutating func feed(_ title: Title, in month: CalendarMonth, of library: Library, isMarked: Bool) {
        if let rating = title.rating, let day = rating.day(library.days), day.month == month {
            feed(day)
            feed(rating.value)
        } else {
            feed(nil as Int?)
        }
        let last = library.lastDayOfFirstWatching(of: title)
        feed(last?.month == month ? last : nil)
        feed(isMarked ? 1 : 0)
        feed(library.noteDay(of: title)?.month == month ? title.memo : nil)
    }
}
