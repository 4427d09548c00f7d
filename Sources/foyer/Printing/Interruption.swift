import Dispatch
import Foundation

/// Work that leaves something behind unless it clears up after itself, even when somebody ends the program in the middle of it.
enum Interruption {
    private static let numbers = [SIGINT, SIGTERM, SIGHUP]

    private enum Event<Value: Sendable>: Sendable {
        case done(Value)
        case signal(Int32)
    }

    /// Runs some work. When a signal asks the program to end, the work is cancelled, clears up, and the program ends by that signal.
    static func guarding<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let (signals, inbox) = AsyncStream<Int32>.makeStream()
        let (heard, hearing) = AsyncStream<Int32>.makeStream()
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { inbox.yield(number) }
            source.setRegistrationHandler { hearing.yield(number) }
            source.resume()
            return source
        }
        // A source hears signals only some time after it was resumed; those that come before are lost.
        var deaf = Set(numbers)
        for await number in heard {
            deaf.remove(number)
            if deaf.isEmpty { break }
        }
        defer { for source in sources { source.cancel() } }
        return try await withThrowingTaskGroup(of: Event<Value>.self) { group in
            group.addTask { .done(try await work()) }
            group.addTask {
                for await number in signals { return .signal(number) }
                throw CancellationError()
            }
            defer { group.cancelAll() }
            switch try await group.next() {
            case .done(let value): return value
            case .signal(let number):
                group.cancelAll()
                while let _ = await group.nextResult() {}
                signal(number, SIG_DFL)
                kill(getpid(), number)
                throw CancellationError()
            case nil: throw CancellationError()
            }
        }
    }
}
