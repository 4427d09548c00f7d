/// A library that is hard to show: names of every kind, in every script.
public enum HostileAccount {
    public static let names = [
        "進撃の巨人", "ガールズ＆パンツァー", "الحب في زمن الكوليرا", "שטיסל", "<script>alert(1)</script>",
        "</script><!-- <img src=x onerror=alert(1)>",
        "👩‍👩‍👧 🎬🍿", String(repeating: "Donaudampfschifffahrtsgesellschaft", count: 9), "Amélie — Le fabuleux destin d’Amélie Poulain",
        String(repeating: "A very long name ", count: 18), "Schitt's Creek", "*emphasis* _and_ [links](javascript:alert(1))",
        "!!!", "M*A*S*H", "WALL·E", "Spider-Man: No Way Home", "Tom & Jerry",
    ]

    /// `all-items.json`.
    public static var items: JSON { ["shows": rows(0), "anime": rows(1), "movies": rows(2)] }

    /// Every third name.
    private static func rows(_ bucket: Int) -> JSON {
        .array(names.enumerated().filter { $0.offset % 3 == bucket }.map { item(bucket, $0.offset + 1, $0.element) })
    }

    /// - Parameter bucket: 0 for a show, 1 for an anime, 2 for a film.
    public static func item(_ bucket: Int, _ id: Int, _ name: String) -> JSON {
        let statuses: [JSON] = ["watching", "completed", "plantowatch", "hold", "dropped"]
        var media: JSON = ["title": .string(name), "runtime": 24, "ids": ["simkl": .int(id), "slug": "x"]]
        if id % 4 != 0 { media["year"] = .int(1960 + id) }
        if id % 2 == 0 { media["poster"] = .string("12/12ab\(id)") }
        var item: JSON = ["status": bucket == 2 ? "completed" : statuses[id % 5], bucket == 2 ? "movie" : "show": media]
        if id % 3 != 0 {
            item["user_rating"] = .int(id % 10 + 1)
            item["user_rated_at"] = "2026-03-10T10:00:00Z"
        }
        if bucket == 2 {
            item["last_watched_at"] = .string("2026-0\(id % 8 + 1)-11T20:15:30Z")
        } else {
            item["watched_episodes_count"] = 3
            item["total_episodes_count"] = 12
            item["not_aired_episodes_count"] = 0
        }
        return item
    }
}
