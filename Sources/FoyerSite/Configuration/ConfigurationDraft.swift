import Foundation

/// A first `foyer.yaml`: what its owner has said, and all else as a comment to be uncommented.
public struct ConfigurationDraft: Sendable {
    public var title: String?
    public var timeZone: String?
    public var edition: String?
    public var language: String?
    public var baseURL: String?

    public init() {}

    /// What is wrong with an answer.
    public func check() throws(ConfigurationError) { _ = try ConfigurationFile.parse(text, file: "foyer.yaml") }

    public var text: String {
        """
        # yaml-language-server: $schema=\(ConfigurationSchema.fileName)
        # What Foyer makes of your Simkl account. Every key is optional; foyer check says whether all is well.

        # The site's name. Without one it is made of your name at Simkl.
        \(line("title", title.map(quoted), else: "My evenings"))

        # Whom the site is for: public, friends (with clock times and notes that are not private), or private (everything).
        \(line("edition", edition, else: "public"))

        # The public address, once there is one. Feeds need it, and links become clean: foyer serve shows the site under its path.
        \(line("base_url", baseURL.map(quoted), else: "https://example.org/watch/"))

        # Which day it is when you watch. A night ends at the roll-over hour.
        \(line("time_zone", timeZone, else: "Europe/Lisbon"))
        # rollover_hour: 4

        # The language of the pages, and that of the titles' names (account, english, romaji, native).
        \(line("language", language, else: "en"))
        # title_language: account

        # Whose release dates of films count.
        # country: SE

        # Simkl ids of titles that the site does not show, and of those that only the reviews leave out.
        # hidden_titles: [2090, 17465]
        # unreviewed_titles: [2090]

        # Names of episodes that you have not watched: none, or names.
        # spoilers: none

        # Which robots may read a public site: all, no-ai, none.
        # robots: all

        # Whether each page's Markdown is published beside it.
        # markdown: true

        # Forms of the library that other programs read, published below export/.
        # exports: [plays.csv, library.json]

        # A page of what is trending on Simkl and not yours yet.
        # discover: true

        # Premieres outside your lists on the page of what comes; without this not in the public edition.
        # premieres: true

        # Titles that are pinned to the front page: Simkl ids, addresses or exact names.
        # favourites: [Severance, 39552]

        # What is to be watched in a year, a month, or one that is named (hours, episodes, films, shows).
        # goals:
        #   year: {hours: 400, films: 52}
        #   2026-12: {films: 8}

        # Who you are elsewhere: pages that link back to this site are proof that both are yours.
        # me: ["https://github.com/ada", "https://mastodon.example/@ada", "mailto:ada@example.org"]

        # Whom links to the site are by, when somebody shares them in the fediverse.
        # fediverse_creator: "@ada@mastodon.example"

        # Services that speak for the site: what takes word of links to it, and what signs you in with its address.
        # webmention: https://webmention.io/example.org/webmention
        # indieauth:
        #   metadata: https://auth.example.org/.well-known/oauth-authorization-server
        #   authorization_endpoint: https://auth.example.org/authorize
        #   token_endpoint: https://auth.example.org/token

        # What the site is called in the fediverse (only at the root of that domain), and what takes messages to it.
        # fediverse: "@watch@example.org"
        # fediverse_inbox: https://inbox.example.org/watch

        # The calendars to subscribe to.
        # calendars:
        #   files: [all, tv, anime, films]
        #   shows: true
        #   days_back: 14
        #   days_ahead: 365
        #   alarm_minutes: 30
        #   categories: true
        #   season_drops: one

        # When foyer notify is quiet, and what it tells; its targets are in the environment.
        # notify:
        #   quiet: 22:00–08:00
        #   kinds: [episodes, films, seasons, returned, moved, finales, ended, months]

        """
    }

    private func line(_ key: String, _ value: String?, else example: String) -> String {
        value.map { "\(key): \($0)" } ?? "# \(key): \(example)"
    }

    /// A text of JSON is one of YAML, whatever is in it.
    private func quoted(_ text: String) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        // Encoding a text cannot fail.
        return (try? encoder.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? "null"
    }
}
