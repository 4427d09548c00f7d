/// What is shown in the place of every page while the site cannot be built.
struct FaultPage {
    let fault: BuildFault

    var html: String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>The site could not be built</title>
        <link rel="stylesheet" href="\(PreviewFiles.path)fault.css">
        </head>
        <body>
        <main>
        <h1>The site could not be built</h1>
        <p class="message">\(Self.escaped(fault.message))</p>
        \(fault.place.map(Self.place) ?? "")\(details)<p>The site that was built last is as it was. This page goes away by itself when the fault is mended.</p>
        </main>
        </body>
        </html>

        """
    }

    private var details: String {
        if fault.details.isEmpty { return "" }
        return "<ul>\n" + fault.details.map { "<li>\(Self.escaped($0))</li>\n" }.joined() + "</ul>\n"
    }

    private static func place(_ place: BuildFault.Place) -> String {
        let name = "<p class=\"place\">\(escaped(place.file)), line \(place.line)</p>\n"
        if place.excerpt.isEmpty { return name }
        let width = place.excerpt.map { String($0.number).count }.max() ?? 0
        let lines = place.excerpt.map { line in
            let number = String(repeating: " ", count: width - String(line.number).count) + String(line.number)
            let mark = line.number == place.line ? " class=\"here\"" : ""
            return "<span\(mark)>\(number)  \(escaped(line.text))</span>"
        }
        return name + "<pre tabindex=\"0\">\(lines.joined())</pre>\n"
    }

    private static func escaped(_ text: String) -> String {
        text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing("\"", with: "&quot;")
    }
}
