import Foundation
import GFM
import Testing

@testable import FoyerSite

@Suite("The drawings of charts")
struct ChartTests {
    @Test("bars carry their numbers, their labels cut to three letters, and a sentence for those who do not see them")
    func bars() {
        #expect(
            svg(.bars, series("Hours", [("Nov 2026", 12.5), ("December", 0), ("2027", nil), ("Jan", 1000)]))
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
                <rect x="585" y="22" width="90" height="156" rx="3"><title>Jan: 1,000 hours</title></rect>
                <text class="value" x="630" y="16">1,000</text>
                <text x="630" y="194">Jan</text>
                </svg>
                """)
    }

    @Test("rows begin with their label and end with their number")
    func rows() {
        #expect(
            svg(
                .rows,
                series("Plays", [("Plan to watch", 2), ("A very long label that is cut", 1234), ("None", 0)]))
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
        let (december, january) = (CalendarMonth(year: 2027, month: 12), CalendarMonth(year: 2028, month: 1))
        let days = [
            CalendarDay(december, day: 30): 1, CalendarDay(december, day: 31): 12, CalendarDay(january, day: 1): 3,
            CalendarDay(january, day: 2): 0, CalendarDay(january, day: 3): 0,
        ]
        let chart = DaysChart(months: [december, january], days: days, unit: "plays a day", sentence: "One sentence.")
        #expect(
            svg(.days, chart)
                == """
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

    @Test("a strip is as high as its fullest day, or as it is told, and leaves room for days to come")
    func strip() {
        let month = CalendarMonth(year: 2026, month: 11)
        let days = [1: 0, 2: 3, 9: 1].map { (CalendarDay(month, day: $0.key), $0.value) }
        func strip(top: Int?) -> String {
            svg(
                .strip,
                DaysChart(
                    months: [month], days: Dictionary(uniqueKeysWithValues: days), unit: "plays a day", top: top,
                    sentence: "One sentence."))
        }
        #expect(
            strip(top: nil) == """
                <svg role="img" aria-label="One sentence." viewBox="0 0 720 64">
                <path class="bars" d="M3.3 44v-1h16.7v1zM26.5 44v-44h16.7v44zM189.1 44v-14.7h16.7v14.7z"/>
                <text x="11.6" y="59">1</text>
                </svg>
                """)
        #expect(strip(top: 6).contains("M26.5 44v-22h16.7v22z") && strip(top: 2) == strip(top: nil))
    }

    @Test("a chart is its drawing, its table and its sentence; in Markdown its sentence and its table")
    func whole() {
        let rows = [
            SeriesChart.Row(label: "A&E", address: Address("../a_b/"), numbers: [.hours(minutes: 90), .count(1234)]),
            SeriesChart.Row(label: "<b> | *c*", numbers: [nil, nil]),
        ]
        let chart = SeriesChart(
            name: "Network", measures: ["Hours", "Plays"], rows: rows, sentence: "Most went to A&E, * of all.")
        let placed = PlacedChart(chart: chart, kind: .rows, indentation: Array("> ".utf8))
        #expect(
            placed.html == """
                <figure class="chart chart-rows">
                \(svg(.rows, chart, label: "Most went to A&amp;E, * of all."))
                <details><summary>The numbers</summary>
                <div class="table"><table>
                <thead><tr><th scope="col">Network</th><th scope="col" class="number">Hours</th><th scope="col" class="number">Plays</th></tr></thead>
                <tbody>
                <tr><td><a href="../a_b/">A&amp;E</a></td><td class="number">1.5</td><td class="number">1,234</td></tr>
                <tr><td>&lt;b&gt; | *c*</td><td class="number">–</td><td class="number">–</td></tr>
                </tbody>
                </table></div>
                </details>
                <figcaption>Most went to A&amp;E, * of all.</figcaption>
                </figure>
                """)
        #expect(svg(.rows, chart).contains("<text class=\"start\" x=\"0\" y=\"23\">A&amp;E</text>"))
        var markdown: [UInt8] = []
        placed.write(to: &markdown)
        #expect(
            String(decoding: markdown, as: UTF8.self) == #"""
                > Most went to A\&E, \* of all.
                >\#u{20}
                > | Network | Hours | Plays |
                > | --- | --- | --- |
                > | [A\&E](../a_b/) | 1.5 | 1,234 |
                > | \<b> \| \*c\* | – | – |

                """#)
    }

    @Test("days are a row for each month, or one row without its name; nothing for none, and a dash for a day that is not there")
    func daysTable() {
        let month = CalendarMonth(year: 2026, month: 11)
        let days = [CalendarDay(month, day: 1): 1234, CalendarDay(month, day: 2): 0]
        let chart = DaysChart(months: [month], days: days, unit: "plays a day", sentence: "")
        let numbers = (1...31).map(String.init)
        let cells = ["1,234", ""] + Array(repeating: "–", count: 29)
        for (kind, head, row) in [(ChartKind.days, ["Month"] + numbers, ["Nov 2026"] + cells), (.strip, numbers, cells)] {
            #expect(chart.table(under: kind).columns.map(\.name) == head)
            #expect(chart.table(under: kind).rows.map { $0.map(\.text) } == [row])
        }
    }

    @Test("bars are as long as their numbers are exactly, not as these are written")
    func exact() {
        let rows = [1000, 1001, 60_000].map { SeriesChart.Row(label: "x", numbers: [.hours(minutes: $0)]) }
        let drawing = svg(.bars, SeriesChart(name: "A", measures: ["Hours"], rows: rows, sentence: "One sentence."))
        // 16.667 h and 16.683 h are both written 16.7.
        #expect(drawing.matches(of: />16\.7</).count == 2)
        let marks = rows.compactMap { $0.numbers[0]?.value }
        #expect(marks == [1000.0 / 60, 1001.0 / 60, 1000])
    }

    @Test("a chart without numbers is none, and one whose numbers are all 0 is one")
    func empty() {
        #expect(series("Hours", []).isEmpty && series("Hours", [("x", nil)]).isEmpty && !series("Hours", [("x", 0)]).isEmpty)
        for kind in [ChartKind.bars, .rows] {
            #expect(svg(kind, series("Hours", [("x", 0)])).contains("<title>x: 0 hours</title>"))
        }
        let month = CalendarMonth(year: 2026, month: 2)
        #expect(DaysChart(months: [month], days: [:], unit: "", sentence: "").isEmpty)
        let zeros = Dictionary(uniqueKeysWithValues: (1...28).map { (CalendarDay(month, day: $0), 0) })
        let chart = DaysChart(months: [month], days: zeros, unit: "", sentence: "")
        #expect(!chart.isEmpty && svg(.days, chart).contains("aria-label=\"Feb 2026: 0 days of 28\""))
    }

    @Test("no label and no sentence leaves its place or its quotes", arguments: [ChartKind.bars, .rows])
    func hostile(kind: ChartKind) {
        let evil = #"</svg><script>alert("1")</script> | \ ` & ' *x*"#
        let rows = [SeriesChart.Row(label: evil, numbers: [.count(1)])]
        let chart = SeriesChart(name: evil, measures: [evil], rows: rows, sentence: evil)
        let html = PlacedChart(chart: chart, kind: kind, indentation: []).html
        #expect(!html.contains("<script") && html.components(separatedBy: "</svg>").count == 2)
        #expect(html.contains("&lt;/svg&gt;&lt;script&gt;alert(&quot;1&quot;)"))
    }

    @Test("numbers of any size stay within the drawing", arguments: [0.1, 1e21, 9_223_372_036_854_775_808, 1e300])
    func huge(number: Double) {
        for kind in [ChartKind.bars, .rows] {
            let drawing = svg(kind, series("Hours", [("Nov 2026", number), ("Dec 2026", 1)]))
            #expect(!drawing.contains("nan") && !drawing.contains("inf"))
            for match in drawing.matches(of: /(?:width|height|x|y)="([0-9.-]+)"/) {
                #expect((0...720).contains(Double(match.1) ?? -1), "\(kind) \(number): \(match.0)")
            }
        }
    }

    @Test("where bars are many, the highest alone has its number, and labels have room", arguments: [24, 31, 53, 60])
    func many(count: Int) {
        let drawing = svg(.bars, series("Hours", (0..<count).map { ("\(1970 + $0)", $0 == 7 ? 99.5 : Double($0) + 0.5) }))
        #expect(drawing.matches(of: #/<rect x/#).count == count)
        #expect(drawing.matches(of: #/class="value"/#).count == 1 && drawing.contains(">99.5</text>"))
        let labels = drawing.matches(of: /<text x="([0-9.]+)"/).compactMap { Double($0.1) }
        #expect(zip(labels, labels.dropFirst()).allSatisfy { $1 - $0 >= 48 } && labels.count >= 8)
    }

    @Test("every day of a year has its square, once, in its week", arguments: [2023, 2024, 2026, 2028])
    func wholeYear(year: Int) {
        let months = (1...12).map { CalendarMonth(year: year, month: $0) }
        let days = months.flatMap { month in (1...month.length).map { (CalendarDay(month, day: $0), 2) } }
        let drawing = svg(
            .days,
            DaysChart(months: months, days: Dictionary(uniqueKeysWithValues: days), unit: "", sentence: "One sentence."))
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

    /// A chart of numbers that are written with one decimal where they have one.
    private func series(_ measure: String, _ rows: [(label: String, number: Double?)]) -> SeriesChart {
        SeriesChart(
            name: "Name", measures: [measure],
            rows: rows.map { label, number in
                SeriesChart.Row(
                    label: label,
                    numbers: [
                        number.map { number in
                            let whole = Int(exactly: number)
                            return ChartNumber(value: number, text: whole?.grouped ?? number.formatted(.number.grouping(.never)))
                        }
                    ])
            },
            sentence: "One sentence.")
    }

    private func svg(_ kind: ChartKind, _ chart: some Chart, label: String = "One sentence.") -> String {
        chart.drawing(as: kind, label: label)
    }
}
