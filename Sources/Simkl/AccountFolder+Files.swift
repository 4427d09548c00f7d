import Foundation

extension AccountFolder {
    /// Reads one file; nil when it is not there.
    ///
    /// - Parameter isOptional: whether pages can do without it. Then an error of Simkl's in its place is an issue, not the end; so it is in
    ///   a mirror, which nobody but us has written.
    func load<Result>(
        _ file: String, isOptional: Bool = false, _ account: inout Account, _ read: (JSONValue, inout WireReader) -> Result
    ) throws(AccountError) -> Result? {
        guard let data = try data(file, &account) else { return nil }
        var reader = WireReader(file: file)
        var refusal: String?
        let result: Result?
        do {
            result = try PaddedText(data).parse { root, mends in
                refusal = root.errorWord
                reader.note(mends)
                return refusal == nil ? read(root, &reader) : nil
            }
        } catch {
            throw .notJSON(file: file, fault: error)
        }
        if let refusal {
            guard isOptional || (index != nil && !Self.isLibrary(file)) else { throw .refused(file: file, error: refusal) }
            let message = "Simkl's answer in it is an error (\(refusal))"
            account.issues.append(ReadingIssue(file: file, pointer: "", loss: .item, message: message))
            return nil
        }
        account.issues += reader.issues
        return result
    }

    /// Twice of what is taken from Simkl.
    static let mostBytes = 512 << 20

    /// A file's bytes; nil when it is not there, or is not what the mirror put there.
    func data(_ file: String, _ account: inout Account) throws(AccountError) -> Data? {
        let isVital = Wire.Bucket.allCases.contains { file == "\($0.rawValue).json" } && index != nil
        guard files.exists(file) else {
            if isVital { throw .damaged(file: file) }
            return nil
        }
        do {
            guard let data = try files.data(file) else { return nil }
            guard data.count <= Self.mostBytes else {
                throw AccountError.unreadable(file: file, reason: "it is larger than \(Self.mostBytes >> 20) MiB")
            }
            guard let entry = index?.files[file], !entry.matches(data) else {
                if isVital, index?.files[file] == nil { throw AccountError.damaged(file: file) }
                return data
            }
            if isVital { throw AccountError.damaged(file: file) }
            let message = "it is damaged; foyer sync fetches it again"
            account.issues.append(ReadingIssue(file: file, pointer: "", loss: .item, message: message))
            return nil
        } catch let error as AccountError {
            throw error
        } catch {
            throw .unreadable(file: file, reason: (error as? CocoaError)?.localizedDescription ?? "\(error)")
        }
    }

    /// The files that a library may be in; of those of one bucket a mirror has each.
    static let libraryFiles =
        ["all-items.json", "library.json"].map { LibraryPart(file: $0, place: .init()) }
        + Wire.Bucket.allCases.map { LibraryPart(file: "\($0.rawValue).json", place: .init(bucket: $0)) }

    /// Whether a file of this name is a library, or a part of one.
    static func isLibrary(_ file: String) -> Bool { libraryFiles.contains { $0.file == file } }

    /// Files named by a Simkl id, in the order of the ids.
    func catalogFiles(_ folder: String) -> [(id: Int, file: String)] {
        files.names(in: folder).compactMap { name in
            guard name.hasSuffix(".json"), let id = Int(name.dropLast(5)), id > 0 else { return nil }
            return (id, "\(folder)/\(name)")
        }.sorted { ($0.id, $0.file) < ($1.id, $1.file) }
    }

    /// Folders named by a year or a month, the latter with or without a zero before it, in the order of their numbers.
    func subfolders(_ folder: String) -> [String] {
        files.names(in: folder).compactMap { name in Int(name).map { ($0, name) } }.sorted { $0 < $1 }.map { $0.1 }
    }
}
