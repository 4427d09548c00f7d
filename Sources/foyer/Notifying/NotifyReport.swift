import FoyerSite

/// What a run has told whom.
struct NotifyReport: Encodable {
    let outcomes: [TargetOutcome]
    let isDryRun: Bool

    func say(asJSON: Bool, isQuiet: Bool) {
        if asJSON { return Console.print(json: self) }
        if isQuiet { return }
        for outcome in outcomes { say(outcome) }
    }

    private func say(_ outcome: TargetOutcome) {
        let name = outcome.target.name
        if isDryRun {
            Console.print("\(name): \(would(outcome))")
            // As it would be sent, with the places of its lines.
            return Console.print(lines: outcome.lines)
        }
        // What is told on standard output stands there alone, for a mail.
        if outcome.target.service == .output {
            if case .first = outcome.end { Console.note(Self.first(name)) }
            return
        }
        switch outcome.end {
        case .first: Console.print(Self.first(name))
        case .nothing: Console.print("\(name): nothing new")
        case .quiet: Console.print("\(name): quiet now, \(Self.count(outcome.kept)) told later")
        case .told: Console.print("\(name): \(Self.count(outcome.told)) told")
        case .failed: break
        }
    }

    private func would(_ outcome: TargetOutcome) -> String {
        switch outcome.end {
        case .first: "the first run tells nothing; without it, \(Self.count(outcome.kept)) would be told"
        case .nothing: "nothing new"
        case .quiet: "quiet now, \(Self.count(outcome.kept)) would be told later"
        case .told, .failed: "\(Self.count(outcome.kept)) would be told"
        }
    }

    private static func first(_ name: String) -> String {
        "\(name): the first run tells nothing; from now on it is told what is new"
    }

    private static func count(_ notices: [Notice]) -> String { notices.count == 1 ? "1 notice" : "\(notices.count) notices" }

    private enum CodingKeys: String, CodingKey { case version, isDryRun = "dry_run", places }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(1, forKey: .version)
        try container.encode(isDryRun, forKey: .isDryRun)
        try container.encode(outcomes, forKey: .places)
    }
}
