/// A file that calendars, readers or dashboards subscribe to, planned: its text is made only when it is written.
struct Feed: Sendable {
    /// Below the site's root, as in `feeds/watching.ics`.
    let path: String
    let format: Format
    /// Unique among the feeds of its format, as in `Watching`.
    let name: String
    /// What it holds, in one sentence.
    let summary: String
    /// Whether the page of feeds lists it: archives and schemas are found through what they belong to.
    var isListed = true
    /// Where its JSON Schema is, for a file that has one.
    var schema: String?
    /// All that it holds, beside what the site's settings say.
    let inputs: [Input]
    let text: @Sendable () -> String

    enum Format: String, CaseIterable, Sendable {
        case calendar, atom, jsonFeed, data

        /// Source: RFC 5545, 8.1; RFC 4287, 7; https://www.jsonfeed.org/version/1.1/
        var mediaType: String {
            switch self {
            case .calendar: "text/calendar"
            case .atom: "application/atom+xml"
            case .jsonFeed: "application/feed+json"
            case .data: "application/json"
            }
        }
    }

    /// Where its data comes from, as Simkl asks everybody to say.
    static var poweredBy: String { phrase("feed.poweredBy", ["address": simkl]) }

    static let simkl = "https://simkl.com/"
}
