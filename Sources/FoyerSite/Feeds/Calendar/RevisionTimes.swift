/// The times that revisions of this build get.
struct RevisionTimes {
    /// Of an event that no build has told of before.
    let new: Moment
    /// Of one that was told of and says something else now.
    let changed: Moment

    /// The first build has no history, so it takes the beginning of the day of the newest thing that is shown: built again, it says
    /// the same, and it tells nothing of when in that day anything was done.
    init(_ site: Site, isFirst: Bool) {
        let day = site.newestDay.map(site.library.days.firstMoment) ?? site.now.utcDay.start
        changed = site.now
        new = isFirst ? day : site.now
    }
}
