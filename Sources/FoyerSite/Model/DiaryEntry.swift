/// What the diary tells of one title on one day by itself: its plays, those of a rewatch apart from the others, and what was only
/// marked as watched.
struct DiaryEntry: Sendable {
    let day: CalendarDay
    /// The title's position in ``Library/titles``.
    let position: Int
    let rewatch: Int?
    let isMarked: Bool
    let plays: [Play]
    /// Its id on the page of its day's month, as in `2026-11-20-1399`: it stays the same in every edition and language.
    let anchor: String
    /// Whether the day tells of the title no more behind it.
    let isLastOfTitle: Bool

    var totals: Statistics.Totals { plays.lazy.map { Statistics.Totals($0) }.sum }
}

extension Library {
    /// What the diary has of some days, by day: what was watched in the order in which it was begun, then what was marked.
    func diary(_ span: ClosedRange<CalendarDay>) -> [CalendarDay: [DiaryEntry]] {
        var lines: [CalendarDay: [DiaryLine: [Play]]] = [:]
        for play in plays.plays(on: span) {
            guard let day = play.day, let number = play.number else { continue }
            add(Int(number), of: Int(play.title), isMarked: false, to: &lines[day, default: [:]])
        }
        for play in plays.marked(on: span) {
            add(Int(play.number), of: Int(play.title), isMarked: true, to: &lines[play.day, default: [:]])
        }
        return Dictionary(uniqueKeysWithValues: lines.map { ($0, entries($1, on: $0)) })
    }

    private func add(_ number: Int, of position: Int, isMarked: Bool, to lines: inout [DiaryLine: [Play]]) {
        let play = titles[position].plays[number]
        lines[DiaryLine(isMarked: isMarked, position: position, rewatch: play.rewatch), default: []].append(play)
    }

    private func entries(_ lines: [DiaryLine: [Play]], on day: CalendarDay) -> [DiaryEntry] {
        let begun: [DiaryLine: Int64] = lines.mapValues { $0.compactMap(\.time.start).min()?.secondsSince1970 ?? 0 }
        func precedes(_ left: DiaryLine, _ right: DiaryLine) -> Bool {
            if left.isMarked != right.isMarked { return right.isMarked }
            let (own, other) = (begun[left] ?? 0, begun[right] ?? 0)
            if own != other { return own < other }
            return (left.position, left.rewatch ?? 0) < (right.position, right.rewatch ?? 0)
        }
        let sorted: [DiaryLine] = lines.keys.sorted(by: precedes)
        let last: [Int: DiaryLine] = Dictionary(sorted.map { ($0.position, $0) }) { $1 }
        var taken: [String: Int] = [:]
        return sorted.map { line in
            let kind = line.isMarked ? "-marked" : line.rewatch != nil ? "-again" : ""
            let anchor = "\(day.iso)-\(titles[line.position].id.simkl)\(kind)"
            taken[anchor, default: 0] += 1
            let number = taken[anchor] ?? 1
            return DiaryEntry(
                day: day, position: line.position, rewatch: line.rewatch, isMarked: line.isMarked, plays: lines[line] ?? [],
                anchor: number > 1 ? "\(anchor)-\(number)" : anchor, isLastOfTitle: last[line.position] == line)
        }
    }
}

/// What stands together in one entry.
private struct DiaryLine: Hashable {
    let isMarked: Bool
    let position: Int
    let rewatch: Int?
}
