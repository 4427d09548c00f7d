import Raster

/// A line of text that is fitted into its room, in letters that its face has.
struct CardText {
    let text: String
    /// Of an em, in pixels.
    let size: Double
    let width: Double

    /// The largest size, up to one, in which a text is no wider than it may be; of a text that would need one below the smallest, the
    /// beginning.
    init(_ text: String, in face: Typeface, room: Double, largest: Double, smallest: Double) {
        var text = Self.settable(text, in: face)
        var ems = face.width(of: text)
        if ems * smallest > room {
            while !text.isEmpty, face.width(of: text + "…") * smallest > room { text.removeLast() }
            while text.last?.isWhitespace == true { text.removeLast() }
            text += "…"
            ems = face.width(of: text)
        }
        let size = ems > 0 ? min(largest, max(smallest, (room / ems).rounded(.down))) : largest
        self.text = text
        self.size = size
        width = ems * size
    }

    /// As much of a text as a face can set: without the pictures and signs that it lacks, and nothing of a text that would lose a letter,
    /// since half a name is another name.
    static func settable(_ text: String, in face: Typeface) -> String {
        var shown = ""
        for character in text.prefix(400) {
            if face.has(String(character)) {
                shown.append(character)
            } else if character.isLetter || character.isNumber {
                return ""
            }
        }
        return shown.split(separator: " ").joined(separator: " ")
    }
}
