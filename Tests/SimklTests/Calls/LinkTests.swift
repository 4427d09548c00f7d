import Foundation
import Testing

@testable import Simkl

@Suite("Links")
struct LinkTests {
    private let identity: AppIdentity
    private let hosts: SimklHosts

    init() throws {
        identity = AppIdentity(clientID: try #require(Secret("id+1")), version: "1")
        hosts = try SimklHosts()
    }

    @Test("a redirect link names the title, what is wanted of it, and who asks")
    func redirects() throws {
        let link = RedirectLink(hosts: hosts, identity: identity)
        let client = "client_id=id%2B1&app-name=foyer&app-version=1"
        #expect(
            link.to(.simkl, TitleReference(simkl: 5))?.absoluteString
                == "https://api.simkl.com/redirect?to=simkl&simkl=5&\(client)")
        #expect(
            link.to(.trailer, TitleReference(title: "A+B & C=D", year: 2003, ids: ["tmdb": "1", "imdb": "tt1"]))?.absoluteString
                == "https://api.simkl.com/redirect?to=trailer&imdb=tt1&tmdb=1&title=A%2BB%20%26%20C%3DD&year=2003&\(client)")
        #expect(
            link.to(.watched, TitleReference(simkl: 5), season: 2, episode: 3)?.absoluteString
                == "https://api.simkl.com/redirect?to=watched&simkl=5&season=2&episode=3&\(client)")
    }

    @Test("pages of titles and episodes stay on Simkl, whatever the slug")
    func pages() throws {
        let link = SimklLink(hosts: hosts)
        #expect(link.title(5, in: .shows).absoluteString == "https://simkl.com/tv/5")
        #expect(link.title(5, in: .movies, slug: "the-x").absoluteString == "https://simkl.com/movies/5/the-x")
        #expect(
            link.episode(3, season: 2, of: 5, in: .shows, slug: "x").absoluteString
                == "https://simkl.com/tv/5/x/season-2/episode-3/")
        #expect(link.episode(3, season: 1, of: 5, in: .anime, slug: "x").absoluteString == "https://simkl.com/anime/5/x")
        for slug in ["../../evil", "//evil.example", "a?b#c", "\"><script>", " ", "銀魂", "%2e%2e"] {
            let page = link.title(5, in: .shows, slug: slug)
            #expect(page.host() == "simkl.com" && page.scheme == "https", "\(page)")
            #expect(page.query() == nil && page.fragment() == nil && !page.absoluteString.contains("\""), "\(page)")
        }
    }

    @Test("only Simkl by TLS, or this machine, may be asked")
    func allowedHosts() throws {
        for address in [
            "http://api.simkl.com", "ftp://127.0.0.1", "https://", "x", "", "https://a/?b", "http://127.0.0.1.evil.example",
        ] {
            #expect(throws: SimklError.wrongAddress(name: "FOYER_API_URL"), "\(address)") { () throws in
                try SimklHosts(environment: ["FOYER_API_URL": address])
            }
        }
        #expect(
            try SimklHosts(environment: ["FOYER_CDN_URL": "https://x.example/y//"]).files.absoluteString == "https://x.example/y")
    }
}
