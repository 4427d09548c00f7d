import Foundation
import TestSupport
import Testing

/// Naming titles on the command line, and looking them up.
struct FindTests {
    @Test("a title that the library has is found there by any name in any language, and nobody is asked")
    func names() async throws {
        let owner = try await Owner.signedIn()
        owner.simkl.change { account in
            account.describe(1007, names: ["Nine One One", "警急119"], english: "9-1-1 Tokyo")
        }
        #expect(try await owner.run("sync").code == 0)
        owner.simkl.clearLog()
        for name in [
            "nine one-one", "警急119", "9-1-1 tokyo", "9-1-1", "911 2007", "https://trakt.tv/movies/title-1007x", "tt1001007",
        ] {
            let result = try await owner.run("rate", name, "6", "--dry-run")
            if name.contains("trakt") {
                #expect(
                    result.code == 65
                        && owner.requests == [
                            "GET /search/movie?extended=full&limit=50&page=1&q=https://trakt.tv/movies/title-1007x"
                        ])
                owner.simkl.clearLog()
            } else {
                #expect(result.output.hasPrefix("9-1-1 (2007), anime: rate 6"), "\(name): \(result.output)\(result.errors)")
                #expect(owner.requests == [])
            }
        }
    }

    @Test("a page of another site is one request, whichever kind its title is of")
    func page() async throws {
        let owner = try await Owner.synced { account in
            account.identify(1023, as: "letterboxd", "a-film-2024")
            account.identify(1003, as: "letterboxd", "wall-e")
        }
        let unknown = try await owner.run("rate", "https://letterboxd.com/film/a-film-2024/", "6", "--dry-run")
        #expect(unknown.code == 0, "\(unknown.errors)")
        #expect(owner.requests == ["GET /search/movie?extended=full&limit=50&page=1&q=https://letterboxd.com/film/a-film-2024"])
        owner.simkl.clearLog()
        let own = try await owner.run("rate", "letterboxd.com/film/wall-e", "6", "--dry-run")
        #expect(own.output.hasPrefix("WALL·E (2003)") && owner.requests.isEmpty, "\(own.output)\(own.errors)")
    }

    @Test("a number that is an id and a name in the library asks which is meant; a kind or a year tells")
    func number() async throws {
        let owner = try await Owner.synced { account in
            account.rename(1008, "1006")
        }
        let both = try await owner.run("rate", "1006", "6", "--yes")
        #expect(both.code == 65 && both.errors.contains("1006 may be any of these"), "\(both.errors)")
        let film = try await owner.run("rate", "1006", "6", "--kind", "movie", "--dry-run")
        #expect(film.output.hasPrefix("1006 (2008), film"), "\(film.output)\(film.errors)")
        let year = try await owner.run("rate", "1006 (2008)", "6", "--dry-run")
        #expect(year.output.hasPrefix("1006 (2008), film"), "\(year.output)\(year.errors)")
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("a number with a leading zero is a name")
    func bond() async throws {
        let owner = try await Owner.synced { $0.rename(1008, "007") }
        let result = try await owner.run("rate", "007", "6", "--dry-run")
        #expect(result.output.hasPrefix("007 (2008), film: rate 6"), "\(result.output)\(result.errors)")
        #expect(owner.requests == [])
    }

    @Test(
        "whichever of a site's forms an address has, Simkl is asked once, for the title's own page or id",
        arguments: [
            ("letterboxd.com/ana/film/a-film-2024/", "https://letterboxd.com/film/a-film-2024", 1023),
            ("https://boxd.it/2bcA", "https://boxd.it/2bcA", 1023), ("boxd.it/2bcA", "https://boxd.it/2bcA", 1023),
            ("trakt.tv/shows/a-show/seasons/1/episodes/2", "https://trakt.tv/shows/a-show", 1021),
            ("thetvdb.com/series/a-slug/seasons/official/1", "https://thetvdb.com/series/a-slug", 1021),
            ("thetvdb.com/?tab=series&id=777", "tvdb=777", 1021),
            ("https://www.thetvdb.com/index.php?tab=series&id=777&lid=7", "tvdb=777", 1021),
            ("https://myanimelist.net/anime.php?id=4242", "mal=4242", 1022),
            ("https://www.imdb.com/title/TT1001023/", "imdb=tt1001023", 1023), ("imdb:TT1001023", "imdb=tt1001023", 1023),
            ("simkl.com/movies/1023-slug", "simkl=1023", 1023), ("/movies/1023", "simkl=1023", 1023),
            ("movies/1023/slug", "simkl=1023", 1023),
        ])
    func addresses(text: String, asked: String, id: Int) async throws {
        let owner = try await Owner.synced { account in
            account.identify(1021, as: "trakttvslug", "a-show")
            account.identify(1021, as: "tvdbslug", "a-slug")
            account.identify(1021, as: "tvdb", "777")
            account.identify(1022, as: "mal", "4242")
            account.identify(1023, as: "letterboxd", "a-film-2024")
            // How Simkl knows a short address is its own affair.
            account.identify(1023, as: "short", "2bca")
        }
        let result = try await owner.run("rate", text, "6", "--dry-run")
        let names = [1021: "[REC] 1021 (2021), show", 1022: "9-1-1 1022 (2022), anime", 1023: "銀魂 1023 (2023), film"]
        #expect(result.output.hasPrefix("\(try #require(names[id])): rate 6"), "\(result.output)\(result.errors)")
        let search = asked.hasPrefix("https") ? "movie?extended=full&limit=50&page=1&q=" : "id?"
        #expect(owner.requests == ["GET /search/\(search)\(asked)"])
    }

    @Test("an id of TMDB is asked for with the kind that is said; without one, films and shows are")
    func kinds() async throws {
        let owner = try await Owner.synced()
        let (show, film) = ("GET /search/id?tmdb=51021&type=show", "GET /search/id?tmdb=51021&type=movie")
        for (arguments, requests) in [
            (["--kind", "tv"], [show]), ([], [show, film]), (["--kind", "movie"], [film]), (["--kind", "anime"], [show, film]),
        ] {
            owner.simkl.clearLog()
            let result = try await Program.run(
                ["rate", "tmdb:51021", "6", "--dry-run"] + arguments, environment: owner.environment, in: owner.folder)
            #expect(owner.requests == requests)
            let isFound = !["movie", "anime"].contains(arguments.last)
            #expect(result.code == (isFound ? 0 : 65), "\(result.output)\(result.errors)")
            #expect(result.output.hasPrefix("[REC] 1021 (2021), show: rate 6") == isFound, "\(result.output)")
        }
    }

    @Test("an address of another kind leads to the title of its id: titles move, in the library and at Simkl's")
    func moved() async throws {
        let owner = try await Owner.synced()
        let own = try await owner.run("rate", "simkl.com/tv/1007", "6", "--dry-run")
        #expect(own.output.hasPrefix("9-1-1 (2007), anime: rate 6"), "\(own.output)\(own.errors)")
        #expect(owner.requests == [])
        let unknown = try await owner.run("rate", "https://simkl.com/tv/1023/a-film", "6", "--dry-run")
        #expect(unknown.output.hasPrefix("銀魂 1023 (2023), film: rate 6"), "\(unknown.output)\(unknown.errors)")
        #expect(owner.requests == ["GET /search/id?simkl=1023"])
        let other = try await owner.run("rate", "simkl.com/tv/1007", "6", "--kind", "tv", "--dry-run")
        #expect(other.code == 65 && other.errors == "foyer: There is no title 1007.\n", "\(other.output)\(other.errors)")
    }

    @Test(
        "a title is found at Simkl's by a name that only its answer has",
        arguments: ["進撃の巨人", "Attack on Titan", "Shingeki no Kyojin", "shingeki no kyojin (2013)"])
    func namesOfAnswers(name: String) async throws {
        let owner = try await Owner.synced { account in
            let media: JSON = ["title": "AoT", "year": 2013, "ids": ["simkl": 9001, "slug": "aot"]]
            account.knowInCatalogue(["show": media, "anime_type": "tv"], in: .anime)
            account.describe(9001, names: ["進撃の巨人"], english: "Attack on Titan")
            account.changeDetails(of: 9001) { $0["romaji_title"] = "Shingeki no Kyojin" }
        }
        let result = try await owner.run("rate", name, "6", "--kind", "anime", "--dry-run")
        #expect(result.output.hasPrefix("AoT (2013), anime: rate 6"), "\(result.output)\(result.errors)")
        #expect(owner.requests.count == 1)
    }

    @Test("of a common name, pages of results are read until it is there, as many as the headers tell")
    func pages() async throws {
        let owner = try await Owner.synced { account in
            for number in 1...60 { account.catalogue(film: 8000 + number, "Common \(number)") }
            account.catalogue(film: 9000, "Common")
        }
        let result = try await owner.run("rate", "Common", "6", "--kind", "movie", "--dry-run")
        #expect(result.output.hasPrefix("Common (2020), film"), "\(result.output)\(result.errors)")
        #expect(
            owner.requests == [1, 2].map { "GET /search/movie?extended=full&limit=50&page=\($0)&q=Common" })
        owner.simkl.clearLog()
        let none = try await owner.run("rate", "Commo", "6", "--kind", "movie", "--yes")
        #expect(none.code == 65 && owner.requests.count == 2, "\(none.errors)")
        #expect(Set(none.complaints).count == none.complaints.count, "\(none.errors)")
    }

    @Test("a slip of the fingers is answered with the titles that may be meant, the library's first")
    func near() async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("watch", "Gintana", "--next", "--yes")
        #expect(result.code == 65)
        #expect(
            result.errors.contains("Do you mean one of these?\n  Gintama' (2011): https://simkl.com/tv/1011"), "\(result.errors)")
    }

    @Test(
        "swapped words, an article behind, a word less, and a slip in each word lead to the name",
        arguments: [
            ("Harbor Quiet", "The Quiet Harbor (2001), show: "), ("quiet harbour", "The Quiet Harbor (2001), show: "),
            ("Quiet Harbor, The", "The Quiet Harbor (2001), show: "), ("love robots", "Love & Robots (2005), film: "),
            ("Quiot Harbar", "The Quiet Harbor (2001), show: "),
        ])
    func alike(text: String, line: String) async throws {
        let owner = try await Owner.synced()
        let found = try await owner.run("search", text)
        #expect(found.output.hasPrefix(line), "\(found.output)\(found.errors)")
        let none = try await owner.run("show", text)
        let name = line.prefix { $0 != "," }
        #expect(none.code == 65 && none.errors.contains("Do you mean one of these?\n  \(name): "), "\(none.errors)")
        #expect(owner.simkl.log.isEmpty)
    }

    @Test("search finds in the library by itself, and in the catalogue when asked")
    func search() async throws {
        let owner = try await Owner.synced { $0.catalogue(film: 9000, "Amélie Returns") }
        let own = try await owner.run("search", "amelie")
        #expect(
            own.output == "Amélie (2013), film: dropped, rated 4 · https://simkl.com/movies/1013\n", "\(own.output)\(own.errors)")
        #expect(owner.simkl.log.isEmpty)
        let all = try await owner.run("search", "amelie", "--simkl", "--kind", "movie", "--json")
        let rows = try JSON(Data(all.output.utf8)).elements
        #expect(rows.map { $0["simkl"]?.int } == [1013], "\(all.output)")
        let accented = try await owner.run("search", "Amélie", "--simkl", "--kind", "movie")
        #expect(
            accented.output.contains("Amélie Returns (2020), film: not in your library"), "\(accented.output)\(accented.errors)")
        let elsewhere = try await owner.run("search", "Amélie", "--simkl", "--kind", "movie", "--data", "none")
        #expect(elsewhere.code == 0 && elsewhere.output.contains("Amélie Returns (2020), film"), "\(elsewhere.errors)")
        let none = try await owner.run("search", "nothing", "like", "it")
        #expect(none.code == 65 && none.errors.contains("nothing is called “nothing like it” in the library"), "\(none.errors)")
    }
}

extension LoopbackAccount {
    /// Names in other languages, as the catalogue has them.
    fileprivate mutating func describe(_ id: Int, names: [String], english: String) {
        changeDetails(of: id) { details in
            details["alt_titles"] = .array(names.map { ["name": .string($0), "lang": 1, "type": "official"] })
            details["en_title"] = .string(english)
        }
    }

    fileprivate mutating func identify(_ id: Int, as service: String, _ value: String) {
        changeMedia(of: id) { $0["ids"]?[service] = .string(value) }
    }

    mutating func rename(_ id: Int, _ name: String) { changeMedia(of: id) { $0["title"] = .string(name) } }

    fileprivate mutating func catalogue(film id: Int, _ name: String) {
        knowInCatalogue(
            ["movie": ["title": .string(name), "year": 2020, "ids": ["simkl": .int(id), "slug": .string("film-\(id)")]]],
            in: .movies)
    }
}
