import TestSupport
import Testing

/// All that is tried in a browser, as much at a time as it has tabs.
struct InTheBrowser {}

extension InTheBrowser {
    /// Runs a body for each element, each time in whichever tab is done with the one before.
    static func inTabs<Element: Sendable>(
        _ elements: [Element], _ body: @escaping @Sendable (Tab, Element) async throws -> Void
    ) async throws {
        let counter = Counter()
        let next: @Sendable () -> Element? = {
            let index = counter.next() - 1
            return index < elements.count ? elements[index] : nil
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<Browser.tabs {
                group.addTask { try await Browser.tab { tab in while let element = next() { try await body(tab, element) } } }
            }
            try await group.waitForAll()
        }
    }
}
