/// How far a show has come on the air.
public enum ReleaseStage: String, Sendable, Codable {
    case announced, running, ended
}
