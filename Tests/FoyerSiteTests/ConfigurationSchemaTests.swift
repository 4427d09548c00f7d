import Foundation
import Testing

@testable import FoyerSite

/// What editors are told of `foyer.yaml`, held against what the program takes.
struct ConfigurationSchemaTests {
    private func schema() throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(ConfigurationSchema.text.utf8)) as? [String: Any])
    }

    private func properties(_ object: Any?) throws -> [String: [String: Any]] {
        try #require((object as? [String: Any])?["properties"] as? [String: [String: Any]])
    }

    private func words(_ property: [String: Any]?) -> [String] {
        let list = property?["enum"] as? [Any] ?? []
        return list.compactMap { $0 as? String }
    }

    @Test("the schema has the configuration's keys, each described, and no other")
    func keys() throws {
        let (keys, calendars) = (try properties(schema()), try properties(properties(schema())["calendars"]))
        let notify = try properties(keys["notify"])
        #expect(Set(notify.keys) == Set(ConfigurationFile.NotifyKey.allCases.map(\.rawValue)))
        #expect(Set(keys.keys) == Set(ConfigurationFile.Key.allCases.map(\.rawValue)))
        #expect(Set(calendars.keys) == Set(ConfigurationFile.CalendarKey.allCases.map(\.rawValue)))
        let indieAuth = try properties(keys["indieauth"])
        #expect(Set(indieAuth.keys) == Set(ConfigurationFile.IndieAuthKey.allCases.map(\.rawValue)))
        let nested = calendars.merging(notify, uniquingKeysWith: { $1 }).merging(indieAuth, uniquingKeysWith: { $1 })
        for (key, property) in keys.merging(nested, uniquingKeysWith: { $1 }) {
            #expect((property["description"] as? String)?.hasSuffix(".") == true, "\(key)")
        }
    }

    @Test("where a key takes one of a few words, the schema names all of them")
    func choices() throws {
        let keys = try properties(schema())
        #expect(words(keys["edition"]) == Edition.allCases.map(\.rawValue))
        #expect(words(keys["spoilers"]) == Spoilers.allCases.map(\.rawValue))
        #expect(words(keys["robots"]) == Robots.allCases.map(\.rawValue))
        #expect(words(keys["title_language"]) == TitleLanguage.allCases.map(\.rawValue))
        #expect(words(keys["exports"]?["items"] as? [String: Any]) == LibraryExport.published.map(\.rawValue))
        let files = try properties(keys["calendars"])["files"]?["items"] as? [String: Any]
        #expect(words(files) == CalendarFile.allCases.map(\.rawValue))
        let kinds = try properties(keys["notify"])["kinds"]?["items"] as? [String: Any]
        #expect(words(kinds) == NoticeKind.allCases.map(\.rawValue))
    }

    @Test("the smallest and the largest number of the schema are taken, and none beyond", arguments: [false, true])
    func bounds(isCalendar: Bool) throws {
        let all = try properties(schema())
        let keys = isCalendar ? try properties(all["calendars"]) : all
        for (key, property) in keys {
            guard let least = property["minimum"] as? Int, let most = property["maximum"] as? Int else { continue }
            for (number, isTaken) in [(least - 1, false), (least, true), (most, true), (most + 1, false)] {
                let text = isCalendar ? "calendars: {\(key): \(number)}" : "\(key): \(number)"
                #expect(((try? ConfigurationFile.parse(text, file: "")) != nil) == isTaken, "\(text)")
            }
        }
    }

    @Test("a first foyer.yaml says what was answered, whatever is in it, and all its comments can be uncommented")
    func draft() throws {
        var draft = ConfigurationDraft()
        let empty = try ConfigurationFile.parse(draft.text, file: "")
        #expect(empty == Configuration())
        draft.title = "Zoë's \"#1\": no\\n"
        (draft.timeZone, draft.edition, draft.language) = ("Etc/GMT+3", "friends", "pt-BR")
        draft.baseURL = "https://example.org/watch"
        let read = try ConfigurationFile.parse(draft.text, file: "")
        #expect(read.title == draft.title && read.timeZone == "Etc/GMT+3" && read.edition == .friends)
        #expect(read.language == "pt-BR" && read.baseURL?.text == "https://example.org/watch/")
        let plain = draft.text.replacing(/(?m)^# (?= *[a-z_]+:)/, with: "")
        let full = try ConfigurationFile.parse(plain, file: "")
        #expect(full.calendars.alarmMinutes == 30, "\(plain)")
        #expect(full.notify.quiet == QuietHours("22:00–08:00") && full.notify.kinds == Set(NoticeKind.allCases))
        #expect(full.openWeb.me.count == 3 && full.openWeb.indieAuth.token != nil && full.openWeb.inbox != nil, "\(plain)")
        for key in ConfigurationFile.Key.allCases { #expect(plain.contains("\n\(key.rawValue):"), "\(key.rawValue)") }
    }
}
