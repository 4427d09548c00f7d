import Foundation
import GFM
import Testing

@testable import FoyerSite

@Suite("The drawings of charts")
struct ChartTests {
    @Test("bars carry their numbers, their labels cut to three letters, and a sentence for those who do not see them")
    func bars() {
        #expect(
            svg("bars", [["Month", "Hours"], ["Nov 2026", "12.5"], ["December", "0"], ["2027", "–"], ["Jan", "1,000.0"]])
                == """
                <svg role="img" aria-label="One sentence." viewBox="0 0 720 200">
                <path class="axis" d="M0 178.5H720"/>
                <rect x="45" y="176.1" width="90" height="2" rx="3"><title>Nov 2026: 12.5 hours</title></rect>
                <text class="value" x="90" y="170.1">12.5</text>
                <text x="90" y="194">Nov</text>
                <rect x="225" y="178" width="90" height="0" rx="3"><title>December: 0 hours</title></rect>
                <text class="value" x="270" y="172">0</text>
                <text x="270" y="194">Dec</text>
                <text x="450" y="194">2027</text>
                <rect x="585" y="22" width="90" height="156" rx="3"><title>Jan: 1,000.0 hours</title></rect>
                <text class="value" x="630" y="16">1,000.0</text>
                <text x="630" y="194">Jan</text>
                </svg>
                """)
    }

    @Test("rows begin with their label and end with their number")
    func rows() {
        #expect(
            svg(
                "rows",
                [["List", "Plays"], ["Plan to watch", "2"], ["A very long label that is cut", "1,234"], ["None", "0"]])
                    == """
                    <svg role="img" aria-label="One sentence." viewBox="0 0 720 102">
                    <text class="start" x="0" y="23">Plan to watch</text>
                    <rect x="252" y="7" width="0.6" height="20" rx="2"><title>Plan to watch: 2 plays</title></rect>
                    <text class="value start" x="260.6" y="23">2</text>
                    <text class="start" x="0" y="57">A very long label t…</text>
                    <rect x="252" y="41" width="398" height="20" rx="2"><title>A very long label that is cut: 1,234 plays</title></rect>
                    <text class="value start" x="658" y="57">1,234</text>
                    <text class="start" x="0" y="91">None</text>
                    <rect x="252" y="75" width="0" height="20" rx="2"><title>None: 0 plays</title></rect>
                    <text class="value start" x="260" y="91">0</text>
                    </svg>
                    """)
    }

    @Test("days lie in their weeks, across the end of a year, without those that do not exist or are not counted")
    func days() {
        #expect(
            html(
                "days plays a day",
                [month("Dec 2027", [30: "1", 31: "12"], from: 30), month("Jan 2028", [1: "3", 2: ""], to: 3)])
                    == """
                    <figure class="chart chart-days">
                    <div class="days">
                    <svg role="img" aria-label="Dec 2027 to Jan 2028: 3 days of 5" viewBox="0 0 381 107">
                    <text class="start" x="0" y="25">Mon</text>
                    <text class="start" x="0" y="51">Wed</text>
                    <text class="start" x="0" y="77">Fri</text>
                    <text class="start" x="30" y="10">Jan</text>
                    <path class="shade-2" d="M30 55h11v11h-11z"><title>30 Dec 2027: 1</title></path>
                    <path class="shade-4" d="M30 68h11v11h-11z"><title>31 Dec 2027: 12</title></path>
                    <path class="shade-3" d="M30 81h11v11h-11z"><title>1 Jan 2028: 3</title></path>
                    <path class="shade-0" d="M30 94h11v11h-11zM43 16h11v11h-11z"/>
                    </svg>
                    <svg class="legend" role="img" aria-label="From light to dark, plays a day: none, 1, 3, 12" viewBox="0 0 381 14">
                    <text class="start" x="0" y="10">plays a day</text>
                    <path class="shade-0" d="M72 1h11v11h-11z"/><text class="start" x="87" y="10">none</text>
                    <path class="shade-2" d="M121 1h11v11h-11z"/><text class="start" x="136" y="10">1</text>
                    <path class="shade-3" d="M152 1h11v11h-11z"/><text class="start" x="167" y="10">3</text>
                    <path class="shade-4" d="M183 1h11v11h-11z"/><text class="start" x="198" y="10">12</text>
                    </svg>
                    </div>

                    """)
    }

    @Test("a table without numbers or months is no chart, and one whose numbers are all 0 is")
    func empty() {
        for kind in ["bars", "rows", "days", "pie", ""] {
            for rows in [
                [["A", "B"]], [["A", "B"], ["x", "–"]], [["A"], ["x"]], [["A", "B"], ["Nov 2026", "–"]],
                [["A", "B"], ["", "x"]],
            ] {
                #expect(!drawn(kind, rows).contains("<svg"), "\(kind) \(rows)")
                #expect(drawn(kind, rows).contains("<table>"), "\(kind) \(rows)")
            }
        }
        for kind in ["bars", "rows"] { #expect(svg(kind, [["A", "B"], ["x", "0"]]).contains("<title>x: 0 b</title>")) }
        #expect(html("days", [month("Feb 2026", [:])]).contains("aria-label=\"Feb 2026: 0 days of 28\""))
    }

    @Test("no label and no number leaves its place or its quotes", arguments: ["bars", "rows", "days"])
    func hostile(kind: String) {
        let evil = #"</svg><script>alert("1")</script> | \ ` & ' *x*"#
        let rows = [[evil, evil], ["Nov 2026", "5" + evil], [evil, "7"]]
        let drawn = drawn(kind, rows, text: evil)
        #expect(!drawn.contains("<script") && drawn.components(separatedBy: "</svg>").count == (kind == "days" ? 3 : 2))
        #expect(drawn.contains("&lt;/svg&gt;&lt;script&gt;alert(&quot;1&quot;)"))
    }

    @Test("numbers of any size stay within the drawing")
    func huge() {
        for number in ["0.1", "1000000000000000000000", "9,223,372,036,854,775,807", "1" + String(repeating: "0", count: 300)] {
            for kind in ["bars", "rows", "days"] {
                let drawn = drawn(kind, [["A", "B"], ["Nov 2026", number], ["Dec 2026", "1"]])
                #expect(drawn.contains("<svg") && !drawn.contains("nan") && !drawn.contains("inf"), "\(kind) \(number)")
                for match in drawn.matches(of: /(?:width|height|x|y)="([0-9.-]+)"/) {
                    let place = Double(match.1) ?? -1
                    #expect((0...720).contains(place), "\(kind) \(number): \(match.0)")
                }
            }
        }
        #expect(ChartMark.number("1" + String(repeating: "0", count: 400)) == nil)
    }

    @Test("where bars are many, the highest alone has its number, and labels have room", arguments: [24, 31, 53, 60])
    func many(count: Int) {
        let rows = [["Year", "Hours"]] + (0..<count).map { ["\(1970 + $0)", $0 == 7 ? "99.5" : "\($0).5"] }
        let drawing = svg("bars", rows)
        #expect(drawing.matches(of: #/<rect x/#).count == count)
        #expect(drawing.matches(of: #/class="value"/#).count == 1 && drawing.contains(">99.5</text>"))
        let labels = drawing.matches(of: /<text x="([0-9.]+)"/).compactMap { Double($0.1) }
        #expect(zip(labels, labels.dropFirst()).allSatisfy { $1 - $0 >= 48 } && labels.count >= 8)
    }

    @Test("every day of a year has its square, once, in its week", arguments: [2023, 2024, 2026, 2028])
    func wholeYear(year: Int) {
        let months = (1...12).map { CalendarMonth(year: year, month: $0) }
        let drawing = html(
            "days", months.map { month($0.shortWords, Dictionary(uniqueKeysWithValues: (1...31).map { ($0, "2") })) })
        let length = months.reduce(0) { $0 + $1.length }
        #expect(length == (year % 4 == 0 ? 366 : 365))
        let titles = drawing.matches(of: #/<title>([^<]*): 2</title>/#).map { String($0.1) }
        let first = CalendarDay(CalendarMonth(year: year, month: 1), day: 1)
        #expect(titles == (0..<length).map { first.adding(days: $0).plainShortWords })
        #expect(drawing.matches(of: #/<svg role/#).count == 2)
    }

    @Test("days and months turn into each other")
    func calendar() {
        for number in stride(from: -200_000, through: 200_000, by: 17) {
            let day = CalendarDay(daysSince1970: number)
            #expect(CalendarDay(day.month, day: day.civil.day) == day)
        }
        #expect(CalendarMonth(shortWords: "Nov 2026") == CalendarMonth(year: 2026, month: 11))
        #expect(CalendarMonth(shortWords: "November 2026") == CalendarMonth(year: 2026, month: 11))
        for text in ["", "2026", "No 2026", "Now 2026", "Nov", "Nov 0", "Nov 20260", "Nov 2026 x"] {
            #expect(CalendarMonth(shortWords: text) == nil, "\(text)")
        }
    }

    @Test("steps are quartiles, and the highest is always the darkest")
    func steps() {
        func legend(_ values: [Double]) -> [String] { DaySteps(values).legend.map { "\($0.shade): \($0.text)" } }
        #expect(legend([]) == [] && legend([0, 0]) == [])
        #expect(legend([3]) == ["4: 3"])
        #expect(legend([1, 1, 1, 1, 9]) == ["2: 1", "4: 9"])
        #expect(legend([0, 1, 2, 3, 4]) == ["1: 1", "2: 2", "3: 3", "4: 4"])
        #expect(legend((1...100).map(Double.init)) == ["1: 1–25", "2: 26–50", "3: 51–75", "4: 76–100"])
        #expect(DaySteps([1, 2]).shade(of: 0) == 0 && DaySteps([1, 2]).shade(of: 2) == 4)
    }

    private func month(_ name: String, _ days: [Int: String], from: Int = 1, to: Int = 31) -> [String] {
        [name] + (1...31).map { day in (from...to).contains(day) ? days[day] ?? "" : "–" }
    }

    private func html(_ info: String, _ rows: [[String]]) -> String {
        let drawn = drawn(info, [["Month"] + (1...31).map(String.init)] + rows)
        return drawn.firstRange(of: "<details>").map { String(drawn[..<$0.lowerBound]) } ?? drawn
    }

    private func svg(_ info: String, _ rows: [[String]]) -> String {
        drawn(info, rows).firstMatch(of: /(?s)<svg.*<\/svg>/).map { String($0.0) } ?? ""
    }

    /// A chart's Markdown as templates write it, made to HTML.
    private func drawn(_ info: String, _ rows: [[String]], text: String = "One sentence.") -> String {
        var table = rows.map { "| " + $0.map(MarkdownText.escape).joined(separator: " | ") + " |\n" }
        if let head = rows.first { table.insert("|" + head.map { _ in " --- |" }.joined() + "\n", at: 1) }
        return GFM.html("```chart \(info)\n\(MarkdownText.escape(text))\n```\n\n" + table.joined(), decoration: .pages(.screen))
    }
}
