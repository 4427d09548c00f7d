/// Where a title's page was.
struct FormerPage: Hashable, Sendable {
    let title: TitleID
    let path: SitePath
}
