import SystemPackage

/// One output of a site: where it goes, whether it has to be made anew, and how that is done.
struct Job: Sendable {
    /// A page has two files: what it is made into, and the Markdown that it is made from.
    let paths: [FilePath]
    /// The fingerprint of all that goes into it; nil for what is read anew each time.
    let source: UInt64?
    /// How long making it takes beside the others, roughly: the longest are begun first.
    let weight: Int
    /// Whether an owner's own file at its path is as good.
    var givesWay = false
    /// The bytes of each file; nothing for what turns out not to be there.
    let make: @Sendable () throws(SiteError) -> [[UInt8]]
}
