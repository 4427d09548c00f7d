/// Where a feed's file is, in the forms that programs ask for.
struct FeedAddress {
    private let file: String
    private let base: BaseURL?

    init(_ file: String, base: BaseURL?) {
        self.file = file
        self.base = base
    }

    /// The absolute address; without a base URL the file, relative to the page.
    func plain(_ links: Links) -> Address { absolute.flatMap(Address.init) ?? links.to(file: file) }

    /// What a calendar program opens to subscribe, where the site knows its own address; else the file.
    func calendar(_ links: Links) -> Address { webcal ?? plain(links) }

    /// Source: https://www.iana.org/assignments/uri-schemes/prov/webcal
    var webcal: Address? { absolute.flatMap { Address("webcal" + $0.drop { $0 != ":" }) } }

    private var absolute: String? { base.map { $0.text + file } }
}
