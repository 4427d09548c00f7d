import Foundation

extension MirrorSync {
    /// Once a month, makes small what is old, and forgets what nothing can show.
    ///
    /// Of calendar months that ended more than a year ago, which Simkl changes no more, only the airings of the account's titles are
    /// kept: calendars may reach back ten years, and a file of everybody's airings has megabytes. Details and episode lists go a year
    /// after their title. By Simkl's clock, which no machine sets wrong.
    mutating func prune(as current: Snapshot) throws(SyncError) {
        guard doubt.isEmpty, let newest = current.all?.secondsSince1970 else { return }
        let month = Self.month(of: min(now, newest)) - 13
        guard Int64(month) > folder.index.rounds["months"] ?? .min else { return }
        var ids = RemovedTitles(folder).ids
        for bucket in Wire.Bucket.allCases { ids.formUnion(self.bucket(bucket).ids) }
        for file in folder.index.files.keys.sorted() {
            if let change = try change(of: file, before: month, keeping: ids) { try commit([file: change]) }
        }
        try changeIndex { $0.rounds["months"] = Int64(month) }
    }

    /// What becomes of an old file; nil where it stays as it is.
    private func change(of file: String, before month: Int, keeping ids: Set<Int>) throws(SyncError) -> MirrorFolder.Change? {
        let parts = file.split(separator: "/")
        guard let last = parts.last?.dropLast(".json".count) else { return nil }
        switch (parts.first, parts.count) {
        case ("titles", 3), ("episodes", 3): return Int(last).map(ids.contains) == false ? .drop : nil
        case ("calendar", 4):
            guard let year = Int(parts[1]), let number = Int(parts[2]), year < 10_000, year * 12 + number - 1 < month,
                let text = try data(file)
            else { return nil }
            guard let small = CalendarText.only(ids, of: text) else { return .drop }
            return small == text ? nil : .put(small)
        default: return nil
        }
    }

    /// Months since the year 0, in UTC.
    static func month(of seconds: Int64) -> Int {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        let parts = calendar.dateComponents([.year, .month], from: Date(timeIntervalSince1970: Double(seconds)))
        return (parts.year ?? 1970) * 12 + (parts.month ?? 1) - 1
    }
}

/// A calendar file as text.
enum CalendarText {
    /// The file with the airings of some titles only; nil where none is left.
    ///
    /// Source: `https://data.simkl.in/calendar/v2/…`, the only shape that is fetched.
    static func only(_ ids: Set<Int>, of text: Data) -> Data? {
        var reader = WireReader(file: "")
        var members: [(name: String, value: [UInt8])] = []
        var rows: [[UInt8]] = []
        try? PaddedText(text).parse { root in
            root.forEachMember { name, value in
                switch name {
                case "calendar":
                    value.forEachElement { _, row in
                        if let id = reader.integer(row, "simkl_id"), ids.contains(id) { rows.append(row.minified) }
                    }
                    members.append((name, JSONParts.array(rows)))
                case "metadata":
                    var known: [(name: String, value: [UInt8])] = []
                    value.forEachMember { id, facts in if Int(id).map(ids.contains) == true { known.append((id, facts.minified)) }
                    }
                    members.append((name, JSONParts.object(known)))
                default: members.append((name, value.minified))
                }
            }
        }
        return rows.isEmpty ? nil : Data(JSONParts.object(members))
    }
}
