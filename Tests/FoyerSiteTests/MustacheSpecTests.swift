import Testing

@testable import FoyerSite

/// The cases of the official specification for what Foyer's templates have: no dotted names, no implicit iterator, no lambdas, no
/// inheritance, and delimiters that stay.
///
/// Source: https://github.com/mustache/spec, with names that contexts here have.
@Suite("Templates keep to Mustache's specification")
struct MustacheSpecTests {
    @Test(
        "interpolation",
        arguments: [
            SpecCase("No Interpolation", "Hello from {Mustache}!\n", "Hello from {Mustache}!\n"),
            SpecCase("Basic Interpolation", "Hello, {{text}}!\n", "Hello, world!\n"),
            SpecCase(
                "HTML Escaping", "These should be escaped: {{forbidden}}\n", "These should be escaped: &amp; &quot; &lt; &gt;\n"),
            SpecCase("Triple Mustache", "These stay: {{{html}}}\n", "These stay: & \" < >\n"),
            SpecCase("Ampersand", "These stay: {{&html}}\n", "These stay: & \" < >\n"),
            SpecCase("Basic Integer Interpolation", "\"{{number}} miles an hour!\"", "\"85 miles an hour!\""),
            SpecCase("Basic Null Interpolation", "I ({{nothing}}) be seen!", "I () be seen!"),
            SpecCase("Interpolation - Surrounding Whitespace", "| {{text}} |", "| world |"),
            SpecCase("Triple Mustache - Surrounding Whitespace", "| {{{html}}} |", "| & \" < > |"),
            SpecCase("Interpolation - Standalone", "  {{text}}\n", "  world\n"),
            SpecCase("Triple Mustache - Standalone", "  {{{html}}}\n", "  & \" < >\n"),
            SpecCase("Interpolation With Padding", "|{{ text }}|", "|world|"),
            SpecCase("Triple Mustache With Padding", "|{{{ html }}}|", "|& \" < >|"),
            SpecCase("Ampersand With Padding", "|{{& html }}|", "|& \" < >|"),
            SpecCase("Tag over several lines", "|{{\n text\n}}|", "|world|"),
        ])
    func interpolation(example: SpecCase) throws { #expect(try example.rendered() == example.expected) }

    @Test(
        "sections",
        arguments: [
            SpecCase("Truthy", "\"{{#yes}}This should be rendered.{{/yes}}\"", "\"This should be rendered.\""),
            SpecCase("Falsey", "\"{{#no}}This should not be rendered.{{/no}}\"", "\"\""),
            SpecCase("Null is falsey", "\"{{#nothing}}This should not be rendered.{{/nothing}}\"", "\"\""),
            SpecCase("Text is truthy", "\"{{#text}}{{text}}{{/text}}\"", "\"world\""),
            SpecCase("Context", "\"{{#person}}Hi {{name}}.{{/person}}\"", "\"Hi Joe.\""),
            SpecCase(
                "Parent contexts", "\"{{#list}}{{item}}, {{text}}{{#person}} {{name}}{{/person}};{{/list}}\"",
                "\"1, world Joe;2, world Joe;3, world Joe;\""),
            SpecCase("Missing object", "\"{{#nobody}}{{name}}{{/nobody}}\"", "\"\""),
            SpecCase("List", "\"{{#list}}{{item}}{{/list}}\"", "\"123\""),
            SpecCase("Empty List", "\"{{#empty}}Yay lists!{{/empty}}\"", "\"\""),
            SpecCase(
                "Doubled", "{{#yes}}\n* first\n{{/yes}}\n* {{text}}\n{{#yes}}\n* third\n{{/yes}}\n", "* first\n* world\n* third\n"
            ),
            SpecCase("Nested (Truthy)", "| A {{#yes}}B {{#yes}}C{{/yes}} D{{/yes}} E |", "| A B C D E |"),
            SpecCase("Nested (Falsey)", "| A {{#no}}B {{#no}}C{{/no}} D{{/no}} E |", "| A  E |"),
            SpecCase("Nested lists", "{{#list}}{{#list}}{{item}}{{/list}}.{{/list}}", "123.123.123."),
            SpecCase("Surrounding Whitespace", " | {{#yes}}\t|\t{{/yes}} | \n", " | \t|\t | \n"),
            SpecCase("Internal Whitespace", " | {{#yes}} {{! Important Whitespace }}\n {{/yes}} | \n", " |  \n  | \n"),
            SpecCase("Indented Inline Sections", " {{#yes}}YES{{/yes}}\n {{#yes}}GOOD{{/yes}}\n", " YES\n GOOD\n"),
            SpecCase("Standalone Lines", "| This Is\n{{#yes}}\n|\n{{/yes}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
            SpecCase("Indented Standalone Lines", "| This Is\n  {{#yes}}\n|\n  {{/yes}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
            SpecCase("Standalone Line Endings", "|\r\n{{#yes}}\r\n{{/yes}}\r\n|", "|\r\n|"),
            SpecCase("Standalone Without Previous Line", "  {{#yes}}\n#{{/yes}}\n/", "#\n/"),
            SpecCase("Standalone Without Newline", "#{{#yes}}\n/\n  {{/yes}}", "#\n/\n"),
            SpecCase("Two tags on a line are not alone", "{{#yes}}{{#yes}}\nA\n{{/yes}}{{/yes}}\n", "\nA\n\n"),
            SpecCase("Padding", "|{{# yes }}={{/ yes }}|", "|=|"),
            SpecCase(
                "Ends of a list",
                "{{#list}}{{#first()}}<{{/first()}}{{item}}{{^last()}}, {{/last()}}{{#last()}}>{{/last()}}{{/list}}", "<1, 2, 3>"),
            SpecCase(
                "Ends of a list inside a text", "{{#list}}{{#item}}{{item}}{{^last()}}, {{/last()}}{{/item}}{{/list}}", "1, 2, 3"),
        ])
    func sections(example: SpecCase) throws { #expect(try example.rendered() == example.expected) }

    @Test(
        "inverted sections",
        arguments: [
            SpecCase("Falsey", "\"{{^no}}This should be rendered.{{/no}}\"", "\"This should be rendered.\""),
            SpecCase("Truthy", "\"{{^yes}}This should not be rendered.{{/yes}}\"", "\"\""),
            SpecCase("Null is falsey", "\"{{^nothing}}This should be rendered.{{/nothing}}\"", "\"This should be rendered.\""),
            SpecCase("Context", "\"{{^person}}Hi {{text}}.{{/person}}\"", "\"\""),
            SpecCase("Missing object", "\"{{^nobody}}nobody{{/nobody}}\"", "\"nobody\""),
            SpecCase("List", "\"{{^list}}{{text}}{{/list}}\"", "\"\""),
            SpecCase("Empty List", "\"{{^empty}}Yay lists!{{/empty}}\"", "\"Yay lists!\""),
            SpecCase(
                "Doubled", "{{^no}}\n* first\n{{/no}}\n* {{text}}\n{{^no}}\n* third\n{{/no}}\n", "* first\n* world\n* third\n"),
            SpecCase("Nested (Falsey)", "| A {{^no}}B {{^no}}C{{/no}} D{{/no}} E |", "| A B C D E |"),
            SpecCase("Nested (Truthy)", "| A {{^yes}}B {{^yes}}C{{/yes}} D{{/yes}} E |", "| A  E |"),
            SpecCase("Surrounding Whitespace", " | {{^no}}\t|\t{{/no}} | \n", " | \t|\t | \n"),
            SpecCase("Internal Whitespace", " | {{^no}} {{! Important Whitespace }}\n {{/no}} | \n", " |  \n  | \n"),
            SpecCase("Indented Inline Sections", " {{^no}}NO{{/no}}\n {{^no}}WAY{{/no}}\n", " NO\n WAY\n"),
            SpecCase("Standalone Lines", "| This Is\n{{^no}}\n|\n{{/no}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
            SpecCase("Standalone Indented Lines", "| This Is\n  {{^no}}\n|\n  {{/no}}\n| A Line\n", "| This Is\n|\n| A Line\n"),
            SpecCase("Standalone Line Endings", "|\r\n{{^no}}\r\n{{/no}}\r\n|", "|\r\n|"),
            SpecCase("Standalone Without Previous Line", "  {{^no}}\n^{{/no}}\n/", "^\n/"),
            SpecCase("Standalone Without Newline", "^{{^no}}\n/\n  {{/no}}", "^\n/\n"),
            SpecCase("Padding", "|{{^ no }}={{/ no }}|", "|=|"),
            SpecCase("Beside the section", "{{#yes}}A{{/yes}}{{^yes}}B{{/yes}}{{^no}}C{{/no}}{{#no}}D{{/no}}", "AC"),
            SpecCase(
                "Beside itself",
                "{{#yes}}A{{/yes}}{{#yes}}B{{/yes}}{{^list}}-{{/list}}{{#list}}{{item}}{{/list}}{{#list}}.{{/list}}", "AB123..."),
        ])
    func inverted(example: SpecCase) throws { #expect(try example.rendered() == example.expected) }

    @Test(
        "comments",
        arguments: [
            SpecCase("Inline", "12345{{! Comment Block! }}67890", "1234567890"),
            SpecCase("Multiline", "12345{{!\n  This is a\n  multi-line comment...\n}}67890\n", "1234567890\n"),
            SpecCase("Standalone", "Begin.\n{{! Comment Block! }}\nEnd.\n", "Begin.\nEnd.\n"),
            SpecCase("Indented Standalone", "Begin.\n  {{! Indented Comment Block! }}\nEnd.\n", "Begin.\nEnd.\n"),
            SpecCase("Standalone Line Endings", "|\r\n{{! Standalone Comment }}\r\n|", "|\r\n|"),
            SpecCase("Standalone Without Previous Line", "  {{! I'm Still Standalone }}\n!", "!"),
            SpecCase("Standalone Without Newline", "!\n  {{! I'm Still Standalone }}", "!\n"),
            SpecCase("Multiline Standalone", "Begin.\n{{!\nSomething's going on here...\n}}\nEnd.\n", "Begin.\nEnd.\n"),
            SpecCase(
                "Indented Multiline Standalone", "Begin.\n  {{!\n    Something's going on here...\n  }}\nEnd.\n", "Begin.\nEnd.\n"
            ),
            SpecCase("Indented Inline", "  12 {{! 34 }}\n", "  12 \n"),
            SpecCase("Surrounding Whitespace", "12345 {{! Comment Block! }} 67890", "12345  67890"),
            SpecCase("Variable Name Collision", "comments never show: >{{! text }}<", "comments never show: ><"),
        ])
    func comments(example: SpecCase) throws { #expect(try example.rendered() == example.expected) }

    @Test(
        "partials",
        arguments: [
            SpecCase("Basic Behavior", "\"{{>part}}\"", "\"from partial\"", partials: ["part": "from partial"]),
            SpecCase("Empty", "\"{{>part}}\"", "\"\"", partials: ["part": ""]),
            SpecCase("Context", "\"{{>part}}\"", "\"*world*\"", partials: ["part": "*{{text}}*"]),
            SpecCase(
                "Context of a list", "{{#list}}{{>part}}{{/list}}", "1,2,3", partials: ["part": "{{item}}{{^last()}},{{/last()}}"]
            ),
            SpecCase("Nested", "{{>outer}}", "*hello world!*", partials: ["outer": "*hello {{>inner}}*", "inner": "{{text}}!"]),
            SpecCase("Surrounding Whitespace", "| {{>part}} |", "| \t|\t |", partials: ["part": "\t|\t"]),
            SpecCase("Inline Indentation", "  {{text}}  {{> part}}\n", "  world  >\n>\n", partials: ["part": ">\n>"]),
            SpecCase("Standalone Line Endings", "|\r\n{{>part}}\r\n|", "|\r\n>|", partials: ["part": ">"]),
            SpecCase("Standalone Without Previous Line", "  {{>part}}\n>", "  >\n  >>", partials: ["part": ">\n>"]),
            SpecCase("Standalone Without Newline", ">\n  {{>part}}", ">\n  >\n  >", partials: ["part": ">\n>"]),
            SpecCase(
                "Standalone Indentation", "\\\n {{>part}}\n/\n", "\\\n |\n <\n->\n |\n/\n",
                partials: ["part": "|\n{{{lines}}}\n|\n"]),
            SpecCase("Padding Whitespace", "|{{> part }}|", "|[]|", partials: ["part": "[]"]),
            SpecCase(
                "Indentation adds up", " {{>outer}}\n", " a\n   b\n   c\n d\n",
                partials: ["outer": "a\n  {{>inner}}\nd\n", "inner": "b\nc\n"]),
            SpecCase(
                "Indentation of lines with tags", "  {{>part}}\n", "  - 1\n  - 2\n  - 3\n\n  world\n",
                partials: ["part": "{{#list}}\n- {{item}}\n{{/list}}\n\n{{text}}\n"]),
        ])
    func partials(example: SpecCase) throws { #expect(try example.rendered() == example.expected) }

    @Test("delimiters stay as they are", arguments: ["{{=<% %>=}}(<%text%>)", "|{{= @ @ =}}|"])
    func delimiters(template: String) {
        let error = #expect(throws: TemplateError.self) { try SpecCase("", template, "").rendered() }
        #expect(error?.description.hasSuffix(": {{= … is not part of Foyer's templates.") == true)
    }
}

struct SpecCase: Sendable, CustomTestStringConvertible {
    let name: String
    let template: String
    let expected: String
    let partials: [String: String]

    init(_ name: String, _ template: String, _ expected: String, partials: [String: String] = [:]) {
        self.name = name
        self.template = template
        self.expected = expected
        self.partials = partials
    }

    var testDescription: String { name }

    func rendered() throws -> String {
        var parts: [String: Template] = [:]
        for (name, text) in partials { parts[name] = try Template(file: name, text: text) }
        let compiler = TemplateCompiler(partials: parts, words: .english)
        let template = try compiler.compiled(try Template(file: "page", text: template), context: SpecContext.self)
        return String(decoding: template.rendered(with: [SpecContext().row]).markdown, as: UTF8.self)
    }
}

/// Of HTML, as the specification's own data.
private struct SpecContext: TemplateContext {
    static let place = Place.html
    static let summary = "What the specification's cases show."
    static let fields = Fields<Self>(
        .text("text", "Text.") { _ in "world" },
        .text("nothing", "No text.") { _ in nil },
        .text("forbidden", "Characters of HTML.") { _ in "& \" < >" },
        .slot("html", "The same as HTML.") { _ in Array("& \" < >".utf8) },
        .slot("lines", "HTML on two lines.") { _ in Array("<\n->".utf8) },
        .count("number", "A number.") { _ in 85 },
        .flag("yes", "Always.") { _ in true },
        .flag("no", "Never.") { _ in false },
        .object("person", "Somebody.") { _ in SpecPerson() },
        .object("nobody", "Nobody.") { _ in SpecPerson?.none },
        .list("list", "Three items.") { _ in (1...3).map { SpecItem(number: $0) } },
        .list("empty", "No items.") { _ in [SpecItem]() })
}

private struct SpecPerson: TemplateContext {
    static let place = Place.html
    static let summary = "Somebody."
    static let fields = Fields<Self>(.text("name", "A name.") { _ in "Joe" })
}

private struct SpecItem: TemplateContext {
    let number: Int

    static let place = Place.html
    static let summary = "An item."
    static let fields = Fields<Self>(.count("item", "Its number.") { $0.number })
}
