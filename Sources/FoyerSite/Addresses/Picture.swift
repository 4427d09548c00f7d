/// Addresses of Simkl's pictures, through the image proxy that Simkl asks for.
enum Picture {
    /// Stands for a missing poster.
    static let noPoster = "assets/no-poster.svg"

    static func poster(_ path: ImagePath?, _ links: Links) -> Address {
        path.flatMap { Address(address(of: $0)) } ?? links.to(file: noPoster)
    }

    /// The absolute address of a poster.
    static func address(of poster: ImagePath) -> String { "https://wsrv.nl/?url=https://simkl.in/posters/\(poster.path)_m.webp" }

    /// A poster as other services show it with a link: 1200×630, a JPEG, since few of them take WebP, on the colour of a dim room.
    static func card(of poster: ImagePath) -> String {
        "\(address(of: poster))&w=1200&h=630&fit=contain&cbg=241a14&output=jpg"
    }

    /// A wide picture of a title: 1920×1080.
    static func fanart(_ path: ImagePath) -> Address? {
        Address("https://wsrv.nl/?url=https://simkl.in/fanart/\(path.path)_medium.webp")
    }

    /// A picture of an episode: 210×118.
    static func still(_ path: String?) -> Address? {
        path.flatMap { Address("https://wsrv.nl/?url=https://simkl.in/episodes/\($0)_c.webp") }
    }

    static func avatar(_ path: ImagePath?) -> Address? {
        path.flatMap { Address("https://wsrv.nl/?url=https://simkl.in/avatars/\($0.path).jpg") }
    }
}
