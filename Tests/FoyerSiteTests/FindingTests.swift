import Testing

@testable import FoyerSite

@Suite("What charts say that their numbers show", .inEnglish)
struct FindingTests {
    @Test(
        "what leads has less than a tenth on who else does; no more than three lead, and no more than half",
        arguments: [
            ([], .none), ([0, 0], .none), ([0, 7, 0], .only(1)), ([100, 89, 80, 0], .leading([0])),
            ([100, 91, 90, 0], .leading([0, 1])),
            ([91, 20, 100], .none), ([100, 100, 99, 95, 1, 1, 1, 1, 1], .none), ([5, 100, 5, 98, 5, 96], .leading([1, 3, 5])),
            ([10, 10], .none), ([2, 1], .leading([0])),
        ] as [([Int], Standout)])
    func standouts(amounts: [Int], expected: Standout) {
        #expect(Standout(amounts) == expected)
    }

    @Test("parts that are still to come are no others to lead before")
    func toCome() {
        #expect(Standout([100, 95, 0, 0], of: 2) == .none && Standout([100, 95, 0, 0]) == .leading([0, 1]))
        let rows = [TotalsRow("Jan", hours(100)), TotalsRow("Feb", hours(95)), TotalsRow("Mar", nil, isToCome: true)]
        #expect(TimePart.month.finding(rows) == "No month stands out")
    }

    @Test(
        "weekdays with twice their even share carry the week, others lead it, and equals are named together",
        arguments: [
            ([10, 10, 10, 10, 10, 30, 10], "Saturdays carry the week"),
            ([10, 10, 10, 10, 10, 14, 10], "Saturdays lead the week"),
            ([2, 2, 2, 2, 2, 30, 29], "Saturdays and Sundays carry the week"),
            ([10, 10, 10, 10, 10, 15, 14], "Saturdays and Sundays lead the week"),
            ([10, 10, 10, 10, 10, 10, 10], "No weekday stands out"), ([0, 0, 0, 0, 0, 30, 0], "All of it on Saturdays"),
        ])
    func weekdays(hours amounts: [Int], finding: String) {
        let rows = amounts.enumerated().map { day, hours in
            TotalsRow(
                phrase("days.weekdays", at: day), subject: phrase("days.weekdaysMany", at: day),
                hours == 0 ? nil : self.hours(hours))
        }
        #expect(TimePart.weekday.finding(rows) == finding)
        #expect(rows.chart(by: .weekday, in: "2026").words.measure == "Hours by weekday, 2026")
    }

    @Test("the fullest month has its time beside it, or its plays where nobody knows how long they took")
    func fullest() {
        let rows = [TotalsRow("Jan 2026", subject: "January", hours(8)), TotalsRow("Feb 2026", subject: "February", hours(3))]
        #expect(TimePart.month.finding(rows) == "January is the fullest month: 8\u{A0}h")
        #expect(TimePart.month.finding(rows + rows) == "January and January are the fullest months")
        let unknown = [6, 1].map { TotalsRow("May", Statistics.Totals(plays: $0, unmeasured: $0)) }
        #expect(TimePart.month.finding(unknown) == "May is the fullest month: 6 plays")
        #expect(unknown.chart(by: .month, in: "").words.measure == "Plays by month")
        // All the time is not all of it.
        let rest = TotalsRow("Oct", Statistics.Totals(plays: 36, unmeasured: 36))
        #expect(
            TimePart.month.finding([TotalsRow("Mar", Statistics.Totals(plays: 1, minutes: 22)), rest]) == "No month stands out")
        // Too few plays to rank.
        #expect(
            TimePart.month.finding([TotalsRow("May", Statistics.Totals(plays: 4, minutes: 90)), TotalsRow("Jun", nil)])
                == "No month stands out")
    }

    @Test("most is more than half, and what counts in several rows is never most")
    func classes() {
        func rows(_ amounts: [Int]) -> [TotalsRow] {
            zip(["TV shows", "Anime", "Films"], amounts).map { TotalsRow($0, hours($1)) }
        }
        func time(_ amounts: [Int], isPartition: Bool = true) -> String {
            ClassFinding.time(rows(amounts), none: "No kind stands out", isPartition: isPartition)
        }
        #expect(time([60, 20, 20]) == "Most of the time: TV shows")
        #expect(time([50, 30, 20]) == "The most time: TV shows")
        #expect(time([60, 20, 20], isPartition: false) == "The most time: TV shows")
        #expect(time([34, 33, 33]) == "No kind stands out" && time([9]) == "All of the time: TV shows")
        #expect(time([9], isPartition: false) == "Only TV shows is known")
        func lengths(_ plays: [Int]) -> String {
            ClassFinding.lengths(
                zip(["under 15 min", "15–29 min", "30–44 min", "45–59 min"], plays).map {
                    TotalsRow($0, Statistics.Totals(plays: $1))
                })
        }
        #expect(lengths([60, 10, 10, 10]) == "Most plays last under 15 min")
        #expect(lengths([10, 10, 15, 10]) == "30–44 min is the most common length")
        #expect(lengths([20, 19, 5, 1]) == "Under 15 min and 15–29 min are the most common lengths")
        #expect(lengths([20, 19, 18, 20]) == "No length stands out")
    }

    private func hours(_ hours: Int) -> Statistics.Totals { Statistics.Totals(plays: 10, minutes: hours * 60) }
}
