/// Bars that grow along time, and the straight line from nothing to the goal. Colours come from the stylesheet.
struct PaceDrawing {
    private let progress: GoalProgress
    private let names: [String]
    /// Every how many bars have a name on a phone.
    private let stride: Int

    private static let height = 140.0
    private static let labelHeight = 22.0
    private static let room = 100.0
    private static var ground: Double { height - labelHeight }

    init(_ progress: GoalProgress, names: [String], isYear: Bool) {
        self.progress = progress
        self.names = names
        stride = isYear ? 3 : 7
    }

    var html: String {
        let top = Double(max(progress.target, progress.done))
        let step = 100 / Double(names.count)
        func y(_ value: Int) -> Double { Self.ground - Double(value) / top * Self.room }
        var drawing = ""
        for (index, name) in names.enumerated() {
            let column = DrawingRoom.Column(left: step * Double(index), width: step)
            if progress.reached.indices.contains(index) {
                let value = progress.reached[index]
                drawing += """
                    <rect x="\((column.left + step * 0.14).percentage)" y="\(y(value).coordinate)" width="\((step * 0.72).percentage)" \
                    height="\((Self.ground - y(value)).coordinate)"/>

                    """
            }
            if index % stride == 0 || stride == 3 {
                drawing += column.text(name, y: Self.height - 6, classes: index % stride == 0 ? [] : ["wide"])
            }
        }
        let goal = y(progress.target).coordinate
        let amount = phrase("goal.line", ["amount": progress.goal.amount.grouped])
        let label = DrawingRoom.Column(left: 100 - step, width: step).text(amount, y: y(progress.target) - 5, classes: ["value"])
        return """
            <svg aria-hidden="true" height="\(Int(Self.height))">
            <line class="axis" y1="\((Self.ground + 0.5).coordinate)" x2="100%" y2="\((Self.ground + 0.5).coordinate)"/>
            \(drawing)<line class="mean" y1="\(Self.ground.coordinate)" x2="100%" y2="\(goal)"/>
            \(label)</svg>
            """
    }
}
