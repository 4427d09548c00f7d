/// A file that is no page, planned.
struct PlannedFile: Sendable {
    /// Below the site's root.
    let path: String
    /// All that it holds, beside what the site's settings say.
    let inputs: [Input]
    let bytes: @Sendable () -> [UInt8]

    init(path: String, inputs: [Input], bytes: @escaping @Sendable () -> [UInt8]) {
        self.path = path
        self.inputs = inputs
        self.bytes = bytes
    }

    init(path: String, inputs: [Input], text: @escaping @Sendable () -> String) {
        self.init(path: path, inputs: inputs, bytes: { Array(text().utf8) })
    }
}
