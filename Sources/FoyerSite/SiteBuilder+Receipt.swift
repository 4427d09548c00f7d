import Disk
import Foundation
import Simkl
import SystemPackage

extension SiteBuilder {
    /// What there is to say of a site that is as the last build left it, made from what that build was made from; nil where something
    /// has changed, or may have.
    ///
    /// Shape: nothing is read but what tells whether files were changed. See ``isVerifying``.
    public func reportOfUnchanged() throws(SiteError) -> BuildReport? {
        guard isRemembering, !isForced, !isVerifying, let state else { return nil }
        let lock = try lockState()
        defer { withExtendedLifetime(lock) {} }
        guard let receipt = receipt(), receipt.holds.contains(now), receipt.program.status == programStatus,
            let key = inputKey(), key == receipt.key, state.key(besides: notInputs) == receipt.state,
            let folder = try? SiteFolder(output.path), folder.isUntouched(since: receipt)
        else { return nil }
        return receipt.report.again
    }

    /// Whether there is a receipt to be read and written.
    private var isRemembering: Bool { state != nil && account != nil && !isSample && resealedYears.isEmpty }

    private var receiptFile: String { "receipt-\(configuration.audience.edition.rawValue)" }

    /// What of the state no site is made from.
    private var notInputs: [String] { [receiptFile, NoticeMemory.folder] }

    /// The last build's; nil where there is none, or it is not whole.
    func receipt() -> Receipt? {
        guard isRemembering, let state else { return nil }
        return state.bytes(of: receiptFile).flatMap { Receipt($0) }
    }

    private var programStatus: FileStatus? { program.flatMap { Files<PublishError>.status($0) } }

    /// The program's own file, read only where the receipt does not know it.
    func programFile(known receipt: Receipt?) -> ProgramFile? {
        guard let program, let status = programStatus else { return nil }
        if let known = receipt?.program, known.status == status { return known }
        return ProgramFile(program, status: status)
    }

    /// Of all that a site is made from, but what builds remember and the program; nil where that cannot be told without reading it.
    public func inputKey() -> UInt64? {
        guard isRemembering, let sources = sourceFiles(followingLinks: false) else { return nil }
        let instant = Receipt.instant
        guard sources.joined().allSatisfy({ $0.status.isSettled(by: instant) }) else { return nil }
        return fingerprint(of: sources)
    }

    /// What tells for whoever waits for a change whether there has been one: the same inputs, where links are followed, and nothing
    /// has to be settled.
    public func watchedKey() -> UInt64? { sourceFiles(followingLinks: true).map(fingerprint) }

    /// Every file that a site is made from: the account's, which may be a single one, the templates, those that came with the program.
    private func sourceFiles(followingLinks: Bool) -> [[SourceFile]]? {
        guard let account,
            let files = FilePath(account).statuses(skipping: state.map { [$0.path] } ?? [], followingLinks: followingLinks),
            let theme = FilePath(templates).statuses(only: TemplateFolder.parts, followingLinks: followingLinks),
            let shipped = ownTemplates.map({ FilePath($0).statuses(only: TemplateFolder.parts, followingLinks: followingLinks) })
                ?? []
        else { return nil }
        return [files, theme, shipped]
    }

    private func fingerprint(of sources: [[SourceFile]]) -> UInt64 {
        LibraryFingerprints.fingerprint { fingerprint in
            fingerprint.feed(configuration)
            fingerprint.feed([output.path.string, account ?? "", templates])
            for flag in [isStrict, isOutdated] { fingerprint.feed(flag ? 1 : 0) }
            fingerprint.feed(secrets.map(\.revealed).sorted())
            for list in sources { fingerprint.feed(list) }
        }
    }

    /// Notes how the build went, where the next one may rely on it.
    ///
    /// - Parameter key: of the inputs, as it was before they were read.
    func keepReceipt(
        _ report: BuildReport, key: UInt64?, until end: Moment, _ program: ProgramFile?, _ summary: SitePublisher.Summary
    ) throws(SiteError) {
        guard isRemembering, let state else { return }
        guard let key, let program, !summary.files.isEmpty, let remembered = state.key(besides: notInputs),
            let manifest = (try? SiteFolder(output.path)).flatMap({ try? $0.read(OutputManifest.fileName) })
        else { return state.remove(receiptFile) }
        let receipt = Receipt(
            key: key, state: remembered, holds: now..<max(now, end), program: program,
            manifest: FileDigest(of: manifest).hash, files: summary.files, report: report, written: Receipt.instant)
        do { try state.write(receipt.bytes, to: receiptFile) } catch { throw .state(error) }
    }
}

/// A file that something is made from, by its path in its folder.
private typealias SourceFile = (path: String, status: FileStatus)

extension SiteFolder {
    /// Whether every file is as a receipt knows it, the manifest first.
    fileprivate func isUntouched(since receipt: Receipt) -> Bool {
        guard entry(WorkingFolder.name) == nil, let files = files(of: receipt) else { return false }
        // Most often nothing has changed, so nothing is won by stopping at the first that has.
        let untouched = Array(files).concurrentMap { file, status in
            if receipt.isSettled(status) { return fileStatus(ofPath: file.path) == status }
            let path = FilePath(String(decoding: file.path, as: UTF8.self))
            return digest(path)?.hash == UInt64(hexadecimal: file.hash)
        }
        return untouched.allSatisfy(\.self)
    }
}

extension StateFolder {
    /// Of every file in it, as it is now.
    fileprivate func key(besides skipped: [String]) -> UInt64? {
        FilePath(path).statuses(skipping: skipped.map { "\(path)/\($0)" }).map { files in
            LibraryFingerprints.fingerprint { $0.feed(files) }
        }
    }
}

extension FilePath {
    /// Every file below a folder, in the order of their names, or the one file that stands here itself; nil where something below is no
    /// regular file: what a link leads to can change without a trace here.
    fileprivate func statuses(
        skipping skipped: [String] = [], only parts: Set<FilePath>? = nil, followingLinks: Bool = false
    ) -> [SourceFile]? {
        guard let folder = try? SiteFolder(self) else {
            return Files<PublishError>.status(string).map { [(path: "", status: $0)] }
        }
        let here = resolved
        let skipped = skipped.compactMap { path -> FilePath? in
            var path = FilePath(path).resolved
            return path.removePrefix(here) ? path : nil
        }
        guard let contents = try? folder.contents(skipping: Set(skipped)) else { return nil }
        var files: [SourceFile] = []
        for content in contents where content.kind == .file {
            if let parts, let first = content.file.components.first, !parts.contains(FilePath(root: nil, [first])) { continue }
            guard let status = folder.fileStatus(content.file) else {
                if !followingLinks { return nil }
                let path = appending(content.file.components).string
                if let status = Files<PublishError>.status(path) { files.append((content.path, status)) }
                continue
            }
            files.append((content.path, status))
        }
        return files.sorted { $0.path < $1.path }
    }
}

extension Fingerprint {
    fileprivate mutating func feed(_ files: [SourceFile]) {
        feed(files) { fingerprint, file in
            fingerprint.feed(file.path)
            fingerprint.feed(file.status.inode)
            for number in [file.status.size, file.status.modified, file.status.changed] { fingerprint.feed(number) }
        }
    }

    private mutating func feed(_ goals: Goals) {
        let certain = goals.periods.sorted { ($0.key.days?.lowerBound.iso ?? "") < ($1.key.days?.lowerBound.iso ?? "") }
        for amounts in [goals.thisYear, goals.thisMonth] + certain.map(\.value) {
            feed(Goal.Measure.allCases) { $0.feed(amounts[$1]) }
        }
        feed(certain) {
            $0.feed($1.key.days?.lowerBound)
            $0.feed($1.key.days?.upperBound)
        }
    }

    /// Every setting of the site. A test counts them.
    fileprivate mutating func feed(_ configuration: Configuration) {
        feed(configuration.title)
        feed(configuration.baseURL?.text)
        feed(configuration.timeZone)
        feed(configuration.rolloverHour)
        feed(configuration.language)
        feed(configuration.titleLanguage?.rawValue)
        feed(configuration.country)
        feed(configuration.edition?.rawValue)
        feed(configuration.hiddenTitles.sorted()) { $0.feed($1) }
        feed(configuration.spoilers?.rawValue)
        feed(configuration.unreviewedTitles.sorted()) { $0.feed($1) }
        feed(configuration.hasMarkdown ? 1 : 0)
        feed(configuration.exports.map(\.rawValue))
        feed(configuration.discovers ? 1 : 0)
        feed(configuration.audience.tellsPremieres ? 1 : 0)
        feed(configuration.robots?.rawValue)
        feed(configuration.favourites) {
            $0.feed($1.text)
            $0.feed($1.place)
        }
        feed(configuration.goals)
        feed(configuration.openWeb)
        let calendars = configuration.calendars
        feed(calendars.files.map(\.rawValue).sorted())
        feed(calendars.hasShows ? 1 : 0)
        feed(calendars.daysBack)
        feed(calendars.daysAhead)
        feed(calendars.alarmMinutes)
        feed(calendars.hasCategories ? 1 : 0)
        feed(calendars.seasonDrops.rawValue)
    }
}
