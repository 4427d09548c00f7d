/// When the owner did something, as finely as the account tells it, or as the edition may: an instant, or only a day.
public enum HistoryTime: Hashable, Sendable {
    case moment(Moment)
    /// A day that was entered without a time, or of which the edition tells no more.
    case day(CalendarDay)

    /// The owner's day that it belongs to.
    public func day(_ rule: DayRule) -> CalendarDay {
        switch self {
        case .moment(let moment): rule.day(of: moment)
        case .day(let day): day
        }
    }

    /// The instant, or the first one of the day.
    func start(_ rule: DayRule) -> Moment {
        switch self {
        case .moment(let moment): moment
        case .day(let day): rule.firstMoment(of: day)
        }
    }

    /// Puts what the owner did in an order, the same in every zone; a day stands where it begins.
    var order: Moment {
        switch self {
        case .moment(let moment): moment
        case .day(let day): day.start
        }
    }
}

extension CalendarDay {
    /// Where the day stands among instants, whatever the zone.
    var start: Moment { Moment(secondsSince1970: Int64(daysSince1970) * 86_400) }
}
