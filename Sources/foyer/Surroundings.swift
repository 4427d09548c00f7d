import Foundation

/// What the program runs in.
enum Surroundings {
    /// Whether colours and lines that move may be sent to a descriptor: to a terminal that knows them, where nobody has said no.
    ///
    /// Source: https://no-color.org/; `CI` is set by every CI service, some of which offer a terminal.
    static func canStyle(_ descriptor: Int32) -> Bool {
        let environment = Session.environment
        func isSet(_ name: String) -> Bool { environment[name]?.isEmpty == false }
        return isatty(descriptor) == 1 && !isSet("NO_COLOR") && !isInCI && environment["TERM"] != "dumb"
    }

    static var isInCI: Bool { Session.environment["CI"]?.isEmpty == false }

    /// Whether texts may hold more than ASCII.
    static var isUnicode: Bool {
        let environment = Session.environment
        let locale = ["LC_ALL", "LC_CTYPE", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.lowercased().replacing("-", with: "").hasSuffix("utf8")
    }

    /// The language of the machine, as `en`.
    static var language: String? {
        let environment = Session.environment
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].compactMap { environment[$0] }.first { !$0.isEmpty } ?? ""
        return locale.firstMatch(of: /^[a-z]{2,3}(?=_|\.|$)/).map { String($0.output) }
    }

    /// What a command's help says of the environment.
    enum Help {
        static let configuration = "XDG_CONFIG_HOME, the folder around foyer/token.json (default: ~/.config)"
        static let signIn =
            "SIMKL_CLIENT_ID, SIMKL_ACCESS_TOKEN and SIMKL_REFRESH_TOKEN, which win over what foyer login keeps; "
            + configuration
        static let proxy = "https_proxy and the like, as curl reads them"
        static let network = "\(proxy); TMPDIR, where runs share their pace that have no folder for the token"
        static let terminal = "NO_COLOR, TERM and CI, for colours and lines that move"

        static func reads(_ parts: String...) -> String { "Environment: " + (parts + [terminal]).joined(separator: "; ") + "." }
    }
}
