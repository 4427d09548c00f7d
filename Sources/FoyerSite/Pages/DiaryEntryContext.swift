/// What was watched of one title on one day.
struct DiaryEntryContext: TemplateContext {
    let entry: DiaryEntry
    let title: Title
    let site: Site
    let links: Links
    /// Of the entry itself.
    let address: Address?
    private let remarks: [String]

    init(_ entry: DiaryEntry, marks: DiaryMarks, site: Site, links: Links, address: Address?) {
        self.entry = entry
        title = site.library.titles[entry.position]
        self.site = site
        self.links = links
        self.address = address
        remarks = marks.words(of: entry)
    }

    /// More of them are told as a range.
    private static let mostNames = 5

    static let summary = "What was watched of one title on one day."
    static let fields = Fields<Self>(
        .text("anchor", "What the entry's id is made of, as in `2026-11-20-1399`.") { $0.entry.anchor },
        .link("address", "Where the entry itself is.") { $0.address },
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "The title's own page.") { $0.links.to($0.site.path(of: $0.title)) },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.title.poster, $0.links) },
        .text("episodes", "The episodes, up to five of them by name, as in `S01E01 “Pilot”` or `S01E01–E08`; nothing for films.")
        {
            $0.words.episodes(namingUpTo: mostNames)
        },
        .text("length", "How long it took, as in `45 min`; nothing where nobody knows, and for what was only marked.") {
            context in
            context.entry.isMarked ? nil : context.entry.totals.knownTime
        },
        .text("rating", "My rating, as in `★ 8`, where I gave it on that day.") { context in
            context.isRatedThen ? context.title.rating.map { stars($0.value) } : nil
        },
        .text("remarks", "What is special about it: `finished season 2`, `1,000th episode here`.") {
            $0.remarks.joined(separator: " · ")
        },
        .text("note", "What I wrote of the title, on the day on which I finished it, else rated it.") { context in
            context.hasNote ? context.title.memo : nil
        },
        .time("when", "The time, as in `20:03–22:41`, in the editions that tell it; else the day, as in `20 Nov`.") { $0.when },
        .flag("isAgain", "Whether it was a rewatch.") { $0.entry.rewatch != nil },
        .flag("isMarked", "Whether it was only marked as watched on that day.") { $0.entry.isMarked })

    private var words: PlayWords { PlayWords(entry.plays, of: title, days: site.library.days) }

    private var when: TimeText {
        let moments = entry.plays.compactMap(\.time.moment)
        guard !entry.isMarked, let clock = words.clock, let first = moments.min() else {
            return TimeText(entry.day.dayAndMonth, of: entry.day)
        }
        return TimeText(clock, of: first)
    }

    private var isRatedThen: Bool {
        entry.isLastOfTitle && title.rating?.day(site.library.days) == entry.day
    }

    private var hasNote: Bool { entry.isLastOfTitle && site.library.noteDay(of: title) == entry.day }
}

/// What stands out among the entries of a month.
struct DiaryMarks {
    private let library: Library
    private let milestones: [CalendarDay: [Milestone]]

    init(_ site: Site, in month: CalendarMonth) {
        library = site.library
        milestones = site.milestones.inMonth(month)
    }

    /// What is special about an entry: that a title or a season ended with it, and round numbers.
    func words(of entry: DiaryEntry) -> [String] {
        let own = (milestones[entry.day] ?? []).filter { milestone in
            milestone.title == entry.position && milestone.rewatch == entry.rewatch && milestone.isMarked == entry.isMarked
        }
        // A season's end says less where it was the end of all.
        let isEnd = endsTitle(entry)
        let told = own.filter { milestone in if case .seasonEnd = milestone.event { !isEnd } else { true } }
        return (isEnd ? [phrase("diary.finished")] : []) + told.map(\.words)
    }

    private func endsTitle(_ entry: DiaryEntry) -> Bool {
        let title = library.titles[entry.position]
        guard entry.rewatch == nil, !title.isFilm, library.plays.areMarked[entry.position],
            library.lastDayOfFirstWatching(of: title) == entry.day
        else { return false }
        // On a day that has both, what was watched stands before what was marked.
        return !entry.isMarked || !title.plays.contains { $0.rewatch == nil && isWatched($0, entry.day) }
    }

    private func isWatched(_ play: Play, _ day: CalendarDay) -> Bool { play.time.day(library.days) == day }
}

extension Milestone {
    fileprivate var words: String {
        switch event {
        case .episodes(let number): phrase("diary.nthEpisode", ["number": number.grouped])
        case .films(let number): phrase("diary.nthFilm", ["number": number.grouped])
        case .seasonEnd(nil): phrase("diary.finishedSeason")
        case .seasonEnd(let season?): phrase("diary.finishedSeasonNumber", ["season": String(season)])
        }
    }
}
