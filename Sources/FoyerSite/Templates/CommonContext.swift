/// What every template in `pages/` and `partials/` may use besides its own names.
struct CommonContext: TemplateContext {
    let site: Site

    static let summary = "In every page and every partial."
    static let fields = Fields<Self>(
        .text("site", "The site's name.") { $0.site.name },
        .text("owner", "The owner's name.") { $0.site.library.owner.name },
        .text("dataDay", "The day of the data, as in `20 November 2026`.") { $0.site.dataDay?.words }.reading(.dataDay),
        .flag("isOutdated", "Whether Simkl was away when it should have been asked for newer data.") { $0.site.isOutdated }
            .reading(.outdated),
        .text("today", "The day on which the site was built.") { $0.site.today.words }.reading(.today),
        .text("zone", "The time zone in which days are counted.") { $0.site.library.days.zone })
}
