import ArgumentParser
import Foundation
import Simkl

/// A day of the calendar, as somebody writes it: `2026-11-25`, `today`, `yesterday`.
struct DayArgument: ExpressibleByArgument, Hashable {
    let text: String
    private let day: Day

    private enum Day: Hashable {
        case date(WireDate)
        case daysAgo(Int)
    }

    init?(argument: String) {
        text = argument
        switch argument.lowercased() {
        case "today": day = .daysAgo(0)
        case "yesterday": day = .daysAgo(1)
        default:
            guard argument.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil, let date = WireDate(argument), !date.isUnknown else {
                return nil
            }
            day = .date(date)
        }
    }

    /// As Simkl takes a day without a time: midnight in UTC, whatever the zone.
    ///
    /// - Throws: ``Failure`` where it is still to come.
    func midnight(upTo state: AccountState) throws(Failure) -> String {
        let today = String(state.words(state.now).prefix(10))
        let named: String =
            switch day {
            case .date(let date): String(date.text.prefix(10))
            case .daysAgo(let days): String(state.words(state.now - Int64(days) * 86_400).prefix(10))
            }
        if named > today { throw Failure(code: .usage, message: "\(named) is still to come.") }
        return "\(named)T00:00:00Z"
    }
}
