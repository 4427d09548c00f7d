import SystemPackage

/// Finds secrets in a file, in every form, in one pass over its bytes.
///
/// Why: nothing of Foyer's puts a token into a page, but templates and assets are made by people, and once published it is too late.
struct SecretSearch: Sendable {
    /// Shorter texts stand in pages by chance, and guard nothing.
    static let shortest = 8

    /// What is looked for.
    private let forms: [[UInt8]]
    /// Where a form may begin, before a block of its bytes: by the block.
    private let starts: [UInt32: [Start]]
    /// How the secrets would begin in the name of a page's folder.
    private let slugs: [String]
    /// The blocks by a hash of them, so that most of a file is passed over at once.
    private let filter: [Bool]

    private struct Start: Hashable, Sendable {
        let form: Int
        let offset: Int
    }

    /// A block is four bytes. Whatever is looked for has at least eight: of blocks that are five bytes apart one lies in it.
    private static let block = 4
    private static let stride = shortest - block + 1

    init(_ secrets: some Sequence<String>) {
        let secrets = secrets.filter { $0.utf8.count >= Self.shortest }
        slugs = secrets.map { String(SitePath.safe($0).prefix(Self.shortest)) }.filter { !$0.isEmpty }
        let forms = Array(Set(secrets.flatMap { SecretForms.all(of: $0) }))
        var starts: [UInt32: [Start]] = [:]
        var filter = [Bool](repeating: false, count: 1 << 16)
        for (number, form) in forms.enumerated() {
            for offset in 0..<Self.stride {
                let block = form[offset..<offset + Self.block].reversed().reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                starts[block, default: []].append(Start(form: number, offset: offset))
                filter[Self.place(of: block)] = true
            }
        }
        self.forms = forms
        self.starts = starts
        self.filter = filter
    }

    /// Whether a secret is in a file.
    ///
    /// - Parameter isFolded: whether lines are continued behind a break and a space, as in calendars.
    func isIn(_ bytes: [UInt8], isFolded: Bool) -> Bool {
        isIn(bytes) || (isFolded && isIn(Self.unfolded(bytes)))
    }

    /// A path as it can be told: the title in it may be the secret.
    func masked(_ path: FilePath) -> String {
        path.components.map { component in
            let name = component.string.lowercased()
            return slugs.contains { name.contains($0) } || isIn(Array(component.string.utf8)) ? "…" : component.string
        }.joined(separator: "/")
    }

    /// Source: RFC 5545, 3.1
    private static func unfolded(_ bytes: [UInt8]) -> [UInt8] {
        let fold = Array("\r\n ".utf8)
        var whole: [UInt8] = []
        var rest = bytes[...]
        while let line = rest.firstIndex(of: fold[0]) {
            let isFold = rest[line...].starts(with: fold)
            whole += rest[..<(isFold ? line : line + 1)]
            rest = rest[(isFold ? line + fold.count : line + 1)...]
        }
        return whole + rest
    }

    private func isIn(_ bytes: [UInt8]) -> Bool {
        if forms.isEmpty { return false }
        return unsafe bytes.withUnsafeBytes { bytes in
            var position = 0
            while position + Self.block <= bytes.count {
                let block = UInt32(littleEndian: unsafe bytes.loadUnaligned(fromByteOffset: position, as: UInt32.self))
                if filter[Self.place(of: block)], let starts = starts[block] {
                    for start in starts where unsafe isForm(forms[start.form], in: bytes, at: position - start.offset) {
                        return true
                    }
                }
                position += Self.stride
            }
            return false
        }
    }

    private func isForm(_ form: [UInt8], in bytes: UnsafeRawBufferPointer, at start: Int) -> Bool {
        guard start >= 0, start + form.count <= bytes.count else { return false }
        return unsafe bytes[start..<start + form.count].elementsEqual(form)
    }

    private static func place(of block: UInt32) -> Int { Int((block &* 0x9E37_79B1) >> 16) }
}
