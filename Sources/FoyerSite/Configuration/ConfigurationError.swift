import Yams

/// Why `foyer.yaml` cannot be used, and where.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    let file: String
    /// From 1; nil where the trouble is the file as a whole.
    let line: Int?
    let column: Int?
    let problem: Problem

    enum Problem: Hashable, Sendable {
        case missing
        case unreadable
        case tooLarge
        case notYAML(String)
        case notKeys
        case unknownKey(String, among: [String])
        case keyTwice(String)
        case wrongValue(key: String, value: String, expected: Expectation)
        case contradiction(key: String, String)
    }

    /// Without the place: for whoever has just given the answer.
    public var reason: String { problem.sentence }

    public var description: String {
        let place = [line, column].compactMap { $0.map { ":\($0)" } }.joined()
        return "\(file)\(place): " + problem.sentence
    }
}

extension ConfigurationError {
    init(file: String, mark: Mark?, problem: Problem) {
        self.init(file: file, line: mark?.line, column: mark?.column, problem: problem)
    }

    init(file: String, yaml error: YamlError) {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _), .composer(_, let problem, let mark, _):
            self.init(file: file, mark: mark, problem: .notYAML(problem))
        case .duplicatedKeysInMapping(let keys, let context):
            self.init(file: file, mark: context.mark, problem: .keyTwice(keys.first ?? ""))
        case .reader(let problem, let offset?, _, let yaml):
            let lines = yaml.prefix(offset).split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
            self.init(file: file, line: lines.count, column: (lines.last?.count ?? 0) + 1, problem: .notYAML(problem))
        default:
            self.init(file: file, line: nil, column: nil, problem: .notYAML("\(error)"))
        }
    }
}

extension ConfigurationError.Problem {
    /// As much of what was written as fits a line.
    private func shown(_ text: String) -> String { text.utf8.count > 100 ? text.prefix(60) + "…" : text }

    fileprivate var sentence: String {
        switch self {
        case .missing: "there is no such file."
        case .unreadable: "it cannot be read as UTF-8 text."
        case .tooLarge: "it is larger than 1 MiB, which no configuration is."
        case .notYAML(let reason): "this is not YAML (\(reason))."
        case .notKeys: "keys and values were expected, such as 'title: My watching'."
        case .unknownKey(let key, let keys):
            "there is no key '\(shown(key))'."
                + (key.nearest(in: keys).map { " Do you mean '\($0)'?" } ?? " The keys are \(keys.joined(separator: ", ")).")
        case .keyTwice(let key): "'\(shown(key))' is given twice."
        case .contradiction(let key, let reason): "\(key): \(reason)."
        case .wrongValue(let key, let value, let expected):
            "'\(shown(value))' is no value for \(key): \(expected.text) is expected."
                + (value.nearest(in: expected.words, within: value.count / 3).map { " Do you mean '\($0)'?" } ?? "")
        }
    }
}
