import Foundation
import SystemPackage
import Testing

@testable import FoyerSite

@Suite("The names that templates may use", .inEnglish)
struct TemplateNamesTests {
    @Test("the committed page lists exactly the names that there are")
    func golden() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../docs/template-names.md")
            .standardized
        let names = TemplateNames.markdown
        if Golden.isRecording {
            try Golden.write(Data(names.utf8), to: file.path)
            return Golden.failSinceRecorded(file.path)
        }
        #expect(try String(contentsOf: file, encoding: .utf8) == names, "make golden records it anew")
    }

    @Test("every context inside another is escaped for the same place, and names nothing twice")
    func contexts() {
        var open: [any TemplateContext.Type] = [CommonContext.self, LayoutContext.self] + PageKinds.all.map { $0.contextType }
        var seen: [any TemplateContext.Type] = []
        while let context = open.popLast() {
            guard !seen.contains(where: { $0 == context }) else { continue }
            seen.append(context)
            #expect(Set(context.shapes.map(\.name)).count == context.shapes.count, "\(context)")
            #expect(
                !context.summary.isEmpty && context.shapes.allSatisfy { !$0.name.isEmpty && !$0.summary.isEmpty }, "\(context)")
            for field in context.shapes {
                switch field.type {
                case .list(let inner), .object(let inner):
                    #expect(inner.place == context.place, "\(context).\(field.name)")
                    open.append(inner)
                case .slot: #expect(context.place == .html, "\(context).\(field.name)")
                default: break
                }
            }
        }
        #expect(seen.count > PageKinds.all.count + 2)
    }

    @Test("every name is on the page, under its context")
    func complete() {
        let text = TemplateNames.markdown
        for context in PageKinds.all.map({ $0.contextType }) + [LayoutContext.self, CommonContext.self] {
            #expect(text.contains(context.summary))
            for field in context.shapes {
                #expect(text.contains("| `\(field.name)` | ") && text.contains(" | \(field.summary) |"))
            }
        }
    }

    @Test("the templates that come with Foyer load, with every kind of page")
    func shipped() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../Templates").standardized.path
        let templates = try TemplateSet(
            folder: folder, words: .english, pages: PageKinds.all.map { ($0.template, $0.contextType) })
        #expect(try templates.assets.bytes("assets/foyer.css")?.isEmpty == false)
    }
}
