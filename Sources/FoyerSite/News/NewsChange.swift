/// Something that changed between two builds.
struct NewsChange: Hashable, Codable, Sendable {
    let title: TitleID
    /// When a build noticed it.
    let noticed: Moment
    let event: Event
    /// Nil for what is of the whole title.
    var slot: NewsSlot?
    var from: AirTime?
    var to: AirTime?
    var finale: Airing.Finale?

    enum Event: String, Codable, Sendable {
        case moved, season, finale, ended, returned
    }
}

extension NewsChange {
    init(_ event: Event, of title: TitleID, at noticed: Moment, _ date: TitleFacts.Date? = nil, from: AirTime? = nil) {
        self.init(
            title: title, noticed: noticed, event: event, slot: date?.slot, from: from, to: date?.time, finale: date?.finale)
    }
}
