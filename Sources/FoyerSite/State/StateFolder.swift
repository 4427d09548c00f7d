import Disk
import Foundation

/// What builds remember from one to the next: plain JSON files, each with a hash that tells when it is damaged.
///
/// It is an input like any other: same data, same state, same bytes. A build reads it, works out what it will remember, and writes
/// that just before the site is published: when publishing fails, the next build begins where this one stopped.
public struct StateFolder: Sendable {
    public let path: String

    private typealias Storage = Files<StateError>

    public init(_ path: String) { self.path = path }

    /// What a file remembers; nil where there is none. A damaged one is set aside, so that nothing is lost, and told of.
    ///
    /// - Throws: ``StateError/newer(path:)`` for a file that a newer Foyer wrote.
    func read<Value: Remembered>(
        _ file: String, as: Value.Type, _ diagnostics: inout [Diagnostic]
    ) throws(StateError) -> Value? {
        let path = "\(path)/\(file)"
        guard Storage.entry(path) != nil else { return nil }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw .failed(action: "read", path: path, reason: "not allowed")
        }
        if let head = Self.head(data) {
            guard head.version <= Value.version else { throw .newer(path: path) }
            if head.hash == Self.hash(data), let value = Self.content(data, version: head.version, as: Value.self) {
                return value
            }
        }
        try setAside(file, as: "damaged")
        diagnostics.append(
            Diagnostic(.warning, "damaged, so it was set aside as \(file).damaged, and what it knew is not used", at: path))
        return nil
    }

    /// The files that are not as they were written, by their names; none is touched.
    public var damagedFiles: [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted().filter { name in
            guard let data = FileManager.default.contents(atPath: "\(path)/\(name)") else { return true }
            return Self.head(data).map { $0.hash != Self.hash(data) } ?? true
        }
    }

    func has(_ file: String) -> Bool { Storage.entry("\(path)/\(file)") != nil }

    /// A file of another form than JSON; nil where it cannot be read.
    func bytes(of file: String) -> [UInt8]? { FileManager.default.contents(atPath: "\(path)/\(file)").map { Array($0) } }

    func write(_ bytes: [UInt8], to file: String) throws(StateError) {
        try Storage.replace("\(path)/\(file)", with: bytes, mode: 0o600)
    }

    func remove(_ file: String) { Storage.remove("\(path)/\(file)") }

    /// Takes a file out of use without losing it.
    func setAside(_ file: String, as suffix: String) throws(StateError) {
        try Storage.rename("\(path)/\(file)", to: "\(path)/\(file).\(suffix)")
    }

    private static func content<Value: Remembered>(_ data: Data, version: Int, as: Value.Type) -> Value? {
        guard hasSmallNumbers(data) else { return nil }
        let decoder = JSONDecoder()
        let value: Value?
        switch version {
        case Value.version: value = try? decoder.decode(StateFile<Value>.self, from: data).content
        case Value.version - 1: value = (try? decoder.decode(StateFile<Value.Earlier>.self, from: data).content).map(Value.init)
        default: value = nil
        }
        return value.flatMap { $0.isSound ? $0 : nil }
    }

    /// Whether every number is a whole one that can be reckoned with: no count, day or second of ours has more than twelve digits.
    private static func hasSmallNumbers(_ data: Data) -> Bool {
        var (digits, isInText, isEscaped) = (0, false, false)
        for byte in Array(data) {
            if isInText {
                isInText = isEscaped || byte != UInt8(ascii: "\"")
                isEscaped = !isEscaped && byte == UInt8(ascii: "\\")
                continue
            }
            switch byte {
            case UInt8(ascii: "\""): isInText = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
            case UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): if digits > 0 { return false }
            default: digits = 0
            }
            if digits > 12 { return false }
        }
        return true
    }

    /// The files of a folder that end in `.json`, by their path below this one, sorted.
    func files(in folder: String) -> [String] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: "\(path)/\(folder)")) ?? []
        return names.filter { $0.hasSuffix(".json") && !$0.hasPrefix(".") }.sorted().map { "\(folder)/\($0)" }
    }

    /// A value as it will be remembered: the bytes of a file.
    struct Draft: Sendable {
        fileprivate let file: String
        fileprivate let bytes: [UInt8]
    }

    func draft<Value: Remembered>(of value: Value, _ file: String) throws(StateError) -> Draft {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data: Data
        do {
            data = try encoder.encode(StateFile(content: value))
        } catch {
            throw .failed(action: "write", path: "\(path)/\(file)", reason: "\(error)")
        }
        let head = Array(#"{"version":\#(Value.version),"hash":"\#(Self.hash(data))","#.utf8)
        return Draft(file: file, bytes: head + data.dropFirst())
    }

    /// Remembers a value; the file is there afterwards as a whole, or still the old one. What is there already is not written anew.
    func write(_ draft: Draft) throws(StateError) {
        if FileManager.default.contents(atPath: "\(path)/\(draft.file)") == Data(draft.bytes) { return }
        // It may tell what a private account watched.
        try write(draft.bytes, to: draft.file)
    }

    func write<Value: Remembered>(_ value: Value, to file: String) throws(StateError) { try write(draft(of: value, file)) }

    private struct Head: Decodable {
        let version: Int
        let hash: String
    }

    /// Of what stands before the content, which may be long.
    private static func head(_ data: Data) -> Head? {
        guard let end = contentStart(data) else { return nil }
        return try? JSONDecoder().decode(Head.self, from: data[..<end].dropLast() + Data("}".utf8))
    }

    private static func contentStart(_ data: Data) -> Data.Index? { data.range(of: Data(#""content":"#.utf8))?.lowerBound }

    fileprivate struct StateFile<Content> {
        let content: Content
    }

    /// Of everything from the content's key on: in a finished file, of what stands behind the head.
    private static func hash(_ data: Data) -> String {
        guard let start = contentStart(data) else { return "" }
        return unsafe data[start...].withUnsafeBytes { bytes in String(unsafe Fingerprint.of(bytes), radix: 16) }
    }
}

extension StateFolder.StateFile: Encodable where Content: Encodable {}
extension StateFolder.StateFile: Decodable where Content: Decodable {}
