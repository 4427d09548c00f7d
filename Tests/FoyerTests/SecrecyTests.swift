import Foundation
import TestSupport
import Testing

/// Tokens, codes and the client id are in no place but the token file, whatever happens.
struct SecrecyTests {
    /// What an owner's runs have said, and the folders that they could write to.
    private final class Trail {
        let owner: Owner
        private var said: [(run: String, text: String)] = []

        init(_ owner: Owner) { self.owner = owner }

        @discardableResult
        func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Program.Result {
            let result = try await Program.run(
                arguments, environment: owner.environment.merging(environment) { $1 }, in: owner.folder)
            said.append((arguments.joined(separator: " "), result.output + result.errors))
            return result
        }

        /// Everything secret that went to Simkl or came from there.
        func secrets(and more: [String] = []) throws -> Set<String> {
            var secrets: Set<String> = ["loopback-client"]
            for request in owner.simkl.log {
                let fields = String(decoding: request.body, as: UTF8.self).split(separator: "&").map {
                    $0.split(separator: "=", maxSplits: 1).map(String.init)
                }
                for field in fields where ["device_code", "refresh_token", "token"].contains(field[0]) {
                    secrets.insert(field[1])
                }
                if let token = request["authorization"]?.split(separator: " ").last { secrets.insert(String(token)) }
            }
            for name in ["accessToken", "refreshToken"] { secrets.formUnion([try? owner.grant?[name]?.string].compactMap { $0 }) }
            return secrets.union(more)
        }

        /// Looks for secrets, as they are and in other forms, in all that is left.
        func expectNone(of secrets: Set<String>, location: SourceLocation = #_sourceLocation) throws {
            var places = said.map { ($0.run, Data($0.text.utf8)) }
            for (file, data) in try Tree(owner.scratch.path).files where !file.hasPrefix("configuration/foyer/") {
                places.append((file, data))
                places.append(("the name of \(file)", Data(file.utf8)))
            }
            for secret in secrets {
                for form in forms(of: secret) {
                    let finder = Data(form.utf8)
                    for (place, data) in places where data.range(of: finder) != nil {
                        Issue.record("\(place) holds \(form)", sourceLocation: location)
                    }
                }
            }
        }

        /// The text, percent-encoded to the last letter, in hexadecimal, and in base64 at each of its three offsets.
        private func forms(of secret: String) -> Set<String> {
            let bytes = Data(secret.utf8)
            let hex = bytes.map { String(format: "%02x", $0) }
            var forms: Set<String> = [
                secret, hex.joined(), hex.map { "%\($0.uppercased())" }.joined(), secret.replacing("-", with: "%2D"),
                secret.replacing("_", with: "%5F"),
            ]
            for offset in 0..<3 {
                let text = (Data(count: offset) + bytes).base64EncodedString()
                // The ends depend on what stands around.
                forms.insert(String(text.dropFirst(offset == 0 ? 0 : 4).dropLast(4)))
            }
            return forms
        }
    }

    @Test("after login, sync, build, rate, status and logout no secret is anywhere, and the code to type only where it was shown")
    func ordinary() async throws {
        let owner = try await Owner()
        let trail = Trail(owner)
        let login = try await trail.run("login", "--write")
        let code = try #require(login.output.firstMatch(of: /[A-Z0-9]{4}-[A-Z0-9]{4}/)).output
        try await trail.run("sync")
        try await trail.run("build", "--details", "5", "--verbose")
        try await trail.run("build", "--details", "5", "--json", "--force")
        try await trail.run("rate", "1003", "7", "--yes")
        try await trail.run("rate", "Nobody", "7", "--yes")
        try await trail.run("status")
        let words = try await trail.run("status", "--json")
        #expect(words.code == 0)
        let grant = try owner.grant
        let secrets = try trail.secrets(and: ["accessToken", "refreshToken"].compactMap { grant?[$0]?.string })
        #expect(secrets.count == 4, "client, device code, both tokens: \(secrets.count)")
        try await trail.run("logout")
        try trail.expectNone(of: secrets)
        for (file, data) in try Tree(owner.scratch.path).files { #expect(data.range(of: Data(code.utf8)) == nil, "\(file)") }
        #expect(owner.simkl.log.allSatisfy { $0.host != .cdn || ($0.query.isEmpty && $0["authorization"] == nil) })
    }

    private static let troubles: [String: LoopbackEffect] = [
        "401": .tokenFailed, "401 expired": .tokenExpired, "403": .forbidden, "404": .notFound, "412": .clientFailed,
        "429": .quotaGone, "500": .status(500, "internal", retryAfter: "400"), "400": .status(400, "wrong_parameter"),
        "HTML": .html, "nothing": .empty,
    ]

    @Test("no failure tells a secret, neither in words nor in files", arguments: troubles.keys.sorted())
    func trouble(name: String) async throws {
        let owner = try await Owner.signedIn()
        let trail = Trail(owner)
        try await trail.run("build", "--details", "0")
        owner.simkl.change { $0.watch($0.ids(.movies)[0]) }
        owner.simkl.fail(.path("/sync"), with: try #require(Self.troubles[name]))
        #expect(try await trail.run("build", "--details", "0", "--verbose").code > 64)
        #expect(try await trail.run("rate", "1003", "7", "--yes").code > 64)
        try trail.expectNone(of: trail.secrets())
    }

    @Test("A4: a sign-in that Simkl refuses tells no secret")
    func refusedSignIn() async throws {
        let owner = try await Owner()
        let trail = Trail(owner)
        try owner.signIn(expiresIn: -10)
        owner.simkl.fail(.path("/oauth2"), with: .clientFailed)
        for command in ["sync", "login", "logout"] { #expect(try await trail.run(command).code == 77) }
        try trail.expectNone(of: trail.secrets())
    }

    @Test("A10: bodies that break off tell no secret", arguments: [true, false])
    func cut(isReset: Bool) async throws {
        let owner = try await Owner.signedIn()
        let trail = Trail(owner)
        owner.simkl.fail(.path("/sync"), with: isReset ? .reset() : .short())
        let result = try await trail.run("build", "--details", "0")
        #expect(result.code == 69 && result.complaints.count == 1, "\(result.errors)")
        try trail.expectNone(of: trail.secrets())
    }

    @Test("a server that says back what it was told is not repeated")
    func echo() async throws {
        let owner = try await Owner.signedIn()
        let trail = Trail(owner)
        let token = try #require(try owner.grant?["accessToken"]?.string)
        for text in ["loopback-client", token] {
            owner.simkl.clearFaults()
            owner.simkl.fail(.path("/sync"), with: .json(["error": "invalid_grant", "message": .string(text)], status: 400))
            try await trail.run("sync")
            owner.simkl.clearFaults()
            owner.simkl.fail(.path("/sync"), with: .body("<html>\(text)</html>"))
            try await trail.run("sync")
        }
        try trail.expectNone(of: trail.secrets())
    }

    @Test("A16: a redirect to another host gets neither token nor client id", arguments: [302, 307])
    func redirect(status: Int) async throws {
        let owner = try await Owner.signedIn()
        let trail = Trail(owner)
        owner.simkl.fail(.path("/sync/activities"), with: .redirect(to: owner.simkl.foreignURL + "/catch", status: status))
        let result = try await trail.run("build", "--details", "0")
        #expect(result.code == 69, "\(result.errors)")
        let caught = owner.simkl.log.filter { $0.host == .foreign }
        #expect(!caught.isEmpty)
        for request in caught {
            #expect(request["authorization"] == nil)
            let text = ([request.path] + request.headers.values + request.query.map { $0.value ?? "" }).joined(separator: "\n")
            for secret in try trail.secrets() { #expect(!text.contains(secret)) }
        }
        try trail.expectNone(of: trail.secrets())
    }

    @Test(
        "A16: a redirect to an open address elsewhere is not followed",
        arguments: ["http://example.invalid/x", "ftp://127.0.0.1/x", "//:/"])
    func unsafeRedirect(address: String) async throws {
        let owner = try await Owner.signedIn()
        let trail = Trail(owner)
        owner.simkl.fail(.path("/sync/activities"), with: .redirect(to: address))
        let result = try await trail.run("sync")
        #expect(result.code == 69 && result.complaints.count == 1 && result.errors.contains("leads astray"), "\(result.errors)")
        try trail.expectNone(of: trail.secrets())
    }

    @Test("A16: a redirect without end ends after six requests")
    func loop() async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.fail(.path("/sync/activities"), with: .redirectToItself)
        let result = try await owner.run("sync")
        #expect(result.code == 69 && result.errors.contains("more than five redirects"), "\(result.errors)")
        #expect(owner.simkl.log.count == 6)
    }

    @Test("a name that is not known, and addresses that hold a secret, are told without it")
    func addresses() async throws {
        let owner = try await Owner.signedIn()
        let trail = Trail(owner)
        let token = try #require(try owner.grant?["accessToken"]?.string)
        for address in ["https://api.simkl.invalid", "http://api.simkl.com/\(token)", "https://x.invalid/?t=\(token)"] {
            let result = try await trail.run("sync", environment: ["FOYER_API_URL": address])
            #expect(result.code == (address.hasSuffix("simkl.invalid") ? 69 : 65), "\(result.errors)")
        }
        try trail.expectNone(of: trail.secrets(and: [token]))
    }

    @Test("with the old kind of sign-in, too")
    func pin() async throws {
        let owner = try await Owner { $0.isOldApplication = true }
        let trail = Trail(owner)
        try await trail.run("login")
        let token = try #require(try owner.grant?["accessToken"]?.string)
        try await trail.run("build", "--details", "0")
        owner.simkl.fail(.path("/sync"), with: .tokenFailed)
        try await trail.run("sync")
        try await trail.run("logout")
        try trail.expectNone(of: trail.secrets(and: [token, "loopback-old-client"]))
    }
}
