/// Something that comes out and is not over, with its title.
struct ComingDrop: Sendable {
    let drop: Drop
    let title: Title
    let site: Site

    /// The next ones, by time.
    static func next(_ most: Int, of site: Site) -> [ComingDrop] {
        let coming = site.agenda.days.lazy.filter { $0.day >= site.today }.flatMap(\.drops).compactMap { drop in
            site.library.title(drop.first.title).map { ComingDrop(drop: drop, title: $0, site: site) }
        }
        return Array(coming.filter { $0.drop.airings.contains(where: site.isToCome) }.prefix(most))
    }

    var label: String? { drop.label(of: title) }

    var marks: String? { drop.marks(of: title) }

    var day: CalendarDay { drop.first.time.day(site.library.days) }

    /// When it begins; nil where only the day is known.
    var moment: Moment? { if case .moment(let moment) = drop.time { moment } else { nil } }
}

extension String {
    /// A name as far as a small screen has room for it.
    var shortened: String { count > 100 ? prefix(99) + "…" : self }
}
