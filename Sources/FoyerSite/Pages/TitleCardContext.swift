/// A title as lists and grids show it.
struct TitleCardContext: TemplateContext {
    let title: Title
    let site: Site
    let links: Links
    /// What the list has to say about it, such as when it was watched.
    var remark = ""
    /// 0 to 100.
    var share: Int?

    static let summary = "A title in a list."
    static let fields = Fields<Self>(
        .text("name", "The title's name.") { $0.title.name },
        .link("link", "Its own page; on Simkl, where it has left the library.") { $0.site.address(of: $0.title, $0.links) },
        .link("poster", "Its poster, or a picture that stands for none.") { Picture.poster($0.title.poster, $0.links) },
        .text("year", "The year it came out.") { $0.title.year.map(String.init) },
        .text("kind", "`TV show`, `Anime` or `Film`.") { $0.title.id.kind.label },
        .text("kindPath", "The same for scripts: `tv`, `anime` or `movies`.") { $0.title.id.kind.path },
        .text("status", "The list it is on.") { $0.title.status?.label },
        .text("statusPath", "The same for scripts, as in `watching`.") { $0.title.status?.path },
        .text("rating", "My rating, 1 to 10.") { $0.title.rating.map { String($0.value) } },
        .text("crowd", "Simkl's rating, as in `8.4`.") { $0.title.crowd.simkl.map { $0.average.oneDecimal } }
            .reading(.library),
        .text("progress", "Watched and aired episodes, as in `12 of 24`.") {
            $0.title.progress.map { $0.fraction }
        }.reading(.library),
        .text("watched", "How many episodes are watched, in digits; only of what is being watched or on hold.") {
            $0.title.openProgress.map { String($0.watched) }
        }.reading(.library),
        .text("aired", "How many have aired, likewise.") { $0.title.openProgress.map { String($0.aired) } }
            .reading(.library),
        .text("percent", "The share of the aired episodes that is watched, 0 to 100.") {
            $0.title.progress?.percent.map(String.init)
        }.reading(.library),
        .text(
            "left",
            "How long what has aired and is not watched takes, as in `about 3 h left`; not of what is finished or dropped."
        ) { $0.title.openTimeLeft?.shortWords }.reading(.library),
        .text("next", "The episode to watch next, as in `S04E03`.") { $0.title.next?.episode.label }.reading(.library),
        .text("lastWatched", "The day of the last play with a believable date.") { card in
            card.title.lastWatchedDay(card.site.library.days)?.shortWords
        }.reading(.library),
        .text("remark", "What this list has to say about it.") { $0.remark },
        .text("share", "How far it is, 0 to 100, where this list tells it.") { $0.share.map(String.init) })
}

extension Title {
    /// What tells the titles of a list apart: the year, the rating, how far one is, and how long the rest takes.
    ///
    /// - Parameter tellsList: whether these are titles of several lists.
    func listRemark(tellsList: Bool) -> String {
        var parts: [String] = []
        if let year = self.year { parts.append(String(year)) }
        if let rating = self.rating { parts.append(stars(rating.value).onOneLine) }
        if tellsList, let status = self.status { parts.append(status.label) }
        if let openProgress { parts.append(openProgress.fraction.onOneLine) }
        if let left = openTimeLeft?.shortWords { parts.append(left) }
        return parts.joined(separator: " · ")
    }
}

extension [Title] {
    /// Whether what ``Title/listRemark(tellsList:)`` says of any of them is about so.
    var tellEstimates: Bool { contains { $0.openTimeLeft?.isEstimated == true } }
}
