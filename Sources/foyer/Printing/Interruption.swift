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
        switch try await first(of: work, heard: { _ in }) {
        case .done(let value): return value
        case .signal(let number):
            signal(number, SIG_DFL)
            kill(getpid(), number)
            throw CancellationError()
        }
    }

    /// Runs some work that has no end but the signal which asks for it.
    static func awaiting(_ work: @escaping @Sendable () async throws -> Void) async throws {
        // Whoever asks twice does not want to wait for what is still being done.
        _ = try await first(of: work, heard: { signal($0, SIG_DFL) })
    }

    /// Runs some work until it is done or a signal has come, and it has cleared up.
    private static func first<Value: Sendable>(
        of work: @escaping @Sendable () async throws -> Value, heard: (Int32) -> Void
    ) async throws -> Event<Value> {
        let (signals, inbox) = AsyncStream<Int32>.makeStream()
        let (hearing, ready) = AsyncStream<Int32>.makeStream()
        let sources = numbers.map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number)
            source.setEventHandler { inbox.yield(number) }
            source.setRegistrationHandler { ready.yield(number) }
            source.resume()
            return source
        }
        // A source hears signals only some time after it was resumed; those that come before are lost.
        var deaf = Set(numbers)
        for await number in hearing {
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
            guard let event = try await group.next() else { throw CancellationError() }
            if case .signal(let number) = event {
                heard(number)
                group.cancelAll()
                while let _ = await group.nextResult() {}
            }
            return event
        }
    }
}
