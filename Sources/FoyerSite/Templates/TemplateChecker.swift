/// Holds a template against the contexts that it will be rendered with: every name is declared, every partial is there.
struct TemplateChecker {
    /// The tags of each partial, by its name.
    let partials: [String: [TemplateScanner.Node]]

    /// Checks a template that is rendered with one context.
    func check(_ nodes: [TemplateScanner.Node], file: String, context: any TemplateContext.Type) throws(TemplateError) {
        let common: [any TemplateContext.Type] = context.place == .markdown ? [CommonContext.self] : []
        try check(nodes, Scope(file: file, contexts: common + [context], isInList: false, partials: []))
    }

    /// The names that a template uses, those in its partials too.
    func names(in nodes: [TemplateScanner.Node]) -> Set<String> {
        nodes.reduce(into: []) { names, node in
            switch node {
            case .value(let name, _, _): names.insert(name)
            case .section(let name, _, let inside, _):
                names.insert(name)
                names.formUnion(self.names(in: inside))
            case .partial(let name, _): names.formUnion(self.names(in: partials[name] ?? []))
            }
        }
    }

    /// What is around a tag.
    private struct Scope {
        var file: String
        /// The innermost last.
        var contexts: [any TemplateContext.Type]
        /// Whether the innermost section repeats.
        var isInList: Bool
        /// The partials that are being written out.
        var partials: [String]
    }

    private func check(_ nodes: [TemplateScanner.Node], _ scope: Scope) throws(TemplateError) {
        for node in nodes {
            switch node {
            case .value(let name, let isTriple, let position):
                try checkValue(name, isTriple: isTriple, position, scope)
            case .section(let name, let isInverted, let inside, let position):
                var inner = scope
                if !Self.sequenceNames.contains(name) || !scope.isInList {
                    switch try field(name, position, scope).type {
                    case .list(let element) where !isInverted:
                        inner.contexts.append(element)
                        inner.isInList = true
                    case .object(let object) where !isInverted:
                        inner.contexts.append(object)
                        inner.isInList = false
                    // The library forgets the place in the list inside these, as inside objects.
                    case .text where !isInverted, .link where !isInverted: inner.isInList = false
                    case .slot: throw error(.notForSections(name), position, scope)
                    default: break
                    }
                }
                try check(inside, inner)
            case .partial(let name, let position):
                guard let inside = partials[name] else {
                    throw error(.unknownPartial(name, nearest: name.nearest(in: Array(partials.keys))), position, scope)
                }
                guard !scope.partials.contains(name) else { throw error(.partialInsideItself(name), position, scope) }
                var inner = scope
                inner.file = "partials/\(name).md"
                inner.partials.append(name)
                // The library forgets the place in a list inside a partial.
                inner.isInList = false
                try check(inside, inner)
            }
        }
    }

    private func checkValue(
        _ name: String, isTriple: Bool, _ position: TemplateScanner.Position, _ scope: Scope
    ) throws(TemplateError) {
        switch try field(name, position, scope).type {
        case .flag, .list, .object: throw error(.notForOutput(name), position, scope)
        case .slot where !isTriple: throw error(.slotInTwoBraces(name), position, scope)
        case .text, .link: if isTriple { throw error(.unescaped(name), position, scope) }
        case .slot: break
        }
    }

    /// Sections that the library knows inside a list: whether this is its first or last element.
    private static let sequenceNames: Set = ["first()", "last()"]

    private func field(_ name: String, _ position: TemplateScanner.Position, _ scope: Scope) throws(TemplateError) -> FieldShape {
        for context in scope.contexts.reversed() {
            if let field = context.shapes.first(where: { $0.name == name }) { return field }
        }
        let names = scope.contexts.flatMap { $0.shapes.map(\.name) }
        throw error(.unknownName(name, nearest: name.nearest(in: names)), position, scope)
    }

    private func error(
        _ problem: TemplateError.Problem, _ position: TemplateScanner.Position, _ scope: Scope
    ) -> TemplateError {
        TemplateError(file: scope.file, position: position, problem: problem)
    }
}

extension TemplateContext {
    /// The context's fields, seen through a metatype.
    static var shapes: [FieldShape] { fields.shapes }
}

extension String {
    /// The most similar of some names, if one is similar at all.
    func nearest(in names: [String]) -> String? {
        let near = Set(names).map { ($0, distance(to: $0)) }.filter { $0.1 <= max(2, count / 3) }
        return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }

    /// Levenshtein's distance.
    private func distance(to other: String) -> Int {
        let other = Array(other)
        var row = Array(0...other.count)
        for (position, character) in enumerated() {
            var diagonal = row[0]
            row[0] = position + 1
            for column in other.indices {
                let substituted = diagonal + (character == other[column] ? 0 : 1)
                diagonal = row[column + 1]
                row[column + 1] = Swift.min(substituted, row[column] + 1, diagonal + 1)
            }
        }
        return row[other.count]
    }
}
