import ArgumentParser
import Foundation
import Simkl

/// When something was watched, as somebody says it.
struct WatchTime: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "When it was watched: 21:30, \"2026-11-25 21:30\" in your time zone, or 2026-11-25T20:30:00Z. Default: now.",
            valueName: "time"))
    var at: String?
    @Option(
        help: ArgumentHelp(
            "The day on which it was watched, as 2026-11-25, today or yesterday, without a time.", valueName: "day"))
    var on: DayArgument?
    @Flag(help: "Watched, but nobody knows when.")
    var undated = false

    func validate() throws {
        if [at != nil, on != nil, undated].count(where: { $0 }) > 1 {
            throw ValidationError("Only one of --at, --on and --undated can be right.")
        }
    }

    /// Whether somebody said when.
    var isGiven: Bool { at != nil || on != nil }

    /// What is sent, and how it is said.
    struct Value {
        let text: String
        /// Nil where only the day is known, or nothing.
        let seconds: Int64?
        let words: String
    }

    func value(_ state: AccountState) throws(Failure) -> Value {
        if undated { return Value(text: WireDate.unknown, seconds: nil, words: "without a date") }
        if let on { return Value(text: try on.midnight(upTo: state), seconds: nil, words: "on \(on.text)") }
        let seconds = try at.map { text throws(Failure) in try instant(text, state) } ?? state.now
        return Value(text: WireDate.text(seconds), seconds: seconds, words: at == nil ? "now" : "at \(state.words(seconds))")
    }

    private func instant(_ text: String, _ state: AccountState) throws(Failure) -> Int64 {
        guard let seconds = Self.seconds(text, state) else {
            throw Failure(
                code: .usage,
                message: "'\(text)' is no time: 21:30, \"2026-11-25 21:30\" or 2026-11-25T20:30:00Z is expected; for a day: --on."
            )
        }
        if seconds > state.now { throw Failure(code: .usage, message: "\(state.words(seconds)) is still to come.") }
        return seconds
    }

    private static func seconds(_ text: String, _ state: AccountState) -> Int64? {
        if case .instant(let seconds, _) = WireDate(text) { return seconds }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = state.zone
        let now = Date(timeIntervalSince1970: Double(state.now))
        if let match = text.wholeMatch(of: /(\d{1,2}):(\d\d)/), let hour = Int(match.1), let minute = Int(match.2) {
            guard hour < 24, minute < 60 else { return nil }
            // The last time that the clock showed it.
            let parts = DateComponents(hour: hour, minute: minute, second: 0)
            return calendar.nextDate(after: now + 1, matching: parts, matchingPolicy: .nextTime, direction: .backward).map {
                Int64($0.timeIntervalSince1970)
            }
        }
        // As if it were UTC, and then by how much the zone is off there.
        guard let match = text.wholeMatch(of: /(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d)?)/),
            case .instant(let written, _) = WireDate("\(match.1)T\(match.2)Z")
        else { return nil }
        let guess = Int64(state.zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(written))))
        let offset = Int64(state.zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(written - guess))))
        return written - offset
    }
}
