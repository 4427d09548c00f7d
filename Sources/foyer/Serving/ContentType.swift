/// What a file holds, as HTTP says it.
///
/// Source: https://www.iana.org/assignments/media-types/
enum ContentType {
    static let html = "text/html; charset=utf-8"

    static func of(_ name: String) -> String {
        switch name.split(separator: ".").last.map(String.init) {
        case "html": html
        case "md": "text/markdown; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "json": "application/json"
        case "webmanifest": "application/manifest+json"
        case "atom": "application/atom+xml"
        case "xml": "application/xml"
        case "ics": "text/calendar; charset=utf-8"
        case "txt": "text/plain; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "jpg", "jpeg": "image/jpeg"
        case "webp": "image/webp"
        case "avif": "image/avif"
        case "gif": "image/gif"
        case "ico": "image/vnd.microsoft.icon"
        case "woff2": "font/woff2"
        case "pdf": "application/pdf"
        case "webfinger": "application/jrd+json"
        default: "application/octet-stream"
        }
    }
}
