import HTML

/// A page for somebody who is not signed in: sign-in, invitations, set-up.
struct Door: HTML {
    let title: String
    let isDemo: Bool
    let content: Markup

    init(_ title: String, _ context: Context, @HTMLBuilder content: () -> Markup) {
        self.title = title
        self.isDemo = context.configuration.isDemo
        self.content = content()
    }

    var body: Markup {
        html(.lang("en-GB")) {
            Head(title: "\(title) · Schoolgate")
            documentBody(.class("door")) {
                a(.class("skip"), .href("#main")) { "Skip to the page" }
                header(.class("door__art")) {
                    a(.class("mark"), .href("/")) {
                        Icon.mark.markup
                        span { "Schoolgate" }
                    }
                    blockquote { p { "The policy your governors sign is the one that runs." } }
                    Self.gate
                }
                main(.id("main")) {
                    div {
                        if isDemo { DemoNotice() }
                        content
                    }
                }
            }
        }
    }

    /// The gate between its two posts, and the fence on both sides of it.
    private static let gate: Markup = {
        let bars = [
            (98, 111), (127, 98), (155, 88), (183, 80), (212, 75), (240, 74), (268, 76), (297, 80), (325, 88),
            (353, 98), (382, 111),
        ]
        var paths = """
            <svg class="gate" viewBox="0 0 480 320" aria-hidden="true" fill="none" stroke="currentColor" \
            stroke-width="7" stroke-linecap="round">\
            <path d="M58 320V70M422 320V70" stroke-width="22"/>\
            <circle cx="58" cy="40" r="16" fill="currentColor" stroke="none"/>\
            <circle cx="422" cy="40" r="16" fill="currentColor" stroke="none"/>\
            <path d="M70 128Q240 20 410 128" stroke-width="9"/><path d="M70 268h340M70 168h340" stroke-width="6"/>
            """
        for (x, top) in bars { paths += "<path d=\"M\(x) 320V\(top)\"/>" }
        for step in 0..<24 {
            paths += "<path d=\"M\(22 - step * 28) 320V176M\(458 + step * 28) 320V176\" stroke-width=\"5\"/>"
        }
        paths += "<path d=\"M-700 196H46M434 196h760M-700 286H46M434 286h760\" stroke-width=\"5\"/></svg>"
        return .raw(paths)
    }()
}
