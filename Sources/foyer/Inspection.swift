import Foundation
import FoyerSite
import Simkl

/// Looks at everything that a build needs, one part after the other.
struct Inspection {
    typealias Finding = CheckReport.Finding

    let site: SiteOptions
    var now = Int64(Date().timeIntervalSince1970)

    func findings() async -> [Finding] {
        var findings = configuration()
        findings += await templates()
        if !site.sample { findings += signIn() + account() + state() + notify() }
        return findings + output() + [browser()]
    }

    // MARK: - What the owner writes

    private func configuration() -> [Finding] {
        look(.configuration) {
            let configuration = try site.configuration()
            guard let file = site.configurationFile else {
                return [
                    Finding(
                        part: .configuration, verdict: .note,
                        says: "there is no foyer.yaml, so all is as it comes: foyer init makes one")
                ]
            }
            var words = ["edition \((configuration.edition ?? .public).rawValue)"]
            words += configuration.timeZone.map { ["time zone \($0)"] } ?? []
            words.append(configuration.baseURL.map { "at \($0.text)" } ?? "no base_url, so no feeds for readers and no sitemap")
            return [Finding(part: .configuration, verdict: .ok, says: "\(file): \(words.joined(separator: ", "))")]
        }
    }

    private func templates() async -> [Finding] {
        do {
            let folder = try Installation.templates(asked: site.templates)
            // With a broken configuration, the templates can be looked at all the same.
            let configuration = (try? site.configuration()) ?? Configuration()
            let output = try OutputFolder("\(site.output)", inputs: [], home: nil)
            var builder = SiteBuilder(
                configuration: configuration, templates: folder, output: output, now: Moment(secondsSince1970: now))
            builder.ownTemplates = Installation.templates(besides: folder)
            let notes = try await builder.checkTheme().map { Finding(part: .templates, verdict: .note, says: "\($0)") }
            return [Finding(part: .templates, verdict: .ok, says: "\(folder): templates, words and fonts can be used")] + notes
        } catch {
            return [fault(.templates, Failure(error))]
        }
    }

    // MARK: - Simkl

    /// Whether the account's files are somebody's own, for which nobody has to be signed in.
    private var isByHand: Bool {
        FileManager.default.fileExists(atPath: site.data) && !MirrorFolder.mayBecomeMirror(site.data)
    }

    private func signIn() -> [Finding] {
        if isByHand { return [Finding(part: .signIn, verdict: .ok, says: "not needed: \(site.data) was saved by hand")] }
        return look(.signIn) {
            let grant = try Session.required().grant
            let rights = Finding(part: .signIn, verdict: .ok, says: "\(grant.name.map { "\($0), " } ?? "")\(grant.rights)")
            let told = [end(of: grant), grant.ending.map { Finding(part: .signIn, verdict: .note, says: $0) }].compactMap { $0 }
            return (told.first?.verdict == .fault ? [] : [rights]) + told + openFiles()
        }
    }

    /// What is to be said of a token's end; nil where it is renewed by itself, or the end is a month away.
    private func end(of grant: Grant) -> Finding? {
        guard let end = grant.expiresAt, grant.refreshToken == nil else { return nil }
        if end <= now {
            return Finding(
                part: .signIn, verdict: .fault, says: "the token has run out. Sign in: foyer login.", code: .signInNeeded)
        }
        let days = (end - now) / 86_400
        if days >= 30 { return nil }
        let time = days == 0 ? "within a day" : days == 1 ? "in 1 day" : "in \(days) days"
        return Finding(
            part: .signIn, verdict: .note,
            says: "the token ends on \(StatusReport.day(end)), \(time): foyer login gets a new one")
    }

    /// Files with tokens that others can read.
    private func openFiles() -> [Finding] {
        Session.stores.map(\.path).compactMap { path in
            let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int ?? 0o600
            return mode & 0o077 == 0
                ? nil
                : Finding(
                    part: .signIn, verdict: .fault, says: "\(path): others can read the token: chmod 600 \(path)", code: .data)
        }
    }

    private func account() -> [Finding] {
        if isByHand { return savedFiles() }
        return look(.mirror) {
            guard MirrorFolder.isMirror(site.data) else {
                return [
                    Finding(
                        part: .mirror, verdict: .fault, says: "\(site.data): there is no mirror yet: foyer sync", code: .tryAgain)
                ]
            }
            let index = try MirrorIndex(reading: site.data)
            let folder = AccountFolder(path: site.data)
            let (unsound, details) = try folder.whileNoSync { (index.unsoundFiles(in: site.data), index.coverage(in: site.data)) }
            if !unsound.isEmpty {
                let names =
                    unsound.prefix(3).joined(separator: ", ") + (unsound.count > 3 ? " and \(unsound.count - 3) more" : "")
                return [
                    Finding(
                        part: .mirror, verdict: .fault, says: "\(site.data): damaged: \(names). foyer sync fetches it again.",
                        code: .tryAgain)
                ]
            }
            let age = index.syncedAt.map { (now - $0) / 86_400 } ?? 0
            if index.isIncomplete {
                return [
                    Finding(
                        part: .mirror, verdict: .fault, says: "\(site.data): not complete yet: foyer sync goes on",
                        code: .tryAgain)
                ]
            }
            if age >= 2 {
                return [
                    Finding(
                        part: .mirror, verdict: .fault,
                        says: "\(site.data): last in step with Simkl \(age) days ago: foyer sync says why",
                        code: .tryAgain)
                ]
            }
            var findings = [
                Finding(
                    part: .mirror, verdict: .ok,
                    says:
                        "\(site.data): \(details.titles) titles, details of \(details.known), \(age < 0 ? "from the future, by this machine's clock" : age == 0 ? "of today" : "of yesterday")"
                )
            ]
            if let doubt = index.doubt {
                findings.append(Finding(part: .mirror, verdict: .note, says: "not believed yet: \(doubt.description)"))
            }
            return findings
        }
    }

    private func savedFiles() -> [Finding] {
        look(.mirror) {
            let account = try AccountFolder(path: site.data).read()
            let issues = account.issues.count
            let words = "\(site.data): \(account.items.count) entries, saved by hand"
            return [
                issues == 0
                    ? Finding(part: .mirror, verdict: .ok, says: words)
                    : Finding(
                        part: .mirror, verdict: .note,
                        says: "\(words); \(issues) cannot be read: foyer build --verbose names them")
            ]
        }
    }

    // MARK: - What builds leave

    private func state() -> [Finding] {
        guard let memory = site.memory, FileManager.default.fileExists(atPath: memory.path) else {
            return [Finding(part: .state, verdict: .ok, says: "nothing to remember yet")]
        }
        let damaged = memory.damagedFiles
        if damaged.isEmpty { return [Finding(part: .state, verdict: .ok, says: "\(memory.path): as the last build left it")] }
        return [
            Finding(
                part: .state, verdict: .note,
                says: "\(memory.path): \(damaged.joined(separator: ", ")) damaged: the next build sets it aside and begins anew")
        ]
    }

    /// The places that are told what is new; nothing is said where the environment names none.
    private func notify() -> [Finding] {
        look(.notify) {
            try NoticeTargets(Session.environment).all.filter { $0.service != .output }.map {
                Finding(part: .notify, verdict: .ok, says: "foyer notify tells \($0.name) what is new")
            }
        }
    }

    private func output() -> [Finding] {
        look(.output) {
            let configuration = (try? site.configuration()) ?? Configuration()
            let inputs = [site.data, (try? Installation.templates(asked: site.templates)) ?? "Templates"]
            let output = try OutputFolder(
                site.output, inputs: inputs, home: FileManager.default.homeDirectoryForCurrentUser.path)
            try output.checkIsWritable()
            guard let size = try output.size() else {
                return [Finding(part: .output, verdict: .note, says: "\(site.output): no site yet: foyer build")]
            }
            var findings = [
                Finding(
                    part: .output, verdict: .ok,
                    says: "\(site.output): \(size.files) files, \((size.bytes + 999_999) / 1_000_000) MB")
            ]
            if output.isInterrupted {
                findings.append(
                    Finding(part: .output, verdict: .note, says: "a build was stopped half-way: foyer build finishes it"))
            }
            let limits = size.notes(hasMarkdown: configuration.hasMarkdown)
            if limits.isEmpty {
                return findings + [Finding(part: .hosts, verdict: .ok, says: "fit for Cloudflare Pages and GitHub Pages")]
            }
            return findings + limits.map { Finding(part: .hosts, verdict: .note, says: "\($0)") }
        }
    }

    private func browser() -> Finding {
        do throws(Failure) {
            let browser = try Browser.find(asked: nil, environment: Session.environment)
            return Finding(part: .browser, verdict: .ok, says: "\(browser.path), for foyer print")
        } catch {
            return Finding(part: .browser, verdict: .note, says: "only foyer print needs one: \(error.message)")
        }
    }

    // MARK: - Faults

    private func look(_ part: Finding.Part, _ work: () throws -> [Finding]) -> [Finding] {
        do { return try work() } catch { return [fault(part, Failure(error))] }
    }

    private func fault(_ part: Finding.Part, _ failure: Failure) -> Finding {
        Finding(part: part, verdict: .fault, says: failure.message, code: failure.code)
    }
}
