import Glibc

/// A kind of call to the system that can go wrong: every call that Foyer makes to the disk goes through here.
///
/// Why: disks fill up, folders lose their permissions, cables come loose. A test lets the n-th call end as it would then, for
/// n = 1, 2, 3, … until a run passes, and looks after each at what is left on the disk.
///
/// Source: "How SQLite Is Tested", 3.2, https://sqlite.org/testing.html
public enum SystemCall: Hashable, Sendable, CaseIterable {
    case open, create, look, list, read, write, close, sync, rename, makeFolder, delete, deleteFolder, changeOwner, lock

    /// What a test makes of the calls below it: the error number with which one ends instead of being made; nil for the others.
    @TaskLocal public static var fault: (@Sendable (SystemCall) -> Int32?)?

    /// Whether the call could change something on the disk, or tells whether it has changed.
    public var isChange: Bool {
        switch self {
        case .open, .look, .list, .read, .lock: false
        case .create, .write, .close, .sync, .rename, .makeFolder, .delete, .deleteFolder, .changeOwner: true
        }
    }

    /// Makes a call, again where a signal has interrupted it.
    ///
    /// - Returns: what the call returns: a negative number, and the reason in `errno`, where it fails.
    func callAsFunction<Result: SignedInteger>(_ call: () -> Result) -> Result {
        if let number = Self.fault?(self) {
            // A descriptor is closed even where closing fails.
            if self == .close { _ = call() }
            errno = number
            return -1
        }
        while true {
            let result = call()
            if result >= 0 || errno != EINTR || self == .close { return result }
        }
    }
}
