import Foundation
import TestSupport
import Testing

/// `foyer search`: what it finds is what the site's search finds, by the same cases.
struct SearchTests {
    private static let sample = "\(Program.root)/Sources/foyer/Sample"

    private func search(_ text: String, _ more: String..., data: String = sample) async throws -> Program.Result {
        let scratch = try Scratch()
        return try await Program.run(["search", text, "--data", data] + more, in: scratch.path)
    }

    private func names(_ result: Program.Result) throws -> [String] {
        try JSON(Data(result.output.utf8)).elements.compactMap { $0["title"]?.string }
    }

    @Test("finds what the site's search finds; 65 where that is nothing", arguments: SearchCase.all)
    func cases(one: SearchCase) async throws {
        let scratch = try Scratch()
        try scratch.write(String(decoding: HostileAccount.items.data, as: UTF8.self), to: "hostile/all-items.json")
        let data = one.account == .sample ? Self.sample : "\(scratch.path)/hostile"
        let result = try await search(one.text, "--json", data: data)
        #expect(result.code == (one.names.isEmpty ? 65 : 0), "\(result.errors)")
        let found = try names(result)
        #expect(one.isMet(by: found), "\(found.prefix(5))")
    }

    @Test(
        "words of names in any order, though signs stand between them",
        arguments: ["harbor quiet", "love robots", "robots & love"])
    func order(text: String) async throws {
        let owner = try await Owner.synced()
        let result = try await owner.run("search", text)
        #expect(result.code == 0 && owner.simkl.log.isEmpty, "\(result.errors)")
        let name = text.contains("love") ? "Love & Robots (2005), film: " : "The Quiet Harbor (2001), show: "
        #expect(result.output.hasPrefix(name), "\(result.output)")
    }

    @Test(
        "a line says by which other name, or by what of a note, it was found; notes may be private, since it is the owner who asks"
    )
    func lines() async throws {
        #expect(
            try await search("attack on").output
                == "Shingeki no Kyojin (2013), anime: completed, rated 8 · “Attack on Titan” · https://simkl.com/anime/39687\n")
        let note = "PRIVATE-MEMO drew the family tree on the back of the rent letter"
        let tree = try await search("family tree")
        #expect(
            tree.output == "Dark (2017), show: completed, rated 9 · note “\(note)” · https://simkl.com/tv/737685\n",
            "\(tree.output)\(tree.errors)")
        let json = try JSON(Data(try await search("family tree", "--json").output.utf8))
        #expect(
            json == [
                [
                    "title": "Dark", "year": 2017, "kind": "show", "simkl": 737685, "address": "https://simkl.com/tv/737685",
                    "status": "completed", "rating": 9, "note": .string(note), "isClose": false,
                ]
            ])
    }

    @Test("what is only close is said to be; where nothing is, the three nearest are named, and the end is 65")
    func nearest() async throws {
        let close = try await search("brekaing bad")
        #expect(
            close.code == 0
                && close.errors == "note: nothing is called “brekaing bad” in the library; close to it:\n", "\(close.errors)")
        #expect(close.output == "Breaking Bad (2008), show: completed, rated 10 · https://simkl.com/tv/11121\n")
        #expect(try JSON(Data(try await search("brekaing bad", "--json").output.utf8))[0]?["isClose"] == true)
        let none = try await search("brking bdd")
        #expect(none.code == 65 && none.output.isEmpty)
        #expect(
            none.errors == """
                foyer: nothing is called “brking bdd” in the library. Nearest to it:
                  Breaking Bad (2008): https://simkl.com/tv/11121
                  The Walking Dead (2010): https://simkl.com/tv/2090
                  The Big Bang Theory (2007): https://simkl.com/tv/10280

                """, "\(none.errors)")
        let nothing = try await search("ж")
        #expect(nothing.code == 65 && nothing.errors == "foyer: nothing is called “ж” in the library.\n", "\(nothing.errors)")
    }

    @Test("a kind narrows it, and a list, a year and a number are looked for too")
    func kinds() async throws {
        let dropped = try names(try await search("dropped", "--json"))
        #expect(dropped.count == 11 && dropped.contains("13 Reasons Why"), "\(dropped)")
        let films = try await search("dropped", "--kind", "movie", "--json")
        #expect(try JSON(Data(films.output.utf8)).elements.allSatisfy { $0["kind"] == "film" }, "\(films.output)")
        #expect(try names(try await search("2008", "--json")).contains("Breaking Bad"))
        #expect(try names(try await search("the walking dead", "--kind", "movie", "--json")).isEmpty)
        let id = try await search("tt0944947", "--json")
        #expect(try names(id) == ["Game of Thrones"], "\(id.output)")
    }
}
