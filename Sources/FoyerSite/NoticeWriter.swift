/// Says what is new, in the site's language and as its edition shows it.
public struct NoticeWriter: Sendable {
    /// What the site is called.
    public let siteName: String
    /// Where it is; nil where nobody has said.
    public let siteAddress: String?
    private let words: Words
    private let notices: Notices

    /// - Parameters:
    ///   - library: as the configuration's edition shows it.
    ///   - memory: takes note of the library.
    ///   - templates: whose words are said.
    ///   - ownTemplates: those that came with the program, unless the owner's are these.
    public init(
        _ library: Library, _ configuration: Configuration, _ memory: inout NoticeMemory, templates: String,
        ownTemplates: String?,
        now: Moment
    ) throws(SiteError) {
        do {
            words = try WordsLoader(own: ownTemplates, templates: templates).words(of: configuration.language ?? "en").words
        } catch {
            throw .template("\(templates)/\(error)")
        }
        let news: News
        do { news = try memory.see(library, now: now) } catch { throw .state(error) }
        notices = Notices(
            library: library, news: news, now: now, baseURL: configuration.baseURL, kinds: configuration.notify.kinds,
            unreviewed: configuration.unreviewedTitles)
        siteName = Words.$current.withValue(words) { configuration.nameOfSite(of: library.owner) }
        siteAddress = configuration.baseURL?.text
    }

    /// What a place has not been told.
    public func notices(missingIn told: ToldRecord) -> [Notice] {
        Words.$current.withValue(words) { notices.missing(in: told) }
    }

    /// Notices in as few messages as a place takes.
    ///
    /// - Parameter limit: of one, in UTF-8 bytes where it is plain, else in UTF-16 units.
    public func messages(of notices: [Notice], as form: NoticeForm, within limit: Int) -> [NoticeMessage] {
        Words.$current.withValue(words) { NoticeMessage.all(of: notices, as: form, within: limit) }
    }
}

extension Configuration {
    /// As the owner has called it, else made of their name.
    func nameOfSite(of owner: Owner) -> String {
        title ?? owner.name.map { phrase("site.nameOfOwner", ["owner": $0]) } ?? "Foyer"
    }
}
