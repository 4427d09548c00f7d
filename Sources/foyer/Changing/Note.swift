import ArgumentParser
import Simkl

/// `foyer note`: a note on a title.
struct Note: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Make a note on a title, for yourself or for everybody.",
        discussion: """
            140 characters at most; an empty one takes the note back. Private unless --public: only public ones come on the site.

            \(ChangeOptions.discussion)
            """)

    @Argument(help: "A title on one of your lists.")
    var title: String
    @Argument(help: "The note.")
    var text: String
    @Flag(help: "For everybody to read, on Simkl and on the site.")
    var `public` = false
    @OptionGroup var options: ChangeOptions

    /// Source: Simkl's memo objects.
    private static let mostCharacters = 140

    func validate() throws {
        _ = try TitleNames.queries([title])
        let length = text.unicodeScalars.count
        if length > Self.mostCharacters {
            throw ValidationError("A note has \(Self.mostCharacters) characters at most; this one has \(length).")
        }
    }

    func run() async throws {
        try await Failure.telling {
            try await AccountChange(options: options).run([title]) { title, _ in try change(of: title) }
        }
    }

    private func change(of title: FoundTitle) throws -> PlannedChange {
        guard let item = title.item else {
            throw Failure(
                code: .data, message: "\(title.label) is on none of your lists. First: foyer add \(title.address) --to plan.")
        }
        let old = item.memo?.text ?? ""
        let isPrivate = !self.public
        if old == text, old.isEmpty || item.memo?.isPrivate == isPrivate {
            return PlannedChange(title: title, words: old.isEmpty ? "has no note" : "has this note already")
        }
        let words = text.isEmpty ? "take back the note “\(old)”" : "note “\(text)”, \(isPrivate ? "private" : "public")"
        let before = old.isEmpty || text.isEmpty ? "" : " (now “\(old)”)"
        return PlannedChange(title: title, words: words + before, steps: [.watch(reference(to: title, item))])
    }

    /// Notes go with the history, which marks as watched what it is not told otherwise: so it is told what is so already.
    ///
    /// Source: `POST /sync/history`
    private func reference(to title: FoundTitle, _ item: Wire.Item) -> TitleReference {
        let play = title.recorded.filter { $0.value.watchedAt != nil }.min { left, right in
            (left.key.season, left.key.number) < (right.key.season, right.key.number)
        }
        var reference = title.reference
        if let play { reference = title.reference([(play.key, play.value.watchedAt?.text)]) }
        if item.status != "completed" {
            reference.status = item.status
        } else if title.bucket == .movies {
            reference.watchedAt = item.lastWatchedAt?.text ?? WireDate.unknown
        }
        reference.memo = TitleReference.Memo(text: text, isPrivate: !self.public)
        return reference
    }
}
