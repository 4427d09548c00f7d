/// A month as weeks from Monday to Sunday.
struct MonthGrid: Hashable, Sendable {
    let month: CalendarMonth
    /// Seven days each; nil for a day of the month before or after.
    let weeks: [[CalendarDay?]]

    init(_ month: CalendarMonth) {
        self.month = month
        let first = month.firstDay
        let count = month.length
        let before = first.weekdayIndex
        let cells = (0..<((before + count + 6) / 7 * 7)).map { cell in
            (before..<before + count).contains(cell) ? first.adding(days: cell - before) : nil
        }
        weeks = stride(from: 0, to: cells.count, by: 7).map { Array(cells[$0..<$0 + 7]) }
    }
}
