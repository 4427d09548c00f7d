import Foundation

/// A text file of the owner's: the configuration, or a template.
enum TextFile {
    /// More than anybody writes by hand.
    private static let mostBytes = 1 << 20

    enum Trouble: Error { case missing, tooLarge, notText }

    static func read(_ path: String) throws(Trouble) -> String {
        guard FileManager.default.fileExists(atPath: path) else { throw .missing }
        let file = FileHandle(forReadingAtPath: path)
        // One byte more tells a file that is too large, also one that has no size, such as a device.
        guard let data = try? file?.read(upToCount: mostBytes + 1) ?? Data() else { throw .notText }
        guard data.count <= mostBytes else { throw .tooLarge }
        guard file != nil, let text = String(data: data, encoding: .utf8) else { throw .notText }
        return text
    }
}
