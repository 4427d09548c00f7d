extension Site {
    /// The library that reviews are made from: titles that have left it are still told of in the years that were sealed with them.
    var reviewLibrary: Library { sealedYears.library ?? library }

    /// What the review of a period is made from.
    func reviewPlays(in period: Period) -> ReviewPlays {
        sealedYears.plays(in: period) ?? library.reviewPlays(in: period, today: watchingDay)
    }

    /// The review of a period, without what the configuration leaves out.
    ///
    /// Why only those of years are kept: five outputs show them, while that of a month is shown by its own page and compared with by
    /// the next, and a long history has hundreds of them.
    func review(of period: Period) -> Review {
        guard case .year(let year) = period else { return review(of: period, upTo: nil) }
        return yearReviews.value(for: year) { review(of: period, upTo: nil) }
    }

    /// The review of as much of a period as ends on a day, to compare with one that still runs.
    func review(of period: Period, upTo last: CalendarDay?) -> Review {
        Review(
            period, reviewPlays(in: period), of: reviewLibrary, leavingOut: unreviewed, upTo: last, within: knownDays(of: period))
    }

    /// The years and months that have a review: those in which something was watched, finished or rated.
    var reviewedPeriods: ListedPeriods { sharedPeriods.value { listedPeriods } }

    private var listedPeriods: ListedPeriods {
        let rated = library.plays.ratedDays.compactMap { $0?.month }
        let open = Set(library.plays.months).union(rated).union(library.monthsOfMarkedEnds).filter { !sealedYears.contains($0) }
        return ListedPeriods(months: open.union(sealedYears.months).sorted())
    }
}
