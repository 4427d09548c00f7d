import Disk
import Simkl

/// What Simkl made of what was sent.
struct ChangeOutcome {
    private var done: [String] = []
    private var sent: Set<AccountWrite.Kind> = []
    /// The list on which Simkl put each title, by Simkl id.
    private var lists: [Int: String] = [:]
    /// Simkl ids of titles that it did not find.
    private var missing: Set<Int> = []

    var isEmpty: Bool { done.isEmpty }

    mutating func add(_ answer: AccountWrite.Answer, of write: AccountWrite) {
        sent.insert(write.kind)
        switch answer {
        case .change(let change): add(change, of: write)
        case .scrobbled(let scrobbled): done.append(scrobbled.words ?? write.words(1))
        case .nothing: done.append(write.words(1))
        }
    }

    private mutating func add(_ answer: Wire.Change, of write: AccountWrite) {
        done.append(write.words(answer.movies + answer.shows))
        for status in answer.statuses { if let simkl = status.simkl, let list = status.status { lists[simkl] = list } }
        missing.formUnion(answer.notFound.compactMap { $0.ids["simkl"].flatMap(Int.init) })
    }

    func list(of title: FoundTitle) -> String? { lists[title.simkl] }

    func isMissing(_ title: FoundTitle) -> Bool { missing.contains(title.simkl) }

    /// Whether all that a change takes was sent.
    func isSent(_ change: PlannedChange) -> Bool { AccountWrite.all(of: [change]).allSatisfy { sent.contains($0.kind) } }

    /// Line by line, with what Simkl did beside what it was asked for.
    func lines(_ changes: [PlannedChange]) -> [String] {
        let moved = changes.compactMap { change -> String? in
            guard let list = list(of: change.title) else { return nil }
            let instead = change.list.flatMap { $0 == list ? nil : " instead of “\($0)”" } ?? ""
            if instead.isEmpty, list == change.title.item?.status { return nil }
            return "Simkl put \(change.title.label) on the list “\(list)”\(instead)."
        }
        return done + moved
    }
}

extension Wire.Scrobbled {
    /// Which may be another thing than what was asked for; nil where Simkl does not say.
    fileprivate var words: String? {
        // Rounded down: from 80 on it counts as watched.
        let place = progress.map { " at \(Int($0)) %" } ?? ""
        return switch action {
        case "start": "Simkl shows it as playing\(place)."
        case "pause": "Simkl keeps it as paused\(place)."
        case "scrobble": "Simkl has it as watched."
        default: nil
        }
    }
}

/// The same for machines.
struct ChangeReport: Encodable {
    let changes: [Change]
    let isDryRun: Bool
    /// Whether Simkl was sent anything.
    let isSent: Bool
    /// What Simkl made of it, in sentences.
    let answers: [String]
    /// The folder of the site, where one was built.
    var site: String?

    struct Change: Encodable {
        let title: String
        let year: Int?
        let kind: String
        let simkl: Int
        let address: String
        /// In words.
        let change: String
        /// `todo` before, and where it could not be sent whole, then `done`, or `not found`; `unchanged` where there was nothing to do.
        let state: String
        /// The list on which Simkl put it.
        let list: String?
        /// Once it is done: what may be wanted then, and the command for it.
        let hint: String?
        let line: String

        private enum CodingKeys: String, CodingKey { case title, year, kind, simkl, address, change, state, list, hint }
    }

    private enum CodingKeys: String, CodingKey { case changes, isDryRun, isSent, answers, site }

    /// - Parameter outcome: nil where nothing was sent.
    init(_ changes: [PlannedChange], isDryRun: Bool = false, outcome: ChangeOutcome? = nil) {
        self.isDryRun = isDryRun
        isSent = outcome != nil
        answers = outcome?.lines(changes) ?? []
        self.changes = changes.map { change in
            let title = change.title
            let state =
                change.isDone
                ? "unchanged"
                : outcome.map { $0.isMissing(title) ? "not found" : $0.isSent(change) ? "done" : "todo" } ?? "todo"
            return Change(
                title: title.media.title ?? "", year: title.media.year, kind: title.bucket.word, simkl: title.simkl,
                address: title.address, change: change.words, state: state, list: outcome?.list(of: title),
                hint: state == "done" ? change.hint : nil, line: change.line)
        }
    }
}
