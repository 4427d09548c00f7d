extension Library {
    /// Further recommendations are left out.
    private static let mostRelated = 12

    /// What it has of the titles that belong to one, and of those that its viewers recommend, in the catalogue's order.
    public func related(to title: Title) -> [(title: Title, relation: RelatedTitle.Relation?)] {
        Array(allRelated(to: title).prefix(Self.mostRelated))
    }

    /// The same without an end.
    func allRelated(to title: Title) -> some Sequence<(title: Title, relation: RelatedTitle.Relation?)> {
        (title.details?.related ?? []).lazy.compactMap { related in
            self.current(TitleID(kind: title.id.kind, simkl: related.simkl)).map { ($0, related.relation) }
        }
    }
}
