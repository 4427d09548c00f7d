import Disk
import Foundation

// Whose folder it is: a mirror writes and removes, so it has to know.

extension MirrorFolder {
    /// Whether a folder is a mirror, or has nothing in it that somebody else would have put there.
    public static func mayBecomeMirror(_ path: String) -> Bool { refusal(path) == nil }

    /// Tells before anything is done that a folder is no mirror and cannot become one.
    public static func check(_ path: String) throws(MirrorError) { if let refusal = refusal(path) { throw refusal } }

    /// What a mirror has in its folder, beside its index.
    private static let ownNames = Set(
        Wire.Bucket.allCases.map { "\($0.rawValue).json" } + [
            MirrorIndex.fileName, "activities.json", "settings.json", "playback.json", "stats.json", "crowd", "calendar",
            "titles", "episodes", "trending",
        ])

    /// What may stand in a folder in which a mirror begins: none of it is ever touched by a mirror.
    private static let neighbours: Set = ["state", "foyer.yaml", ".gitignore", ".gitkeep", "lost+found"]

    /// Why no mirror can be in a folder; nil where one is, or can be.
    private static func refusal(_ path: String) -> MirrorError? {
        let index = "\(path)/\(MirrorIndex.fileName)"
        if Storage.entry(path) == .file { return .notAFolder(path: path) }
        if let data = FileManager.default.contents(atPath: index), MirrorIndex.isOurs(data) { return nil }
        let names = ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { !neighbours.contains($0) }
            .sorted()
        // An index that is damaged beyond knowing it speaks for a mirror only where everything else does, too.
        let isRuin = names.contains(where: isIndex)
        if !isRuin, let library = names.first(where: AccountFolder.isLibrary) { return .notAMirror(path: path, library: library) }
        let other = names.first { name in
            if isIndex(name) { return false }
            if name == draftsFolder { return !isRuin && !isBeginning("\(path)/\(name)") }
            return !(isRuin && isOwn(name))
        }
        return other.map { .occupied(path: path, by: $0) }
    }

    private static func isIndex(_ name: String) -> Bool {
        name == MirrorIndex.fileName || name.hasPrefix("\(MirrorIndex.fileName).corrupt-")
    }

    private static func isOwn(_ name: String) -> Bool {
        ownNames.contains(name.firstRange(of: ".corrupt-").map { String(name[..<$0.lowerBound]) } ?? name)
    }

    /// Whether the drafts of a folder are what a run leaves that was killed when it began a mirror.
    private static func isBeginning(_ drafts: String) -> Bool {
        ((try? FileManager.default.contentsOfDirectory(atPath: drafts)) ?? []).allSatisfy { $0 == MirrorIndex.fileName }
    }
}
