import Testing

@testable import FoyerSite

@Suite("How a feed's entries are shared out over documents")
struct EntryPagingTests {
    /// Positions of each document, the oldest first.
    private func documents(_ paging: EntryPaging) -> [Range<Int>] {
        paging.archives.map(paging.positions) + [paging.newest]
    }

    @Test(
        "every kept entry is in exactly one document, archives are full, and the newest document is neither thin nor fat",
        arguments: [0, 1, 49, 50, 149, 150, 249, 250, 1049, 1149, 1150, 1249, 1250, 250_000], [0, 1, 99, 100, 101, 5_000_000])
    func whole(count: Int, earlier: Int) {
        let paging = EntryPaging(count: count, earlier: earlier)
        let documents = documents(paging)
        #expect(documents.first?.lowerBound == paging.first && documents.last?.upperBound == count)
        for (left, right) in zip(documents, documents.dropFirst()) { #expect(left.upperBound == right.lowerBound) }
        #expect(documents.dropLast().allSatisfy { $0.count == 100 } && documents.count <= 11)
        #expect(paging.newest.count <= 149 && paging.newest.count >= min(count, 50))
        #expect(count - paging.first <= EntryPaging.most)
    }

    @Test("a full archive keeps its number and its entries while new ones come and old ones are forgotten")
    func stable() {
        var contents: [Int: Range<Int>] = [:]
        for total in 0...3000 {
            let earlier = max(0, total - EntryPaging.most)
            let paging = EntryPaging(count: total - earlier, earlier: earlier)
            for number in paging.archives {
                let own = paging.positions(ofArchive: number)
                let absolute = own.lowerBound + earlier..<own.upperBound + earlier
                #expect(contents[number] == nil || contents[number] == absolute)
                contents[number] = absolute
            }
        }
        #expect(contents.keys.sorted() == Array(1...29))
    }

    @Test("nothing of few entries is left out")
    func few() {
        for count in 0...EntryPaging.most { #expect(EntryPaging(count: count).first == 0) }
        #expect(EntryPaging(count: EntryPaging.most + 1).first == 100)
    }
}
