import Simkl

/// What is to be done to one title.
struct PlannedChange {
    let title: FoundTitle
    /// What that is, behind the title's name: “rate 9 (now 8)”.
    let words: String
    /// In their order; none where nothing is to be done.
    var steps: [Step] = []
    /// Whether it depends on what the mirror says of the title, so that it has to be up to date.
    var reliesOnMirror = true
    /// The list that is asked for.
    var list: String?
    /// Said once it is done.
    var hint: String?
    /// What may be wanted once it is done: asked for where somebody answers, elsewhere ``hint`` says how.
    var offers: [Offer] = []
    /// Whether so much is lost that the title's name has to be typed.
    var isLoss = false

    /// One title of one write.
    enum Step {
        case watch(TitleReference)
        case list(TitleReference)
        case rate(TitleReference)
        case unrate(TitleReference)
        case unwatch(TitleReference)
        /// A pause, by its number.
        case forget(Int)
        case scrobble(Scrobble.Action, Scrobble)
    }

    /// A change that another one suggests.
    struct Offer {
        /// Why, in a sentence.
        let reason: String
        let question: String
        let change: PlannedChange
    }

    var isDone: Bool { steps.isEmpty }

    /// Whether a site shows it: what plays is on none until it is over.
    var isOnSite: Bool {
        !steps.allSatisfy { if case .scrobble(let action, _) = $0 { [.start, .checkin].contains(action) } else { false } }
    }

    var line: String { "\(title.label), \(title.bucket.word): \(words)" }
}

extension FoundTitle {
    /// Named by Simkl's id, which nothing else can be taken for.
    var reference: TitleReference { TitleReference(simkl: simkl) }
}
