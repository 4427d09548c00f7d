import Foundation

/// Every file below a folder, by its path there, and as `path/` every folder that has nothing in it.
func filesAndEmptyFolders(of folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
    let parents = Set(paths.map { NSString(string: $0).deletingLastPathComponent })
    for path in paths {
        if let bytes = FileManager.default.contents(atPath: "\(folder)/\(path)") {
            files[path] = bytes
        } else if !parents.contains(path) {
            files["\(path)/"] = Data()
        }
    }
    return files
}

/// The first difference of two sites, in words; nil where they are the same to the byte.
func difference(_ own: [String: Data], _ expected: [String: Data]) -> String? {
    let paths = Set(own.keys).union(expected.keys).sorted()
    guard let path = paths.first(where: { own[$0] != expected[$0] }) else { return nil }
    guard let bytes = own[path] else { return "\(path) is missing" }
    guard let expectedBytes = expected[path] else { return "\(path) should not be there" }
    let lines = [bytes, expectedBytes].map { $0.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) }
    let number = zip(lines[0], lines[1]).prefix { $0 == $1 }.count
    let pair = lines.map { $0.indices.contains(number) ? $0[number] : nil }
    // Some lines are whole pages: what is shown begins a little before the first letter that differs.
    let start = max(0, zip(pair[0] ?? Data(), pair[1] ?? Data()).prefix { $0 == $1 }.count - 80)
    let words = pair.map { $0.map { String(decoding: $0.dropFirst(start).prefix(400), as: UTF8.self) } ?? "(nothing more)" }
    return "\(path):\(number + 1) is\n  \(words[0])\nand should be\n  \(words[1])"
}
