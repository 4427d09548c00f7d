/// The pictures to share: of the site, and beside the review of each year and month.
enum ShareFiles {
    /// That of the site, and of every page that has none of its own.
    static let site = ShareCard.Format.wide.file

    static func path(_ period: Period, _ format: ShareCard.Format) -> String {
        period == .allTime ? format.file : ReviewPages.path(period).folder + format.file
    }

    /// Below the site's root; none for a theme without the faces.
    static func all(of site: Site) -> [PlannedFile] {
        guard let faces = site.cardFaces else { return [] }
        let listed = site.reviewedPeriods
        let month = site.dataEnd.month
        return files(.allTime, ShareCard.Format.allCases, [.library, .value("until \(month.firstDay.iso)")], faces) {
            ShareCard(of: site)
        }
            + listed.years.flatMap { year in
                files(.year(year), ShareCard.Format.allCases, ReviewPages.inputs(of: .year(year), listed, site), faces) {
                    ShareCard(year: year, site: site, listed: listed)
                }
            }
            + listed.months.flatMap { month in
                files(.month(month), [.wide], ReviewPages.inputs(of: .month(month), listed, site), faces) {
                    ShareCard(month: month, site: site, listed: listed)
                }
            }
    }

    private static func files(
        _ period: Period, _ formats: [ShareCard.Format], _ inputs: [Input], _ faces: CardFaces,
        _ card: @escaping @Sendable () -> ShareCard
    ) -> [PlannedFile] {
        let shared = Once<ShareCard>()
        return formats.map { format in
            PlannedFile(path: path(period, format), inputs: inputs, bytes: { shared.value(card).png(format, faces) })
        }
    }
}

extension ShareCard {
    fileprivate init(of site: Site) {
        let statistics = site.library.statistics
        let ratings = statistics.ratings.values.reduce(0, +)
        let numbers = statistics.total.bigNumbers + (ratings > 0 ? [FactContext(phrase("label.ratings"), ratings.grouped)] : [])
        let last = site.dataEnd.month
        self.init(
            name: "", headline: site.name, tagline: phrase("card.tagline"),
            figures: numbers.map(Figure.init),
            bars: (-11...0).map(last.adding).map { month in
                Bar(label: month.initial, value: Double(statistics.months[month]?.minutes ?? 0))
            },
            barsName: phrase("card.timeByMonth"))
    }

    fileprivate init(year: Int, site: Site, listed: ListedPeriods) {
        let context = ReviewContext(of: .year(year), site, listed)
        self.init(
            name: site.name, headline: String(year), tagline: phrase("card.inReview"), asOf: context.asOf,
            figures: context.figures,
            bars: context.months.map { Bar(label: $0.month.initial, value: Double($0.totals.minutes)) },
            barsName: phrase("card.timeByMonth"))
    }

    fileprivate init(month: CalendarMonth, site: Site, listed: ListedPeriods) {
        let context = ReviewContext(of: .month(month), site, listed)
        self.init(
            name: site.name, headline: month.words, tagline: phrase("card.inReview"), asOf: context.asOf,
            figures: context.figures,
            bars: (1...month.length).map { day in
                let isLabelled = day == 1 || day.isMultiple(of: 5)
                let totals = context.activity.days[CalendarDay(month, day: day)]
                return Bar(label: isLabelled ? String(day) : "", value: Double(totals?.minutes ?? 0))
            },
            barsName: phrase("card.timeByDay"))
    }
}

extension ReviewContext {
    /// A review that is told in a picture, which has no links.
    init(of period: Period, _ site: Site, _ listed: ListedPeriods) {
        self.init(
            period: period, listed: listed, site: site, links: Links(from: ReviewPages.path(period), baseURL: site.baseURL))
    }

    var figures: [ShareCard.Figure] { headline.map(ShareCard.Figure.init) }
}

extension ShareCard.Figure {
    fileprivate init(_ fact: FactContext) { self.init(name: fact.name, value: fact.value) }
}

extension CalendarMonth {
    fileprivate var initial: String { phrase("card.monthInitials", at: month - 1) }
}
