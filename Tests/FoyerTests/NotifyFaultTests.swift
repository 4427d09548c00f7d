import Foundation
import TestSupport
import Testing

/// `foyer notify` where a place does not take what it is told, or another run is at work.
struct NotifyFaultTests {
    private static let monday = "2026-11-16T08:00:00Z"
    private static let friday = "2026-11-20T08:00:00Z"
    private static let today = "Today\n• Alpha S01E01 (series premiere), 21:30"

    /// Somebody whose places have had their first run, and for whom an episode is on today.
    private func owner(_ places: [NotifiedOwner.Place] = [.ntfy]) async throws -> NotifiedOwner {
        let owner = try await NotifiedOwner()
        try owner.save([1: "2026-11-20T20:30:00Z"])
        #expect(try await owner.run(Self.monday, to: places).code == 0)
        return owner
    }

    struct Fault: Sendable, CustomTestStringConvertible {
        let testDescription: String
        var place = NotifiedOwner.Place.ntfy
        let code: Int32
        /// What is said of it.
        let says: String
        /// How often the place is asked.
        var tries = 1
        let answer: LoopbackReceiver.Answering

        init(
            _ description: String, at place: NotifiedOwner.Place = .ntfy, code: Int32, _ says: String, tries: Int = 1,
            _ answer: @escaping LoopbackReceiver.Answering
        ) {
            (testDescription, self.place, self.code, self.says, self.tries, self.answer) = (
                description, place, code, says, tries, answer
            )
        }
    }

    private static func answer(_ status: Int, _ json: JSON = [:], _ headers: [String: String] = [:]) -> LoopbackReceiver.Answering
    {
        { _, _ in headers.reduce(LoopbackAnswer(status, json)) { $0.with($1.key, $1.value) } }
    }

    static let refusals = [
        Fault(
            "429 that is over in an hour", code: 75, "asks for fewer messages (429)", answer(429, [:], ["Retry-After": "3600"])),
        Fault(
            "Telegram's 429", at: .telegram, code: 75, "asks for fewer messages (429)",
            answer(429, ["ok": false, "description": "Too Many Requests", "parameters": ["retry_after": 3600]])),
        Fault(
            "Discord's 429", at: .discord, code: 75, "asks for fewer messages (429)",
            answer(429, ["retry_after": .double(3600.5)])),
        Fault("500 again and again", code: 75, "is out of order (500)", tries: 3, answer(500)),
        Fault("503 for an hour", code: 75, "is out of order (503)", answer(503, [:], ["Retry-After": "3600"])),
        Fault("a key that is wrong", code: 65, "refused the message (403)", answer(403, ["error": "forbidden"])),
        Fault(
            "a chat that there is not, and a key told back", at: .telegram, code: 65,
            "refused the message (400, “Bad Request: chat not found”)",
            answer(400, ["ok": false, "description": "Bad Request: chat not found 7:secret-key"])),
        Fault(
            "another address", code: 65, "leads to another address (308)",
            answer(308, [:], ["Location": "https://elsewhere.example/"])),
    ]

    @Test("what a place refuses is kept and told by a later run, once", arguments: refusals)
    func refused(fault: Fault) async throws {
        let owner = try await owner([fault.place])
        owner.receiver.change(fault.answer)
        let result = try await owner.run(Self.friday, to: [fault.place])
        #expect(result.code == fault.code && owner.receiver.requests.count == fault.tries)
        let line = /foyer: \w+ \(127\.0\.0\.1\) (.*)\. It is told what is new in the next run\.\n/
        #expect(result.errors.wholeMatch(of: line)?.1 == fault.says[...], "\(result.errors)")
        #expect(!result.errors.contains("secret"))
        owner.receiver.change()
        for count in [1, 1] {
            #expect(try await owner.run(Self.friday, to: [fault.place]).code == 0)
            #expect(owner.texts.count == count)
        }
    }

    static let silences = [
        Fault("a page of something in between", code: 69, "gave an answer that is not that of ntfy") { _, _ in
            LoopbackAnswer(200, Data("<html>Welcome to our hotel</html>".utf8), type: "text/html")
        },
        Fault(
            "another service", at: .telegram, code: 69, "gave an answer that is not that of telegram", answer(200, ["id": "x"])),
        Fault("a gateway that waited", code: 69, "has not answered in time (504)", answer(504)),
        Fault("a connection that ends", code: 69, "has not answered (the connection was lost)") { _, _ in
            var answer = LoopbackAnswer(200, ["id": "x"])
            answer.wire = LoopbackBody(Data())
            return answer
        },
        Fault("an answer that never comes", code: 69, "has not answered (not done after 30 s)") { _, _ in
            var answer = LoopbackAnswer(200, ["id": "x"])
            answer.delay = .seconds(3600)
            return answer
        },
        Fault("no HTTP", code: 69, "has not answered (it is not HTTP)") { _, _ in
            var answer = LoopbackAnswer(200, ["id": "x"])
            answer.wire = LoopbackBody(Data("SSH-2.0-OpenSSH_9.2\r\n".utf8))
            return answer
        },
        Fault("an answer without end", code: 69, "has not answered (its answer does not end)") { _, _ in
            var answer = LoopbackAnswer(200, [:])
            answer.body = LoopbackBody(start: "{\"id\":\"", repeating: "x", megabytes: 1, end: "\"}")
            return answer
        },
    ]

    @Test("what may have been told is not told again", arguments: silences)
    func unknown(fault: Fault) async throws {
        let owner = try await owner([fault.place])
        owner.receiver.change(fault.answer)
        let result = try await owner.run(Self.friday, to: [fault.place])
        #expect(result.code == fault.code && owner.receiver.requests.count == 1)
        #expect(result.complaints.count == 1 && result.errors.contains(" \(fault.says). What was on its way"), "\(result.errors)")
        owner.receiver.change()
        #expect(try await owner.run(Self.friday, to: [fault.place]).output.hasSuffix("nothing new\n"))
        #expect(owner.receiver.requests.isEmpty)
    }

    @Test("where nobody answers, news are kept")
    func unreachable() async throws {
        let owner = try await owner()
        // Nothing listens at the first port.
        let result = try await owner.run(Self.friday, environment: ["FOYER_NOTIFY_NTFY": "http://127.0.0.1:1/my-topic"])
        #expect(result.code == 69)
        #expect(
            result.errors
                == "foyer: ntfy (127.0.0.1) cannot be reached (nobody answers there). It is told what is new in the next run.\n")
        try await owner.run(Self.friday)
        #expect(owner.texts == [Self.today])
    }

    @Test("a place that asks to wait a moment is waited for, and told once")
    func waits() async throws {
        let owner = try await owner()
        owner.receiver.change { request, number in
            number < 3 ? LoopbackAnswer(429, [:]).with("Retry-After", "1") : .taken(request)
        }
        let result = try await owner.run(Self.friday)
        #expect(result.code == 0 && result.output == "ntfy (127.0.0.1): 1 notice told\n" && owner.texts.count == 3)
        #expect(try await owner.run(Self.friday).output == "ntfy (127.0.0.1): nothing new\n")
    }

    @Test("a place that fails keeps no other from being told, and each remembers for itself")
    func others() async throws {
        let owner = try await owner([.ntfy, .discord, .webhook])
        owner.receiver.change { request, _ in
            request.path.hasPrefix("/api") ? LoopbackAnswer(404, ["message": "Unknown Webhook"]) : .taken(request)
        }
        let result = try await owner.run(Self.friday, to: [.ntfy, .discord, .webhook])
        #expect(
            result.code == 65 && result.complaints.count == 1 && result.errors.hasPrefix("foyer: discord (127.0.0.1) refused"))
        #expect(result.output == "ntfy (127.0.0.1): 1 notice told\nwebhook (127.0.0.1): 1 notice told\n")
        owner.receiver.change()
        try await owner.run(Self.friday, to: [.ntfy, .discord, .webhook])
        #expect(owner.receiver.requests.map(\.path) == ["/api/webhooks/7/secret-key"])
    }

    @Test("while another run is at work, it waits, and is told to come later: 75; a dry run looks all the same")
    func busy() async throws {
        let owner = try await owner()
        func run(_ more: String...) async throws -> Program.Result {
            try await Program.run(
                ["state/notify", Program.path] + NotifiedOwner.arguments + ["--now", Self.friday] + more,
                executable: "/usr/bin/flock", environment: owner.environment([.ntfy]), in: owner.scratch.path)
        }
        let busy = try await run()
        #expect(busy.code == 75 && owner.receiver.requests.isEmpty)
        #expect(busy.errors == "foyer: state/notify: another foyer notify is at work. Try again when it is done.\n")
        #expect(try await run("--dry-run").output.hasPrefix("ntfy (127.0.0.1): 1 notice would be told\n"))
    }

    @Test("of runs that begin together, one tells what is new, and the others have nothing to tell")
    func together() async throws {
        let owner = try await owner()
        try await withThrowingTaskGroup(of: Int32.self) { group in
            for _ in 0..<4 { group.addTask { try await owner.run(Self.friday).code } }
            for try await code in group { #expect(code == 0 || code == 75) }
        }
        #expect(owner.texts == [Self.today])
    }

    @Test("what was told is on the disk when the message arrives, and cannot be written means not told: 73")
    func diskFirst() async throws {
        let owner = try await owner()
        let record = "\(owner.scratch.path)/state/notify/told-public-ntfy.json"
        owner.receiver.change { request, _ in
            let told = (try? String(contentsOfFile: record, encoding: .utf8)) ?? ""
            return told.contains("out 1 s01e01 2026-11-20") ? .taken(request) : LoopbackAnswer(400, [:])
        }
        // Somewhere that a file of that name cannot be written.
        try FileManager.default.moveItem(atPath: record, toPath: "\(record).kept")
        try FileManager.default.createDirectory(atPath: record, withIntermediateDirectories: true)
        try await #expect(owner.run(Self.friday).code == 73)
        #expect(owner.receiver.requests.isEmpty)
        try FileManager.default.removeItem(atPath: record)
        try FileManager.default.moveItem(atPath: "\(record).kept", toPath: record)
        try await #expect(owner.run(Self.friday).code == 0)
        #expect(owner.texts == [Self.today])
    }

    @Test("a record that is damaged is set aside and said, and begins anew: nothing is told twice")
    func damaged() async throws {
        let owner = try await owner()
        try await owner.run(Self.friday)
        for file in ["told-public-ntfy.json", "news-public.json"] {
            let path = "\(owner.scratch.path)/state/notify/\(file)"
            try String(contentsOfFile: path, encoding: .utf8).dropLast(9).write(toFile: path, atomically: false, encoding: .utf8)
            let result = try await owner.run(Self.friday)
            #expect(result.code == 0 && result.errors.contains("set aside as \(file).damaged"), "\(result.errors)")
        }
        #expect(owner.texts.count == 1)
    }
}
