import ArgumentParser
import Foundation
import FoyerSite

/// `foyer check`: whether everything is as a build needs it, and what to mend. Changes nothing, and asks nobody.
struct Check: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Say whether everything is as a build needs it, and what to mend.",
        discussion: """
            Looks at the configuration, the templates with their words and fonts, the sign-in, the mirror, what builds remember, the \
            places that foyer notify tells, the site that was built, what hosts say to its size, and the browser that foyer print needs. Nothing is changed, and Simkl is \
            not asked. Each line is ok, a note (all goes on without it) or a fault.

            Exit codes: 0 without a fault, else that of the first: 65 data, template or configuration, 73 cannot write, 75 foyer sync \
            is due, 77 sign-in needed.

            \(Surroundings.Help.reads(Surroundings.Help.signIn, "FOYER_BROWSER", "FOYER_NOTIFY_… as foyer notify reads them"))
            """)

    @OptionGroup var site: SiteOptions
    @Flag(help: "Report as JSON on standard output.")
    var json = false
    @Flag(help: "Say nothing of what is as it has to be.")
    var quiet = false

    func run() async throws {
        let report = CheckReport(findings: await Inspection(site: site).findings())
        if json {
            Console.print(json: report)
        } else {
            Console.print(lines: report.findings.filter { !quiet || $0.verdict != .ok }.map(\.line))
        }
        if let code = report.code { throw ExitCode(code.rawValue) }
    }
}

/// What a check has found, in the order in which it is to be mended.
struct CheckReport: Encodable {
    let findings: [Finding]

    /// Nil where nothing is wrong.
    var code: Failure.Code? { findings.first { $0.verdict == .fault }?.code }

    struct Finding: Encodable, Equatable {
        enum Verdict: String, Encodable {
            case ok
            /// All goes on without it.
            case note
            case fault
        }

        enum Part: String, Encodable {
            case configuration, templates, signIn = "sign-in", mirror, state, notify, output, hosts, browser
        }

        let part: Part
        let verdict: Verdict
        /// What is so, and what to do.
        let says: String
        var code: Failure.Code?

        fileprivate var line: String {
            verdict.rawValue.padding(toLength: 6, withPad: " ", startingAt: 0)
                + part.rawValue.padding(toLength: 15, withPad: " ", startingAt: 0) + says
        }

        private enum CodingKeys: String, CodingKey { case part, verdict, says, exitCode }

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(part, forKey: .part)
            try container.encode(verdict, forKey: .verdict)
            try container.encode(says, forKey: .says)
            try container.encodeIfPresent(code?.rawValue, forKey: .exitCode)
        }
    }

    private enum CodingKeys: String, CodingKey { case findings, exitCode }

    func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(code?.rawValue ?? 0, forKey: .exitCode)
        try container.encode(findings, forKey: .findings)
    }
}
