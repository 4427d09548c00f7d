/// A text in memory with the room behind it that simdjson needs.
@safe struct PaddedText: ~Copyable {
    private let buffer: UnsafeMutableRawBufferPointer
    private let start: Int
    private let length: Int

    init(_ data: some Collection<UInt8>) {
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
    func parse<Result>(_ read: (JSONValue) -> Result) throws(JSONFault) -> Result {
        let document: JSONDocument
        do {
            let text = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start...])
            document = unsafe try JSONDocument(paddedBytes: text, length: length)
        } catch {
            throw JSONFault(offset: start + error.offset, reason: error.reason)
        }
        return read(document.root)
    }
}
