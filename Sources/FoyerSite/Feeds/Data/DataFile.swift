/// A file for dashboards and scripts: flat, with names that stay, and a schema beside it.
struct DataFile<Subject: SiteSubject>: Sendable {
    /// As in `upcoming`: the name of its files.
    let slug: String
    private let title: String
    private let description: String
    private let inputs: [Input]
    private let fields: [DataField<Subject>]

    /// - Parameters:
    ///   - title: its name in its schema, which is in English whatever the site's language is.
    ///   - description: what it holds, likewise.
    ///   - inputs: all that these fields tell.
    ///   - fields: what it has beside the names that every file begins with.
    init(slug: String, title: String, description: String, inputs: [Input], fields: [DataField<Subject>]) {
        self.slug = slug
        self.title = title
        self.description = description
        self.inputs = inputs
        self.fields = DataField.common + fields
    }

    /// The file, and its schema.
    ///
    /// - Parameters:
    ///   - name: how the site calls it.
    ///   - summary: what it holds, in the site's language.
    ///   - subject: made only when the file is.
    func feeds(
        of site: Site, name: String, summary: String, _ subject: @escaping @Sendable (Site) -> Subject
    ) -> [Feed] {
        let inputs = inputs + [.value("changed \(site.newestDay?.iso ?? "")")]
        return [
            Feed(
                path: "feeds/\(slug).json", format: .data, name: name, summary: summary, schema: schemaPath, inputs: inputs
            ) {
                text(of: subject(site))
            },
            Feed(path: schemaPath, format: .data, name: "\(title), schema", summary: description, isListed: false, inputs: []) {
                schema
            },
        ]
    }

    var schemaPath: String { "feeds/\(slug).schema.json" }

    func text(of subject: Subject) -> String { fields.object(subject).document }

    /// Source: https://json-schema.org/draft/2020-12
    var schema: String {
        let head = [
            JSONNode.Member(name: "$schema", value: .text("https://json-schema.org/draft/2020-12/schema")),
            JSONNode.Member(name: "title", value: .text(title)),
            JSONNode.Member(name: "description", value: .text(description)),
        ]
        return JSONNode.object(head + fields.schema()).document
    }
}

/// The files for machines. They name no page of the site by a relative address, so that they need no base URL.
enum DataFiles {
    static func all(of site: Site) -> [Feed] {
        UpcomingData.file.feeds(
            of: site, name: phrase("navigation.upcoming"),
            summary: phrase("data.upcoming", ["number": String(UpcomingData.most)]), UpcomingData.init)
            + WatchingData.file.feeds(
                of: site, name: Status.watching.label,
                summary: phrase("data.watching", ["number": String(WatchingData.most)]), WatchingData.init)
            + StatisticsData.file.feeds(
                of: site, name: phrase("navigation.statistics"), summary: phrase("data.statistics"), StatisticsData.init)
            + SmallData.file.feeds(
                of: site, name: phrase("data.smallName"), summary: phrase("data.small", ["number": String(SmallData.most)]),
                SmallData.init)
            + ScreenData.file.feeds(
                of: site, name: phrase("data.screenName"), summary: phrase("data.screen", ["number": String(ScreenData.most)]),
                ScreenData.init)
            + [MediaCardData.feed(of: site)]
    }
}

/// What a file for machines is about.
protocol SiteSubject: Sendable {
    var site: Site { get }
}

/// Something of a title in such a file.
protocol TitleSubject: SiteSubject {
    var title: Title { get }
}

extension DataField where Subject: SiteSubject {
    /// The names that every file begins with.
    fileprivate static var common: [DataField] {
        [
            .text("source", "Where everything in it comes from, to be shown with it.") { _ in "Simkl, \(Feed.simkl)" },
            .text("time_zone", "The time zone in which days are counted, as an IANA name.") { $0.site.library.days.zone },
            .optional("data_day", "The day of the data: the last on which I watched, rated or listed something.", .date) {
                subject in
                subject.site.newestDay?.iso
            },
        ]
    }
}

extension DataField where Subject: TitleSubject {
    /// The names that every title in a file has.
    static var title: [DataField] {
        [
            .whole("simkl_id", "Its id on Simkl.") { $0.title.id.simkl },
            .choice("kind", "What it is.", MediaKind.allCases.map(\.path)) { $0.title.id.kind.path },
            .text("title", "Its name.") { $0.title.name },
            .optionalWhole("year", "The year it came out.") { $0.title.year },
            .choice("list", "The list that it is on.", Status.allCases.map(\.path)) { $0.title.status?.path },
            .optional("simkl_url", "Its page on Simkl.", .address) { SimklAddress.item($0.title).text },
            .optional("url", "Its page here; null where the site does not know its own address.", .address) { subject in
                subject.site.baseURL.map { $0.address(of: subject.site.path(of: subject.title)) }
            },
            .optional("poster", "Its poster.", .address) { $0.title.poster.map(Picture.address) },
        ]
    }
}
