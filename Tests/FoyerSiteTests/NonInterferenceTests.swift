import Foundation
import TestSupport
import Testing

@testable import FoyerSite

@Suite("What an edition does not show, nothing of it tells")
struct NonInterferenceTests {
    /// How many accounts are tried: more where somebody has the time.
    private static let seeds = 1...(ProcessInfo.processInfo.environment["FOYER_TWINS"].flatMap(Int.init) ?? 1)

    @Test(
        "two accounts that differ only in what an edition does not show give the same bytes, night after night",
        arguments: Edition.allCases, seeds)
    func twins(edition: Edition, seed: Int) async throws {
        var account = try TwinAccount(seed: seed, edition: edition)
        let (own, other) = (try Nights(account.audience), try Nights(account.audience))
        for night in 0...3 {
            if night > 1 { try account.live(night) }
            let twin = try account.twin()
            // Or the test would compare an account with itself.
            #expect(twin.files["all-items.json"] != account.own.files["all-items.json"])
            let now = "2026-11-\(20 + night)T0\(night):00:00Z"
            let (site, twinSite) = (try await own.build(account.own, now: now), try await other.build(twin, now: now))
            #expect(site.count > 150)
            #expect(site.keys.sorted() == twinSite.keys.sorted())
            let different = site.keys.filter { site[$0] != twinSite[$0] }.sorted()
            #expect(
                different == [], "night \(night): \(firstDifference(different.last { $0 != ".foyer-manifest" }, site, twinSite))")
        }
    }

    @Test("nothing that an edition does not show is in any file, however it is written", arguments: Edition.allCases)
    func search(edition: Edition) async throws {
        let account = try TwinAccount(seed: 21, edition: edition)
        let site = try await Nights(account.audience).build(account.own, now: "2026-11-20T01:00:00Z")
        var texts: [String: String] = [:]
        for (path, bytes) in site where !Self.isThemes(path) {
            texts[path] =
                path.hasSuffix(".png") ? try await PNGReading(Array(bytes)).description : String(decoding: bytes, as: UTF8.self)
        }
        let whole = texts.values.joined(separator: "\n")
        let forms = try account.untold()
        #expect(forms.count > 1_000)
        // Long texts first cut into words, so that each form is looked up once.
        let words = Set(whole.split { !$0.isLetter && !$0.isNumber && !":-".contains($0) }.map(String.init))
        #expect(words.contains { $0.contains(/^20\d\d-\d\d-\d\dT\d\d:\d\d/) })
        for form in forms where words.contains(form) || words.contains("\(form)Z") {
            Issue.record("\(form) is in \(texts.filter { $0.value.contains(form) }.keys.sorted().prefix(3))")
        }
        for word in account.untoldWords { #expect(!whole.contains(word), "\(word)") }
    }

    /// Fonts, their licences, icons: nothing that is made from an account.
    private static func isThemes(_ path: String) -> Bool {
        path.hasPrefix("assets/fonts/") || path.hasPrefix("assets/") && path.hasSuffix(".png")
    }
}

/// The first line of a file in which two sites are not alike.
private func firstDifference(_ path: String?, _ own: [String: Data], _ other: [String: Data]) -> String {
    let lines = [own, other].map { site in
        path.flatMap { site[$0] }.map { String(decoding: $0, as: UTF8.self).split(separator: "\n") } ?? []
    }
    return zip(lines[0], lines[1]).first { $0 != $1 }.map { "\($0)\n\($1)" } ?? "\(path ?? "none"): one ends before the other"
}
