import Foundation
import TestSupport
import Testing

/// The recipes of `docs/account.md`, done as they stand there.
struct RecipeTests {
    /// The blocks of code below a heading, and those of the page for Home Assistant's dashboards, as JSON of Python's making.
    private func python(_ script: String, _ arguments: String...) async throws -> JSON {
        let head = """
            import json, re, shlex, sys
            import jinja2, yaml
            def blocks(file, heading=""):
                part = open(f"{sys.argv[1]}/docs/{file}").read().split(f"\\n## {heading}\\n" if heading else "# ", 1)[1]
                part = part.split("\\n## ")[0] if heading else part
                return re.findall(r"^```\\w+\\n(.*?)^```", part, re.M | re.S)

            """
        let result = try await Program.run(
            ["-c", head + script, Program.root] + arguments, executable: "/usr/bin/python3",
            environment: ["PYTHONPATH": "\(Program.root)/.build/python"])
        #expect(result.code == 0, "\(result.errors)")
        return try JSON(Data(result.output.utf8))
    }

    /// As Home Assistant makes a command of a `shell_command` with templates: it splits what they render, and no shell sees it.
    ///
    /// Source: https://www.home-assistant.io/integrations/shell_command/
    private func commands(title: String) async throws -> [String: [String]] {
        let json = try await python(
            """
            commands = yaml.safe_load(blocks("account.md", "From Home Assistant")[0])["shell_command"]
            values = {"title": sys.argv[2], "progress": 90, "value": 7}
            print(json.dumps({name: shlex.split(jinja2.Template(text).render(values)) for name, text in commands.items()}))
            """, title)
        return json.members.mapValues { $0.elements.compactMap(\.string) }
    }

    @Test(
        "Home Assistant's commands mark, stop and rate a title of any name",
        arguments: [("9-1-1", 1007), ("It's <b>Late</b>", 1009)])
    func homeAssistant(title: String, id: Int) async throws {
        let owner = try await Owner.synced()
        let commands = try await commands(title: title)
        #expect(commands.keys.sorted() == ["simkl_rate", "simkl_stop", "simkl_watch_next"])
        for name in ["simkl_watch_next", "simkl_stop", "simkl_rate"] {
            let words = try #require(commands[name])
            #expect(words.first == "foyer")
            let arguments = words.dropFirst().map { $0.replacing("/config/foyer", with: ".foyer") }
            #expect(arguments.contains(".foyer"), "\(arguments)")
            let next = try #require(try owner.item(id)["next_to_watch"]?.string)
            let result = try await Program.run(Array(arguments), environment: owner.environment, in: owner.folder)
            #expect(result.code == 0, "\(arguments): \(result.output)\(result.errors)")
            if name == "simkl_rate" {
                #expect(try owner.item(id)["user_rating"] == 7)
            } else {
                #expect(try owner.item(id)["last_watched"]?.string == next, "\(name)")
            }
            if name == "simkl_watch_next" { #expect(try JSON(Data(result.output.utf8))["site"] == "Output") }
        }
        #expect(try owner.isMirrorTrue())
    }

    @Test("what automations and buttons call is one of the commands, with what its template needs")
    func callers() async throws {
        let calls = try await python(
            """
            parts = [yaml.safe_load(text) for text in blocks("account.md", "From Home Assistant") + blocks("screens/home-assistant.md")]
            commands = parts[0]["shell_command"]
            calls = [action for part in parts if "automation" in part for each in part["automation"] for action in each["actions"]]
            calls += [part["tap_action"] for part in parts if "tap_action" in part]
            found = []
            for call in calls:
                service, name = (call.get("perform_action") or call["action"]).split(".")
                needed = set(re.findall(r"{{ (\\w+)", commands[name]))
                found.append([service, name, needed == set(call["data"])])
            state = {"trigger": {"from_state": {"attributes": {"media_series_title": "It's"}}}}
            title = jinja2.Template(next(call for call in calls if "action" in call)["data"]["title"]).render(state)
            print(json.dumps([found, title]))
            """)
        let call: JSON = ["shell_command", "simkl_watch_next", true]
        #expect(calls == [[call, call], "It's"])
    }

    @Test("a phone's script takes the title from its input")
    func phone() async throws {
        let owner = try await Owner.synced()
        let script = try #require(try await python("print(json.dumps(blocks('account.md', 'From a phone')[0]))").string)
        let folder = URL(filePath: Program.path).deletingLastPathComponent().path
        let more = ["PATH": "\(folder):/usr/bin:/bin", "TITLE": "9-1-1"]
        // A phone's shell begins in the home folder.
        try FileManager.default.createSymbolicLink(atPath: "\(owner.scratch.path)/site", withDestinationPath: "work")
        let result = try await Program.run(
            ["-c", "printf '%s\\n' \"$TITLE\" | (\(script))"], executable: "/bin/sh",
            environment: owner.environment.merging(more) { $1 }, in: owner.scratch.path)
        #expect(
            result.code == 0 && result.output.contains("9-1-1 (2007), anime: watch E06 now\n"), "\(result.output)\(result.errors)"
        )
        #expect(try owner.item(1007)["last_watched"] == "E06")
        #expect(try owner.page("anime/1007-title-1007/index.md").contains("**Watched:** 6 of 8 episodes"))
    }

    @Test("the manual shows a day, and the recipes as they stand in the documents")
    func manual() async throws {
        let result = try await Program.run(
            ["\(Program.root)/.ci/make-manual", Program.path], executable: "/usr/bin/python3")
        #expect(result.code == 0, "\(result.errors)")
        let examples = result.output.components(separatedBy: ".SH EXAMPLES\n").last?.components(separatedBy: ".SH ").first ?? ""
        let shown = examples.replacing("\\-", with: "-").replacing("\\(aq", with: "'").split(separator: "\n").map(String.init)
        for line in [
            "foyer watch Severance --next", "foyer rate \"Heat 1995\" 9",
            "foyer note \"Heat 1995\" \"With Ana, at the Filmcasino\"",
            "foyer add \"The Brutalist\" --to plan", "foyer build",
        ] {
            #expect(shown.contains(line), "\(examples)")
        }
        let recipes = try await python(
            "print(json.dumps([blocks('account.md', heading)[0] for heading in ['From Home Assistant', 'From a phone']]))")
        for line in recipes.elements.compactMap(\.string).flatMap({ $0.split(separator: "\n") }) {
            #expect(shown.contains(String(line)), "\(line)")
        }
    }
}
