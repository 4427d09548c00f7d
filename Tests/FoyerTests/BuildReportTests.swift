import Foundation
import TestSupport
import Testing

/// What `foyer build --json` prints, against the schema in `docs/`.
struct BuildReportTests {
    private static let schema = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "docs/build-report.schema.json").path()

    private static let script = """
        import json, sys
        import jsonschema
        schema = json.load(open(sys.argv[1]))
        jsonschema.Draft202012Validator.check_schema(schema)
        for text in sys.argv[2:]:
            jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker()).validate(json.loads(text))
        """

    @Test("the report is as its schema says: of the sample, of one film, of nothing, and of a night in which nothing changed")
    func schema() async throws {
        let scratch = try Scratch()
        let film = try scratch.account(films: Scratch.films)
        let empty = try scratch.account("empty", films: [])
        let state = ["--state", "\(scratch.path)/state", "--json"]
        let runs = [
            ["build", "--sample", "--output", "\(scratch.path)/sample", "--json"],
            Program.buildArguments(film, to: "\(scratch.path)/film") + state,
            Program.buildArguments(film, to: "\(scratch.path)/film") + state,
            Program.buildArguments(empty, to: "\(scratch.path)/empty-site") + ["--json"],
        ]
        var reports: [String] = []
        for arguments in runs {
            let result = try await Program.run(arguments)
            #expect(result.code == 0, "\(result.errors)")
            reports.append(result.output)
        }
        let checked = try await Program.run(["-c", Self.script, Self.schema] + reports, executable: "/usr/bin/python3")
        #expect(checked.code == 0, "\(checked.errors)")
    }
}
