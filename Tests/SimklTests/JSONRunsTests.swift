import Foundation
import TestSupport
import Testing

@testable import Simkl

@Suite("A large library is read in runs")
struct JSONRunsTests {
    private struct Read: Equatable {
        var items: [Wire.Item]
        var issues: [ReadingIssue]
    }

    private let folder = AccountFolder(path: "")

    /// All at once, as small libraries are; nil where there is no document, or it has to be mended.
    private func whole(_ text: [UInt8]) -> Read? {
        var reader = WireReader(file: "all-items.json")
        let items = try? PaddedText(text).parse { root, mends in
            mends == JSONMends() ? AccountFolder.items(root, bucket: nil, &reader) : nil
        }
        return (items ?? nil).map { Read(items: $0, issues: reader.issues) }
    }

    private func inRuns(_ text: [UInt8], size: Int) -> Read? {
        var reader = WireReader(file: "all-items.json")
        return folder.itemsInRuns(Data(text), &reader, size: size).map { Read(items: $0, issues: reader.issues) }
    }

    /// A library of odd entries: texts with signs of JSON's, blanks, entries that are none, fields of other kinds.
    private func library(_ random: inout SplitMix) -> String {
        let texts = [#"A \"b\" ]"#, #"c\\"#, "{,}", "銀魂", #"\u00e9\/"#, "]}", ""]
        let members = ["movies", "shows", "anime"].shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
        let lists = members.map { name in
            let entries = (0..<Int.random(in: 0...30, using: &random)).map { number -> String in
                switch Int.random(in: 0...9, using: &random) {
                case 0: return ["7", "null", "[]", #"{"show":{"title":"no id"}}"#, #""]""#].randomElement(using: &random) ?? ""
                default:
                    let (text, year) = (texts.randomElement(using: &random) ?? "", Bool.random(using: &random) ? "1999" : #""x""#)
                    return """
                        { "status" : "completed","show":{"title":"\(text)","year":\(year), "ids":{"simkl":\(number + 1),"imdb":"\(text)"}},
                        "seasons":[{"number":1,"episodes":[{"number":1},{"number":2,"watched_at":"2024-01-01T10:00:00Z"}]}]}
                        """
                }
            }
            return "\"\(name)\" : [\(entries.joined(separator: [",", " ,\n"].randomElement(using: &random) ?? ","))]"
        }
        return "{\(lists.joined(separator: ", "))}\n"
    }

    @Test("as it is read at once: every entry, every issue with its place, however small the runs are")
    func sameAsWhole() throws {
        var random = SplitMix(seed: 11)
        for _ in 0..<300 {
            let text = Array(library(&random).utf8)
            let whole = try #require(self.whole(text))
            for size in [1, 200, text.count / 4] where !whole.items.isEmpty && text.count >= 4 * size {
                #expect(inRuns(text, size: size) == whole)
            }
        }
    }

    @Test("a document that is damaged anywhere is read as a whole or not at all, never otherwise")
    func damaged() {
        var random = SplitMix(seed: 12)
        let signs = Array(#"{}[],:"\ x0"#.utf8) + [0x00, 0x0A, 0xC3, 0xFF]
        var read = 0
        for _ in 0..<20_000 {
            var text = Array(library(&random).utf8)
            let place = text.indices.randomElement(using: &random) ?? 0
            switch Int.random(in: 0...3, using: &random) {
            case 0: text.remove(at: place)
            case 1: text.insert(signs.randomElement(using: &random) ?? 0, at: place)
            case 2: text[place] = signs.randomElement(using: &random) ?? 0
            default: text.removeSubrange(place...)
            }
            guard let runs = inRuns(text, size: 100) else { continue }
            read += 1
            #expect(runs == whole(text), "\(String(decoding: text, as: UTF8.self))")
        }
        // Most of what is damaged is only another text.
        #expect(read > 2_000)
    }

    @Test("of very many faults the first are told and the others counted, as if it were read at once")
    func manyFaults() throws {
        let faults = (0..<2_500).map { $0 == 2_300 ? "7" : #"{"show":{"year":"x","ids":{"simkl":\#($0 + 1)}}}"# }
        let text = Array(#"{"shows":[\#(faults.joined(separator: ","))]}"#.utf8)
        let whole = try #require(self.whole(text))
        #expect(whole.issues.count == 2_001 && whole.issues.last?.pointer == "/shows/2300")
        #expect(inRuns(text, size: 1_000) == whole)
    }

    @Test(
        "what is of another shape is left to be read at once",
        arguments: [
            "", "{", "{}", "[]", "null", #"{"movies":[]}"#, #"{"movies":{"movies":[{"movie":{"ids":{"simkl":1}}}]}}"#,
            #"[{"movie":{"ids":{"simkl":1}}}]"#, #"{"edition":"public","movies":[{"movie":{"ids":{"simkl":1}}}]}"#,
            #"{"movies":[{"movie":{"ids":{"simkl":1}}}],"movies":[{"movie":{"ids":{"simkl":2}}}]}"#,
            #"{"films":[{"movie":{"ids":{"simkl":1}}}]}"#, #"{"movies":[{"movie":{"ids":{"simkl":1}}},]}"#,
            #"{"movies":[{"movie":{"ids":{"simkl":1}}}]} x"#, "\u{FEFF}" + #"{"movies":[{"movie":{"ids":{"simkl":1}}}]}"#,
        ])
    func otherShapes(text: String) { #expect(inRuns(Array(text.utf8), size: 1) == nil) }

    @Test("a folder with a library of two megabytes is read so; a character that no text can have is replaced there, too")
    func large() throws {
        func text(_ name: String) -> String {
            let entries = (1...20_000).map { number in
                let title = number == 15_000 ? name : "Film \(number)"
                return #"{"status":"completed","movie":{"title":"\#(title)","ids":{"simkl":\#(number)}}}"#
            }
            return #"{"shows":[],"movies":[\#(entries.joined(separator: ","))],"anime":[{"show":{}}]}"#
        }
        let sound = try TemporaryAccount.read(["all-items.json": text("Whole")])
        #expect(sound.items.map(\.media.ids.simkl) == Array(1...20_000) && sound.items[14_999].media.title == "Whole")
        #expect(sound.issues.map(\.pointer) == ["/anime/0"])
        let odd = try TemporaryAccount.read(["all-items.json": text(#"Half \ud83d"#)])
        #expect(odd.items.count == 20_000 && odd.items[14_999].media.title == "Half \u{FFFD}")
        #expect(Set(odd.issues.map(\.pointer)) == ["", "/anime/0"])
    }
}
