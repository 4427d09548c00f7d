/// A value that builds remember in a file of its own.
protocol Remembered: Codable, Sendable {
    /// Of the file's form; it rises with every change that older programs could not read.
    static var version: Int { get }
    /// The form that the file had one version ago.
    associatedtype Earlier: Decodable & Sendable = Never
    init(_ earlier: Earlier)
    /// Whether it is one that a program of ours can have written.
    var isSound: Bool { get }
}

extension Remembered {
    var isSound: Bool { true }
}

extension Remembered where Earlier == Never {
    init(_ earlier: Never) { switch earlier {} }
}
