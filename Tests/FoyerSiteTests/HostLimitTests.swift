import Testing

@testable import FoyerSite

struct HostLimitTests {
    @Test(
        "a site that is too large for a host is told so, to the file and the byte",
        arguments: [
            (20_000, 1_000_000_000, true, []),
            (20_001, 5, true, ["20,001 files, and Cloudflare Pages takes 20,000 on its free plan; markdown: false"]),
            (20_001, 5, false, ["20,001 files, and Cloudflare Pages takes 20,000 on its free plan"]),
            (5, 1_001_000_000, true, ["1,001 MB, and GitHub Pages takes 1,000; markdown: false"]),
            (30_000, 2_000_000_000, false, ["30,000 files", "2,000 MB"]),
        ])
    func notes(files: Int, bytes: Int, hasMarkdown: Bool, expected: [String]) {
        let notes = HostLimits.notes(files: files, bytes: bytes, hasMarkdown: hasMarkdown)
        #expect(notes.count == expected.count)
        for (note, text) in zip(notes, expected) {
            #expect(note.severity == .note && note.message.hasPrefix("the site has \(text)"), "\(note)")
            #expect(note.message.contains("markdown: false") == hasMarkdown)
        }
    }
}
