import Foundation
import TestSupport

/// Somebody who is told what is new of one show, by a receiver on this machine.
///
/// The account's files are as they were saved by hand: nobody is signed in, and nothing could be asked of Simkl.
final class NotifiedOwner: Sendable {
    let scratch: Scratch
    let receiver: LoopbackReceiver

    init(_ answer: @escaping LoopbackReceiver.Answering = { request, _ in .taken(request) }) async throws {
        scratch = try Scratch()
        receiver = try await LoopbackReceiver(answer)
        try configure("time_zone: Europe/Stockholm\n")
    }

    func configure(_ text: String) throws { try scratch.write(text, to: "foyer.yaml") }

    /// What the account's files say: the days of the first season's episodes, or their times.
    func save(
        _ dates: [Int: String], name: String = "Alpha", stage: String = "ongoing", status: String = "watching", season: Int = 1,
        watched: String = ""
    ) throws {
        let airings = dates.sorted { $0.key < $1.key }.map { number, date in
            """
            {"simkl_id":1,"date":"\(date)","finale_type":null,"episode":{"season":\(season),"episode":\(number),"title":"Name \(number)"}}
            """
        }
        let item = #"{"status":"\#(status)","show":{"title":"\#(name)","ids":{"simkl":1,"slug":"alpha"}}\#(watched)}"#
        try scratch.write(#"{"shows":[\#(item)]}"#, to: "data/all-items.json")
        try scratch.write(#"[{"id":1,"release_status":"\#(stage)"}]"#, to: "data/crowd/shows.json")
        try scratch.write(#"{"calendar":[\#(airings.joined(separator: ","))],"metadata":{}}"#, to: "data/calendar/tv.json")
    }

    static let arguments = ["notify", "--data", "data", "--state", "state", "--templates", "\(Program.root)/Templates"]

    enum Place: CaseIterable { case ntfy, discord, telegram, webhook }

    func environment(_ places: [Place]) -> [String: String] {
        var environment: [String: String] = ["HOME": scratch.path]
        for place in places {
            switch place {
            case .ntfy: environment["FOYER_NOTIFY_NTFY"] = "\(receiver.url)/my-topic"
            case .discord: environment["FOYER_NOTIFY_DISCORD"] = "\(receiver.url)/api/webhooks/7/secret-key"
            case .telegram:
                environment["FOYER_NOTIFY_TELEGRAM"] = "7:secret-key"
                environment["FOYER_NOTIFY_TELEGRAM_CHAT"] = "-1001"
                environment["FOYER_NOTIFY_TELEGRAM_URL"] = receiver.url
            case .webhook:
                environment["FOYER_NOTIFY_WEBHOOK"] = "\(receiver.url)/hook/secret-key?a=b"
            }
        }
        return environment
    }

    /// Runs it to its end, as if it were some instant.
    @discardableResult
    func run(
        _ now: String, to places: [Place] = [.ntfy], _ more: String..., environment extra: [String: String] = [:]
    ) async throws -> Program.Result {
        try await Program.run(
            Self.arguments + ["--now", now] + more, environment: environment(places).merging(extra) { $1 }, in: scratch.path)
    }

    /// What of messages people read, by arrival.
    var texts: [String] {
        receiver.requests.compactMap { ($0.json?["message"] ?? $0.json?["content"] ?? $0.json?["text"])?.string }
    }
}
