import Foundation

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
        .text("status", "The list it is on.") { $0.title.status?.label },
        .text("rating", "My rating, 1 to 10.") { $0.title.rating.map { String($0.value) } },
        .text("crowd", "Simkl's rating, as in `8.4`.") { $0.title.crowd.simkl.map { $0.average.oneDecimal } },
        .text("progress", "Watched and aired episodes, as in `12 of 24`.") {
            $0.title.progress.map { "\($0.watched) of \($0.aired)" }
        },
        .text("percent", "The share of the aired episodes that is watched, 0 to 100.") {
            $0.title.progress?.percent.map(String.init)
        },
        .text("next", "The episode to watch next, as in `S04E03`.") { $0.title.next?.episode.label },
        .text("lastWatched", "The day of the last play with a believable date.") { card in
            card.title.plays.last { $0.time.day(card.site.library.days) != nil }?.time.day(card.site.library.days)?.shortWords
        },
        .text("remark", "What this list has to say about it.") { $0.remark },
        .text("share", "How far it is, 0 to 100, where this list tells it.") { $0.share.map(String.init) })
}

/// Addresses of Simkl's pictures, through the image proxy that Simkl asks for.
enum Picture {
    /// Stands for a missing poster.
    static let noPoster = "assets/no-poster.svg"

    static func poster(_ path: ImagePath?, _ links: Links) -> Address {
        path.flatMap { Address(address(of: $0)) } ?? links.to(file: noPoster)
    }

    /// The absolute address of a poster.
    static func address(of poster: ImagePath) -> String { "https://wsrv.nl/?url=https://simkl.in/posters/\(poster.path)_m.webp" }

    static func avatar(_ path: ImagePath?) -> Address? {
        path.flatMap { Address("https://wsrv.nl/?url=https://simkl.in/avatars/\($0.path).jpg") }
    }
}

/// Addresses on Simkl's site.
enum SimklAddress {
    static func item(_ title: Title) -> Address {
        let slug = title.slug?.percentDecoded ?? ""
        return Address(
            host: "simkl.com",
            path: [title.id.kind.path, String(title.id.simkl)] + (slug.isEmpty || slug.contains("/") ? [] : [slug]))
    }
}

extension Double {
    /// `8.4`.
    var oneDecimal: String {
        let tenths = Int((self * 10).rounded())
        return "\(tenths / 10).\(abs(tenths) % 10)"
    }
}

/// Minutes in words: `1,234 h`, or `45 min` below two hours.
func duration(minutes: Int) -> String { minutes < 120 ? "\(minutes)\u{A0}min" : "\(((minutes + 30) / 60).grouped)\u{A0}h" }

/// `1 title`, `12 titles`.
func counted(_ count: Int, _ one: String, _ many: String) -> String { "\(count.grouped) \(count == 1 ? one : many)" }
