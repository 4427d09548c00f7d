/// How a calendar tells when something airs.
enum CalendarForm: CaseIterable, Sendable {
    /// Instants, in UTC: right in every zone.
    case timed
    /// Days on the owner's calendar.
    case days

    /// Behind a file's name.
    var suffix: String { self == .timed ? "" : "-days" }
}

/// A value for each form.
struct InEachForm<Value> {
    private let timed: Value
    private let days: Value

    init(_ value: (CalendarForm) -> Value) {
        timed = value(.timed)
        days = value(.days)
    }

    subscript(form: CalendarForm) -> Value { form == .timed ? timed : days }
}

extension InEachForm: Sendable where Value: Sendable {}
extension InEachForm: Hashable where Value: Hashable {}
extension InEachForm: Equatable where Value: Equatable {}
extension InEachForm: Codable where Value: Codable {}
