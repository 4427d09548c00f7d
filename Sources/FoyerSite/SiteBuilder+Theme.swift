import SystemPackage

extension SiteBuilder {
    /// What the owner's templates come to.
    struct Theme: Sendable {
        let templates: TemplateSet
        /// What pictures to share are set in; nil where the theme has not these faces.
        let cardFaces: CardFaces?
        /// What is to be said of it.
        let notes: [Diagnostic]
    }

    /// What the site says, in its language; and what is to be said of that.
    func loadWords() throws(SiteError) -> (words: Words, notes: [Diagnostic]) {
        do throws(TemplateError) {
            return try WordsLoader(own: ownTemplates, templates: templates).words(of: configuration.language ?? "en")
        } catch {
            throw .template("\(templates)/\(error)")
        }
    }

    /// Beside merging: opening the faces takes some milliseconds.
    @concurrent func loadTheme() async -> Result<Theme, SiteError> {
        Result { () throws(SiteError) in
            do {
                let pages = PageKinds.all.map { ($0.template, $0.contextType) }
                let templates = try TemplateSet(folder: templates, words: .current, pages: pages)
                let (faces, missing) = try cardFaces(in: templates)
                return Theme(templates: templates, cardFaces: faces, notes: templates.notes + missing)
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
