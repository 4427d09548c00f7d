public import Foundation

/// A file of the CDN.
public enum CDNFile: Hashable, Sendable {
    /// Yesterday and the next 33 days.
    ///
    /// Source: `https://data.simkl.in/calendar/v2/{tv|anime|movie_release}.json`
    case calendar(Wire.Bucket)
    /// A whole month: from a year back to three months ahead. Months have no zero before them.
    ///
    /// Source: `https://data.simkl.in/calendar/v2/{YYYY}/{M}/{file}.json`
    case month(Wire.Bucket, year: Int, month: Int)
    /// The hundred titles that most watched lately.
    ///
    /// Source: `https://data.simkl.in/discover/trending/{tv|anime|movies}/{today|week|month}_100.json`
    case trending(Wire.Bucket, CatalogueList.TrendingTime)

    /// Its path below the CDN's address.
    public var path: String {
        switch self {
        case .calendar(let bucket): "/calendar/v2/\(Self.name(bucket)).json"
        case .month(let bucket, let year, let month): "/calendar/v2/\(year)/\(month)/\(Self.name(bucket)).json"
        case .trending(let bucket, let time): "/discover/trending/\(bucket.catalogName)/\(time.rawValue)_100.json"
        }
    }

    fileprivate func isWhat(_ root: JSONValue) -> Bool {
        switch self {
        case .calendar, .month: root["calendar"]?.kind == .array
        case .trending: root.kind == .array
        }
    }

    /// The word of a calendar file.
    static func name(_ bucket: Wire.Bucket) -> String { bucket == .movies ? "movie_release" : bucket.catalogName }
}

/// What came of asking for a file that may be known already.
public enum FileAnswer: Hashable, Sendable {
    case unchanged
    case missing
    case new(Data, FileValidators)
}

extension SimklClient {
    /// Asks for a file unless it is still what the validators say.
    ///
    /// What is no such file is never taken for one, so that a page of somebody between cannot replace a good one.
    public func file(_ file: CDNFile, unless validators: FileValidators = FileValidators()) async throws(SimklError) -> FileAnswer
    {
        var request = SimklRequest.get(file.path, from: .files)
        request.validators = validators
        do {
            return try await ask(request) { answer throws(BadAnswer) in
                if answer.status == 304 { return .unchanged }
                let isRight = try answer.read(file: file.path) { root, _ in file.isWhat(root) }.value
                guard isRight else { throw .notJSON("not what the file's name says") }
                return .new(answer.body, answer.validators)
            }
        } catch .notFound {
            return .missing
        }
    }
}
