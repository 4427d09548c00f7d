/// The pictures to share that stand beside the review of each year.
enum ShareFiles {
    static func path(_ year: Int, _ format: ShareDrawing.Format) -> String {
        ReviewPages.path(.year(year)).folder + format.file
    }

    /// Below the site's root, each with its text.
    static func all(of site: Site) -> [PlannedFile] {
        let listed = site.reviewedPeriods
        return listed.years.flatMap { year in
            let inputs = ReviewPages.inputs(of: .year(year), listed, site)
            let drawing = Once<ShareDrawing>()
            return ShareDrawing.Format.allCases.map { format in
                PlannedFile(path: path(year, format), inputs: inputs) {
                    drawing.value { ShareDrawing(year: year, site: site, listed: listed) }.svg(format)
                }
            }
        }
    }
}

extension ShareDrawing {
    fileprivate init(year: Int, site: Site, listed: ListedPeriods) {
        let context = ReviewContext(
            period: .year(year), listed: listed, site: site,
            links: Links(from: ReviewPages.path(.year(year)), baseURL: site.baseURL))
        let months = context.months.map { Double($0.totals.minutes) }
        self.init(
            year: year, name: site.name, asOf: context.isRunning ? site.dataEnd.words : nil,
            figures: context.headline.map { Figure(name: $0.name, value: $0.value) }, months: months)
    }
}
