import Disk
import Foundation

extension AccountFolder {
    /// Reads one file; nil when it is not there.
    ///
    /// - Parameter isOptional: whether pages can do without it. Then an error of Simkl's in its place is an issue, not the end; so it is in
    ///   a mirror, which nobody but us has written.
    /// - Parameter inRuns: reads what is too large to be read at once, where it is; nil for all else, and where anything is wrong with it.
    func load<Result>(
        _ file: String, isOptional: Bool = false, _ account: inout Account,
        inRuns: (Data, inout WireReader) -> Result? = { _, _ in nil }, _ read: (JSONValue, inout WireReader) -> Result
    ) throws(AccountError) -> Result? {
        guard let data = try data(file, &account) else { return nil }
        var reader = WireReader(file: file)
        if let result = inRuns(data, &reader) {
            account.issues += reader.issues
            return result
        }
        reader = WireReader(file: file)
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

    /// The entries of a large library of Simkl's own shape, on every core and in little memory.
    ///
    /// - Parameter size: of a run; less than a few of them are read at once.
    func itemsInRuns(_ data: Data, _ reader: inout WireReader, size: Int = 1 << 18) -> [Wire.Item]? {
        guard data.count >= 4 * size, let runs = unsafe data.withUnsafeBytes({ unsafe JSONRuns($0, size: size) }),
            (1...Self.mostElements).contains(runs.elements)
        else { return nil }
        let file = reader.file
        let ordered = Wire.Bucket.allCases.flatMap { bucket in
            runs.runs.filter { $0.name == bucket.rawValue }.map { (bucket: bucket, run: $0) }
        }
        guard ordered.count == runs.runs.count else { return nil }
        var items: [Wire.Item] = []
        // No entry is as short as that, but who knows what the file is.
        items.reserveCapacity(min(runs.elements, data.count / 128))
        // Some at a time, so that their entries are not all there twice.
        for start in stride(from: 0, to: ordered.count, by: 16) {
            let some = Array(ordered[start..<min(start + 16, ordered.count)])
            let parts = some.concurrentMap(fewest: 1) { bucket, run -> (items: [Wire.Item], reader: WireReader)? in
                var reader = WireReader(file: file)
                let items = try? PaddedText(list: data[run.bytes]).parse { list, mends in
                    mends == JSONMends()
                        ? reader.list(named: run.name, from: run.first, list) { Wire.Item($0, bucket: bucket, &$1) } : nil
                }
                return (items ?? nil).map { ($0, reader) }
            }
            for part in parts {
                guard let part else { return nil }
                items += part.items
                reader.take(part.reader)
            }
        }
        return items.isEmpty ? nil : items
    }

    /// Of one file: more than any account has.
    private static let mostElements = 1 << 24

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
