import ArgumentParser
import Simkl

/// `foyer rate`: sends ratings to Simkl.
struct Rate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Rate titles, 1 to 10.",
        usage: "foyer rate <title> <value> [<title> <value> ...] [--on <day>] [<options>]",
        discussion: """
            A rating may move a title: Simkl puts what is on no list on one, and what was planned among what is watched. That is said \
            before and after. What is rated so already is not sent.

            \(ChangeOptions.discussion)
            """)

    @Argument(help: ArgumentHelp("Titles, each with its rating.", valueName: "title value"))
    var pairs: [String]
    @Option(help: ArgumentHelp("The day on which it was rated, as 2026-11-25. Default: now.", valueName: "day"))
    var on: DayArgument?
    @OptionGroup var options: ChangeOptions

    func validate() throws {
        if pairs.count % 2 != 0 { throw ValidationError("Each title needs its rating: foyer rate \"Heat (1995)\" 9.") }
        for value in values where value == nil { throw ValidationError("A rating is a whole number from 1 to 10.") }
        _ = try TitleNames.queries(titles)
    }

    private var titles: [String] { stride(from: 0, to: pairs.count, by: 2).map { pairs[$0] } }
    private var values: [Int?] {
        stride(from: 1, to: pairs.count, by: 2).map { Int(pairs[$0]).flatMap { (1...10).contains($0) ? $0 : nil } }
    }

    func run() async throws {
        try await Failure.telling {
            let wishes = try zip(TitleNames.queries(titles), values).map { query, value in
                AccountChange.Wish(query: query) { title, state in try RatingPlan.change(of: title, to: value, on: on, state) }
            }
            try await AccountChange(options: options).run(wishes)
        }
    }
}

/// `foyer unrate`: takes ratings back.
struct Unrate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Remove the ratings of titles.",
        discussion: """
            A title that came on its list by its rating stays there. On a terminal foyer offers to move it back; elsewhere, and with --yes, \
            it says which command does.

            \(ChangeOptions.discussion)
            """)

    @Argument(help: ArgumentHelp("Titles.", valueName: "title"))
    var titles: [String]
    @OptionGroup var options: ChangeOptions

    func validate() throws { _ = try TitleNames.queries(titles) }

    func run() async throws {
        try await Failure.telling {
            try await AccountChange(options: options).run(titles) { title, state in
                try RatingPlan.change(of: title, to: nil, on: nil, state)
            }
        }
    }
}

/// What rating a title takes.
enum RatingPlan {
    /// - Parameter rating: nil to take it back.
    static func change(of title: FoundTitle, to rating: Int?, on day: DayArgument?, _ state: AccountState) throws -> PlannedChange
    {
        let old = title.item?.userRating
        let midnight = try day?.midnight(upTo: state)
        let isOtherDay = midnight.map { $0.prefix(10) != state.words(title.item?.userRatedAt)?.prefix(10) } ?? false
        if title.item != nil, old == rating, !isOtherDay || rating == nil {
            return PlannedChange(title: title, words: rating.map { "is rated \($0) already" } ?? "has no rating")
        }
        let now = old.map { " (now \($0))" } ?? ""
        var reference = title.reference
        guard let rating else {
            let offer = wayBack(of: title)
            return PlannedChange(
                title: title, words: "remove the rating\(now)", steps: [.unrate(reference)], reliesOnMirror: false,
                hint: offer.map { "\($0.reason) To move it back: foyer add \(title.address) --to plan" },
                offers: [offer].compactMap { $0 })
        }
        reference.rating = rating
        reference.ratedAt = midnight
        let words = "rate \(rating)\(now)" + (day.map { ", on \($0.text)" } ?? "") + (state.isToCome(title) ? "" : move(title))
        return PlannedChange(title: title, words: words, steps: [.rate(reference)], reliesOnMirror: false)
    }

    /// Where Simkl puts what is rated and not watched.
    ///
    /// Source: `POST /sync/ratings`: an untracked film goes to completed, or to plan to watch before its release; a show of one episode
    /// to completed, any other to watching.
    private static func move(_ title: FoundTitle) -> String {
        guard title.item == nil || title.item?.status == "plantowatch" else { return "" }
        let list = title.isFilm || title.item?.totalEpisodesCount == 1 ? "completed" : "watching"
        return "; Simkl may move it from \(title.item == nil ? "no list" : "“plantowatch”") to “\(list)”"
    }

    /// Back to the plan, for what may stand where it does by its rating alone.
    private static func wayBack(of title: FoundTitle) -> PlannedChange.Offer? {
        guard let item = title.item, item.lastWatchedAt == nil, let status = item.status,
            ["completed", "watching"].contains(status)
        else { return nil }
        var reference = title.reference
        reference.to = ListOption.plan.simkl
        return PlannedChange.Offer(
            reason: "\(title.label) has no play, so it may be on “\(status)” by its rating alone.",
            question: "Move it back to “\(ListOption.plan.simkl)”?",
            change: PlannedChange(
                title: title, words: "move from “\(status)” to “\(ListOption.plan.simkl)”", steps: [.list(reference)],
                list: ListOption.plan.simkl))
    }
}
