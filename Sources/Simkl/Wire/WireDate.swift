import Foundation

/// A date as Simkl writes it, without inventing what it does not say.
///
/// Shape: an instant where time and zone are written, a day where they are not.
/// Source: the eight forms of Simkl's dates documentation: `2026-05-14T06:50:38Z`, `…38.000Z`, `…-05:00`, `…+09:00`, `…+0100`,
/// `2026-05-14`, `05/14/2026` (month first) and `14-05-2026` (day first).
public enum WireDate: Hashable, Sendable {
    /// `offset` is the zone's offset as written, in seconds east of UTC.
    case instant(secondsSince1970: Int64, offset: Int32)
    /// `daysSince1970` counts days of the proleptic Gregorian calendar.
    case day(daysSince1970: Int)

    /// Nil for anything that is none of the forms, or a day that no calendar has.
    public init?(_ text: String) {
        var text = text
        guard let date = text.withUTF8({ unsafe WireDate(utf8: $0) }) else { return nil }
        self = date
    }

    /// What Simkl takes for “watched, but nobody knows when”.
    ///
    /// Source: Simkl's dates documentation; anything before 2000 is to be read so.
    public static let unknown = "1970-01-01T00:00:01Z"

    public var isUnknown: Bool { secondsSince1970 < 946_684_800 }

    /// Whether it is exactly midnight in UTC: a day that was entered without a time.
    public var isMidnight: Bool { secondsSince1970 % 86_400 == 0 }

    /// As Simkl takes it: `2026-05-14T06:50:38Z`; a day is its midnight.
    public var text: String { Self.text(secondsSince1970) }

    public static func text(_ seconds: Int64) -> String {
        Date(timeIntervalSince1970: Double(seconds)).formatted(.iso8601)
    }

    /// The instant, or the beginning of the day in UTC.
    public var secondsSince1970: Int64 {
        switch self {
        case .instant(let seconds, _): seconds
        case .day(let day): Int64(day) * 86_400
        }
    }

    init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
        var digits = unsafe Digits(bytes: bytes)
        guard let first = unsafe digits.number(2...4), let separator = unsafe digits.next() else { return nil }
        let civil: (year: Int, month: Int, day: Int)
        switch (separator, first.length) {
        case (UInt8(ascii: "-"), 4):
            guard let month = unsafe digits.number(2...2), unsafe digits.next() == UInt8(ascii: "-"),
                let day = unsafe digits.number(2...2)
            else { return nil }
            civil = (first.value, month.value, day.value)
        case (UInt8(ascii: "-"), 2), (UInt8(ascii: "/"), 2):
            guard let second = unsafe digits.number(2...2), unsafe digits.next() == separator,
                let year = unsafe digits.number(4...4)
            else { return nil }
            civil =
                separator == UInt8(ascii: "/")
                ? (year.value, first.value, second.value) : (year.value, second.value, first.value)
        default:
            return nil
        }
        guard let days = Self.days(year: civil.year, month: civil.month, day: civil.day) else { return nil }
        if unsafe digits.isAtEnd {
            self = .day(daysSince1970: days)
            return
        }
        guard let mark = unsafe digits.next(), mark | 0x20 == UInt8(ascii: "t") || mark == UInt8(ascii: " "),
            let time = unsafe Self.timeOfDay(&digits), let offset = unsafe Self.offset(&digits), unsafe digits.isAtEnd
        else { return nil }
        self = .instant(secondsSince1970: Int64(days) * 86_400 + Int64(time - offset), offset: Int32(offset))
    }

    private static func timeOfDay(_ digits: inout Digits) -> Int? {
        guard let hour = unsafe digits.number(2...2), unsafe digits.next() == UInt8(ascii: ":"),
            let minute = unsafe digits.number(2...2), hour.value < 24, minute.value < 60
        else { return nil }
        var seconds = 0
        if unsafe digits.skip(UInt8(ascii: ":")) {
            guard let written = unsafe digits.number(2...2), written.value <= 60 else { return nil }
            seconds = min(written.value, 59)
            if unsafe digits.skip(UInt8(ascii: ".")) {
                guard unsafe digits.number(1...9) != nil else { return nil }
            }
        }
        return hour.value * 3600 + minute.value * 60 + seconds
    }

    private static func offset(_ digits: inout Digits) -> Int? {
        guard let sign = unsafe digits.next() else { return nil }
        if sign | 0x20 == UInt8(ascii: "z") { return 0 }
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), let hours = unsafe digits.number(2...2) else { return nil }
        _ = unsafe digits.skip(UInt8(ascii: ":"))
        guard let minutes = unsafe digits.number(2...2), hours.value <= 15, minutes.value < 60 else { return nil }
        let seconds = hours.value * 3600 + minutes.value * 60
        return sign == UInt8(ascii: "-") ? -seconds : seconds
    }

    /// Days since 1970-01-01; nil for a day that the calendar does not have.
    private static func days(year: Int, month: Int, day: Int) -> Int? {
        guard (1...12).contains(month), day >= 1 else { return nil }
        let isLeap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0
        let lengths = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
        guard day <= lengths[month - 1] else { return nil }
        // Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil.
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    @unsafe private struct Digits {
        let bytes: UnsafeBufferPointer<UInt8>
        var position = 0

        var isAtEnd: Bool { unsafe position == bytes.count }

        mutating func next() -> UInt8? {
            guard unsafe position < bytes.count else { return nil }
            defer { unsafe position += 1 }
            return unsafe bytes[position]
        }

        mutating func skip(_ byte: UInt8) -> Bool {
            guard unsafe position < bytes.count, unsafe bytes[position] == byte else { return false }
            unsafe position += 1
            return true
        }

        mutating func number(_ lengths: ClosedRange<Int>) -> (value: Int, length: Int)? {
            var value = 0
            var length = 0
            while length < lengths.upperBound, unsafe position < bytes.count,
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(unsafe bytes[position])
            {
                value = unsafe value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
                unsafe position += 1
                length += 1
            }
            return lengths.contains(length) ? (value, length) : nil
        }
    }
}
