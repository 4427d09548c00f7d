import Foundation
import FoyerSite
import Simkl

/// The account as the mirror has it, for whoever plans a change.
struct AccountState {
    let account: Account
    let client: SimklClient
    /// Seconds since 1970.
    let now: Int64
    /// In which times without one are meant, and told.
    let zone: TimeZone
    /// The mirror's files that it was read from, or older ones.
    let files: [String: MirrorIndex.Entry]

    /// - Parameters:
    ///   - folder: of the mirror; where there is none, or none that can be read, titles are looked up at Simkl's.
    ///   - now: seconds since 1970; nil for the clock's.
    init(folder: String, client: SimklClient, now: Int64? = nil) throws {
        self.client = client
        self.now = now ?? Int64(Date().timeIntervalSince1970)
        files = (try? MirrorIndex(reading: folder).files) ?? [:]
        do {
            account = try AccountFolder(path: folder).read()
        } catch AccountError.mirror(let error) {
            throw error
        } catch {
            account = Account()
        }
        let configured = try Configuration.here().timeZone
        zone = [configured, account.settings?.timeZone].compactMap { $0.flatMap(TimeZone.init(identifier:)) }.first ?? .current
    }

    /// The library's own entry of a title, as it is now: of another kind where Simkl has moved it to that.
    func updated(_ title: FoundTitle) -> FoundTitle {
        let own = account.items.filter { $0.media.ids.simkl == title.simkl && !$0.isRewatch }
        if let moved = own.first, !own.contains(where: { $0.bucket == title.bucket }),
            let slug = moved.media.ids.slug, slug == title.media.ids.slug
        {
            return FoundTitle(moved)
        }
        var title = title
        title.item = own.first { $0.bucket == title.bucket }
        return title
    }

    /// The title's episodes: as the mirror has them, else as the catalogue does.
    func episodes(of title: FoundTitle) async throws -> [Wire.CatalogEpisode] {
        let kept = account.episodes.first { $0.bucket == title.bucket && $0.id == title.simkl }?.episodes ?? []
        return kept.isEmpty ? try await client.episodes(of: title.simkl, in: title.bucket).value : kept
    }

    /// Whether a film is still to come out, by what is known.
    func isToCome(_ title: FoundTitle) -> Bool {
        let details = account.details.first { $0.media.ids.simkl == title.simkl }
        return title.isFilm
            && [details?.released, details?.firstAired].compactMap { $0?.secondsSince1970 }.min().map { $0 > now } == true
    }

    /// As people write it: `2026-11-25 21:30`, or the day alone where there is no more.
    func words(_ date: WireDate?) -> String? {
        guard let date, !date.isUnknown else { return nil }
        guard case .instant(let seconds, _) = date, !date.isMidnight else { return String(date.text.prefix(10)) }
        return words(seconds)
    }

    func words(_ seconds: Int64) -> String {
        let style = Date.VerbatimFormatStyle(
            format:
                "\(year: .padded(4))-\(month: .twoDigits)-\(day: .twoDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits)",
            timeZone: zone, calendar: Calendar(identifier: .gregorian))
        return Date(timeIntervalSince1970: Double(seconds)).formatted(style)
    }
}

extension Configuration {
    /// The owner's file: as asked, else `foyer.yaml` in the working folder; nil where there is none.
    static func file(_ asked: String?) -> String? {
        asked ?? (FileManager.default.fileExists(atPath: "foyer.yaml") ? "foyer.yaml" : nil)
    }

    /// What the owner's file says; empty where there is none.
    static func here(_ asked: String? = nil) throws(ConfigurationError) -> Configuration {
        try file(asked).map { path throws(ConfigurationError) in try ConfigurationFile.read(path: path) } ?? Configuration()
    }
}
