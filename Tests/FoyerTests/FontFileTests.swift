import Foundation
import TestSupport
import Testing

/// What the site's faces weigh, and what comes with them.
struct FontFileTests {
    private static let assets = "\(Program.root)/Templates/assets"

    @Test("the faces are WOFF2, under 150 KB together, and each family has its licence beside it")
    func files() throws {
        let files = try Tree("\(Self.assets)/fonts").files
        let faces = files.filter { $0.key.hasSuffix(".woff2") }
        #expect(
            faces.keys.sorted() == [
                "noto-sans-condensed-400.woff2", "noto-sans-condensed-600.woff2", "vollkorn-400-italic.woff2",
                "vollkorn-400.woff2", "vollkorn-600.woff2",
            ])
        #expect(faces.values.allSatisfy { $0.starts(with: Array("wOF2".utf8)) })
        #expect(faces.values.reduce(0) { $0 + $1.count } < 150_000)
        #expect(Set(files.keys).subtracting(faces.keys) == ["noto-sans-condensed-OFL.txt", "vollkorn-OFL.txt"])
        for (name, text) in files where name.hasSuffix(".txt") {
            #expect(String(decoding: text, as: UTF8.self).contains("SIL OPEN FONT LICENSE Version 1.1"), "\(name)")
        }
    }

    @Test("the stylesheet names each face's file, swaps it in when it has come, and stays under 36 KB")
    func stylesheet() throws {
        let css = try String(contentsOfFile: "\(Self.assets)/foyer.css", encoding: .utf8)
        #expect(css.utf8.count < 36_000)
        let named = css.matches(of: /@font-face \{[^}]*url\(fonts\/([^)]*)\)[^}]*font-display: swap; \}/).map { String($0.1) }
        let faces = try FileManager.default.contentsOfDirectory(atPath: "\(Self.assets)/fonts").filter { $0.hasSuffix(".woff2") }
        #expect(named.sorted() == faces.sorted())
    }
}
