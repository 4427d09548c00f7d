import Simkl

/// One request that changes the account, with the titles that go in it.
enum AccountWrite {
    case history(TitleBatch)
    /// Watched once more, which takes that they are watched.
    case rewatches(TitleBatch)
    case lists(TitleBatch)
    case ratings(TitleBatch)
    case noRatings(TitleBatch)
    case noHistory(TitleBatch)
    case forget(Int)
    case scrobble(Scrobble.Action, Scrobble)

    /// As few as there can be, each kind after those that it builds on.
    static func all(of changes: [PlannedChange]) -> [AccountWrite] {
        var (history, again, lists) = (TitleBatch(), TitleBatch(), TitleBatch())
        var (ratings, noRatings, noHistory) = (TitleBatch(), TitleBatch(), TitleBatch())
        var single: [AccountWrite] = []
        for change in changes {
            let bucket = change.title.bucket
            for step in change.steps {
                switch step {
                case .watch(let title) where title.isRewatch == true: again.add(title, of: bucket)
                case .watch(let title): history.add(title, of: bucket)
                case .list(let title): lists.add(title, of: bucket)
                case .rate(let title): ratings.add(title, of: bucket)
                case .unrate(let title): noRatings.add(title, of: bucket)
                case .unwatch(let title): noHistory.add(title, of: bucket)
                case .forget(let pause): single.append(.forget(pause))
                case .scrobble(let action, let scrobble): single.append(.scrobble(action, scrobble))
                }
            }
        }
        let batches: [(AccountWrite, TitleBatch)] = [
            (.history(history), history), (.rewatches(again), again), (.lists(lists), lists), (.ratings(ratings), ratings),
            (.noRatings(noRatings), noRatings), (.noHistory(noHistory), noHistory),
        ]
        return batches.filter { !$0.1.isEmpty }.map(\.0) + single
    }

    /// What Simkl said to a write.
    enum Answer {
        case change(Wire.Change)
        case scrobbled(Wire.Scrobbled)
        case nothing
    }

    func send(with client: SimklClient) async throws(SimklError) -> Answer {
        switch self {
        case .history(let titles), .rewatches(let titles): return .change(try await client.addToHistory(titles).value)
        case .lists(let titles): return .change(try await client.addToList(titles).value)
        case .ratings(let titles): return .change(try await client.rate(titles).value)
        case .noRatings(let titles): return .change(try await client.unrate(titles).value)
        case .noHistory(let titles): return .change(try await client.removeFromHistory(titles).value)
        case .scrobble(let action, let scrobble): return .scrobbled(try await client.scrobble(action, scrobble).value)
        case .forget(let pause):
            try await client.deletePlayback(pause)
            return .nothing
        }
    }

    /// What it does, whichever titles it does it to.
    enum Kind: Hashable { case history, rewatches, lists, ratings, noRatings, noHistory, forget(Int), scrobble }

    var kind: Kind {
        switch self {
        case .history: .history
        case .rewatches: .rewatches
        case .lists: .lists
        case .ratings: .ratings
        case .noRatings: .noRatings
        case .noHistory: .noHistory
        case .forget(let pause): .forget(pause)
        case .scrobble: .scrobble
        }
    }

    /// What was done to so many titles.
    func words(_ count: Int) -> String {
        let titles = count == 1 ? "1 title" : "\(count) titles"
        switch self {
        case .history, .rewatches: return "Sent the history of \(titles)."
        case .lists: return "Put \(titles) on a list."
        case .ratings: return "Rated \(titles)."
        case .noRatings: return "Took back the ratings of \(titles)."
        case .noHistory: return "Took \(titles) out of the history."
        case .forget: return "Forgot 1 pause."
        case .scrobble(.checkin, _): return "Checked in."
        case .scrobble: return "Told Simkl."
        }
    }
}
