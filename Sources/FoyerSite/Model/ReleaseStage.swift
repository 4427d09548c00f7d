/// How far a show has come on the air.
public enum ReleaseStage: String, Comparable, Sendable, Codable {
    case announced, running, ended

    public static func < (left: ReleaseStage, right: ReleaseStage) -> Bool { left.order < right.order }

    private var order: Int {
        switch self {
        case .announced: 0
        case .running: 1
        case .ended: 2
        }
    }
}
