import Testing

@testable import FoyerSite

@Suite("Charts in templates", .inEnglish)
struct TemplateChartTests {
    private static let pages = SeriesChart(
        name: "Book", measures: [.plays],
        rows: [SeriesChart.Row(label: "A*", numbers: [.count(1200)]), SeriesChart.Row(label: "B", numbers: [.count(3)])],
        size: 1203, words: ChartWords(finding: "Long & short", measure: "Pages by book", source: "1,203 pages."))

    private static let inMarkdown = #"""
        **Long & short** · Pages by book

        | Book | Plays |
        | --- | --- |
        | A\* | 1,200 |
        | B | 3 |

        1,203 pages.

        """#

    @Test("a block that names a chart becomes its sentence and its table")
    func written() throws {
        let shelf = ShelfContext(pages: Self.pages)
        #expect(
            try TemplateFiles(page: "Before\n\n```chart bars pages\n```\n\nAfter\n").render(shelf)
                == "Before\n\n\(Self.inMarkdown)\nAfter\n")
        #expect(
            try TemplateFiles(page: "{{#pages}}\n## How long\n\n```chart rows pages\n```\n{{/pages}}").render(shelf)
                == "## How long\n\n\(Self.inMarkdown)")
        #expect(
            try TemplateFiles(page: "> {{>a}}\n{{#isOpen}}\n> ``` chart rows pages\n> ```\n{{/isOpen}}", partials: ["a": "x"])
                .render(shelf)
                == "> x\n"
                + Self.inMarkdown.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "> \($0)\n" }.joined()
        )
    }

    @Test("nothing is written for a chart that is not there or has no numbers, and its section is left out")
    func absent() throws {
        let empty = SeriesChart(
            name: "Book", measures: [.plays], rows: [], size: 0, words: ChartWords(finding: "Nothing", measure: ""))
        for shelf in [ShelfContext(), ShelfContext(pages: empty)] {
            let page =
                "a\n```chart bars pages\n```\nb\n{{#pages}}\nc\n```chart bars pages\n```\n{{/pages}}\n{{^pages}}none{{/pages}}"
            #expect(try TemplateFiles(page: page).render(shelf) == "a\nb\nnone")
        }
    }

    @Test("the charts of a page are numbered in the document that becomes HTML")
    func numbered() throws {
        let files = TemplateFiles(
            page: "\n\n\n{{#books}}\n```chart bars pages\n```\n\n\n\n{{/books}}\n\n```chart strip loans\n```\n\n\n")
        var shelf = ShelfContext(books: [BookContext(), BookContext()], pages: Self.pages)
        let month = CalendarMonth(year: 2026, month: 11)
        shelf.loans = DaysChart(
            months: [month], days: [month.firstDay: 1], unit: "loans a day", words: ChartWords(finding: "One loan", measure: ""))
        let rendered = try files.load().markdown(page: "shelf", context: shelf, common: CommonContext(site: .forTests)).tidied
        #expect(
            String(decoding: rendered.document, as: UTF8.self)
                == "```chart 0\n```\n\n```chart 1\n```\n\n```chart 2\n```\n")
        #expect(rendered.inserts.map(\.chartKind) == [.bars, .bars, .strip])
    }

    @Test(
        "a mistake is said with its place",
        arguments: [
            ("x\n```chart bars page\n```\n", "2:1: there is no 'page' here. Do you mean 'pages'?"),
            ("```chart pie pages\n```\n", "1:1: 'pages' cannot be drawn as 'pie', but as bars or rows."),
            ("```chart bars loans\n```\n", "1:1: 'loans' cannot be drawn as 'bars', but as days or strip."),
            ("```chart bars name\n```\n", "1:1: 'name' is no chart."),
            ("{{pages}}", "1:1: 'pages' is a chart: write a block ```chart bars pages."),
            ("{{{loans}}}", "1:1: 'loans' is a chart: write a block ```chart days loans."),
            ("```chart bars\n{{name}}\n```\n\n| a |\n| --- |\n", "1:1: \(malformed)"),
            ("```chart bars pages\nx\n```\n", "1:1: \(malformed)"),
            ("> ```chart bars pages", "1:3: \(malformed)"), ("- ```chart bars pages\n  ```\n", "1:3: \(malformed)"),
            ("```chart\n```\n", "1:1: \(malformed)"),
        ])
    func mistakes(page: String, message: String) {
        #expect(TemplateFiles(page: page).complaint() == "pages/shelf.md:" + message)
    }

    private static let malformed =
        "a chart is a block ```chart KIND NAME with nothing inside, such as ```chart bars months: the page writes its words and its "
        + "table by itself."

    @Test("a value inside a fenced block is not escaped, and cannot close it")
    func fenced() throws {
        let shelf = ShelfContext(name: "A&E *x* ```\n~~~", note: "~~~")
        #expect(
            try TemplateFiles(
                page: "```\n{{name}}\n{{note}}\n```\n{{name}}\n~~~\n{{>a}}\n~~~\n",
                partials: ["a": "{{#name}}{{note}}{{/name}}\n"]
            )
            .render(shelf)
                == "```\nA&E *x* ˋˋˋ ˜˜˜\n˜˜˜\n```\nA\\&E \\*x\\* \\`\\`\\` \\~\\~\\~\n~~~\n˜˜˜\n~~~\n")
    }
}

extension Insert {
    fileprivate var chartKind: ChartKind? { if case .chart(let chart) = self { chart.kind } else { nil } }
}
