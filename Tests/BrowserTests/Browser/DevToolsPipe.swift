import Foundation
import Synchronization
import TestSupport

/// A Chromium without a window, and its DevTools over two pipes: JSON messages, each ended by a zero byte.
///
/// Why not chromedriver: it cannot answer a page's requests in the network's place, which stand-in posters need, and it would be one
/// package more. The browser ends with this process, when its pipe closes.
///
/// Source: https://chromedevtools.github.io/devtools-protocol/
final class DevToolsPipe: Sendable {
    typealias Listener = @Sendable (_ method: String, _ parameters: JSON) -> Void

    private let writing: Mutex<FileHandle>
    private let state = Mutex(State())

    private struct State {
        var lastCall = 0
        var calls: [Int: CheckedContinuation<JSON, any Error>] = [:]
        /// By session.
        var listeners: [String: Listener] = [:]
        var isClosed = false

        mutating func register(_ continuation: CheckedContinuation<JSON, any Error>) -> Int? {
            guard !isClosed else { return nil }
            lastCall += 1
            calls[lastCall] = continuation
            return lastCall
        }
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    init(profile: String) throws {
        // Writing to a browser that has died is an error, not the end of all tests.
        signal(SIGPIPE, SIG_IGN)
        let (input, output) = (Pipe(), Pipe())
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        // The pipes are the descriptors 3 and 4, which a child process does not get otherwise.
        process.arguments =
            ["-c", #"exec "$0" "$@" 3<&0 4>&1 </dev/null >/dev/null 2>&1"#, "chromium-headless-shell"] + Self.options(profile)
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        writing = Mutex(input.fileHandleForWriting)
        let reader = output.fileHandleForReading
        Thread { [weak self] in self?.read(from: reader) }.start()
    }

    private static func options(_ profile: String) -> [String] {
        [
            "--headless", "--remote-debugging-pipe", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--no-first-run",
            "--disable-extensions", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--disable-background-timer-throttling", "--disable-renderer-backgrounding", "--disable-dev-shm-usage",
            "--disable-backgrounding-occluded-windows", "--force-color-profile=srgb", "--lang=en", "--user-data-dir=\(profile)",
        ]
    }

    /// What a session's events go to.
    func listen(to session: String, _ listener: @escaping Listener) {
        state.withLock { $0.listeners[session] = listener }
    }

    /// Calls a method and waits for its result.
    func call(_ method: String, _ parameters: JSON = [:], session: String? = nil) async throws -> JSON {
        try await call(method, encoded: parameters.data, session: session)
    }

    /// The same with parameters that are JSON already: a large script is encoded once for all pages.
    func call(
        _ method: String, encoded parameters: Data, session: String?, patience: Duration = Patience.step
    ) async throws -> JSON {
        try await withCheckedThrowingContinuation { continuation in
            guard let id = state.withLock({ $0.register(continuation) }) else {
                return continuation.resume(throwing: Failure(description: "Chromium is not running: make test-deps installs it"))
            }
            send(id, method, parameters, session)
            DispatchQueue.global().asyncAfter(deadline: .now() + patience.seconds) { [weak self] in
                self?.finish(id, .failure(Failure(description: "\(method) had no answer")))
            }
        }
    }

    /// Calls a method whose result nobody needs, from inside a listener.
    func post(_ method: String, _ parameters: JSON, session: String) {
        let id = state.withLock { state in
            state.lastCall += 1
            return state.lastCall
        }
        send(id, method, parameters.data, session)
    }

    private func send(_ id: Int, _ method: String, _ parameters: Data, _ session: String?) {
        var message = Data(#"{"id":\#(id),"method":"\#(method)","#.utf8)
        if let session { message += Data(#""sessionId":"\#(session)","#.utf8) }
        message += Data(#""params":"#.utf8) + parameters + Data("}\0".utf8)
        let isSent = writing.withLock { (try? $0.write(contentsOf: message)) != nil }
        if !isSent { finish(id, .failure(Failure(description: "Chromium is gone"))) }
    }

    private func finish(_ id: Int, _ result: Result<JSON, any Error>) {
        state.withLock { $0.calls.removeValue(forKey: id) }?.resume(with: result)
    }

    private func read(from handle: FileHandle) {
        let end = Data([0])
        // Of a message that comes in pieces, those that have come.
        var message = Data()
        while true {
            // What is there already: reading a given count would wait for all of it.
            var data = handle.availableData
            if data.isEmpty { break }
            while let zero = data.range(of: end) {
                take(message + data[..<zero.lowerBound])
                message = Data()
                data = data[zero.upperBound...]
            }
            message += data
        }
        let open = state.withLock { state in
            state.isClosed = true
            defer { state.calls = [:] }
            return state.calls
        }
        for call in open.values { call.resume(throwing: Failure(description: "Chromium has ended: make test-deps installs it")) }
    }

    private func take(_ data: Data) {
        guard let message = try? JSON(data) else { return }
        if let id = message["id"]?.int {
            if let error = message["error"] {
                finish(id, .failure(Failure(description: error["message"]?.string ?? "refused")))
            } else {
                finish(id, .success(message["result"] ?? [:]))
            }
        } else if let method = message["method"]?.string, let session = message["sessionId"]?.string {
            state.withLock { $0.listeners[session] }?(method, message["params"] ?? [:])
        }
    }
}
