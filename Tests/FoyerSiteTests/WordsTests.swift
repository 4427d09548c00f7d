import Foundation
import Testing

@testable import FoyerSite

@Suite("The words of the site")
struct WordsTests {
    private static let root = "\(BuiltSite.templates)/.."

    @Test("each is used somewhere, and each that is used is there", arguments: ["en", "de"])
    func used(language: String) throws {
        var used: Set<String> = ["language.name", "language.direction", "number.group", "number.decimal"]
        let folder = try TemplateFolder(BuiltSite.templates)
        let there = Set(try #require(try WordsFile(language, in: folder)).entries.keys)
        for path in try FileManager.default.subpathsOfDirectory(atPath: "\(Self.root)/Sources/FoyerSite")
        where path.hasSuffix(".swift") {
            let text = try String(contentsOfFile: "\(Self.root)/Sources/FoyerSite/\(path)", encoding: .utf8)
            used.formUnion(text.matches(of: /\bphrase\(\s*"([^"]+)"/).map { String($0.1) })
            for section in text.matches(of: /\bword\([^"]*in: "([^"]+)"/) {
                used.formUnion(there.filter { $0.hasPrefix("\(section.1).") })
            }
        }
        let shared = try String(contentsOfFile: "\(BuiltSite.templates)/assets/site.js", encoding: .utf8)
            .matches(of: /\bfoyerSay\('([^']+)'/).map { String($0.1) }
        for path in try FileManager.default.subpathsOfDirectory(atPath: BuiltSite.templates)
        where path.hasSuffix(".md") || path.hasSuffix(".html") || path.hasSuffix(".js") {
            let text = try String(contentsOfFile: "\(BuiltSite.templates)/\(path)", encoding: .utf8)
            used.formUnion(text.matches(of: /\{\{"([^"]+)"/).map { String($0.1) })
            let script = URL(filePath: path).deletingPathExtension().lastPathComponent
            used.formUnion(text.matches(of: /\bsay\('([^']+)'/).map { "\(script)Script.\($0.1)" })
            if text.contains("foyerDuration;") { used.formUnion(shared.map { "\(script)Script.\($0)" }) }
        }
        #expect(used.subtracting(there).sorted() == [] && there.subtracting(used).sorted() == [])
    }

    @Test("a language is taken as it is asked for: of a region, of the whole language, or English with a warning")
    func chosen() throws {
        func load(_ language: String) throws -> (String, String, [String]) {
            let (words, notes) = try WordsLoader(own: nil, templates: BuiltSite.templates).words(of: language)
            return (words.language, words.text("navigation.diary", [:]), notes.map(\.description))
        }
        #expect(try load("en-GB") == ("en-GB", "Diary", []))
        #expect(try load("de") == ("de", "Tagebuch", []) && load("de-AT") == ("de-AT", "Tagebuch", []))
        let (language, word, notes) = try load("tlh-Latn")
        #expect(language == "en" && word == "Diary")
        #expect(
            notes == [
                "words/tlh.yaml: there are no words for the language tlh-Latn, so the site speaks English: write this file, or set "
                    + "language: en"
            ])
    }

    @Test("the owner's templates say some things otherwise, and another language from its first message on")
    func theme() throws {
        let theme = try Theme(["en": "navigation:\n  diary: Journal\n", "nl": "navigation:\n  diary: Dagboek\n"])
        let english = try theme.words("en")
        #expect(
            english.words.text("navigation.diary", [:]) == "Journal" && english.words.text("navigation.years", [:]) == "Years")
        let dutch = try theme.words("nl")
        #expect(dutch.words.text("navigation.diary", [:]) == "Dagboek" && dutch.words.text("navigation.years", [:]) == "Years")
        #expect(
            dutch.notes.count == 1 && dutch.notes[0].contains("messages are missing and said in English: about.begunAndFinished"))
        #expect(english.words.digest != Words.english.digest)
    }

    @Test(
        "what is wrong with a file of words is said with its place",
        arguments: [
            ("- a\n- b\n", "words/de.yaml:1:1: sections were expected"),
            ("navigation: Menü\n", "words/de.yaml:1:13: sections were expected"),
            ("navigation:\n  diary: [a, {b: c}]\n", "words/de.yaml:2:10: 'navigation.diary' is no message"),
            ("navigation:\n  diary: {one: a}\n", "words/de.yaml:2:10: 'navigation.diary' is no message"),
            ("navigation:\n  diary: {other: a, several: b}\n", "words/de.yaml:2:10: 'navigation.diary' is no message"),
            ("navigation:\n  diary: \"{a\"\n", "words/de.yaml:2:10: 'navigation.diary' is no message"),
            ("navigation:\n  diary: \"a}\"\n", "words/de.yaml:2:10: 'navigation.diary' is no message"),
            (
                "navigation:\n  dairy: a\n",
                "words/de.yaml:2:10: there are no words 'navigation.dairy' in words/en.yaml. Do you mean"
            ),
            ("navigation:\n  diary: [a]\n", "words/de.yaml:2:10: 'navigation.diary' has to be a text"),
            ("count:\n  plays: \"{count} plays\"\n", "words/de.yaml:2:10: 'count.plays' has to be forms of a text"),
            ("days:\n  months: [a]\n", "words/de.yaml:2:11: 'days.months' has to be a list of 12 texts"),
            ("diary:\n  total: \"{plays} {day}\"\n", "words/de.yaml:2:10: 'diary.total' has no room for {day}, but for {plays}."),
            ("diary:\n  total: nothing\n", "words/de.yaml:2:10: 'diary.total' has to have {plays} in it."),
            ("navigation:\n  diary: \"a\n", "words/de.yaml:3:1: this is not YAML (found unexpected end of stream)."),
            ("navigation:\n  diary: a\n  diary: b\n", "words/de.yaml:2:3: this is not YAML ('diary' is given twice)."),
            ("", "words/de.yaml: sections were expected"),
        ])
    func mistakes(text: String, complaint: String) throws {
        let theme = try Theme(["de": text])
        let error = #expect(throws: TemplateError.self) { try theme.words("de") }
        #expect("\(try #require(error))".hasPrefix(complaint), "\(String(describing: error))")
    }

    @Test(
        "what is wrong with words in a template is said with its place",
        arguments: [
            ("{{\"count.plays\"}}", "1:1: 'count.plays' has forms for numbers or is a list, and templates take only texts."),
            ("a {{\"diary.totl\"}}", "1:3: there are no words 'diary.totl' in words/en.yaml. Do you mean 'diary.total'?"),
            ("{{\"diary.total\"}}", "1:1: 'diary.total' has to have {plays} in it."),
            ("{{\"diary.total\" plays=name day=name}}", "1:1: 'diary.total' has no room for {day}, but for {plays}."),
            ("{{\"diary.total\" plays=titel}}", "1:1: there is no 'titel' here. Do you mean 'site'?"),
            ("{{\"diary.total\" plays=books}}", "1:1: 'books' can only open a section: {{#books}} … {{/books}}."),
            ("{{\"diary.total}}", "1:1: words are {{\"section.name\"}}, or {{\"section.name\" day place=name}} with the names"),
            ("{{\"\"}}", "1:1: words are {{\"section.name\"}}, or {{\"section.name\" day place=name}} with the names"),
            (
                "{{\"diary.total\" plays=}}",
                "1:1: words are {{\"section.name\"}}, or {{\"section.name\" day place=name}} with the"
            ),
        ])
    func templateMistakes(text: String, complaint: String) {
        #expect(TemplateFiles(page: text).complaint().hasPrefix("pages/shelf.md:\(complaint)"))
    }

    @Test("a message's text stands in Markdown as it is, and its values are escaped; in HTML both are")
    func written() throws {
        let shelf = ShelfContext(name: "*a* & b")
        #expect(
            try TemplateFiles(page: "{{\"about.mirror\" site=name}}").render(shelf)
                == "\\*a\\* & b is a mirror of an account on [Simkl](https://simkl.com/), turned into plain pages by Foyer.")
        #expect(try TemplateFiles(page: "{{\"diary.total\" plays=name}}").render(shelf) == "\\*a\\* & b, day by day.")
    }
}

/// A folder of templates with nothing but words, beside those that came with the program.
private final class Theme {
    private let path = FileManager.default.temporaryDirectory.appending(path: "foyer-words-\(UUID().uuidString)").path

    init(_ files: [String: String]) throws {
        try FileManager.default.createDirectory(atPath: "\(path)/words", withIntermediateDirectories: true)
        for (language, text) in files {
            try text.write(toFile: "\(path)/words/\(language).yaml", atomically: false, encoding: .utf8)
        }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func words(_ language: String) throws -> (words: Words, notes: [String]) {
        let (words, notes) = try WordsLoader(own: BuiltSite.templates, templates: path).words(of: language)
        return (words, notes.map(\.description))
    }
}
