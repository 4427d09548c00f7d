import Foundation
import TestSupport
import Testing

@testable import Simkl

/// A mirror, the Simkl that it mirrors, and a clock that moves only when somebody waits.
final class SyncedMirror: Sendable {
    let simkl: LoopbackSimkl
    let clock: ManualClock
    let folder: TemporaryAccount

    /// - Parameter change: what is different about the account.
    init(titles: Int = 40, _ change: @Sendable (inout LoopbackAccount) -> Void = { _ in }) async throws {
        var options = LoopbackOptions()
        // The clock of these tests does not tick while requests are on their way.
        options.enforcesRate = false
        simkl = try await LoopbackSimkl(account: .sample(titles: titles), options: options)
        simkl.change(change)
        clock = ManualClock(now: Int64(simkl.account.now.timeIntervalSince1970))
        folder = try TemporaryAccount([:])
    }

    /// A client as it is at the start of a run.
    func client(token: String? = nil, limits: HTTPTransport.Limits = HTTPTransport.Limits()) throws -> SimklClient {
        let clientID = try #require(Secret("loopback-client"))
        let grant = Grant(kind: .v2, clientID: clientID, accessToken: Secret(token ?? simkl.token()))
        return SimklClient(
            hosts: try SimklHosts(environment: simkl.environment(signedIn: false)),
            identity: AppIdentity(clientID: clientID, version: "1"),
            keeper: GrantKeeper(grant, store: nil, timekeeper: clock.timekeeper), timekeeper: clock.timekeeper, limits: limits)
    }

    /// One run of `foyer sync`, into this mirror or another one.
    @discardableResult
    func sync(
        _ options: MirrorSync.Options = MirrorSync.Options(), to path: String? = nil,
        sinceStart: ClockReading.SinceStart? = nil, limits: HTTPTransport.Limits = HTTPTransport.Limits(),
        progress: @escaping @Sendable (SyncProgress) -> Void = { _ in }
    ) async throws(SyncError) -> SyncReport {
        let client: SimklClient
        let mirror: MirrorFolder
        do {
            client = try self.client(limits: limits)
            mirror = try MirrorFolder(path: path ?? folder.path, now: clock.timekeeper.now())
        } catch {
            Issue.record(error)
            throw .otherAccount(folder: "")
        }
        simkl.clearLog()
        var sync = MirrorSync(client: client, folder: mirror, options: options, sinceStart: sinceStart, progress: progress)
        return try await sync.run()
    }

    /// Puts back what was removed.
    func restore(_ day: String? = nil) throws(MirrorError) -> Restoration {
        let now = clock.timekeeper.now()
        return try MirrorFolder(path: folder.path, now: now).restore(day, now: now)
    }

    /// Without the catalogue's files, which are another matter.
    static var libraryOnly: MirrorSync.Options {
        var options = MirrorSync.Options()
        options.catalogueBudget = 0
        return options
    }

    /// What the API was asked since the last sync began, without what every request says.
    var requests: [String] { simkl.log.filter { $0.host == .api }.map(Self.summary) }

    /// Files of the CDN.
    var files: [String] { simkl.log.filter { $0.host == .cdn }.map { "\($0.path) \($0.status)" } }

    private static func summary(_ request: LoopbackRequest) -> String {
        let common: Set<String> = ["client_id", "app-name", "app-version"]
        let query = request.query.filter { !common.contains($0.name) }.map { "\($0.name)=\($0.value ?? "")" }
        return "\(request.method) \(request.path)" + (query.isEmpty ? "" : "?\(query.joined(separator: "&"))")
    }

    /// The library as the mirror has it.
    func library(_ path: String? = nil) throws -> [String: [JSON]] {
        var found: [String: [JSON]] = [:]
        for bucket in ["shows", "anime", "movies"] {
            let data = try Data(contentsOf: URL(filePath: "\(path ?? folder.path)/\(bucket).json"))
            found[bucket] = Self.sorted(try JSON(data)[bucket])
        }
        return found
    }

    /// The library as a complete pull would give it now.
    var truth: [String: [JSON]] {
        var truth = ["shows": [JSON](), "anime": [], "movies": []]
        for (bucket, rows) in simkl.fullPull().members { truth[bucket] = Self.sorted(rows) }
        return truth
    }

    /// Where the mirror and a complete pull say different things: bucket, id and the members.
    func differences() throws -> [String] {
        let (mirror, truth) = (try library(), truth)
        return ["shows", "anime", "movies"].flatMap { bucket in
            let ours = Dictionary(grouping: mirror[bucket] ?? [], by: Self.id)
            let theirs = Dictionary(grouping: truth[bucket] ?? [], by: Self.id)
            return Set(ours.keys).union(theirs.keys).filter { ours[$0] != theirs[$0] }.sorted().map { id in
                let (left, right) = (ours[id] ?? [], theirs[id] ?? [])
                guard left.count == right.count else { return "\(bucket) \(id): \(left.count) rows, not \(right.count)" }
                let members = zip(left, right).flatMap { left, right in
                    Set(left.members.keys).union(right.members.keys).filter { left[$0] != right[$0] }.sorted()
                }
                return "\(bucket) \(id): \(members.joined(separator: ", "))"
            }
        }
    }

    private static func id(_ row: JSON) -> Int { (row["show"] ?? row["movie"])?["ids"]?["simkl"]?.int ?? 0 }

    private static func sorted(_ rows: JSON?) -> [JSON] { (rows?.elements ?? []).sorted { order($0) < order($1) } }

    private static func order(_ row: JSON) -> (Int, Int) { (id(row), row["rewatch_id"]?.int ?? 0) }

    /// The mirror's index, as it is on the disk.
    var index: MirrorIndex { get throws { try MirrorIndex(reading: folder.path) } }

    /// Every file of the mirror but its index and what it remembers.
    func contents(_ path: String? = nil) throws -> [String: Data] {
        let root = path ?? folder.path
        var found: [String: Data] = [:]
        for file in try FileManager.default.subpathsOfDirectory(atPath: root)
        where file != "mirror.json" && !file.hasPrefix("state") {
            found[file] = FileManager.default.contents(atPath: "\(root)/\(file)")
        }
        return found
    }
}
