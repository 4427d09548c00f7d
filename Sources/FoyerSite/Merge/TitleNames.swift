import Simkl

/// What a title is called by all who name it.
struct TitleNames {
    let kind: MediaKind
    /// By the account's rows; nil where they say nothing.
    let sent: String?
    /// By the catalogue.
    var title: String?
    var english: String?
    var alternatives: [String] = []
    /// As the catalogue writes it.
    var country: String?
    var aired = AiredNames()

    /// Simkl sends dozens of some titles, and every page that lists titles carries them.
    private static let mostOthers = 12

    /// Nil where nobody tells the name in that language.
    func name(in language: TitleLanguage) -> String? {
        switch language {
        case .account: sent
        case .english: englishName
        case .romaji: romajiName
        case .native: nativeName
        }
    }

    /// All but the chosen one, each once however it is spelled, the best known first.
    func others(than name: String) -> [String] {
        let known = [sent, title, english, nativeName] + aired.titles.sorted() + aired.romaji.sorted()
        let all = (known + alternatives + aired.alternatives.sorted()).compactMap { $0 }.filter { $0 != name }
        guard !all.isEmpty else { return [] }
        var spellings: Set = [name.spelling]
        return Array(all.filter { spellings.insert($0.spelling).inserted }.prefix(Self.mostOthers))
    }

    /// The catalogue and the calendar, asked without an account, call everything but anime in English; an anime that has no English name
    /// of its own is called as everywhere.
    private var englishName: String? {
        guard kind == .anime else { return title ?? aired.titles.min() }
        let translated = aired.romaji.isEmpty ? nil : aired.titles.subtracting(aired.romaji).filter(\.isLatin).min()
        return english ?? translated ?? title.flatMap { $0.isLatin ? $0 : nil }
    }

    private var romajiName: String? {
        aired.romaji.min() ?? (kind == .anime ? title.flatMap { $0.isLatin ? $0 : nil } : nil)
    }

    /// Simkl does not tell in which language a name is, so that its letters have to.
    private var nativeName: String? {
        guard let script = country.map(NativeScript.init(country:)) ?? (kind == .anime ? .japanese : nil) else { return nil }
        let all = [sent, title].compactMap { $0 } + alternatives + (aired.titles.union(aired.alternatives)).sorted()
        return all.first(where: script.isCertain) ?? all.first(where: script.writes)
    }
}

/// What calendar files call a title: several where they were fetched at several times.
struct AiredNames {
    var titles: Set<String> = []
    /// In Latin letters.
    var romaji: Set<String> = []
    var alternatives: Set<String> = []
    /// Those of the airing before, which are those of the next one too, unless it is of another file.
    private var latest: [String] = []

    mutating func add(_ metadata: Wire.Airing.Metadata) {
        if let title = metadata.title { titles.insert(title) }
        if let title = metadata.romajiTitle { romaji.insert(title) }
        guard metadata.alternativeTitles != latest else { return }
        latest = metadata.alternativeTitles
        alternatives.formUnion(latest)
    }

    /// Only what can be shown.
    var shown: AiredNames {
        var shown = AiredNames()
        shown.titles = Set(titles.compactMap(DisplayText.visible))
        shown.romaji = Set(romaji.compactMap(DisplayText.visible))
        shown.alternatives = Set(alternatives.compactMap(DisplayText.visible))
        return shown
    }
}

extension String {
    fileprivate var isLatin: Bool {
        unicodeScalars.allSatisfy {
            !$0.properties.isAlphabetic || $0.value < 0x250 || (0x1E00...0x1EFF).contains($0.value)
        }
    }
}
