extension Site {
    /// The library that reviews are made from: titles that have left it are still told of in the years that were sealed with them.
    var reviewLibrary: Library { sealedYears.library ?? library }

    /// What the review of a period is made from.
    func reviewPlays(in period: Period) -> ReviewPlays {
        sealedYears.plays(in: period) ?? library.reviewPlays(in: period, today: today)
    }

    /// The review of a period, without what the configuration leaves out.
    func review(of period: Period, upTo last: CalendarDay? = nil) -> Review {
        Review(period, reviewPlays(in: period), of: reviewLibrary, leavingOut: unreviewed, upTo: last)
    }

    /// The years and months that have a review: those with a play or a rating.
    var reviewedPeriods: ListedPeriods {
        let rated = library.plays.ratedDays.compactMap { $0?.month }
        let open = Set(library.plays.months).union(rated).filter { !sealedYears.contains($0) }
        let months = open.union(sealedYears.months).sorted()
        return ListedPeriods(months: months, years: Set(months.map(\.year)).sorted())
    }
}
