import ArgumentParser
import Simkl

/// `foyer scrobble`: tells Simkl what plays.
struct Scrobbling: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "scrobble",
        abstract: "Tell Simkl that something plays, was paused or was stopped: for players and scripts.",
        usage: "foyer scrobble <start | pause | stop> <title> [S02E03 | E14 | --next] [--progress <percent>] [<options>]",
        discussion: """
            What was stopped at 80 % or later counts as watched; before that it is a pause, as with pause, and foyer forget drops it. \
            Where the same was watched just now, Simkl refuses, says until when, and the exit code is 75.

            \(ChangeOptions.discussion)
            """)

    @Argument(help: "What happens.")
    var action: PlayerAction
    @Argument(help: ArgumentHelp("A title, followed by its episode.", valueName: "title [episode]"))
    var words: [String]
    @Flag(help: "The episode that comes next.")
    var next = false
    @Option(
        help: ArgumentHelp("How far it is, 0 to 100. Default: 0 of what starts, 100 of what was stopped.", valueName: "percent"))
    var progress: Double?
    @OptionGroup var options: ChangeOptions

    func validate() throws {
        if let progress, !(0...100).contains(progress) { throw ValidationError("--progress takes a number from 0 to 100.") }
        if action == .pause, progress == nil { throw ValidationError("Where was it paused? --progress 42") }
        _ = try ScrobblePlan.titleAndEpisode(words, next: next)
    }

    func run() async throws {
        try await Failure.telling {
            let progress = progress ?? (action == .stop ? 100 : 0)
            try await ScrobblePlan.tell(action.scrobble, of: words, next: next, progress: progress, options)
        }
    }
}

/// `foyer checkin`: watching something now.
struct Checkin: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Check in: you are watching something, and Simkl marks it when its time is up.",
        usage: "foyer checkin <title> [S02E03 | E14 | --next] [<options>]",
        discussion: """
            For what you begin to watch now, where no player tells Simkl. One check-in runs at a time: while one does, Simkl refuses the \
            next, says until when, and the exit code is 75. Once its length is over it is in your history; foyer sync brings it here.

            \(ChangeOptions.discussion)
            """)

    @Argument(help: ArgumentHelp("A title, followed by its episode.", valueName: "title [episode]"))
    var words: [String]
    @Flag(help: "The episode that comes next.")
    var next = false
    @OptionGroup var options: ChangeOptions

    func validate() throws { _ = try ScrobblePlan.titleAndEpisode(words, next: next) }

    func run() async throws {
        try await Failure.telling {
            try await ScrobblePlan.tell(.checkin, of: words, next: next, progress: nil, options)
        }
    }
}

/// What a player does.
enum PlayerAction: String, CaseIterable, ExpressibleByArgument {
    case start, pause, stop

    var scrobble: Scrobble.Action {
        switch self {
        case .start: .start
        case .pause: .pause
        case .stop: .stop
        }
    }
}

/// What telling of something that is being watched takes.
struct ScrobblePlan {
    let action: Scrobble.Action
    let selection: EpisodeSelection?
    let progress: Double?

    static func tell(
        _ action: Scrobble.Action, of words: [String], next: Bool, progress: Double?, _ options: ChangeOptions
    ) async throws {
        let (query, selection) = try titleAndEpisode(words, next: next)
        let plan = ScrobblePlan(action: action, selection: selection, progress: progress)
        try await AccountChange(options: options).run([.init(query: query) { try await plan.change(of: $0, $1) }])
    }

    /// One title, and one episode at most.
    static func titleAndEpisode(_ words: [String], next: Bool) throws -> (TitleQuery, EpisodeSelection?) {
        let titles: [(title: String, episodes: [EpisodeSelection])]
        do { titles = try EpisodeArguments(words).titles } catch { throw ValidationError(error.message) }
        guard let (title, episodes) = titles.first, titles.count == 1, let query = TitleQuery(title) else {
            throw ValidationError("One title is expected: a name of several words stands in quotation marks.")
        }
        guard let episode = episodes.first else { return (query, next ? .next : nil) }
        guard episodes.count == 1, !next, case .episodes(_, let numbers) = episode, numbers.count == 1 else {
            throw ValidationError("One episode is expected: S02E03, or E14 of an anime, or --next.")
        }
        return (query, episode)
    }

    func change(of title: FoundTitle, _ state: AccountState) async throws -> PlannedChange {
        var place: EpisodePlace?
        if title.bucket == .movies, selection != nil, selection != .next {
            throw title.isNoShow
        }
        if !title.isFilm || (title.bucket == .anime && selection != nil && selection != .next) {
            guard let selection else {
                throw Failure(code: .usage, message: "which episode of \(title.label)? S01E01 or --next is expected behind it.")
            }
            place = try await EpisodeChoice(title: title, state: state).places([selection]).first
            if place == nil { return PlannedChange(title: title, words: "nothing is next: all that has aired is watched") }
        }
        let scrobble = Scrobble(title.reference, in: title.bucket, episode: place, progress: progress)
        let episode = place.map { " \($0.label(in: title.bucket))" } ?? ""
        let share = progress.map { " at \($0 == $0.rounded() ? "\(Int($0))" : "\($0)") %" } ?? ""
        let verb = action == .checkin ? "check in" : action.rawValue
        return PlannedChange(
            title: title, words: "\(verb)\(episode)\(share)", steps: [.scrobble(action, scrobble)],
            reliesOnMirror: selection == .next,
            hint: action == .checkin
                ? "Simkl marks it as watched once it has run its length; foyer sync brings it here then." : nil)
    }
}
