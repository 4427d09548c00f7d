import Disk

// What the model's values are told apart by: each field is fed once, those of a title's name first.

extension Fingerprint {
    /// What a title is called and looks like, wherever it is told of, and where its page is.
    mutating func feed(nameOf title: Title) {
        feed(title.id)
        feed(title.name)
        feed(title.sentName)
        feed(title.slug)
        feed(title.poster?.path)
        feed(title.isFilm ? 1 : 0)
    }

    /// What statistics and reviews of any time tell of a title besides its plays. Of those that were rated in that time, they tell what
    /// others think, too.
    mutating func feed(courseOf title: Title) {
        feed(nameOf: title)
        feed(title.year)
        feed(title.status?.rawValue)
        feed(title.addedAt)
        feed(title.rating?.value)
        feed(title.rating?.ratedAt)
        feed(title.unrecordedEpisodes > 0 ? 1 : 0)
        feed(title.details?.genres ?? [])
        feed(title.details?.network)
        feed(title.details?.country)
    }

    /// All of a title that stays the same while its owner goes on watching it.
    mutating func feed(face title: Title) {
        feed(nameOf: title)
        feed(title.alternativeNames)
        feed(title.year)
        feed(title.runtimeMinutes)
        feed(Array(title.identifiers)) { $0.feed($1.name + "\0" + $1.text) }
        feed(title.animeType)
        feed(title.status?.rawValue)
        feed(title.addedAt)
        feed(title.rating?.value)
        feed(title.rating?.ratedAt)
        feed(title.memo)
        feed(title.airedEpisodes.sorted { $0.key < $1.key }) {
            $0.feed($1.key)
            $0.feed($1.value)
        }
        feed(title.isToContinue ? 1 : 0)
        feed(title.stage?.rawValue)
        feed(title.crowd)
        feed(title.details)
    }

    /// How far it is watched, and every play.
    mutating func feed(watchingOf title: Title) {
        feed(title.unrecordedEpisodes)
        feed(title.progress?.watched)
        feed(title.progress?.total)
        feed(title.progress?.notAired)
        feed(title.next?.episode)
        feed(title.next?.airs)
        feed(title.next?.name)
        feed(title.plays) { $0.feed($1) }
        // It knows lengths from airings that are over.
        let left = title.timeLeft
        feed(left?.exactMinutes)
        feed(left?.estimatedMinutes)
        feed(left?.unmeasured)
        feed(title.listedEpisodes) {
            $0.feed($1.number)
            $0.feed($1.airs)
            $0.feed($1.hasAired ? 1 : 0)
            $0.feed($1.runtimeMinutes)
        }
        for texts in [title.episodeNames, title.unwatchedNames, title.episodeStills] {
            feed(texts.entries) {
                $0.feed($1.season)
                $0.feed($1.number)
                $0.feed($1.text)
            }
        }
    }

    mutating func feed(_ play: Play) {
        feed(play.episode)
        switch play.time {
        case .real(let moment): feed(0, moment)
        case .realDay(let day): feed(1, day)
        case .day(let day): feed(2, day)
        case .marked(let day): feed(3, day)
        case .stamped(let day): feed(4, day)
        case .undated(.missing): feed(5)
        case .undated(.longAgo): feed(6)
        case .undated(.toCome): feed(7)
        case .year(let year):
            feed(8)
            feed(year)
        }
        switch play.length {
        case .exact(let minutes): feed(minutes)
        case .estimated(let minutes): feed(-1 - minutes)
        case .unknown: feed(nil as Int?)
        }
        feed(play.rewatch)
        feed(play.airedAt)
    }

    /// - Parameter history: of its title.
    mutating func feed(_ milestone: Milestone, _ history: UInt64) {
        feed(history)
        feed(milestone.day)
        feed(milestone.rewatch)
        feed(milestone.isMarked ? 1 : 0)
        switch milestone.event {
        case .episodes(let number): feed(-1 - number)
        case .films(let number): feed(number)
        case .seasonEnd(let season): feed(season)
        }
    }

    mutating func feed(premiere title: Title) {
        feed(face: title)
        feed(title.airings) { $0.feed($1 as Airing) }
    }

    mutating func feed(_ airing: Airing) {
        feed(airing.title)
        feed(airing.episode)
        feed(airing.time)
        feed(airing.name)
        feed(airing.finale?.rawValue)
        feed(airing.isPremiere ? 1 : 0)
        feed(airing.runtimeMinutes)
        feed(airing.release?.rawValue)
        feed(airing.page)
    }

    mutating func feed(_ id: TitleID) {
        feed(id.kind.rawValue)
        feed(id.simkl)
    }

    mutating func feed(_ totals: Statistics.Totals) {
        feed(totals.titles)
        feed(totals.plays)
        feed(totals.films)
        feed(totals.minutes)
        feed(totals.unmeasured)
    }

    /// A test counts them.
    mutating func feed(_ openWeb: OpenWebSettings) {
        feed(openWeb.me.map(\.text))
        feed(openWeb.creator?.text)
        for address in [openWeb.webmention, openWeb.inbox] { feed(address?.text) }
        let auth = openWeb.indieAuth
        for address in [auth.metadata, auth.authorization, auth.token] { feed(address?.text) }
        feed(openWeb.account?.text)
    }

    mutating func feed(_ crowd: CrowdRatings) {
        for rating in [crowd.simkl, crowd.imdb, crowd.mal] {
            feed(rating.map { $0.average.bitPattern } ?? 0)
            feed(rating?.votes)
        }
        feed(crowd.dropPercent.map(\.bitPattern) ?? .max)
    }

    private mutating func feed(_ details: TitleDetails?) {
        guard let details else { return feed(nil as Int?) }
        feed(details.overview)
        feed(details.genres)
        feed(details.network)
        feed(details.country)
        feed(details.certification)
        feed(details.rank)
        feed(details.firstAired)
        feed(details.trailer)
        feed(details.cinemaRelease)
        feed(details.homeRelease)
        feed(details.fanart?.path)
    }
}

// MARK: - Parts

extension Fingerprint {
    mutating func feed(_ day: CalendarDay?) { feed(day?.daysSince1970) }

    mutating func feed(_ moment: Moment?) { feed(moment.map { Int($0.secondsSince1970) }) }

    mutating func feed(_ episode: EpisodeNumber?) {
        feed(episode?.season)
        feed(episode?.number)
    }

    mutating func feed(_ text: String?) {
        if let text { feed(text as String) } else { feed(nil as Int?) }
    }

    mutating func feed(_ texts: [String]) { feed(texts) { $0.feed($1 as String) } }

    /// Each element, and how many there are.
    mutating func feed<Element>(_ elements: some Collection<Element>, _ each: (inout Fingerprint, Element) -> Void) {
        feed(elements.count)
        for element in elements { each(&self, element) }
    }

    mutating func feed(_ time: HistoryTime?) {
        switch time {
        case nil: feed(nil as Int?)
        case .moment(let moment): feed(0, moment)
        case .day(let day): feed(1, day)
        }
    }

    private mutating func feed(_ time: AirTime?) {
        switch time {
        case nil: feed(nil as Int?)
        case .moment(let moment): feed(0, moment)
        case .day(let day): feed(1, day)
        }
    }

    private mutating func feed(_ kind: Int, _ moment: Moment) {
        feed(kind)
        feed(moment)
    }

    private mutating func feed(_ kind: Int, _ day: CalendarDay) {
        feed(kind)
        feed(day)
    }
}
