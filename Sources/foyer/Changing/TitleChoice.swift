import Foundation
import Simkl

/// Which title is meant, where several have a name and somebody can say it.
enum TitleChoice {
    /// - Parameter mayAsk: whether a question is wanted, if there is a terminal.
    /// - Throws: what `find` throws, ``FindError/ambiguous(_:_:)`` too where nobody chooses.
    static func asking(_ mayAsk: Bool = true, _ find: () async throws -> FoundTitle) async throws -> FoundTitle {
        do {
            return try await find()
        } catch let error as FindError {
            guard case .ambiguous(let query, let found) = error, mayAsk, Console.isTerminal else { throw error }
            Console.note("\(query) may be any of these:")
            for (number, choice) in zip(1..., error.choices) { Console.note("  \(number)  \(choice)") }
            Console.ask("Which one? [1–\(found.count)] ")
            let number = readLine().flatMap { Int($0.trimmingCharacters(in: .whitespaces)) }
            guard let number, found.indices.contains(number - 1) else { throw error }
            return found[number - 1]
        }
    }
}
