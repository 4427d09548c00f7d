import Disk
import Foundation

/// What builds remember from one to the next: plain JSON files, each with a hash that tells when it is damaged.
///
/// It is an input like any other: same data, same state, same bytes. A build reads it, works out what it will remember, and writes
/// that just before the site is published: when publishing fails, the next build begins where this one stopped.
public struct StateFolder: Sendable {
    public let path: String

    private typealias Storage = Files<StateError>

    public init(_ path: String) { self.path = path }

    /// What a file remembers; nil where there is none. A damaged one is set aside, so that nothing is lost, and told of.
    ///
    /// - Throws: ``StateError/newer(path:)`` for a file that a newer Foyer wrote.
    func read<Value: Decodable>(
        _ file: String, as: Value.Type, version: Int, _ diagnostics: inout [Diagnostic]
    ) throws(StateError) -> Value? {
        let path = "\(path)/\(file)"
        guard Storage.entry(path) != nil else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .failed(action: "read", path: path, reason: "not allowed")
        }
        let decoder = JSONDecoder()
        if let head = try? decoder.decode(Head.self, from: data) {
            guard head.version <= version else { throw .newer(path: path) }
            if head.version == version, let page = try? decoder.decode(Sheet<Value>.self, from: data),
                head.hash == Self.hash(data)
            {
                return page.content
            }
        }
        try Storage.rename(path, to: "\(path).damaged")
        diagnostics.append(
            Diagnostic(.warning, "damaged, so it was set aside as \(file).damaged, and what it knew is not used", at: path))
        return nil
    }

    /// The files of a folder that end in `.json`, by their path below this one, sorted.
    func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
        return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
    }

    /// Remembers a value; the file is there afterwards as a whole, or still the old one. What is there already is not written anew.
    func write(_ value: some Encodable, to file: String, version: Int) throws(StateError) {
        let path = "\(path)/\(file)"
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data: Data
        do {
            data = try encoder.encode(Sheet(content: value))
        } catch {
            throw .failed(action: "write", path: path, reason: "\(error)")
        }
        let bytes = Array(#"{"version":\#(version),"hash":"\#(Self.hash(data))","#.utf8) + data.dropFirst()
        if FileManager.default.contents(atPath: path) == Data(bytes) { return }
        // It may tell what a private account watched.
        try Storage.makeFolder(self.path, mode: 0o700)
        try Storage.replace(path, with: bytes, mode: 0o600)
    }

    private struct Head: Decodable {
        let version: Int
        let hash: String
    }

    fileprivate struct Sheet<Content> {
        let content: Content
    }

    /// Of everything from the content's key on: in a finished file, of what stands behind the head.
    private static func hash(_ data: Data) -> String {
        let key = Data(#""content":"#.utf8)
        guard let start = data.range(of: key)?.lowerBound else { return "" }
        return unsafe data[start...].withUnsafeBytes { bytes in String(unsafe Fingerprint.of(bytes), radix: 16) }
    }
}

extension StateFolder.Sheet: Encodable where Content: Encodable {}
extension StateFolder.Sheet: Decodable where Content: Decodable {}
