import Foundation
import Raster
import TestSupport
import Testing

@Suite("Pictures of pixels")
struct CanvasTests {
    private static let paper = Colour(0xf7f1e6)
    private static let inks = [Colour(0x241a14), Colour(0x8c2b1c)]

    static func face(_ name: String = "vollkorn-600") throws -> Typeface {
        let path = "\(Program.root)/Templates/assets/fonts/\(name).woff2"
        let file = try #require(FileManager.default.contents(atPath: path))
        return try #require(Typeface(Array(file)))
    }

    @Test("what is filled has its ink's colour to the pixel, and a file of it is read by others, words and all")
    func filled() async throws {
        var canvas = Canvas(width: 40, height: 30, paper: Self.paper, inks: Self.inks)
        canvas.fill(x: 10, y: 5, width: 20, height: 10, ink: 0)
        canvas.fill(x: 29, y: 14, width: 4, height: 4, ink: 1)
        let reading = try await PNGReading(
            canvas.png(description: "Zwei Flächen"), pixels: [(9, 5), (10, 5), (28, 14), (29, 14), (32, 17), (33, 17)])
        #expect(reading.width == 40 && reading.height == 30 && reading.description == "Zwei Flächen")
        #expect(reading.drawn == [10, 32, 5, 17])
        #expect(reading.colours == ["f7f1e6", "241a14", "241a14", "8c2b1c", "8c2b1c", "f7f1e6"])
    }

    @Test(
        "what reaches over the edges is cut there, and what lies beyond them is nothing",
        arguments: [
            (-5, -5, 10, 10, [0, 4, 0, 4]), (35, 25, 100, 100, [35, 39, 25, 29]), (-9, 3, 100, 1, [0, 39, 3, 3]),
            (50, 0, 5, 5, []),
            (0, -9, 5, 5, []), (3, 3, 0, 5, []), (3, 3, -4, -4, []),
        ])
    func edges(x: Int, y: Int, width: Int, height: Int, drawn: [Int]) async throws {
        var canvas = Canvas(width: 40, height: 30, paper: Self.paper, inks: Self.inks)
        canvas.fill(x: x, y: y, width: width, height: height, ink: 1)
        #expect(try await PNGReading(canvas.png(description: "")).drawn == drawn)
    }

    @Test("text stands where it was put, as wide as it was measured, and is cut at the edges too")
    func text() async throws {
        let face = try Self.face()
        func drawn(_ text: String, x: Double, y: Double) async throws -> [Int] {
            var canvas = Canvas(width: 400, height: 100, paper: Self.paper, inks: Self.inks)
            face.draw(text, x: x, y: y, size: 60, ink: 0, on: &canvas)
            return try await PNGReading(canvas.png(description: "")).drawn
        }
        let place = try await drawn("HIH", x: 20, y: 80)
        #expect(place.count == 4 && (20...23).contains(place[0]) && (78...80).contains(place[3]), "\(place)")
        let end = 20 + face.width(of: "HIH") * 60
        #expect((end - 4...end).contains(Double(place[1])), "\(place), \(end)")
        for (x, y) in [(-30.0, 80.0), (390, 80), (20, 10), (20, 130), (-5000, 50), (20, 5000)] {
            let cut = try await drawn("HIH", x: x, y: y)
            #expect(cut.isEmpty || (cut[0] >= 0 && cut[1] < 400 && cut[2] >= 0 && cut[3] < 100), "\(cut)")
        }
    }

    @Test("letters that lean to each other are moved together, in every face of the site's")
    func kerning() throws {
        for name in ["vollkorn-400", "vollkorn-400-italic", "vollkorn-600", "noto-sans-condensed-400", "noto-sans-condensed-600"]
        {
            let face = try Self.face(name)
            #expect(face.width(of: "AVAV") < face.width(of: "A") * 2 + face.width(of: "V") * 2 - 0.02, "\(name)")
            #expect(face.width(of: "e\u{301}") == face.width(of: "é"), "\(name)")
        }
    }

    @Test("every face has Europe's Latin letters, Vietnamese, and the signs of our pages, and none has other scripts")
    func letters() throws {
        let there =
            "ÅÄÖåäöÆØæøßẞÞþÐðŁłŒœČčŘřŠšŽžĐđĞğİıŐőŰűȘșȚțĀāĒēĪīŌōŪūĊċĦħĲĳŊŋŦŧ ƠơƯưĂăÂâÊêÔôẠạẤấỆệỖỗỰựỸỹ “”‘’„‚«»‹›…–—·•×−±≈≤≥ ←→↑↓★☆●○▶✓€№™°"
        for name in ["vollkorn-400", "vollkorn-400-italic", "vollkorn-600", "noto-sans-condensed-400", "noto-sans-condensed-600"]
        {
            let face = try Self.face(name)
            #expect(there.filter { !face.has(String($0)) } == "", "\(name)")
            for text in ["進", "ひ", "한", "ש", "ح", "ก", "🎬", "Д"] { #expect(!face.has(text), "\(name) \(text)") }
        }
    }

    @Test("what is no font is none", arguments: [[], Array("wOF2".utf8), [UInt8](repeating: 0, count: 5000)])
    func damaged(bytes: [UInt8]) throws {
        #expect(Typeface(bytes) == nil)
        let path = "\(Program.root)/Templates/assets/fonts/vollkorn-600.woff2"
        let whole = Array(try #require(FileManager.default.contents(atPath: path)))
        #expect(Typeface(Array(whole.prefix(whole.count / 2))) == nil)
    }

    @Test("many threads draw with one face, and all draw the same")
    func threads() async throws {
        let face = try Self.face()
        let files = await withTaskGroup(of: [UInt8].self) { group in
            for _ in 0..<16 {
                group.addTask {
                    var canvas = Canvas(width: 300, height: 80, paper: Self.paper, inks: Self.inks)
                    for size in stride(from: 10.0, to: 60, by: 7) {
                        face.draw("Foyer 2026", x: 4, y: 60, size: size, ink: 1, on: &canvas)
                    }
                    return canvas.png(description: "")
                }
            }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(files.count == 1)
    }
}
