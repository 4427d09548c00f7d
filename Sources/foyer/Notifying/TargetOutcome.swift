import FoyerSite

/// What one place was told in a run.
struct TargetOutcome: Sendable {
    let target: NoticeTarget
    var end = End.nothing
    var told: [Notice] = []
    /// What a later run is to tell; in a dry run what this one would.
    var kept: [Notice] = []
    /// Of the messages as they went out, or would have.
    var lines: [String] = []

    enum End: Sendable {
        /// The place is new: what there was before it is no news.
        case first
        case nothing, quiet, told
        case failed(TargetFailure)

        var word: String {
            switch self {
            case .first: "first run"
            case .nothing: "nothing new"
            case .quiet: "quiet"
            case .told: "told"
            case .failed: "failed"
            }
        }
    }

    var failure: TargetFailure? { if case .failed(let failure) = end { failure } else { nil } }
}

/// Why a place was not told something.
struct TargetFailure: Error, Sendable {
    let message: String
    let code: Failure.Code
    /// Whether it is still to be told.
    let isMessageKept: Bool

    init(target: NoticeTarget, reason: String, code: Failure.Code, isMessageKept: Bool) {
        let after =
            isMessageKept
            ? "It is told what is new in the next run." : "What was on its way is not told again, so that nothing is told twice."
        message = "\(target.name) \(reason). \(after)"
        self.code = code
        self.isMessageKept = isMessageKept
    }

    /// What could not be remembered is not told.
    init(_ failure: Failure) { (message, code, isMessageKept) = (failure.message, failure.code, true) }
}

extension TargetOutcome: Encodable {
    private enum CodingKeys: String, CodingKey { case target, host, outcome, told, kept, says }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(target.service.rawValue, forKey: .target)
        try container.encode(target.host, forKey: .host)
        try container.encode(end.word, forKey: .outcome)
        try container.encode(told, forKey: .told)
        try container.encode(kept, forKey: .kept)
        try container.encode(failure?.message, forKey: .says)
    }
}
