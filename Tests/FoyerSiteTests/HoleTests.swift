import Foundation
import Testing

@testable import FoyerSite

@Suite("Rows and sentences where something is not known", .inEnglish)
struct HoleTests {
    private static let now = "2026-11-20T12:00:00Z"

    @Test("without any one of the facts that Simkl sends, nothing stands between two marks, behind the last or before the first")
    func eachFact() throws {
        let templates = try TemplateSet(
            folder: BuiltSite.templates, words: .english, pages: PageKinds.all.map { ($0.template, $0.contextType) })
        let account = try ChangingAccount(seed: 4, now: moment(Self.now)).files()
        var names: Set<String> = []
        for text in account.files.values { Self.collect(try Self.json(text), &names) }
        // Without an id there is no title.
        names.subtract(["ids", "simkl"])
        #expect(names.count > 40)
        for name in names.sorted() {
            let without = AccountFiles(try account.files.mapValues { try Self.text(Self.without(name, try Self.json($0))) })
            let site = try Site.planned(without, now: Self.now, edition: .private, base: nil).site
            for page in PageKinds.all.flatMap({ $0.pages(of: site, feeds: []) }) {
                let links = Links(from: page.path, baseURL: nil)
                let rendered = templates.markdown(
                    page: page.template, context: page.context(links), common: CommonContext(site: site))
                let found = Self.holes(String(decoding: rendered.tidied.markdown, as: UTF8.self))
                #expect(found.isEmpty, "\(page.path) without \(name): \(found)")
            }
        }
    }

    /// Lines with a mark that has nothing at one of its sides. A table may have empty cells.
    private static func holes(_ markdown: String) -> [Substring] {
        markdown.split(separator: "\n").filter { line in
            guard !line.hasPrefix("|") else { return false }
            let text = line.replacing(#/\]\([^)]*\)/#, with: "]")
            return text.contains(#/·\s*·|·\s*$|^- ·|\]\s\s|\*\*\*\*|\s[,;]|,\s*[,.;]|“”|\(\)|\(\s|\s\)|:\s*\.$/#)
        }
    }

    // MARK: - JSON

    private static func json(_ text: String) throws -> Any {
        try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed)
    }

    private static func text(_ value: Any) throws -> String {
        String(decoding: try JSONSerialization.data(withJSONObject: value, options: .fragmentsAllowed), as: UTF8.self)
    }

    private static func collect(_ value: Any, _ names: inout Set<String>) {
        if let object = value as? [String: Any] {
            names.formUnion(object.keys)
            for member in object.values { collect(member, &names) }
        } else if let list = value as? [Any] {
            for element in list { collect(element, &names) }
        }
    }

    private static func without(_ name: String, _ value: Any) -> Any {
        if let object = value as? [String: Any] {
            return object.filter { $0.key != name }.mapValues { without(name, $0) }
        }
        return (value as? [Any])?.map { without(name, $0) } ?? value
    }
}
