import Foundation

extension SimklClient {
    /// The title that a file of this name is of, with its episode; nil where Simkl knows none.
    ///
    /// Source: `POST /search/file`
    /// - Parameters:
    ///   - file: its name, or the end of its path.
    ///   - part: which of several episodes in one file, from 1.
    public func match(file: String, part: Int = 1) async throws(SimklError) -> Wire.FileMatch? {
        struct Question: Encodable {
            let file: String
            let part: Int
        }
        do {
            return try await ask(.post("/search/file", [:], Self.json(Question(file: file, part: part)))) { root, reader in
                Wire.FileMatch(root, &reader)
            }.value
        } catch .notFound {
            return nil
        }
    }
}
