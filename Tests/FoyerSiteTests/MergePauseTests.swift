import Testing

@testable import FoyerSite

@Suite("What is paused")
struct MergePauseTests {
    @Test("what was watched to its end since is paused no more; another episode, or an earlier play, says nothing of it")
    func ended() throws {
        let show = #"""
            {"status":"watching","show":{"title":"S","runtime":40,"ids":{"simkl":1}},"seasons":[{"number":1,"episodes":[
            {"number":1,"watched_at":"2026-03-01T20:00:00Z"},{"number":2,"watched_at":"2026-03-03T20:00:00Z"}]}]}
            """#
        let film =
            #"{"status":"completed","last_watched_at":"2026-03-05T20:00:00Z","movie":{"title":"F","runtime":100,"ids":{"simkl":2}}}"#
        func pause(_ id: Int, _ day: Int, episode: Int? = nil) -> String {
            let place = episode.map { #","episode":{"season":1,"number":\#($0)}"# } ?? ""
            let media = episode == nil ? "movie" : "show"
            return
                #"{"progress":\#(10 + day),"paused_at":"2026-03-0\#(day)T10:00:00Z"\#(place),"\#(media)":{"ids":{"simkl":\#(id)}}}"#
        }
        let rows = [
            pause(1, 2, episode: 1), pause(1, 2, episode: 2), pause(1, 2, episode: 3), pause(1, 4, episode: 2), pause(2, 4),
            pause(2, 6),
        ]
        var files = AccountFiles("shows", show)
        files.files["all-items.json"] = #"{"shows":[\#(show)],"movies":[\#(film)]}"#
        let library = try files.adding("playback.json", "[\(rows.joined(separator: ","))]").merged().library
        let left = library.paused.map { "\($0.title.simkl) \($0.episode?.number ?? 0) \($0.percent)" }.sorted()
        #expect(left == ["1 1 12", "1 2 14", "1 3 12", "2 0 16"])
    }
}
