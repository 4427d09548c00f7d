extension [MediaKind: CalendarDay] {
    /// `20 November 2026`, or `20 November 2026 for TV shows and 3 December 2026 for anime`.
    var words: String {
        let days = MediaKind.allCases.compactMap { kind in self[kind].map { (kind: kind, day: $0) } }
        if let day = days.first?.day, days.allSatisfy({ $0.day == day }) { return day.words }
        return days.map { kind, day in
            switch kind {
            case .tv: phrase("reach.tv", ["day": day.words])
            case .anime: phrase("reach.anime", ["day": day.words])
            case .movie: phrase("reach.movies", ["day": day.words])
            }
        }.inWords
    }
}
