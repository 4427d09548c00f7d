import Disk

/// Tells from what an output declares whether it has to be made anew.
struct SourceFingerprints {
    private let site: Site
    private let library: LibraryFingerprints
    /// Of what is the same for every output.
    private let settings: UInt64
    private let feeds: UInt64
    private var known: [Input: UInt64] = [:]

    init(_ site: Site, _ library: LibraryFingerprints, feeds: [Feed], announced: AnnouncedFeeds) {
        self.site = site
        self.library = library
        settings = LibraryFingerprints.fingerprint {
            $0.feed(settingsOf: site)
            for feeds in [announced.everywhere, announced.whereLookedFor] {
                $0.feed(feeds) {
                    $0.feed($1.path)
                    $0.feed($1.name)
                }
            }
        }
        self.feeds = LibraryFingerprints.fingerprint {
            $0.feed(feeds) {
                $0.feed($1.path)
                $0.feed($1.name)
                $0.feed($1.summary)
                $0.feed($1.isListed ? 1 : 0)
            }
        }
    }

    /// The fingerprint of everything that goes into an output.
    ///
    /// - Parameter maker: of what makes it: its template, or nothing for what the program makes by itself.
    mutating func source(_ path: String, _ inputs: [Input], maker: UInt64 = 0) -> UInt64 {
        var values = [settings, maker]
        for input in inputs { values.append(value(of: input)) }
        return LibraryFingerprints.fingerprint {
            $0.feed(path)
            for value in values { $0.feed(value) }
        }
    }

    /// The fingerprint of everything that goes into a page.
    mutating func source(of page: Page, _ templates: TemplateSet) -> UInt64 {
        // A list of titles may tell how far they are watched; most templates do only where these are the page's own subject.
        let read = templates.inputs(of: page.template).filter { $0 != .library || !page.isAboutTitles }
        let maker = LibraryFingerprints.fingerprint {
            $0.feed(templates.digest(of: page.template))
            $0.feed(page.head)
        }
        return source(page.path.htmlFile, page.inputs + read, maker: maker)
    }

    private mutating func value(of input: Input) -> UInt64 {
        switch input {
        case .title(let position): return library.records[position]
        case .airings(let position): return airings(at: position)
        case .library: return library.whole
        case .values(let value): return value
        case .feeds: return feeds
        default: break
        }
        if let value = known[input] { return value }
        let value = LibraryFingerprints.fingerprint { feed(input, &$0) }
        known[input] = value
        return value
    }

    /// Most titles have none.
    private func airings(at position: Int) -> UInt64 {
        let coming = site.coming(of: site.library.titles[position])
        return coming.isEmpty ? 0 : LibraryFingerprints.fingerprint { $0.feed(coming) { $0.feed($1) } }
    }

    private func feed(_ input: Input, _ fingerprint: inout Fingerprint) {
        switch input {
        case .title, .airings, .library, .feeds, .values: break
        case .titles(let positions): fingerprint.feed(positions) { $0.feed(library.records[$1]) }
        case .plays(let period): library.feedPlays(in: period, &fingerprint)
        case .diary(let period): library.feedDiary(of: period, &fingerprint)
        case .review(let period): feedReview(of: period, &fingerprint)
        case .undated:
            fingerprint.feed(site.library.plays.withoutDate)
            fingerprint.feed(site.library.plays.withoutDay)
        case .today:
            fingerprint.feed(site.today)
            fingerprint.feed(site.watchingDay)
        case .now: fingerprint.feed(site.now)
        case .dataDay:
            fingerprint.feed(site.dataDay)
            fingerprint.feed(site.dataEnd)
        case .outdated: fingerprint.feed(site.isOutdated ? 1 : 0)
        case .value(let value): fingerprint.feed(value)
        }
    }

    private func feedReview(of period: Period, _ fingerprint: inout Fingerprint) {
        fingerprint.feed(site.sealedYears.sealedOn(period))
        if let sealed = site.sealedYears.plays(in: period) {
            fingerprint.feed(sealed, of: site.reviewLibrary)
        } else {
            library.feedPlays(in: period, &fingerprint)
            library.feedRatings(in: period, &fingerprint)
            guard let days = period.days else { return }
            fingerprint.feed(library.waiting(before: days.lowerBound))
            fingerprint.feed(library.waiting(before: min(days.upperBound, site.watchingDay).adding(days: 1)))
        }
    }
}

extension Fingerprint {
    /// What the configuration says, and whose site it is: seldom another from one night to the next.
    fileprivate mutating func feed(settingsOf site: Site) {
        let library = site.library
        feed([site.name, site.baseURL?.text ?? "", library.edition.rawValue, library.days.zone])
        feed(site.words.digest)
        feed(library.days.rolloverHour)
        feed(library.owner.name)
        feed(library.owner.avatar?.path)
        feed(library.spoilers.rawValue)
        // Of others, nothing is ever told.
        feed(library.titles.map(\.id.simkl).filter(site.unreviewed.contains)) { $0.feed($1) }
        feed(site.hasMarkdown ? 1 : 0)
        // Every page leads to the one of what is trending.
        feed(site.trending == nil ? 0 : 1)
        feed(site.robots.rawValue)
        feed(site.openWeb)
        feed(site.cardFaces?.fingerprint ?? 0)
    }
}

extension Fingerprint {
    /// What was kept of a period, with what the library says of its titles.
    fileprivate mutating func feed(_ sealed: ReviewPlays, of library: Library) {
        feed([sealed.zone])
        feed(sealed.rolloverHour)
        feed(sealed.plays) {
            $0.feed($1.title)
            $0.feed($1.play)
        }
        let seasons = Dictionary(grouping: sealed.plays, by: \.title).mapValues { plays in
            Set(plays.compactMap { play in play.play.episode.map { $0.season ?? 1 } }).sorted()
        }
        feed(sealed.titles) {
            $0.feed($1.id)
            $0.feed($1.past.rawValue)
            $0.feed($1.isFinished ? 1 : 0)
            $0.feed($1.finishedOn)
            $0.feed($1.rating)
            $0.feed($1.ratedOn)
            if let title = library.title($1.id) {
                $0.feed(courseOf: title)
                if $1.ratedOn != nil { $0.feed(title.crowd) }
                let known = title.knownSeasons
                $0.feed(seasons[title.id] ?? []) { $0.feed(known[$1]) }
            }
            $0.feed(library.position(of: $1.id).map { library.plays.wereOver[$0] ? 1 : 0 })
        }
        feed(sealed.sittings ?? []) {
            $0.feed($1.title)
            $0.feed($1.day)
            $0.feed($1.episodes)
            $0.feed($1.minutes)
        }
        for waiting in [sealed.waitedAtStart, sealed.waitsAtEnd] {
            feed(waiting.filter { library.position(of: $0) != nil }) { $0.feed($1.simkl) }
        }
        feed(sealed.marked)
        feed(sealed.stamped)
    }
}

extension Page {
    /// Whether its inputs have all of the titles that it shows, how far they are watched too.
    fileprivate var isAboutTitles: Bool {
        inputs.contains { input in
            switch input {
            case .title, .titles, .library: true
            default: false
            }
        }
    }
}

extension Fingerprint {
    /// What the layout says of a page.
    fileprivate mutating func feed(_ head: PageHead) {
        feed([head.title, head.description, head.card.type, head.card.pictureText])
        feed(head.section?.folder)
        feed(head.simklID)
        feed(head.calendar)
        feed(head.movedTo?.folder)
        switch head.card.picture {
        case .poster(let poster): feed(["poster", poster.path])
        case .file(let path): feed(["file", path])
        }
        feed(head.isListed ? 1 : 0)
    }
}
