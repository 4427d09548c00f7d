import Foundation

@testable import FoyerSite

extension ChangingSite {
    /// What changes by itself, while nobody looks after the site.
    static let nightlyChanges = ofTitles + ofDetails + ofPlays + ofAccounts
    static let changes = nightlyChanges + ofSettings + themeChanges + ofOutputs

    private static let ofTitles: [Change] = [
        .account("a title more") { $0.add($1, &$2) },
        .account("a title less") { account, _, chance in
            guard account.titles.count > 5, let gone = account.titles.indices.randomElement(using: &chance) else { return }
            account.titles.remove(at: gone)
        },
        .title("a name") { title, _, chance in title.name = chance.pick(["Omega", "An Epsilon", "Zeta"]) + " \(title.id)" },
        .title("a name that another title has") { title, _, _ in title.name = "Twin" },
        .title("another title's kind") { title, _, chance in
            if !title.isFilm { title.bucket = title.bucket == "anime" ? "shows" : "anime" }
        },
        .title("a slug") { title, _, chance in title.slug = "moved-\(title.id)-\(chance.pick([1, 2, 3]))" },
        .title("a year") { title, _, chance in title.year = chance.pick([1985, 2025, nil]) },
        .title("a runtime") { title, _, chance in title.runtime = chance.pick([nil, 25, 61]) },
        .title("a poster") { title, _, chance in title.poster = "\(chance.pick([10, 11, 12]))/5\(title.id)abc" },
        .title("an id elsewhere") { title, _, chance in title.imdb = "tt000\(chance.pick([1, 2, 3]))" },
        .title("what an anime is") { title, _, chance in title.animeType = chance.pick(["ova", "movie", "tv"]) },
        .title("a status") { title, _, chance in
            title.status = chance.pick(["watching", "completed", "plantowatch", "hold", "dropped"])
        },
        .title("the day of adding") { title, now, chance in
            title.addedAt = ChangingAccount.date(now, daysAgo: chance.pick([0, 29, 200, 500]), &chance)
        },
        .title("a rating") { title, now, chance in
            title.rating = Int.random(in: 1...10, using: &chance)
            title.ratedAt = ChangingAccount.date(now, daysAgo: 0, &chance)
        },
        .title("a rating without a day") { title, _, chance in
            (title.rating, title.ratedAt) = (Int.random(in: 1...10, using: &chance), nil)
        },
        .title("a rating that is taken back") { title, _, _ in (title.rating, title.ratedAt) = (nil, nil) },
        .title("only a rating's day") { title, now, chance in
            title.ratedAt = ChangingAccount.date(now, daysAgo: chance.pick([1, 31, 365]), &chance)
        },
        .title("a note") { title, _, chance in title.memo = chance.pick([nil, "good", "*not* so good"]) },
    ]

    private static let ofDetails: [Change] = [
        .title("what an episode is called") { title, _, chance in
            guard let episode = title.listed.indices.randomElement(using: &chance) else { return }
            title.listed[episode]["title"] = chance.pick(["One", "Two", "Episode 1"])
        },
        .title("what the next episode is called") { title, _, chance in title.nextName = chance.pick([nil, "Soon", "Later"]) },
        .title("where an airing's page is") { title, _, chance in
            guard let airing = title.airings.indices.randomElement(using: &chance),
                var episode = title.airings[airing]["episode"] as? ChangingAccount.Object
            else { return }
            episode["url"] = "https://simkl.com/\(title.folder)/\(title.id)/\(chance.pick(["a", "b"]))/episode-1/"
            title.airings[airing]["episode"] = episode
        },
        .title("the rank") { title, _, chance in title.details["rank"] = chance.pick([0, 7, 1_820]) },
        .title("the crowd's average") { title, _, chance in
            title.crowd["simkl"] =
                ["rating": Double(Int.random(in: 40...95, using: &chance)) / 10, "votes": 90] as ChangingAccount.Object
        },
        .title("the crowd's votes") { title, _, chance in
            title.crowd["simkl"] = ["rating": 7.4, "votes": Int.random(in: 1...999, using: &chance)] as ChangingAccount.Object
        },
        .title("another crowd") { title, _, chance in
            title.crowd[chance.pick(["imdb", "mal"])] = ["rating": 6.1, "votes": 12] as ChangingAccount.Object
        },
        .title("how many gave up") { title, _, chance in
            title.crowd["simkl"] =
                ["rating": 7.4, "votes": 90, "droprate": "\(chance.pick([1, 20, 60]))%"] as ChangingAccount.Object
        },
        .title("how far it has come") { title, _, chance in
            title.details["status"] = chance.pick(["airing", "ended", "tba", "canceled"])
        },
        .title("an overview") { title, _, chance in title.details["overview"] = "Otherwise \(chance.pick([1, 2, 3]))." },
        .title("genres") { title, _, chance in title.details["genres"] = chance.pick([["Crime"], ["Drama", "Comedy"], []]) },
        .title("a network") { title, _, chance in title.details["network"] = chance.pick(["HBO", "SVT1"]) },
        .title("a country") { title, _, chance in title.details["country"] = chance.pick(["US", "JP"]) },
        .title("a certification") { title, _, chance in title.details["certification"] = chance.pick(["PG", "R"]) },
        .title("a first day on the air") { title, _, chance in
            title.details["first_aired"] = chance.pick(["1999-01-02", "2024-05-06"])
        },
        .title("a trailer") { title, _, chance in
            title.details["trailers"] = [["youtube": chance.pick(["abc", "def"])]]
        },
        .title("a name in English") { title, _, chance in title.details["en_title"] = chance.pick(["One", "Two"]) },
        .title("other names") { title, _, chance in
            title.details["alt_titles"] = chance.pick([[], [["name": "三つ"]], [["name": "三つ"], ["name": "One, again"]]])
        },
        .title("how many episodes there are") { title, _, chance in
            title.details["total_episodes"] = Int.random(in: 1...20, using: &chance)
        },
        .title("a release at home") { title, now, chance in
            let day = ChangingAccount.date(now, daysAgo: chance.pick([-20, -1, 0, 30]), &chance)
            let result: ChangingAccount.Object = ["type": chance.pick([3, 4]), "release_date": day]
            title.details["release_dates"] = [["iso_3166_1": "US", "results": [result]] as ChangingAccount.Object]
        },
    ]

    private static let ofPlays: [Change] = [
        .title("an episode watched") { title, now, chance in
            let number = (title.plays.map(\.number).max() ?? 0) + 1
            let date = ChangingAccount.date(now, daysAgo: chance.pick([0, 0, 27, 365, 730]), &chance)
            title.plays.append(.init(number: number, date: date))
            if title.next != nil { title.next = number + 1 }
            if title.isFilm { title.status = "completed" }
        },
        .title("an episode not watched after all") { title, _, _ in _ = title.plays.popLast() },
        .title("a rewatch") { title, now, chance in
            title.rewatches.append(
                .init(number: title.rewatches.count + 1, date: ChangingAccount.date(now, daysAgo: chance.pick([0, 30]), &chance)))
        },
        .title("another time of a play") { title, now, chance in
            guard let last = title.plays.indices.last else { return }
            // Some into another month, some into another hour.
            title.plays[last].date = ChangingAccount.date(now, daysAgo: chance.pick([0, 0, 22, 40, 367]), &chance)
        },
        .title("a play on no day") { title, _, chance in
            guard let last = title.plays.indices.last else { return }
            title.plays[last].date = chance.pick([nil, "1970-01-01T00:00:00Z"])
        },
        .title("a play on a day without a time") { title, now, chance in
            guard let last = title.plays.indices.last else { return }
            title.plays[last].date = ChangingAccount.date(now, daysAgo: 3, &chance).prefix(10) + "T00:00:00Z"
        },
        .title("episodes marked at once") { title, now, chance in
            let date = ChangingAccount.date(now, daysAgo: chance.pick([1, 28]), &chance)
            for position in title.plays.indices { title.plays[position].date = date }
        },
        .title("a sitting") { title, now, chance in
            let end = now.adding(minutes: -chance.pick([60, 28 * 1_440]))
            for (position, index) in title.plays.indices.reversed().enumerated() {
                title.plays[index].date = end.adding(minutes: -50 * position).rfc3339
            }
        },
        .title("a play at the instant of the airing") { title, _, _ in
            guard let listed = title.listed.last, let last = title.plays.indices.last else { return }
            title.plays[last].date = listed["date"] as? String
        },
        .title("episodes without a record") { title, _, chance in title.unrecorded = Int.random(in: 0...9, using: &chance) },
        .title("only how many episodes there are") { title, _, chance in title.total += chance.pick([1, 2, 10]) },
        .title("only how many have aired") { title, _, chance in title.notAired = chance.pick([0, 1, 2]) },
        .title("only what comes next") { title, now, chance in
            title.next = (title.next ?? 1) + 1
            title.nextDate = ChangingAccount.date(now, daysAgo: chance.pick([-3, -1]), &chance)
        },
        .title("an episode that is listed") { title, now, chance in
            guard !title.isFilm else { return }
            title.listed.append([
                "season": chance.pick([1, 2]), "episode": title.listed.count + 1, "aired": chance.pick([true, false]),
                "date": ChangingAccount.date(now, daysAgo: chance.pick([-5, 10]), &chance), "runtime": chance.pick([22, 48]),
            ])
        },
        .title("when an episode had aired") { title, now, chance in
            guard let last = title.listed.indices.last else { return }
            title.listed[last]["date"] = ChangingAccount.date(now, daysAgo: chance.pick([3, 29, 370]), &chance)
        },
        .title("what airs") { title, now, chance in
            let date = ChangingAccount.date(now, daysAgo: -chance.pick([0, 1, 2, 20, 60]), &chance)
            title.airings.append(ChangingAccount.airing(title.airings.count + 1, date))
        },
        .title("what airs within hours") { title, now, chance in
            title.airings.append(
                ChangingAccount.airing(title.airings.count + 1, now.adding(minutes: chance.pick([1, 200])).rfc3339))
        },
        .title("when it airs") { title, now, chance in
            guard let last = title.airings.indices.last else { return }
            title.airings[last]["date"] = ChangingAccount.date(now, daysAgo: -chance.pick([0, 1, 3]), &chance)
        },
        .title("only what an airing is called") { title, _, chance in
            guard let last = title.airings.indices.last else { return }
            title.airings[last]["episode"] =
                ["season": 1, "episode": 9, "title": chance.pick(["Pilot", "Last"])] as ChangingAccount.Object
        },
        .title("a finale") { title, _, chance in
            guard let last = title.airings.indices.last else { return }
            title.airings[last]["finale_type"] = chance.pick([1, 2, 3])
        },
        .title("an airing less") { title, _, _ in _ = title.airings.popLast() },
    ]

    private static let ofAccounts: [Change] = [
        .account("nothing") { _, _, _ in },
        .account("the owner's name") { account, _, chance in account.owner = chance.pick(["Ada", "Grace"]) },
        .account("the owner's picture") { account, _, chance in
            account.avatar = "https://us.simkl.in/avatars/1/\(chance.pick([1, 2, 3]))_100.jpg"
        },
        .account("the account's time zone") { account, _, chance in
            account.zone = chance.pick(["Asia/Tokyo", "America/New_York"])
        },
        .account("Simkl's own numbers") { account, _, chance in account.totalMinutes += chance.pick([1, 100]) },
        .account("when it was synced") { account, now, chance in
            account.syncedAt = now.adding(minutes: -chance.pick([0, 1_440, 5 * 1_440]))
        },
        .account("that nobody knows when it was synced") { account, _, _ in account.syncedAt = nil },
        .account("when it was changed") { account, now, chance in
            account.changedAt = now.adding(minutes: -chance.pick([0, 1_440, 40 * 1_440]))
        },
        .account("something paused") { $0.addPause($1, &$2) },
        .account("how far something is paused") { account, _, chance in
            guard let last = account.paused.indices.last else { return }
            account.paused[last].progress = Int.random(in: 1...99, using: &chance)
        },
        Change(name: "whether Simkl was away") { $0.folder.isOutdated.toggle() },
    ]

    private static let ofSettings: [Change] = [
        .configuration("the configuration's time zone") {
            $0.timeZone = $1.pick([nil, "Pacific/Auckland", "America/Los_Angeles"])
        },
        .configuration("the roll-over hour") { $0.rolloverHour = $1.pick([0, 4, 12]) },
        .configuration("the site's name") { $0.title = $1.pick([nil, "Mine", "A & B"]) },
        .configuration("the language") { $0.language = $1.pick([nil, "de"]) },
        .configuration("the language of names") { $0.titleLanguage = $1.pick([nil, .english, .romaji, .native]) },
        .configuration("the country") { $0.country = $1.pick([nil, "DE"]) },
        .configuration("the edition") { $0.edition = $1.pick([nil, .friends, .private]) },
        .configuration("hidden titles") { $0.hiddenTitles = [$1.pick([1, 2, 3, 4])] },
        .configuration("spoilers") { $0.spoilers = $1.pick([nil, .names]) },
        .configuration("robots") { $0.robots = $1.pick([nil, .noAI, Robots.none]) },
        .configuration("titles that no review counts") { $0.unreviewedTitles = [$1.pick([1, 2, 3, 4])] },
        .configuration("favourites") { $0.favourites = $1.pick([[], [Favourite("2")], [Favourite("1"), Favourite("3")]]) },
        .configuration("goals") { configuration, chance in
            configuration.goals.thisYear = chance.pick([[:], [.films: 9, .hours: 30], [.episodes: 300, .shows: 2]])
            configuration.goals.thisMonth = chance.pick([[:], [.episodes: 20]])
            configuration.goals.periods = chance.pick([[:], [.year(2025): [.films: 3]]])
        },
        .configuration("Markdown") { configuration, _ in configuration.hasMarkdown.toggle() },
        .configuration("exports") { $0.exports = $1.pick([[], [.plays, .titles], LibraryExport.published]) },
        .configuration("a page of what is trending") { configuration, _ in configuration.discovers.toggle() },
        .configuration("premieres of others") { $0.premieres = $1.pick([nil, true, false]) },
        .configuration("which calendars there are") { configuration, chance in
            configuration.calendars.files = chance.pick([[], [.all], Set(CalendarSettings().files)])
            configuration.calendars.hasShows.toggle()
        },
        .configuration("how calendars are") { configuration, chance in
            configuration.calendars.daysBack = chance.pick([1, 14])
            configuration.calendars.daysAhead = chance.pick([nil, 3])
            configuration.calendars.alarmMinutes = chance.pick([nil, 15])
            configuration.calendars.hasCategories.toggle()
        },
        .configuration("the address") {
            $0.baseURL = $1.pick([nil, "https://foyer.example/watch/", "https://other.example/"]).flatMap { BaseURL($0) }
        },
    ]

    static let themeChanges: [Change] = [
        .template("a page's template", "\nMore.\n", "pages/title.md", "pages/review.md", "pages/statistics.md", "pages/list.md"),
        .template("a partial", "\nMore.\n", "partials/attribution.md", "partials/attribution-dated.md"),
        .template("the layout", "\n<!-- more -->\n", "layout.html"),
        .template("an asset", "\n/* more */\n", "assets/foyer.css"),
        .template(
            "a template that shows today", "\n{{today}} {{dataDay}}\n", "pages/diary-month.md", "pages/title.md", "pages/404.md"),
        .template(
            "a list of years that shows how far titles are",
            "\n{{#years}}{{#posters}}{{progress}} {{next}} {{lastWatched}} {{/posters}}{{/years}}\n", "pages/years.md"),
        .template(
            "a review that shows how far titles are", "\n{{#wall}}{{progress}} {{next}} {{lastWatched}} {{/wall}}\n",
            "pages/review.md"),
    ]

    private static let ofOutputs: [Change] = [
        Change(name: "a file of the output gone") { site in
            guard let file = try site.someFile() else { return }
            try site.folder.remove("site/\(file)")
        },
        Change(name: "a file of the output edited") { site in
            guard let file = try site.someFile() else { return }
            try site.edit(file)
        },
    ]
}
