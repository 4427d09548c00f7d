import Foundation
import TestSupport

/// What answers a page's requests: the site's own files, posters that are drawn here, and nobody else.
struct Network: Sendable {
    enum Posters: String, CaseIterable, Sendable { case drawn, failing }

    let site: BuiltSite
    var posters = Posters.drawn
    /// Whether pages come without what they say of referrers, as if nobody had thought of it.
    var isWithoutReferrerPolicy = false
    /// A server of this machine that the page may ask, where the site is served by the program.
    var server: String?

    enum Answer: Sendable {
        /// The browser may read the file itself.
        case letThrough
        case body(status: Int, type: String, Data)
        case failure
        /// A request that no page may make.
        case forbidden
    }

    /// Whether a request goes to the site itself.
    func isOwn(_ url: String) -> Bool { url.hasPrefix("file://\(site.path)/") || url.hasPrefix(BuiltSite.host) }

    func answer(_ url: String, type: String) -> Answer {
        if url.hasPrefix("https://wsrv.nl/?url=https://simkl.in/"), type == "Image" {
            return posters == .failing ? .failure : .body(status: 200, type: "image/svg+xml", Data(DrawnPoster.svg(url).utf8))
        }
        if url.hasPrefix("file://\(site.path)/") { return .letThrough }
        if let server, url.hasPrefix(server) { return .letThrough }
        if url.hasPrefix(BuiltSite.host) { return file(String(url.dropFirst(BuiltSite.host.count))) }
        return .forbidden
    }

    /// As a host serves a folder: its index, and its own page for what is not there.
    private func file(_ path: String) -> Answer {
        let clean = path.prefix { $0 != "?" && $0 != "#" }
        let name = clean.isEmpty || clean.hasSuffix("/") ? clean + "index.html" : clean
        if let data = try? Data(contentsOf: URL(filePath: "\(site.path)/\(name)")) {
            return .body(status: 200, type: Self.type(of: String(name)), name.hasSuffix(".html") ? served(data) : data)
        }
        let missing = (try? Data(contentsOf: URL(filePath: "\(site.path)/404.html"))) ?? Data()
        return .body(status: 404, type: "text/html; charset=utf-8", missing)
    }

    private func served(_ page: Data) -> Data {
        guard isWithoutReferrerPolicy else { return page }
        return Data(
            String(decoding: page, as: UTF8.self).replacing("<meta name=\"referrer\" content=\"no-referrer\">", with: "").utf8)
    }

    private static func type(of name: String) -> String {
        switch name.split(separator: ".").last {
        case "html": "text/html; charset=utf-8"
        case "css": "text/css; charset=utf-8"
        case "js": "text/javascript; charset=utf-8"
        case "svg": "image/svg+xml"
        case "png": "image/png"
        case "webmanifest": "application/manifest+json"
        case "woff2": "font/woff2"
        default: "text/plain; charset=utf-8"
        }
    }
}

/// Pictures in the posters' place: shapes and colours that follow from the address, nothing of Simkl's.
enum DrawnPoster {
    static func svg(_ address: String) -> String {
        // Without the size in its name, so that each size of a poster shows the same.
        let name = address.replacing(/_[a-z]+\.(webp|jpg)$/, with: "")
        var random = SplitMix(seed: name.utf8.reduce(1_469_598_103_934_665_603) { ($0 ^ UInt64($1)) &* 1_099_511_628_211 })
        func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &random) }
        let palettes = [
            ["#1d2b3a", "#c8553d", "#f2d0a4"], ["#2b1d2e", "#a4508b", "#f5c396"], ["#12343b", "#2d8f85", "#f4d58d"],
            ["#3a2418", "#b5651d", "#f0dfc0"], ["#1b1f3b", "#5a6fd0", "#f7c4a5"], ["#26301d", "#7c9a4d", "#f1e3b0"],
            ["#33131f", "#b03a48", "#e9c9a8"], ["#202226", "#70798c", "#f0e7d8"],
        ]
        let colors = palettes[pick(0...palettes.count - 1)]
        let (x, y, radius) = (pick(60...280), pick(90...300), pick(50...130))
        let horizon = pick(300...400)
        let hills = stride(from: 0, through: 340, by: 68).map { "L\($0) \(horizon + pick(-45...45))" }.joined(separator: " ")
        let towers = (0..<pick(2...5)).map { _ in
            "<rect x='\(pick(0...300))' y='\(horizon - pick(10...120))' width='\(pick(14...46))' height='260' fill='\(colors[0])' opacity='.85'/>"
        }
        return """
            <svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 340 500' width='340' height='500'>\
            <linearGradient id='g' x2='0' y2='1'><stop stop-color='\(colors[0])'/><stop offset='.75' stop-color='\(colors[1])'/></linearGradient>\
            <rect width='340' height='500' fill='url(#g)'/><circle cx='\(x)' cy='\(y)' r='\(radius)' fill='\(colors[2])' opacity='.9'/>\
            \(towers.joined())<path d='M0 500 \(hills) V500z' fill='\(colors[0])'/></svg>
            """
    }
}
