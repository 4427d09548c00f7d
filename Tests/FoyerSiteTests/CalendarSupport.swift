import Foundation
import Testing

@testable import FoyerSite

/// The calendars of an account, by path below `feeds/` without `.ics`, and what is to be remembered of them.
struct BuiltCalendars {
    let texts: [String: String]
    let names: [String]
    let memory: CalendarMemory

    init(
        _ account: AccountFiles, now: String = "2026-11-20T12:00:00Z", zone: String = "UTC", edition: Edition = .public,
        hidden: Set<Int> = [], country: String? = nil, baseURL: String? = nil, spoilers: Spoilers = .none,
        after earlier: BuiltCalendars? = nil, settings: (inout CalendarSettings) -> Void = { _ in }
    ) throws {
        var configuration = Configuration()
        configuration.timeZone = zone
        configuration.edition = edition
        configuration.hiddenTitles = hidden
        configuration.country = country
        configuration.spoilers = spoilers
        settings(&configuration.calendars)
        let library = LibraryMerger(options: configuration.mergeOptions).library(from: [try account.account()]).library
            .library(for: configuration.audience)
        let now = try moment(now)
        let site = Site(
            library: library, name: "Ada’s Foyer", words: .english, baseURL: baseURL.flatMap { BaseURL($0) },
            now: now, isOutdated: false)
        let feeds = CalendarFeeds(site, settings: configuration.calendars, remembered: earlier?.memory)
        memory = feeds.memory
        names = feeds.feeds.map(\.name)
        texts = Dictionary(feeds.feeds.map { (String($0.path.dropFirst("feeds/".count).dropLast(".ics".count)), $0.text()) }) {
            first, _ in first
        }
        #expect(texts.count == feeds.feeds.count, "two feeds want one path")
        #expect(Set(names).count == names.count, "two feeds have one name")
    }

    /// A file with the line ends that a string literal has.
    func file(_ name: String) -> String { (texts[name] ?? "").replacing("\r\n", with: "\n") }

    /// A file's events, each by its properties.
    func events(_ name: String = "all") -> [[String: String]] { ReadCalendar(texts[name] ?? "").events }

    /// One property of every event of a file, or several with spaces between them.
    func values(_ properties: String..., in name: String = "all") -> [String] {
        events(name).map { event in properties.compactMap { event[$0] }.joined(separator: " ") }
    }
}

/// A calendar read by the letter of RFC 5545, not by what the writer thinks of it.
struct ReadCalendar {
    /// Unfolded.
    let lines: [String]
    /// By name and parameters.
    let events: [[String: String]]
    /// Of the file as it stands.
    let longestLine: Int

    init(_ text: String) {
        // Folding is about octets, so it is undone on octets.
        var folded: [[UInt8]] = []
        var lines: [[UInt8]] = []
        for line in Data(text.utf8).split(separator: 0x0A, omittingEmptySubsequences: true) {
            let bytes = Array(line.last == 0x0D ? line.dropLast() : line)
            folded.append(bytes)
            if bytes.first == 0x20 { lines[lines.count - 1] += bytes.dropFirst() } else { lines.append(bytes) }
        }
        longestLine = folded.map(\.count).max() ?? 0
        self.lines = lines.map { String(decoding: $0, as: UTF8.self) }
        var events: [[String: String]] = []
        var isInAlarm = false
        for line in self.lines {
            let parts = line.split(separator: ":", maxSplits: 1).map(String.init)
            if line == "BEGIN:VEVENT" { events.append([:]) }
            if line == "BEGIN:VALARM" { isInAlarm = true }
            if parts.count == 2, !events.isEmpty, !isInAlarm { events[events.count - 1][parts[0]] = parts[1] }
            if line == "END:VALARM" { isInAlarm = false }
        }
        self.events = events
    }

    /// A text value as it was before it was escaped.
    static func text(_ value: String) -> String {
        var text = ""
        var isEscaped = false
        for character in value.unicodeScalars {
            if isEscaped {
                text.unicodeScalars.append(character == "n" ? "\n" : character)
                isEscaped = false
            } else if character == "\\" {
                isEscaped = true
            } else {
                text.unicodeScalars.append(character)
            }
        }
        return text
    }
}

/// Files of an account for the calendars: shows on lists, and a calendar of the days around 20 November 2026.
enum CalendarAccount {
    /// Shows by id, each with its status.
    static func shows(_ shows: [Int: String], _ rows: String...) throws -> AccountFiles {
        let items = shows.sorted { $0.key < $1.key }.map { id, status in
            #"{"status":"\#(status)","added_to_watchlist_at":"2026-11-19T09:08:07Z","show":{"title":"Show \#(id)","runtime":40,"ids":{"simkl":\#(id)}}}"#
        }
        return AccountFiles([
            "all-items.json": #"{"shows":[\#(items.joined(separator: ","))]}"#,
            "calendar/tv.json": rolling(rows),
        ])
    }

    /// A rolling file that tells everything of 10 November to 18 December.
    static func rolling(_ rows: [String]) -> String {
        let edges = ["2026-11-09T12:00:00Z", "2026-12-19T12:00:00Z"].map { #"{"simkl_id":999,"date":"\#($0)"}"# }
        return #"{"calendar":[\#((rows + edges).joined(separator: ","))],"metadata":{}}"#
    }

    static func row(_ id: Int, _ date: String, _ season: Int, _ episode: Int, _ more: String = "") -> String {
        #"{"simkl_id":\#(id),"date":"\#(date)","episode":{"season":\#(season),"episode":\#(episode)\#(more)}}"#
    }
}
