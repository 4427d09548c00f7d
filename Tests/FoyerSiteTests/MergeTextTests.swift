import Disk
import Foundation
import Simkl
import TestSupport
import Testing

@testable import FoyerSite

@Suite("Texts of the library", .inEnglish)
struct MergeTextTests {
    /// What no page, feed or calendar may hold: controls, overrides, noncharacters.
    private static let unfit = String(
        String.UnicodeScalarView(
            [0, 1, 0x1B, 0x85, 0x2028, 0x202E, 0x2066, 0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF].compactMap(Unicode.Scalar.init))
    )

    /// Every text and every key of every file of the account with all documented fields, changed.
    private static func files(_ change: @escaping (String) -> String) throws -> AccountFiles {
        let root = URL(filePath: "\(Program.root)/Tests/SimklTests/Fixtures/full")
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: root.path) where path.hasSuffix(".json") {
            let json = try JSONSerialization.jsonObject(with: Data(contentsOf: root.appending(path: path)))
            files[path] = String(decoding: try JSONSerialization.data(withJSONObject: changed(json, change)), as: UTF8.self)
        }
        return AccountFiles(files)
    }

    private static func changed(_ json: Any, _ change: (String) -> String) -> Any {
        switch json {
        case let text as String: change(text)
        case let list as [Any]: list.map { changed($0, change) }
        case let object as [String: Any]: object.mapValues { changed($0, change) }
        default: json
        }
    }

    /// Every text inside a value, with the way to it.
    private static func texts(of value: Any, at path: String = "") -> [(path: String, text: String)] {
        if let text = value as? String { return [(path, text)] }
        return Mirror(reflecting: value).children.enumerated().flatMap { position, child in
            texts(of: child.value, at: "\(path)/\(child.label ?? String(position))")
        }
    }

    private static func isUnfit(_ scalar: Unicode.Scalar) -> Bool {
        unfit.unicodeScalars.contains(scalar) || scalar.properties.isNoncharacterCodePoint
            || scalar.properties.generalCategory == .control
    }

    @Test(
        "no text of the model holds what HTML, XML or a line cannot, whichever field it comes from",
        arguments: ["words too", "dates and words stay"])
    func everyText(variant: String) throws {
        let words: Set<String> = [
            "watching", "plantowatch", "hold", "completed", "dropped", "episode", "movie", "tv", "ended", "false",
        ]
        let files = try Self.files { text in
            let stays = variant != "words too" && (WireDate(text) != nil || words.contains(text) || text.isEmpty)
            return stays ? text : text.prefix(3) + Self.unfit + text.dropFirst(3)
        }
        let library = try files.merged().library
        let texts = Self.texts(of: library)
        #expect(texts.count > 20 && library.titles.count >= 3)
        for (path, text) in texts { #expect(!text.unicodeScalars.contains(where: Self.isUnfit), "\(path)") }
    }

    @Test(
        "what nobody can see is nothing: no name, no note, no genre",
        arguments: [
            "   ", "\u{200B}", "\u{3164}", "\u{2800}\u{2800}", "\u{FEFF}\u{200D}", "\u{A0}\u{3000}", "\u{1}\n", "\u{202E} ",
            "\u{E0001}",
        ])
    func invisible(text: String) throws {
        let json = String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
        let files = AccountFiles([
            "all-items.json": """
            {"movies":[{"status":"completed","memo":{"text":\(json),"is_private":false},"movie":{"title":\(json),"ids":{"simkl":7}}},
            {"status":"completed","movie":{"title":\(json),"ids":{"simkl":8,"slug":"the-slug","imdb":\(json)}}}]}
            """,
            "titles/movies/7.json": """
            {"ids":{"simkl":7},"en_title":\(json),"overview":\(json),"genres":[\(json),"Drama"],"network":\(json),"country":\(json),
            "certification":\(json),"trailers":[{"youtube":\(json)}]}
            """,
            "settings.json": #"{"user":{"name":\#(json)}}"#,
        ])
        let library = try files.merged().library
        #expect(library.titles.map(\.name) == ["Untitled film 7", "the-slug"])
        #expect(library.titles.map(\.alternativeNames) == [[], []])
        #expect(library.titles.map(\.memo) == [nil, nil] && library.titles[1].identifiers.isEmpty)
        #expect(library.owner.name == nil)
        var details = TitleDetails()
        details.genres = ["Drama"]
        #expect(library.titles[0].details == details)
    }

    @Test(
        "a text that is fit stays as it is",
        arguments: ["WALL·E", "銀魂", "e\u{301}", "👩‍👩‍👧", "\u{64A}\u{200C}\u{645}", "a\u{AD}b", "\u{200F}א", "$9.99 {{x}}"])
    func fit(text: String) { #expect(DisplayText.visible(text) == text) }
}
