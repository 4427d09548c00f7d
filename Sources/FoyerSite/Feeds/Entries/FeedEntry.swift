/// Something that a feed tells of a title, or of a time.
struct FeedEntry: Hashable, Sendable {
    let key: EntryKey
    let title: String
    /// What happened, in a sentence or two.
    let words: String
    /// What the owner wrote of it, where that is not private.
    var note: String?
    /// What it lists, one thing a line.
    var sections: [Section] = []
    var published: Moment
    /// When it was last changed; never before it was published.
    var updated: Moment
    let subject: Subject
    /// The absolute address of its own place on the site, where it has one.
    var permalink: String?
    /// What machines may want to know, beside the title's id and kind.
    var facts: [JSONNode.Member] = []

    /// The absolute address at which the site tells of it.
    var page: String { permalink ?? subject.page }

    /// Lines of an entry, below a heading.
    struct Section: Hashable, Sendable {
        let heading: String
        let lines: [Line]
    }

    struct Line: Hashable, Sendable {
        let text: String
        /// The absolute address of what it is about.
        let page: String
    }

    /// What an entry is about.
    struct Subject: Hashable, Sendable {
        /// Nil where it is no title.
        let id: TitleID?
        let name: String
        /// The absolute address of its page here.
        let page: String
        /// Its page on Simkl; of what is no title, Simkl's own.
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

        /// A page that is about more than one title.
        init(_ name: String, at path: SitePath, baseURL: BaseURL) {
            id = nil
            self.name = name
            page = baseURL.address(of: path)
            simkl = Feed.simkl
            poster = nil
        }
    }
}
