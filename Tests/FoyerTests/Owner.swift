import Foundation
import TestSupport

/// The owner of an account: a machine with its folders, and the Simkl that it talks to.
///
/// The working folder is empty, so that every path is the program's own default: `.foyer`, `Output`.
final class Owner: Sendable {
    let simkl: LoopbackSimkl
    let scratch: Scratch

    var folder: String { "\(scratch.path)/work" }
    var mirror: String { "\(folder)/.foyer" }
    var site: String { "\(folder)/Output" }
    var configuration: String { "\(scratch.path)/configuration" }
    var tokenFile: String { "\(configuration)/foyer/token.json" }

    /// By default in nobody's way: no limit of requests in a second, no waiting between two polls.
    init(titles: Int = 20, _ change: @Sendable (inout LoopbackOptions) -> Void = { _ in }) async throws {
        var options = LoopbackOptions()
        (options.enforcesRate, options.pollInterval, options.approval) = (false, 0, .afterPolls(0))
        change(&options)
        simkl = try await LoopbackSimkl(account: .sample(titles: titles), options: options)
        scratch = try Scratch()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    /// With a token in its file, as `foyer login` leaves it.
    static func signedIn(
        titles: Int = 20, _ change: @Sendable (inout LoopbackOptions) -> Void = { _ in }
    ) async throws -> Owner {
        let owner = try await Owner(titles: titles, change)
        try owner.signIn()
        return owner
    }

    /// Puts a token in its file.
    @discardableResult
    func signIn(
        scope: String = "media:read media:write", expiresIn seconds: Int = 600_000
    ) throws -> (access: String, refresh: String) {
        let tokens = simkl.tokens(scope: scope)
        let grant: JSON = [
            "kind": "v2", "clientID": "loopback-client", "accessToken": .string(tokens.access),
            "refreshToken": .string(tokens.refresh), "scope": .string(scope),
            "expiresAt": .int(Int(Date().timeIntervalSince1970) + seconds),
        ]
        try scratch.write(String(decoding: grant.data, as: UTF8.self), to: "configuration/foyer/token.json")
        return tokens
    }

    /// What is in the token file.
    var grant: JSON? { get throws { try JSON(Data(contentsOf: URL(filePath: tokenFile))) } }

    var environment: [String: String] {
        simkl.environment(signedIn: false).merging(["XDG_CONFIG_HOME": configuration, "HOME": scratch.path]) { $1 }
    }

    /// Runs the program to its end.
    func run(
        _ arguments: String..., environment more: [String: String] = [:], without names: Set<String> = []
    ) async throws -> Program.Result {
        let environment = environment.filter { !names.contains($0.key) }.merging(more) { $1 }
        return try await Program.run(arguments, environment: environment, in: folder)
    }

    /// Runs the program until no other run is at the mirror: on a busy machine that may take longer than one waits for it.
    func runInTurn(_ arguments: String...) async throws -> Program.Result {
        var result = try await Program.run(arguments, environment: environment, in: folder)
        for _ in 0..<20 where result.code == 75 && result.errors.contains("another run is at this mirror") {
            result = try await Program.run(arguments, environment: environment, in: folder)
        }
        return result
    }

    /// What the API was asked, without what every request says.
    var requests: [String] {
        let common: Set<String> = ["client_id", "app-name", "app-version"]
        return simkl.log.filter { $0.host == .api }.map { request in
            let query = request.query.filter { !common.contains($0.name) }.map { "\($0.name)=\($0.value ?? "")" }
            return "\(request.method) \(request.path)" + (query.isEmpty ? "" : "?\(query.joined(separator: "&"))")
        }
    }

    /// A file of the site.
    func page(_ path: String) throws -> String { try String(contentsOfFile: "\(site)/\(path)", encoding: .utf8) }

    /// A file of the mirror.
    func mirrored(_ file: String) throws -> JSON { try JSON(Data(contentsOf: URL(filePath: "\(mirror)/\(file)"))) }

    /// The owner's rating of a title, as the mirror has it.
    func mirroredRating(_ id: Int, in bucket: LoopbackAccount.Bucket) throws -> Int? {
        try mirrored("\(bucket.rawValue).json")[bucket.rawValue]?.elements
            .first { ($0["show"] ?? $0["movie"])?["ids"]?["simkl"]?.int == id }?["user_rating"]?.int
    }
}

extension Program.Result {
    /// The lines of standard error.
    var complaints: [String] { errors.split(separator: "\n").map(String.init) }
}
