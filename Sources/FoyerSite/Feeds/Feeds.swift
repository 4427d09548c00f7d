/// Every feed that a site has.
enum Feeds {
    static func all(_ calendars: CalendarFeeds) -> [Feed] { calendars.feeds }
}
