import Disk
import Simkl

/// Titles of Simkl's own lists, made fit to be shown: as those of the library, without anything of the owner's.
enum ListedMerger {
    /// Each once, by kind and then by id: the order of the accounts decides nothing.
    static func titles(_ listed: [Wire.Listed]) -> [Title] {
        let found = listed.map { (TitleID(kind: MediaKind($0.bucket), simkl: $0.media.ids.simkl), $0) }
        let known = Dictionary(found) { one, other in one.weight < other.weight ? other : one }
        return known.values.compactMap(title).sorted { $0.id < $1.id }
    }

    /// What begins, each with its premieres alone.
    static func titles(_ premieres: [Wire.Premiere], _ days: DayRule) -> [Title] {
        let titles = titles(premieres.map(\.title))
        // What lacks a date is shown nowhere, so that nobody has to hear of it.
        var unheard: Set<Diagnostic> = []
        let airings = AiringMerger(titles: titles.map(\.id), days: days).airings(premieres.map(\.airing), &unheard)
        let named = premieres.compactMap { premiere in
            premiere.airing.metadata?.network.flatMap(DisplayText.visible).map { (premiere.airing.id, $0) }
        }
        let networks = Dictionary(named) { min($0, $1) }
        return titles.compactMap { title in
            airings[title.id].map { own in
                title.with {
                    $0.airings = own.map(\.unnamed)
                    $0.details?.network = networks[title.id.simkl]
                }
            }
        }
    }

    private static func title(_ listed: Wire.Listed) -> Title? {
        guard let name = listed.media.title.flatMap(DisplayText.visible) else { return nil }
        var title = TitleRecord(id: TitleID(kind: MediaKind(listed.bucket), simkl: listed.media.ids.simkl), name: name)
        title.year = listed.media.year
        title.runtimeMinutes = listed.media.runtime
        title.slug = listed.media.ids.slug.flatMap(DisplayText.visible)
        title.poster = listed.media.poster.flatMap { ImagePath(wire: $0, folder: "posters") }
        title.crowd = listed.ratings.map { CrowdRatings($0) } ?? CrowdRatings()
        title.details = TitleDetails()
        title.details?.genres = listed.genres.compactMap(DisplayText.visible)
        return Title(title)
    }
}

extension Airing {
    /// Without what it is called, which is nothing to somebody who has not begun.
    fileprivate var unnamed: Airing {
        var airing = self
        airing.name = nil
        return airing
    }
}

extension Wire.Listed {
    /// Which of two rows for one title counts: the one that more have voted for, then whichever says more.
    fileprivate var weight: (Int, String) {
        var own = self
        // Nobody asks for these here.
        own.media.ids.others = [:]
        return (ratings?.simkl?.votes ?? -1, String(reflecting: own))
    }
}
