import Foundation
import Yams

/// Reads `foyer.yaml`.
public enum ConfigurationFile {
    /// Every key that the file may have, and what it holds.
    enum Key: String, CaseIterable {
        case title
        case baseURL = "base_url"
        case timeZone = "time_zone"
        case rolloverHour = "rollover_hour"
        case language
        case titleLanguage = "title_language"
        case country, edition
        case hiddenTitles = "hidden_titles"
        case unreviewedTitles = "unreviewed_titles"
        case spoilers, robots, markdown, exports, discover, premieres, favourites, goals, calendars, notify, me
        case fediverseCreator = "fediverse_creator"
        case webmention, indieauth, fediverse
        case fediverseInbox = "fediverse_inbox"
    }

    /// - Throws: ``ConfigurationError`` with the place of the first thing that is wrong.
    public static func read(path: String) throws(ConfigurationError) -> Configuration {
        let text: String
        do {
            text = try TextFile.read(path)
        } catch {
            let problem: ConfigurationError.Problem =
                switch error {
                case .missing: .missing
                case .tooLarge: .tooLarge
                case .notText: .unreadable
                }
            throw ConfigurationError(file: path, line: nil, column: nil, problem: problem)
        }
        return try parse(text, file: path)
    }

    /// - Parameter file: what errors call it.
    static func parse(_ text: String, file: String) throws(ConfigurationError) -> Configuration {
        let root: Node?
        do {
            root = try compose(yaml: text)
        } catch let error as YamlError {
            throw ConfigurationError(file: file, yaml: error)
        } catch {
            throw ConfigurationError(file: file, line: nil, column: nil, problem: .notYAML("\(error)"))
        }
        var configuration = Configuration()
        guard let root, !(root.scalar?.string.isEmpty ?? false) else { return configuration }
        guard let mapping = root.mapping else {
            throw ConfigurationError(file: file, mark: root.mark, problem: .notKeys)
        }
        try eachKey(of: mapping, as: Key.self, file: file) { key, value throws(ConfigurationError) in
            switch key {
            case .goals: return try takeGoals(value, file: file, into: &configuration.goals)
            case .favourites: return takeFavourites(value, file: file, into: &configuration.favourites)
            case .calendars:
                return try takeKeys(of: value, "{days_back: 7}", file: file) { apply($1, as: $0, to: &configuration.calendars) }
            case .indieauth:
                return try takeKeys(of: value, "{metadata: \"https://example.org/metadata\"}", file: file) {
                    apply($1, as: $0, to: &configuration.openWeb.indieAuth)
                }
            case .notify:
                return try takeKeys(of: value, "{quiet: 22:00–08:00}", file: file) {
                    apply($1, as: $0, to: &configuration.notify)
                }
            default: return apply(value, as: key, to: &configuration)
            }
        }
        return configuration
    }

    /// Takes over the keys of a value that has some of its own.
    ///
    /// - Parameter example: what such a value looks like.
    /// - Returns: what was expected where it has none.
    private static func takeKeys<Name: RawRepresentable<String> & CaseIterable & Hashable>(
        of value: Node, _ example: String, file: String, _ apply: (Name, Node) -> Expectation?
    ) throws(ConfigurationError) -> Expectation? {
        guard let keys = value.mapping else { return Expectation("a mapping such as \(example)") }
        try eachKey(of: keys, as: Name.self, file: file, apply)
        return nil
    }

    /// Takes over every value that is not null.
    ///
    /// - Parameter apply: returns what was expected where a value is wrong.
    static func eachKey<Name: RawRepresentable<String> & CaseIterable & Hashable>(
        of mapping: Node.Mapping, as: Name.Type, file: String,
        _ apply: (Name, Node) throws(ConfigurationError) -> Expectation?
    ) throws(ConfigurationError) {
        var seen: Set<Name> = []
        for (keyNode, value) in mapping {
            let name = keyNode.string ?? ""
            guard let key = Name(rawValue: name) else {
                throw ConfigurationError(
                    file: file, mark: keyNode.mark, problem: .unknownKey(name, among: Name.allCases.map(\.rawValue)))
            }
            guard seen.insert(key).inserted else {
                throw ConfigurationError(file: file, mark: keyNode.mark, problem: .keyTwice(name))
            }
            if value.null != nil { continue }
            guard let expected = try apply(key, value) else { continue }
            let list = value.sequence.map { list in "[\(list.map { $0.scalar?.string ?? "…" }.joined(separator: ", "))]" }
            let written = value.scalar?.string ?? list ?? "…"
            throw ConfigurationError(
                file: file, mark: value.mark, problem: .wrongValue(key: name, value: written, expected: expected))
        }
    }

    /// Takes a value over; returns what was expected where it is wrong.
    private static func apply(_ value: Node, as key: Key, to configuration: inout Configuration) -> Expectation? {
        let text = value.scalar?.string ?? ""
        switch key {
        case .title:
            configuration.title = DisplayText.visible(text)
            return configuration.title == nil ? "a text" : text.count > 500 ? "a text of at most 500 characters" : nil
        case .baseURL:
            configuration.baseURL = BaseURL(text)
            return configuration.baseURL == nil || text.utf8.count > 2_000
                ? Expectation(BaseURL.expectation(insteadOf: text)) : nil
        case .timeZone:
            configuration.timeZone = text
            return text.utf8.count > 100 || DayRule(zone: text) == nil ? "an IANA time zone such as Europe/Lisbon" : nil
        case .rolloverHour:
            configuration.rolloverHour = value.int
            return (0...23).contains(value.int ?? -1) ? nil : "a whole hour from 0 to 23"
        case .language:
            configuration.language = text
            // Language, script, region, variants: browsers refuse what is not in this order.
            let tag = /[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|[0-9]{3}))?(-([A-Za-z0-9]{5,8}|[0-9][A-Za-z0-9]{3})){0,4}/
            return text.wholeMatch(of: tag) == nil ? "a language such as en or pt-BR" : nil
        case .titleLanguage:
            configuration.titleLanguage = TitleLanguage(rawValue: text)
            return configuration.titleLanguage == nil ? Expectation(oneOf: TitleLanguage.self) : nil
        case .country:
            configuration.country = text.uppercased()
            return text.wholeMatch(of: /[A-Za-z]{2}/) == nil ? "a country of two letters such as SE" : nil
        case .edition:
            configuration.edition = Edition(rawValue: text)
            return configuration.edition == nil ? Expectation(oneOf: Edition.self) : nil
        case .hiddenTitles:
            return take(value, into: &configuration.hiddenTitles)
        case .unreviewedTitles:
            return take(value, into: &configuration.unreviewedTitles)
        case .spoilers:
            configuration.spoilers = Spoilers(rawValue: text)
            return configuration.spoilers == nil ? Expectation(oneOf: Spoilers.self) : nil
        case .robots:
            configuration.robots = Robots(rawValue: text)
            return configuration.robots == nil ? Expectation(oneOf: Robots.self) : nil
        case .markdown:
            configuration.hasMarkdown = value.bool ?? true
            return value.bool == nil ? "true or false" : nil
        case .exports:
            return take(value, into: &configuration.exports)
        case .discover:
            configuration.discovers = value.bool ?? false
            return value.bool == nil ? "true or false" : nil
        case .premieres:
            configuration.premieres = value.bool
            return value.bool == nil ? "true or false" : nil
        case .me, .fediverseCreator, .webmention, .fediverse, .fediverseInbox:
            return apply(value, as: key, to: &configuration.openWeb)
        case .favourites, .goals, .calendars, .indieauth, .notify:
            return nil
        }
    }

    private static func take(_ list: Node, into exports: inout [LibraryExport]) -> Expectation? {
        let known = LibraryExport.published
        let formats = list.sequence?.map { $0.scalar.flatMap { LibraryExport(rawValue: $0.string) } } ?? [nil]
        exports = known.filter(formats.contains)
        let isRight = formats.allSatisfy { $0.map(known.contains) ?? false }
        return isRight ? nil : Expectation("a list of \(known.map(\.rawValue).joined(separator: ", "))")
    }

    private static func take(_ list: Node, into titles: inout Set<Int>) -> Expectation? {
        let ids = list.sequence?.map { $0.scalar.flatMap { Int($0.string) }.flatMap { $0 > 0 ? $0 : nil } } ?? [nil]
        titles = Set(ids.compactMap { $0 })
        if ids.count > 10_000 { return "a list of at most 10,000 Simkl ids" }
        return ids.contains(nil) ? "a list of Simkl ids such as [2090, 17465]" : nil
    }
}
