import Foundation

/// A file's bytes in memory, with the room behind them that simdjson needs.
@safe struct PaddedFile: ~Copyable {
    private let buffer: UnsafeMutableRawBufferPointer
    private let start: Int
    private let length: Int
    private let name: String

    /// Nil when there is no such file.
    ///
    /// - Parameter name: what an error calls the file.
    init?(path: String, name: String) throws(AccountError) {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let data: Data
        do {
            data = try Data(contentsOf: URL(filePath: path), options: .mappedIfSafe)
        } catch {
            throw .unreadable(file: name, reason: (error as? CocoaError)?.localizedDescription ?? "\(error)")
        }
        self.init(data, name: name)
    }

    init(_ data: some Collection<UInt8>, name: String) {
        self.name = name
        let bytes = UnsafeMutableRawBufferPointer.allocate(byteCount: data.count + JSONDocument.padding, alignment: 16)
        unsafe bytes.copyBytes(from: data)
        unsafe UnsafeMutableRawBufferPointer(rebasing: bytes.suffix(JSONDocument.padding)).initializeMemory(
            as: UInt8.self, repeating: 0)
        // A byte order mark is no part of the document.
        let hasMark = data.starts(with: [0xEF, 0xBB, 0xBF])
        unsafe buffer = bytes
        start = hasMark ? 3 : 0
        length = data.count - start
    }

    deinit { unsafe buffer.deallocate() }

    /// Parses the bytes and hands the document's root to `read`, for as long as that runs.
    func parse<Result>(_ read: (JSONValue) throws(AccountError) -> Result) throws(AccountError) -> Result {
        let document: JSONDocument
        do {
            let text = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start...])
            document = unsafe try JSONDocument(paddedBytes: text, length: length)
        } catch {
            throw .notJSON(file: name, fault: JSONFault(offset: start + error.offset, reason: error.reason))
        }
        return try read(document.root)
    }
}
