import SystemPackage

extension SiteBuilder {
    /// What pictures to share are set in; nil, with a note, for a theme that has not these faces.
    func cardFaces(in templates: TemplateSet) throws(SiteError) -> (faces: CardFaces?, notes: [Diagnostic]) {
        do {
            return (try CardFaces { path in try templates.assets.bytes(FilePath(path)) }, [])
        } catch let missing as CardFaces.Missing {
            let words = "there is no such font, so that the site has no pictures to share: take it from Foyer's own Templates"
            return (nil, [Diagnostic(.note, words, at: missing.file)])
        } catch {
            throw .template("\(self.templates)/\(error)")
        }
    }
}
