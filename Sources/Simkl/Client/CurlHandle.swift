import CCurl
import Foundation

/// One of libcurl's handles with the connections that it keeps open, and the only door to it: no C name leaves this file.
///
/// Shape: for one exchange at a time. Whoever else has it may only ``cancel()`` it, which is for good.
@safe final class CurlHandle: Sendable {
    nonisolated(unsafe) private let handle: OpaquePointer

    /// Nil when there is not enough memory.
    init?() {
        guard let handle = unsafe ccurl_open() else { return nil }
        unsafe self.handle = handle
    }

    deinit { unsafe ccurl_close(handle) }

    func cancel() { unsafe ccurl_cancel(handle) }

    /// Asks, and waits as long as the limits allow: for a thread of its own, never for one of Swift's.
    func exchange(_ request: HTTPRequest, limits: HTTPTransport.Limits) -> Result<HTTPAnswer, TransportFailure> {
        unsafe ccurl_begin(handle, request.method.rawValue, request.url.absoluteString)
        for line in request.headerLines { unsafe ccurl_add_header(handle, line) }
        var answer = unsafe ccurl_answer()
        if let body = request.body {
            unsafe body.withUnsafeBytes { bytes in
                unsafe ccurl_exchange(handle, bytes.baseAddress, bytes.count, ccurl_limits(limits), &answer)
            }
        } else {
            unsafe ccurl_exchange(handle, nil, 0, ccurl_limits(limits), &answer)
        }
        if let failure = unsafe TransportFailure(answer, limits) { return .failure(failure) }
        return unsafe .success(HTTPAnswer(answer))
    }
}

extension ccurl_limits {
    fileprivate init(_ limits: HTTPTransport.Limits) {
        self.init(
            connect_ms: limits.connect.milliseconds, idle_ms: limits.idle.milliseconds, total_ms: limits.total.milliseconds,
            head_bytes: limits.headBytes, body_bytes: limits.bodyBytes)
    }
}

extension Duration {
    /// Never less than it is, and at most a year.
    fileprivate var milliseconds: Int64 { Int64(min(max(self, .zero), .seconds(31_536_000)) / .milliseconds(1)) + 1 }
}

extension HTTPAnswer {
    /// Takes over the memory of an answer.
    @unsafe fileprivate init(_ answer: ccurl_answer) {
        let head = unsafe Self.data(answer.head, answer.head_length)
        let body = unsafe Self.data(answer.body, answer.body_length)
        self.init(status: Int(unsafe answer.status), head: String(decoding: head, as: UTF8.self), body: body)
    }

    private static func data(_ bytes: UnsafeMutableRawPointer?, _ length: Int) -> Data {
        guard let bytes = unsafe bytes else { return Data() }
        return unsafe Data(bytesNoCopy: bytes, count: length, deallocator: .free)
    }
}

extension TransportFailure {
    /// Nil where there is an answer.
    @unsafe fileprivate init?(_ answer: ccurl_answer, _ limits: HTTPTransport.Limits) {
        switch unsafe answer.end {
        case CCURL_ANSWERED: return nil
        case CCURL_CANCELLED: self = .interrupted(reason: "the run was cancelled")
        case CCURL_SILENT: self = .interrupted(reason: "nothing came for \(limits.idle.wholeSeconds)")
        case CCURL_TOO_LONG: self = .interrupted(reason: "not done after \(limits.total.wholeSeconds)")
        case CCURL_HEAD_TOO_LARGE: self = .interrupted(reason: "its headers do not end")
        case CCURL_BODY_TOO_LARGE: self = .tooLarge(limit: limits.bodyBytes)
        case CCURL_NO_SUCH_HOST: self = .unreachable(reason: "there is no such host")
        case CCURL_NOBODY_ANSWERS: self = .unreachable(reason: "nobody answers there")
        case CCURL_NO_CONNECTION_IN_TIME: self = .unreachable(reason: "no connection within \(limits.connect.wholeSeconds)")
        case CCURL_UNTRUSTED: self = .untrusted
        case CCURL_UNSAFE: self = .unreachable(reason: "no safe connection could be agreed on")
        case CCURL_NOT_HTTP: self = .interrupted(reason: "it is not HTTP")
        case CCURL_NOT_UNPACKED: self = .interrupted(reason: "it cannot be unpacked")
        case CCURL_BROKEN_OFF: self = .interrupted(reason: "the connection was lost")
        default: self = .interrupted(reason: "libcurl's error \(unsafe answer.code)")
        }
    }
}

extension Duration {
    fileprivate var wholeSeconds: String { "\(components.seconds) s" }
}
