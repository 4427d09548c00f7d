import Foundation
import TestSupport
import Testing

/// Whom the program believes to be Simkl, and how it gets there.
struct NetworkTests {
    // MARK: - TLS

    /// A server with a certificate of its own, which writes down all that it is told.
    private struct TLSServer: Sendable {
        let certificate: String
        let port: String
        let log: String

        var heard: String { get throws { try String(contentsOfFile: log, encoding: .utf8) } }
    }

    /// Does something while such a server runs.
    ///
    /// - Parameter page: whether it answers with a page, instead of listening.
    private func withServer(
        _ scratch: Scratch, names: String, page: Bool = false, _ work: @escaping @Sendable (TLSServer) async throws -> Void
    ) async throws {
        let (certificate, key, log) = ("\(scratch.path)/certificate.pem", "\(scratch.path)/key.pem", "\(scratch.path)/server.log")
        let made = try await Program.run(
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=test", "-addext",
                "subjectAltName=\(names)", "-keyout", key, "-out", certificate,
            ], executable: "/usr/bin/openssl")
        #expect(made.code == 0, "\(made.errors)")
        let server =
            ["openssl", "s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate] + (page ? ["-www"] : [])
        // It ends when its input does: a pipe that it holds itself never ends.
        let script = #"mkfifo "$0.in" && exec "$@" <>"$0.in" >"$0""#
        try await Program.start(["-c", script, log] + server, executable: "/bin/sh") { running in
            defer { running.signal(SIGKILL) }
            let port: () -> String? = {
                (try? String(contentsOfFile: log, encoding: .utf8))?.firstMatch(of: /ACCEPT 127\.0\.0\.1:(\d+)\n/).map {
                    String($0.1)
                }
            }
            try await until { port() != nil }
            try await work(TLSServer(certificate: certificate, port: port() ?? "", log: log))
        }
    }

    /// The only place where certificate authorities are looked for, replaced for one process: `unshare` needs no right for it.
    private static let trusting = [
        "unshare", "-rm", "sh", "-c", #"mount --bind "$0" /etc/ssl/certs/ca-certificates.crt && exec "$@""#,
    ]

    private static let canTrust = Task {
        try await Program.run(trusting + ["/etc/ssl/certs/ca-certificates.crt", "true"], executable: "/usr/bin/env").code == 0
    }

    private func sync(_ owner: Owner, _ server: TLSServer, trusting: Bool) async throws -> Program.Result {
        let environment = owner.environment.merging(["FOYER_API_URL": "https://127.0.0.1:\(server.port)"]) { $1 }
        return try await Program.run(
            (trusting ? Self.trusting + [server.certificate] : []) + [Program.path, "sync"], executable: "/usr/bin/env",
            environment: environment, in: owner.folder)
    }

    @Test("B3: a certificate that nobody vouches for is refused before anything is asked: 69")
    func selfSigned() async throws {
        let owner = try await Owner.signedIn()
        try await expectRefused(owner, names: "IP:127.0.0.1", trusting: false)
    }

    @Test("B3: a good certificate of another name is refused before anything is asked: 69", .enabled { try await canTrust.value })
    func wrongName() async throws {
        let owner = try await Owner.signedIn()
        try await expectRefused(owner, names: "DNS:api.example.com", trusting: true)
    }

    private func expectRefused(_ owner: Owner, names: String, trusting: Bool) async throws {
        try await withServer(owner.scratch, names: names) { server in
            let result = try await sync(owner, server, trusting: trusting)
            #expect(result.code == 69)
            #expect(
                result.complaints.count == 1 && result.errors.contains("127.0.0.1 did not prove that it is Simkl"),
                "\(result.errors)")
            #expect(try !server.heard.contains("simkl_at_") && !server.heard.contains("GET"))
        }
    }

    @Test("B3: with a good certificate of the right name the same server is asked", .enabled { try await canTrust.value })
    func rightName() async throws {
        let owner = try await Owner.signedIn()
        try await withServer(owner.scratch, names: "IP:127.0.0.1", page: true) { server in
            let result = try await sync(owner, server, trusting: true)
            #expect(result.code == 69 && result.errors.contains("this is an HTML page"), "\(result.errors)")
        }
    }

    @Test("B3: no token goes to an address without TLS that is not this machine: 65, before any connection")
    func noTLS() async throws {
        let owner = try await Owner.signedIn()
        for address in ["http://api.simkl.com", "http://127.0.0.2:1", "ftp://127.0.0.1", "api.simkl.com", "https://"] {
            let result = try await owner.run("sync", environment: ["FOYER_API_URL": address])
            #expect(result.code == 65 && result.errors.contains("FOYER_API_URL is no address"), "\(result.errors)")
        }
    }

    // MARK: - Proxies

    @Test("B4: a proxy is used as the environment asks")
    func proxy() async throws {
        let owner = try await Owner.signedIn()
        // Nobody listens at this API: only the proxy can have answered.
        let result = try await owner.run(
            "sync", "--details", "0",
            environment: [
                "http_proxy": owner.simkl.apiURL, "no_proxy": "127.0.0.1", "FOYER_API_URL": "http://localhost:9",
            ])
        #expect(result.code == 0, "\(result.errors)")
        #expect(owner.requests.first == "GET /sync/activities")
        #expect(owner.simkl.log.first?["host"] == "localhost:9")
    }

    @Test("B4: a proxy that is dead is named as what may be wrong: 69", arguments: ["http_proxy", "https_proxy", "ALL_PROXY"])
    func deadProxy(name: String) async throws {
        let owner = try await Owner.signedIn()
        var environment = [name: "http://127.0.0.1:9"]
        if name != "http_proxy" { environment["FOYER_API_URL"] = "https://127.0.0.1:10" }
        let result = try await owner.run("sync", environment: environment)
        #expect(result.code == 69)
        #expect(result.complaints.count == 1 && result.errors.contains(name), "\(result.errors)")
        #expect(owner.simkl.log.isEmpty)
    }
}
