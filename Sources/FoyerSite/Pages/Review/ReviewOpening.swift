// How a review begins.

extension ReviewContext {
    var headline: [FactContext] {
        let total = numbers.total
        guard total.plays > 0 else {
            return [(phrase("label.titlesFinished"), finishedCount), (phrase("label.titlesRated"), review.rated.count)]
                .filter { $0.1 > 0 }.map { FactContext($0.0, $0.1.grouped) }
        }
        let more = [(phrase("label.titlesFinished"), finishedCount), (phrase("label.daysWithPlay"), activity.days.count)]
        return total.bigNumbers + more.filter { $0.1 > 0 }.map { FactContext($0.0, $0.1.grouped) }
    }

    private var finishedCount: Int { review.titles.count { $0.isFinished } }

    var opening: [SentenceContext] {
        guard !review.plays.isEmpty else {
            let rated = review.rated.count
            let words = [
                finishedCount > 0 ? phrase("review.titlesWereFinished", count: finishedCount) : nil,
                rated > 0 ? phrase("review.titlesWereRated", count: rated) : nil,
            ].compactMap { $0 }
            guard !words.isEmpty else { return [SentenceContext(text: phrase("review.nothing"))] }
            let text = phrase("review.noPlay", ["inPeriod": period.inSentence, "what": words.inWords])
            return [SentenceContext(text: text)]
        }
        let total = numbers.total
        var sentences: [String] = []
        let whole = DaySpan(first: period.days?.lowerBound ?? lastDay, last: lastDay).length
        let titles = phrase("review.ofTitles", count: total.titles)
        sentences.append(
            phrase(
                "review.daysWatched", count: whole,
                ["active": activity.days.count.grouped, "watched": total.episodesAndFilms, "ofTitles": titles]))
        if total.minutes >= 2880 {
            sentences.append(phrase("review.endToEnd", ["time": daysAndHours(minutes: total.minutes)]))
        }
        if let sample = activity.sample {
            let (median, mean) = (Int(sample.median.rounded()), Int(sample.mean.rounded()))
            sentences.append(
                phrase("review.ordinaryDay", ["median": duration(minutes: median), "mean": duration(minutes: mean)]))
        }
        let again = numbers.again.plays
        if again > 0 { sentences.append(phrase("review.rewatches", count: again)) }
        return sentences.map { SentenceContext(text: $0) }
    }

    /// Rows of six.
    var wall: [TitleCardContext] {
        let all = review.watched.byTime
        let count = min(all.count, 18)
        return all.prefix(count >= 6 ? count / 6 * 6 : count).map { card($0) }
    }

    var ends: [ReviewPlayContext] {
        guard let first = review.plays.first, let last = review.plays.last else { return [] }
        let ends =
            review.plays.count > 1
            ? [(phrase("review.firstPlay"), first), (phrase("review.lastPlay"), last)] : [(phrase("review.onlyPlay"), first)]
        return ends.compactMap { play($0.1, name: $0.0) }
    }

    /// A play that stands out.
    func play(_ play: ReviewPlay, name: String) -> ReviewPlayContext? {
        library.title(play.title).map { title in
            ReviewPlayContext(
                name: name, play: play, title: title, day: play.play.time.day(review.days),
                clock: play.play.time.moment.map(review.days.clockInDay), site: site, links: links)
        }
    }
}

extension Statistics.Totals {
    /// What they come to, big: the time, in hours from ten on, and how much of what was watched.
    var bigNumbers: [FactContext] {
        let time =
            minutes >= 600
            ? FactContext(phrase("label.hours"), ((minutes + 30) / 60).grouped)
            : knownTime.map { FactContext(phrase("label.time"), $0) }
        let counts = [(phrase("label.episodes"), episodes), (phrase("label.films"), films), (phrase("label.titles"), titles)]
        return [time].compactMap { $0 } + counts.filter { $0.1 > 0 }.map { FactContext($0.0, $0.1.grouped) }
    }
}
