import Foundation
import TestSupport
import Testing

/// What two calendar programs of Debian's make of the sample's calendars, each told to live in some zone.
///
/// Why the times are known here: they are worked out from the sample's own files and Foundation's time zones, not from what Foyer wrote.
struct CalendarProgramTests {
    static let zones = ["Europe/Helsinki", "America/New_York", "Asia/Kathmandu"]

    @Test("khal imports every calendar without a word, and shows the right day and time", arguments: zones)
    func khal(zone: String) async throws {
        let site = try await Self.site.value
        let home = try Home(zone: zone)
        for form in ["timed", "days"] {
            let files = try Self.calendars(form, of: site)
            #expect(files.count > 15)
            let result = try await home.run("khal", ["-c", "\(home.path)/khal.conf", "import", "--batch", "-a", form] + files)
            #expect(result.code == 0 && result.errors == "" && result.output == "", "\(result.output)\(result.errors)")
        }
        let sample = try Sample(now: Self.now)
        #expect(sample.timed(in: zone).count > 20)
        #expect(try await home.khal(lists: "timed") == sample.timed(in: zone))
        #expect(try await home.khal(lists: "days") == sample.days(in: Self.owner))
    }

    @Test("calcurse imports every calendar and skips nothing, and shows the right day and time", arguments: zones)
    func calcurse(zone: String) async throws {
        let site = try await Self.site.value
        let sample = try Sample(now: Self.now)
        let home = try Home(zone: zone)
        for form in ["timed", "days"] {
            for file in try Self.calendars(form, of: site) {
                let events = try String(contentsOfFile: file, encoding: .utf8).components(separatedBy: "BEGIN:VEVENT").count - 1
                let name = URL(filePath: file).lastPathComponent
                let result = try await home.calcurse("\(form)-\(name)", ["-i", file])
                #expect(result.code == 0 && result.errors == "", "\(name): \(result.errors)")
                let report = result.output.matches(of: /(\d+) apps? \/ (\d+) events? \/ 0 todos \/ 0 skipped/)
                let imported = report.compactMap { match in Int(match.1).flatMap { apps in Int(match.2).map { apps + $0 } } }
                #expect(imported == [events], "\(name): \(result.output)")
            }
        }
        #expect(try await home.calcurse(lists: "timed-all.ics") == sample.timed(in: zone))
        #expect(try await home.calcurse(lists: "days-all-days.ics") == sample.days(in: Self.owner))
    }

    /// The clock goes back in Helsinki a day later, and in New York a week after that.
    private static let now = "2026-10-24T12:00:00Z"
    /// The sample's owner lives there.
    private static let owner = "Europe/Stockholm"

    /// Built once for all tests.
    static let site = Task {
        let site = try Scratch()
        let result = try await Program.run([
            "build", "--sample", "--output", "\(site.path)/site", "--now", now, "--base-url", "https://foyer.example/me/watch/",
        ])
        try #require(result.code == 0, "\(result.errors)")
        return site
    }

    private static func calendars(_ form: String, of site: Scratch) throws -> [String] {
        let folder = "\(site.path)/site/feeds"
        return try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
            .filter { $0.hasSuffix(".ics") && $0.hasSuffix("-days.ics") == (form == "days") }.map { "\(folder)/\($0)" }
    }
}

/// A home of its own for a calendar program, in a zone.
private struct Home {
    private let scratch: Scratch
    private let zone: String
    var path: String { scratch.path }

    init(zone: String) throws {
        self.zone = zone
        scratch = try Scratch()
        let calendars = ["timed", "days"].map { "[[\($0)]]\npath = \(scratch.path)/\($0)\n" }.joined()
        for folder in ["timed", "days", "calcurse"] {
            try FileManager.default.createDirectory(atPath: "\(scratch.path)/\(folder)", withIntermediateDirectories: true)
        }
        try scratch.write(
            """
            [calendars]
            \(calendars)
            [locale]
            local_timezone = \(zone)
            default_timezone = \(zone)
            timeformat = %H:%M
            dateformat = %Y-%m-%d
            longdateformat = %Y-%m-%d
            datetimeformat = %Y-%m-%d %H:%M
            longdatetimeformat = %Y-%m-%d %H:%M
            [sqlite]
            path = \(scratch.path)/khal.db
            """, to: "khal.conf")
    }

    func run(_ program: String, _ arguments: [String]) async throws -> Program.Result {
        let environment = [
            "HOME": path, "XDG_CONFIG_HOME": "\(path)/config", "XDG_DATA_HOME": "\(path)/share",
            "XDG_CACHE_HOME": "\(path)/cache",
            "TZ": zone, "LC_ALL": "C.UTF-8", "TERM": "dumb",
        ]
        return try await Program.run(arguments, executable: "/usr/bin/\(program)", environment: environment, in: path)
    }

    /// Every event that khal shows of a calendar.
    func khal(lists calendar: String) async throws -> Set<Shown> {
        let result = try await run(
            "khal",
            [
                "-c", "\(path)/khal.conf", "list", "-a", calendar, "--once", "-df", "", "-f", "{start-date}|{start-time}|{title}",
                "2026-10-01", "300d",
            ])
        #expect(result.code == 0 && result.errors == "", "\(result.errors)")
        return Set(
            result.output.split(separator: "\n").compactMap { line in
                let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
                return parts.count == 3 ? Shown(day: parts[0], time: parts[1], title: parts[2]) : nil
            })
    }

    func calcurse(_ folder: String, _ arguments: [String]) async throws -> Program.Result {
        try await run("calcurse", ["-D", "\(path)/calcurse/\(folder)", "-C", "\(path)/calcurse/\(folder)"] + arguments)
    }

    /// Every event that calcurse shows of an imported file.
    func calcurse(lists folder: String) async throws -> Set<Shown> {
        let result = try await calcurse(
            folder,
            [
                "-Q", "--from", "10/01/2026", "--days", "300", "--format-apt", "%(start:%Y-%m-%d|%H:%M)|%m\\n", "--format-event",
                "||%m\\n",
            ])
        #expect(result.code == 0 && result.errors == "", "\(result.errors)")
        var shown: Set<Shown> = []
        var day = ""
        for line in result.output.split(separator: "\n") {
            // `10/25/26:` stands over what is on that day.
            if let header = line.wholeMatch(of: /(\d\d)\/(\d\d)\/(\d\d):/) { day = "20\(header.3)-\(header.1)-\(header.2)" }
            let parts = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            if parts.count == 3 { shown.insert(Shown(day: parts[0].isEmpty ? day : parts[0], time: parts[1], title: parts[2])) }
        }
        return shown
    }
}

/// An event as a program shows it.
private struct Shown: Hashable {
    let day: String
    /// Empty for a whole day.
    let time: String
    /// Of the show, and the episode's number, without what is said of it besides.
    let title: String

    init(day: String, time: String, title: String) {
        self.day = day
        self.time = time
        let known = title.prefixMatch(of: /.* - (S\d+)?E\d+/).map { String($0.0) } ?? title
        self.title = known.replacing(" (release)", with: "")
    }
}

/// The sample account's schedule, read from its own files.
private struct Sample {
    /// Episodes, by the instant at which they air.
    private var episodes: [(date: Date, title: String)] = []
    /// Films come out on a day in New York, and midnight there is a day whose time nobody knows; no film of the sample has another in the
    /// owner's country.
    private var wholeDays: [Shown] = []

    init(now: String) throws {
        let instants = ISO8601DateFormatter()
        func day(_ text: String?) throws -> Double {
            floor(try #require(text.flatMap(instants.date)).timeIntervalSince1970 / 86_400)
        }
        let shift = try day(now) - day(Self.object("activities.json")["all"] as? String)
        let names = try Self.followed()
        for file in ["tv", "anime", "movie_release"] {
            for row in try Self.object("calendar/\(file).json")["calendar"] as? [[String: Any]] ?? [] {
                guard let id = row["simkl_id"] as? Int, let name = names[id] else { continue }
                let date = try #require((row["date"] as? String).flatMap(instants.date)).addingTimeInterval(shift * 86_400)
                let isMidnight = file == "tv" && (row["date"] as? String)?.hasSuffix("T05:00:00Z") == true
                if file == "movie_release" || isMidnight {
                    let day = Self.text(date, "yyyy-MM-dd", in: "America/New_York")
                    if file == "movie_release", let last = Self.lastRelease(of: id), day > last { continue }
                    wholeDays.append(Shown(day: day, time: "", title: isMidnight ? name + Self.number(row) : name))
                } else {
                    episodes.append((date, name + Self.number(row)))
                }
            }
        }
    }

    /// What has a time, as it is to be shown in a zone, and what has none.
    func timed(in zone: String) -> Set<Shown> {
        Set(
            wholeDays
                + episodes.map {
                    Shown(
                        day: Self.text($0.date, "yyyy-MM-dd", in: zone), time: Self.text($0.date, "HH:mm", in: zone),
                        title: $0.title)
                })
    }

    /// Everything as whole days in the owner's zone.
    func days(in zone: String) -> Set<Shown> {
        Set(wholeDays + episodes.map { Shown(day: Self.text($0.date, "yyyy-MM-dd", in: zone), time: "", title: $0.title) })
    }

    /// Names of the titles on lists, but for those that were dropped.
    private static func followed() throws -> [Int: String] {
        var names: [Int: String] = [:]
        let library = try object("all-items.json")
        for (bucket, wrapper) in [("shows", "show"), ("anime", "show"), ("movies", "movie")] {
            for item in library[bucket] as? [[String: Any]] ?? [] {
                let media = item[wrapper] as? [String: Any]
                guard let name = media?["title"] as? String, let id = (media?["ids"] as? [String: Any])?["simkl"] as? Int,
                    let status = item["status"] as? String, status != "dropped"
                else { continue }
                names[id] = name
            }
        }
        return names
    }

    /// The day by which a film is out in the owner's country, in the cinema and at home: what a calendar has later is elsewhere.
    private static func lastRelease(of id: Int) -> String? {
        let countries = (try? object("titles/movies/\(id).json"))?["release_dates"] as? [[String: Any]] ?? []
        let own = countries.first { $0["iso_3166_1"] as? String == "US" }?["results"] as? [[String: Any]] ?? []
        func first(_ types: [Int]) -> String? {
            types.lazy.compactMap { type in
                own.filter { $0["type"] as? Int == type }.compactMap { $0["release_date"] as? String }.min()
            }.first
        }
        return [first([3, 2]), first([4, 5])].compactMap { $0?.prefix(10) }.map(String.init).max()
    }

    private static func number(_ row: [String: Any]) -> String {
        let episode = row["episode"] as? [String: Any]
        guard let number = episode?["episode"] as? Int else { return "" }
        let season = (episode?["season"] as? Int).map { String(format: "S%02d", $0) } ?? ""
        return " - " + season + String(format: "E%02d", number)
    }

    private static func text(_ date: Date, _ format: String, in zone: String) -> String {
        let formatter = DateFormatter()
        formatter.locale = Locale(identifier: "en_US_POSIX")
        formatter.timeZone = TimeZone(identifier: zone)
        formatter.dateFormat = format
        return formatter.string(from: date)
    }

    private static func object(_ file: String) throws -> [String: Any] {
        let data = try Data(contentsOf: URL(filePath: "\(Program.root)/Sources/foyer/Sample/\(file)"))
        return try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    }
}
