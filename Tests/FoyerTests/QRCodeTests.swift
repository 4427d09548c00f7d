import Foundation
import Testing

@testable import foyer

/// Pictures that telephones read, held against those that another encoder makes (python-qrcode 8.2, level L, mask 0).
struct QRCodeTests {
    private static let address = "https://simkl.com/pin/"

    private func picture(_ code: QRCode) -> String {
        code.modules.map { row in row.map { $0 ? "#" : "." }.joined() }.joined(separator: "\n")
    }

    @Test("an address with a code is the picture that others make of it")
    func address() throws {
        let code = try #require(QRCode("https://simkl.com/pin/AB12-CD34"))
        #expect(
            picture(code) == """
                #######....######.#######
                #.....#....#..###.#.....#
                #.###.#.#.........#.###.#
                #.###.#....#..#...#.###.#
                #.###.#........#..#.###.#
                #.....#..#####.##.#.....#
                #######.#.#.#.#.#.#######
                ........##...#..#........
                ###.#####.#.##.####...#..
                #...##.#...##...###.....#
                ..#...####....#....#..###
                ##...#.#...####....#...#.
                .####.###..###..####.#.##
                ..####.##.......###..#..#
                #.#.#.###.#.##..##.#..###
                .#####.#..#..#..#...#..#.
                #..#######...#########...
                ........###....##...##.##
                #######.###..#.##.#.##.##
                #.....#.##.#.####...##..#
                #.###.#.#.#.....######.#.
                #.###.#...#..#.#...####..
                #.###.#.#...#.##....#...#
                #.....#.##...######.##.#.
                #######.#.#.#..###.#...##
                """)
    }

    @Test(
        "so is a text of any length that fits",
        arguments: [
            (10, 21, "231a635b3cc5cc5b"), (50, 29, "c7876542a63d353f"), (70, 33, "208e300049af02a7"),
            (106, 37, "165506b862a10bf7"),
        ])
    func lengths(length: Int, size: Int, hash: String) throws {
        let text = String((Self.address + String(repeating: "A1-", count: 40)).prefix(length))
        let code = try #require(QRCode(text))
        #expect(code.modules.count == size)
        #expect(Self.hash(code.modules) == hash)
    }

    @Test("a longer text has none")
    func tooLong() {
        #expect(QRCode(String(repeating: "a", count: 107)) == nil)
    }

    @Test("on a terminal it is drawn with its light frame, two rows in a line")
    func lines() throws {
        let lines = try #require(QRCode("https://simkl.com/pin/AB12-CD34")).lines
        #expect(lines.count == 15 && lines.allSatisfy { $0.count == 29 })
        #expect(lines[0] == String(repeating: "█", count: 29))
        #expect(lines[1] == "██ ▄▄▄▄▄ ████ ▄▄   █ ▄▄▄▄▄ ██", "\(lines.joined(separator: "\n"))")
    }

    /// FNV-1a over the modules, row by row.
    private static func hash(_ modules: [[Bool]]) -> String {
        var sum: UInt64 = 14_695_981_039_346_656_037
        for module in modules.joined() { sum = (sum ^ (module ? 1 : 0)) &* 1_099_511_628_211 }
        return String(sum, radix: 16)
    }
}
