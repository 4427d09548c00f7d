/// Something that a feed tells of a title.
struct FeedEntry: Hashable, Sendable {
    let key: EntryKey
    let title: String
    /// What happened, in a sentence or two.
    let words: String
    /// What the owner wrote of it, where that is not private.
    var note: String?
    let published: Moment
    /// When it was last changed; never before it was published.
    let updated: Moment
    let subject: Subject
    /// The absolute address of its own place on the site, where it has one.
    var permalink: String?
    /// What machines may want to know, beside the title's id and kind.
    var facts: [JSONNode.Member] = []

    /// The absolute address at which the site tells of it.
    var page: String { permalink ?? subject.page }

    /// The title that an entry is about.
    struct Subject: Hashable, Sendable {
        let id: TitleID
        let name: String
        /// The absolute address of its page here.
        let page: String
        /// Its page on Simkl.
        let simkl: String
        /// The absolute address of its poster.
        let poster: String?

        init(_ title: Title, site: Site, baseURL: BaseURL) {
            id = title.id
            name = title.name
            page = baseURL.address(of: site.path(of: title))
            simkl = SimklAddress.item(title).text
            poster = title.poster.map(Picture.address)
        }
    }
}
