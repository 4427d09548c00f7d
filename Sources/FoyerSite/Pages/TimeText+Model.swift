extension TimeText {
    init(_ words: String, of day: CalendarDay) { self.init(words: words, machine: day.iso) }

    init(_ words: String, of moment: Moment) { self.init(words: words, machine: moment.rfc3339) }
}
