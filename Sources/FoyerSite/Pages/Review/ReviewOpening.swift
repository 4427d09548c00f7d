// How a review begins.

extension ReviewContext {
    var headline: [FactContext] {
        let total = numbers.total
        guard total.plays > 0 else {
            return [("Titles finished", finishedCount), ("Titles rated", review.rated.count)].filter { $0.1 > 0 }
                .map { FactContext($0.0, $0.1.grouped) }
        }
        let more = [("Titles finished", finishedCount), ("Days with a play", activity.days.count)]
        return total.bigNumbers + more.filter { $0.1 > 0 }.map { FactContext($0.0, $0.1.grouped) }
    }

    private var finishedCount: Int { review.titles.count { $0.isFinished } }

    var opening: [SentenceContext] {
        guard !review.plays.isEmpty else {
            let rated = review.rated.count
            let words = [
                finishedCount > 0 ? "\(counted(finishedCount, "title was", "titles were")) marked as finished" : nil,
                rated > 0 ? "\(counted(rated, "title was", "titles were")) rated" : nil,
            ].compactMap { $0 }
            guard !words.isEmpty else { return [SentenceContext(text: "There is nothing to tell of.")] }
            return [SentenceContext(text: "No play has its day in \(period.name); \(words.inWords).")]
        }
        let total = numbers.total
        var sentences: [String] = []
        let whole = DaySpan(first: period.days?.lowerBound ?? lastDay, last: lastDay).length
        let active = activity.days.count
        sentences.append(
            "Something was watched on \(active.grouped) of \(counted(whole, "day", "days")): "
                + "\(total.episodesAndFilms) of \(counted(total.titles, "title", "titles")).")
        if total.minutes >= 2880 {
            sentences.append("End to end that is \(daysAndHours(minutes: total.minutes)).")
        }
        if let sample = activity.sample {
            sentences.append(
                "A day with a play had \(duration(minutes: Int(sample.median.rounded()))) in the median and "
                    + "\(duration(minutes: Int(sample.mean.rounded()))) in the mean.")
        }
        let again = numbers.again.plays
        if again > 0 { sentences.append(again == 1 ? "One play was of a rewatch." : "\(again.grouped) plays were of rewatches.") }
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
        let ends = review.plays.count > 1 ? [("First", first), ("Last", last)] : [("Only", first)]
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
    /// What they come to, big: the time, in hours from a day on, and how much of what was watched.
    var bigNumbers: [FactContext] {
        let time =
            minutes >= 1440
            ? FactContext("Hours", ((minutes + 30) / 60).grouped) : knownTime.map { FactContext("Time", $0) }
        let counts = [("Episodes", episodes), ("Films", films), ("Titles", titles)]
        return [time].compactMap { $0 } + counts.filter { $0.1 > 0 }.map { FactContext($0.0, $0.1.grouped) }
    }
}
