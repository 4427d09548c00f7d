/// What somebody looks for, and what is found by it, on the site as in the terminal: each tests itself by these.
public struct SearchCase: Sendable, CustomStringConvertible {
    /// `sample` comes with the program, `hostile` is ``HostileAccount``.
    public enum Account: String, Sendable, CaseIterable { case sample, hostile }

    public let account: Account
    public let text: String
    /// Names of titles, the best first.
    public let names: [String]
    /// Whether nothing else is found.
    public let isAll: Bool

    public var description: String { "\(account): \(text)" }

    public func isMet(by found: [String]) -> Bool { isAll ? found == names : found.starts(with: names) }

    public static func of(_ account: Account) -> [SearchCase] { all.filter { $0.account == account } }

    public static let all =
        first(
            .sample,
            [
                // Any case, width and accent, a part, a year.
                "Breaking Bad": [
                    "breaking", "BREAKING B", "ｂｒｅａｋｉｎｇ", "bréaking", "bad 2008", "king bad", "11121",
                    "https://simkl.com/tv/11121/breaking-bad", "brekaing bad", "breakng",
                    // What is known of it.
                    "crime drama 2008", "amc 2008", "breaking show 2008",
                ],
                "Game of Thrones": ["game-of-thrones", "thrones game", "hbo fantasy", "dont talk about"],
                "Brooklyn Nine-Nine": ["brooklynnine"],
                "Naruto": ["ナルト", "なると"],
                "Mahou Shoujo Madoka Magica": ["shojo madoka"],
                "Dave Chappelle: Sticks & Stones": ["sticks and stones"],
            ])
        + whole(
            .sample,
            [
                ("attack on", ["Shingeki no Kyojin"]), ("進撃", ["Shingeki no Kyojin"]), ("カウボーイ", ["Cowboy Bebop"]),
                ("bebop cowboy", ["Cowboy Bebop"]), ("brekaing bad", ["Breaking Bad"]), ("naruto hold", ["Naruto Shippuuden"]),
                ("amc crime", ["Better Call Saul", "Breaking Bad"]), ("gaem of thrones", ["Game of Thrones"]), ("ж", []),
            ])
        + first(
            .hostile,
            [
                "WALL·E": ["walle", "wall-e"],
                "Spider-Man: No Way Home": ["spiderman", "spider man", "spidermn", "home spider"],
                "Tom & Jerry": ["tom and jerry", "tom&jerry", "jerry tom"],
                "M*A*S*H": ["mash"],
                "ガールズ＆パンツァー": ["ガルズ", "garuzu", "がーるず", "ｶﾞｰﾙｽﾞ"],
                "進撃の巨人": ["巨人"],
                "الحب في زمن الكوليرا": ["الحب"],
                "שטיסל": ["שטיסל"],
                "👩‍👩‍👧 🎬🍿": ["🎬"],
                "Amélie — Le fabuleux destin d’Amélie Poulain": ["amelie"],
                "Schitt's Creek": ["schitts"],
                "!!!": ["!!!"],
                "<script>alert(1)</script>": ["script alert"],
            ])

    /// Texts by which a title is found first.
    private static func first(_ account: Account, _ texts: KeyValuePairs<String, [String]>) -> [SearchCase] {
        texts.flatMap { name, texts in
            texts.map { SearchCase(account: account, text: $0, names: [name], isAll: false) }
        }
    }

    private static func whole(_ account: Account, _ found: [(String, [String])]) -> [SearchCase] {
        found.map { SearchCase(account: account, text: $0, names: $1, isAll: true) }
    }
}
