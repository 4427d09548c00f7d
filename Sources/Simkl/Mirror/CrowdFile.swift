import Foundation

/// The crowd's ratings of one bucket, row by row.
///
/// Shape: a list, as Simkl sends it, in the order of the ids.
struct CrowdFile {
    private var rows: [Int: (text: [UInt8], hasEnded: Bool)] = [:]

    /// Empty for nothing, and for what cannot be read.
    init(_ data: Data?) {
        guard let data else { return }
        read(data)
    }

    /// Whether a title is known to have ended, or to be out.
    func hasEnded(_ id: Int) -> Bool { rows[id]?.hasEnded ?? false }

    /// Whether it has been asked what others think of a title.
    func knows(_ id: Int) -> Bool { rows[id] != nil }

    /// Puts an answer's rows over those that are kept, and forgets titles that are no longer in the library. Of those that were asked for
    /// and are in no answer, nobody thinks anything.
    mutating func update(_ answer: Data, asked: Set<Int>, keeping ids: Set<Int>) {
        read(answer)
        for id in asked where rows[id] == nil { rows[id] = (Array("{\"id\":\(id)}".utf8), false) }
        rows = rows.filter { ids.contains($0.key) }
    }

    private mutating func read(_ data: Data) {
        var reader = WireReader(file: "")
        try? PaddedText(data).parse { root in
            root.forEachElement { _, element in
                guard let crowd = Wire.Crowd(element, &reader) else { return }
                let hasEnded = crowd.releaseStatus.map { Self.final.contains($0.lowercased()) } ?? false
                rows[crowd.id] = (element.minified, hasEnded)
            }
        }
    }

    private static let final: Set<String> = ["ended", "released", "aired", "canceled", "cancelled"]

    func encoded() -> Data {
        Data(JSONParts.array(rows.keys.sorted().compactMap { rows[$0]?.text }))
    }
}
