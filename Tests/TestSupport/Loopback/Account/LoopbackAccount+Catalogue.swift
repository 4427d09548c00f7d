/// What Simkl's editors change of titles.
extension LoopbackAccount {
    /// Changes the catalogue's record of a title.
    public mutating func changeDetails(of id: Int, _ body: (inout JSON) -> Void) {
        guard let entry = entry(id) else { return }
        var details = details(of: entry)
        body(&details)
        self.details[id] = details
        catalogChanges[id] = tick()
    }

    /// Changes what every answer says of a title: its name, its ids.
    public mutating func changeMedia(of id: Int, _ body: (inout JSON) -> Void) {
        guard var entry = entry(id) else { return }
        var media = entry.media
        body(&media)
        entry.media = media
        entry.changedAt = tick()
        store(entry)
    }

    /// What a title is called to who asks for English names.
    public mutating func nameInEnglish(_ id: Int, _ title: String) {
        guard var entry = entry(id) else { return }
        entry.englishTitle = title
        store(entry)
    }

    /// A title that the catalogue has, and nobody's list.
    public mutating func knowInCatalogue(_ item: JSON, in bucket: Bucket) {
        entries.append(Entry(bucket: bucket, item: item))
    }
}
