import Disk

/// What the parts of a library are told apart by, counted once for each build.
struct LibraryFingerprints: Sendable {
    /// Of each title everything but what airs.
    let records: [UInt64]
    /// Of each title's airings.
    let airings: [UInt64]
    /// Of each title its face, and what is known of when it was watched first.
    private let histories: [UInt64]
    /// Of the plays in a month, with their titles' histories.
    private let months: [CalendarMonth: UInt64]
    /// Positions of titles by the month in which they were rated.
    private let rated: [CalendarMonth: [Int]]
    private let misdated: [CalendarMonth: PlayIndex.Misdated]
    /// The days on which titles came to a list, and those on which they had come and were begun: ascending, of titles whose days are
    /// known.
    private let (added, begun): ([CalendarDay], [CalendarDay])
    let whole: UInt64

    /// - Parameter unreviewed: Simkl ids of titles that no review counts.
    init(_ library: Library, unreviewed: Set<Int>) {
        let plays = library.plays
        var (records, airings, histories): ([UInt64], [UInt64], [UInt64]) = ([], [], [])
        for (position, title) in library.titles.enumerated() {
            let face = Self.fingerprint { $0.feed(face: title) }
            records.append(
                Self.fingerprint {
                    $0.feed(face)
                    $0.feed(watchingOf: title)
                })
            airings.append(title.airings.isEmpty ? 0 : Self.fingerprint { $0.feed(title.airings) { $0.feed($1) } })
            histories.append(
                Self.fingerprint {
                    $0.feed(face)
                    $0.feed(plays.firstDays[position])
                    $0.feed(plays.areDated[position] ? 1 : 0)
                    $0.feed(plays.areMarked[position] ? 1 : 0)
                    $0.feed(plays.wereOver[position] ? 1 : 0)
                    $0.feed(library.lastDayOfFirstWatching(of: title))
                })
        }
        let binges = Dictionary(grouping: plays.binges) { $0.day.month }
        let milestones = Dictionary(grouping: library.milestones.all) { $0.day.month }
        months = Self.months(of: library, histories) { month, fingerprint in
            fingerprint.feed(milestones[month] ?? []) { $0.feed($1, histories[$1.title]) }
            fingerprint.feed(binges[month] ?? []) {
                $0.feed(histories[$1.title])
                $0.feed($1.day)
                $0.feed($1.totals)
            }
        }
        rated = Dictionary(grouping: plays.ratedDays.indices.filter { plays.ratedDays[$0] != nil }) {
            plays.ratedDays[$0]?.month ?? CalendarMonth(year: 0, month: 1)
        }
        misdated = plays.misdated
        var (added, begun): ([CalendarDay], [CalendarDay]) = ([], [])
        for (position, title) in library.titles.enumerated() where plays.areDated[position] {
            guard !unreviewed.contains(title.id.simkl), let day = plays.addedDays[position] else { continue }
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
        (self.records, self.airings, self.histories) = (records, airings, histories)
    }

    /// One pass over all plays with a day, since they stand in the order of their days.
    private static func months(
        of library: Library, _ histories: [UInt64], rest: (CalendarMonth, inout Fingerprint) -> Void
    ) -> [CalendarMonth: UInt64] {
        var months: [CalendarMonth: UInt64] = [:]
        for month in library.plays.toldMonths {
            months[month] = fingerprint { fingerprint in
                for play in library.plays.plays(in: .month(month)) {
                    let position = Int(play.title)
                    fingerprint.feed(histories[position])
                    fingerprint.feed(play.day)
                    guard let number = play.number else { continue }
                    let title = library.titles[position]
                    fingerprint.feed(title.plays[Int(number)])
                    fingerprint.feed(title.plays[Int(number)].episode.flatMap { title.episodeNames[$0] })
                }
                for play in library.plays.marked(in: .month(month)) {
                    let position = Int(play.title)
                    fingerprint.feed(histories[position])
                    fingerprint.feed(library.titles[position].plays[Int(play.number)])
                }
                rest(month, &fingerprint)
            }
        }
        return months
    }

    func feedPlays(in period: Period, _ fingerprint: inout Fingerprint) {
        for (month, value) in months.filter({ period.contains($0.key.firstDay) }).sorted(by: { $0.key < $1.key }) {
            fingerprint.feed(month.firstDay)
            fingerprint.feed(value)
        }
    }

    func feedRatings(in period: Period, _ fingerprint: inout Fingerprint) {
        for (month, positions) in rated.filter({ period.contains($0.key.firstDay) }).sorted(by: { $0.key < $1.key }) {
            fingerprint.feed(month.firstDay)
            fingerprint.feed(positions) { $0.feed(histories[$1]) }
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
