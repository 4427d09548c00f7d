import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("Dates")
struct WireDateTests {
    @Test(
        "each form that Simkl writes is read",
        arguments: [
            ("2026-05-14T06:50:38Z", WireDate.instant(secondsSince1970: 1_778_741_438, offset: 0)),
            ("2026-05-14T06:50:38.000Z", .instant(secondsSince1970: 1_778_741_438, offset: 0)),
            ("2026-05-14T06:50:38.999999999Z", .instant(secondsSince1970: 1_778_741_438, offset: 0)),
            ("2026-05-14t06:50:38z", .instant(secondsSince1970: 1_778_741_438, offset: 0)),
            ("2026-05-14 06:50:38Z", .instant(secondsSince1970: 1_778_741_438, offset: 0)),
            ("2026-05-14T06:50Z", .instant(secondsSince1970: 1_778_741_400, offset: 0)),
            ("2026-05-14T01:50:38-05:00", .instant(secondsSince1970: 1_778_741_438, offset: -18000)),
            ("2026-05-14T15:50:38+09:00", .instant(secondsSince1970: 1_778_741_438, offset: 32400)),
            ("2026-05-14T07:50:38+0100", .instant(secondsSince1970: 1_778_741_438, offset: 3600)),
            ("2026-05-14T12:35:38.5+05:45", .instant(secondsSince1970: 1_778_741_438, offset: 20700)),
            ("2026-05-14T06:50:38-00:00", .instant(secondsSince1970: 1_778_741_438, offset: 0)),
            ("2016-12-31T23:59:60Z", .instant(secondsSince1970: 1_483_228_799, offset: 0)),
            ("1970-01-01T00:00:01Z", .instant(secondsSince1970: 1, offset: 0)),
            ("1969-12-31T23:59:59Z", .instant(secondsSince1970: -1, offset: 0)),
            ("2026-05-14", .day(daysSince1970: 20587)),
            ("05/14/2026", .day(daysSince1970: 20587)),
            ("14-05-2026", .day(daysSince1970: 20587)),
            ("1970-01-01", .day(daysSince1970: 0)),
            ("2024-02-29", .day(daysSince1970: 19782)),
            ("2000-02-29", .day(daysSince1970: 11016)),
            ("0000-02-29", .day(daysSince1970: -719_469)),
            ("9999-12-31", .day(daysSince1970: 2_932_896)),
        ])
    func documentedForms(text: String, date: WireDate) {
        #expect(WireDate(text) == date)
    }

    @Test(
        "what is none of the forms is no date",
        arguments: [
            "", " ", "null", "2026", "2026-05", "2026-5-14", "26-05-14", "2026/05/14", "14/05/2026", "2026-13-01", "2026-00-10",
            "2026-01-00", "2026-04-31", "2023-02-29", "1900-02-29", "2100-02-29", "30-02-2026", "02/30/2026", "2026-05-14T",
            "2026-05-14T06",
            "2026-05-14T06:50:38", "2026-05-14T24:00:00Z", "2026-05-14T06:60:00Z", "2026-05-14T06:50:61Z",
            "2026-05-14T06:50:38.Z",
            "2026-05-14T06:50:38.1234567890Z", "2026-05-14T06:50:38,5Z", "2026-05-14T06:50:38+", "2026-05-14T06:50:38+01",
            "2026-05-14T06:50:38+01:0", "2026-05-14T06:50:38+16:00", "2026-05-14T06:50:38+01:60", "2026-05-14T06:50:38ZZ",
            "2026-05-14T06:50:38Z ", " 2026-05-14", "2026-05-14 ", "2026-05-14X06:50:38Z", "+2026-05-14", "-2026-05-14",
            "02026-05-14",
            "２０２６-05-14", "2026−05−14", "2026-05-14T06:50:38\u{0}Z", "1778741438", "Thu, 14 May 2026 06:50:38 GMT",
        ])
    func noDates(text: String) {
        #expect(WireDate(text) == nil)
    }

    @Test("random dates are what Foundation's calendar says")
    func agreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        var generator = SplitMix(seed: 1)
        for _ in 0..<2_000 {
            // From 1600: Foundation's calendar is the Julian one before 1582.
            let parts = [1600...9999, 1...12, 1...31, 0...23, 0...59, 0...59].map { Int.random(in: $0, using: &generator) }
            let quarters = Int.random(in: -48...56, using: &generator)
            let minutes = abs(quarters) % 4 * 15
            let text = String(format: "%04d-%02d-%02dT%02d:%02d:%02d", parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
            let zone = quarters == 0 ? "Z" : String(format: "%@%02d:%02d", quarters < 0 ? "-" : "+", abs(quarters) / 4, minutes)
            let components = DateComponents(
                year: parts[0], month: parts[1], day: parts[2], hour: parts[3], minute: parts[4], second: parts[5])
            let exists = components.isValidDate(in: calendar)
            let seconds = try #require(calendar.date(from: components)).timeIntervalSince1970
            let instant = WireDate.instant(
                secondsSince1970: Int64(seconds) - Int64(quarters * 900), offset: Int32(quarters * 900))
            #expect(WireDate(text + zone) == (exists ? instant : nil), "\(text + zone)")
            let day = WireDate.day(daysSince1970: Int((seconds / 86_400).rounded(.down)))
            #expect(WireDate(String(text.prefix(10))) == (exists ? day : nil), "\(text)")
            let american = String(format: "%02d/%02d/%04d", parts[1], parts[2], parts[0])
            #expect(WireDate(american) == (exists ? day : nil), "\(american)")
            let european = String(format: "%02d-%02d-%04d", parts[2], parts[1], parts[0])
            #expect(WireDate(european) == (exists ? day : nil), "\(european)")
        }
    }

    @Test("10,000 random strings are dates or none, never a trap")
    func randomStrings() {
        var generator = SplitMix(seed: 2)
        let alphabet = Array("00112233445566778899--//::..TtZz++  aé\u{0}")
        let valid = Array("2024-02-29T23:59:59.123+05:30")
        var dates = 0
        for round in 0..<10_000 {
            var characters = round.isMultiple(of: 2) ? valid : []
            for _ in 0...Int.random(in: 0..<4, using: &generator) where !characters.isEmpty {
                characters[Int.random(in: characters.indices, using: &generator)] =
                    alphabet.randomElement(using: &generator) ?? "0"
            }
            if characters.isEmpty {
                characters = (0..<Int.random(in: 0..<40, using: &generator)).map { _ in
                    alphabet.randomElement(using: &generator) ?? "0"
                }
            }
            guard let date = WireDate(String(characters)) else { continue }
            dates += 1
            switch date {
            case .instant(let seconds, let offset):
                #expect((-62_167_305_600...253_402_387_199).contains(seconds) && abs(offset) < 57_600)
            case .day(let days): #expect((-719_528...2_932_896).contains(days))
            }
        }
        #expect(dates > 100)
    }
}
