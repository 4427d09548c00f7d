/// What somebody has to do in a browser so that this program may act for them.
///
/// Source: RFC 8628, 3.2.
public struct DeviceAuthorization: Sendable {
    public let kind: Grant.Kind
    /// For people to compare or to type.
    public let userCode: String
    /// Where the code is asked for.
    public let verificationURI: String
    /// The same with the code in it, to be clicked.
    public let verificationURIComplete: String
    /// How long the code is good for.
    public let lifetime: Duration
    let interval: Duration
    /// What the program asks with; never shown.
    let deviceCode: Secret
}
