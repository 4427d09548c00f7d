import Disk
import Foundation
import Subprocess
import SystemPackage

/// An installed Chromium or Chrome, run without a window.
struct Browser {
    /// Absolute.
    let path: String

    /// The usual names, in the order in which they are looked for.
    static let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"]

    /// - Throws: ``Failure`` with code 69 where there is none.
    static func find(asked: String?, environment: [String: String]) throws(Failure) -> Browser {
        let named = environment["FOYER_BROWSER"].flatMap { $0.isEmpty ? nil : $0 }
        if let name = asked ?? named {
            if let path = program(name, environment) { return Browser(path: path) }
            let place = asked == nil ? "FOYER_BROWSER" : "--browser"
            throw Failure(code: .unreachable, message: "'\(name)' (\(place)) is no program that can be run.")
        }
        for name in names {
            if let path = program(name, environment) { return Browser(path: path) }
        }
        throw Failure(
            code: .unreachable,
            message: """
                there is no Chromium or Chrome on PATH (looked for \(names.joined(separator: ", "))). Install one, or name it: \
                --browser PATH, or FOYER_BROWSER.
                """)
    }

    /// A program's absolute path: as it is named, or where PATH has it.
    private static func program(_ name: String, _ environment: [String: String]) -> String? {
        let folders = (environment["PATH"] ?? "").split(separator: ":").filter { $0.hasPrefix("/") }
        let places = name.contains("/") ? [URL(filePath: name).standardizedFileURL.path] : folders.map { "\($0)/\(name)" }
        return places.first { place in
            Files<WriteFailure>.entry(FilePath(place).resolved.string) == .file
                && FileManager.default.isExecutableFile(atPath: place)
        }
    }

    /// Prints a page.
    ///
    /// Pictures are waited for, but no longer than a fourth of the time: those that have not come by then are left out.
    func pdf(
        of page: String, paper: Paper, in folder: PrintFolder, deadline: Duration
    ) async throws -> PrintedFile {
        let pictures = deadline.components.seconds * 250
        let options = [
            "--print-to-pdf=\(folder.product)", "--no-pdf-header-footer", "--generate-pdf-document-outline",
            "--timeout=\(pictures)",
        ]
        let data = try await run(
            options, address: Self.address(page) + paper.fragment, in: folder, deadline: deadline)
        guard let file = PrintedFile(pdf: data) else { throw failure("has made no PDF", folder) }
        return file
    }

    /// A profile of its own, nothing that greets, reports, updates or synchronises, and no messages but those of its end.
    private static func options(_ folder: PrintFolder) -> [String] {
        [
            "--headless", "--user-data-dir=\(folder.profile)", "--no-first-run", "--no-default-browser-check", "--disable-gpu",
            "--disable-extensions", "--disable-default-apps", "--disable-sync", "--disable-background-networking",
            "--disable-component-update", "--disable-domain-reliability", "--disable-breakpad", "--disable-crash-reporter",
            "--disable-client-side-phishing-detection", "--metrics-recording-only", "--no-pings", "--disable-dev-shm-usage",
            "--disable-features=OptimizationHints,MediaRouter,Translate", "--password-store=basic", "--log-level=3",
            "--force-color-profile=srgb",
        ]
    }

    private static func address(_ file: String) -> String { URL(filePath: file).absoluteString }

    /// Runs the browser to its end, or ends it and all that it has started.
    ///
    /// - Returns: what it has made; empty for nothing.
    private func run(
        _ options: [String], address: String, in folder: PrintFolder, deadline: Duration
    ) async throws -> Data {
        // For root there is no sandbox in a browser; for everybody else there is.
        let sandbox = geteuid() == 0 ? ["--no-sandbox"] : []
        let arguments = Self.options(folder) + sandbox + options + [address]
        guard let status = try await status(of: arguments, in: folder, deadline: deadline) else {
            let seconds = deadline.components.seconds
            let time = seconds == 1 ? "1 second" : "\(seconds) seconds"
            throw failure("was not done after \(time) (--timeout gives it more)", folder, code: .tryAgain)
        }
        switch status {
        case .exited(0): return FileManager.default.contents(atPath: folder.product) ?? Data()
        case .exited(let code): throw failure("has failed (exit code \(code))", folder)
        case .signaled(let signal): throw failure("has died (signal \(signal))", folder)
        }
    }

    /// Nil when the time was over before the browser was done.
    private func status(
        of arguments: [String], in folder: PrintFolder, deadline: Duration
    ) async throws -> TerminationStatus? {
        try await withThrowingTaskGroup(of: TerminationStatus?.self) { group in
            group.addTask { try await finish(arguments, in: folder) }
            group.addTask {
                try await Task.sleep(for: deadline)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    private func finish(_ arguments: [String], in folder: PrintFolder) async throws -> TerminationStatus {
        var platform = PlatformOptions()
        // In a group of its own, so that it can be ended with all its helpers.
        platform.processGroupID = 0
        platform.teardownSequence = [.gracefulShutDown(toProcessGroup: true, allowedDurationToNextStep: .seconds(1))]
        let environment = Environment.inherit.updating(Self.environment(folder))
        let log = try FileDescriptor.open(
            FilePath(folder.log), .writeOnly, options: [.create, .append], permissions: [.ownerReadWrite])
        return try await Subprocess.run(
            .path(FilePath(path)), arguments: Arguments(arguments), environment: environment, platformOptions: platform,
            input: .none, output: .discarded, error: .fileDescriptor(log, closeAfterSpawningProcess: true)
        ).terminationStatus
    }

    /// What the browser writes beside its profile goes into the folder too; what signs in at Simkl is none of its business.
    private static func environment(_ folder: PrintFolder) -> [Environment.Key: String?] {
        var changes: [Environment.Key: String?] = [
            "CHROME_CONFIG_HOME": folder.path, "BREAKPAD_DUMP_LOCATION": folder.path, "GSETTINGS_BACKEND": "memory",
        ]
        // Its socket must have a path of no more than 107 bytes: Chromium gives up where a temporary folder leaves no room.
        if FileManager.default.temporaryDirectory.path.utf8.count > 60 { changes["TMPDIR"] = "/tmp" }
        for name in ProcessInfo.processInfo.environment.keys where name.hasPrefix("SIMKL_") {
            changes.updateValue(nil, forKey: Environment.Key(stringLiteral: name))
        }
        return changes
    }

    /// What went wrong, with the last thing that the browser said.
    private func failure(_ what: String, _ folder: PrintFolder, code: Failure.Code = .unreachable) -> Failure {
        let log = FileManager.default.contents(atPath: folder.log) ?? Data()
        let lines = String(decoding: log.suffix(10_000), as: UTF8.self).split(whereSeparator: \.isNewline)
        let last = lines.last { !$0.allSatisfy(\.isWhitespace) }.map { $0.prefix(300) }
        return Failure(code: code, message: "\(path) \(what)" + (last.map { ": \($0)" } ?? ", and said nothing."))
    }
}
