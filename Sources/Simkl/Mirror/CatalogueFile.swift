import Foundation

/// A file of what Simkl's catalogue says of a title: its details, or its episodes.
struct CatalogueFile: Sendable {
    let bucket: Wire.Bucket
    let id: Int
    let isEpisodes: Bool

    /// Those that a title can have.
    static func all(of id: Int, in bucket: Wire.Bucket) -> [CatalogueFile] {
        (bucket == .movies ? [false] : [false, true]).map { CatalogueFile(bucket: bucket, id: id, isEpisodes: $0) }
    }

    /// Its path in the mirror.
    var local: String { "\(isEpisodes ? "episodes" : "titles")/\(bucket.catalogName)/\(id).json" }

    func fetch(from client: SimklClient) async throws(SimklError) -> (data: Data, hasContent: Bool) {
        if isEpisodes {
            let answer = try await client.episodes(of: id, in: bucket)
            return (answer.body, !answer.value.isEmpty)
        }
        let answer = try await client.details(of: id, in: bucket)
        return (answer.body, answer.value != nil)
    }
}
