/// A property's value, written as its type asks for. There is no other way into a calendar, so no data can end a line or begin one.
///
/// Source: RFC 5545, 3.3
struct CalendarValue: Sendable {
    let written: String

    private init(_ written: String) { self.written = written }

    /// Source: RFC 5545, 3.3.11
    static func text(_ text: String) -> CalendarValue { CalendarValue(escaped(text)) }

    static func texts(_ texts: [String]) -> CalendarValue { CalendarValue(texts.map(escaped).joined(separator: ",")) }

    static func word(_ word: StaticString) -> CalendarValue { CalendarValue("\(word)") }

    static func number(_ number: Int) -> CalendarValue { CalendarValue(String(number)) }

    /// An address has safe characters only.
    static func uri(_ address: Address) -> CalendarValue { CalendarValue(address.text) }

    static func color(_ color: CalendarColor) -> CalendarValue { CalendarValue(color.rawValue) }

    /// `20261120T213000Z`: always UTC, so that no file needs a time zone.
    ///
    /// Source: RFC 5545, 3.3.5
    static func instant(_ moment: Moment) -> CalendarValue {
        CalendarValue(moment.rfc3339.filter { $0 != "-" && $0 != ":" })
    }

    /// `20261120`.
    static func day(_ day: CalendarDay) -> CalendarValue { CalendarValue(day.iso.filter { $0 != "-" }) }

    /// `-PT15M`, before something begins.
    ///
    /// Source: RFC 5545, 3.3.6
    static func before(minutes: Int) -> CalendarValue { CalendarValue("-PT\(minutes)M") }

    /// Backslashes, semicolons and commas with a backslash, line breaks as `\n`, other control characters gone.
    private static func escaped(_ text: String) -> String {
        var escaped = ""
        escaped.reserveCapacity(text.utf8.count + 8)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\", ";", ",": escaped += "\\\(scalar)"
            case "\n": escaped += "\\n"
            case "\u{2028}", "\u{2029}": escaped += " "
            case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}": break
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}

/// Colours by the names that calendars know.
///
/// Source: RFC 7986, 5.9: the names of CSS 3.
enum CalendarColor: String, Sendable {
    case brown, crimson
    case darkGoldenrod = "darkgoldenrod"
    case darkOliveGreen = "darkolivegreen"
    case darkOrange = "darkorange"
    case mediumVioletRed = "mediumvioletred"
    case seaGreen = "seagreen"
    case slateGray = "slategray"
    case steelBlue = "steelblue"
    case teal
}
