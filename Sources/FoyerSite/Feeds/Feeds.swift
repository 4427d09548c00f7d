/// Every feed that a site has.
enum Feeds {
    static func all(of site: Site, _ calendars: CalendarFeeds) -> [Feed] {
        calendars.feeds + EntryFeeds.all(of: site) + DataFiles.all(of: site)
    }
}
