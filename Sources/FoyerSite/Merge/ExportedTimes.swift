import Simkl

// What an export of Foyer's tells was judged before it was told, so that nothing is concluded from it once more.

extension PlayTime {
    /// - Parameter date: what the evidence is of.
    init(_ evidence: Wire.Evidence, _ date: WireDate?) {
        switch (evidence, date) {
        case (.longAgo, _): self = .undated(.longAgo)
        case (.toCome, _): self = .undated(.toCome)
        case (_, nil): self = .undated(.missing)
        case (.time, .instant(let seconds, _)?): self = .real(Moment(secondsSince1970: seconds))
        case (.time, .day(let days)?): self = .realDay(CalendarDay(daysSince1970: days))
        case (.day, let date?): self = .day(CalendarDay(asWritten: date))
        case (.marked, let date?): self = .marked(CalendarDay(asWritten: date))
        case (.stamped, let date?): self = .stamped(CalendarDay(asWritten: date))
        case (.year, let date?): self = .year(CalendarDay(asWritten: date).year)
        }
    }
}

extension HistoryTime {
    /// An instant is one, midnight too.
    init(exported date: WireDate) {
        switch date {
        case .instant(let seconds, _): self = .moment(Moment(secondsSince1970: seconds))
        case .day(let days): self = .day(CalendarDay(daysSince1970: days))
        }
    }
}
