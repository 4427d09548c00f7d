/// In which of its languages a title is called by its name.
public enum TitleLanguage: String, CaseIterable, Hashable, Sendable {
    /// As the account has it: Simkl lets its users choose for anime.
    case account
    case english
    /// In the sounds of the original, in Latin letters.
    case romaji
    /// In the letters of the country that it is from.
    case native
}
