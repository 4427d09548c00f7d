import Testing

@testable import Simkl

@Suite("How titles are named")
struct TitleQueryTests {
    private static func text(_ query: TitleQuery?) -> String {
        switch query {
        case nil: "nothing"
        case .simkl(let id, let bucket): "simkl \(id) \(bucket?.rawValue ?? "-")"
        case .service(let name, let id, let type): "\(name) \(id) \(type ?? "-")"
        case .page(let page): "page \(page.address) \(page.slug)"
        case .number(let number): "number \(number)"
        case .name(let name, let year): "name \(name) \(year.map(String.init) ?? "-")"
        }
    }

    @Test(
        "each way to name a title is read",
        arguments: [
            ("53536", "number 53536"), ("simkl:53536", "simkl 53536 -"), ("0", "name 0 -"), ("-5", "name -5 -"),
            ("  ", "nothing"),
            ("https://simkl.com/movies/53536/terminator-3", "simkl 53536 movies"),
            ("http://simkl.com/movies/53536", "simkl 53536 movies"),
            ("simkl.com/movie/53536", "simkl 53536 movies"), ("www.simkl.com/tv/2090/the-walking-dead", "simkl 2090 shows"),
            ("https://www.simkl.com/anime/39687/?x=1#y", "simkl 39687 anime"),
            ("HTTPS://Simkl.com/tv/17465", "simkl 17465 shows"),
            ("https://simkl.com/lists/5", "name https://simkl.com/lists/5 -"),
            ("simkl.com/movies/53536-terminator-3", "simkl 53536 movies"), ("/movies/53536", "simkl 53536 movies"),
            ("/tv/2090/the-walking-dead/season-1/episode-4/", "simkl 2090 shows"), ("movies/53536-x", "simkl 53536 movies"),
            ("anime/39687", "simkl 39687 anime"), ("tv/0", "name tv/0 -"), ("movies/53536x", "name movies/53536x -"),
            ("movies/99999999999999999999", "name movies/99999999999999999999 -"), ("tv/24 hours", "name tv/24 hours -"),
            ("x/movies/53536", "name x/movies/53536 -"), ("/", "name / -"), ("//", "name // -"),
            ("007", "name 007 -"), ("+7", "name +7 -"), ("7", "number 7"),
            ("99999999999999999999", "name 99999999999999999999 -"),
            ("tt0113277", "imdb tt0113277 -"), ("TT0113277", "imdb tt0113277 -"), ("imdb:tt0181852", "imdb tt0181852 -"),
            ("https://www.imdb.com/title/tt0113277/?ref_=x", "imdb tt0113277 -"),
            ("m.imdb.com/title/tt0113277", "imdb tt0113277 -"),
            ("https://www.imdb.com/de/title/tt0113277/", "imdb tt0113277 -"), ("imdb:TT0113277", "imdb tt0113277 -"),
            ("IMDb.com/title/TT0113277/reference", "imdb tt0113277 -"),
            ("https://www.themoviedb.org/movie/949-heat", "tmdb 949 movie"), ("themoviedb.org/tv/1402", "tmdb 1402 show"),
            ("tmdb:movie:296", "tmdb 296 movie"), ("tmdb:tv:1402", "tmdb 1402 show"), ("TMDB:296", "tmdb 296 -"),
            ("https://thetvdb.com/dereferrer/series/153021", "tvdb 153021 -"),
            ("https://thetvdb.com/series/the-walking-dead", "page https://thetvdb.com/series/the-walking-dead the-walking-dead"),
            ("thetvdb.com/series/severance/seasons/official/1", "page https://thetvdb.com/series/severance severance"),
            ("thetvdb.com/series/9-1-1/episodes/1", "page https://thetvdb.com/series/9-1-1 9-1-1"),
            ("thetvdb.com/?tab=series&id=153021", "tvdb 153021 -"), ("thetvdb.com?id=153021&tab=series#x", "tvdb 153021 -"),
            ("http://www.thetvdb.com/index.php?tab=series&id=153021&lid=7", "tvdb 153021 -"),
            ("https://thetvdb.com/?tab=episode&seriesid=153021&id=5", "tvdb 153021 -"),
            ("thetvdb.com/?tab=series&id=x", "name thetvdb.com/?tab=series&id=x -"),
            ("thetvdb.com/?", "name thetvdb.com/? -"), ("thetvdb.com/?&=&", "name thetvdb.com/?&=& -"),
            ("https://myanimelist.net/anime/16498/Shingeki_no_Kyojin", "mal 16498 -"), ("mal:16498", "mal 16498 -"),
            ("myanimelist.net/anime.php?id=16498", "mal 16498 -"), ("https://myanimelist.net/anime.php?ID=16498", "mal 16498 -"),
            ("https://anilist.co/anime/16498", "anilist 16498 -"), ("anidb.net/a9541", "anidb 9541 -"),
            ("https://anidb.net/anime/9541", "anidb 9541 -"),
            ("anidb.net/perl-bin/animedb.pl?show=anime&aid=9541", "anidb 9541 -"),
            ("kitsu.app/anime/86-eighty-six", "page https://kitsu.app/anime/86-eighty-six 86-eighty-six"),
            ("www.anime-planet.com/anime/one-piece/videos", "page https://anime-planet.com/anime/one-piece one-piece"),
            ("https://www.livechart.me/anime/321", "livechart 321 -"),
            ("https://www.netflix.com/de/title/70210890", "netflix 70210890 -"),
            ("https://letterboxd.com/film/heat-1995/", "page https://letterboxd.com/film/heat-1995 heat-1995"),
            ("letterboxd.com/ana/film/heat-1995/1/", "page https://letterboxd.com/film/heat-1995 heat-1995"),
            ("letterboxd.com/ana/list/best/", "page https://letterboxd.com/ana/list/best best"),
            ("boxd.it/2bcA", "page https://boxd.it/2bcA 2bcA"), ("boxd.it", "name boxd.it -"),
            ("https://trakt.tv/shows/severance/seasons/1", "page https://trakt.tv/shows/severance severance"),
            ("trakt.tv/shows/severance/seasons/1/episodes/2", "page https://trakt.tv/shows/severance severance"),
            ("app.trakt.tv/movies/heat-1995", "page https://trakt.tv/movies/heat-1995 heat-1995"),
            ("https://example.org/a/b", "page https://example.org/a/b b"), ("https://example.org", "name https://example.org -"),
            ("Heat (1995)", "name Heat 1995"), ("Heat 1995", "name Heat 1995 -"), ("1917 (2019)", "name 1917 2019"),
            ("(1995)", "name (1995) -"), ("Heat (95)", "name Heat (95) -"), ("Wall.E", "name Wall.E -"),
            ("S.W.A.T.", "name S.W.A.T. -"),
            ("9-1-1", "name 9-1-1 -"), ("Re:Zero", "name Re:Zero -"), ("imdb: tt1", "name imdb: tt1 -"),
            ("AC/DC: Live", "name AC/DC: Live -"),
        ])
    func forms(text: String, query: String) { #expect(Self.text(TitleQuery(text)) == query) }

    @Test(
        "a year at the end may be part of a name, or tell the name from others",
        arguments: [
            ("Heat 1995", ["Heat 1995 -", "Heat 1995"]), ("Blade Runner 2049", ["Blade Runner 2049 -", "Blade Runner 2049"]),
            ("Apollo 13", ["Apollo 13 -"]), ("1917", ["1917 -"]), ("Heat  1995", ["Heat  1995 -", "Heat 1995"]),
        ])
    func years(name: String, readings: [String]) {
        #expect(TitleQuery.readings(of: name, year: nil).map { "\($0.name) \($0.year.map(String.init) ?? "-")" } == readings)
    }

    @Test(
        "names are the same without case, accents, width and the signs between their letters",
        arguments: [
            ("WALL·E", "wall-e"), ("Amélie", "AMELIE"), ("Love & Robots", "love and robots"), ("[REC]", "rec"), ("Ｈｅａｔ", "heat"),
            ("Gintama'", "gintama"), ("M*A*S*H", "mash"), ("銀魂", "銀魂"), ("!!!", "!!!"),
        ])
    func folding(one: String, other: String) { #expect(FoldedName(one) == FoldedName(other)) }

    @Test(
        "names that are near are told from those that are not",
        arguments: [
            ("Severence", "Severance", 2), ("Sever", "Severance", 1), ("Walking", "The Walking Dead", 2), ("Heat", "Heart", nil),
            ("Harbor Quiet", "The Quiet Harbor", 3), ("quiet harbour", "The Quiet Harbor", 3), ("harbour", "The Quiet Harbor", 3),
            ("Quiet Harbor, The", "The Quiet Harbor", 3), ("love robots", "Love & Robots", 3), ("!!!!!!", "Love & Robots", nil),
            ("quiet quiet", "The Quiet Harbor", nil), ("Quiet Place", "The Quiet Harbor", nil), ("Spider-Man", "Spider Man", 0),
            ("The Love Boat", "Boat of Live", nil),
            ("It", "Italian Job", nil), ("銀魂", "銀魂 The Final", nil), ("Attack on Titan", "Attack on Titam", 2),
        ] as [(String, String, Int?)])
    func nearness(one: String, other: String, distance: Int?) {
        #expect(FoldedName(one).distance(to: FoldedName(other)) == distance)
        #expect(FoldedName(other).distance(to: FoldedName(one)) == distance)
    }
}
