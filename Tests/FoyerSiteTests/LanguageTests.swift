import Foundation
import Simkl
import Testing

@testable import FoyerSite

/// Sites of the sample account in other languages than English.
@Suite("The site in other languages")
struct LanguageTests {
    /// In files of these kinds a person reads; JSON's words are those of programs.
    private static let read = [".html", ".xml", ".ics", ".svg"]

    /// Names of things, and words of programs, which no language has for itself.
    private static let names: Set<String> = [
        "simkl", "foyer", "imdb", "tmdb", "thetvdb", "tvdb", "trakt", "letterboxd", "youtube", "myanimelist", "mal", "anilist",
        "kitsu", "anidb", "markdown", "atom", "json", "feed", "html", "http", "https", "wsrv", "utc", "example", "mara",
        "lindqvist",
        "europe", "stockholm", "ona", "ova", "special", "traktslug",
    ]

    @Test("every word that is not the account's or a name comes from the words, and right to left is said of each page")
    func everyWord() async throws {
        let site = try await Site(.unreadable)
        var foreign: [String: Set<String>] = [:]
        let known = try Self.words(ofAccount: Site.sample).union(Self.names)
        for (path, bytes) in site.files where Self.read.contains(where: path.hasSuffix) && !path.hasPrefix("assets/") {
            let text = Self.told(String(decoding: bytes, as: UTF8.self), in: path)
            for match in text.matches(of: /[A-Za-z]{3,}/) where !known.contains(match.0.lowercased()) {
                foreign[String(match.0), default: []].insert(path)
            }
        }
        let told = foreign.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.sorted().prefix(3).joined(separator: ", "))" }
        #expect(told == [], "\(told.joined(separator: "\n"))")
        for (path, bytes) in site.files where path.hasSuffix(".html") {
            #expect(String(decoding: bytes, as: UTF8.self).contains("<html lang=\"ar\" dir=\"rtl\""), "\(path)")
        }
    }

    @Test("numbers for programs stay as they are: coordinates, JSON, dates, UIDs, ids and addresses")
    func numbers() async throws {
        let (english, german) = (try await Site(.committed("en")), try await Site(.committed("de")))
        #expect(english.files.keys.sorted() == german.files.keys.sorted())
        for (path, bytes) in german.files where !path.hasSuffix(".png") && !path.hasSuffix(".woff2") {
            let (own, other) = (
                String(decoding: bytes, as: UTF8.self), String(decoding: english.files[path] ?? Data(), as: UTF8.self)
            )
            if path.hasSuffix(".html") || path.hasSuffix(".svg") {
                let wrong = own.firstMatch(of: /\s(?:x|y|x1|x2|y1|y2|cx|cy|r|dx|width|height|font-size)="[^"]*[0-9],[^"]*"/)
                #expect(wrong == nil, "\(path): \(wrong.map { String($0.0) } ?? "")")
            }
            if path.hasSuffix(".json"), !path.hasSuffix(".schema.json") {
                #expect(try JSONSerialization.jsonObject(with: bytes) is [String: Any], "\(path)")
            }
            for identity in [/UID:\S+|DTSTART\S*|SEQUENCE:\S+|<id>[^<]*<\/id>|<(?:updated|published)>[^<]*<|"id": *"[^"]*"/] {
                #expect(own.matches(of: identity).map(\.0) == other.matches(of: identity).map(\.0), "\(path)")
            }
        }
        let home = String(decoding: german.files["index.html"] ?? Data(), as: UTF8.self)
        #expect(home.contains("<html lang=\"de\">") && home.contains("In Zahlen"))
    }

    /// What a person reads of a file, or is read to.
    private static func told(_ text: String, in path: String) -> String {
        if path.hasSuffix(".ics") {
            return text.replacing("\r\n ", with: "").split(separator: "\r\n")
                .filter { $0.hasPrefix("SUMMARY") || $0.hasPrefix("DESCRIPTION") || $0.hasPrefix("X-WR-CAL") }
                .map { $0.drop { $0 != ":" } }.joined(separator: "\n")
        }
        let meant = /<meta (?:name="description"|property="og:(?:title|description|site_name|image:alt)") content="([^"]*)"/
        let attributes =
            text.matches(of: /\s(?:alt|title|aria-label|data-heading)="([^"]*)"/).map { String($0.1) }
            + text.matches(of: meant).map { String($0.1) }
        let visible = text.replacing(/(?s)<(script|style|code)\b.*?<\/\1>/, with: " ").replacing(/<[^>]*>/, with: " ")
        return ([visible] + attributes).joined(separator: "\n").replacing(
            /https?:\/\/\S+|&[a-z]+;|[\w.\/]+\.(?:md|html|png)|\b[0-9a-f]{8}\b/, with: " ")
    }

    /// Every word of the account's own texts.
    private static func words(ofAccount folder: String) throws -> Set<String> {
        var words: Set<String> = []
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder) where path.hasSuffix(".json") {
            let text = try String(contentsOfFile: "\(folder)/\(path)", encoding: .utf8)
            words.formUnion(text.matches(of: /[A-Za-z]{3,}/).map { $0.0.lowercased() })
        }
        return words
    }
}

/// A site of the sample account.
private struct Site {
    let files: [String: Data]

    static let sample = "\(BuiltSite.templates)/../Sources/foyer/Sample"

    enum Language {
        case committed(String)
        /// One in which no letter of a message is a Latin one, and which is written from the right to the left.
        case unreadable
    }

    init(_ language: Language) async throws {
        let folder = try BuildFolder(AccountFiles([:]), now: "2026-11-20T12:00:00Z")
        switch language {
        case .committed(let language): folder.configuration.language = language
        case .unreadable:
            folder.configuration.language = "ar"
            try folder.write(Words.english.unreadable, to: "templates/words/ar.yaml")
        }
        let account = try AccountFolder(path: Self.sample).read()
        let report = try await folder.builder().build { [account] }
        #expect(report.diagnostics.filter { !$0.contains("note") && $0.contains("words/") } == [])
        files = try folder.files()
    }
}

extension Words {
    /// The same messages with other letters, as a file of words: JSON is YAML.
    fileprivate var unreadable: String {
        var sections: [String: [String: Any]] = [:]
        for key in keys {
            let parts = key.split(separator: ".").map(String.init)
            let value: Any =
                switch self[key] {
                case .text(let text): text.unreadable
                case .plural(let forms):
                    Dictionary(uniqueKeysWithValues: forms.map { ($0.key.rawValue, $0.value.unreadable) })
                case .list(let texts): texts.map { MessageText($0)?.unreadable ?? "" }
                case nil: ""
                }
            sections[parts[0], default: [:]][parts[1]] = value
        }
        sections["language"]?["direction"] = "rtl"
        let data = try? JSONSerialization.data(withJSONObject: sections, options: [.sortedKeys])
        return String(decoding: data ?? Data(), as: UTF8.self)
    }
}

extension MessageText {
    /// Addresses and code keep their letters.
    fileprivate var unreadable: String {
        let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنه")
        return parts.map { part in
            switch part {
            case .placeholder(let name): return "{\(name)}"
            case .text(let text):
                var written = ""
                var rest = text[...]
                while let kept = rest.firstMatch(of: /\]\([^)]*\)|`[^`]*`|\]\(|https:\/\/\S+/) {
                    written += Self.replaced(rest[..<kept.range.lowerBound], letters) + kept.0
                    rest = rest[kept.range.upperBound...]
                }
                return written + Self.replaced(rest, letters)
            }
        }.joined()
    }

    private static func replaced(_ text: Substring, _ letters: [Character]) -> String {
        String(
            text.map { character in
                guard let value = character.asciiValue, character.isLetter else { return character }
                return letters[Int(value | 32) - 97]
            })
    }
}
