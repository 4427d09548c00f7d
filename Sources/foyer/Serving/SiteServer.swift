import FlyingFox
import FlyingSocks
import Foundation
import Synchronization

/// Serves a site's folder over HTTP.
struct SiteServer: Sendable {
    private let live: LiveSite
    private let folder: SiteFiles
    private let host: Host

    /// Where to listen: an address of this machine.
    private enum Host: Sendable {
        case ip4(String)
        case ip6(String)
    }

    init(live: LiveSite, folder: SiteFiles, host: String) throws(Failure) {
        self.live = live
        self.folder = folder
        let host = host == "localhost" ? "127.0.0.1" : host
        if Self.isAddress(try .inet(ip4: host, port: 0)) {
            self.host = .ip4(host)
        } else if Self.isAddress(try .inet6(ip6: host, port: 0)) {
            self.host = .ip6(host)
        } else {
            throw Failure(
                code: .usage,
                message: "--host: '\(host)' is no address of a machine: one such as 127.0.0.1 or 0.0.0.0 is expected.")
        }
    }

    private static func isAddress(_ address: @autoclosure () throws -> some SocketAddress) -> Bool {
        (try? address()) != nil
    }

    /// Serves until it is cancelled, on the first port that is free.
    ///
    /// - Parameter begun: told the address of the server's root, without a slash at its end.
    func run(on ports: [UInt16], begun: @escaping @Sendable (String) async -> Void) async throws {
        for port in ports {
            do {
                return try await run(on: port, begun: begun)
            } catch SocketError.failed(_, let code, let reason) {
                if code == EADDRINUSE, port != ports.last { continue }
                let remedy =
                    code == EADDRINUSE ? "Something else listens there. Name another: --port N, or --port 0 for any." : reason
                throw Failure(code: .unreachable, message: "cannot listen on port \(port). \(remedy)")
            }
        }
    }

    private func run(on port: UInt16, begun: @escaping @Sendable (String) async -> Void) async throws {
        let known = KnownPort()
        while true {
            let server = try server(on: known.port ?? port)
            do {
                return try await withThrowingTaskGroup(of: Void.self) { group in
                    group.addTask { try await server.run() }
                    group.addTask {
                        try await server.waitUntilListening()
                        let address = await server.listeningAddress
                        if known.isFirst(address?.port ?? port) { await begun(self.address(of: address, port: port)) }
                    }
                    for try await _ in group {}
                }
            } catch SocketError.failed(_, let code, _)
                where [EMFILE, ENFILE, ENOMEM, ENOBUFS, ECONNABORTED].contains(code) && known.port != nil
            {
                // All that were open are closed by now.
                Console.note("note: too many connections at once; they were closed.")
                try await Task.sleep(for: .milliseconds(100))
            }
        }
    }

    private func server(on port: UInt16) throws -> HTTPServer {
        let handler = ClosureHTTPHandler { await answer($0) }
        return switch host {
        case .ip4(let host):
            HTTPServer(address: try .inet(ip4: host, port: port), logger: .disabled, handler: handler)
        case .ip6(let host):
            HTTPServer(address: try .inet6(ip6: host, port: port), logger: .disabled, handler: handler)
        }
    }

    private func address(of socket: Socket.Address?, port: UInt16) -> String {
        switch socket {
        case .ip4(let host, let port): "http://\(host == "0.0.0.0" ? "127.0.0.1" : host):\(port)"
        case .ip6(let host, let port): "http://[\(host == "::" ? "::1" : host)]:\(port)"
        default: "http://127.0.0.1:\(port)"
        }
    }

    // MARK: - Answers

    private func answer(_ request: HTTPRequest) async -> HTTPResponse {
        guard mayAsk(request) else { return text(.misdirectedRequest, "This is a site of this machine, by its own name only.\n") }
        guard request.method == .GET || request.method == .HEAD else {
            var response = text(.methodNotAllowed, "A site can only be read.\n")
            response.headers[HTTPHeader("Allow")] = "GET, HEAD"
            return response
        }
        var response = await page(request)
        response.headers[.cacheControl] = "no-cache"
        response.headers[HTTPHeader("X-Content-Type-Options")] = "nosniff"
        guard request.method == .HEAD, case .httpBody(let body) = response.payload else { return response }
        response.headers[.contentLength] = body.count.map(String.init)
        response.payload = .httpBody(HTTPBodySequence(data: Data()))
        return response
    }

    /// Whether the request is of somebody who wants this very machine.
    ///
    /// Why: a page from anywhere can have its name mean 127.0.0.1, and would then read a site that is only for its owner.
    private func mayAsk(_ request: HTTPRequest) -> Bool {
        let isOnlyHere =
            switch host {
            case .ip4(let host): host.hasPrefix("127.")
            case .ip6(let host): host == "::1"
            }
        guard isOnlyHere else { return true }
        let name = (request.headers[.host] ?? "").replacing(/:[0-9]+$/, with: "")
        return name == "localhost" || name == "[::1]" || name.wholeMatch(of: /127\.[0-9]+\.[0-9]+\.[0-9]+/) != nil
    }

    private func page(_ request: HTTPRequest) async -> HTTPResponse {
        let path = request.target.path()
        if path.hasPrefix(PreviewFiles.path) { return await preview(path.dropFirst(PreviewFiles.path.count), request) }
        // Before the file is read: a page that is changed meanwhile is loaded once too often, never once too seldom.
        let state = await live.state
        guard path.hasPrefix(state.base) else {
            return path == "/" || path + "/" == state.base ? redirect(to: state.base) : missing(request, state)
        }
        switch folder.find(path.dropFirst(state.base.count)) {
        case .file(let bytes, let name):
            let type = ContentType.of(name)
            guard type == ContentType.html else { return response(.ok, type, bytes) }
            if let fault = state.fault { return faulty(fault, state) }
            return response(.ok, type, PreviewFiles.watching(bytes, version: state.version))
        case .folder: return redirect(to: path + "/")
        case .nothing: return missing(request, state)
        }
    }

    private func preview(_ name: Substring, _ request: HTTPRequest) async -> HTTPResponse {
        if name == PreviewFiles.version {
            let known = request.target.query()
            // Below the time that the server gives an answer.
            guard let version = try? await live.version(after: known, within: .seconds(10)) else {
                return text(.serviceUnavailable, "The server is ending.\n")
            }
            return text(.ok, version)
        }
        guard let file = PreviewFiles.file(name) else { return text(.notFound, "There is no such file.\n") }
        var response = response(.ok, ContentType.of(String(name)), Array(file.utf8))
        response.headers[HTTPHeader("Content-Security-Policy")] = "default-src 'none'; connect-src 'self'"
        return response
    }

    private func missing(_ request: HTTPRequest, _ state: LiveSite.State) -> HTTPResponse {
        // A page that is open in a browser while the base URL changes.
        if let place = state.place(of: request.target.path()) {
            let query = request.target.query()
            return redirect(to: query.isEmpty ? place : "\(place)?\(query)")
        }
        if let fault = state.fault { return faulty(fault, state) }
        guard let page = folder.missing else { return text(.notFound, "There is no such page.\n") }
        return response(.notFound, ContentType.html, PreviewFiles.watching(page, version: state.version))
    }

    private func faulty(_ fault: BuildFault, _ state: LiveSite.State) -> HTTPResponse {
        let page = PreviewFiles.watching(Array(FaultPage(fault: fault).html.utf8), version: state.version)
        var response = response(.internalServerError, ContentType.html, page)
        response.headers[HTTPHeader("Content-Security-Policy")] = "default-src 'none'; script-src 'self'; style-src 'self'"
        return response
    }

    private func redirect(to path: String) -> HTTPResponse {
        var response = text(.found, "")
        response.headers[.location] = path
        return response
    }

    private func text(_ status: HTTPStatusCode, _ text: String) -> HTTPResponse {
        response(status, "text/plain; charset=utf-8", Array(text.utf8))
    }

    private func response(_ status: HTTPStatusCode, _ type: String, _ bytes: [UInt8]) -> HTTPResponse {
        HTTPResponse(statusCode: status, headers: [.contentType: type], body: Data(bytes))
    }
}

/// The port that is listened at, once it is known.
private final class KnownPort: Sendable {
    private let known = Mutex<UInt16?>(nil)

    var port: UInt16? { known.withLock { $0 } }

    /// Takes note of it; whether it was not known before.
    func isFirst(_ port: UInt16) -> Bool {
        known.withLock { known in
            defer { known = port }
            return known == nil
        }
    }
}

extension Socket.Address {
    fileprivate var port: UInt16? {
        switch self {
        case .ip4(_, let port), .ip6(_, let port): port
        case .unix: nil
        }
    }
}
