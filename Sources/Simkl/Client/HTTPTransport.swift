import Foundation
import Synchronization

#if canImport(FoundationNetworking)
    import FoundationNetworking
#endif

/// One URLSession for the whole run, with deadlines and limits of our own: on Linux its time-outs do not hold a slow body.
///
/// Redirects are handed back, not followed: whoever follows them decides what may go along. Proxies come from the environment
/// and certificates are checked, both by libcurl.
final class HTTPTransport: Sendable {
    struct Limits: Sendable {
        /// Until a host that has not answered before begins to: it holds the time to connect, which URLSession does not tell.
        var firstAnswer = Duration.seconds(10)
        /// Between two signs of life.
        var idle = Duration.seconds(30)
        /// For a whole answer.
        var total = Duration.seconds(300)
        /// Bytes of a body, after decompression.
        var bodyBytes = 256 << 20
    }

    private let limits: Limits
    private let exchanges: Exchanges
    private let session: URLSession

    init(limits: Limits = Limits()) {
        self.limits = limits
        exchanges = Exchanges(bodyLimit: limits.bodyBytes)
        let configuration = URLSessionConfiguration.ephemeral
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.timeoutIntervalForRequest = 3600
        configuration.httpMaximumConnectionsPerHost = 4
        session = URLSession(configuration: configuration, delegate: exchanges, delegateQueue: nil)
    }

    deinit { session.invalidateAndCancel() }

    func answer(to request: URLRequest) async throws(TransportFailure) -> HTTPAnswer {
        let task = session.dataTask(with: request)
        let host = request.url?.host() ?? ""
        let (exchanges, limits) = (exchanges, limits)
        return try await withTaskGroup(of: Void.self) { watch in
            watch.addTask { await Self.watch(task.taskIdentifier, to: host, in: exchanges, limits: limits) }
            let result = await withTaskCancellationHandler {
                await exchanges.run(task, host: host)
            } onCancel: {
                exchanges.end(task.taskIdentifier, with: .failure(.interrupted(reason: "the run was cancelled")))
            }
            watch.cancelAll()
            return result
        }.get()
    }

    /// Ends an exchange that has gone silent, or on for too long.
    private static func watch(_ task: Int, to host: String, in exchanges: Exchanges, limits: Limits) async {
        let start = ContinuousClock.now
        while !Task.isCancelled {
            let now = ContinuousClock.now
            let (last, isFirst) = exchanges.lastSign(of: task, from: host)
            let silence = isFirst ? min(limits.firstAnswer, limits.idle) : limits.idle
            let quiet = now - max(last ?? start, start)
            if now - start >= limits.total {
                return exchanges.end(task, with: .failure(.interrupted(reason: "not done after \(seconds(limits.total))")))
            }
            if quiet >= silence {
                return exchanges.end(task, with: .failure(.interrupted(reason: "nothing came for \(seconds(silence))")))
            }
            try? await Task.sleep(for: min(silence - quiet, limits.total - (now - start)))
        }
    }

    private static func seconds(_ duration: Duration) -> String { "\(duration.components.seconds) s" }
}

/// The exchanges that are under way, as URLSession tells of them.
private final class Exchanges: NSObject, URLSessionDataDelegate {
    private struct Exchange {
        let task: URLSessionTask
        let host: String
        let waiting: CheckedContinuation<Result<HTTPAnswer, TransportFailure>, Never>
        var response: HTTPURLResponse?
        /// The answer is a redirect, whose body is not waited for.
        var isRedirect = false
        var body = Data()
        var lastSign = ContinuousClock.now
    }

    private struct State {
        var open: [Int: Exchange] = [:]
        var hostsHeard: Set<String> = []
    }

    private let state = Mutex(State())
    private let bodyLimit: Int

    init(bodyLimit: Int) { self.bodyLimit = bodyLimit }

    func run(_ task: URLSessionDataTask, host: String) async -> Result<HTTPAnswer, TransportFailure> {
        await withCheckedContinuation { waiting in
            state.withLock { $0.open[task.taskIdentifier] = Exchange(task: task, host: host, waiting: waiting) }
            // Whoever was cancelled before this found nothing to end.
            guard !Task.isCancelled else {
                return end(task.taskIdentifier, with: .failure(.interrupted(reason: "the run was cancelled")))
            }
            task.resume()
        }
    }

    /// When something last came, and whether the host has never been heard.
    func lastSign(of task: Int, from host: String) -> (ContinuousClock.Instant?, isFirst: Bool) {
        state.withLock { ($0.open[task]?.lastSign, !$0.hostsHeard.contains(host)) }
    }

    /// Ends an exchange before URLSession does, unless that was first.
    ///
    /// Why under the lock: URLSession traps when a task is cancelled while it is told to be over. As long as its exchange is open, it
    /// has not been told to us.
    func end(_ task: Int, with result: Result<HTTPAnswer, TransportFailure>) {
        let exchange = state.withLock { state in
            let exchange = state.open.removeValue(forKey: task)
            exchange?.task.cancel()
            return exchange
        }
        exchange?.waiting.resume(returning: result)
    }

    func urlSession(
        _ session: URLSession, dataTask: URLSessionDataTask, didReceive response: URLResponse,
        completionHandler: @escaping @Sendable (URLSession.ResponseDisposition) -> Void
    ) {
        state.withLock { state in
            guard var exchange = state.open[dataTask.taskIdentifier] else { return }
            exchange.response = response as? HTTPURLResponse
            exchange.lastSign = .now
            state.hostsHeard.insert(exchange.host)
            state.open[dataTask.taskIdentifier] = exchange
        }
        completionHandler(.allow)
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        let isTooLarge = state.withLock { state in
            state.open[dataTask.taskIdentifier]?.body.append(data)
            state.open[dataTask.taskIdentifier]?.lastSign = .now
            return (state.open[dataTask.taskIdentifier]?.body.count ?? 0) > bodyLimit
        }
        if isTooLarge { end(dataTask.taskIdentifier, with: .failure(.tooLarge)) }
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
    ) {
        // URLSession traps when it is told what to do about a redirect of a task that has been cancelled, or is before it has
        // done it. Whoever cancels ends the exchange before: as long as it is open, the task is alive. It ends when URLSession
        // says so.
        state.withLock { state in
            guard var exchange = state.open[task.taskIdentifier] else { return }
            exchange.response = response
            exchange.isRedirect = true
            state.open[task.taskIdentifier] = exchange
            state.hostsHeard.insert(exchange.host)
            completionHandler(nil)
        }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        guard let exchange = state.withLock({ $0.open.removeValue(forKey: task.taskIdentifier) }) else { return }
        exchange.waiting.resume(returning: Self.result(exchange, error))
    }

    private static func result(_ exchange: Exchange, _ error: (any Error)?) -> Result<HTTPAnswer, TransportFailure> {
        if let error { return .failure(TransportFailure(error, hasBegun: exchange.response != nil)) }
        guard let response = exchange.response else { return .failure(.interrupted(reason: "no answer")) }
        if exchange.isRedirect { return .success(HTTPAnswer(response, body: Data())) }
        let answer = HTTPAnswer(response, body: exchange.body)
        let isCoded = answer.headers["content-encoding"].map { $0 != "identity" } ?? false
        if !isCoded, let length = answer.headers["content-length"].flatMap(Int.init), length > answer.body.count {
            return .failure(.interrupted(reason: "\(answer.body.count) of \(length) bytes came"))
        }
        return .success(answer)
    }
}

extension HTTPAnswer {
    fileprivate init(_ response: HTTPURLResponse, body: Data) {
        var headers: [String: String] = [:]
        for case (let name as String, let value as String) in response.allHeaderFields { headers[name.lowercased()] = value }
        self.init(status: response.statusCode, headers: headers, body: body)
    }
}

extension TransportFailure {
    /// - Parameter hasBegun: whether the answer's headers had come.
    fileprivate init(_ error: any Error, hasBegun: Bool) {
        // Only the code is told: the error itself holds the address, and with it the client id.
        switch (error as? URLError)?.code {
        case .cannotFindHost, .dnsLookupFailed: self = .unreachable(reason: "there is no such host")
        case .cannotConnectToHost: self = .unreachable(reason: "nobody answers there")
        case .notConnectedToInternet: self = .unreachable(reason: "this machine is offline")
        case .secureConnectionFailed, .serverCertificateHasBadDate, .serverCertificateUntrusted,
            .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid, .clientCertificateRejected:
            self = .untrusted
        // libcurl's refusals have no code of their own here. Its words are looked at, and not told.
        case .unknown where error.localizedDescription.lowercased().contains("certificate"): self = .untrusted
        case .timedOut: self = .interrupted(reason: "it took too long")
        case let code?: self = .interrupted(reason: hasBegun ? "the connection was lost" : "URL error \(code.rawValue)")
        case nil: self = .interrupted(reason: "the connection was lost")
        }
    }
}
