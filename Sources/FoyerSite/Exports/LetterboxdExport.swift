import Disk
/// Films that were watched, each watching in a row, for Letterboxd's importer.
///
/// Shape: a watching without a day imports as a film that was watched, and is in no diary.
/// Source: https://letterboxd.com/about/importing-data/
enum LetterboxdExport {
    static func write(_ library: Library, to sink: inout ExportSink) throws {
        try sink.add(head: ["imdbID", "tmdbID", "Title", "Year", "Rating10", "WatchedDate", "Rewatch", "Review"])
        for title in library.titles where title.isFilm {
            // Of an anime, TMDB's number may be a show's.
            let tmdb = title.id.kind == .movie ? title.identifiers["tmdb"] : nil
            for (position, play) in title.plays.enumerated() {
                try sink.add(
                    row: [
                        title.identifiers["imdb"], tmdb, title.name, title.year.map(String.init),
                        title.rating.map { String($0.value) }, play.time.exportedDay(library.days),
                        play.rewatch == nil ? "false" : "true", position == title.plays.count - 1 ? title.memo : nil,
                    ])
            }
        }
    }
}
