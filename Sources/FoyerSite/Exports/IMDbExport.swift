import Disk
/// Ratings of titles that IMDb knows, in the shape of its own export, which other programs import.
///
/// Source: the file that https://www.imdb.com/list/ratings exports.
enum IMDbExport {
    static func write(_ library: Library, to sink: inout ExportSink) throws {
        try sink.add(head: [
            "Const", "Your Rating", "Date Rated", "Title", "URL", "Title Type", "Runtime (mins)", "Year", "Genres",
        ])
        for title in library.titles {
            guard let rating = title.rating, let id = title.identifiers["imdb"] else { continue }
            try sink.add(
                row: [
                    id, String(rating.value), rating.day(library.days)?.iso, title.name, "https://www.imdb.com/title/\(id)/",
                    title.isFilm ? "Movie" : "TV Series", title.runtimeMinutes.map(String.init), title.year.map(String.init),
                    title.details.map { $0.genres.joined(separator: ", ") },
                ])
        }
    }
}
