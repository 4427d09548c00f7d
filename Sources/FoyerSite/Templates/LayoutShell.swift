import Disk
import Synchronization

/// The layout as it is around many pages: rendered once, with gaps for what each page says for itself.
struct LayoutShell: Sendable {
    private let parts: [Part]
    /// Taken over the text around the gaps.
    let digest: UInt64

    private enum Part: Sendable {
        case text(String)
        case gap(Int)
    }

    /// - Parameter render: renders the layout with a context.
    init(_ layout: LayoutContext, render: (LayoutContext) -> String) {
        // Words that stand for the page's own, of characters that no escaping changes.
        func mark(_ index: Int) -> String { "foyer-gap-\(index)-7d1c2f90-" }
        var marked = layout
        for (index, word) in LayoutWords.all.enumerated() where !layout.words[keyPath: word].isEmpty {
            marked.words[keyPath: word] = mark(index)
        }
        var parts = [Part.text(render(marked))]
        for index in LayoutWords.all.indices {
            parts = parts.flatMap { part -> [Part] in
                guard case .text(let text) = part else { return [part] }
                let pieces = text.split(separator: mark(index), omittingEmptySubsequences: false).map { Part.text(String($0)) }
                return Array(pieces.map { [$0] }.joined(separator: [.gap(index)]))
            }
        }
        self.parts = parts
        var fingerprint = Fingerprint()
        for part in parts {
            switch part {
            case .text(let text): fingerprint.feed(text)
            case .gap(let index): fingerprint.feed("\(index)")
            }
        }
        digest = fingerprint.value
    }

    /// The layout with a page's own words, escaped; the content is HTML already.
    func filled(with words: LayoutWords) -> String {
        var html = ""
        html.reserveCapacity(words.content.utf8.count + 4096)
        for part in parts {
            switch part {
            case .text(let text): html += text
            case .gap(let index):
                let word = LayoutWords.all[index]
                html += word == \LayoutWords.content ? words.content : Place.html.escape(words[keyPath: word])
            }
        }
        return html
    }
}

/// Shells by what they depend on, made when first asked for.
final class LayoutShells: Sendable {
    private let shells = Mutex<[Key: LayoutShell]>([:])

    private struct Key: Hashable {
        let kind: String
        let section: SitePath?
        let root: String
        /// Which words are there at all, since sections of the layout ask for that.
        let present: [Bool]
    }

    func shell(for layout: LayoutContext, render: (LayoutContext) -> String) -> LayoutShell {
        let key = Key(
            kind: layout.kind, section: layout.section, root: layout.links.rootPrefix,
            present: LayoutWords.all.map { !layout.words[keyPath: $0].isEmpty })
        if let known = shells.withLock({ $0[key] }) { return known }
        let shell = LayoutShell(layout, render: render)
        shells.withLock { $0[key] = shell }
        return shell
    }
}
