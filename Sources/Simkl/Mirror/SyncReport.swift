/// What a sync did.
public struct SyncReport: Sendable {
    /// Buckets that were pulled whole, and how many titles came.
    public var pulled: [Wire.Bucket: Int] = [:]
    /// Titles that came as changes.
    public var changed = 0
    /// Ratings that were given, changed or removed.
    public var rated = 0
    public var removed = 0
    /// The file that keeps the removed titles, from the mirror on.
    public var removals: String?
    /// Titles that Simkl does not have and that somebody has put back, so they stay.
    public var restored = 0
    /// Files of the catalogue and the calendar that are new.
    public var files = 0
    /// Parts that Simkl did not hand out, each with the reason.
    public var leftOut: [String] = []
    /// Answers in which something had to be mended; what is kept of them is as it was read.
    public private(set) var mended: [String] = []
    /// Files of the mirror that were damaged and have been fetched again.
    public var damaged: [String] = []
    /// What is not believed yet of what Simkl has said.
    public var doubt: Doubt?
    /// Whether the library, the settings and the playbacks are what Simkl has.
    public var isCurrent = false
    /// Why something else could not be asked for, or those.
    public var trouble: SimklError?

    mutating func note(_ issues: [ReadingIssue]) {
        mended += issues.filter { $0.loss == .text && $0.pointer.isEmpty }.map { "\($0.file): \($0.message)" }
    }

    public var hasNews: Bool { !pulled.isEmpty || changed + rated + removed > 0 }
}

/// Why a mirror is not up to date. What it held before it holds still.
public enum SyncError: Error, Hashable, CustomStringConvertible {
    case simkl(SimklError)
    case mirror(MirrorError)
    case otherAccount(folder: String)

    public var description: String {
        switch self {
        case .simkl(let error): error.description
        case .mirror(let error): error.description
        case .otherAccount(let folder):
            "\(folder): this mirror is of another account. Name another folder: --data DIR, or delete it."
        }
    }
}
