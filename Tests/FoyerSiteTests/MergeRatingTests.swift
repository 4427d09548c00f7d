import Simkl
import Testing

@testable import FoyerSite

@Suite("Ratings and memos in several files")
struct MergeRatingTests {
    private static let (old, new) = ("2026-01-01T10:00:00Z", "2026-02-01T10:00:00Z")

    @Test(
        "the newest word about a rating counts, in whichever file it stands",
        arguments: [
            (row(7, old), row(9, new), 9, new), (row(7, new), row(9, old), 7, new), (row(7, old), row(nil, new), nil, nil),
            (row(7, new), row(nil, old), 7, new), (row(nil, new), row(9, old), nil, nil), (row(nil, old), row(9, new), 9, new),
            (row(7, old), row(nil, old), nil, nil), (row(7, old), row(9, old), 9, old), (row(9, old), row(7, old), 9, old),
            (row(7, nil), row(9, old), 9, old), (row(7, nil), row(nil, old), nil, nil), (row(7, nil), row(9, nil), 9, nil),
            (row(7, nil), "", 7, nil), (row(nil, nil), row(8, new), 8, new), ("", "", nil, nil),
        ] as [(String, String, Int?, String?)])
    func newest(item: String, rating: String, value: Int?, ratedAt: String?) throws {
        let expected = try value.map { Rating(value: $0, ratedAt: try ratedAt.map { .moment(try moment($0)) }) }
        func title(_ item: String, _ rating: String) throws -> Title {
            try AccountFiles("shows", Self.item(item)).adding("ratings.json", #"{"shows":[\#(Self.item(rating))]}"#).title()
        }
        #expect(try title(item, rating).rating == expected)
        #expect(try title(rating, item).rating == expected)
        #expect(try AccountFiles("shows", Self.item(item), Self.item(rating)).title().rating == expected)
    }

    @Test(
        "a rating is a whole number from 1 to 10",
        arguments: [
            ("1", 1, 0), ("10", 10, 0), (#""8""#, 8, 0), ("8.0", 8, 0), ("0", nil, 1), ("11", nil, 1), ("-1", nil, 1),
            ("8.5", nil, 1),
            ("100000000", nil, 1), ("1e40", nil, 1), ("true", nil, 1), ("[8]", nil, 1), (#""""#, nil, 0),
        ] as [(String, Int?, Int)])
    func values(text: String, value: Int?, diagnostics: Int) throws {
        let merged = try AccountFiles("movies", #"{"user_rating":\#(text),"movie":{"ids":{"simkl":1}}}"#).merged()
        #expect(merged.library.titles.map(\.rating?.value) == [value])
        #expect(merged.diagnostics.count == diagnostics)
    }

    @Test("a rating of a title on no list is a title without a status")
    func onlyRated() throws {
        let item = #"{"movie":{"ids":{"simkl":1}}\#(Self.row(7, Self.old))}"#
        let merged = try AccountFiles("shows").adding("ratings.json", #"{"movies":[\#(item)]}"#).merged()
        #expect(merged.library.titles.map(\.id) == [TitleID(kind: .movie, simkl: 1)])
        #expect(merged.library.titles.map(\.status) == [nil])
        #expect(merged.library.statistics.ratings == [7: 1])
    }

    @Test("a rating that still stands where the title was before its reclassification finds it")
    func reclassified() throws {
        let files = AccountFiles("anime", Self.item("")).adding(
            "ratings.json", #"{"shows":[\#(Self.item(Self.row(7, Self.old)))]}"#)
        #expect(try files.title().id == TitleID(kind: .anime, simkl: 1))
        #expect(try files.title().rating?.value == 7)
    }

    @Test(
        "a memo is published only when it is exactly not private",
        arguments: [
            (#","is_private":false"#, true), (#","is_private":true"#, false), (#","is_private":null"#, false), ("", false),
            (#","is_private":"false""#, false), (#","is_private":0"#, false), (#","is_private":"""#, false),
            (#","is_private":[]"#, false), (#","is_private":{}"#, false), (#","is_private":"no""#, false),
            (#","Is_Private":false"#, false),
        ],
        Edition.allCases)
    func memo(privacy: (member: String, isPublished: Bool), edition: Edition) throws {
        let memo = #","memo":{"text":"for my eyes"\#(privacy.member)}"#
        let merged = try AccountFiles("shows", Self.item(memo)).merged(for: Audience(edition))
        #expect(merged.library.titles.map(\.memo) == [privacy.isPublished ? "for my eyes" : nil])
        #expect(text(of: merged).contains("for my eyes") == privacy.isPublished)
    }

    @Test("rows that disagree about a memo's privacy keep it private")
    func disagreement() throws {
        func memo(_ memos: String...) throws -> String? {
            try AccountFiles(["shows.json": "[\(memos.map { Self.item(",\"memo\":\($0)") }.joined(separator: ","))]"]).title()
                .memo
        }
        let (open, closed) = (#"{"text":"note","is_private":false}"#, #"{"text":"note","is_private":true}"#)
        #expect(try memo(open, open) == "note")
        #expect(try memo(open, closed) == nil)
        #expect(try memo(closed, open) == nil)
        #expect(try memo(open, #"{"text":"note"}"#) == nil)
        #expect(try memo(open, "{}") == "note")
        #expect(try memo(open, "[]") == "note")
        #expect(try memo("{}") == nil)
        #expect(try memo(#"{"text":"","is_private":false}"#) == nil)
        #expect(try memo(#"{"text":"a\nb\u202E","is_private":false}"#) == "a b")
    }

    @Test("a memo in the ratings list or in a rewatch closes the one in the library too")
    func otherRows() throws {
        let open = Self.item(#","memo":{"text":"note","is_private":false}"#)
        let closed = #","memo":{"text":"note","is_private":true}"#
        #expect(try AccountFiles("shows", open).adding("ratings.json", #"{"shows":[\#(Self.item(closed))]}"#).title().memo == nil)
        #expect(try AccountFiles("shows", open, Self.item(closed + #","is_rewatch":true,"rewatch_id":1"#)).title().memo == nil)
    }

    private static func row(_ rating: Int?, _ date: String?) -> String {
        #","user_rating":\#(rating.map(String.init) ?? "null"),"user_rated_at":\#(date.map { "\"\($0)\"" } ?? "null")"#
    }

    private static func item(_ members: String) -> String {
        #"{"status":"watching","show":{"title":"S","ids":{"simkl":1}}\#(members)}"#
    }
}

/// Everything that a value holds, written out.
func text(of value: Any) -> String {
    var text = ""
    dump(value, to: &text)
    return text
}
