/// What other services show of a page that somebody shares there.
///
/// Source: https://ogp.me/
struct SocialCard: Hashable, Sendable {
    /// The kind of thing that the page is about, in the protocol's words.
    var type = "website"
    var picture = Picture.file(ShareFiles.site)
    /// The picture in words; empty for that of the site.
    var pictureText = ""

    enum Picture: Hashable, Sendable {
        /// A title's, as the image proxy makes a card of it.
        case poster(ImagePath)
        /// One of the site's own files.
        case file(String)
    }

    init() {}

    init(_ title: Title) {
        type = title.isFilm ? "video.movie" : "video.tv_show"
        guard let poster = title.poster else { return }
        picture = .poster(poster)
        pictureText = phrase("card.poster", ["title": title.name])
    }

    init(_ period: Period) {
        type = "article"
        picture = .file(ShareFiles.path(period, .wide))
        pictureText = phrase("card.reviewInNumbers", ["period": period.name])
    }
}

/// The picture of a page's card, as the layout tells it.
struct SocialPicture {
    /// Absolute: services do not follow relative ones.
    let address: String
    let mediaType: String
    let size: (width: Int, height: Int)
    let text: String

    /// - Returns: the site's icon where its theme has not the faces that pictures are set in.
    init(_ card: SocialCard, of site: Site, baseURL: BaseURL) {
        switch card.picture {
        case .poster(let poster):
            address = Picture.card(of: poster)
            mediaType = "image/jpeg"
            size = ShareCard.Format.wide.size
            text = card.pictureText
        case .file(let path):
            let isDrawn = site.cardFaces != nil
            address = baseURL.text + (isDrawn ? path : "assets/icon-512.png")
            mediaType = "image/png"
            size = isDrawn ? ShareCard.Format.wide.size : (512, 512)
            text = isDrawn && !card.pictureText.isEmpty ? card.pictureText : site.name
        }
    }

    /// Whether it is wide enough to stand above the link instead of beside it.
    var isLarge: Bool { size.width > size.height }
}
