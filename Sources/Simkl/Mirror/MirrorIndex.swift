import Disk
import Foundation

/// What the mirror knows of its own files, and of what it has been asked.
///
/// Shape: one line of JSON, `{"checksum":"…","mirror":{…}}`, whose checksum is that of the value of `mirror` as it stands there.
public struct MirrorIndex: Codable, Hashable, Sendable {
    public static let fileName = "mirror.json"
    static let currentVersion = 1

    private(set) var version = currentVersion
    /// By their paths inside the mirror.
    public internal(set) var files: [String: Entry] = [:]
    /// Simkl's number of the account.
    public internal(set) var account: Int?
    /// When the mirror was last in step with Simkl, by this machine's clock.
    public internal(set) var syncedAt: Int64?
    /// The ``LibraryQuery/terms`` that every row of the library came by; nil in mirrors from before that was kept.
    var terms: String?
    /// A pull of the whole library that has begun.
    var pull: Pull?
    /// What is not believed yet of what Simkl has said.
    public internal(set) var doubt: Doubt?
    /// Titles that somebody has put back though Simkl does not have them, by bucket.
    var restored: [String: Set<Int>]?
    /// Whether Simkl said that playbacks changed, and has not sent them since.
    var lacksPlayback: Bool?
    public internal(set) var quota: Quota?
    /// Titles that Simkl has changed in its catalogue and whose details have not been fetched since: when that was learnt, by bucket
    /// and id.
    var changed: [String: [Int: Int64]]?
    /// When things were last asked for that are asked for now and then.
    var rounds: [String: Int64] = [:]

    /// A file.
    public struct Entry: Codable, Hashable, Sendable {
        var checksum: String
        /// That of the file before: what is there when a run ends between the index and the file.
        var previous: String?
        /// When Simkl last said that this is how it is, in seconds since 1970.
        public internal(set) var fetchedAt: Int64
        var etag: String?
        var lastModified: String?

        func matches(_ data: Data) -> Bool {
            let found = MirrorIndex.checksum(data)
            return found == checksum || found == previous
        }
    }

    struct Pull: Codable, Hashable, Sendable {
        /// The activities from before the first bucket, as Simkl sent them.
        var activities: String
        /// The buckets that are there, with nothing in them that Simkl does not have.
        var done: [String]
        /// The ``LibraryQuery/terms`` that they came by.
        var terms: String?
    }

    /// Requests that Simkl still allows, as of a moment.
    public struct Quota: Codable, Hashable, Sendable {
        public var limit: Int?
        public var remaining: Int
        public var at: Int64
    }

    init() {}

    /// Whether a first fetch of the library is not through yet.
    public var isIncomplete: Bool { pull != nil || syncedAt == nil }

    /// The files that are missing, or not as they were put there; none is touched.
    public func unsoundFiles(in folder: String) -> [String] {
        files.filter { file, entry in
            FileManager.default.contents(atPath: "\(folder)/\(file)").map { !entry.matches($0) } ?? true
        }.keys.sorted()
    }

    /// The index of a mirror; empty where there is none.
    public init(reading folder: String) throws(MirrorError) {
        let path = "\(folder)/\(Self.fileName)"
        guard FileManager.default.fileExists(atPath: path) else { return }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .failed(action: "read", path: path, reason: "not allowed")
        }
        guard let payload = Self.payload(data), let version = try? JSONDecoder().decode(Version.self, from: payload).version
        else {
            throw .damagedIndex(path: path)
        }
        guard version <= Self.currentVersion else { throw .newer(path: path) }
        guard let index = try? JSONDecoder().decode(MirrorIndex.self, from: payload), index.isBelievable else {
            throw .damagedIndex(path: path)
        }
        self = index
    }

    private struct Version: Decodable { let version: Int }

    /// Whether all its moments are of years that have four digits, so that they can be reckoned with.
    private var isBelievable: Bool {
        let claims = (doubt.map { Array($0.gone.values) + Array($0.withheld.values) } ?? []).map(\.since)
        let times =
            [syncedAt, quota?.at].compactMap(\.self) + files.values.map(\.fetchedAt) + rounds.values
            + (changed ?? [:]).values.flatMap(\.values) + claims.map(\.wall)
        return times.allSatisfy { (-62_135_596_800...253_402_300_799).contains($0) }
            && claims.compactMap(\.sinceStart?.seconds).allSatisfy { (0...1 << 40).contains($0) }
    }

    private static let beginning = #"{"checksum":""#
    private static let middle = #"","mirror":"#

    /// What the checksum vouches for.
    private static func payload(_ data: Data) -> Data? {
        let head = beginning.utf8.count
        let start = head + 16 + middle.utf8.count
        guard data.count > start + 2, data.prefix(head) == Data(beginning.utf8), data.suffix(2) == Data("}\n".utf8),
            data[(head + 16)..<start] == Data(middle.utf8)
        else { return nil }
        let payload = data[start..<(data.count - 2)]
        return Data(checksum(payload).utf8) == data[head..<(head + 16)] ? Data(payload) : nil
    }

    /// Whether the first bytes of a file are an index's, whatever has become of the rest.
    static func isOurs(_ data: Data) -> Bool { data.starts(with: Data(beginning.utf8)) }

    func encoded() -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding texts and numbers cannot fail.
        let payload = (try? encoder.encode(self)) ?? Data()
        return Data("\(Self.beginning)\(Self.checksum(payload))\(Self.middle)".utf8) + payload + Data("}\n".utf8)
    }

    static func checksum(_ data: Data) -> String {
        unsafe data.withUnsafeBytes { unsafe Fingerprint.of($0) }.hexadecimal(16)
    }
}
