/// What comes next, in the form that Home Assistant's *Upcoming Media Card* reads.
///
/// Shape: `{"data": [what each line shows, a title, …]}`: the names in the first are the card's own, `$` begins what it fills in from a title.
/// Source: https://github.com/custom-cards/upcoming-media-card
enum MediaCardData {
    /// The most titles, and the most bytes: a recorder keeps 16,384 of a sensor.
    static let (most, mostBytes) = (20, 16_000)

    static func feed(of site: Site) -> Feed {
        Feed(
            path: "feeds/upcoming-media-card.json", format: .data, name: phrase("data.mediaCardName"),
            summary: phrase("data.mediaCard", ["number": String(most)]), inputs: [.library, .today, .now]
        ) {
            text(of: site)
        }
    }

    static func text(of site: Site) -> String {
        var rows = ComingDrop.next(most, of: site).map(row)
        while true {
            let text = JSONNode.object(("data", .list([lines] + rows))).document
            if text.utf8.count <= mostBytes || rows.isEmpty { return text }
            rows.removeLast()
        }
    }

    private static let lines = JSONNode.object(
        ("title_default", .text("$title")), ("line1_default", .text("$number")), ("line2_default", .text("$release")),
        ("line3_default", .text("$episode")), ("line4_default", .text("$runtime - $studio")),
        ("icon", .text("mdi:star")))

    private static func row(_ coming: ComingDrop) -> JSONNode {
        let site = coming.site
        let start = coming.moment ?? site.library.days.firstMoment(of: coming.day)
        let name = coming.drop.rest.isEmpty ? coming.drop.first.name : nil
        let minutes = coming.drop.first.runtimeMinutes ?? coming.title.runtimeMinutes
        let page = site.baseURL.map { $0.address(of: site.path(of: coming.title)) } ?? SimklAddress.item(coming.title).text
        return .object(
            ("airdate", .text(start.rfc3339)), ("release", .text(coming.moment == nil ? "$day, $date" : "$day, $date $time")),
            ("flag", .flag(coming.marks != nil)), ("title", plain(coming.title.name)), ("number", plain(coming.label ?? "")),
            ("episode", plain([name, coming.marks].compactMap { $0 }.joined(separator: ", "))),
            ("runtime", minutes.map { .text(String($0)) }), ("studio", (coming.title.details?.network).map(plain)),
            ("poster", coming.title.poster.map { .text(Picture.address(of: $0)) }), ("deep_link", .text(page)))
    }

    /// The card writes texts into its page as they are, fills in what follows a `$`, and leaves out a line with an empty part around a `-`.
    private static func plain(_ text: String) -> JSONNode {
        .text(
            text.replacing("<", with: "‹").replacing(">", with: "›").replacing("&", with: "＆").replacing("$", with: "＄")
                .replacing("-", with: "‑"))
    }
}
