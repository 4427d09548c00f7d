/// A form that words take with some numbers, as CLDR calls it.
enum PluralCategory: String, CaseIterable, Sendable {
    case zero, one, two, few, many, other

    /// The form that goes with a whole number in a language.
    ///
    /// - Parameter language: as BCP 47 writes it; one that is not known here tells one from more, as English does.
    /// Source: https://www.unicode.org/cldr/charts/46/supplemental/language_plural_rules.html
    init(of number: Int, in language: String) {
        let (ones, tens) = (number.magnitude % 10, number.magnitude % 100)
        let isMillions = number != 0 && number % 1_000_000 == 0
        let isFew = (2...4).contains(ones) && !(12...14).contains(tens)
        switch language.split(separator: "-").first?.lowercased() {
        case "ja", "zh", "yue", "ko", "vi", "th", "id", "ms", "lo", "my": self = .other
        case "fr", "pt": self = number.magnitude < 2 ? .one : isMillions ? .many : .other
        case "es", "it", "ca": self = number.magnitude == 1 ? .one : isMillions ? .many : .other
        case "hi", "bn", "fa", "am", "gu", "kn", "zu": self = number.magnitude < 2 ? .one : .other
        case "ru", "uk", "be": self = ones == 1 && tens != 11 ? .one : isFew ? .few : .many
        case "sr", "hr", "bs": self = ones == 1 && tens != 11 ? .one : isFew ? .few : .other
        case "pl": self = number.magnitude == 1 ? .one : isFew ? .few : .many
        case "cs", "sk": self = number.magnitude == 1 ? .one : (2...4).contains(number.magnitude) ? .few : .other
        case "sl": self = tens == 1 ? .one : tens == 2 ? .two : tens == 3 || tens == 4 ? .few : .other
        case "lt":
            let isTeen = (11...19).contains(tens)
            self = ones == 1 && !isTeen ? .one : ones > 1 && !isTeen ? .few : .other
        case "lv": self = ones == 0 || (11...19).contains(tens) ? .zero : ones == 1 ? .one : .other
        case "ro": self = number.magnitude == 1 ? .one : number == 0 || (1...19).contains(tens) ? .few : .other
        case "ar":
            switch (number.magnitude, tens) {
            case (0, _): self = .zero
            case (1, _): self = .one
            case (2, _): self = .two
            case (_, 3...10): self = .few
            case (_, 11...99): self = .many
            default: self = .other
            }
        case "he", "iw": self = number.magnitude == 1 ? .one : number.magnitude == 2 ? .two : .other
        case "ga":
            switch number.magnitude {
            case 1: self = .one
            case 2: self = .two
            case 3...6: self = .few
            case 7...10: self = .many
            default: self = .other
            }
        case "cy":
            switch number.magnitude {
            case 0: self = .zero
            case 1: self = .one
            case 2: self = .two
            case 3: self = .few
            case 6: self = .many
            default: self = .other
            }
        default: self = number.magnitude == 1 ? .one : .other
        }
    }
}
