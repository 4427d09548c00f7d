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
        before.map { before in
            beforeEnd.map { phrase("review.upTo", ["period": before.name, "day": $0.plainShortWords]) } ?? before.name
        }
    }

    var against: [AgainstContext] {
        guard let before, !review.plays.isEmpty else { return [] }
        let other = beforeEnd.map { site.review(of: before, upTo: $0) } ?? site.review(of: before)
        guard !other.plays.isEmpty else { return [] }
        let isTimeKnown = [review, other].allSatisfy { $0.numbers.total.isWhole }
        var rows = isTimeKnown ? [AgainstContext(phrase("label.hours"), tenths: (hours(review), hours(other)))] : []
        rows += [
            AgainstContext(phrase("label.episodes"), (numbers.total.episodes, other.numbers.total.episodes)),
            AgainstContext(phrase("label.films"), (numbers.total.films, other.numbers.total.films)),
            AgainstContext(phrase("label.titles"), (numbers.total.titles, other.numbers.total.titles)),
            AgainstContext(phrase("label.titlesFinished"), (finished(review), finished(other))),
            AgainstContext(phrase("label.daysWithPlay"), (activity.days.count, other.numbers.activity.days.count)),
            AgainstContext(phrase("label.titlesRated"), (review.rated.count, other.rated.count)),
        ]
        let samples = [review, other].map { Sample($0.rated.compactMap(\.record.rating)) }
        if let own = samples[0], let before = samples[1] {
            rows.append(
                AgainstContext(phrase("review.medianRating"), tenths: (Int(own.median * 10), Int(before.median * 10))))
            let means = (Int((own.mean * 10).rounded()), Int((before.mean * 10).rounded()))
            rows.append(AgainstContext(phrase("review.meanRating"), tenths: means))
        }
        return rows
    }

    private func hours(_ review: Review) -> Int { tenthsOfHours(minutes: review.numbers.total.minutes) }

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
            episodes > 0 ? phrase("count.episodes", count: episodes) : nil,
            films > 0 ? phrase("review.releases", count: films) : nil,
        ].compactMap { $0 }.inWords
        let reach = site.library.coverage.reach(from: site.today)
        return reach.isEmpty
            ? phrase("review.announced", count: all.count, ["what": parts])
            : phrase("review.announcedWithReach", count: all.count, ["what": parts, "reach": reach.words])
    }

    // MARK: How it was counted

    var accounting: [SentenceContext] {
        let (rule, total) = (review.days, numbers.total)
        var sentences = [
            isYear
                ? phrase("review.daysOfYear", ["zone": rule.zone, "clock": rule.rolloverClock])
                : phrase("review.daysOfMonth", ["zone": rule.zone, "clock": rule.rolloverClock])
        ]
        if total.plays > 0 {
            let (real, days) = (numbers.evidence[.real]?.plays ?? 0, numbers.evidence[.day]?.plays ?? 0)
            let plays = phrase("review.ofPlays", count: total.plays)
            sentences.append(phrase("review.evidence", count: real, ["ofPlays": plays, "days": days.grouped]))
            let estimated = numbers.lengths.estimatedMinutes
            if total.minutes > 0 {
                sentences.append(
                    estimated > 0
                        ? phrase("review.estimated", ["share": percent(estimated, of: total.minutes)])
                        : phrase("review.estimatedNone"))
            }
            sentences += [total.gap].compactMap { $0 }
        }
        if !numbers.binges.isEmpty {
            let tellsSittings = library.edition.showsClockTimes
            let rule = Binge.rule(tellsSittings: tellsSittings)
            sentences.append(
                tellsSittings
                    ? phrase("review.sittingRule", ["rule": rule]) : phrase("review.mostOfTitleRule", ["rule": rule]))
        }
        if !review.milestones.isEmpty {
            sentences.append(phrase("review.playsWithoutTime"))
        }
        sentences += notCounted
        sentences.append(phrase("review.tooFew", ["number": Sample.smallest.grouped]))
        sentences.append(origin)
        return sentences.map { SentenceContext(text: $0) }
    }

    /// What the page was made from, so that two prints of it can be told apart.
    private var origin: String {
        let fingerprint = String(playsFingerprint.prefix(8))
        if let sealed = site.sealedYears.sealedOn(period) {
            return phrase("review.originSealed", ["fingerprint": fingerprint, "day": sealed.words])
        }
        return isRunning
            ? phrase("review.originRunning", ["fingerprint": fingerprint, "day": site.dataEnd.words, "reason": reason])
            : phrase("review.originNotSealed", ["fingerprint": fingerprint])
    }

    private var notCounted: [String] {
        var sentences: [String] = []
        if review.leftOut.titles > 0 {
            sentences.append(
                phrase("review.leftOut", count: review.leftOut.titles, ["plays": review.leftOut.inWords]))
        }
        let (marked, stamped) = (review.misdated.marked, review.misdated.stamped)
        let misdated = [
            marked > 0 ? phrase("review.playsMarked", count: marked) : nil,
            stamped > 0 ? phrase("review.playsStamped", count: stamped) : nil,
        ].compactMap { $0 }
        if !misdated.isEmpty {
            sentences.append(
                phrase("review.notBelieved", ["inPeriod": period.inSentence, "plays": misdated.inWords]))
        }
        let undated = library.plays.withoutDate
        if undated.plays > 0 {
            sentences.append(phrase("review.undated", count: undated.plays, ["plays": undated.inWordsAside]))
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
