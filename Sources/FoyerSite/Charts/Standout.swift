/// Which parts of a whole stand out, where any do.
///
/// Shape: small differences are none. Who leads has less than a tenth on who else does, and all others lie further behind; where more than
/// three parts lead, or more than half of all, none stands out.
enum Standout: Hashable, Sendable {
    /// All of it is in one part.
    case only(Int)
    /// The parts with the most, in their order.
    case leading([Int])
    case none

    private static let most = 3

    /// - Parameter count: how many parts there are, where some of the amounts are of parts that are still to come.
    init(_ amounts: [Int], of count: Int? = nil) {
        guard let top = amounts.max(), top > 0 else {
            self = .none
            return
        }
        let active = amounts.indices.filter { amounts[$0] > 0 }
        let leading = active.filter { amounts[$0] * 10 > top * 9 }
        if active.count == 1 {
            self = .only(active[0])
        } else if leading.count <= Self.most, leading.count * 2 <= count ?? amounts.count {
            self = .leading(leading)
        } else {
            self = .none
        }
    }
}
