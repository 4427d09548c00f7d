import ArgumentParser
import Foundation
import FoyerSite
import Simkl

/// What commands have in common that only read the mirror, and ask nobody.
struct LibraryOptions: ParsableArguments {
    @Option(help: "The folder with the account's files.")
    var data = ".foyer"
    @Option(help: "The configuration. Default: foyer.yaml here, if there is one.")
    var config: String?
    @Flag(help: "Report as JSON.")
    var json = false

    static let discussion = "Asks nobody: it tells what the folder of the mirror has. foyer sync brings that up to date."
    /// What a command's help says that reads nothing else.
    static let discussionAndEnvironment = "\(discussion)\n\n\(Surroundings.Help.reads())"

    /// The account for its owner's eyes.
    ///
    /// - Parameter isNeeded: whether there has to be one.
    func read(isNeeded: Bool = true) throws -> OwnLibrary {
        let configuration = try Configuration.here(config)
        let account: Account
        do {
            account = try AccountFolder(path: data).read(allEpisodeNames: configuration.tellsAllEpisodeNames)
        } catch AccountError.folderMissing where !isNeeded {
            account = Account()
        }
        return OwnLibrary(account, configuration, edition: .private)
    }
}

/// The library as an edition shows it, with the files that it was made from.
struct OwnLibrary {
    let account: Account
    let library: Library
    let now: Moment

    /// - Parameter edition: the configuration's own when nil.
    init(_ account: Account, _ configuration: Configuration, edition: Edition?, now: Moment = SiteOptions.moment(nil)) {
        self.now = now
        self.account = account
        library = Self.library(of: account, configuration, edition: edition, now: now)
    }

    /// The library alone: of the account, which is as large, nothing is kept.
    static func library(
        of account: consuming Account, _ configuration: Configuration, edition: Edition?, now: Moment = SiteOptions.moment(nil)
    ) -> Library {
        var configuration = configuration
        if let edition { configuration.edition = edition }
        var options = configuration.mergeOptions
        options.now = now
        // Moved, so that what is made of it can take its place in memory.
        let (whole, _) = LibraryMerger(options: options).library(from: [account])
        return (consume whole).library(for: configuration.audience)
    }

    var today: CalendarDay { library.days.calendarDay(of: now) }

    /// The title with this id, whichever kind the merge makes it.
    func title(_ found: FoundTitle) -> Title? {
        library.title(TitleID(kind: MediaKind(found.bucket), simkl: found.simkl))
            ?? MediaKind.allCases.lazy.compactMap { library.title(TitleID(kind: $0, simkl: found.simkl)) }.first
    }

    /// The account's own entries, by the titles that they are.
    var entries: [TitleID: Wire.Item] {
        let all = account.items.filter { !$0.isRewatch }.compactMap { item in title(FoundTitle(item)).map { ($0.id, item) } }
        return Dictionary(all) { first, _ in first }
    }
}

// What the terminal calls things, in English whatever the site's language is.

extension MediaKind {
    var word: String {
        switch self {
        case .tv: "show"
        case .anime: "anime"
        case .movie: "film"
        }
    }
}

extension Title {
    /// `Heat (1995)`
    var nameAndYear: String { named(self.name, self.year) }
}

extension DayRule {
    /// `2026-11-25 21:30`
    func words(_ moment: Moment) -> String {
        let local = Moment(secondsSince1970: moment.secondsSince1970 + Int64(offset(at: moment)))
        return String(local.rfc3339.prefix(16)).replacing("T", with: " ")
    }

    func words(_ time: AirTime) -> String {
        switch time {
        case .moment(let moment): words(moment)
        case .day(let day): day.iso
        }
    }

    func words(_ time: HistoryTime) -> String {
        switch time {
        case .moment(let moment): words(moment)
        case .day(let day): day.iso
        }
    }

    func words(_ time: PlayTime) -> String {
        switch time {
        case .real(let moment): words(moment)
        case .realDay(let day), .day(let day): day.iso
        case .marked(let day): "marked by \(day.iso)"
        case .stamped(let day): "stamped \(day.iso)"
        case .year(let year): String(year)
        case .undated: "no date"
        }
    }
}

extension Wire.Item {
    /// Where it stands in the library: `watching, rated 8`.
    var standing: String { (status ?? "rated") + (userRating.map { ", rated \($0)" } ?? "") }
}
