import FoyerSite
import Simkl

/// Tells one place what it has not been told, and nothing twice.
///
/// What is told is on the disk before it is sent, and is taken back where the place says that it has not told it. So a run that is
/// killed loses what was on its way just then, at most, and what cannot be told now is told by the next run, as long as it is news.
struct TargetDelivery: Sendable {
    let target: NoticeTarget
    let writer: NoticeWriter
    let memory: NoticeMemory
    let settings: NotifySettings
    let isQuiet: Bool
    let isDryRun: Bool
    /// Whether standard output is the report's.
    let isJSON: Bool
    let sender: MessageSender

    /// How long a place is waited for, in all.
    private static let patience = Duration.seconds(60)

    /// - Parameter known: what the place was told; nil where this is the first run for it.
    func run(_ known: ToldRecord?) async -> TargetOutcome {
        var outcome = TargetOutcome(target: target)
        let new = writer.notices(missingIn: known ?? ToldRecord())
        do throws(StateError) {
            guard var told = known else {
                var begun = ToldRecord()
                begun.add(new.flatMap(\.keys))
                try keep(begun)
                outcome.end = .first
                outcome.kept = isDryRun ? new.filter(isWanted) : []
                return outcome
            }
            let unwanted = new.filter { !isWanted($0) }
            if !unwanted.isEmpty {
                told.add(unwanted.flatMap(\.keys))
                try keep(told)
            }
            outcome.kept = new.filter(isWanted)
            if outcome.kept.isEmpty {
                outcome.end = .nothing
            } else if isQuiet {
                outcome.end = .quiet
            } else {
                try await tell(&told, &outcome)
            }
        } catch {
            outcome.end = .failed(TargetFailure(Failure(error)))
        }
        return outcome
    }

    private func isWanted(_ notice: Notice) -> Bool { settings.kinds.contains(notice.kind) }

    private func keep(_ told: ToldRecord) throws(StateError) {
        if !isDryRun { try memory.keep(told, for: target.record) }
    }

    private func tell(_ told: inout ToldRecord, _ outcome: inout TargetOutcome) async throws(StateError) {
        let messages = writer.messages(of: outcome.kept, as: target.form, within: target.limit)
        outcome.lines = messages.flatMap(\.lines)
        outcome.end = .told
        if isDryRun { return }
        for message in messages {
            let failure = try await tell(message, &told)
            if let failure { outcome.end = .failed(failure) }
            // What nobody knows of is not told again, so it is not kept either.
            if failure?.isMessageKept ?? false { return }
            outcome.told += failure == nil ? message.notices : []
            outcome.kept.removeFirst(message.notices.count)
            if failure != nil { return }
        }
    }

    /// - Returns: why it is not told, or may not be; nil where it is.
    private func tell(_ message: NoticeMessage, _ told: inout ToldRecord) async throws(StateError) -> TargetFailure? {
        var waited = Duration.zero
        var attempt = 1
        while true {
            told.add(message.keys)
            try memory.keep(told, for: target.record)
            switch await verdict(on: message, attempt: attempt) {
            case .told: return nil
            case .unknown(let reason):
                return TargetFailure(target: target, reason: reason, code: .unreachable, isMessageKept: false)
            case .kept(let reason, let code, let pause):
                told.remove(message.keys)
                try memory.keep(told, for: target.record)
                guard let pause, waited + pause <= Self.patience, attempt < 5 else {
                    return TargetFailure(target: target, reason: reason, code: code, isMessageKept: true)
                }
                waited += pause
                attempt += 1
                await sender.pause(pause)
            }
        }
    }

    private func verdict(on message: NoticeMessage, attempt: Int) async -> TargetVerdict {
        let own = TargetMessage(target: target, message: message, siteName: writer.siteName, siteAddress: writer.siteAddress)
        guard target.service != .output, let outgoing = own.outgoing else {
            if !isJSON { Console.print(lines: message.lines + ["", writer.siteAddress ?? "https://simkl.com/"]) }
            return Console.hasPrinted ? .told : .kept(reason: "does not take what is printed", code: .cannotWrite, after: nil)
        }
        return TargetVerdict(await sender.send(outgoing), of: target.service, attempt: attempt)
    }
}
