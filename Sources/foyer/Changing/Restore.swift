import ArgumentParser
import Foundation
import Simkl

/// `foyer restore`: puts back what was taken out of the library.
struct Restore: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Put removed titles back into the library, with their history, ratings and notes.",
        discussion: """
            Without a title it lists what can be put back: what foyer remove took away, and what a sync found removed, for a year. Simkl \
            is sent each play with its date, the rating with its day, the note, and the list.

            \(ChangeOptions.discussion)
            """)

    @Argument(help: ArgumentHelp("Titles.", valueName: "title"))
    var titles: [String] = []
    @OptionGroup var options: ChangeOptions

    func validate() throws { _ = try TitleNames.queries(titles) }

    func run() async throws {
        try await Failure.telling {
            let removed = try RemovedTitle.all(in: options.data)
            if titles.isEmpty { return list(removed) }
            let change = AccountChange(options: options)
            let session = try change.writingSession()
            var state = try AccountState(folder: options.data, client: session.client)
            var account = Account()
            account.items = removed.map(\.item)
            let finder = TitleFinder(account, client: nil, kind: options.kind?.bucket)
            let known = state
            let wishes = try TitleNames.queries(titles).map { query in
                AccountChange.Wish(query: query) { title, state in Self.change(of: title, removed, state) }
            }
            try await change.run(wishes, &state, session) { query in
                try await known.find(query, with: finder, kind: options.kind)
            }
        }
    }

    /// What is not in the library again.
    private func list(_ removed: [RemovedTitle]) {
        let own = (try? AccountFolder(path: options.data).read())?.items ?? []
        let there = Set(own.map { FoundTitle($0).address })
        let listed = removed.filter { !$0.item.isRewatch && !there.contains(FoundTitle($0.item).address) }
            .map { Listed($0, $0.rewatches(in: removed)) }
        let lines = listed.map { "\($0.day): \($0.label): \($0.holds)" }
        if options.json {
            Console.print(json: listed)
        } else {
            Console.print(lines: lines.isEmpty ? ["\(options.data): nothing has been removed."] : lines)
        }
    }

    private struct Listed: Encodable {
        let day: String
        let title: String
        let year: Int?
        let kind: String
        let simkl: Int
        let holds: String
        let label: String

        private enum CodingKeys: String, CodingKey { case day, title, year, kind, simkl, holds }

        init(_ removed: RemovedTitle, _ rewatches: [Wire.Item]) {
            day = removed.day
            title = removed.item.media.title ?? ""
            year = removed.item.media.year
            kind = removed.item.bucket.word
            simkl = removed.item.media.ids.simkl
            holds = removed.item.belongings(rewatches)
            label = FoundTitle(removed.item).label
        }
    }

    private static func change(of title: FoundTitle, _ removed: [RemovedTitle], _ state: AccountState) -> PlannedChange {
        if let status = title.item?.status { return PlannedChange(title: title, words: "is in the library, on “\(status)”") }
        let rows = removed.filter { $0.item.bucket == title.bucket && $0.item.media.ids.simkl == title.simkl }
        guard let entry = rows.last(where: { !$0.item.isRewatch }) else {
            return PlannedChange(title: title, words: "has not been removed")
        }
        var steps: [PlannedChange.Step] = [.watch(title.reference(restoring: entry.item))]
        let again = entry.rewatches(in: rows)
        let hasRewatches = state.account.settings?.hasRewatches == true
        if hasRewatches {
            steps += again.map { item in
                var reference = title.reference(restoring: item)
                (reference.isRewatch, reference.status) = (true, nil)
                return .watch(reference)
            }
        }
        if let status = entry.item.status, status == "hold" || status == "dropped" {
            var reference = title.reference
            reference.to = status
            steps.append(.list(reference))
        }
        if let rating = entry.item.userRating {
            var reference = title.reference
            (reference.rating, reference.ratedAt) = (rating, entry.item.userRatedAt?.text)
            steps.append(.rate(reference))
        }
        let lost = !again.isEmpty && !hasRewatches ? "; Simkl keeps its rewatches for PRO and VIP accounts only" : ""
        return PlannedChange(
            title: title,
            words: "restore to “\(entry.item.status ?? "plantowatch")”, with \(entry.item.belongings(again))\(lost)",
            steps: steps, list: entry.item.status)
    }
}

extension RemovedTitle {
    /// Its further watchings, each once: a title that was removed, put back and removed again on one day has them several times.
    fileprivate func rewatches(in removed: [RemovedTitle]) -> [Wire.Item] {
        let again = removed.lazy.filter { $0.day == day }.map(\.item).filter { again in
            again.isRewatch && again.bucket == item.bucket && again.media.ids.simkl == item.media.ids.simkl
        }
        var known: Set<[String]> = []
        return again.filter { again in
            let plays = (again.seasons ?? []).flatMap { season in
                season.episodes.map { "\(season.number) \($0.number) \($0.watchedAt?.text ?? "")" }
            }
            return known.insert([again.lastWatchedAt?.text ?? ""] + plays).inserted
        }
    }
}

extension AccountState {
    /// Looks among some titles, and for what is none of them in the library, so that it can be said what is the matter with it.
    func find(_ query: TitleQuery, with finder: TitleFinder, kind: KindOption?) async throws -> FoundTitle {
        do {
            return try await finder.find(query)
        } catch FindError.notFound(let query, let near) {
            do {
                return try await TitleFinder(account, client: nil, kind: kind?.bucket).find(query)
            } catch {
                throw FindError.notFound(query, near: near)
            }
        }
    }
}

extension FoundTitle {
    /// All that the history takes of an entry: the list, the day on which it came there, the note, and each play with its date.
    fileprivate func reference(restoring item: Wire.Item) -> TitleReference {
        let plays = (item.seasons ?? []).flatMap { season in
            season.episodes.map { episode in
                // Without a date Simkl would take today's.
                (EpisodePlace(season: season.number, number: episode.number), episode.watchedAt?.text ?? WireDate.unknown)
            }
        }
        var reference = reference(plays.map { ($0.0, $0.1) })
        (reference.title, reference.year) = (item.media.title, item.media.year)
        reference.addedAt = item.addedToWatchlistAt?.text
        reference.status = item.status
        if item.bucket == .movies, item.status == "completed" {
            reference.watchedAt = item.lastWatchedAt?.text ?? WireDate.unknown
        }
        if let text = item.memo?.text, !text.isEmpty {
            reference.memo = TitleReference.Memo(text: text, isPrivate: item.memo?.isPrivate != false)
        }
        return reference
    }
}
