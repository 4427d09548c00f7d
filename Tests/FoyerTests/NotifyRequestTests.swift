import Foundation
import TestSupport
import Testing

/// What `foyer notify` sends to each service, and how it reads where they are.
struct NotifyRequestTests {
    private static let monday = "2026-11-16T08:00:00Z"
    private static let first = "2026-11-20T20:30:00Z"

    @Test("each service gets a request of its own form, with what is new in one message, and nothing of Simkl's")
    func requests() async throws {
        let owner = try await NotifiedOwner()
        try owner.configure("time_zone: Europe/Stockholm\ntitle: Ada & co\nbase_url: https://foyer.example/watch/\n")
        let places = NotifiedOwner.Place.allCases
        try owner.save([1: Self.first, 2: "2026-11-27T20:30:00Z"], name: "A_l*p<h>a")
        let simkl = ["SIMKL_CLIENT_ID": "client-of-simkl", "SIMKL_ACCESS_TOKEN": "token-of-simkl"]
        try await owner.run(Self.monday, to: places, environment: simkl)
        try owner.save([1: Self.first, 2: "2026-11-28T20:30:00Z"], name: "A_l*p<h>a", stage: "ended")
        let keys = ["FOYER_NOTIFY_NTFY_TOKEN": "tk_1", "FOYER_NOTIFY_WEBHOOK_TOKEN": "hook-key"]
        let result = try await owner.run("2026-11-20T08:00:00Z", to: places, environment: simkl.merging(keys) { $1 })
        #expect(result.code == 0 && result.errors.isEmpty, "\(result.errors)")
        let requests = Dictionary(uniqueKeysWithValues: owner.receiver.requests.map { ($0.summary, $0) })
        let page = "https://foyer.example/watch/tv/1-alpha/"
        let plain = """
            Today
            • A_l*p<h>a S01E01 (series premiere), 21:30

            What changed
            • A_l*p<h>a S01E02: now 28 November 2026
            • A_l*p<h>a has ended
            """
        #expect(
            requests["POST /"]?.json == [
                "topic": "my-topic", "title": "Ada & co", "message": .string(plain), "tags": ["tv"],
                "click": "https://foyer.example/watch/",
            ])
        #expect(requests["POST /"]?["authorization"] == "Bearer tk_1")
        #expect(
            requests["POST /api/webhooks/7/secret-key?wait=true"]?.json == [
                "content": .string(
                    #"""
                    **Today**
                    - [A\_l\*p\<h\>a S01E01 \(series premiere\), 21\:30](<\#(page)>)

                    **What changed**
                    - [A\_l\*p\<h\>a S01E02: now 28 November 2026](<\#(page)>)
                    - [A\_l\*p\<h\>a has ended](<\#(page)>)
                    """#), "allowed_mentions": ["parse": []], "flags": 4,
            ])
        #expect(
            requests["POST /bot7:secret-key/sendMessage"]?.json == [
                "chat_id": "-1001", "parse_mode": "HTML", "link_preview_options": ["is_disabled": true],
                "text": .string(
                    """
                    <b>Today</b>
                    • <a href="\(page)">A_l*p&lt;h&gt;a S01E01 (series premiere), 21:30</a>

                    <b>What changed</b>
                    • <a href="\(page)">A_l*p&lt;h&gt;a S01E02: now 28 November 2026</a>
                    • <a href="\(page)">A_l*p&lt;h&gt;a has ended</a>
                    """),
            ])
        let hook = try #require(requests["POST /hook/secret-key?a=b"])
        #expect(hook["authorization"] == "Bearer hook-key" && hook["content-type"] == "application/json")
        #expect(hook.json?["version"] == 1 && hook.json?["site"] == "Ada & co" && hook.json?["text"] == .string(plain))
        #expect(
            hook.json?["news"]?.elements.first == [
                "kind": "episodes", "title": "A_l*p<h>a", "media": "tv", "simkl": 1, "episodes": ["S01E01"],
                "words": "A_l*p<h>a S01E01 (series premiere), 21:30", "url": .string(page), "day": "2026-11-20",
                "at": "2026-11-20T20:30:00Z", "before": .null,
            ])
        #expect(hook.json?["news"]?[1]?["before"] == "2026-11-27" && hook.json?["news"]?[2]?["kind"] == "ended")
        for request in owner.receiver.requests {
            let all = String(decoding: request.body, as: UTF8.self) + "\(request.headers) \(request.summary)"
            #expect(!all.contains("of-simkl") && request["user-agent"]?.hasPrefix("foyer/") == true)
        }
        #expect(!result.output.contains("secret-key"))
    }

    @Test("more than a message holds is told in a few, each a whole number of lines, and the rest is counted")
    func long() async throws {
        let owner = try await NotifiedOwner()
        let name = String(repeating: "[@everyone] *🎬* ", count: 40)
        let shows = (1...120).map {
            #"{"status":"watching","show":{"title":"\#($0) \#(name)","ids":{"simkl":\#($0),"slug":"s"}}}"#
        }
        try owner.scratch.write(#"{"shows":[\#(shows.joined(separator: ","))]}"#, to: "data/all-items.json")
        let rows = (1...120).map { #"{"simkl_id":\#($0),"date":"\#(Self.first)","episode":{"season":1,"episode":2}}"# }
        try owner.scratch.write(#"{"calendar":[\#(rows.joined(separator: ","))],"metadata":{}}"#, to: "data/calendar/tv.json")
        let places: [NotifiedOwner.Place] = [.ntfy, .discord, .telegram]
        try await owner.run(Self.monday, to: places)
        #expect(try await owner.run("2026-11-20T08:00:00Z", to: places).code == 0)
        for (path, limit) in [("/", 4096), ("/api/webhooks/7/secret-key", 2000), ("/bot7:secret-key/sendMessage", 4096)] {
            let texts = owner.receiver.requests.filter { $0.path == path }
                .compactMap { ($0.json?["message"] ?? $0.json?["content"] ?? $0.json?["text"])?.string }
            #expect(texts.count == 4, "\(path)")
            for text in texts {
                #expect(path == "/" ? text.utf8.count <= limit : text.utf16.count <= limit)
                let lines = text.split(separator: "\n").dropFirst()
                switch path {
                case "/": #expect(lines.allSatisfy { $0.hasSuffix("…") || $0.hasSuffix("more") }, "\(text)")
                case "/api/webhooks/7/secret-key":
                    #expect(lines.allSatisfy { $0.contains(/…\]\(<https:[^>]+>\)$/) || $0.hasSuffix("more") }, "\(text)")
                    #expect(!text.contains(/[^\\]@everyone/))
                default: #expect(lines.allSatisfy { $0.hasSuffix("…</a>") || $0.hasSuffix("more") }, "\(text)")
                }
            }
            #expect(texts.last?.contains(/and \d+ more$/) == true)
        }
        let count = owner.receiver.requests.count
        try await owner.run("2026-11-20T09:00:00Z", to: places)
        #expect(owner.receiver.requests.count == count)
    }

    @Test(
        "what is no target is told of without its value: 64",
        arguments: [
            (["FOYER_NOTIFY_NFTY": "https://x.example/secret"], "there is no FOYER_NOTIFY_NFTY. Do you mean FOYER_NOTIFY_NTFY?"),
            (["FOYER_NOTIFY_NTFY": ""], "FOYER_NOTIFY_NTFY is set, but empty. Give it its value, or unset it."),
            (
                ["FOYER_NOTIFY_NTFY": "secret"],
                "FOYER_NOTIFY_NTFY cannot be used: one such as https://ntfy.sh/my-topic is expected."
            ),
            (
                ["FOYER_NOTIFY_NTFY": "https://ada:secret@ntfy.example/topic"],
                "FOYER_NOTIFY_NTFY may hold no user and no password. Give a token as FOYER_NOTIFY_NTFY_TOKEN."
            ),
            (["FOYER_NOTIFY_TELEGRAM": "1:secret"], "FOYER_NOTIFY_TELEGRAM needs FOYER_NOTIFY_TELEGRAM_CHAT, the id of a chat."),
        ])
    func wrong(environment: [String: String], complaint: String) async throws {
        let owner = try await NotifiedOwner()
        try owner.save([1: Self.first])
        let result = try await owner.run(Self.monday, to: [], environment: environment)
        #expect(result.code == 64 && result.errors == "foyer: \(complaint)\n" && !result.errors.contains("secret"))
    }
}
