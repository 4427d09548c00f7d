extension String {
    /// With spaces at which no line breaks.
    var onOneLine: String { replacing(" ", with: "\u{A0}") }

    /// With spaces as every program knows them, for text that is no page.
    var withPlainSpaces: String { replacing("\u{A0}", with: " ") }
}
