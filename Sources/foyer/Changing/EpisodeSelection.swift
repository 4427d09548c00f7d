import Simkl

/// Which episodes of a title are meant, as somebody writes it: `S02E03`, `2x03`, `S02E03-E05`, `E14`, `E14-20`, `S02`.
enum EpisodeSelection: Hashable {
    /// Without a season for an anime, which counts its episodes through.
    case episodes(season: Int?, ClosedRange<Int>)
    case season(Int)
    /// What comes next.
    case next
    /// What was watched last.
    case last
    /// All that has aired.
    case all

    init?(_ text: String) {
        if let match = text.wholeMatch(of: /[Ss](\d{1,4})[Ee](\d{1,5})(?:-[Ee]?(\d{1,5}))?/) {
            self.init(season: Int(match.1), Int(match.2), match.3.flatMap { Int($0) })
        } else if let match = text.wholeMatch(of: /(\d{1,3})[xX](\d{1,4})/) {
            self.init(season: Int(match.1), Int(match.2), nil)
        } else if let match = text.wholeMatch(of: /[Ee](\d{1,5})(?:-[Ee]?(\d{1,5}))?/) {
            self.init(season: nil, Int(match.1), match.2.flatMap { Int($0) })
        } else if let match = text.wholeMatch(of: /[Ss](\d{1,4})/), let season = Int(match.1) {
            self = .season(season)
        } else {
            return nil
        }
    }

    /// Whether a word that is none was to be one: `S01E0`, `S01E03-E02`, `S-1E02`, `S1E5-S1E7`.
    static func isMeant(by word: String) -> Bool { word.wholeMatch(of: /[Ss]-?\d+[Ee]-?\d+(?:-\S*)?/) != nil }

    private init?(season: Int?, _ first: Int?, _ last: Int?) {
        guard let first, first > 0, last ?? first >= first else { return nil }
        self = .episodes(season: season, first...(last ?? first))
    }
}

/// Titles on a command line, each with the episodes that are named behind it.
struct EpisodeArguments {
    private(set) var titles: [(title: String, episodes: [EpisodeSelection])] = []

    /// - Throws: an error of usage where episodes come before any title.
    init(_ words: [String]) throws(Failure) {
        for word in words {
            guard let selection = EpisodeSelection(word) else {
                if EpisodeSelection.isMeant(by: word) {
                    throw Failure(
                        code: .usage, message: "'\(word)' names no episodes: S02E03, S02E03-E05, S02 or E14 is expected.")
                }
                titles.append((word, []))
                continue
            }
            guard !titles.isEmpty else {
                throw Failure(
                    code: .usage, message: "'\(word)' are episodes; the title comes first: foyer watch \"Severance\" \(word).")
            }
            titles[titles.count - 1].episodes.append(selection)
        }
    }
}

extension EpisodePlace {
    /// `S02E03`, or an anime's `E14`.
    func label(in bucket: Wire.Bucket) -> String {
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return bucket == .anime && season == 1 ? "E\(two(number))" : "S\(two(season))E\(two(number))"
    }

    /// As the library writes what comes next: `S02E03`, `E14`.
    init?(_ text: String?) {
        guard let text, case .episodes(let season, let numbers) = EpisodeSelection(text) else { return nil }
        self.init(season: season ?? 1, number: numbers.lowerBound)
    }
}

extension [EpisodePlace] {
    /// Those that follow each other in one word: `S02E03–E05, S03E01`.
    func label(in bucket: Wire.Bucket) -> String {
        var runs: [(first: EpisodePlace, last: EpisodePlace)] = []
        for place in self {
            if let run = runs.last, run.last.season == place.season, run.last.number + 1 == place.number {
                runs[runs.count - 1].last = place
            } else {
                runs.append((place, place))
            }
        }
        return runs.map { run in
            let first = run.first.label(in: bucket)
            return run.first == run.last
                ? first : "\(first)–\(EpisodePlace(season: 1, number: run.last.number).label(in: .anime))"
        }.joined(separator: ", ")
    }
}
