/// A few numbers along time, in the height of a line: as a text of blocks, which pages draw.
///
/// Shape: nothing is the lowest block, and anything is higher than that.
struct Sparkline: Hashable, Sendable {
    let values: [Int]

    private static let blocks = Array("▁▂▃▄▅▆▇█")

    /// Such as `▁▃█▁`.
    var text: String {
        let most = max(values.max() ?? 0, 1)
        return String(
            values.map { value in
                value <= 0 ? Self.blocks[0] : Self.blocks[max(1, (value * 14 / most + 1) / 2)]
            })
    }
}
