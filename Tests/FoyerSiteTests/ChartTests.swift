import Foundation
import GFM
import Testing

@testable import FoyerSite

@Suite("The drawings of charts", .inEnglish)
struct ChartTests {
    @Test("bars carry their numbers where even a phone has room")
    func bars() {
        #expect(
            drawing(.bars, series(.hours, [("Nov", 12.5), ("Dec", 0), ("2027", nil), ("Jan", 1000)]))
                == """
                <svg aria-hidden="true" height="200">
                <line class="axis" y1="178.5" x2="100%" y2="178.5"/>
                <rect x="3.5%" y="176.1" width="18%" height="2"><title>Nov: 12.5 hours</title></rect>
                <text class="value" x="12.5%" y="170.1">12.5</text>
                <text x="12.5%" y="194">Nov</text>
                <rect x="28.5%" y="178" width="18%" height="0"><title>Dec: 0 hours</title></rect>
                <text class="value" x="37.5%" y="172">0</text>
                <text x="37.5%" y="194">Dec</text>
                <text x="62.5%" y="194">2027</text>
                <rect x="78.5%" y="22" width="18%" height="156"><title>Jan: 1,000 hours</title></rect>
                <text class="value" x="87.5%" y="16">1,000</text>
                <text x="87.5%" y="194">Jan</text>
                </svg>
                """)
    }

    @Test("kinds are stacked from the ground, the highest bar alone has its number, and a line is the mean of what is whole")
    func stacked() {
        func totals(_ minutes: Int) -> Statistics.Totals { Statistics.Totals(plays: 10, minutes: minutes) }
        var rows = [(600, 300), (1200, 0), (0, 300), (300, 300), (600, 0)].enumerated().map { index, minutes in
            TotalsRow(
                "\(2020 + index)", totals(minutes.0 + minutes.1), kinds: [.tv: totals(minutes.0), .movie: totals(minutes.1)])
        }
        rows.append(TotalsRow("2025", nil, isToCome: true))
        let chart = rows.chart(by: .year, in: "all time", onlyDated: true)
        #expect(
            chart.words
                == ChartWords(
                    finding: "2021 is the fullest year: 20\u{A0}h", measure: "Hours by year, all time",
                    source: "60\u{A0}h, 50 plays with a known day. The mean of the 5 whole years is 12\u{A0}h.",
                    sentence: "60\u{A0}h, 50 plays with a known day."))
        #expect(
            chart.table(under: .bars).markdown.map { String(decoding: $0, as: UTF8.self) } == [
                "| Year | Hours | Plays | TV shows | Films |", "| --- | --- | --- | --- | --- |",
                "| 2020 | 15.0 | 10 | 10.0 | 5.0 |", "| 2021 | 20.0 | 10 | 20.0 | 0.0 |", "| 2022 | 5.0 | 10 | 0.0 | 5.0 |",
                "| 2023 | 10.0 | 10 | 5.0 | 5.0 |", "| 2024 | 10.0 | 10 | 10.0 | 0.0 |", "| 2025 | – | – | – | – |",
            ])
        #expect(
            drawing(.bars, chart) == """
                <svg aria-hidden="true" height="200">
                <line class="axis" y1="178.5" x2="100%" y2="178.5"/>
                <g><title>2020: 15.0 hours (TV shows 10.0, Films 5.0)</title>\
                <rect class="tv" x="2.33%" y="100" width="12%" height="78"/>\
                <rect class="movies" x="2.33%" y="61" width="12%" height="39"/></g>
                <text x="8.33%" y="194">2020</text>
                <g><title>2021: 20.0 hours (TV shows 20.0)</title><rect class="tv" x="19%" y="22" width="12%" height="156"/></g>
                <text class="value" x="25%" y="16">20\u{A0}h</text>
                <text x="25%" y="194">2021</text>
                <g><title>2022: 5.0 hours (Films 5.0)</title><rect class="movies" x="35.67%" y="139" width="12%" height="39"/></g>
                <text x="41.67%" y="194">2022</text>
                <g><title>2023: 10.0 hours (TV shows 5.0, Films 5.0)</title>\
                <rect class="tv" x="52.33%" y="139" width="12%" height="39"/>\
                <rect class="movies" x="52.33%" y="100" width="12%" height="39"/></g>
                <text x="58.33%" y="194">2023</text>
                <g><title>2024: 10.0 hours (TV shows 10.0)</title><rect class="tv" x="69%" y="100" width="12%" height="78"/></g>
                <text x="75%" y="194">2024</text>
                <text x="91.67%" y="194">2025</text>
                <line class="mean" y1="84.4" x2="100%" y2="84.4"/>
                </svg>
                <p class="key" aria-hidden="true"><span><svg width="12" height="12"><rect class="tv" width="12" height="12"/></svg> TV shows</span>
                <span><svg width="12" height="12"><rect class="movies" width="12" height="12"/></svg> Films</span>
                <span><svg width="12" height="12"><line class="mean" y1="6" x2="12" y2="6"/></svg> mean 12\u{A0}h</span></p>
                """)
    }

    @Test("the hours of the week are dots with the area of their numbers, from the hour at which a day begins")
    func punchCard() {
        // A Friday night: 20:30 and 01:10, the latter still that Friday.
        let plays = (0..<20).map { number in (day: 1, hour: number < 16 ? 20 : 1) } + (0..<5).map { _ in (day: 2, hour: 9) }
        let chart = WeekChart(activity(plays), firstHour: 4, time: "2026")
        #expect(
            chart.words
                == ChartWords(
                    finding: "Most plays are between 20:00 and 20:59; Fridays lead", measure: "Plays by hour of the week, 2026",
                    source: "25 plays with a known time, by the hour in which they were marked."))
        let table = chart.table(under: .punchcard)
        #expect(table.columns.map(\.name) == ["Day"] + (0..<24).map { padded(($0 + 4) % 24) } + ["Plays"])
        #expect(table.rows[4].map(\.text) == ["Friday"] + cells([16: "16", 21: "4"]) + ["20"])
        #expect(table.rows[7].map(\.text) == ["All"] + cells([5: "5", 16: "16", 21: "4"]) + ["25"])
        let drawing = drawing(.punchcard, chart)
        let dots = drawing.matches(of: #/<circle.*/#).map { String($0.0) }
        #expect(
            dots == [
                #"<circle cx="68.75%" cy="99" r="5"><title>Friday, 20:00 to 20:59: 16 plays</title></circle>"#,
                #"<circle cx="89.58%" cy="99" r="2.5"><title>Friday, 01:00 to 01:59: 4 plays</title></circle>"#,
                #"<circle cx="22.92%" cy="121" r="2.8"><title>Saturday, 09:00 to 09:59: 5 plays</title></circle>"#,
            ])
        #expect(
            drawing.matches(of: #/y="169">(\d\d)</#).map { String($0.1) } == ["06", "09", "12", "15", "18", "21", "00", "03"])
        #expect(drawing.hasSuffix("<span>The largest dot is 16 plays.</span></p>"))
    }

    /// A cell for each hour from 04 on.
    private func cells(_ numbers: [Int: String]) -> [String] { (0..<24).map { numbers[$0] ?? "" } }

    /// Plays on days after 1 January 2026, a Thursday.
    private func activity(_ plays: [(day: Int, hour: Int)]) -> Activity {
        let first = CalendarMonth(year: 2026, month: 1).firstDay
        let indexed = plays.map { play in
            let noon = Int64(first.adding(days: play.day).daysSince1970) * 86_400
            // What is before the day's first hour is on the next day of the wall's calendar.
            let moment = Moment(secondsSince1970: noon + Int64(play.hour < 4 ? play.hour + 24 : play.hour) * 3600 + 600)
            return IndexedPlay(
                Play(episode: nil, time: .real(moment), length: .unknown), number: 0, of: 0, kind: .movie,
                days: DayRule(zone: "UTC", rolloverHour: 4) ?? .utc)
        }
        return Activity(indexed[...])
    }

    @Test("a dumbbell is a dot and a ring on one line, with their numbers outside of the gap")
    func dumbbell() throws {
        var title = TitleRecord(id: TitleID(kind: .movie, simkl: 1), name: "A & B")
        title.rating = Rating(value: 9, ratedAt: nil)
        let crowd = CrowdRating(average: 6.42, votes: 1234)
        title.crowd.mal = CrowdRating(average: 7, votes: 9)
        let pair = CrowdComparison.Pair(title: Title(title), own: 9, crowd: crowd, votes: 1234, tenths: crowd.tenths(below: 9))
        let page = try #require(Address("../1/"))
        #expect(GapChart([], limit: 5, address: { _ in page }) == nil)
        let chart = try #require(GapChart([pair], limit: 5, withOtherServices: true, address: { _ in page }))
        #expect(
            chart.words == ChartWords(finding: "Up to 2.6 above Simkl’s viewers", measure: "Ratings from 1 to 10")
                && chart.isDrawn)
        #expect(
            chart.table(under: .dumbbell).markdown.map { String(decoding: $0, as: UTF8.self) } == [
                "| Title | Mine | Simkl | Gap | Votes | MAL |", "| --- | --- | --- | --- | --- | --- |",
                "| [A & B](../1/) | 9 | 6.4 | +2.6 | 1,234 | 7.0 |",
            ])
        #expect(
            drawing(.dumbbell, chart) == """
                <div class="rows" aria-hidden="true">
                <bdi>A &amp; B</bdi>
                <svg height="24"><line class="axis" y1="12" x2="100%" y2="12"/>\
                <line class="gap" x1="57.36%" y1="12" x2="78%" y2="12"/>\
                <circle class="crowd" cx="57.36%" cy="12" r="5"/><circle class="own" cx="78%" cy="12" r="6"/>\
                <text class="value start" x="78%" y="16" dx="10">9</text>\
                <text class="end" x="57.36%" y="16" dx="-10">6.4</text></svg>
                </div>
                <p class="key" aria-hidden="true"><span><svg width="12" height="12"><circle class="own" cx="6" cy="6" r="5"/></svg> mine</span>
                <span><svg width="12" height="12"><circle class="crowd" cx="6" cy="6" r="5"/></svg> Simkl’s viewers</span></p>
                """)
    }

    @Test("rows are a label and a bar, whose number is in it where it is long enough")
    func rows() {
        #expect(
            drawing(.rows, series(.plays, [("Plan & watch", 2), ("A very long label that wraps", 1234), ("None", 0)]))
                == """
                <div class="rows" aria-hidden="true">
                <bdi>Plan &amp; watch</bdi>
                <svg height="24"><rect width="0.16%" height="24"><title>Plan &amp; watch: 2 plays</title></rect>\
                <text class="value start" x="0.16%" y="17" dx="6">2</text></svg>
                <bdi>A very long label that wraps</bdi>
                <svg height="24"><rect width="100%" height="24"><title>A very long label that wraps: 1,234 plays</title></rect>\
                <text class="value inside end" x="100%" y="17" dx="-6">1,234</text></svg>
                <bdi>None</bdi>
                <svg height="24"><rect width="0%" height="24"><title>None: 0 plays</title></rect>\
                <text class="value start" x="0%" y="17" dx="6">0</text></svg>
                </div>
                """)
    }

    @Test("rows of titles have a small poster before the name, or the card that stands for none, and lead to their pages")
    func rowsOfTitles() {
        let posters = ["https://wsrv.nl/?url=https://simkl.in/posters/1/2_m.webp", "../assets/no-poster.svg"]
        let rows = zip(["A & B", "C"], posters).map { name, poster in
            TotalsRow(
                name, address: Address("../tv/1/"), poster: Address(poster),
                Statistics.Totals(plays: 10, minutes: 600))
        }
        let chart = rows.chart(of: "Title", size: 20) { _ in .one }
        #expect(
            drawing(.rows, chart) == """
                <div class="rows" aria-hidden="true">
                <a class="named" href="../tv/1/" tabindex="-1"><span class="poster" data-title="A &amp; B">\
                <img src="https://wsrv.nl/?url=https://simkl.in/posters/1/2_cm.webp" width="84" height="124" alt="" loading="lazy" \
                decoding="async"></span><bdi>A &amp; B</bdi></a>
                <svg height="24"><rect width="100%" height="24"><title>A &amp; B: 10.0 hours</title></rect>\
                <text class="value inside end" x="100%" y="17" dx="-6">10\u{A0}h</text></svg>
                <a class="named" href="../tv/1/" tabindex="-1"><span class="poster" data-title="C"></span><bdi>C</bdi></a>
                <svg height="24"><rect width="100%" height="24"><title>C: 10.0 hours</title></rect>\
                <text class="value inside end" x="100%" y="17" dx="-6">10\u{A0}h</text></svg>
                </div>
                """)
        #expect(
            chart.table(under: .rows).markdown.map { String(decoding: $0, as: UTF8.self) } == [
                "| Title | Hours | Plays |", "| --- | --- | --- |", "| [A & B](../tv/1/) | 10.0 | 10 |",
                "| [C](../tv/1/) | 10.0 | 10 |",
            ])
    }

    @Test("days lie in their weeks, across the end of a year, without those that do not exist or are not counted")
    func days() {
        let (december, january) = (CalendarMonth(year: 2027, month: 12), CalendarMonth(year: 2028, month: 1))
        let days = [
            CalendarDay(december, day: 30): 1, CalendarDay(december, day: 31): 12, CalendarDay(january, day: 1): 3,
            CalendarDay(january, day: 2): 0, CalendarDay(january, day: 3): 0,
        ]
        let chart = DaysChart(months: [december, january], days: days, unit: "plays a day", words: .one)
        #expect(
            drawing(.days, chart)
                == """
                <div class="days" aria-hidden="true">
                <svg height="116">
                <text class="end" x="-6" y="28">Mon</text>
                <text class="end" x="-6" y="56">Wed</text>
                <text class="end" x="-6" y="84">Fri</text>
                <text class="start" x="0%" y="11">Jan</text>
                <rect class="shade-1" x="0%" y="60" width="3.19%" height="12"><title>30 Dec 2027: 1</title></rect>
                <rect class="shade-4" x="0%" y="74" width="3.19%" height="12"><title>31 Dec 2027: 12</title></rect>
                <rect class="shade-2" x="0%" y="88" width="3.19%" height="12"><title>1 Jan 2028: 3</title></rect>
                <rect class="shade-0" x="0%" y="102" width="3.19%" height="12"></rect>
                <rect class="shade-0" x="3.7%" y="18" width="3.19%" height="12"></rect>
                </svg>
                <p class="key" aria-hidden="true"><span>plays a day</span>
                <span><svg width="12" height="12"><rect class="shade-0" width="12" height="12"/></svg> none</span>
                <span><svg width="12" height="12"><rect class="shade-1" width="12" height="12"/></svg> 1–2</span>
                <span><svg width="12" height="12"><rect class="shade-2" width="12" height="12"/></svg> 3–5</span>
                <span><svg width="12" height="12"><rect class="shade-3" width="12" height="12"/></svg> 6–9</span>
                <span><svg width="12" height="12"><rect class="shade-4" width="12" height="12"/></svg> 10+</span></p>
                </div>
                """)
    }

    @Test("a strip is as high as its fullest day, or as it is told, and leaves room for days to come")
    func strip() {
        let month = CalendarMonth(year: 2026, month: 11)
        let days = [1: 0, 2: 3, 9: 1].map { (CalendarDay(month, day: $0.key), $0.value) }
        func strip(top: Int?) -> String {
            drawing(
                .strip,
                DaysChart(
                    months: [month], days: Dictionary(uniqueKeysWithValues: days), unit: "plays a day", top: top,
                    words: .one))
        }
        #expect(
            strip(top: nil) == """
                <svg aria-hidden="true" height="64">
                <rect x="0.45%" y="43" width="2.32%" height="1"/>
                <text x="1.61%" y="59">1</text>
                <rect x="3.68%" y="0" width="2.32%" height="44"/>
                <rect x="26.26%" y="29.3" width="2.32%" height="14.7"/>
                </svg>
                """)
        #expect(strip(top: 6).contains("y=\"22\" width=\"2.32%\" height=\"22\"") && strip(top: 2) == strip(top: nil))
    }

    @Test("a chart is its head, its drawing, what it stands on and its table; in Markdown the same without the drawing")
    func whole() {
        let placed = PlacedChart(chart: Self.networks(size: 20), kind: .rows, indentation: Array("> ".utf8))
        #expect(
            placed.html == """
                <figure class="chart chart-rows">
                <figcaption><strong>Most went to A&amp;E, * of all</strong> <span>Hours by network</span></figcaption>
                \(drawing(.rows, Self.networks(size: 20)))
                <p class="source">20 &lt; 21 plays.</p>
                <details><summary>The numbers</summary>
                <div class="table"><table>
                <thead><tr><th scope="col">Network</th><th scope="col" class="number">Hours</th><th scope="col" class="number">Plays</th></tr></thead>
                <tbody>
                <tr><td><a href="../a_b/">A&amp;E</a></td><td class="number">1.5</td><td class="number">1,234</td></tr>
                <tr><td>&lt;b&gt; | *c*</td><td class="number">–</td><td class="number">–</td></tr>
                </tbody>
                </table></div>
                </details>
                </figure>
                """)
        #expect(
            markdown(placed) == #"""
                > **Most went to A\&E, \* of all** · Hours by network
                >\#u{20}
                > | Network | Hours | Plays |
                > | --- | --- | --- |
                > | [A\&E](../a_b/) | 1.5 | 1,234 |
                > | \<b> \| \*c\* | – | – |
                >\#u{20}
                > 20 \< 21 plays.

                """#)
    }

    @Test("of fewer than twenty plays there is a sentence and no chart")
    func few() {
        let placed = PlacedChart(chart: Self.networks(size: 19), kind: .rows, indentation: [])
        #expect(placed.html == "<p>Few &amp; far.</p>" && markdown(placed) == "Few & far.\n")
    }

    private static func networks(size: Int) -> SeriesChart {
        let rows = [
            SeriesChart.Row(label: "A&E", address: Address("../a_b/"), numbers: [.hours(minutes: 90), .count(1234)]),
            SeriesChart.Row(label: "<b> | *c*", numbers: [nil, nil]),
        ]
        let words = ChartWords(
            finding: "Most went to A&E, * of all", measure: "Hours by network", source: "20 < 21 plays.", sentence: "Few & far.")
        return SeriesChart(name: "Network", measures: [.hours, .plays], rows: rows, size: size, words: words)
    }

    private func markdown(_ placed: PlacedChart) -> String {
        var markdown: [UInt8] = []
        placed.write(to: &markdown)
        return String(decoding: markdown, as: UTF8.self)
    }

    @Test("days are a row for each month, or one row without its name; nothing for none, and a dash for a day that is not there")
    func daysTable() {
        let month = CalendarMonth(year: 2026, month: 11)
        let days = [CalendarDay(month, day: 1): 1234, CalendarDay(month, day: 2): 0]
        let chart = DaysChart(months: [month], days: days, unit: "plays a day", words: .one)
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
        let drawing = self.drawing(.bars, SeriesChart(name: "A", measures: [.hours], rows: rows, size: 20, words: .one))
        // 16.667 h and 16.683 h are both written 17 h.
        #expect(drawing.matches(of: />17\u{A0}h</).count == 2)
        let marks = rows.compactMap { $0.numbers[0]?.value }
        #expect(marks == [1000.0 / 60, 1001.0 / 60, 1000])
    }

    @Test("a chart without numbers is none, and one whose numbers are all 0 is one")
    func empty() {
        #expect(series(.hours, []).isEmpty && series(.hours, [("x", nil)]).isEmpty && !series(.hours, [("x", 0)]).isEmpty)
        for kind in [ChartKind.bars, .rows] {
            #expect(drawing(kind, series(.hours, [("x", 0)])).contains("<title>x: 0 hours</title>"))
        }
        let month = CalendarMonth(year: 2026, month: 2)
        #expect(DaysChart(months: [month], days: [:], unit: "", words: .one).isEmpty)
        let zeros = Dictionary(uniqueKeysWithValues: (1...28).map { (CalendarDay(month, day: $0), 0) })
        let chart = DaysChart(months: [month], days: zeros, unit: "", words: .one)
        #expect(!chart.isEmpty && drawing(.days, chart).matches(of: #/<rect class="shade-0" x/#).count == 28)
    }

    @Test("no label and no sentence leaves its place or its quotes", arguments: [ChartKind.bars, .rows])
    func hostile(kind: ChartKind) {
        let evil = #"</svg><script>alert("1")</script> | \ ` & ' *x*"#
        let rows = [SeriesChart.Row(label: evil, numbers: [.count(1)])]
        let words = ChartWords(finding: evil, measure: evil, source: evil)
        let chart = SeriesChart(name: evil, measures: [.plays], rows: rows, size: 20, words: words)
        let html = PlacedChart(chart: chart, kind: kind, indentation: []).html
        #expect(!html.contains("<script") && html.components(separatedBy: "</svg>").count == 2)
        #expect(html.contains("&lt;/svg&gt;&lt;script&gt;alert(&quot;1&quot;)"))
    }

    @Test("numbers of any size stay within the drawing", arguments: [0.1, 1e21, 9_223_372_036_854_775_808, 1e300])
    func huge(number: Double) {
        for kind in [ChartKind.bars, .rows] {
            let drawing = self.drawing(kind, series(.hours, [("Nov 2026", number), ("Dec 2026", 1)]))
            #expect(!drawing.contains("nan") && !drawing.contains("inf"))
            for match in drawing.matches(of: /(?:width|height| x| y)="([0-9.-]+)(%?)"/) {
                #expect((0...(match.2.isEmpty ? 200 : 100)).contains(Double(match.1) ?? -1), "\(kind) \(number): \(match.0)")
            }
        }
    }

    @Test("where bars are many, the highest alone has its number, and labels have room", arguments: [24, 31, 53, 60])
    func many(count: Int) {
        let drawing = self.drawing(
            .bars, series(.hours, (0..<count).map { ("\(1970 + $0)", $0 == 7 ? 99.5 : Double($0) + 0.5) }))
        #expect(drawing.matches(of: #/<rect x/#).count == count)
        #expect(drawing.matches(of: #/class="value"/#).count == 1 && drawing.contains(">99.5</text>"))
        let labels = drawing.matches(of: #/<text(?: class="([a-z ]*)")? x="([0-9.]+)%" y="194">/#).map { match in
            (isWide: match.1?.contains("wide") ?? false, x: Double(match.2) ?? 0)
        }
        for (labels, width) in [(labels.filter { !$0.isWide }, 288.0), (labels, 640)] {
            #expect(labels.count >= 5)
            #expect(zip(labels, labels.dropFirst()).allSatisfy { ($1.x - $0.x) / 100 * width >= 34 })
        }
    }

    @Test("every day of a year has its square, once, in its week", arguments: [2023, 2024, 2026, 2028])
    func wholeYear(year: Int) {
        let months = (1...12).map { CalendarMonth(year: year, month: $0) }
        let days = months.flatMap { month in (1...month.length).map { (CalendarDay(month, day: $0), 2) } }
        let drawing = self.drawing(
            .days,
            DaysChart(months: months, days: Dictionary(uniqueKeysWithValues: days), unit: "", words: .one))
        let length = months.reduce(0) { $0 + $1.length }
        #expect(length == (year % 4 == 0 ? 366 : 365))
        let titles = drawing.matches(of: #/<title>([^<]*): 2</title>/#).map { String($0.1) }
        let first = CalendarDay(CalendarMonth(year: year, month: 1), day: 1)
        #expect(titles == (0..<length).map { first.adding(days: $0).plainShortWords })
        #expect(drawing.matches(of: #/<svg height="116"/#).count == 2)
    }

    @Test("days and months turn into each other")
    func calendar() {
        for number in stride(from: -200_000, through: 200_000, by: 17) {
            let day = CalendarDay(daysSince1970: number)
            #expect(CalendarDay(day.month, day: day.civil.day) == day)
        }
    }

    @Test("steps are the same in every year")
    func steps() {
        #expect([-1, 0, 1, 2, 3, 5, 6, 9, 10, 999].map(DaySteps.shade) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
        #expect(DaySteps.legend.map(\.shade) == [0, 1, 2, 3, 4])
    }

    /// A chart of numbers that are written with one decimal where they have one.
    private func series(_ measure: Measure, _ rows: [(label: String, number: Double?)]) -> SeriesChart {
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
            size: 20, words: .one)
    }

    private func drawing(_ kind: ChartKind, _ chart: some Chart) -> String { chart.drawing(as: kind) }
}

extension ChartWords {
    fileprivate static let one = ChartWords(finding: "One finding", measure: "Hours")
}
