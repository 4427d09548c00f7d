import Foundation
import TestSupport
import Testing

/// The calendars as the program publishes them, from outside.
struct CalendarTests {
    @Test(
        "without an address the calendars are there too; they can be read by anybody, and what is remembered by the owner alone")
    func modes() async throws {
        let scratch = try Scratch()
        let site = try await Self.build(Self.account(scratch), in: scratch)
        let all = try #require(site.calendars["all.ics"])
        #expect(all.contains("UID:simkl-1-s02e02@foyer\r\n"))
        #expect(!all.contains("SOURCE") && !all.contains("\r\nURL:https://foyer.example"))
        func mode(_ file: String) throws -> Int? {
            try FileManager.default.attributesOfItem(atPath: "\(scratch.path)/\(file)")[.posixPermissions] as? Int
        }
        #expect(try mode("site/feeds/all.ics") == 0o644)
        #expect(try mode("site/feeds/shows/1-days.ics") == 0o644)
        #expect(try mode("state") == 0o700)
        #expect(try mode("state/calendars-public.json") == 0o600)
    }

    @Test("nothing new gives the same bytes, with and without an earlier build to remember, and writes nothing")
    func unchanged() async throws {
        let scratch = try Scratch()
        let account = try Self.account(scratch)
        let first = try await Self.build(account, in: scratch)
        let (state, files) = (try Tree("\(scratch.path)/state"), try Tree.identities("\(scratch.path)/site/feeds"))
        let second = try await Self.build(account, in: scratch, now: "2026-11-01T23:00:00Z")
        #expect(second.calendars == first.calendars)
        #expect(try Tree("\(scratch.path)/state") == state)
        #expect(try Tree.identities("\(scratch.path)/site/feeds") == files)
        let bare = try await Self.build(account, in: scratch, output: "bare", remembers: false)
        #expect(bare.calendars == first.calendars)
    }

    @Test("ids stay through another address, a moved episode and a renamed show; only what moved has a higher number")
    func stable() async throws {
        let scratch = try Scratch()
        let first = try await Self.build(Self.account(scratch), in: scratch)
        let moved = try Self.account(scratch, name: "Renamed", second: "2026-11-13T02:00:00Z")
        let second = try await Self.build(
            moved, in: scratch, now: "2026-11-02T05:00:00Z", more: ["--base-url", "https://foyer.example/me/"])
        for (path, text) in first.calendars {
            #expect(Self.values("UID", of: second.calendars[path] ?? "") == Self.values("UID", of: text), "\(path)")
        }
        let all = try #require(second.calendars["all.ics"])
        #expect(Self.values("SEQUENCE", of: all) == ["0", "1", "0"])
        #expect(Self.values("CREATED", of: all) == Self.values("CREATED", of: first.calendars["all.ics"] ?? ""))
        #expect(Set(Self.values("DTSTAMP", of: all)) == ["20261102T050000Z"])
        #expect(all.contains("SOURCE;VALUE=URI:https://foyer.example/me/feeds/all.ics\r\n"))
        for line in Self.values("UID", of: all) { #expect(!line.contains("example")) }
    }

    @Test("a build that ends before it publishes remembers nothing of what nobody saw")
    func failed() async throws {
        let scratch = try Scratch()
        let account = try Self.account(scratch)
        _ = try await Self.build(account, in: scratch)
        let state = try Tree("\(scratch.path)/state")
        try scratch.write("{{nonsense}}", to: "templates/layout.html")
        let failed = try await Program.build(
            Self.account(scratch, second: "2026-11-13T02:00:00Z"), to: "\(scratch.path)/site",
            ["--state", "\(scratch.path)/state", "--templates", "\(scratch.path)/templates"])
        #expect(failed.code == 65)
        #expect(try Tree("\(scratch.path)/state") == state)
    }

    @Test("each edition remembers its own, so that a title hidden today is not in tomorrow's feed")
    func hidden() async throws {
        let scratch = try Scratch()
        let account = try Self.account(scratch)
        let first = try await Self.build(account, in: scratch)
        try scratch.write("hidden_titles: [1]\n", to: "foyer.yaml")
        let second = try await Self.build(account, in: scratch, more: ["--config", "\(scratch.path)/foyer.yaml"])
        #expect(first.calendars["shows/1.ics"] != nil)
        #expect(second.calendars.values.allSatisfy { !$0.contains("simkl-1-") && !$0.contains("Show") })
        try scratch.write("hidden_titles: [1]\nedition: private\n", to: "foyer.yaml")
        let third = try await Self.build(account, in: scratch, more: ["--config", "\(scratch.path)/foyer.yaml"])
        #expect(third.calendars["shows/1.ics"] != nil)
        let remembered = try FileManager.default.contentsOfDirectory(atPath: "\(scratch.path)/state").sorted()
        let files = ["calendars", "feeds", "news", "titles"].flatMap { ["\($0)-private.json", "\($0)-public.json"] }
        #expect(remembered.filter { $0.contains("-") } == (files + ["receipt-private", "receipt-public"]).sorted())
    }

    @Test("what builds remember is set aside when it is damaged, and a newer Foyer's is left alone")
    func damaged() async throws {
        let scratch = try Scratch()
        let account = try Self.account(scratch)
        let first = try await Self.build(account, in: scratch)
        let file = "\(scratch.path)/state/calendars-public.json"
        let whole = try String(contentsOfFile: file, encoding: .utf8)
        try scratch.write(String(whole.dropLast(20)), to: "state/calendars-public.json")
        let second = try await Self.build(account, in: scratch, warnings: 1)
        #expect(second.calendars == first.calendars)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == whole)
        try scratch.write(whole.replacing(/"version":\d+/, with: "\"version\":99"), to: "state/calendars-public.json")
        let third = try await Program.build(account, to: "\(scratch.path)/site", ["--state", "\(scratch.path)/state"])
        #expect(third.code == 65 && third.errors.contains("a newer Foyer wrote this"), "\(third.code) \(third.errors)")
    }

    /// What a build published.
    private struct Site {
        /// By path below `feeds/`.
        let calendars: [String: String]
    }

    private static func build(
        _ account: String, in scratch: Scratch, output: String = "site", now: String = "2026-11-01T05:00:00Z",
        remembers: Bool = true, more: [String] = [], warnings: Int = 0
    ) async throws -> Site {
        let folder = "\(scratch.path)/\(output)"
        let result = try await Program.run(
            ["build", "--offline", "--data", account, "--output", folder, "--now", now, "--json"]
                + (remembers ? ["--state", "\(scratch.path)/state"] : []) + more)
        #expect(result.code == 0, "\(result.errors)")
        #expect(result.output.contains("\"warnings\" : \(warnings)"), "\(result.output)")
        return Site(
            calendars: try Tree("\(folder)/feeds").files.filter { $0.key.hasSuffix(".ics") }
                .mapValues { String(decoding: $0, as: UTF8.self) })
    }

    /// A show with three episodes.
    private static func account(
        _ scratch: Scratch, name: String = "Show", second: String = "2026-11-12T02:00:00Z"
    ) throws -> String {
        let show = #"{"status":"watching","show":{"title":"\#(name)","runtime":40,"ids":{"simkl":1}}}"#
        try scratch.write(#"{"shows":[\#(show)]}"#, to: "data/all-items.json")
        try scratch.write(#"{"all":"2026-10-31T10:00:00Z"}"#, to: "data/activities.json")
        let rows = ["2026-11-05T02:00:00Z", second, "2026-11-19T02:00:00Z"].enumerated().map { index, date in
            #"{"simkl_id":1,"date":"\#(date)","episode":{"season":2,"episode":\#(index + 1)}}"#
        }
        try scratch.write(#"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"#, to: "data/calendar/tv.json")
        return "\(scratch.path)/data"
    }

    private static func values(_ property: String, of calendar: String) -> [String] {
        calendar.components(separatedBy: "\r\n").filter { $0.hasPrefix("\(property):") }.map {
            String($0.dropFirst(property.count + 1))
        }
    }
}
