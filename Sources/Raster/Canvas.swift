/// A picture of a few inks on paper, which shines through at the edges of what is drawn.
///
/// Shape: a byte for each pixel, its place in a palette: the paper, then for each ink the steps from the paper to it. So a picture is small,
/// in memory and as a file, and ink that is put over another ink replaces it.
public struct Canvas: Sendable {
    public let width: Int
    public let height: Int
    let paper: Colour
    let inks: [Colour]
    /// Row by row from the top.
    private(set) var pixels: [UInt8]

    /// - Parameter inks: from one to sixteen; what is drawn names them by their place in this list.
    public init(width: Int, height: Int, paper: Colour, inks: [Colour]) {
        self.width = width
        self.height = height
        self.paper = paper
        self.inks = inks
        pixels = [UInt8](repeating: 0, count: width * height)
    }

    /// The steps between the paper and each ink: no more than an eye can tell, since they are what makes a file large.
    var steps: Int { min(24, 255 / max(inks.count, 1)) }

    /// Every colour that a pixel can have, by its number.
    var palette: [Colour] {
        let steps = steps
        return [paper] + inks.flatMap { ink in (1...steps).map { paper.mixed(with: ink, part: $0, of: steps) } }
    }

    /// Fills a rectangle, or as much of it as lies on the canvas.
    public mutating func fill(x: Int, y: Int, width: Int, height: Int, ink: Int) {
        let columns = max(x, 0)..<max(max(x, 0), min(x + width, self.width))
        let full = [UInt8](repeating: UInt8(steps * (ink + 1)), count: columns.count)
        for row in max(y, 0)..<max(max(y, 0), min(y + height, self.height)) {
            let start = row * self.width
            pixels.replaceSubrange(start + columns.lowerBound..<start + columns.upperBound, with: full)
        }
    }

    /// Lets something write its pixels itself.
    mutating func withPixels<Result>(_ body: (UnsafeMutableBufferPointer<UInt8>) -> Result) -> Result {
        unsafe pixels.withUnsafeMutableBufferPointer { unsafe body($0) }
    }
}
