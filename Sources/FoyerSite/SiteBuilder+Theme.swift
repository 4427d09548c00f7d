import Disk
import SystemPackage

extension SiteBuilder {
    /// What the owner's templates come to, in the language of the site.
    struct Theme: Sendable {
        let templates: TemplateSet
        /// What the site says, in its language.
        let words: Words
        /// What pictures to share are set in; nil where the theme has not these faces.
        let cardFaces: CardFaces?
        /// What is to be said of it.
        let notes: [Diagnostic]
    }

    /// Whether a folder has anything of what templates are.
    public static func hasTemplates(_ path: String) -> Bool {
        TemplateFolder.parts.contains { Files<PublishError>.entry("\(path)/\($0.string)") != nil }
    }

    /// Reads the templates, the words and the fonts, and makes nothing of them.
    ///
    /// - Returns: what is to be said of them.
    public func checkTheme() async throws(SiteError) -> [Diagnostic] { try await loadTheme().get().notes }

    /// Beside merging: reading the words and opening the faces takes some milliseconds each.
    @concurrent func loadTheme() async -> Result<Theme, SiteError> {
        Result { () throws(SiteError) in
            do {
                let loader = try WordsLoader(own: ownTemplates, templates: templates)
                let (words, spoken) = try loader.words(of: configuration.language ?? "en")
                let pages = PageKinds.all.map { ($0.template, $0.contextType) }
                let templates = try TemplateSet(folder: templates, over: ownTemplates, words: words, pages: pages)
                let (faces, missing) = try cardFaces(in: templates)
                return Theme(templates: templates, words: words, cardFaces: faces, notes: spoken + templates.notes + missing)
            } catch {
                throw .template("\(templates)/\(error)")
            }
        }
    }

    private func cardFaces(in templates: TemplateSet) throws -> (faces: CardFaces?, notes: [Diagnostic]) {
        do {
            return (try CardFaces { path in try templates.assets.bytes(FilePath(path)) }, [])
        } catch let missing as CardFaces.Missing {
            let words = "there is no such font, so that the site has no pictures to share: take it from Foyer's own Templates"
            return (nil, [Diagnostic(.note, words, at: missing.file)])
        }
    }
}

extension TemplateSet {
    /// What is to be said of the owner's templates.
    fileprivate var notes: [Diagnostic] {
        withRawHTML.map {
            Diagnostic(.warning, "raw HTML in it is left out of the pages: only layout.html may hold HTML", at: $0)
        }
    }
}
