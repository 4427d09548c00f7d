/// Every feed that a site has.
enum Feeds {
    static func all(of site: Site) -> [Feed] { [] }
}
