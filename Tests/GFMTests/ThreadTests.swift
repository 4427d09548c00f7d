import GFM
import TestSupport
import Testing

@Suite("Threads")
struct ThreadTests {
    /// One way to render one text.
    private struct Job: Sendable {
        let text: String
        let way: Int

        func run() -> String {
            switch way {
            case 0: GFM.html(text, dialect: .github)
            case 1: GFM.html(text, dialect: .page)
            default: GFM.html(text, decoration: .plain)
            }
        }
    }

    @Test("many texts of both dialects rendered at once give what they give one by one")
    func concurrentRendering() async throws {
        let texts = try CorpusFile.all.map { try $0.text() }
        let jobs = (0..<3).flatMap { way in texts.map { Job(text: $0, way: way) } }
        let oneByOne = jobs.map { $0.run() }
        var generator = SplitMix(seed: 7)
        let order = (0..<20).flatMap { _ in jobs.indices.shuffled(using: &generator) }
        let wrong = await withTaskGroup(of: Int.self) { group in
            for part in stride(from: 0, to: order.count, by: 50) {
                group.addTask {
                    order[part..<min(part + 50, order.count)].count { jobs[$0].run() != oneByOne[$0] }
                }
            }
            return await group.reduce(0, +)
        }
        #expect(wrong == 0)
    }
}
