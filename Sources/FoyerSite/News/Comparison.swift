extension News {
    /// What two builds know of one title.
    struct Comparison {
        let before: TitleFacts
        let now: TitleFacts
        let days: DayRule
        let today: CalendarDay
        let moment: Moment

        /// What is new, in the order of the episodes; then what is of the whole title.
        var changes: [NewsChange] {
            now.dates.flatMap(changes) + stageChange
        }

        /// What to remember: what is known now, and from before what nobody contradicts.
        func remembered(until oldest: CalendarDay) -> TitleFacts {
            var facts = now
            facts.stage = now.stage ?? before.stage
            facts.season = [now.season, before.season].compactMap { $0 }.max()
            let slots = Set(now.dates.map(\.slot))
            let missing = before.dates.filter { !slots.contains($0.slot) && $0.time.day(days) >= oldest }
            facts.dates = (now.dates + missing).sorted { $0.slot < $1.slot }
            return facts
        }

        private func changes(of date: TitleFacts.Date) -> [NewsChange] {
            var changes: [NewsChange] = []
            let known = before.dates.first { $0.slot == date.slot }
            if let known, isMoved(known.time, to: date.time) {
                changes.append(NewsChange(.moved, of: now.id, at: moment, date, from: known.time))
            }
            // What is over is no announcement.
            guard date.time.day(days) >= today else { return changes }
            if now.id.kind == .tv, let episode = date.slot.episode, let season = episode.season, episode.number == 1,
                season > before.season ?? 0
            {
                changes.append(NewsChange(.season, of: now.id, at: moment, date))
            }
            if let finale = date.finale, known?.finale != finale {
                changes.append(NewsChange(.finale, of: now.id, at: moment, date))
            }
            return changes
        }

        /// Whether the day is another, and one of the two is still to come.
        private func isMoved(_ old: AirTime, to new: AirTime) -> Bool {
            let (oldDay, newDay) = (old.day(days), new.day(days))
            guard oldDay != newDay, max(oldDay, newDay) >= today else { return false }
            switch (old, new) {
            case (.moment, .moment), (.day, .day): return true
            // A day that somebody wrote in another zone, and an instant: only a difference that no zone explains is a move.
            case (.moment, .day), (.day, .moment): return abs(oldDay.daysSince1970 - newDay.daysSince1970) > 1
            }
        }

        private var stageChange: [NewsChange] {
            switch (before.stage, now.stage) {
            case (.announced, .ended), (.running, .ended): [NewsChange(.ended, of: now.id, at: moment)]
            case (.ended, .announced), (.ended, .running): [NewsChange(.returned, of: now.id, at: moment)]
            default: []
            }
        }
    }
}
