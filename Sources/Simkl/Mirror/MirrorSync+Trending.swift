import Foundation

extension MirrorSync {
    /// What is trending, where somebody wants a page of it: a file of the CDN for each kind of the library, at most daily, and only when
    /// changed.
    mutating func fetchTrending() async throws(SyncError) {
        guard options.discovers else { return }
        for bucket in Wire.Bucket.allCases where !self.bucket(bucket).isEmpty {
            let file = Self.trendingFile(bucket)
            guard try isFileDue(file, after: day) else { continue }
            let (client, known) = (client, try validators(file))
            let remote = CDNFile.trending(bucket, .week)
            guard
                let answer = try await part(file, { () async throws(SimklError) in try await client.file(remote, unless: known) })
            else { continue }
            switch answer {
            case .new(let data, let validators):
                report.files += 1
                try commit([file: .put(data, validators)])
            case .unchanged: if try data(file) != nil { try commit([file: .confirmed]) }
            case .missing: try changeIndex { [now] in $0.rounds[file] = now }
            }
        }
    }

    static func trendingFile(_ bucket: Wire.Bucket) -> String { "trending/\(bucket.catalogName).json" }
}
