import Foundation
import Synchronization
import TestSupport

/// One page in the browser, as a visitor meets it.
final class Tab: Sendable {
    private let pipe: DevToolsPipe
    private let session: String
    private let state = Mutex(State())

    private struct State {
        var network: Network?
        var loads = 0
        var waiting: CheckedContinuation<Void, any Error>?
        /// What the console showed since the page was opened.
        var messages: [String] = []
        /// Requests that no page may make.
        var forbidden: [String] = []
        /// Of requests to other hosts than the site's: the address, and what the headers tell of the page.
        var tales: [String: String] = [:]
    }

    init(pipe: DevToolsPipe, session: String) {
        self.pipe = pipe
        self.session = session
    }

    func prepare() async throws {
        pipe.listen(to: session) { [weak self] in self?.take($0, $1) }
        for domain in ["Page", "Runtime", "Log"] { _ = try await call("\(domain).enable") }
        _ = try await call("Fetch.enable", ["patterns": [["urlPattern": "*"]]])
        _ = try await call("Emulation.setFocusEmulationEnabled", ["enabled": true])
    }

    func call(_ method: String, _ parameters: JSON = [:]) async throws -> JSON {
        try await pipe.call(method, parameters, session: session)
    }

    // MARK: - Going somewhere

    /// Opens an address as one meets it on a device, and waits until it has loaded and stands as it will.
    func open(_ address: String, on device: Device, network: Network) async throws {
        try await widen(to: device.width)
        try await prefer(as: device)
        _ = try await call("Emulation.setScriptExecutionDisabled", ["value": .bool(!device.hasScripts)])
        let before = state.withLock { state in
            state.network = network
            state.messages = []
            state.forbidden = []
            state.tales = [:]
            return state.loads
        }
        _ = try await call("Page.navigate", ["url": .string(address)])
        try await load(after: before)
        // From here on, scripts are the tests' own: those of the page have not run, and will not.
        if !device.hasScripts { _ = try await call("Emulation.setScriptExecutionDisabled", ["value": false]) }
        try await settle(at: device.width)
    }

    /// Prefers what somebody with a device does, light or dark.
    func prefer(as device: Device) async throws {
        _ = try await call(
            "Emulation.setEmulatedMedia",
            [
                "features": [
                    ["name": "prefers-color-scheme", "value": device.isDark ? "dark" : "light"],
                    ["name": "prefers-reduced-motion", "value": device.hasReducedMotion ? "reduce" : "no-preference"],
                ]
            ])
    }

    /// Makes the window so wide, as on a telephone or a desk, and waits until the page is.
    func resize(to width: Int) async throws {
        try await widen(to: width)
        try await settle(at: width)
    }

    /// Waits until the page is so wide and is set in its own faces: loaded is what its text is first shown in others.
    private func settle(at width: Int) async throws {
        _ = try await evaluate(
            """
            (async () => {
              const root = document.documentElement;
              // To ask for a width has the page laid out, which is when it begins to load its faces.
              while (root.clientWidth !== \(width)) await new Promise((done) => setTimeout(done, 5));
              while (document.fonts.status !== "loaded") await document.fonts.ready;
            })()
            """)
    }

    private func widen(to width: Int) async throws {
        let metrics: JSON = [
            "width": .int(width), "height": .int(width < 700 ? 812 : 900), "deviceScaleFactor": 1, "mobile": .bool(width < 700),
        ]
        _ = try await call("Emulation.setDeviceMetricsOverride", metrics)
    }

    private func load(after count: Int) async throws {
        try await withCheckedThrowingContinuation { continuation in
            let isLoaded = state.withLock { state in
                if state.loads > count { return true }
                state.waiting = continuation
                return false
            }
            if isLoaded { return continuation.resume() }
            DispatchQueue.global().asyncAfter(deadline: .now() + Patience.step.seconds) { [weak self] in
                // By then it may be another page that is waited for.
                guard let self, state.withLock({ $0.loads == count }) else { return }
                stopWaiting(.failure(DevToolsPipe.Failure(description: "a page has not loaded within \(Patience.step)")))
            }
        }
    }

    /// Waits until an expression holds, which it may do without a page being loaded.
    func wait(for expression: String) async throws {
        do {
            // Between two pages there is nothing that could be asked, and a page that is left may owe its answer for ever.
            try await until { await (try? evaluate(expression, patience: .seconds(5))) == true }
        } catch {
            throw DevToolsPipe.Failure(description: "never came true: \(expression)")
        }
    }

    private func stopWaiting(_ result: Result<Void, any Error>) {
        let waiting = state.withLock { state in
            defer { state.waiting = nil }
            return state.waiting
        }
        waiting?.resume(with: result)
    }

    // MARK: - Looking and doing

    var messages: [String] { state.withLock { $0.messages } }
    var forbiddenRequests: [String] { state.withLock { $0.forbidden } }
    /// What requests to other hosts told them, by address: empty where they told nothing.
    var tales: [String: String] { state.withLock { $0.tales } }

    /// The value of an expression, or of the promise that it is.
    func evaluate(_ expression: String, patience: Duration = Patience.step) async throws -> JSON {
        let parameters: JSON = [
            "expression": .string(expression), "awaitPromise": true, "returnByValue": true, "userGesture": true,
        ]
        let answer = try await pipe.call("Runtime.evaluate", encoded: parameters.data, session: session, patience: patience)
        if let exception = answer["exceptionDetails"] {
            let text = exception["exception"]?["description"]?.string ?? exception["text"]?.string ?? ""
            throw DevToolsPipe.Failure(description: "\(expression.prefix(80)): \(text)")
        }
        return answer["result"]?["value"] ?? .null
    }

    /// Does what leads to another page: a moment later, since a page that is left answers nobody.
    func leave(by action: String) async throws { _ = try await evaluate("setTimeout(() => { \(action) })") }

    /// Evaluates a script of which only its effect counts.
    func run(encodedScript: Data) async throws {
        _ = try await pipe.call("Runtime.evaluate", encoded: encodedScript, session: session)
    }

    /// Presses a key; one of one character writes it too.
    func press(_ key: String) async throws {
        let codes = ["Tab": 9, "Enter": 13, "Escape": 27, " ": 32, "Home": 36, "ArrowUp": 38, "ArrowDown": 40]
        var parameters: JSON = ["type": "keyDown", "key": .string(key), "windowsVirtualKeyCode": .int(codes[key] ?? 0)]
        if key.count == 1 { parameters["text"] = .string(key) }
        if key == "Enter" { parameters["text"] = "\r" }
        _ = try await call("Input.dispatchKeyEvent", parameters)
        parameters["type"] = "keyUp"
        parameters["text"] = nil
        _ = try await call("Input.dispatchKeyEvent", parameters)
    }

    /// Writes a text as an input method does, at once.
    func type(_ text: String) async throws { _ = try await call("Input.insertText", ["text": .string(text)]) }

    /// The page as a PDF, of the size that its stylesheet asks for.
    func pdf() async throws -> Data {
        let options: JSON = ["preferCSSPageSize": true, "printBackground": true]
        return Data(base64Encoded: try await call("Page.printToPDF", options)["data"]?.string ?? "") ?? Data()
    }

    /// A picture of the page as it stays: with a frame drawn before each, three in a row are the same.
    func stillScreenshot() async throws -> Data {
        var (last, same) = (Data(), 0)
        try await until {
            let frames = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(done, 100))))"
            _ = try await evaluate(frames)
            let next = try await screenshot()
            same = next == last ? same + 1 : 1
            last = next
            return same == 3
        }
        return last
    }

    /// How many pixels of two pictures are not the same.
    func difference(between one: Data, and other: Data) async throws -> Int {
        let count = try await evaluate(
            """
            (async () => {
              const pixels = async (text) => {
                const bitmap = await createImageBitmap(new Blob([Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0))]));
                const pen = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
                pen.drawImage(bitmap, 0, 0);
                return new Uint32Array(pen.getImageData(0, 0, bitmap.width, bitmap.height).data.buffer);
              };
              const other = await pixels('\(other.base64EncodedString())');
              return (await pixels('\(one.base64EncodedString())')).filter((pixel, at) => pixel !== other[at]).length;
            })()
            """)
        return count.int ?? .max
    }

    /// How wide the page is, with what one would have to scroll to sideways.
    var scrollWidth: Int {
        get async throws { try await evaluate("document.scrollingElement.scrollWidth").int ?? .max }
    }

    func screenshot() async throws -> Data {
        let picture = try await call("Page.captureScreenshot")["data"]?.string ?? ""
        return Data(base64Encoded: picture) ?? Data()
    }

    // MARK: - Events

    private func take(_ event: String, _ parameters: JSON) {
        switch event {
        case "Page.loadEventFired":
            state.withLock { $0.loads += 1 }
            stopWaiting(.success(()))
        case "Runtime.consoleAPICalled":
            let values = parameters["args"]?.elements.map { $0["value"]?.string ?? "" } ?? []
            note("console: \(values.joined(separator: " "))")
        case "Runtime.exceptionThrown":
            note("exception: \(parameters["exceptionDetails"]?["exception"]?["description"]?.string ?? "")")
        case "Log.entryAdded":
            // That a poster fails is the test's own doing.
            if parameters["entry"]?["url"]?.string?.hasPrefix("https://wsrv.nl/") == true { return }
            note("log: \(parameters["entry"]?["text"]?.string ?? "") \(parameters["entry"]?["url"]?.string ?? "")")
        case "Fetch.requestPaused":
            answer(parameters)
        default: break
        }
    }

    private func note(_ message: String) { state.withLock { $0.messages.append(message) } }

    private func answer(_ request: JSON) {
        let url = request["request"]?["url"]?.string ?? ""
        let id = request["requestId"] ?? .null
        let headers = request["request"]?["headers"]?.members ?? [:]
        let tale = headers.filter { ["referer", "origin"].contains($0.key.lowercased()) }.compactMap(\.value.string).joined(
            separator: " ")
        let answer = state.withLock { state in
            if let network = state.network, !network.isOwn(url) { state.tales[url] = tale }
            return state.network?.answer(url, type: request["resourceType"]?.string ?? "") ?? .forbidden
        }
        switch answer {
        case .letThrough:
            pipe.post("Fetch.continueRequest", ["requestId": id], session: session)
        case .body(let status, let type, let data):
            pipe.post(
                "Fetch.fulfillRequest",
                [
                    "requestId": id, "responseCode": .int(status), "body": .string(data.base64EncodedString()),
                    "responseHeaders": [["name": "Content-Type", "value": .string(type)]],
                ], session: session)
        case .failure:
            pipe.post("Fetch.failRequest", ["requestId": id, "errorReason": "ConnectionRefused"], session: session)
        case .forbidden:
            state.withLock { $0.forbidden.append(url) }
            pipe.post("Fetch.failRequest", ["requestId": id, "errorReason": "BlockedByClient"], session: session)
        }
    }
}

/// What somebody looks at the site with.
struct Device: Sendable, Hashable {
    var width = 1280
    var isDark = false
    var hasScripts = true
    var hasReducedMotion = false

    var name: String { "\(width)-\(isDark ? "dark" : "light")\(hasScripts ? "" : "-without-scripts")" }
}
