import Foundation
import TestSupport
import Testing

/// Files for other screens, and the recipes for these in `docs/screens/`, read with what those screens read them with.
struct ScreenTests {
    private static let base = ["--base-url", "https://example.org/watch/"]

    private func python(_ script: String, _ arguments: [String]) async throws -> String {
        let result = try await Program.run(
            ["-c", script] + arguments, executable: "/usr/bin/python3",
            environment: ["PYTHONPATH": "\(Program.root)/.build/python"])
        #expect(result.code == 0, "\(result.errors)")
        return result.output
    }

    @Test("however long the names of what comes are, the small files stay small, and are whole")
    func sizes() async throws {
        let scratch = try Scratch()
        let name = String(repeating: "𒐫", count: 200)
        let shows = (1...60).map { id in
            #"{"status":"watching","show":{"title":"\#(name) \#(id)","ids":{"simkl":\#(id),"slug":"show-\#(id)"}}}"#
        }
        let airings = (1...60).map { id in
            """
            {"title":"\(name)","date":"2026-11-\(id % 9 + 21)T20:00:00+00:00","ids":{"simkl_id":\(id)},\
            "episode":{"season":1,"episode":\(id)}}
            """
        }
        try scratch.write("{\"shows\":[\(shows.joined(separator: ","))]}", to: "data/all-items.json")
        try scratch.write("[\(airings.joined(separator: ","))]", to: "data/calendar/tv.json")
        let result = try await Program.build(
            "\(scratch.path)/data", to: "\(scratch.path)/site", Self.base + ["--now", "2026-11-20T12:00:00Z"])
        #expect(result.code == 0, "\(result.errors)")
        let output = try await python(
            """
            import json, os, sys
            for name, key, most in [("small", "coming", 4096), ("trmnl", "rows", 16384), ("upcoming-media-card", "data", 16384)]:
                path = f"{sys.argv[1]}/site/feeds/{name}.json"
                rows = json.load(open(path))[key]
                assert os.path.getsize(path) < most, (name, os.path.getsize(path))
                print(name, len(rows) > 3)
            """, [scratch.path])
        #expect(output == "small True\ntrmnl True\nupcoming-media-card True\n")
    }

    @Test("several episodes on one day are one row, what is over is none, and no name is markup in a card")
    func rows() async throws {
        let scratch = try Scratch()
        try scratch.write(
            #"{"shows":[{"status":"watching","show":{"title":"<b>A & B</b> $title","ids":{"simkl":1,"slug":"a"}}}]}"#,
            to: "data/all-items.json")
        let episodes = (1...3).map { number in
            """
            {"title":"A","date":"2026-11-21T20:00:00+00:00","ids":{"simkl_id":1},"episode":{"season":2,"episode":\(number)}}
            """
        }
        let over = #"{"title":"A","date":"2026-11-20T08:00:00+00:00","ids":{"simkl_id":1},"episode":{"season":1,"episode":9}}"#
        try scratch.write("[\((episodes + [over]).joined(separator: ","))]", to: "data/calendar/tv.json")
        let result = try await Program.build(
            "\(scratch.path)/data", to: "\(scratch.path)/site", Self.base + ["--now", "2026-11-20T12:00:00Z"])
        #expect(result.code == 0, "\(result.errors)")
        let output = try await python(
            """
            import json, sys
            read = lambda name: json.load(open(f"{sys.argv[1]}/site/feeds/{name}.json"))
            print(json.dumps([read("small")["coming"], read("trmnl")["rows"], read("upcoming-media-card")["data"][1:]], ensure_ascii=False))
            """, [scratch.path])
        #expect(
            output == """
                [[{"title": "<b>A & B</b> $title", "episode": "S02E01–E03", "mark": "season premiere", "day": "2026-11-21", \
                "time": "2026-11-21T20:00:00Z"}], [{"title": "<b>A & B</b> $title", "what": "S02E01–E03 · season premiere", \
                "when": "Sat 21\u{A0}Nov, 20:00"}], [{"airdate": "2026-11-21T20:00:00Z", "release": "$day, $date $time", "flag": true, \
                "title": "‹b›A ＆ B‹/b› ＄title", "number": "S02E01–E03", "episode": "season premiere", \
                "deep_link": "https://example.org/watch/tv/1-a/"}]]

                """)
    }

    /// What every recipe's script begins with: the blocks of `docs/screens/` by their language, and the files of the sample's site.
    private static let blocks = """
        import glob, json, os, re, subprocess, sys
        import yaml
        site = f"{sys.argv[2]}/site/"
        read = lambda name: json.load(open(f"{site}feeds/{name}"))
        run = lambda *command, **more: subprocess.run(command, capture_output=True, text=True, check=True, **more).stdout
        here = lambda command: command.replace("curl -fsS https://example.org/watch/", f"cat {site}")
        blocks = {}
        for path in glob.glob(sys.argv[1] + "/docs/screens/*.md"):
            for language, text in re.findall(r"^```(\\w+)\\n(.*?)^```", open(path).read(), re.M | re.S):
                blocks.setdefault(language, []).append(text)
        settings = [yaml.safe_load(text) for text in blocks["yaml"]]
        rows = read("small.json")["coming"]
        name = rows[0]["title"] + " " + rows[0]["episode"]

        """

    /// Of the sample's site, what a script prints of the recipes.
    private func tried(_ script: String) async throws -> String {
        let scratch = try Scratch()
        try await FeedTests.Account.sample.build(in: scratch, Self.base)
        return try await python(Self.blocks + script, [Program.root, scratch.path])
    }

    @Test("every file that a recipe reads is there; those for Home Assistant and TRMNL render the sample's rows")
    func recipes() async throws {
        let script = """
            import jinja2, liquid
            files = {address for all in blocks.values() for text in all
                     for address in re.findall(r"https://example.org/watch/([\\w./-]+\\.\\w+)", text)}
            assert all(os.path.exists(site + file) for file in files), files
            for rest in [part for part in settings if isinstance(part, dict) and "rest" in part]:
                for resource in rest["rest"]:
                    data = read(resource["resource"].rsplit("/", 1)[1])
                    for sensor in resource["sensor"]:
                        value = jinja2.Template(sensor["value_template"]).render(value_json=data).strip()
                        print(sensor["name"], value == name or value.isdigit(), all(key in data for key in sensor.get("json_attributes", [])))
            card = next(part for part in settings if isinstance(part, dict) and part.get("type") == "markdown")
            shown = jinja2.Template(card["content"]).render(state_attr=lambda entity, key: read("small.json")[key])
            print(shown.count("- **"), rows[0]["title"] in shown)
            screen = liquid.Template(blocks["liquid"][0]).render(**read("trmnl.json"))
            print(screen.count("<tr>"), all(row["when"] in screen for row in read("trmnl.json")["rows"]))
            """
        #expect(
            try await tried(script) == """
                Next episode True True
                Watched in the last 7 days True True
                Upcoming media True True
                10 True
                5 True

                """)
    }

    /// Go, which Glance's template is for, is not here: its two forms are filled in as Glance does.
    @Test("the recipes for dashboards and the mirror name fields that the files have, and are what their programs parse")
    func dashboards() async throws {
        let script = """
            import json5
            def values(thing):
                inner = thing.values() if isinstance(thing, dict) else thing if isinstance(thing, list) else []
                return [thing] + [each for part in inner for each in values(part)]
            widgets = [each for part in settings for each in values(part) if isinstance(each, dict)]
            names = next(each["mappings"] for each in widgets if each.get("type") == "customapi")
            print("Homepage", read("small.json")[names["items"]] == rows, all(names[key] in rows[0] for key in ("name", "label")))
            template = next(each for each in widgets if each.get("type") == "custom-api")["template"]
            start, array, row, end = re.fullmatch(r'(.*){{ range .JSON.Array "(\\w+)" }}(.*){{ end }}(.*)', template, re.S).groups()
            fill = lambda item: re.sub(r'{{ .String "(\\w+)" }}', lambda field: item[field[1]] or "", row)
            shown = start + "".join(fill(item) for item in read("small.json")[array]) + end
            print("Glance", shown.count("<li>"), name in shown, "{{" in shown)
            print("Dashy", [each["type"] for each in widgets if "options" in each])
            print("MagicMirror", [module["module"] for module in json5.loads("[" + blocks["js"][0] + "]")])
            """
        #expect(
            try await tried(script) == """
                Homepage True True
                Glance 10 True False
                Dashy ['rss-feed', 'image']
                MagicMirror ['calendar', 'newsfeed']

                """)
    }

    @Test("the recipes for a desktop are what waybar and conky parse, and their commands print the sample's rows")
    func desktop() async throws {
        let script = """
            import json5
            bar = json5.loads("{" + blocks["jsonc"][0] + "}")["custom/next"]
            print("waybar", bar["exec"] in blocks["sh"][0], bar["return-type"])
            said = json.loads(run("sh", "-c", here(blocks["sh"][0])))
            print(said["text"] == name, said["tooltip"].count("\\n"))
            conky = run("lua5.4", "-", input="conky = {}\\n" + blocks["lua"][0] + "io.write(conky.text)")
            command = re.search(r"^\\${execi 3600 (.*)}$", conky, re.M)[1]
            print("conky", run("sh", "-c", here(command)).count("\\n"))
            """
        #expect(
            try await tried(script) == """
                waybar True json
                True 9
                conky 6

                """)
    }
}
