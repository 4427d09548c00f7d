import Disk

/// Tells a phone how to keep the site among its applications.
///
/// Source: https://www.w3.org/TR/appmanifest/
enum WebManifest {
    static let file = "site.webmanifest"

    /// Every address in it is relative, so that it holds under any path.
    static func text(_ site: Site) -> String {
        let icons =
            [("icon.svg", "any", "any"), ("icon-192.png", "192x192", "any"), ("icon-512.png", "512x512", "any")]
            + [("icon-maskable.png", "512x512", "maskable")]
        let lines = icons.map { file, sizes, purpose in
            let type = file.hasSuffix(".svg") ? "image/svg+xml" : "image/png"
            return #"    { "src": "assets/\#(file)", "sizes": "\#(sizes)", "type": "\#(type)", "purpose": "\#(purpose)" }"#
        }
        return """
            {
              "name": \(JSONText.quoted(site.name)),
              "description": \(JSONText.quoted(phrase("data.application"))),
              "source": \(JSONText.quoted(Feed.poweredBy)),
              "lang": \(JSONText.quoted(site.language)),
              "start_url": "./",
              "scope": "./",
              "display": "minimal-ui",
              "background_color": "#f7f1e6",
              "theme_color": "#7c2a1e",
              "icons": [
            \(lines.joined(separator: ",\n"))
              ]
            }

            """
    }
}
