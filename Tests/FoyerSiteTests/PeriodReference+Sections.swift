import Foundation

// What each section of a statistics page must say, row by row.

extension PeriodReference {
    /// The rows of each section by its heading; a section without rows is absent.
    func sections(_ period: String, today: String) -> [String: [[String]]] {
        let own = plays.filter { period.isEmpty || $0.day?.hasPrefix(period) == true }
        let dated = own.filter { $0.day != nil }
        var sections: [String: [[String]]] = [:]
        sections["Time"] = headline(own)
        sections[period.isEmpty ? "Year by year" : period.count == 4 ? "Month by month" : "Day by day"] = parts(
            period, dated, today)
        if period.count == 4 {
            sections["Every day"] = calendar(period, dated, today)
            sections["Week by week"] = weeks(period, dated, today)
        }
        sections["Streaks and peaks"] = records(period, dated, today)
        let days = Set(dated.compactMap(\.day))
        if days.count > 1 {
            let names = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
            sections["Days of the week"] = names.enumerated().map { number, name in
                row(name, dated.filter { (Self.iso.component(.weekday, from: Self.date($0.day)) + 5) % 7 == number })
            }
        }
        if dated.count(where: { $0.hour != nil }) > 1 {
            sections["Hours of the day"] = (0..<24).map { ($0 + 4) % 24 }.map { hour in
                row(String(format: "%02d", hour), dated.filter { $0.hour == hour })
            }
        }
        sections["By kind"] = ["TV shows", "Anime", "Films"].map { kind in (kind, own.filter { $0.kind == kind }) }
            .filter { !$0.1.isEmpty }.map { row($0, $1) + [titles($1)] }
        sections[Set(own.map(\.item)).count >= 5 ? "Most time" : "Titles"] = most(own)
        sections[tellsTimes ? "In one sitting" : "On one day"] = sittings(period)
        sections["Short and long"] = lengths(own)
        sections["Old and new"] = decades(own)
        sections["Finished or given up"] = completion(period, own)
        sections["From air to screen"] = delays(dated)
        sections["On the shelf"] = shelf(period, own)
        if period.isEmpty {
            sections["Waiting the longest"] = waiting()
            sections["What is left"] = backlog(today)
        }
        sections["What these numbers stand on"] = [
            "With a time of their own", "With a day that was entered", "Marked, not watched then",
            "Stamped with the airing or release", "With a year alone", "Without a believable date",
            "Counted by Simkl without a record",
        ].map { name in (name, count(own.filter { $0.evidence == name })) }.filter { $0.1 > 0 }
            .map { [$0, number($1), decimal($1 * 100, count(own)) + " %"] }
        return sections.filter { !$0.value.isEmpty }
    }

    // MARK: The sections

    private func headline(_ own: [Play]) -> [[String]] {
        guard !own.isEmpty else { return [] }
        let films = own.filter { $0.kind == "Films" }
        let episodes = own.filter { $0.kind != "Films" }
        let days = Dictionary(grouping: own.filter { $0.day != nil }) { $0.day ?? "" }
        var rows = [["Time:", whole(minutes(own))]]
        if count(episodes) > 0 { rows.append(["Episodes:", number(count(episodes))]) }
        if count(films) > 0 { rows.append(["Films:", number(count(films))]) }
        rows.append(["Titles:", titles(own)])
        if !days.isEmpty { rows.append(["Days with a play:", number(days.count)]) }
        let samples = [
            ("On such a day:", days.values.map(minutes)), ("An episode:", lengths(of: episodes)), ("A film:", lengths(of: films)),
        ]
        for (name, values) in samples where values.count >= 5 {
            rows.append([
                name,
                "median \(span(Int(median(values).rounded()))), mean \(span(Int((Double(values.reduce(0, +)) / Double(values.count)).rounded())))",
            ])
        }
        return rows
    }

    private func parts(_ period: String, _ dated: [Play], _ today: String) -> [[String]] {
        func row(_ name: String, _ prefix: String) -> [String] {
            let plays = dated.filter { $0.day?.hasPrefix(prefix) == true }
            return plays.isEmpty && !period.isEmpty && prefix + (prefix.count < 10 ? "-01" : "") > today
                ? [name, "–", "–"] : self.row(name, plays)
        }
        switch period.count {
        case 0:
            let years = dated.compactMap { $0.day.flatMap { Int($0.prefix(4)) } }
            guard let first = years.min(), let last = years.max() else { return [] }
            return (first...last).map { row(String($0), String($0)) }
        case 4:
            return Self.months.enumerated().map { row("\($1) \(period)", period + String(format: "-%02d", $0 + 1)) }
        default:
            return (1...Self.length(of: period)).map { row(String($0), period + String(format: "-%02d", $0)) }
        }
    }

    private func calendar(_ year: String, _ dated: [Play], _ today: String) -> [[String]] {
        let days = Dictionary(dated.map { ($0.day ?? "", $0.count) }, uniquingKeysWith: +)
        return Self.months.enumerated().map { index, name in
            let month = year + String(format: "-%02d", index + 1)
            return ["\(name) \(year)"]
                + (1...31).map { day in
                    let text = month + String(format: "-%02d", day)
                    if let plays = days[text] { return number(plays) }
                    return day > Self.length(of: month) || text > today ? "–" : ""
                }
        }
    }

    private func weeks(_ year: String, _ dated: [Play], _ today: String) -> [[String]] {
        var rows: [[String]] = []
        var names: [String] = []
        var day = Self.date("\(year)-01-01")
        while Self.text(day).hasPrefix(year) {
            let name = week(Self.text(day), in: year)
            if names.last != name {
                names.append(name)
                let plays = dated.filter { week($0.day ?? "", in: year) == name }
                let monday = Self.iso.dateInterval(of: .weekOfYear, for: day)?.start ?? day
                rows.append(plays.isEmpty && Self.text(monday) > today ? [name, "–", "–"] : row(name, plays))
            }
            day = day.addingTimeInterval(86_400)
        }
        return Set(dated.map { week($0.day ?? "", in: year) }).count > 1 ? rows : []
    }

    private func week(_ day: String, in year: String) -> String {
        let parts = Self.iso.dateComponents([.yearForWeekOfYear, .weekOfYear], from: Self.date(day))
        let own = String(parts.yearForWeekOfYear ?? 0)
        return String(format: "W%02d", parts.weekOfYear ?? 0) + (own == year ? "" : " of \(own)")
    }

    private func records(_ period: String, _ dated: [Play], _ today: String) -> [[String]] {
        let days = Set(dated.compactMap(\.day)).sorted()
        func distance(_ left: String, _ right: String) -> Int {
            Int(Self.date(right).timeIntervalSince(Self.date(left)) / 86_400)
        }
        var runs: [[String]] = []
        for day in days {
            if let last = runs.last?.last, distance(last, day) == 1 {
                runs[runs.count - 1].append(day)
            } else {
                runs.append([day])
            }
        }
        var rows: [[String]] = []
        func words(_ from: String, _ to: String) -> String {
            "\(number(distance(from, to) + 1)) days, \(short(from)) to \(short(to))"
        }
        let longest = runs.map(\.count).max() ?? 0
        if longest > 1, let run = runs.first(where: { $0.count == longest }) {
            rows.append(["Longest streak:", words(run[0], run[run.count - 1])])
        }
        if period.isEmpty, let run = runs.last, (0...1).contains(distance(run[run.count - 1], today)) {
            rows.append(["Current streak:", "\(number(run.count)) \(run.count == 1 ? "day" : "days"), since \(short(run[0]))"])
        }
        let pauses = zip(runs, runs.dropFirst()).map { before, after in
            (from: Self.add(1, to: before[before.count - 1]), to: Self.add(-1, to: after[0]))
        }
        let pause = pauses.map { distance($0.from, $0.to) }.max() ?? 0
        if pause > 0, let own = pauses.first(where: { distance($0.from, $0.to) == pause }) {
            rows.append(["Longest pause:", words(own.from, own.to)])
        }
        func most(_ name: String, _ groups: [String: [Play]], _ words: (String) -> String) {
            guard groups.count >= 5 else { return }
            let sorted = groups.map { ($0.key, minutes($0.value), count($0.value)) }
                .sorted { ($1.1, $1.2, $0.0) < ($0.1, $0.2, $1.0) }
            let plays = sorted[0].2 == 1 ? "play" : "plays"
            rows.append([name, "\(words(sorted[0].0)): \(span(sorted[0].1)), \(number(sorted[0].2)) \(plays)"])
        }
        most("Most active day:", Dictionary(grouping: dated) { $0.day ?? "" }, short)
        if period.count < 7 {
            let weeks = Dictionary(grouping: dated) { play -> String in
                let parts = Self.iso.dateComponents([.yearForWeekOfYear, .weekOfYear], from: Self.date(play.day))
                return String(format: "%04d-%02d", parts.yearForWeekOfYear ?? 0, parts.weekOfYear ?? 0)
            }
            most("Most active week:", weeks) { "week \(Int($0.suffix(2)) ?? 0) of \($0.prefix(4))" }
        }
        most("Most active month:", Dictionary(grouping: dated) { String($0.day?.prefix(7) ?? "") }) { month in
            "\(Self.monthNames[(Int(month.suffix(2)) ?? 1) - 1]) \(month.prefix(4))"
        }
        return rows
    }

    private func most(_ own: [Play]) -> [[String]] {
        let groups = Dictionary(grouping: own, by: \.item)
        guard groups.count > 1 else { return [] }
        let sorted = groups.sorted { left, right in
            let (own, other) = (minutes(left.value), minutes(right.value))
            if groups.count < 5 { return left.key < right.key }
            if own != other { return own > other }
            let (plays, others) = (count(left.value), count(right.value))
            return plays == others ? left.key < right.key : plays > others
        }
        return sorted.prefix(10).map { [items[$0.key].name, number(count($0.value)), hours($0.value)] }
    }

    private func sittings(_ period: String) -> [[String]] {
        var found: [[Play]] = []
        let real = plays.filter { $0.isTimed && $0.kind != "Films" }
        if !tellsTimes {
            found = Dictionary(grouping: real) { "\($0.item) \($0.day ?? "")" }.values.filter { $0.count >= 3 }
        }
        for (_, own) in tellsTimes ? Dictionary(grouping: real, by: \.item) : [:] {
            let sorted = own.sorted { ($0.moment ?? .distantPast) < ($1.moment ?? .distantPast) }
            var begun = 0
            for index in sorted.indices {
                let next = index + 1 < sorted.count ? sorted[index + 1].moment : nil
                let latest = sorted[index].moment?.addingTimeInterval(Double(((sorted[index].minutes ?? 0) + 45) * 60))
                if let next, let latest, next <= latest { continue }
                if index - begun >= 2 { found.append(Array(sorted[begun...index])) }
                begun = index + 1
            }
        }
        found = found.filter { $0[0].day?.hasPrefix(period) == true }
        func key(_ plays: [Play]) -> (String, Int) { (plays[0].day ?? "", plays[0].item) }
        let isRanked = found.count >= 5
        found.sort { left, right in
            if !isRanked { return key(left) < key(right) }
            if left.count != right.count { return left.count > right.count }
            if minutes(left) != minutes(right) { return minutes(left) > minutes(right) }
            return key(left) < key(right)
        }
        return found.prefix(5).map { [items[$0[0].item].name, short($0[0].day ?? ""), number($0.count), hours($0)] }
    }

    private func lengths(_ own: [Play]) -> [[String]] {
        let bounds = [
            ("under 15 min", 15), ("15–29 min", 30), ("30–44 min", 45), ("45–59 min", 60), ("60–89 min", 90), ("90–119 min", 120),
            ("120–149 min", 150), ("from 150 min", Int.max),
        ]
        let known = lengths(of: own)
        var rows = bounds.enumerated().map { index, bound in
            let lower = index == 0 ? 0 : bounds[index - 1].1
            return [bound.0, number(known.count { $0 >= lower && $0 < bound.1 })]
        }
        while rows.first?[1] == "0" { rows.removeFirst() }
        while rows.last?[1] == "0" { rows.removeLast() }
        return rows.count > 1 ? rows : []
    }

    private func decades(_ own: [Play]) -> [[String]] {
        let known = own.filter { items[$0.item].year != nil }
        let groups = Dictionary(grouping: known) { (items[$0.item].year ?? 0) / 10 }
        guard let first = groups.keys.min(), let last = groups.keys.max(), first < last else { return [] }
        return (first...last).map { decade in
            let plays = groups[decade] ?? []
            return ["\(decade)0s", number(count(plays)), titles(plays), hours(plays)]
        }
    }

    /// Titles whose first play lies in the period.
    private func begun(_ period: String, _ own: [Play]) -> [Int] {
        let first = Dictionary(plays.compactMap { play in play.day.map { (play.item, $0) } }, uniquingKeysWith: min)
        return Set(own.map(\.item)).filter { period.isEmpty || first[$0]?.hasPrefix(period) == true }.sorted()
    }

    private func completion(_ period: String, _ own: [Play]) -> [[String]] {
        var rows = ["TV shows", "Anime"].compactMap { kind -> [String]? in
            let all = begun(period, own).map { items[$0] }.filter { $0.kind == kind }
            guard !all.isEmpty else { return nil }
            let (done, dropped) = (
                all.count { $0.status == "completed" }, all.count { ["dropped", "notinteresting"].contains($0.status) }
            )
            return [kind, number(all.count), number(done), number(dropped), number(all.count - done - dropped)]
        }
        if period.isEmpty {
            let given = items.filter { $0.status == "completed" && ($0.dropRate ?? 0) > 33 }
                .sorted { ($1.dropRate ?? 0) < ($0.dropRate ?? 0) }
            rows += given.prefix(5).map { [$0.name, "given up by \(Int($0.dropRate ?? 0)).0 %"] }
        }
        return rows
    }

    private func delays(_ dated: [Play]) -> [[String]] {
        let delays = delaySeconds(dated)
        guard !delays.isEmpty else { return [] }
        let bounds = [
            ("before it aired", 0), (firstDay, 1), ("within a week", 7), ("within a month", 30), ("within a year", 365),
            ("later", 1_000_000),
        ]
        let rows = bounds.enumerated().map { index, bound in
            let lower = index == 0 ? -1_000_000 : bounds[index - 1].1
            return [bound.0, number(delays.count { $0 >= lower * 86_400 && $0 < bound.1 * 86_400 })]
        }
        return rows[0][1] == "0" ? Array(rows.dropFirst()) : rows
    }

    func delaySeconds(_ dated: [Play]) -> [Int] {
        dated.compactMap { play in
            guard play.isTimed, let aired = play.aired else { return nil }
            if let moment = play.moment { return Int(moment.timeIntervalSince(aired)) }
            let days = Self.date(play.day ?? "").timeIntervalSince(Self.date(day(of: aired, ""))) / 86_400
            return Int(days.rounded()) * 86_400
        }
    }

    var firstDay: String { tellsTimes ? "within a day" : "on the same day" }

    private func shelf(_ period: String, _ own: [Play]) -> [[String]] {
        var (begun, finished, before): ([Int], [Int], Int) = ([], [], 0)
        for position in self.begun(period, own) {
            let all = plays.filter { $0.item == position }
            guard let added = items[position].added, all.allSatisfy({ $0.day != nil }) else { continue }
            let days = all.compactMap(\.day).sorted()
            let waits = [days[0], days[days.count - 1]].map { Int(Self.date($0).timeIntervalSince(Self.date(added)) / 86_400) }
            if waits[0] < 0 {
                before += 1
            } else {
                begun.append(waits[0])
                if items[position].status == "completed" { finished.append(waits[1]) }
            }
        }
        var rows: [[String]] = []
        for (name, values) in [("Until begun:", begun), ("Until finished:", finished)] where values.count >= 5 {
            let middle = Int(median(values).rounded())
            let mean = Int((Double(values.reduce(0, +)) / Double(values.count)).rounded())
            rows.append([
                name,
                "median \(number(middle)) \(middle == 1 ? "day" : "days"), mean \(number(mean)), of \(number(values.count)) titles",
            ])
        }
        if !rows.isEmpty, before > 0 {
            rows.append(["Watched before they were listed:", "\(number(before)) \(before == 1 ? "title" : "titles")"])
        }
        return rows
    }

    private func waiting() -> [[String]] {
        let unwatched = items.enumerated().filter { position, item in
            item.status == "plantowatch" && item.added != nil && !plays.contains { $0.item == position }
        }
        return unwatched.map(\.element).sorted { ($0.added ?? "") < ($1.added ?? "") }.prefix(5)
            .map { [$0.name, "since \(short($0.added ?? ""))"] }
    }

    private func backlog(_ today: String) -> [[String]] {
        let pace = pace(today)
        return [("Watching", "watching"), ("Plan to watch", "plantowatch")].compactMap { name, status in
            let all = items.filter { $0.status == status }
            let minutes = all.reduce(0) { $0 + ($1.left ?? 0) }
            let unknown = all.count { $0.left == nil }
            guard minutes > 0 || unknown > 0 else { return nil }
            let titles = all.count { $0.left ?? 0 > 0 }
            var words = "\(whole(minutes)), \(number(titles)) \(titles == 1 ? "title" : "titles")"
            if pace > 0, minutes > 0 {
                let days = (minutes * 90 + pace - 1) / pace
                words +=
                    days > 36_525
                    ? "; more than 100 years"
                    : "; \(number(days)) \(days == 1 ? "day" : "days"), until \(short(Self.add(days, to: today)))"
            }
            if unknown > 0 { words += "; \(number(unknown)) \(unknown == 1 ? "title" : "titles") of unknown length not counted" }
            return [name + ":", words]
        }
    }

    /// Minutes of the last 90 days.
    func pace(_ today: String) -> Int {
        minutes(plays.filter { play in play.day.map { $0 > Self.add(-90, to: today) && $0 <= today } ?? false })
    }
}

// MARK: - Sentences and the front page

extension PeriodReference {
    /// What the sentences of a page must say.
    func sentences(_ period: String, today: String) -> [String] {
        let own = plays.filter { period.isEmpty || $0.day?.hasPrefix(period) == true }
        let dated = own.filter { $0.day != nil }
        let known = lengths(of: own).count
        var sentences: [String] = []
        if !dated.isEmpty {
            sentences.append("\n\(whole(minutes(dated))), \(number(count(dated))) \(count(dated) == 1 ? "play" : "plays")")
        }
        sentences.append("\n\(whole(minutes(own))) with \(titles(own)) ")
        let unknown = own.filter { $0.minutes == nil }
        if !lengths(own).isEmpty {
            sentences.append(
                "\n\(number(known)) plays by length"
                    + (unknown.isEmpty ? "." : "; that of \(number(count(unknown))) more is unknown."))
        }
        if !decades(own).isEmpty {
            let with = own.filter { items[$0.item].year != nil }
            sentences.append("\n\(number(count(with))) plays of \(titles(with)) titles by the title")
        }
        let shows = begun(period, own).map { items[$0] }.filter { $0.kind != "Films" }
        if shows.count >= 5 {
            let rates = [["completed"], ["dropped", "notinteresting"]].map { words in
                decimal(shows.count { words.contains($0.status) } * 100, shows.count) + " %"
            }
            sentences.append(
                " shows begun\(period.isEmpty ? "" : " in \(name(period))"), \(rates[0]) are finished and \(rates[1]) given up.")
        }
        let delays = delaySeconds(dated)
        if delays.count >= 5 {
            let mean = Double(delays.reduce(0, +)) / Double(delays.count)
            sentences.append(
                "Half were watched \(delay(median(delays))) or sooner, the mean is \(delay(mean)): \(number(delays.count)) episodes"
            )
        }
        let estimated = minutes(own.filter { !$0.isExact })
        if estimated > 0 { sentences.append(" \(decimal(estimated * 100, minutes(own))) % of the time is estimated") }
        if !unknown.isEmpty { sentences.append(" \(number(count(unknown))) plays of unknown length count as no time.") }
        if period.isEmpty {
            let finished = items.filter { $0.status == "completed" && $0.dropRate != nil }
            let others = finished.filter { ($0.dropRate ?? 0) > 33 }
            if !others.isEmpty {
                sentences.append("\(others.count) \(others.count == 1 ? "title" : "titles") that at least a third of Simkl")
                sentences.append("gave up, of \(finished.count) whose drop rate is known.")
            }
            if pace(today) > 0 {
                sentences.append("last 90 days: \(whole(pace(today))), \(span(pace(today) / 90)) a day.")
            }
        }
        return sentences
    }

    private func name(_ period: String) -> String {
        let parts = period.split(separator: "-").compactMap { Int($0) }
        return parts.count == 1 ? period : "\(Self.monthNames[parts[1] - 1]) \(parts[0])"
    }

    private func delay(_ seconds: Double) -> String {
        let hours = Int((abs(seconds) / 3600).rounded())
        let end = seconds < 0 ? " before airing" : " after airing"
        if !tellsTimes, hours < 730 * 24 {
            return seconds == 0 ? "on the day of airing" : decimal(Int(abs(seconds)), 86_400) + " days" + end
        }
        if hours == 0 { return "less than an hour" + end }
        if hours < 48 { return (hours == 1 ? "1 hour" : "\(hours) hours") + end }
        if hours < 730 * 24 { return "\(Int((Double(hours) / 24).rounded())) days" + end }
        return decimal(hours * 100, 24 * 36525) + " years" + end
    }

    /// The rows of the front page's sections with numbers.
    func home(today: String) -> [String: [[String]]] {
        var sections: [String: [[String]]] = [:]
        var numbers = [["Time:", whole(minutes(plays))]]
        for kind in ["TV shows", "Anime", "Films"] {
            let own = plays.filter { $0.kind == kind }
            let listed = items.count { $0.kind == kind }
            let what = kind == "Films" ? ("play", "plays") : ("episode", "episodes")
            numbers.append([
                kind + ":",
                "\(number(listed)) · \(number(count(own))) \(count(own) == 1 ? what.0 : what.1) · \(whole(minutes(own)))",
            ])
        }
        let all = items.compactMap(\.rating)
        let middle = median(all)
        numbers.append([
            "Ratings:",
            "\(all.count) · mean \(decimal(all.reduce(0, +), all.count)), median \(middle == middle.rounded() ? String(Int(middle)) : "\(middle)")",
        ])
        sections["In numbers"] = numbers
        let current = today.split(separator: "-").compactMap { Int($0) }
        let months = (0..<12).map { step -> String in
            let index = current[0] * 12 + current[1] - 12 + step
            return String(format: "%04d-%02d", index / 12, index % 12 + 1)
        }
        sections["The last twelve months"] = months.map { month in
            let name = "\(Self.months[(Int(month.suffix(2)) ?? 1) - 1]) \(month.prefix(4))"
            return row(name, plays.filter { $0.day?.hasPrefix(month) == true })
        }
        sections["Day by day"] = months.map { month in
            let name = "\(Self.months[(Int(month.suffix(2)) ?? 1) - 1]) \(month.prefix(4))"
            return [name]
                + (1...31).map { day in
                    let text = month + String(format: "-%02d", day)
                    let played = count(plays.filter { $0.day == text })
                    if played > 0 { return number(played) }
                    return day > Self.length(of: month) || text > today ? "–" : ""
                }
        }
        return sections
    }
}

// MARK: - Words

extension PeriodReference {
    static let monthNames = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
    ]
    static var months: [String] { monthNames.map { String($0.prefix(3)) } }

    static let iso: Calendar = {
        var calendar = Calendar(identifier: .iso8601)
        calendar.timeZone = .gmt
        return calendar
    }()

    static func date(_ day: String?) -> Date {
        (try? Date.ISO8601FormatStyle().parse((day ?? "") + "T00:00:00Z")) ?? .distantPast
    }
    static func text(_ date: Date) -> String { String(date.formatted(.iso8601).prefix(10)) }
    static func add(_ days: Int, to day: String) -> String { text(date(day).addingTimeInterval(Double(days) * 86_400)) }

    static func length(of month: String) -> Int { iso.range(of: .day, in: .month, for: date(month + "-01"))?.count ?? 0 }

    func short(_ day: String) -> String {
        let parts = day.split(separator: "-").map { Int($0) ?? 1 }
        return "\(parts[2]) \(Self.months[parts[1] - 1]) \(parts[0])"
    }

    func count(_ plays: [Play]) -> Int { plays.reduce(0) { $0 + $1.count } }
    func minutes(_ plays: [Play]) -> Int { plays.reduce(0) { $0 + $1.total } }
    func titles(_ plays: [Play]) -> String { number(Set(plays.map(\.item)).count) }
    func hours(_ plays: [Play]) -> String { decimal(minutes(plays), 60) }
    func row(_ name: String, _ plays: [Play]) -> [String] { [name, hours(plays), number(count(plays))] }

    /// Each play's length, where it is known.
    func lengths(of plays: [Play]) -> [Int] {
        plays.flatMap { play in play.minutes.map { Array(repeating: $0, count: play.count) } ?? [] }
    }

    func median(_ values: [Int]) -> Double {
        let sorted = values.sorted()
        return Double(sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2
    }

    func number(_ value: Int) -> String { value.formatted(.number.locale(Locale(identifier: "en_US"))) }

    /// A quotient to one decimal.
    func decimal(_ dividend: Int, _ divisor: Int) -> String {
        var (exact, rounded) = (Decimal(dividend) / Decimal(divisor), Decimal())
        unsafe NSDecimalRound(&rounded, &exact, 1, .plain)
        return rounded.formatted(.number.locale(Locale(identifier: "en_US")).precision(.fractionLength(1)))
    }

    func whole(_ minutes: Int) -> String {
        minutes < 120 ? "\(minutes) min" : number(Int((Double(minutes) / 60).rounded())) + " h"
    }

    func span(_ minutes: Int) -> String {
        if minutes < 60 || minutes >= 1440 { return whole(minutes) }
        return "\(minutes / 60) h" + (minutes % 60 == 0 ? "" : " \(minutes % 60) min")
    }
}
