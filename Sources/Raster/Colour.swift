/// An opaque colour of the sRGB space.
public struct Colour: Hashable, Sendable {
    public let red: UInt8
    public let green: UInt8
    public let blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
        self.red = red
        self.green = green
        self.blue = blue
    }

    /// As stylesheets write it, without the sign in front: `0x8c2b1c`.
    public init(_ number: UInt32) {
        self.init(red: UInt8(number >> 16 & 255), green: UInt8(number >> 8 & 255), blue: UInt8(number & 255))
    }

    /// So far on the way to another colour: `part` of `whole` steps.
    func mixed(with other: Colour, part: Int, of whole: Int) -> Colour {
        func mix(_ own: UInt8, _ other: UInt8) -> UInt8 {
            UInt8(clamping: (Int(own) * (whole - part) + Int(other) * part + whole / 2) / whole)
        }
        return Colour(red: mix(red, other.red), green: mix(green, other.green), blue: mix(blue, other.blue))
    }
}
