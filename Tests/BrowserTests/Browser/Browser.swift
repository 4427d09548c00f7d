import Foundation
import TestSupport

/// The one browser of all tests, started when first asked for.
enum Browser {
    /// Tabs at a time: enough to keep every core busy, and no more, since a page that shares a core with many others is slow.
    static let tabs = ProcessInfo.processInfo.activeProcessorCount
    private static let places = Places(tabs)

    private static let pipe = Result {
        let profile = "\(Program.root)/.build/browser-profile"
        try? FileManager.default.removeItem(atPath: profile)
        return try DevToolsPipe(profile: profile)
    }

    /// A tab of its own storage, closed when the body returns.
    static func tab<Value: Sendable>(_ body: (Tab) async throws -> Value) async throws -> Value {
        try await places.within { try await newTab(body) }
    }

    private static func newTab<Value: Sendable>(_ body: (Tab) async throws -> Value) async throws -> Value {
        let pipe = try pipe.get()
        let context = try await pipe.call("Target.createBrowserContext")["browserContextId"] ?? .null
        let target =
            try await pipe.call("Target.createTarget", ["url": "about:blank", "browserContextId": context])["targetId"] ?? .null
        let session =
            try await pipe.call("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"]?.string ?? ""
        let tab = Tab(pipe: pipe, session: session)
        try await tab.prepare()
        let result: Result<Value, any Error>
        do { result = .success(try await body(tab)) } catch { result = .failure(error) }
        _ = try await pipe.call("Target.disposeBrowserContext", ["browserContextId": context])
        return try result.get()
    }
}
