/// Where a feed's file is, in the forms that programs ask for.
struct FeedAddress {
    private let file: String
    private let base: BaseURL?

    init(_ file: String, site: Site) {
        self.file = file
        base = site.baseURL
    }

    /// The absolute address; without a base URL the file, relative to the page.
    func plain(_ links: Links) -> Address { absolute.flatMap(Address.init) ?? links.to(file: file) }

    /// What a calendar program opens to subscribe, where the site knows its own address; else the file.
    func calendar(_ links: Links) -> Address { webcal ?? plain(links) }

    /// Source: https://www.iana.org/assignments/uri-schemes/prov/webcal
    var webcal: Address? { absolute.flatMap { Address(Self.replacingScheme(of: $0, with: "webcal")) } }

    /// Google Calendar takes an address to subscribe to in its own, but only one of `http`.
    var google: Address? {
        absolute.map { address in
            Address(
                host: "calendar.google.com", path: ["calendar", "render"],
                query: ("cid", Self.replacingScheme(of: address, with: "http")))
        }
    }

    func outlook(name: String) -> Address? {
        absolute.flatMap { address in
            Address(
                "https://outlook.live.com/calendar/0/addfromweb?url=\(Address.encode(address))&name=\(Address.encode(name))")
        }
    }

    private var absolute: String? { base.map { $0.text + file } }

    private static func replacingScheme(of address: String, with scheme: String) -> String {
        scheme + address.drop { $0 != ":" }
    }
}
