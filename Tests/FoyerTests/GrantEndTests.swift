import Foundation
import TestSupport
import Testing

/// What is told of a sign-in that nothing renews, while there is time to sign in again.
struct GrantEndTests {
    private let owner: Owner

    init() async throws { owner = try await Owner() }

    /// A token that ends so many days and an hour from now, in the folder of a configuration.
    ///
    /// - Returns: when it ends, in seconds since 1970.
    private func keepToken(endingIn days: Int, isRenewable: Bool = false, in folder: String = "configuration") throws -> Int {
        try owner.signIn(expiresIn: days * 86_400 + 3600)
        var grant = try #require(try owner.grant)
        if !isRenewable { grant["refreshToken"] = nil }
        try owner.scratch.write(String(decoding: grant.data, as: UTF8.self), to: "\(folder)/foyer/token.json")
        let path = "\(owner.scratch.path)/\(folder)/foyer/token.json"
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
        return try #require(grant["expiresAt"]?.int)
    }

    private func day(_ moment: Int) -> String {
        Date(timeIntervalSince1970: Double(moment)).formatted(.iso8601.year().month().day())
    }

    @Test(
        "check notes the end from 30 days before it on, and calls it a fault afterwards",
        arguments: [(29, "in 29 days"), (20, "in 20 days"), (1, "in 1 day"), (0, "within a day"), (30, nil), (-1, nil)]
            as [(Int, String?)])
    func check(days: Int, time: String?) async throws {
        let end = try keepToken(endingIn: days)
        let result = try await owner.run("check", "--quiet")
        let lines = result.output.split(separator: "\n").filter { $0.contains("sign-in") }
        if days < 0 {
            #expect(lines == ["fault sign-in        the token has run out. Sign in: foyer login."] && result.code == 77)
        } else {
            let note = time.map { "note  sign-in        the token ends on \(day(end)), \($0): foyer login gets a new one" }
            #expect(lines == [note].compactMap { $0.map { $0[...] } }, "\(result.output)")
        }
    }

    @Test("of a token that is renewed by itself, check and status tell no end that anybody has to see to")
    func renewable() async throws {
        let end = try keepToken(endingIn: 3, isRenewable: true)
        #expect(!(try await owner.run("check").output.contains("ends on")))
        let words = try await owner.run("status").output
        #expect(words.contains(", token good until \(day(end)) and renewed by itself.\n"), "\(words)")
    }

    @Test("status names the rights and the day of the end")
    func status() async throws {
        let end = try keepToken(endingIn: 20)
        let words = try await owner.run("status").output
        #expect(words.hasPrefix("Signed in (media:read, media:write), token good until \(day(end)).\n"), "\(words)")
        let json = try JSON(Data(try await owner.run("status", "--json").output.utf8))
        #expect(json["tokenExpiresAt"]?.int == end && json["isRenewable"] == false)
    }

    @Test(
        "the nightly job opens one issue from 30 days before the end on, and none for a token that is renewed",
        arguments: [(20, false, true), (29, false, true), (30, false, false), (20, true, false)])
    func nightly(days: Int, isRenewable: Bool, isTold: Bool) async throws {
        let end = try keepToken(endingIn: days, isRenewable: isRenewable, in: "runner/kept/config")
        let bin = "\(owner.scratch.path)/bin"
        // As many issues are open as it has made.
        let gh = """
            #!/bin/sh
            case "$*" in "issue list "*) grep -c '^issue create ' "$CALLS" ;; esac
            echo "$*" >>"$CALLS"

            """
        try owner.scratch.write(gh, to: "bin/gh")
        _ = unsafe chmod("\(bin)/gh", 0o755)
        try FileManager.default.createSymbolicLink(atPath: "\(bin)/foyer", withDestinationPath: Program.path)
        let environment = [
            "PATH": "\(bin):/usr/bin:/bin", "RUNNER_TEMP": "\(owner.scratch.path)/runner", "CALLS": "\(owner.scratch.path)/calls",
            "GITHUB_REPOSITORY": "ada/watching", "FOYER_STATUS": "0",
            "GITHUB_WORKFLOW_REF": "ada/watching/.github/workflows/site.yml@refs/heads/main",
        ]
        for _ in 1...2 {
            let result = try await Program.run(
                ["\(Program.root)/.github/actions/foyer/watch"], executable: "/bin/bash", environment: environment)
            #expect(result.code == 0 && result.output.isEmpty, "\(result.output)\(result.errors)")
        }
        let calls = try String(contentsOfFile: "\(owner.scratch.path)/calls", encoding: .utf8).split(separator: "\n")
        let prolonged = "api --silent -X PUT repos/ada/watching/actions/workflows/site.yml/enable"
        #expect(calls.count { $0 == prolonged } == 2, "\(calls)")
        let issue =
            "issue create --repo ada/watching --title Foyer: the sign-in to Simkl ends on \(day(end)) --body Run **Sign in** under "
            + "*Actions*, and approve the code that its summary shows. Close this issue then."
        #expect(calls.filter { $0.hasPrefix("issue create ") } == (isTold ? [issue[...]] : []), "\(calls)")
    }
}
