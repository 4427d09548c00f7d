/// When a title was watched, and what has no day.
struct TitleHistory {
    let title: Title
    let days: DayRule

    /// `13 January 2024 – 5 May 2026`, or one day; nil where none is known.
    var span: String? {
        let known = title.plays.compactMap { $0.time.day(days) }
        guard let first = known.min(), let last = known.max() else { return nil }
        return first == last ? first.shortWords : "\(first.shortWords) – \(last.shortWords)"
    }

    /// When a film was watched that was watched once, and which of the year's it was; nil for all else.
    func onlyViewing(_ numbers: [Int?]) -> String? {
        guard title.isFilm, title.plays.count == 1, span != nil, let viewing = viewings(numbers).first else { return nil }
        return [viewing.when, viewing.filmOfYear].compactMap { $0 }.joined(separator: ", ")
    }

    /// `72 episodes watched, of which 10 were rewatches. For 12, no day is known.`; nil where nothing was watched.
    var sentence: String? {
        let all = title.plays.count + title.unrecordedEpisodes
        guard all > 0 else { return nil }
        let again = title.plays.count { $0.rewatch != nil }
        let undated = title.plays.count { $0.time.markedDay(days) == nil } + title.unrecordedEpisodes
        var sentences = [watched(all, again: again)]
        if undated > 0 {
            sentences.append(undated == all ? phrase("title.noDayKnown") : phrase("title.noDayKnownFor", count: undated))
        }
        if title.unrecordedEpisodes > 0 {
            sentences.append(
                all == 1
                    ? phrase("title.unrecordedAlone") : phrase("title.unrecorded", count: title.unrecordedEpisodes))
        }
        return sentences.joined(separator: " ")
    }

    private func watched(_ all: Int, again: Int) -> String {
        let rewatches = phrase("title.ofWhichRewatches", count: again)
        return switch again {
        case 0 where title.isFilm: phrase("title.filmWatched", count: all)
        case all where title.isFilm: phrase("title.filmOnlyRewatched", count: all)
        case _ where title.isFilm: phrase("title.filmRewatched", count: all, ["rewatches": rewatches])
        case 0: phrase("title.episodesWatched", count: all)
        case all: phrase("title.episodesOnlyRewatched", count: all)
        default: phrase("title.episodesRewatched", count: all, ["rewatches": rewatches])
        }
    }

    /// Every viewing of a film, the first one first, those without a day last.
    ///
    /// - Parameter numbers: which film of its year each of the plays was.
    func viewings(_ numbers: [Int?]) -> [ViewingContext] {
        guard title.isFilm else { return [] }
        return zip(title.plays, numbers).map { play, number in
            ViewingContext(
                when: play.when(days),
                filmOfYear: play.time.day(days).flatMap { day in
                    number.map { phrase("title.filmOfYear", ["number": $0.grouped, "year": String(day.year)]) }
                })
        }
    }
}

// MARK: - Months

extension TitleHistory {
    /// More months than this are too many bars.
    private static let mostMonths = 60

    /// Episodes by month, or by year where that are many; nil for what was watched in less than three months, and for a few.
    var months: SeriesChart? {
        let known = title.plays.lazy.filter { !$0.isFilm }.compactMap { $0.time.day(days) }
        let counts = Dictionary(known.map { ($0.month, 1) }, uniquingKeysWith: +)
        guard let first = counts.keys.min(), let last = counts.keys.max(), counts.count > 2,
            counts.values.reduce(0, +) >= DrawnSample.smallest
        else { return nil }
        let all = sequence(first: first) { $0 < last ? $0.adding(months: 1) : nil }
        let months = Array(all.prefix(Self.mostMonths + 1))
        if months.count <= Self.mostMonths {
            return chart(phrase("label.month"), months.map { ($0.shortWords, $0.words, counts[$0] ?? 0) })
        }
        let years = Dictionary(counts.map { ($0.key.year, $0.value) }, uniquingKeysWith: +)
        return chart(phrase("label.year"), (first.year...last.year).map { (String($0), String($0), years[$0] ?? 0) })
    }

    private func chart(_ name: String, _ rows: [(label: String, words: String, count: Int)]) -> SeriesChart {
        let finding =
            switch Standout(rows.map(\.count)) {
            case .leading(let leading) where leading.count == 1:
                phrase("chart.mostEpisodesIn", count: rows[leading[0]].count, ["period": rows[leading[0]].words])
            default: phrase("chart.episodesFromTo", ["first": rows.first?.words ?? "", "last": rows.last?.words ?? ""])
            }
        return SeriesChart(
            name: name, measures: [.episodes],
            rows: rows.map { SeriesChart.Row(label: $0.label, numbers: [.count($0.count)]) },
            size: rows.reduce(0) { $0 + $1.count },
            words: ChartWords(finding: finding, measure: phrase("chart.episodesWatched")))
    }
}

/// A viewing of a film.
struct ViewingContext: TemplateContext {
    let when: String
    let filmOfYear: String?

    static let summary = "A viewing of a film."
    static let fields = Fields<Self>(
        .text("when", "The day, with the time in the editions that tell it, or why there is none.") { $0.when },
        .text("filmOfYear", "Which of the year's films it was, as in `film no. 23 of 2025`; nothing where no day is known.") {
            $0.filmOfYear
        })
}
