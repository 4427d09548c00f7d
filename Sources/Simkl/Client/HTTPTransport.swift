import Foundation
import Synchronization

/// The way to Simkl's hosts: libcurl, with limits that hold whatever a peer does.
///
/// Redirects are handed back, not followed: whoever follows them decides what may go along. Proxies come from the environment and
/// certificates are checked, both by libcurl.
final class HTTPTransport: Sendable {
    struct Limits: Sendable {
        /// Until there is a connection.
        var connect = Duration.seconds(10)
        /// Between two signs of life.
        var idle = Duration.seconds(30)
        /// For a whole answer.
        var total = Duration.seconds(300)
        /// Bytes of all headers.
        var headBytes = 64 << 10
        /// Bytes of a body, after decompression.
        var bodyBytes = 256 << 20
        /// The same for all that is not the account's own, of which several come at a time.
        var fileBytes = 32 << 20
    }

    /// Those that nobody uses; their connections are kept for the next request.
    private let handles = Mutex<[CurlHandle]>([])

    func answer(to request: HTTPRequest, limits: Limits) async throws(TransportFailure) -> HTTPAnswer {
        guard let handle = handles.withLock({ $0.popLast() }) ?? CurlHandle() else {
            throw .interrupted(reason: "there is not enough memory")
        }
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { waiting in
                // The few threads that Swift runs tasks on are not for waiting.
                Thread.detachNewThread { waiting.resume(returning: handle.exchange(request, limits: limits)) }
            }
        } onCancel: {
            handle.cancel()
        }
        if !Task.isCancelled { handles.withLock { $0.append(handle) } }
        return try result.get()
    }
}
