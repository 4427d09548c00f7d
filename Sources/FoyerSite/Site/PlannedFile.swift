/// A file that is no page, planned.
struct PlannedFile: Sendable {
    /// Below the site's root.
    let path: String
    /// All that it holds, beside what the site's settings say.
    let inputs: [Input]
    let text: @Sendable () -> String
}
