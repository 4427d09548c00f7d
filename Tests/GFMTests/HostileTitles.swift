/// Titles that look like markup: real ones, and ones that somebody could send.
enum HostileTitles {
    static let all = [
        "M*A*S*H", "*batteries not included", "**bold**", "_why_", "__init__", "snake_case_title",
        "***", "* star", "- dash", "-", "--", "---", "===", "=", "+", "+1", "+ plus", "1. FC Köln",
        "1)", "2.", "12 ) x", "11.22.63", "1917", "9-1-1", "0123456789. ten", "#Alive", "# One",
        "### ", "C#", "F# ##", "> Greater", ">", "[REC]", "[REC]³: Génesis",
        "[a](javascript:alert(1))", "[x]", "[ ] todo", "[^1]", "[^1]: note", "^1", "^", "^^",
        "[a]: /b", "![i](/j)", "Oh!", "!", "!!", "Love, Death & Robots", "&amp; Already", "&#60;b>",
        "&copy", "AT&T", "R&", "&", "<script>alert(1)</script>", "</title><!--", "<a@b.c>",
        "<https://example.com>", "`code`", "``", "a`", "|", "a | b", "\\|", "|\\", "\\\\|",
        "C:\\Program Files\\", "\\", "\\\\", "\\*", "A~~B~~C", "~a~", "~~~", "~~~ swift",
        "www.example.com", "http://Title", "a@example.com", ":-:", ":-", "-:", ":--|--:", "| - |",
        "Table: x", "-1-", "$#*! My Dad Says", "3% ", "  padded  ", "    four spaces", " ", "      ",
        "\tTab\tTitle\t", "line\nbreak", "line  \nbreak", "\r\n# x\r\n", "a\n\nb", "a\n---", "a\n===",
        "\u{0B}vt\u{0C}ff", "\u{A0}no-break\u{A0}", "\u{3000}全角\u{3000}", "\u{2003}em", "「引用」",
        "(500) Days", "\"Quoted\"", "'til", "…", "WALL·E", "{{ template }}", "{% raw %}",
        "👨‍👩‍👧‍👦 Family", "1️⃣", "e\u{301}", "\u{301}lone", "\u{202E}reversed", "zero\u{200B}width",
        "\u{FEFF}mark", "nul\u{0}nul", "\u{1}\u{7F}", "x\u{2028}y\u{85}z", "進撃の巨人", "العربية", "%00",
        "@", ";", "?", "/", ",", ".", ")", "(", "]", "[", "}", "{", "\"", "'", "<", "~", "`", "_",
        "*", "#",
    ]
}
