import Disk
import Foundation

/// What the last build was made from and how it left the output: where both still are as they were, there is nothing to do.
///
/// Shape: it lies in what builds remember, never in the output: it tells of everything that a site is made from.
struct Receipt: Sendable {
    /// Of all inputs but what builds remember.
    let key: UInt64
    /// Of what builds remember, as this one left it.
    let state: UInt64
    /// The instants at which a build from these inputs gives this site.
    let holds: Range<Moment>
    /// The program's own file, and its hash.
    let program: ProgramFile
    /// Hash of the manifest's bytes.
    let manifest: UInt64
    /// Each of the site's files, in the manifest's order.
    let files: [FileStatus]
    let report: BuildReport
    /// When the last of it was looked at, in nanoseconds since 1970.
    let written: Int

    private static let head = "foyer-receipt 1"

    /// Nil for anything that ``bytes`` did not write.
    init?(_ bytes: [UInt8]) {
        guard let body = CheckedText.body(Self.head, of: bytes) else { return nil }
        var numbers = HexNumbers(body)
        guard let end = body.firstIndex(of: UInt8(ascii: "\n")),
            let report = try? JSONDecoder().decode(BuildReport.self, from: Data(body[..<end]))
        else { return nil }
        self.report = report
        numbers.skip(to: end + 1)
        guard let key = numbers.next(), let state = numbers.next(), let from = numbers.next(), let until = numbers.next(),
            from <= until,
            let status = numbers.nextStatus(), let hash = numbers.next(), let manifest = numbers.next(),
            let written = numbers.next()
        else { return nil }
        self.key = key
        self.state = state
        holds =
            Moment(
                secondsSince1970: Int64(bitPattern: from))..<Moment(
                secondsSince1970: Swift.max(Int64(bitPattern: from), Int64(bitPattern: until)))
        program = ProgramFile(status: status, hash: hash)
        self.manifest = manifest
        self.written = Int(truncatingIfNeeded: written)
        var files: [FileStatus] = []
        while let status = numbers.nextStatus() { files.append(status) }
        self.files = files
    }

    init(
        key: UInt64, state: UInt64, holds: Range<Moment>, program: ProgramFile, manifest: UInt64, files: [FileStatus],
        report: BuildReport,
        written: Int
    ) {
        self.key = key
        self.state = state
        self.holds = holds
        self.program = program
        self.manifest = manifest
        self.files = files
        self.report = report
        self.written = written
    }

    var bytes: [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Every part of a report can be written; without one the receipt is not used.
        var body = (try? encoder.encode(report)).map { Array($0) } ?? []
        body.append(UInt8(ascii: "\n"))
        let seconds = [holds.lowerBound, holds.upperBound].map { UInt64(bitPattern: $0.secondsSince1970) }
        Self.write([key, state] + seconds, to: &body)
        Self.write(program.status.numbers + [program.hash], to: &body)
        Self.write([manifest, UInt64(bitPattern: Int64(written))], to: &body)
        for file in files { Self.write(file.numbers, to: &body) }
        return CheckedText.bytes(Self.head, body)
    }

    /// A line of numbers.
    private static func write(_ numbers: [UInt64], to body: inout [UInt8]) {
        for (position, number) in numbers.enumerated() {
            if position > 0 { body.append(UInt8(ascii: " ")) }
            body.append(hexadecimal: number)
        }
        body.append(UInt8(ascii: "\n"))
    }

    /// Whether a file that is as it was then has the bytes that it had.
    func isSettled(_ status: FileStatus) -> Bool { status.isSettled(by: written) }

    /// Now, in nanoseconds since 1970.
    static var instant: Int { Int(Date().timeIntervalSince1970 * 1_000_000_000) }
}

extension SiteFolder {
    /// The files that a receipt tells of, each as the manifest names it and as it was left; nil where it was written for another manifest.
    func files(of receipt: Receipt) -> Zip2Sequence<[OutputManifest.Line], [FileStatus]>? {
        guard let bytes = try? read(OutputManifest.fileName), FileDigest(of: bytes).hash == receipt.manifest,
            let lines = OutputManifest.files(in: bytes), lines.count == receipt.files.count
        else { return nil }
        return zip(lines, receipt.files)
    }
}

extension FileStatus {
    /// Whether the file cannot have been changed once more without a trace by this instant, in nanoseconds since 1970.
    ///
    /// Why: the clock of a file system goes on in steps, of a few milliseconds, or of two seconds where it has whole ones; within a step,
    /// a file can change twice and look the same.
    func isSettled(by instant: Int) -> Bool {
        let step = changed % 1_000_000_000 == 0 ? 2_000_000_000 : 20_000_000
        return changed < instant - step
    }
}

extension FileStatus {
    fileprivate var numbers: [UInt64] {
        [inode, UInt64(bitPattern: Int64(size)), UInt64(bitPattern: Int64(modified)), UInt64(bitPattern: Int64(changed))]
    }
}

/// Hexadecimal numbers with a space or a line's end behind each.
private struct HexNumbers {
    private let bytes: ArraySlice<UInt8>
    private var position: Int

    init(_ bytes: ArraySlice<UInt8>) {
        self.bytes = bytes
        position = bytes.startIndex
    }

    mutating func skip(to position: Int) { self.position = position }

    mutating func next() -> UInt64? {
        let start = position
        while position < bytes.endIndex, bytes[position] != UInt8(ascii: " "), bytes[position] != UInt8(ascii: "\n") {
            position += 1
        }
        guard position < bytes.endIndex else { return nil }
        position += 1
        return UInt64(hexadecimal: bytes[start..<(position - 1)])
    }

    mutating func nextStatus() -> FileStatus? {
        guard let inode = next(), let size = next(), let modified = next(), let changed = next() else { return nil }
        return FileStatus(
            inode: inode, size: Int(truncatingIfNeeded: size), modified: Int(truncatingIfNeeded: modified),
            changed: Int(truncatingIfNeeded: changed))
    }
}
