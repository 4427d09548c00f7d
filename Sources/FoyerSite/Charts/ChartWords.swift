/// What a chart says.
struct ChartWords: Hashable, Sendable {
    /// What its numbers show, and nothing that they do not bear: its head.
    let finding: String
    /// What is drawn, in which unit, of which time: `Hours by month, 2025`.
    let measure: String
    /// How much it is, and what it stands on; empty where nothing is to be said.
    let source: String
    /// What is said where there is too little to draw.
    let sentence: String

    init(finding: String, measure: String, source: String = "", sentence: String? = nil) {
        self.finding = finding
        self.measure = measure
        self.source = source
        self.sentence = sentence ?? source
    }

    /// What is drawn, and of which time it is; an empty one is not told.
    static func measure(_ measure: String, of time: String) -> String {
        time.isEmpty ? measure : phrase("chart.ofTime", ["measure": measure, "time": time])
    }
}
