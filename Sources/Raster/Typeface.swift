import CFreeType
import Foundation
import Synchronization

/// A face of a font, and the only door to FreeType: no C name leaves this file.
///
/// Its file may be of any kind that FreeType reads, WOFF2 among them. Pairs of letters are kerned by the old table of pairs, as far as the
/// file has one; nothing is shaped, so what wants it (Arabic, Devanagari) is not to be drawn.
public final class Typeface: Sendable {
    private let face: Mutex<Face>

    /// Nil for what FreeType does not take for a font.
    public init?(_ file: [UInt8]) {
        guard let face = Face.open(file) else { return nil }
        self.face = Mutex(face)
    }

    /// Whether the face has every character of a text.
    public func has(_ text: String) -> Bool { face.withLock { $0.has(text) } }

    /// How wide a text is set, in em.
    public func width(of text: String) -> Double { face.withLock { $0.places(text).width } }

    /// Draws a line of text.
    ///
    /// - Parameters:
    ///   - x: where it begins.
    ///   - y: its baseline, from the top of the canvas.
    ///   - size: of an em, in pixels.
    public func draw(_ text: String, x: Double, y: Double, size: Double, ink: Int, on canvas: inout Canvas) {
        face.withLock { $0.draw(text, x: x, y: y, size: size, ink: ink, on: &canvas) }
    }
}

/// An open face, which belongs to one thread at a time.
@safe private struct Face: ~Copyable {
    private let library: FT_Library
    private let face: FT_Face
    /// FreeType reads it as long as the face is open.
    private let file: UnsafeMutableBufferPointer<UInt8>

    static func open(_ bytes: [UInt8]) -> Face? {
        var library: FT_Library?
        guard unsafe FT_Init_FreeType(&library) == 0, let library = unsafe library else { return nil }
        let file = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = unsafe file.initialize(from: bytes)
        var face: FT_Face?
        guard unsafe FT_New_Memory_Face(library, file.baseAddress, FT_Long(bytes.count), 0, &face) == 0, let face = unsafe face
        else {
            unsafe file.deallocate()
            _ = unsafe FT_Done_FreeType(library)
            return nil
        }
        return unsafe Face(library: library, face: face, file: file)
    }

    deinit {
        _ = unsafe FT_Done_Face(face)
        _ = unsafe FT_Done_FreeType(library)
        unsafe file.deallocate()
    }

    func has(_ text: String) -> Bool {
        text.precomposedStringWithCanonicalMapping.unicodeScalars.allSatisfy {
            unsafe FT_Get_Char_Index(face, FT_ULong($0.value)) != 0
        }
    }

    /// The glyphs of a text with where each begins, and where the last one ends, in em.
    func places(_ text: String) -> (glyphs: [(number: FT_UInt, x: Double)], width: Double) {
        let unit = 1 / Double(max(unsafe face.pointee.units_per_EM, 1))
        var (x, before): (Double, FT_UInt) = (0, 0)
        var glyphs: [(number: FT_UInt, x: Double)] = []
        for scalar in text.precomposedStringWithCanonicalMapping.unicodeScalars {
            let glyph = unsafe FT_Get_Char_Index(face, FT_ULong(scalar.value))
            var kerning = FT_Vector()
            if before != 0, unsafe FT_Get_Kerning(face, before, glyph, FT_KERNING_UNSCALED.rawValue, &kerning) == 0 {
                x += Double(kerning.x) * unit
            }
            glyphs.append((glyph, x))
            var advance: FT_Fixed = 0
            if unsafe FT_Get_Advance(face, glyph, FT_Int32(FT_LOAD_NO_SCALE), &advance) == 0 { x += Double(advance) * unit }
            before = glyph
        }
        return (glyphs, x)
    }

    func draw(_ text: String, x: Double, y: Double, size: Double, ink: Int, on canvas: inout Canvas) {
        guard unsafe FT_Set_Char_Size(face, 0, FT_F26Dot6(size * 64), 72, 72) == 0 else { return }
        let glyphs = places(text).glyphs
        let (width, height) = (canvas.width, canvas.height)
        var target = unsafe Target(width: width, height: height, steps: canvas.steps, base: canvas.steps * ink)
        unsafe canvas.withPixels { pixels in
            unsafe target.pixels = pixels.baseAddress
            for (number, place) in glyphs {
                let flags = FT_Int32(FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP)
                guard unsafe FT_Load_Glyph(face, number, flags) == 0, let slot = unsafe face.pointee.glyph,
                    unsafe slot.pointee.format == FT_GLYPH_FORMAT_OUTLINE
                else { continue }
                unsafe FT_Outline_Translate(
                    &slot.pointee.outline, FT_Pos((x + place * size) * 64), FT_Pos((Double(height) - y) * 64))
                var way = unsafe FT_Raster_Params()
                unsafe way.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP
                unsafe way.clip_box = FT_BBox(xMin: 0, yMin: 0, xMax: FT_Pos(width), yMax: FT_Pos(height))
                unsafe way.gray_spans = paint
                unsafe withUnsafeMutablePointer(to: &target) { target in
                    unsafe way.user = UnsafeMutableRawPointer(target)
                    _ = unsafe FT_Outline_Render(library, &slot.pointee.outline, &way)
                }
            }
        }
    }
}

/// Where FreeType's spans go.
@unsafe private struct Target {
    let width: Int
    let height: Int
    let steps: Int
    /// The palette's number before the ink's first.
    let base: Int
    var pixels: UnsafeMutablePointer<UInt8>?
}

/// Takes the spans of a row, which FreeType counts from below.
private func paint(_ y: Int32, _ count: Int32, _ spans: UnsafePointer<FT_Span>?, _ user: UnsafeMutableRawPointer?) {
    guard let spans = unsafe spans, let target = unsafe user?.assumingMemoryBound(to: Target.self).pointee,
        let pixels = unsafe target.pixels
    else { return }
    let row = unsafe target.height - 1 - Int(y)
    guard unsafe (0..<target.height).contains(row) else { return }
    for index in 0..<Int(count) {
        let span = unsafe spans[index]
        let step = unsafe (Int(span.coverage) * target.steps + 127) / 255
        guard step > 0 else { continue }
        let start = max(Int(span.x), 0)
        let end = unsafe min(Int(span.x) + Int(span.len), target.width)
        guard start < end else { continue }
        unsafe pixels.advanced(by: row * target.width + start).update(repeating: UInt8(target.base + step), count: end - start)
    }
}
