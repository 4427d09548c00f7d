import Disk

/// What readers know a feed or an entry by, for ever.
///
/// Source: RFC 4287, 4.2.6; RFC 9562, 5.8 (version 8)
struct EntryID: Hashable, Sendable {
    /// As in `urn:uuid:2f7a9a4e-51c8-8b0d-9a3e-0c1d2e3f4a5b`.
    let text: String

    init(text: String) { self.text = text }

    /// - Parameter parts: what tells it from everything else. None may be something that the edition does not show: few possible
    ///   values could be tried until the id comes out.
    init(of parts: [String]) {
        let (high, low) = Fingerprint.wide(parts.joined(separator: "\u{1F}"))
        let version = high & 0xFFFF_FFFF_FFFF_0FFF | 0x8000
        let variant = low & 0x3FFF_FFFF_FFFF_FFFF | 0x8000_0000_0000_0000
        var text = Array("urn:uuid:".utf8)
        for (position, digit) in (version.hexadecimal(16) + variant.hexadecimal(16)).utf8.enumerated() {
            if [8, 12, 16, 20].contains(position) { text.append(UInt8(ascii: "-")) }
            text.append(digit)
        }
        self.text = String(decoding: text, as: UTF8.self)
    }
}

/// What an entry or a feed is about: it tells the id from all others of one owner.
struct EntryKey: Hashable, Sendable {
    /// By Simkl's id alone, since Simkl moves titles from one kind to another.
    let parts: [String]
    /// As ids were made once: with the title's kind, and the episode's number as people read it in English.
    let formerParts: [String]
    /// Puts keys of one time in an order.
    private let order: String

    /// A whole feed, another one for each audience: what they may see differs.
    init(feed slug: String, _ edition: Edition) {
        parts = ["feed", slug, edition.rawValue]
        formerParts = parts
        order = ""
    }

    /// Something of a time, not of one title.
    init(_ event: String, _ time: String) {
        parts = [event, time]
        formerParts = parts
        order = time
    }

    /// Something that happened to a title.
    ///
    /// - Parameters:
    ///   - isTwin: whether another title of the library has the same id: then the kind has to tell them apart.
    ///   - slot: the episode or release that it is about.
    init(_ event: [String], _ title: TitleID, isTwin: Bool, slot: NewsSlot?, _ after: [String]) {
        formerParts = event + [title.key] + (slot.map { [$0.formerLabel] } ?? []) + after
        let after = (slot.map { [$0.key] } ?? []) + after
        parts = event + [isTwin ? title.key : String(title.simkl)] + after
        let digits = String(title.simkl)
        order = ([String(repeating: "0", count: max(0, 12 - digits.count)) + digits] + event + after).joined(separator: " ")
    }

    /// As builds remember it.
    var text: String { parts.joined(separator: " ") }

    /// The entry's place among others, at a time.
    func place(at moment: Moment) -> EntryPlace { EntryPlace(at: moment, key: order) }
}

extension NewsSlot {
    /// As ids were made once, when all sites were in English: `S04E03`, `in the cinema`.
    fileprivate var formerLabel: String {
        if let episode { return (episode.season.map { "S\(padded($0))" } ?? "") + "E\(padded(episode.number))" }
        return release?.mark.rawValue ?? ""
    }
}

/// Makes the ids of one owner's feeds.
///
/// Shape: from a number that was drawn once and is remembered, or, where builds remember nothing, from the account's at Simkl, hashed;
/// never from a kind, an address or a time, which change. Ids that are out there from before stay as they are.
struct FeedIdentity: Hashable, Sendable {
    let owner: String
    /// Ids that were given out before they were made in this way, by those that they would have now.
    var earlier: [String: String] = [:]
    /// The name that earlier builds made ids from; nil where none did.
    var formerName: String?

    func id(_ key: EntryKey) -> EntryID {
        if let formerName { return EntryID(of: [formerName] + key.formerParts) }
        let id = EntryID(of: [owner] + key.parts)
        return earlier[id.text].map(EntryID.init(text:)) ?? id
    }

    /// The ids of some entries, where they are not those that they would have now: what has to be remembered of them.
    func exceptions(_ keys: some Sequence<EntryKey>) -> [String: String] {
        // Most sites have none.
        guard formerName != nil || !earlier.isEmpty else { return [:] }
        let pairs = keys.map { (EntryID(of: [owner] + $0.parts).text, id($0).text) }.filter { $0 != $1 }
        return Dictionary(pairs) { first, _ in first }
    }
}
