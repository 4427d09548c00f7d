import Foundation

/// How much of what Simkl's catalogue says of a library's titles is in its mirror.
public struct CatalogueCoverage: Hashable, Sendable {
    public private(set) var titles = 0
    /// Those whose details are there.
    public private(set) var known = 0
    /// Details and episode lists that are still to be fetched.
    public private(set) var missingFiles = 0
    /// When the next ones may be fetched, in seconds since 1970; nil for at once.
    private let nextRound: Int64?

    init(of index: MirrorIndex, in folder: String) {
        nextRound = index.rounds["catalogue"].map { $0 + MirrorSync.catalogueRest }
        for bucket in Wire.Bucket.allCases {
            guard let data = FileManager.default.contents(atPath: "\(folder)/\(bucket.rawValue).json"),
                let library = try? LibraryFile(bucket: bucket, data: data)
            else { continue }
            titles += library.ids.count
            for file in library.ids.flatMap({ CatalogueFile.all(of: $0, in: bucket) }) {
                if index.files[file.local] == nil { missingFiles += 1 } else if !file.isEpisodes { known += 1 }
            }
        }
    }

    /// When all will be there if there is one sync a day from now on, in seconds since 1970; nil where nothing is missing.
    public func completion(from now: Int64) -> Int64? {
        guard missingFiles > 0 else { return nil }
        let rounds = (missingFiles - 1) / MirrorSync.Options.catalogueBudgetOfADay
        return max(nextRound ?? now, now) + Int64(rounds) * 86_400
    }
}

extension MirrorIndex {
    /// - Parameter folder: of the mirror that it is the index of.
    public func coverage(in folder: String) -> CatalogueCoverage { CatalogueCoverage(of: self, in: folder) }
}
