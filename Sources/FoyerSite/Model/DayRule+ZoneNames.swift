extension String {
    /// Whether it has the form of a time zone's name at IANA: an area and a place, or one of the names that are a single word.
    ///
    /// Why it is asked: Foundation also takes offsets such as `UTC+2`, which no calendar program knows and whose sign means the opposite in
    /// IANA's names, and abbreviations such as `BST`, which it takes for Bangladesh's.
    ///
    /// Source: https://data.iana.org/time-zones/tzdb/backward
    var isNameOfIANA: Bool { contains("/") || zonesOfOneWord.contains(self) }
}

private let zonesOfOneWord: Set<String> = [
    "CET", "CST6CDT", "Cuba", "EET", "EST", "EST5EDT", "Egypt", "Eire", "GB", "GB-Eire", "GMT", "GMT0", "Greenwich", "HST",
    "Hongkong", "Iceland", "Iran", "Israel", "Jamaica", "Japan", "Kwajalein", "Libya", "MET", "MST", "MST7MDT", "NZ",
    "NZ-CHAT", "Navajo", "PRC", "PST8PDT", "Poland", "Portugal", "ROC", "ROK", "Singapore", "Turkey", "UCT", "UTC",
    "Universal", "W-SU", "WET", "Zulu",
]
