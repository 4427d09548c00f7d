import Foundation

/// What reviews must say of an account, counted straight from its JSON with Foundation alone.
struct ReviewReference {
    let base: PeriodReference
    private var notes: [Int: Note] = [:]

    private typealias Play = PeriodReference.Play

    /// What is told of an item besides its plays.
    private struct Note {
        var rating: Int?
        var ratedOn: String?
        var crowd: (average: Double, votes: Int)?
        var genres: [String] = []
        var country: String?
        var network: String?
        /// Episodes that have aired, by season.
        var aired: [Int: Int] = [:]
    }

    init(_ files: AccountFiles, zone: String, tellsTimes: Bool = true) throws {
        base = try PeriodReference(files, zone: zone, tellsTimes: tellsTimes)
        let library = try PeriodReference.read(files, "all-items.json") as? [String: [PeriodReference.Object]] ?? [:]
        var index = 0
        for (bucket, folder) in [("shows", "tv"), ("anime", "anime"), ("movies", "movies")] {
            let crowd = try PeriodReference.read(files, "crowd/\(bucket).json") as? [PeriodReference.Object] ?? []
            for item in (library[bucket] ?? []).sorted(by: { PeriodReference.id($0) < PeriodReference.id($1) }) {
                let id = PeriodReference.id(item)
                var note = Note()
                note.rating = item["user_rating"] as? Int
                if note.rating != nil, let text = item["user_rated_at"] as? String, let date = PeriodReference.instant(text) {
                    note.ratedOn = base.day(of: date, text)
                }
                if let votes = crowd.first(where: { $0["id"] as? Int == id })?["simkl"] as? PeriodReference.Object {
                    note.crowd = ((votes["rating"] as? NSNumber)?.doubleValue ?? 0, votes["votes"] as? Int ?? 0)
                }
                let details = try PeriodReference.read(files, "titles/\(folder)/\(id).json") as? PeriodReference.Object ?? [:]
                note.genres = details["genres"] as? [String] ?? []
                note.country = details["country"] as? String
                note.network = details["network"] as? String
                let list = try PeriodReference.read(files, "episodes/\(folder)/\(id).json") as? [PeriodReference.Object] ?? []
                for episode in list where episode["aired"] as? Bool == true {
                    note.aired[episode["season"] as? Int ?? 1, default: 0] += 1
                }
                notes[index] = note
                index += 1
            }
        }
    }

    /// `2026` and `2026-11`: those with a play or a rating.
    var periods: Set<String> {
        let months =
            base.plays.compactMap(\.day).map { String($0.prefix(7)) }
            + base.items.indices.filter { isFinished($0, "") }.compactMap { markedDays($0).last.map { String($0.prefix(7)) } }
            + notes.values.compactMap { $0.ratedOn.map { String($0.prefix(7)) } }
        return Set(months).union(months.map { String($0.prefix(4)) })
    }

    // MARK: - What a title was

    private func dated(_ period: String) -> [Play] { base.plays.filter { $0.day?.hasPrefix(period) == true } }
    private func isDated(_ item: Int) -> Bool { base.plays.allSatisfy { $0.item != item || $0.day != nil } }
    private func days(_ item: Int) -> [String] { base.plays.filter { $0.item == item }.compactMap(\.day).sorted() }
    /// The days on which it was watched or marked.
    private func markedDays(_ item: Int) -> [String] {
        base.plays.filter { $0.item == item }.compactMap {
            $0.day ?? ($0.evidence == "Marked, not watched then" ? $0.claimedDay : nil)
        }
        .sorted()
    }

    private func past(_ item: Int, _ period: String) -> String {
        if let first = days(item).first, first < period { return "returning" }
        return isDated(item) ? "new" : "unknown"
    }

    private func isFinished(_ item: Int, _ period: String) -> Bool {
        let own = markedDays(item)
        guard let last = own.last, own.count == base.plays.count(where: { $0.item == item }) else { return false }
        return (base.items[item].kind == "Films" || base.items[item].status == "completed") && last.hasPrefix(period)
    }

    /// By time where there are five or more, else by name.
    private func byTime(_ plays: [Play]) -> [(item: Int, plays: [Play])] {
        let groups = Dictionary(grouping: plays, by: \.item).map { (item: $0.key, plays: $0.value) }
        return groups.sorted { left, right in
            let (own, other) = (base.minutes(left.plays), base.minutes(right.plays))
            if groups.count < 5 {
                let names = (base.items[left.item].name.lowercased(), base.items[right.item].name.lowercased())
                return names.0 == names.1 ? left.item < right.item : names.0 < names.1
            }
            if own != other { return own > other }
            return left.plays.count == right.plays.count ? left.item < right.item : left.plays.count > right.plays.count
        }
    }

    // MARK: - The sections

    /// The rows of each section by its heading, as ``StatisticsPagesText`` finds them; a section without rows is absent.
    func sections(_ period: String, today: String) -> [String: [[String]]] {
        let own = dated(period)
        var sections: [String: [[String]]] = ["Time": cover(own, period)]
        for kind in ["TV shows", "Anime", "Films"] {
            let plays = own.filter { $0.kind == kind }
            if plays.isEmpty { continue }
            sections[kind] = kindRows(kind, plays, own, period, today)
            let groups = byTime(plays)
            sections[kind + " watched" + (groups.count >= 5 ? ", the most time first" : "")] = groups.prefix(10).map {
                item, plays in
                let amount = kind == "Films" ? (plays.count > 1 ? ["\(plays.count) times"] : []) : [words(plays.count, "episode")]
                let time = base.minutes(plays) > 0 ? [base.span(base.minutes(plays))] : []
                return [base.items[item].name, (amount + time).joined(separator: " · ")]
            }
            var rated = groups.filter { notes[$0.item]?.rating != nil }.map(\.item)
            let minutes = Dictionary(uniqueKeysWithValues: groups.map { ($0.item, base.minutes($0.plays)) })
            let isRanked = rated.count >= 5
            rated.sort { left, right in
                if !isRanked { return base.items[left].name.lowercased() < base.items[right].name.lowercased() }
                return isBetter(left, right, minutes)
            }
            sections[kind + " watched" + (isRanked ? ", the best rated first" : " and rated")] = rated.prefix(10).map {
                [base.items[$0].name, "★ \(notes[$0]?.rating ?? 0)"]
            }
        }
        addRatings(period, &sections)
        sections["Habits"] = habits(own, period, today)
        sections["From air to screen"] = own.isEmpty ? [] : delays(own)
        sections["Round numbers"] = milestones(own)
        addOrigins(own, &sections)
        if period.count == 4 { addMonths(own, period, today, &sections) }
        let (before, heading) = earlier(period, today)
        sections["Against " + heading] = against(own, before, period)
        return sections.filter { !$0.value.isEmpty }
    }

    private func isBetter(_ left: Int, _ right: Int, _ minutes: [Int: Int]) -> Bool {
        let (own, other) = (notes[left]?.rating ?? 0, notes[right]?.rating ?? 0)
        if own != other { return own > other }
        let (time, otherTime) = (minutes[left] ?? 0, minutes[right] ?? 0)
        return time == otherTime ? left < right : time > otherTime
    }

    private func words(_ count: Int, _ one: String) -> String { "\(base.number(count)) \(one)\(count == 1 ? "" : "s")" }

    private func finished(_ own: [Play], _ period: String) -> Int { base.items.indices.count { isFinished($0, period) } }

    private func cover(_ own: [Play], _ period: String) -> [[String]] {
        guard !own.isEmpty else {
            return [("Titles finished:", finished(own, period)), ("Titles rated:", rated(period).count)].filter { $0.1 > 0 }
                .map { [$0.0, base.number($0.1)] }
        }
        let minutes = base.minutes(own)
        let films = own.count { $0.kind == "Films" }
        let rows = [
            minutes < 120 ? ("Minutes:", minutes) : ("Hours:", Int((Double(minutes) / 60).rounded())),
            ("Episodes:", own.count - films), ("Films:", films), ("Titles:", Set(own.map(\.item)).count),
            ("Titles finished:", finished(own, period)), ("Days with a play:", Set(own.compactMap(\.day)).count),
        ]
        return rows.enumerated().filter { $0.offset == 0 || $0.element.1 > 0 }.map { [$0.element.0, base.number($0.element.1)] }
    }

    private func kindRows(
        _ kind: String, _ plays: [Play], _ own: [Play], _ period: String, _ today: String
    ) -> [[String]] {
        let items = Set(plays.map(\.item))
        let minutes = base.minutes(plays)
        let all = base.minutes(own)
        var rows = [
            ["Titles:", base.number(items.count)], [kind == "Films" ? "Plays:" : "Episodes:", base.number(plays.count)],
        ]
        if minutes > 0 {
            rows.append(["Time:", base.span(minutes) + (all > minutes ? ", \(base.decimal(minutes * 100, all)) % of all" : "")])
        }
        for (name, word) in [("New:", "new"), ("Watched before:", "returning"), ("New or not, unknown:", "unknown")] {
            let count = items.count { past($0, period) == word }
            if count > 0 { rows.append([name, base.number(count)]) }
        }
        let done = base.items.indices.count { base.items[$0].kind == kind && isFinished($0, period) }
        if kind != "Films", done > 0 { rows.append(["Finished:", base.number(done)]) }
        if period.count == 4 {
            let weeks = Dictionary(grouping: plays) { monday($0.day ?? "") }
            if weeks.count >= 5, let most = most(weeks) {
                let last = PeriodReference.add(6, to: most.key)
                rows.append([
                    "Fullest week:",
                    "\(base.short(most.key).dropLast(5)) – \(base.short(last).dropLast(5)): \(amount(most.plays))",
                ])
            }
            if Set(plays.compactMap { $0.day?.prefix(7) }).count > 1 {
                rows += PeriodReference.months.enumerated().map { index, name in
                    let month = period + String(format: "-%02d", index + 1)
                    let inMonth = plays.filter { $0.day?.hasPrefix(month) == true }
                    return inMonth.isEmpty && month + "-01" > today
                        ? ["\(name) \(period)", "–", "–"] : base.row("\(name) \(period)", inMonth)
                }
            }
        }
        if Set(plays.compactMap(\.day)).count > 1 {
            let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
            rows += names.enumerated().map { number, name in
                base.row(
                    name,
                    plays.filter {
                        (PeriodReference.iso.component(.weekday, from: PeriodReference.date($0.day)) + 5) % 7 == number
                    })
            }
        }
        if plays.count(where: { $0.hour != nil }) > 1 {
            rows += (0..<24).map { ($0 + 4) % 24 }.map { hour in
                base.row(String(format: "%02d", hour), plays.filter { $0.hour == hour })
            }
        }
        return rows
    }

    private func monday(_ day: String) -> String {
        let number = (PeriodReference.iso.component(.weekday, from: PeriodReference.date(day)) + 5) % 7
        return PeriodReference.add(-number, to: day)
    }

    private func amount(_ plays: [Play]) -> String { "\(base.span(base.minutes(plays))), \(words(plays.count, "play"))" }

    private func most(_ groups: [String: [Play]]) -> (key: String, plays: [Play])? {
        groups.map { (key: $0.key, plays: $0.value) }.min { left, right in
            let (own, other) = (base.minutes(left.plays), base.minutes(right.plays))
            if own != other { return own > other }
            return left.plays.count == right.plays.count ? left.key < right.key : left.plays.count > right.plays.count
        }
    }

    // MARK: Ratings

    private func rated(_ period: String) -> [Int] { notes.keys.sorted().filter { notes[$0]?.ratedOn?.hasPrefix(period) == true } }

    private func addRatings(_ period: String, _ sections: inout [String: [[String]]]) {
        let items = rated(period)
        guard !items.isEmpty else { return }
        let heading = "Rated in \(name(period))"
        let values = items.compactMap { notes[$0]?.rating }
        var rows = [["Titles rated:", base.number(items.count)]]
        func row(_ item: Int) -> [String] {
            [base.items[item].name, "★ \(notes[item]?.rating ?? 0)" + (base.items[item].year.map { " · \($0)" } ?? "")]
        }
        guard items.count >= 5 else {
            sections[heading] =
                rows + items.sorted { base.items[$0].name.lowercased() < base.items[$1].name.lowercased() }.map(row)
            return
        }
        let middle = base.median(values)
        rows.append(["Median:", middle == middle.rounded() ? String(Int(middle)) : "\(middle)"])
        rows.append(["Mean:", base.decimal(values.reduce(0, +), values.count)])
        sections[heading] = rows + (1...10).map { value in [String(value), String(values.count { $0 == value })] }
        let minutes = Dictionary(grouping: dated(period), by: \.item).mapValues(base.minutes)
        let best = items.sorted { isBetter($0, $1, minutes) }
        let year = Int(period.prefix(4)) ?? 0
        sections[heading + ", and out the same year"] = best.filter { base.items[$0].year == year }.prefix(5).map(row)
        sections[heading + ", and older"] = best.filter { (base.items[$0].year ?? .max) < year }.prefix(5).map(row)
        let gaps = items.compactMap { item -> (item: Int, gap: Int, votes: Int, average: Double)? in
            guard let crowd = notes[item]?.crowd, crowd.votes >= 50 else { return nil }
            return (item, (notes[item]?.rating ?? 0) * 10 - Int((crowd.average * 10).rounded()), crowd.votes, crowd.average)
        }.sorted { left, right in
            if abs(left.gap) != abs(right.gap) { return abs(left.gap) > abs(right.gap) }
            return left.votes == right.votes ? left.item < right.item : left.votes > right.votes
        }
        sections["Against the crowd"] = [gaps.filter { $0.gap > 0 }, gaps.filter { $0.gap < 0 }].flatMap { side in
            side.prefix(5).map { gap in
                let sign = gap.gap > 0 ? "+" : "−"
                return [
                    base.items[gap.item].name, String(notes[gap.item]?.rating ?? 0), String(format: "%.1f", gap.average),
                    String(gap.votes), sign + base.decimal(abs(gap.gap), 10),
                ]
            }
        }
    }

    // MARK: Habits

    private func habits(_ own: [Play], _ period: String, _ today: String) -> [[String]] {
        guard !own.isEmpty else { return [] }
        var rows: [[String]]
        if period.count == 4 {
            rows = PeriodReference.months.enumerated().map { index, name in
                ["\(name) \(period)"] + cells(own, period + String(format: "-%02d", index + 1), today)
            }
        } else {
            rows = (1...PeriodReference.length(of: period)).map { number in
                let day = period + String(format: "-%02d", number)
                let plays = own.filter { $0.day == day }
                return plays.isEmpty && day > today ? [String(number), "–", "–"] : base.row(String(number), plays)
            }
        }
        return rows + records(own, period)
    }

    private func cells(_ own: [Play], _ month: String, _ today: String) -> [String] {
        (1...31).map { number in
            let day = month + String(format: "-%02d", number)
            let plays = own.count { $0.day == day }
            if plays > 0 { return base.number(plays) }
            return number > PeriodReference.length(of: month) || day > today ? "–" : ""
        }
    }

    private func distance(_ left: String, _ right: String) -> Int {
        Int(PeriodReference.date(right).timeIntervalSince(PeriodReference.date(left)) / 86_400)
    }

    private func records(_ own: [Play], _ period: String) -> [[String]] {
        var rows: [[String]] = []
        let days = Set(own.compactMap(\.day)).sorted()
        var runs: [(first: String, last: String)] = []
        for day in days {
            if let last = runs.last?.last, distance(last, day) == 1 {
                runs[runs.count - 1].last = day
            } else {
                runs.append((day, day))
            }
        }
        func stretch(_ first: String, _ last: String) -> String {
            "\(base.number(distance(first, last) + 1)) days, \(base.short(first)) to \(base.short(last))"
        }
        let longest = runs.map { distance($0.first, $0.last) }.max() ?? 0
        if longest > 0, let run = runs.first(where: { distance($0.first, $0.last) == longest }) {
            rows.append(["Longest streak:", stretch(run.first, run.last)])
        }
        let pauses = zip(runs, runs.dropFirst()).map {
            (PeriodReference.add(1, to: $0.last), PeriodReference.add(-1, to: $1.first))
        }
        let pause = pauses.map { distance($0.0, $0.1) }.max() ?? 0
        if pause > 0, let found = pauses.first(where: { distance($0.0, $0.1) == pause }) {
            rows.append(["Longest pause:", stretch(found.0, found.1)])
        }
        if days.count >= 5, let most = most(Dictionary(grouping: own) { $0.day ?? "" }) {
            rows.append(["Fullest day:", "\(base.short(most.key)): \(amount(most.plays))"])
        }
        let weeks = Dictionary(grouping: own) { monday($0.day ?? "") }
        if period.count == 4, weeks.count >= 5, let most = most(weeks) {
            let number = PeriodReference.iso.component(.weekOfYear, from: PeriodReference.date(most.key))
            rows.append(["Fullest week:", "week \(number), from \(base.short(most.key)): \(amount(most.plays))"])
        }
        let sittings = sittings(own).sorted { left, right in
            if left.count != right.count { return left.count > right.count }
            if base.minutes(left) != base.minutes(right) { return base.minutes(left) > base.minutes(right) }
            return (left[0].day ?? "", left[0].item) < (right[0].day ?? "", right[0].item)
        }
        if let sitting = sittings.first {
            let time = base.minutes(sitting) > 0 ? ", \(base.span(base.minutes(sitting)))" : ""
            rows.append([
                base.tellsTimes ? "Longest sitting:" : "Most of one title:",
                "\(base.items[sitting[0].item].name), \(sitting.count) episodes on \(base.short(sitting[0].day ?? ""))\(time)",
            ])
        }
        if let season = fastestSeason(own) { rows.append(["Fastest season:", season]) }
        let items = Dictionary(grouping: own, by: \.item)
        let oldest = items.filter { base.items[$0.key].year != nil }.min { left, right in
            let (year, other) = (base.items[left.key].year ?? 0, base.items[right.key].year ?? 0)
            if year != other { return year < other }
            let (time, otherTime) = (base.minutes(left.value), base.minutes(right.value))
            return time == otherTime ? left.key < right.key : time > otherTime
        }
        if items.count > 1, let oldest {
            rows.append(["Oldest:", "\(base.items[oldest.key].name), from \(base.items[oldest.key].year ?? 0)"])
        }
        return rows
    }

    private func sittings(_ own: [Play]) -> [[Play]] {
        var found: [[Play]] = []
        let timed = own.filter { $0.isTimed && $0.kind != "Films" }
        if !base.tellsTimes {
            return Dictionary(grouping: timed) { "\($0.item) \($0.day ?? "")" }.values.filter { $0.count >= 3 }
        }
        for (_, plays) in Dictionary(grouping: timed, by: \.item) {
            var run: [Play] = []
            for play in plays.sorted(by: { ($0.moment ?? .distantPast) < ($1.moment ?? .distantPast) }) {
                if let last = run.last, let from = last.moment, let to = play.moment,
                    to.timeIntervalSince(from) > Double(((last.minutes ?? 0) + 45) * 60)
                {
                    if run.count >= 3 { found.append(run) }
                    run = []
                }
                run.append(play)
            }
            if run.count >= 3 { found.append(run) }
        }
        return found
    }

    private func fastestSeason(_ own: [Play]) -> String? {
        var found: [(item: Int, season: Int, episodes: Int, first: String, last: String)] = []
        for (item, plays) in Dictionary(grouping: own.filter { $0.kind == "TV shows" }, by: \.item) {
            for (season, plays) in Dictionary(grouping: plays, by: { $0.season ?? 0 }) where season > 0 {
                let episodes = Set(plays.compactMap(\.number)).count
                let days = plays.compactMap(\.day).sorted()
                if episodes >= 4, notes[item]?.aired[season] == episodes {
                    found.append((item, season, episodes, days[0], days[days.count - 1]))
                }
            }
        }
        let best = found.min { left, right in
            let (own, other) = (distance(left.first, left.last), distance(right.first, right.last))
            if own != other { return own < other }
            if left.episodes != right.episodes { return left.episodes > right.episodes }
            return (left.first, left.item, left.season) < (right.first, right.item, right.season)
        }
        return best.map { best in
            let length = distance(best.first, best.last) + 1
            let time =
                length == 1
                ? "in one day, \(base.short(best.first))"
                : "in \(length) days, \(base.short(best.first)) to \(base.short(best.last))"
            return "\(base.items[best.item].name), season \(best.season), \(best.episodes) episodes \(time)"
        }
    }

    private func delays(_ own: [Play]) -> [[String]] {
        let seconds = base.delaySeconds(own)
        guard !seconds.isEmpty else { return [] }
        let bounds = [
            ("before it aired", 0), (base.firstDay, 1), ("within a week", 7), ("within a month", 30), ("within a year", 365),
            ("later", 1_000_000),
        ]
        let rows = bounds.enumerated().map { index, bound in
            let lower = index == 0 ? -1_000_000 : bounds[index - 1].1
            return [bound.0, base.number(seconds.count { $0 >= lower * 86_400 && $0 < bound.1 * 86_400 })]
        }
        return rows[0][1] == "0" ? Array(rows.dropFirst()) : rows
    }

    /// The plays as they followed each other: by day; within it what has a time, by time.
    private func inOrder(_ own: [Play]) -> [Play] {
        own.sorted { left, right in
            if left.day != right.day { return (left.day ?? "") < (right.day ?? "") }
            let (moment, other) = (left.moment ?? .distantFuture, right.moment ?? .distantFuture)
            if moment != other { return moment < other }
            if left.item != right.item { return left.item < right.item }
            return (left.season ?? 1, left.number ?? 0) < (right.season ?? 1, right.number ?? 0)
        }
    }

    private func label(_ play: Play) -> String {
        guard let number = play.number else { return "" }
        let episode = String(format: "E%02d", number)
        return play.kind == "Anime" && play.season == 1 ? episode : String(format: "S%02d", play.season ?? 0) + episode
    }

    private func milestones(_ own: [Play]) -> [[String]] {
        let ordered = inOrder(own)
        return stride(from: 100, through: ordered.count, by: 100).map { number in
            let play = ordered[number - 1]
            return [base.number(number), base.items[play.item].name, label(play), long(play.day ?? "")]
        }
    }

    // MARK: Origins

    private func addOrigins(_ own: [Play], _ sections: inout [String: [[String]]]) {
        let names: [(String, (Note) -> [String])] = [
            ("Genres", { $0.genres }), ("Countries", { [$0.country].compactMap { $0 } }),
            ("Networks", { [$0.network].compactMap { $0 } }),
        ]
        for (heading, names) in names {
            var groups: [String: [Play]] = [:]
            for play in own {
                for name in notes[play.item].map(names) ?? [] { groups[name, default: []].append(play) }
            }
            let sorted = groups.sorted { left, right in
                let (minutes, other) = (base.minutes(left.value), base.minutes(right.value))
                if minutes != other { return minutes > other }
                return left.value.count == right.value.count ? left.key < right.key : left.value.count > right.value.count
            }
            sections[heading] = sorted.prefix(10).map { base.row($0.key, $0.value) + [base.titles($0.value)] }
        }
    }

    // MARK: Months, and the period before

    private func addMonths(_ own: [Play], _ period: String, _ today: String, _ sections: inout [String: [[String]]]) {
        for (index, name) in PeriodReference.monthNames.enumerated() {
            let month = period + String(format: "-%02d", index + 1)
            if own.contains(where: { $0.day?.hasPrefix(month) == true }) { sections[name] = [cells(own, month, today)] }
        }
    }

    /// The plays of the period before, up to the same day where this one is not over, and what that is called.
    private func earlier(_ period: String, _ today: String) -> (period: (String, String), heading: String) {
        let year = (Int(period.prefix(4)) ?? 0) - (period.count == 4 ? 1 : 0)
        var before = String(year)
        if period.count == 7 {
            let month = (Int(period.suffix(2)) ?? 0) - 1
            before = month == 0 ? "\(year - 1)-12" : String(format: "%04d-%02d", year, month)
        }
        guard today.hasPrefix(period) else { return ((before, "9"), name(before)) }
        let month = period.count == 4 ? "\(before)-\(today.dropFirst(5).prefix(2))" : before
        let day = month + String(format: "-%02d", min(Int(today.suffix(2)) ?? 0, PeriodReference.length(of: month)))
        return ((before, day), "\(name(before)), up to \(long(day))")
    }

    private func against(_ own: [Play], _ before: (String, String), _ period: String) -> [[String]] {
        let other = dated(before.0).filter { ($0.day ?? "") <= before.1 }
        guard !own.isEmpty, !other.isEmpty else { return [] }
        func films(_ plays: [Play]) -> Int { plays.count { $0.kind == "Films" } }
        func row(_ name: String, _ own: Int, _ other: Int) -> [String] {
            let sign = own > other ? "+" : own < other ? "−" : ""
            return [name, base.number(own), base.number(other), sign + base.number(abs(own - other))]
        }
        func tenths(_ name: String, _ own: Int, _ other: Int) -> [String] {
            let sign = own > other ? "+" : own < other ? "−" : ""
            return [name, base.decimal(own, 10), base.decimal(other, 10), sign + base.decimal(abs(own - other), 10)]
        }
        func hours(_ plays: [Play]) -> Int { Int((Double(base.minutes(plays)) / 6).rounded()) }
        let otherFinished = base.items.indices.count { isFinished($0, before.0) && (markedDays($0).last ?? "") <= before.1 }
        let ratings = [rated(period), rated(before.0).filter { (notes[$0]?.ratedOn ?? "") <= before.1 }]
        var rows = [
            tenths("Hours", hours(own), hours(other)), row("Episodes", own.count - films(own), other.count - films(other)),
            row("Films", films(own), films(other)), row("Titles", Set(own.map(\.item)).count, Set(other.map(\.item)).count),
            row("Titles finished", finished(own, period), otherFinished),
            row("Days with a play", Set(own.map(\.day)).count, Set(other.map(\.day)).count),
            row("Titles rated", ratings[0].count, ratings[1].count),
        ]
        if ratings.allSatisfy({ $0.count >= 5 }) {
            let values = ratings.map { $0.compactMap { notes[$0]?.rating } }
            rows.append(tenths("Median rating", Int(base.median(values[0]) * 10), Int(base.median(values[1]) * 10)))
            let means = values.map { Int((Double($0.reduce(0, +)) * 10 / Double($0.count)).rounded()) }
            rows.append(tenths("Mean rating", means[0], means[1]))
        }
        return rows
    }

    // MARK: - Sentences

    /// What must stand somewhere on the page.
    func sentences(_ period: String, today: String) -> [String] {
        let own = dated(period)
        let misdated = base.plays.filter { $0.claimedDay?.hasPrefix(period) == true }
        let waiting = waiting(period, today)
        var sentences = ["A day is a day in "]
        if waiting.start + waiting.end > 0 {
            sentences.append("\(words(waiting.start, "title")) lay on a list and had not been begun; at the end of ")
            sentences.append(" it was \(base.number(waiting.end)), ")
        }
        let bulk = misdated.count { $0.evidence == "Marked, not watched then" }
        if bulk > 0 { sentences.append("\(words(bulk, "play")) marked faster than they can be watched") }
        let stamped = misdated.count { $0.evidence == "Stamped with the airing or release" }
        if stamped > 0 { sentences.append("\(words(stamped, "play")) stamped with the airing or release") }
        guard !own.isEmpty else { return sentences }
        let films = own.count { $0.kind == "Films" }
        let what = [films < own.count ? words(own.count - films, "episode") : nil, films > 0 ? words(films, "film") : nil]
        sentences.append(
            what.compactMap { $0 }.joined(separator: " and ") + " of \(words(Set(own.map(\.item)).count, "title")).")
        let ordered = inOrder(own)
        for (name, play) in own.count > 1 ? [("First", ordered[0]), ("Last", ordered[own.count - 1])] : [("Only", ordered[0])] {
            let episode = label(play)
            sentences.append(
                "\(name) play: \(base.items[play.item].name)\(episode.isEmpty ? "" : " " + episode), \(long(play.day ?? ""))")
        }
        let real = own.count { $0.isTimed }
        sentences.append("Of \(words(own.count, "play")), \(base.number(real)) ha")
        sentences.append("own and \(base.number(own.count - real)) a day that was entered.")
        let estimated = base.minutes(own.filter { !$0.isExact })
        if estimated > 0 {
            sentences.append("\(base.decimal(estimated * 100, base.minutes(own))) % of the time is estimated")
        }
        let unknown = own.count { $0.minutes == nil }
        if unknown > 0 { sentences.append("\(words(unknown, "play")) of unknown length") }
        for (word, known) in [("genres", \Note.genres.isEmpty), ("countries", \Note.country.isNothing)] {
            let items = Set(own.map(\.item))
            let count = items.count { notes[$0].map { !$0[keyPath: known] } ?? false }
            sentences.append("The \(word) of \(base.number(count)) of \(words(items.count, "title")) are known")
        }
        return sentences
    }

    private func waiting(_ period: String, _ today: String) -> (start: Int, end: Int) {
        let isYear = period.count == 4
        let first = period + (isYear ? "-01-01" : "-01")
        let last = min(isYear ? period + "-12-31" : period + String(format: "-%02d", PeriodReference.length(of: period)), today)
        func count(_ day: String) -> Int {
            base.items.enumerated().count { index, item in
                guard isDated(index), let added = item.added, added < day, !["dropped", "notinteresting"].contains(item.status)
                else {
                    return false
                }
                return days(index).first.map { $0 >= day } ?? true
            }
        }
        return (count(first), count(PeriodReference.add(1, to: last)))
    }

    private func name(_ period: String) -> String {
        period.count == 4 ? period : "\(PeriodReference.monthNames[(Int(period.suffix(2)) ?? 1) - 1]) \(period.prefix(4))"
    }

    private func long(_ day: String) -> String {
        let parts = day.split(separator: "-").map { Int($0) ?? 1 }
        return "\(parts[2]) \(PeriodReference.monthNames[parts[1] - 1]) \(parts[0])"
    }
}

extension String? {
    fileprivate var isNothing: Bool { self == nil }
}
