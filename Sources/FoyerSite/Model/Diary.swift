/// Every play with a believable day, by month.
///
/// Shape: a month without plays is absent; plays without a believable day are in no month.
struct Diary: Sendable {
    let months: [CalendarMonth: [Entry]]

    /// A play, by its place in the library.
    struct Entry: Sendable {
        let day: CalendarDay
        let title: Int
        let play: Int
    }

    init(_ library: Library) {
        var months: [CalendarMonth: [Entry]] = [:]
        for (index, title) in library.titles.enumerated() {
            for (number, play) in title.plays.enumerated() {
                guard let day = play.time.day(library.days) else { continue }
                months[day.month, default: []].append(Entry(day: day, title: index, play: number))
            }
        }
        self.months = months
    }
}

extension Library {
    /// How many plays no page of the diary has, since nobody knows their day.
    var playsWithoutDay: Int { statistics.ledger.plays - statistics.ledger.real - statistics.ledger.days }
}
