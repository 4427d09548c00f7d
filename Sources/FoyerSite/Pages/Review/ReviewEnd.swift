// How a review ends: against the period before, what is coming, and how it was counted.

extension ReviewContext {
    private var before: Period? { period.before }

    /// Where the period before is cut off, so that both are as long; nil where this one is over.
    private var beforeEnd: CalendarDay? {
        guard isRunning, let span = before?.days else { return nil }
        let today = lastDay.civil
        let month = CalendarMonth(year: span.lowerBound.year, month: isYear ? today.month : span.lowerBound.month.month)
        return CalendarDay(month, day: min(today.day, month.length))
    }

    var beforeName: String? {
        before.map { before in beforeEnd.map { "\(before.name), up to \($0.words)" } ?? before.name }
    }

    var against: [AgainstContext] {
        guard let before, !review.plays.isEmpty else { return [] }
        let other = beforeEnd.map { site.review(of: before, upTo: $0) } ?? site.review(of: before)
        guard !other.plays.isEmpty else { return [] }
        let isTimeKnown = [review, other].allSatisfy { $0.numbers.total.isWhole }
        var rows = isTimeKnown ? [AgainstContext("Hours", tenths: (hours(review), hours(other)))] : []
        rows += [
            AgainstContext("Episodes", (numbers.total.episodes, other.numbers.total.episodes)),
            AgainstContext("Films", (numbers.total.films, other.numbers.total.films)),
            AgainstContext("Titles", (numbers.total.titles, other.numbers.total.titles)),
            AgainstContext("Titles finished", (finished(review), finished(other))),
            AgainstContext("Days with a play", (activity.days.count, other.numbers.activity.days.count)),
            AgainstContext("Titles rated", (review.rated.count, other.rated.count)),
        ]
        let samples = [review, other].map { Sample($0.rated.compactMap(\.record.rating)) }
        if let own = samples[0], let before = samples[1] {
            rows.append(AgainstContext("Median rating", tenths: (Int(own.median * 10), Int(before.median * 10))))
            rows.append(
                AgainstContext("Mean rating", tenths: (Int((own.mean * 10).rounded()), Int((before.mean * 10).rounded()))))
        }
        return rows
    }

    private func hours(_ review: Review) -> Int { (review.numbers.total.minutes * 10 + 30) / 60 }

    private func finished(_ review: Review) -> Int { review.titles.count { $0.isFinished } }

    // MARK: What is coming

    private var announced: [Airing] {
        isRunning
            ? site.agenda.days.flatMap(\.airings).filter { site.isToCome($0) && isReviewed($0) } : []
    }

    private func isReviewed(_ airing: Airing) -> Bool { !site.unreviewed.contains(airing.title.simkl) }

    var coming: [AiringContext] { announced.prefix(12).compactMap { AiringContext($0, site: site, links: links) } }

    var comingSentence: String? {
        let all = announced
        guard !all.isEmpty else { return nil }
        let films = all.count { library.title($0.title)?.isFilm ?? false }
        let episodes = all.count - films
        let parts = [
            episodes > 0 ? counted(episodes, "episode", "episodes") : nil,
            films > 0 ? counted(films, "release of a film", "releases of films") : nil,
        ]
        let reach = site.library.coverage.reach(from: site.today)
        return "For my lists, \(parts.compactMap { $0 }.inWords) \(all.count == 1 ? "is" : "are") announced"
            + (reach.isEmpty ? "." : "; the calendar reaches to \(reach.words).")
    }

    // MARK: How it was counted

    var accounting: [SentenceContext] {
        let (rule, total) = (review.days, numbers.total)
        var sentences = [
            "A day is a day in \(rule.zone) and ends at \(rule.rolloverClock); "
                + "the \(isYear ? "year" : "month") begins and ends with such days."
        ]
        if total.plays > 0 {
            let (real, days) = (numbers.evidence[.real]?.plays ?? 0, numbers.evidence[.day]?.plays ?? 0)
            sentences.append(
                "Of \(counted(total.plays, "play", "plays")), \(real.grouped) \(real == 1 ? "has" : "have") a time of "
                    + "\(real == 1 ? "its" : "their") own and \(days.grouped) a day that was entered.")
            let estimated = numbers.lengths.estimatedMinutes
            if total.minutes > 0 {
                sentences.append(
                    estimated > 0
                        ? "\(percent(estimated, of: total.minutes)) of the time is estimated from the ordinary length of an episode."
                        : "No part of the time is estimated.")
            }
            sentences += [total.gap].compactMap { $0 }
        }
        if !numbers.binges.isEmpty {
            let tellsSittings = library.edition.showsClockTimes
            sentences.append("\(tellsSittings ? "A sitting" : "Most of one title"): \(Binge.rule(tellsSittings: tellsSittings))")
        }
        if !review.milestones.isEmpty {
            sentences.append("A play of which only the day is known comes last on it, where plays are counted one by one.")
        }
        sentences += notCounted
        sentences.append("What is fewer than \(Sample.smallest) is neither averaged nor ranked.")
        sentences.append(origin)
        return sentences.map { SentenceContext(text: $0) }
    }

    /// What the page was made from, so that two prints of it can be told apart.
    private var origin: String {
        let plays = "Made from plays with the fingerprint \(playsFingerprint.prefix(8))"
        if let sealed = site.sealedYears.sealedOn(period) {
            return "\(plays), sealed on \(sealed.words): what was changed later is not in it."
        }
        return isRunning ? "\(plays), as of \(site.dataEnd.words): \(reason)." : "\(plays); it is not sealed."
    }

    private var notCounted: [String] {
        var sentences: [String] = []
        if review.leftOut.titles > 0 {
            sentences.append(
                "Left out by choice: \(counted(review.leftOut.titles, "title", "titles")), \(review.leftOut.inWords).")
        }
        let misdated = [
            (review.misdated.marked, "marked faster than they can be watched"),
            (review.misdated.stamped, "stamped with the airing or release"),
        ].filter { $0.0 > 0 }
        if !misdated.isEmpty {
            let words = misdated.map { "\(counted($0.0, "play", "plays")) \($0.1)" }.inWords
            sentences.append("Dated in \(period.name), but not believed and so not counted: \(words).")
        }
        let undated = library.plays.withoutDate
        if undated.plays > 0 {
            sentences.append(
                "\(undated.inWordsAside) of the library \(undated.plays == 1 ? "has" : "have") no believable date, and so no year."
            )
        }
        return sentences
    }
}

/// A number beside that of the period before.
struct AgainstContext: TemplateContext {
    let name: String
    let own: String
    let before: String
    let difference: String

    init(_ name: String, _ numbers: (Int, Int)) {
        self.name = name
        (own, before) = (numbers.0.grouped, numbers.1.grouped)
        difference = (numbers.0 - numbers.1).signed
    }

    init(_ name: String, tenths: (Int, Int)) {
        self.name = name
        (own, before) = (decimal(tenths: tenths.0), decimal(tenths: tenths.1))
        difference = signed(tenths: tenths.0 - tenths.1)
    }

    static let summary = "A number beside that of the period before."
    static let fields = Fields<Self>(
        .text("name", "What is counted.") { $0.name },
        .text("own", "The number of this period.") { $0.own },
        .text("before", "The number of the period before.") { $0.before },
        .text("difference", "How much more it is, as in `+12`.") { $0.difference })
}
