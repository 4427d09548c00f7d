/// Every feed that a site has.
enum Feeds {
    static func all(of site: Site) -> [Feed] { EntryFeeds.all(of: site) + DataFiles.all(of: site) }
}
