/// What other services show of a page that somebody shares there.
///
/// Source: https://ogp.me/
struct SocialCard: Hashable, Sendable {
    /// The kind of thing that the page is about, in the protocol's words.
    var type = "website"
    /// Nil where the site's own icon stands for the page.
    var poster: ImagePath?
    /// The picture in words; empty for the icon, which shows nothing of the page.
    var pictureText = ""

    init() {}

    init(_ title: Title) {
        type = title.isFilm ? "video.movie" : "video.tv_show"
        guard let poster = title.poster else { return }
        self.poster = poster
        pictureText = "Poster of \(title.name)"
    }

    /// The picture's absolute address: services do not follow relative ones.
    func picture(baseURL: BaseURL) -> String {
        poster.map { Picture.address(of: $0) } ?? baseURL.text + "assets/icon-512.png"
    }
}
