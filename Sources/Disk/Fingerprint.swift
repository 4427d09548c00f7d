import CXXHash

/// A hash over everything that goes into a file, the same on every machine and in every run.
///
/// Source: XXH3, https://github.com/Cyan4973/xxHash. It guards against change, not against forgery.
@safe public struct Fingerprint: ~Copyable {
    private let state: OpaquePointer?

    public init() {
        unsafe state = XXH3_createState()
        _ = unsafe XXH3_64bits_reset(state)
    }

    deinit { _ = unsafe XXH3_freeState(state) }

    /// Adds a text, and its length, so that "ab", "c" differs from "a", "bc".
    public mutating func feed(_ text: String) {
        var text = text
        text.withUTF8 { bytes in unsafe feed(UnsafeRawBufferPointer(bytes)) }
    }

    /// Adds bytes as ``feed(_:)-(String)`` does those of a text.
    public mutating func feed(_ bytes: UnsafeRawBufferPointer) {
        var count = UInt64(bytes.count)
        _ = unsafe XXH3_64bits_update(state, &count, 8)
        _ = unsafe XXH3_64bits_update(state, bytes.baseAddress, bytes.count)
    }

    /// Adds a number; nil differs from every one that occurs.
    public mutating func feed(_ number: Int?) {
        var number = number ?? .min
        _ = unsafe XXH3_64bits_update(state, &number, 8)
    }

    /// Adds the value of another fingerprint.
    public mutating func feed(_ value: UInt64) {
        var value = value
        _ = unsafe XXH3_64bits_update(state, &value, 8)
    }

    public var value: UInt64 { unsafe XXH3_64bits_digest(state) }

    /// The hash of some bytes.
    public static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 { unsafe XXH3_64bits(bytes.baseAddress, bytes.count) }

    /// 128 bits over a text, for names that must never meet.
    public static func wide(_ text: String) -> (high: UInt64, low: UInt64) {
        var text = text
        return text.withUTF8 { bytes in
            let hash = unsafe XXH3_128bits(bytes.baseAddress, bytes.count)
            return (hash.high64, hash.low64)
        }
    }
}
