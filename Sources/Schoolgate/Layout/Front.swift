import Gate
import HTML

/// A public page: it carries the school's name, never ours.
struct Front: HTML {
    let pageTitle: String
    /// Whose page it is.
    let name: String
    let address: String
    let home: String
    let isDemo: Bool
    let content: Markup

    init(
        _ title: String, of school: School, home: String, _ context: Context, @HTMLBuilder content: () -> Markup
    ) {
        self.init(title, named: school.name, address: school.details.address, home: home, context, content: content)
    }

    init(
        _ title: String, named name: String, address: String = "", home: String, _ context: Context,
        @HTMLBuilder content: () -> Markup
    ) {
        self.pageTitle = title
        self.name = name
        self.address = address
        self.home = home
        self.isDemo = context.configuration.isDemo
        self.content = content()
    }

    var body: Markup {
        html(.lang("en-GB")) {
            Head(title: "\(pageTitle) · \(name)")
            documentBody(.class("front")) {
                a(.class("skip"), .href("#main")) { "Skip to the page" }
                header(.class("front__top")) {
                    div(.class("front__in")) {
                        a(.class("mark"), .href(home)) {
                            span {
                                name
                                if !address.isEmpty { small { address } }
                            }
                        }
                    }
                    Self.railings
                }
                main(.class("front__in"), .id("main")) {
                    if isDemo { DemoNotice() }
                    content
                }
            }
        }
    }

    private static let railings = Markup.raw(
        """
        <svg class="railings" aria-hidden="true"><defs><pattern id="rl" width="22" height="40" \
        patternUnits="userSpaceOnUse"><path d="M0 20h22M0 33h22" stroke="currentColor" stroke-width="3"/>\
        <path d="M11 12v28" stroke="currentColor" stroke-width="4"/><path d="M11 1l4.5 8L11 13 6.5 9z" \
        fill="currentColor"/></pattern></defs><rect width="100%" height="40" fill="url(#rl)"/></svg>
        """)
}
