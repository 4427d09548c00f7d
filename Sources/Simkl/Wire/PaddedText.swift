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

    /// A list of the elements in a run.
    init(list run: some Collection<UInt8>) {
        self.init([UInt8(ascii: "[")] + run + [UInt8(ascii: "]")])
    }

    deinit { unsafe buffer.deallocate() }

    /// Parses the bytes and hands the document's root to `read`, for as long as that runs.
    func parse<Result>(_ read: (JSONValue) -> Result) throws(JSONFault) -> Result {
        try parse { root, _ in read(root) }
    }

    /// As ``parse(_:)``, for whoever wants to know what had to be mended.
    func parse<Result>(_ read: (JSONValue, JSONMends) -> Result) throws(JSONFault) -> Result {
        let text = unsafe UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(buffer)[start...])
        let refusal: JSONRefusal
        do {
            let document = unsafe try JSONDocument(paddedBytes: text, length: length)
            return read(document.root, JSONMends())
        } catch {
            refusal = error
        }
        do throws(JSONFault) {
            let (mended, mends) = try JSONMender.mend(unsafe Array(text.prefix(length)))
            guard mends != JSONMends() else {
                throw JSONFault(offset: 0, reason: "not JSON that can be read (\(refusal.reason))")
            }
            return try PaddedText(mended).parseAsItIs { read($0, mends) }
        } catch {
            throw JSONFault(offset: start + error.offset, reason: error.reason)
        }
    }

    private func parseAsItIs<Result>(_ read: (JSONValue) -> Result) throws(JSONFault) -> Result {
        do {
            let document = unsafe try JSONDocument(paddedBytes: UnsafeRawBufferPointer(buffer), length: length)
            return read(document.root)
        } catch {
            throw JSONFault(offset: 0, reason: "not JSON that can be read (\(error.reason))")
        }
    }
}
