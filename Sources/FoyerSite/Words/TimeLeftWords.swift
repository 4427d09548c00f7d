/// How much of a time is not known to the minute: `40 % of it estimated`; nil where all is.
func estimatedShare(_ estimated: Int, of minutes: Int) -> String? {
    if estimated == 0 { return nil }
    return estimated == minutes
        ? phrase("time.estimated") : phrase("time.estimatedShare", ["share": percent(estimated, of: minutes)])
}

/// Minutes in words, `about 6 h 40 min` where any of them is estimated: what that means, `time.aboutMeans` tells on the same page.
func duration(minutes: Int, isEstimated: Bool) -> String {
    let time = duration(minutes: minutes)
    return isEstimated ? phrase("time.about", ["time": time]) : time
}

extension TimeLeft {
    /// `6 h 40 min left`, or `about 6 h 40 min left`; nil where nothing is left, or nobody knows how long some of it is.
    var shortWords: String? {
        guard let minutes = knownMinutes, minutes > 0 else { return nil }
        return phrase("time.left", ["time": duration(minutes: minutes, isEstimated: isEstimated)])
    }

    /// `6 h 40 min, 8 episodes; 40 % of it estimated`; nil where nothing is left.
    var words: String? {
        guard !isNothing else { return nil }
        let count = phrase("count.episodes", count: episodes)
        guard minutes > 0 else { return count }
        let time = duration(minutes: minutes)
        let estimated = estimatedShare(estimatedMinutes, of: minutes)
        let unknown = unmeasured == 0 ? nil : phrase("title.leftUnknown", count: unmeasured)
        return ["\(time), \(count)", estimated, unknown].compactMap { $0 }.joined(separator: "; ")
    }
}

extension Backlog {
    /// `78 h left; 40 % of it estimated; 2 titles of unknown length not counted`; nil where no time is known to be left.
    var words: String? {
        guard minutes > 0 else { return nil }
        let left = phrase("time.left", ["time": duration(minutes: minutes)])
        return [left, estimatedShare(estimatedMinutes, of: minutes), unknownWords].compactMap { $0 }.joined(separator: "; ")
    }

    /// `2 titles of unknown length not counted`; nil where there is none.
    var unknownWords: String? { unknown > 0 ? phrase("statistics.unknownLengthNotCounted", count: unknown) : nil }
}

extension Outlook {
    /// Whether it can be finished this week, and on which day of the week in which month it is at its own pace.
    var words: String {
        [
            isWithinAWeek ? phrase("title.withinAWeek", ["days": String(Pace.days)]) : nil,
            end.map {
                phrase("title.overAtItsPace", ["days": String(Pace.days), "weekday": $0.weekday, "month": $0.month.words])
            },
        ].compactMap { $0 }.joined(separator: " ")
    }
}
