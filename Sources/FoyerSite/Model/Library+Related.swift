extension Library {
    /// Further recommendations are left out.
    private static let mostRelated = 12

    /// What it has of the titles that belong to one, and of those that its viewers recommend, in the catalogue's order.
    public func related(to title: Title) -> [(title: Title, relation: RelatedTitle.Relation?)] {
        let all = (title.details?.related ?? []).lazy.compactMap { related in
            self.current(TitleID(kind: title.id.kind, simkl: related.simkl)).map { ($0, related.relation) }
        }
        return Array(all.prefix(Self.mostRelated))
    }
}
