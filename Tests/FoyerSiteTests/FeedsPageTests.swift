import GFM
import Testing

@testable import FoyerSite

@Suite("The page of feeds", .inEnglish)
struct FeedsPageTests {
    private func calendar(_ path: String, _ name: String) -> Feed {
        Feed(path: path, format: .calendar, name: name, summary: "What \(name) holds.", inputs: []) { "" }
    }

    private func page(_ feeds: [Feed], base: String? = "https://foyer.example/me/watch/") throws -> String {
        let planned = try Site.planned(AccountFiles(["all-items.json": "{}"]), base: base)
        let site = planned.site
        let templates = try TemplateSet(
            folder: BuiltSite.templates, words: .english, pages: PageKinds.all.map { ($0.template, $0.contextType) })
        let page = try #require(FeedsPage.pages(of: site, feeds: feeds + planned.feeds).first)
        return templates.markdown(of: page, site).replacing(/\n{3,}/, with: "\n\n")
    }

    @Test("a whole page, with calendars of both forms, of one form, and of single titles")
    func whole() throws {
        let feeds = [
            calendar("feeds/all.ics", "Everything"), calendar("feeds/all-days.ics", "Everything, whole days"),
            calendar("feeds/films-days.ics", "Films"), calendar("feeds/shows/2.ics", "Beta & Co"),
            calendar("feeds/shows/2-days.ics", "Beta & Co, whole days"), calendar("feeds/shows/1.ics", "Alpha"),
        ]
        let page = try page(feeds)
        #expect(page == Self.wholePage)
    }

    @Test("the links for calendar programs reach the page, and no name makes one")
    func webcal() throws {
        let name = "[a](webcal://elsewhere.example/) <webcal://elsewhere.example/> webcal://elsewhere.example/"
        let html = GFM.html(try page([calendar("feeds/all.ics", name)]), decoration: .pages(.screen))
        let links = html.matches(of: /href="(webcal:[^"]*)"/).map { String($0.1) }
        #expect(Set(links) == ["webcal://foyer.example/me/watch/feeds/all.ics"])
    }

    @Test("without an address it links to the files, and says what needs one")
    func noAddress() throws {
        let page = try page([calendar("feeds/all.ics", "Everything")], base: nil)
        #expect(page == Self.withoutAddressPage)
    }

    @Test("hundreds of titles' calendars do not bury the page")
    func many() throws {
        let feeds = (1...350).map { calendar("feeds/shows/\($0).ics", "Show \($0)") }
        let page = try page(feeds)
        #expect(page.contains("###### 350 titles") && page.contains("the first hundred"))
        #expect(page.matches(of: /- \*\*Show \d+:\*\*/).count == 100)
    }

    @Test("every page announces the first feeds, a title's page its own calendar, and the front page all, as JSON Feeds too")
    func autodiscovery() throws {
        let account = AccountFiles("shows", #"{"status":"watching","show":{"title":"Alpha","ids":{"simkl":1,"slug":"alpha"}}}"#)
        let planned = try Site.planned(account)
        let site = planned.site
        let feeds = [calendar("feeds/all.ics", "Everything"), calendar("feeds/shows/1.ics", "Alpha")] + planned.feeds
        func announced(_ page: Page) -> [String] {
            let links = Links(from: page.path, baseURL: site.baseURL)
            let layout = LayoutContext(
                page: page, site: site, feeds: AnnouncedFeeds(feeds), links: links, rendered: GFM.Page(content: []))
            return FeedLinkContext.all(layout).map(\.address.text) + [page.head.calendar.map { links.to(file: $0).text } ?? ""]
        }
        let atom = ["new-episodes", "watched", "ratings", "on-this-day", "changes"]
        let others = ["unwatched", "week", "months", "reviews"]
        let title = try #require(TitlePage.pages(of: site, feeds: feeds).first)
        #expect(
            announced(title) == atom.map { "../../feeds/\($0).atom" } + ["../../feeds/all.ics", "../../feeds/shows/1.ics"])
        let home = try #require(HomePage.pages(of: site, feeds: feeds).first)
        #expect(
            announced(home) == (atom + others).map { "feeds/\($0).atom" } + (atom + others).map { "feeds/\($0).json" }
                + ["feeds/all.ics", ""])
    }

    private static let wholePage = #"""
        # Feeds

        Calendars, readers and dashboards can follow this site by themselves: they look here from time to time and show what is new.

        ## Begin with these

        - **Everything:** [Subscribe](webcal://foyer.example/me/watch/feeds/all.ics) [File](https://foyer.example/me/watch/feeds/all.ics) *What Everything holds.*
        - **New episodes:** [File](https://foyer.example/me/watch/feeds/new-episodes.atom) *Episodes and films as they come out, of what is on my lists.*
        - **Recently watched:** [File](https://foyer.example/me/watch/feeds/watched.atom) *What I watched, by title and day.*

        ## Calendars

        | Calendar | With times | Whole days |
        | --- | --- | --- |
        | **Everything** What Everything holds. | [Subscribe](webcal://foyer.example/me/watch/feeds/all.ics) [File](https://foyer.example/me/watch/feeds/all.ics) | [Subscribe](webcal://foyer.example/me/watch/feeds/all-days.ics) [File](https://foyer.example/me/watch/feeds/all-days.ics) |
        | **Films** What Films holds. |  | [Subscribe](webcal://foyer.example/me/watch/feeds/films-days.ics) [File](https://foyer.example/me/watch/feeds/films-days.ics) |

        ### Single titles

        Each title that is running has a calendar of its own, also linked from its page.

        ###### 2 titles

        - **Alpha:** [With times](webcal://foyer.example/me/watch/feeds/shows/1.ics)
        - **Beta & Co:** [With times](webcal://foyer.example/me/watch/feeds/shows/2.ics) · [Whole days](webcal://foyer.example/me/watch/feeds/shows/2-days.ics)

        ## How to add a calendar

        - **Apple Calendar:** Subscribe opens it. Or choose File, New Calendar Subscription (on an iPhone: Calendars, Add Calendar, Add Subscription Calendar) and paste the address.
        - **Google Calendar:** On a computer, choose the plus beside Other calendars, From URL, and paste the address. Google looks for news every 8 to 24 hours, whatever a calendar asks for.
        - **Outlook:** Choose Add calendar, Subscribe from web, and paste the address.
        - **Anything else:** Copy the address that begins with https. Downloading the file instead of subscribing shows what is known today, and never changes.

        ## For readers

        Feed readers find these by the site's address alone.

        | Feed | Atom | JSON Feed |
        | --- | --- | --- |
        | **New episodes** Episodes and films as they come out, of what is on my lists. | [File](https://foyer.example/me/watch/feeds/new-episodes.atom) | [File](https://foyer.example/me/watch/feeds/new-episodes.json) |
        | **Recently watched** What I watched, by title and day. | [File](https://foyer.example/me/watch/feeds/watched.atom) | [File](https://foyer.example/me/watch/feeds/watched.json) |
        | **Ratings** What I rated, with my notes. | [File](https://foyer.example/me/watch/feeds/ratings.atom) | [File](https://foyer.example/me/watch/feeds/ratings.json) |
        | **On this day** What I watched on this day of the calendar in the years before. | [File](https://foyer.example/me/watch/feeds/on-this-day.atom) | [File](https://foyer.example/me/watch/feeds/on-this-day.json) |
        | **What changed** Moved dates, new seasons, finales, and titles that ended or return, of what is on my lists. | [File](https://foyer.example/me/watch/feeds/changes.atom) | [File](https://foyer.example/me/watch/feeds/changes.json) |
        | **Not watched yet** What is out and I have not watched, and what is to come, of what is on my lists. | [File](https://foyer.example/me/watch/feeds/unwatched.atom) | [File](https://foyer.example/me/watch/feeds/unwatched.json) |
        | **The week** What each week has for my lists, told on Monday. | [File](https://foyer.example/me/watch/feeds/week.atom) | [File](https://foyer.example/me/watch/feeds/week.json) |
        | **Months in review** Each month in review, as soon as it is over. | [File](https://foyer.example/me/watch/feeds/months.atom) | [File](https://foyer.example/me/watch/feeds/months.json) |
        | **Reviews** What I wrote of titles, with my ratings. | [File](https://foyer.example/me/watch/feeds/reviews.atom) | [File](https://foyer.example/me/watch/feeds/reviews.json) |

        ## For dashboards and scripts

        Plain JSON, for Home Assistant and what one writes oneself. The schemas say what every name means.

        | Data | File | Schema |
        | --- | --- | --- |
        | **Upcoming** What airs and comes out for my lists from today on, in its order; at most 200. | [File](https://foyer.example/me/watch/feeds/upcoming.json) | [Schema](../feeds/upcoming.schema.json) |
        | **Watching** The shows and anime that I am watching, the last watched first; at most 200. | [File](https://foyer.example/me/watch/feeds/watching.json) | [Schema](../feeds/watching.schema.json) |
        | **Statistics** The numbers of my library: titles, plays, minutes and ratings. | [File](https://foyer.example/me/watch/feeds/stats.json) | [Schema](../feeds/stats.schema.json) |
        | **Next** The next 10 of it, in less than four kilobytes, for small screens and sensors. | [File](https://foyer.example/me/watch/feeds/small.json) | [Schema](../feeds/small.schema.json) |
        | **Screen** The next 5 of it in words, for a screen such as TRMNL. | [File](https://foyer.example/me/watch/feeds/trmnl.json) | [Schema](../feeds/trmnl.schema.json) |
        | **Upcoming Media Card** The next 20 of it, in the form of Home Assistant's Upcoming Media Card. | [File](https://foyer.example/me/watch/feeds/upcoming-media-card.json) |  |

        ## To embed elsewhere

        Small drawings for a profile or a blog, light and dark as their reader's system is. The lines to paste, for HTML and for Markdown:

        ### Watching now

        ```html
        <a href="https://foyer.example/me/watch/"><img src="https://foyer.example/me/watch/embed/now.svg" alt="Watching now" width="480" height="190"></a>
        ```

        ```markdown
        [![Watching now](https://foyer.example/me/watch/embed/now.svg)](https://foyer.example/me/watch/)
        ```

        ### Recently watched

        ```html
        <a href="https://foyer.example/me/watch/"><img src="https://foyer.example/me/watch/embed/last.svg" alt="Recently watched" width="480" height="190"></a>
        ```

        ```markdown
        [![Recently watched](https://foyer.example/me/watch/embed/last.svg)](https://foyer.example/me/watch/)
        ```

        ---

        Powered by [Simkl](https://simkl.com/). Made with Foyer.

        """#

    private static let withoutAddressPage = #"""
        # Feeds

        Calendars, readers and dashboards can follow this site by themselves: they look here from time to time and show what is new.

        This copy of the site does not know its own address, so nobody can subscribe to it, and there are no feeds for readers: they need absolute links. Its owner can name the address as `base_url` in `foyer.yaml`, or with `--base-url`.

        ## Calendars

        | Calendar | With times | Whole days |
        | --- | --- | --- |
        | **Everything** What Everything holds. | [File](../feeds/all.ics) |  |

        ## For dashboards and scripts

        Plain JSON, for Home Assistant and what one writes oneself. The schemas say what every name means.

        | Data | File | Schema |
        | --- | --- | --- |
        | **Upcoming** What airs and comes out for my lists from today on, in its order; at most 200. | [File](../feeds/upcoming.json) | [Schema](../feeds/upcoming.schema.json) |
        | **Watching** The shows and anime that I am watching, the last watched first; at most 200. | [File](../feeds/watching.json) | [Schema](../feeds/watching.schema.json) |
        | **Statistics** The numbers of my library: titles, plays, minutes and ratings. | [File](../feeds/stats.json) | [Schema](../feeds/stats.schema.json) |
        | **Next** The next 10 of it, in less than four kilobytes, for small screens and sensors. | [File](../feeds/small.json) | [Schema](../feeds/small.schema.json) |
        | **Screen** The next 5 of it in words, for a screen such as TRMNL. | [File](../feeds/trmnl.json) | [Schema](../feeds/trmnl.schema.json) |
        | **Upcoming Media Card** The next 20 of it, in the form of Home Assistant's Upcoming Media Card. | [File](../feeds/upcoming-media-card.json) |  |

        ---

        Powered by [Simkl](https://simkl.com/). Made with Foyer.

        """#
}
