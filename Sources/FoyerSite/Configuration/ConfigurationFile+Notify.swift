import Yams

extension ConfigurationFile {
    /// Every key that `notify` may have.
    enum NotifyKey: String, CaseIterable {
        case quiet, kinds
    }

    /// Takes a value over; returns what was expected where it is wrong.
    static func apply(_ value: Node, as key: NotifyKey, to settings: inout NotifySettings) -> Expectation? {
        switch key {
        case .quiet:
            settings.quiet = value.scalar.flatMap { QuietHours($0.string) }
            return settings.quiet == nil ? "hours of the day such as 22:00–08:00" : nil
        case .kinds:
            let kinds = value.sequence?.map { $0.scalar.flatMap { NoticeKind(rawValue: $0.string) } }
            settings.kinds = Set(kinds?.compactMap { $0 } ?? [])
            let names = NoticeKind.allCases.map(\.rawValue).joined(separator: ", ")
            return kinds == nil || kinds?.contains(nil) == true ? "a list of \(names)" : nil
        }
    }
}
