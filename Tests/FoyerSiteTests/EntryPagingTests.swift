import Testing

@testable import FoyerSite

@Suite("How a feed's entries are shared out over documents")
struct EntryPagingTests {
    /// Positions of each document, the oldest first.
    private func documents(_ paging: EntryPaging) -> [Range<Int>] { paging.archives.map(\.entries) + [paging.newest] }

    private func place(_ second: Int, _ key: Int = 0) -> EntryPlace {
        EntryPlace(at: Moment(secondsSince1970: Int64(second)), key: "\(key)")
    }

    @Test(
        "every kept entry is in exactly one document, archives are full, and the newest document is neither thin nor fat",
        arguments: [0, 1, 49, 50, 149, 150, 249, 250, 1049, 1149, 1150, 1249, 1250, 25_000], [1, 7, 100_000])
    func whole(count: Int, atOnce: Int) {
        let paging = EntryPaging((0..<count).map { place($0 / atOnce, 100_000 + $0) })
        let documents = documents(paging)
        #expect(documents.first?.lowerBound == paging.first && documents.last?.upperBound == count)
        for (left, right) in zip(documents, documents.dropFirst()) { #expect(left.upperBound == right.lowerBound) }
        #expect(documents.dropLast().allSatisfy { $0.count == 100 } && documents.count <= 11)
        #expect(paging.newest.count <= 149 && paging.newest.count >= min(count, 50))
        #expect(count - paging.first <= EntryPaging.most)
        #expect(paging.bounds.numbers.upperBound == max(0, count - 50) / 100 + 1)
    }

    @Test("nothing of few entries is left out")
    func few() {
        for count in stride(from: 0, through: EntryPaging.most, by: 7) {
            #expect(EntryPaging((0..<count).map { place($0) }).first == 0)
        }
        #expect(EntryPaging((0...EntryPaging.most).map { place($0) }).first == 100)
    }

    /// Four hundred nights of an account: much comes and something goes, also far in the past.
    @Test("what is full never moves to another document, whatever comes, goes, or is found in the past", arguments: 1...3)
    func nights(seed: Int) throws {
        var chance = SeededChance(seed: seed)
        var places: Set<EntryPlace> = []
        var bounds = ArchiveBounds()
        var homes: [EntryPlace: Int] = [:]
        for night in 0..<400 {
            for index in 0..<chance.pick([0, 3, 20, 60]) { places.insert(place(night * 100 + index, index)) }
            if chance.chance(1, in: 3) { places.insert(place(Int.random(in: 0...night * 100, using: &chance), 777)) }
            if chance.chance(1, in: 3), let gone = places.min(by: { $0.key < $1.key }) { places.remove(gone) }
            let sorted = places.sorted()
            let paging = EntryPaging(sorted, known: bounds)
            #expect(EntryPaging(sorted, known: paging.bounds).bounds == paging.bounds)
            for (number, entries) in paging.archives {
                for entry in sorted[entries] {
                    try #require(homes[entry] == nil || homes[entry] == number, "night \(night)")
                    homes[entry] = number
                }
            }
            // What was forgotten does not come back.
            for entry in sorted[..<paging.first] { try #require((homes[entry] ?? 0) < paging.bounds.numbers.lowerBound) }
            bounds = paging.bounds
            if chance.chance(1, in: 5) { places = Set(sorted[paging.first...]) }
        }
        #expect(bounds.numbers.lowerBound > 20)
    }
}
