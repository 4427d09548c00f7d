import Foundation
import Testing

@testable import FoyerSite

@Suite("Ratings pages")
struct RatingsPageTests {
    @Test("every number equals an independent count over the JSON", arguments: 1...4)
    func independentCount(seed: Int) async throws {
        var generator = RatingsAccount(seed: seed)
        let titles = generator.titles(count: 220)
        let page = try await BuiltSite(try RatingsAccount.files(titles)).markdown("ratings/")
        let rated = titles.filter { $0.rating != nil }

        func averages(_ titles: [RatingsAccount.Item]) -> [String] {
            let values = titles.compactMap(\.rating).sorted()
            let median = Double(values[(values.count - 1) / 2] + values[values.count / 2]) / 2
            let mean = (Double(values.reduce(0, +)) / Double(values.count) * 10).rounded() / 10
            return ["\(values.count)", median == median.rounded() ? "\(Int(median))" : "\(median)", "\(mean)"]
        }
        #expect(
            items(page, under: "Ratings")
                == zip(["**Rated:**", "**Median:**", "**Mean:**"], averages(rated)).map {
                    $0 == "**Rated:**" ? "\($0) \($1) titles" : "\($0) \($1)"
                })
        #expect(
            tables(page, header: "Rating | Titles") == [
                (1...10).map { value in ["\(value)", "\(rated.count { $0.rating == value })"] }
            ])
        let kinds = [("shows", "TV shows"), ("anime", "Anime"), ("movies", "Films")].map { bucket, name in
            [name] + averages(rated.filter { $0.bucket == bucket })
        }
        #expect(tables(page, header: "Kind | Titles | Median | Mean") == [kinds])
        let decades = Dictionary(grouping: rated) { $0.year.map { "\($0 / 10)0s" } ?? "Year not known" }
        #expect(
            tables(page, header: "Released | Titles | Median | Mean")
                == [decades.sorted { $0.key < $1.key }.map { [$0] + averages($1) }])
        let years = Dictionary(grouping: rated) { $0.ratedAt.map { String($0.prefix(4)) } ?? "Day not known" }
        #expect(
            tables(page, header: "Rated in | Titles | Median | Mean")
                == [years.sorted { $0.key < $1.key }.map { [$0] + averages($1) }])

        var genres: [(name: String, titles: [RatingsAccount.Item])] = []
        for name in RatingsAccount.genres { genres.append((name, rated.filter { $0.genres.contains(name) })) }
        func mean(_ titles: [RatingsAccount.Item]) -> Double {
            Double(titles.compactMap(\.rating).reduce(0, +)) / Double(titles.count)
        }
        let likings = genres.filter { $0.titles.count >= 5 }.sorted { (mean($1.titles), $0.name) < (mean($0.titles), $1.name) }
        #expect(
            tables(page, header: "Genre | Titles | Median | Mean") == [likings.prefix(12).map { [$0.name] + averages($0.titles) }]
        )

        let crowd = rated.filter { ($0.votes ?? 0) >= 50 && $0.crowd != nil }
        let gaps = crowd.map { item in
            (item: item, gap: (item.rating ?? 0) * 10 - Int(((item.crowd ?? 0) * 10).rounded()))
        }
        func row(_ item: RatingsAccount.Item, _ gap: Int) -> [String] {
            let sign = gap > 0 ? "+" : "−"
            return [
                item.name ?? "", "\(item.rating ?? 0)", String(format: "%.1f", (((item.crowd ?? 0) * 10).rounded() / 10)),
                "\(sign)\(abs(gap) / 10).\(abs(gap) % 10)", "\(item.votes ?? 0)",
                item.imdb.map { String(format: "%.1f", $0) } ?? "–",
            ]
        }
        let sorted = gaps.sorted { (abs($0.gap), $0.item.votes ?? 0) > (abs($1.gap), $1.item.votes ?? 0) }
        let found = tables(page, header: "Title | Mine | Simkl | Gap | Votes")
        #expect(
            found == [
                sorted.filter { $0.gap > 0 }.prefix(10).map { row($0.item, $0.gap) },
                sorted.filter { $0.gap < 0 }.prefix(10).map { row($0.item, $0.gap) },
            ])
        func means(_ name: String, _ isIn: (RatingsAccount.Item) -> Bool) -> (row: [String], gap: Int, count: Int)? {
            let own = crowd.filter(isIn)
            guard own.count >= 5 else { return nil }
            let mine = Int((mean(own) * 10).rounded())
            let others = Int((own.reduce(0) { $0 + ($1.crowd ?? 0) } * 10 / Double(own.count)).rounded())
            let gap = mine - others
            let sign = gap > 0 ? "+" : gap < 0 ? "−" : ""
            let row = [
                name, "\(mine / 10).\(mine % 10)", "\(others / 10).\(others % 10)", "\(sign)\(abs(gap) / 10).\(abs(gap) % 10)",
                "\(own.count)",
            ]
            return (row, gap, own.count)
        }
        let byKind = [("shows", "TV shows"), ("anime", "Anime"), ("movies", "Films")].compactMap { bucket, name in
            means(name) { $0.bucket == bucket }
        }
        let byDecade = (187...202).compactMap { (decade: Int) in means("\(decade)0s") { $0.year.map { $0 / 10 } == decade } }
        #expect(tables(page, header: "Titles of | Mine | Simkl | Gap | Titles") == [(byKind + byDecade).map(\.row)])
        let byGenre = RatingsAccount.genres.compactMap { name in means(name) { $0.genres.contains(name) } }
            .sorted { ($1.count, $0.row[0]) < ($0.count, $1.row[0]) }.prefix(12)
        #expect(
            tables(page, header: "Genre | Mine | Simkl | Gap | Titles")
                == [byGenre.sorted { ($1.gap, $0.row[0]) < ($0.gap, $1.row[0]) }.map(\.row)])
        let all = gaps.map(\.gap).sorted()
        func told(_ tenths: Double) -> String {
            let text = String(format: "%.1f", abs(tenths.rounded()) / 10)
            return text == "0.0" ? "as they do" : "\(text) \(tenths > 0 ? "higher" : "lower")"
        }
        let median = told(Double(all[(all.count - 1) / 2] + all[all.count / 2]) / 2)
        let mean = told(Double(all.reduce(0, +)) / Double(all.count))
        #expect(
            page.contains("In the median I rate \(median)\(median == "as they do" ? "" : " than they do"), in the mean \(mean)."))
        #expect(page.contains("\(crowd.count) titles with at least 50 votes on Simkl are compared."))
        #expect(page.contains("\(rated.count { $0.crowd != nil && $0.votes ?? 0 < 50 }) titles with fewer votes are left out."))
        #expect(page.contains("For \(rated.count { $0.crowd == nil }) titles, the data has no rating"))
    }

    @Test("each rating's titles are all on its pages, 60 a page; a rating without titles has neither page nor link")
    func values() async throws {
        var titles: [RatingsAccount.Item] = []
        for id in 1...130 { titles.append(RatingsAccount.Item(id: id, bucket: "movies", rating: 7)) }
        titles.append(RatingsAccount.Item(id: 131, bucket: "anime", rating: 10))
        titles.append(RatingsAccount.Item(id: 132, bucket: "shows", rating: nil))
        let site = try await BuiltSite(try RatingsAccount.files(titles))
        #expect(site.folders(below: "ratings/") == ["ratings/", "ratings/7/", "ratings/10/"])
        let pages = ["index", "page-2", "page-3"].map { site.markdown("ratings/7/", name: $0) }
        #expect(pages.map { items($0, under: "Films").count } == [60, 60, 10])
        #expect(Set(pages.flatMap { items($0, under: "Films") }).count == 130)
        #expect(site.files["ratings/7/page-4.html"] == nil)
        #expect(pages[1].contains("130 titles, page 2 of 3") && pages[1].contains("[← Previous](../../ratings/7/index.html)"))
        #expect(pages[2].contains("**3**") && !pages[2].contains("Next"))
        #expect(
            site.markdown("ratings/10/") == """
                # Rated 10 of 10

                1 title

                [All ratings](../../ratings/index.html) · **★ 10** · [★ 7](../../ratings/7/index.html)

                ## Anime

                - [![T131](../../assets/no-poster.svg) T131](../../anime/131-t131/index.html)\("\u{20}")

                ---

                Powered by [Simkl](https://simkl.com/). Made with Foyer.

                """)
        let page = site.markdown("ratings/")
        #expect(page.contains("[★ 10](../ratings/10/index.html) · [★ 7](../ratings/7/index.html)\n"))
        #expect(page.contains("| [7](../ratings/7/index.html) | 130 |") && page.contains("| 8 | 0 |"))
    }

    @Test("an empty library says so, and has no page of a single rating")
    func empty() async throws {
        let site = try await BuiltSite(AccountFiles("shows"))
        #expect(site.folders(below: "ratings/") == ["ratings/"])
        #expect(
            site.markdown("ratings/") == """
                # Ratings

                No title is rated yet. The first rating on Simkl opens this page.

                ---

                Powered by [Simkl](https://simkl.com/). Made with Foyer.

                """)
    }

    @Test("one rating without a crowd, a year or a day is told in sentences that fit one")
    func one() async throws {
        let page = try await BuiltSite(
            try RatingsAccount.files([RatingsAccount.Item(id: 1, bucket: "movies", rating: 9, crowd: 8, votes: 49)])
        ).markdown("ratings/")
        #expect(items(page, under: "Ratings") == ["**Rated:** 1 title", "**Median:** 9", "**Mean:** 9.0"])
        #expect(page.contains("Most often 9, once. The median is 9, the mean 9.0."))
        #expect(items(page, under: "Titles") == ["T1 ★ 9"])
        #expect(
            page.contains(
                "With 5 ratings there is more to tell: by kind, decade and genre, and beside those of Simkl’s viewers.\n"))
        #expect(!page.contains("Table:") && page.matches(of: #/## /#).count == 2)
        #expect(!page.contains("### "))
    }

    @Test("a hidden title is in no number of the public edition, and in all of the private one")
    func hidden() async throws {
        let titles = [
            RatingsAccount.Item(id: 1, bucket: "movies", rating: 9, crowd: 8, votes: 500),
            RatingsAccount.Item(id: 2, bucket: "movies", rating: 3, crowd: 8, votes: 500),
        ]
        let files = try RatingsAccount.files(titles)
        for edition in Edition.allCases {
            let site = try await BuiltSite(files, edition: edition, hidden: [2])
            let isPrivate = edition == .private
            #expect(site.markdown("ratings/").contains("T2") == isPrivate)
            #expect(site.folders(below: "ratings/").contains("ratings/3/") == isPrivate)
            #expect(site.markdown("ratings/").contains("Most often 9, once.") != isPrivate)
        }
    }

    @Test("hostile, foreign and endless names stay names", arguments: hostileNames)
    func hostile(name: String) async throws {
        let files = try RatingsAccount.files(
            (1...5).map { RatingsAccount.Item(id: $0, bucket: "shows", name: name, rating: 9, crowd: 8, votes: 500) })
        let site = try await BuiltSite(files)
        for folder in ["ratings/", "ratings/9/"] {
            #expect(!site.html(folder).contains("<script>") && !site.html(folder).contains("raw HTML omitted"))
            #expect(
                site.html(folder).contains(
                    name.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
                        .replacing(">", with: "&gt;").replacing("\"", with: "&quot;")))
        }
        #expect(
            tables(site.markdown("ratings/"), header: "Title | Mine | Simkl | Gap | Votes").count == 1)
    }
}

/// Names that break pages which do not expect them.
let hostileNames = [
    "<script>alert(1)</script> & \"x\"", "a|b|c `code` [l](javascript:x) *b* {{name}} {{{content}}}", "مسلسل طويل", "鬼滅の刃 柱稽古編",
    String(repeating: "An endless name ", count: 19).trimmingCharacters(in: .whitespaces),
]

/// An account of rated titles.
struct RatingsAccount {
    private var chance: SeededChance

    struct Item {
        var id: Int
        var bucket: String
        var name: String?
        var year: Int?
        var rating: Int?
        /// In 2015–2026, never near a day's end.
        var ratedAt: String?
        var crowd: Double?
        var votes: Int?
        var imdb: Double?
        var genres: [String] = []

        init(
            id: Int, bucket: String, name: String? = nil, rating: Int?, crowd: Double? = nil, votes: Int? = nil
        ) {
            self.id = id
            self.bucket = bucket
            self.name = name ?? "T\(id)"
            self.rating = rating
            self.crowd = crowd
            self.votes = votes
        }
    }

    init(seed: Int) { chance = SeededChance(seed: seed + 900) }

    /// One with few titles, and as many as no page shows.
    static let genres = (1...14).map { "Genre \($0)" } + ["Rare"]

    mutating func titles(count: Int) -> [Item] {
        (1...count).map { id in
            var item = Item(id: id, bucket: chance.pick(["shows", "anime", "movies"]), rating: nil)
            if chance.chance(4, in: 5) { item.rating = Int.random(in: 1...10, using: &chance) }
            if chance.chance(9, in: 10) { item.year = Int.random(in: 1958...2026, using: &chance) }
            if chance.chance(9, in: 10) { item.ratedAt = "20\(Int.random(in: 15...26, using: &chance))-06-11T15:00:00Z" }
            if chance.chance(4, in: 5) {
                item.crowd = Double(Int.random(in: 11...99, using: &chance)) / 10
                // No two alike, so that the order is decided; half of them below the limit.
                item.votes = chance.chance(1, in: 4) ? id % 49 + 1 : id < 3 ? 49 + id - 1 : 100 + id
                if chance.chance(1, in: 2) { item.imdb = Double(Int.random(in: 10...100, using: &chance)) / 10 }
            }
            if chance.chance(4, in: 5) {
                item.genres = Array(Set((0..<3).map { _ in chance.pick(Array(Self.genres.dropLast())) })).sorted()
            }
            if id < 5 { item.genres.append("Rare") }
            return item
        }
    }

    static func files(_ items: [Item]) throws -> AccountFiles {
        var buckets: [String: [Any]] = [:]
        var crowds: [String: [Any]] = [:]
        var details: [String: String] = [:]
        for item in items {
            var media: [String: Any] = ["title": item.name ?? "", "ids": ["simkl": item.id]]
            media["year"] = item.year
            buckets[item.bucket, default: []].append(
                [
                    "status": "plantowatch", item.bucket == "movies" ? "movie" : "show": media,
                    "user_rating": item.rating.map { $0 as Any } ?? NSNull(),
                    "user_rated_at": item.ratedAt.map { $0 as Any } ?? NSNull(),
                ] as [String: Any])
            if !item.genres.isEmpty {
                let folder = item.bucket == "shows" ? "tv" : item.bucket
                details["titles/\(folder)/\(item.id).json"] = try json(
                    ["title": item.name ?? "", "ids": ["simkl": item.id], "genres": item.genres] as [String: Any])
            }
            guard let crowd = item.crowd else { continue }
            var row: [String: Any] = ["id": item.id, "simkl": ["rating": crowd, "votes": item.votes ?? 0]]
            if let imdb = item.imdb { row["imdb"] = ["rating": imdb, "votes": 1000] }
            crowds[item.bucket, default: []].append(row)
        }
        var files = details
        files["all-items.json"] = try json(buckets)
        for (bucket, rows) in crowds { files["crowd/\(bucket).json"] = try json(rows) }
        return AccountFiles(files)
    }
}
