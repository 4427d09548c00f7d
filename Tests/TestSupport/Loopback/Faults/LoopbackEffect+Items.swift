/// Faults inside a library's answer that is otherwise whole.
extension LoopbackEffect {
    /// Changes every item that `isMeant` names by its Simkl id.
    public static func editItems(
        where isMeant: @escaping @Sendable (Int) -> Bool = { _ in true }, _ edit: @escaping @Sendable (inout JSON) -> Void
    ) -> Self {
        .edit { json in
            for (bucket, list) in json.members {
                json[bucket] = .array(
                    list.elements.map { item in
                        let media = item["show"] ?? item["movie"] ?? item["anime"]
                        var item = item
                        if isMeant(media?["ids"]?["simkl"]?.int ?? 0) { edit(&item) }
                        return item
                    })
            }
        }
    }

    /// Items whose fields are of other types than documented, and with fields that nobody knows.
    public static func wrongTypes(where isMeant: @escaping @Sendable (Int) -> Bool = { _ in true }) -> Self {
        editItems(where: isMeant) { item in
            item["user_rating"] = "ten"
            item["seasons"] = 7
            item["status"] = ["watching"]
            item["last_watched_at"] = 1_700_000_000
            item["memo"] = "text"
            item["novelty"] = ["deep": [1, .null]]
        }
    }

    /// Titles, slugs and memos that would be markup, a path or a command where they are not escaped.
    public static func hostileStrings(where isMeant: @escaping @Sendable (Int) -> Bool = { _ in true }) -> Self {
        editItems(where: isMeant) { item in
            for key in ["show", "movie", "anime"] where item[key] != nil {
                item[key]?["title"] =
                    "</title><script>alert(1)</script> ![x](javascript:alert(1)) {{secret}} \u{202E}\u{0}\r\nX: y"
                item[key]?["ids"]?["slug"] = "../../../etc/passwd"
                item[key]?["poster"] = "../x\" onerror=\"alert(1)"
            }
            item["memo"] = ["text": "<img src=x onerror=alert(1)>\nEND:VEVENT", "is_private": false]
        }
    }

    /// A library as programs got it that asked neither for the lengths of episodes nor for rewatches.
    public static var withoutLengthsAndRewatches: Self {
        .edit { json in
            for (bucket, list) in json.members {
                let rows = list.elements.filter { $0["is_rewatch"]?.bool != true }
                json[bucket] = .array(rows.map { $0.without(["is_rewatch", "runtime"], inside: ["seasons", "episodes"]) })
            }
        }
    }
}

extension JSON {
    /// Without some members, here and in the lists that are named.
    fileprivate func without(_ names: Set<String>, inside lists: Set<String>) -> JSON {
        guard case .object(var members) = self else { return self }
        for name in names { members[name] = nil }
        for name in lists {
            if let list = members[name] { members[name] = .array(list.elements.map { $0.without(names, inside: lists) }) }
        }
        return .object(members)
    }
}
