import Foundation
import TestSupport

/// axe-core, which finds what keeps people out of a page.
///
/// Source: https://github.com/dequelabs/axe-core; `make test-deps` puts it below `.build`.
enum Axe {
    private static let file = "\(Program.root)/.build/axe/axe.min.js"

    private static let script: Data? = (try? String(contentsOfFile: file, encoding: .utf8)).map { source in
        (["expression": .string(source)] as JSON).data
    }

    /// What of a page is looked at. Colours take half of the time, and are the same in every language, with scripts and without.
    enum Part: Sendable {
        case all, allButColors, colors

        /// As options of axe's.
        fileprivate var options: String {
            let levels = "runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']"
            return switch self {
            case .all: "\(levels), rules: { 'target-size': { enabled: true } }"
            case .allButColors: "\(levels), rules: { 'target-size': { enabled: true }, 'color-contrast': { enabled: false } }"
            case .colors: "runOnly: { type: 'rule', values: ['color-contrast'] }"
            }
        }
    }

    /// What it finds against WCAG 2.2 at A and AA; each rule with the first elements that break it.
    static func violations(_ tab: Tab, in part: Part = .all) async throws -> [String] {
        guard let script else { throw DevToolsPipe.Failure(description: "\(file) is missing: 'make test-deps' fetches it") }
        try await tab.run(encodedScript: script)
        return try await tab.evaluate(
            """
            axe.run(document, { \(part.options), resultTypes: ['violations'], preload: false }).then((found) => found.violations.map((rule) => rule.id + ': '
              + rule.nodes.slice(0, 3).map((node) => node.target.join(' ') + ' ' + node.html.slice(0, 100)
              + ' ' + (node.any[0] ? node.any[0].message : '')).join(' | ')))
            """
        ).elements.compactMap(\.string)
    }
}
