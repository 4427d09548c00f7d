/// What was to be watched in a year or a month, and how much of it was.
struct GoalContext: TemplateContext {
    let progress: GoalProgress

    static let summary = "What is to be watched in a year or a month, and how much of it was."
    static let fields = Fields<Self>(
        .text("name", "As in `Films in 2026`.") { $0.progress.name },
        .text("fraction", "As in `41 of 52`.") { $0.progress.fraction },
        .text("percent", "How much of it that is, 0 to 100.") { String($0.progress.percent) },
        .text("pace", "How much of the time is over, 0 to 100.") { String($0.progress.pacePercent) },
        .text("state", "`2 behind`, `3 ahead`, `on pace`, `reached`, or `11 short` where the time is over.") {
            $0.progress.state
        },
        .text("rest", "As in `11 to go, 41 days left`; nothing where it is reached or over.") { $0.progress.rest },
        .chart("chart", "What was reached by the end of each month or day, and the line of an even pace.") {
            PaceChart(progress: $0.progress)
        })
}
