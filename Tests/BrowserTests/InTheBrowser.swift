import Testing

/// All that is tried in a browser: one thing after the other, since a page that shares two cores with many others is slow.
@Suite(.serialized)
struct InTheBrowser {}

extension InTheBrowser {
    /// Runs a body for each element, a few at a time, in a tab of its own.
    static func inTabs<Element: Sendable>(
        _ elements: [Element], _ body: @escaping @Sendable (Tab, Element) async throws -> Void
    ) async throws {
        let lanes = 3
        try await withThrowingTaskGroup(of: Void.self) { group in
            for lane in 0..<lanes {
                group.addTask {
                    try await Browser.tab { tab in
                        for index in stride(from: lane, to: elements.count, by: lanes) { try await body(tab, elements[index]) }
                    }
                }
            }
            try await group.waitForAll()
        }
    }
}
