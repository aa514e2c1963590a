import HTML
import Policy

/// A fact in a word or two; never pressed.
struct Chip: HTML {
    enum Tone: String {
        case plain = "chip"
        case gate = "chip chip--gate"
        case hold = "chip chip--hold"
        case warn = "chip chip--warn"
        case block = "chip chip--block"
    }

    let text: String
    var tone = Tone.plain
    var icon: Icon?

    init(_ text: String, _ tone: Tone = .plain, icon: Icon? = nil) {
        self.text = text
        self.tone = tone
        self.icon = icon
    }

    var body: Markup {
        span(.class(tone.rawValue)) {
            icon?.markup
            text
        }
    }
}

/// On purpose empty: what would be here, and one thing to do.
struct Empty: HTML {
    let heading: String
    let text: String
    var action: (label: String, path: String)?

    var body: Markup {
        div(.class("empty")) {
            Markup.raw(Self.gate)
            h2 { heading }
            p { text }
            if let action { p { a(.class("button button--plain"), .href(action.path)) { action.label } } }
        }
    }

    private static let gate = """
        <svg viewBox="0 0 120 80" aria-hidden="true" fill="none" stroke="currentColor" stroke-width="4" \
        stroke-linecap="round"><path d="M8 78V22M112 78V22" stroke-width="7"/>\
        <path d="M14 36Q22 24 34 22V70L14 74M106 36Q98 24 86 22V70l20 4"/><path d="M24 30v42M96 30v42"/>\
        <path d="M44 78h32" stroke-dasharray="1 9"/></svg>
        """
}

/// The head of a page: where it belongs, what state things are in, one line more.
struct PageHead: HTML {
    var overline: String?
    let heading: String
    var lede: String?
    var action: (label: String, path: String)?

    var body: Markup {
        header(.class("page-head")) {
            div {
                if let overline { p(.class("overline")) { overline } }
                h1 { heading }
                if let lede { p(.class("lede")) { lede } }
            }
            if let action {
                p {
                    a(.class("button"), .href(action.path)) {
                        Icon.plus.markup
                        " \(action.label)"
                    }
                }
            }
        }
    }
}

/// Says that something was done; stays until the page changes.
struct Toast: HTML {
    let text: String

    var body: Markup {
        div(.class("toast"), .role("status")) {
            p {
                Icon.check.markup
                span { text }
            }
        }
    }
}

extension Role {
    /// As people say it: `Headteacher`.
    var title: String {
        switch rawValue {
        case "dsl": "Designated safeguarding lead"
        case "deputy-dsl": "Deputy safeguarding lead"
        case "it": "IT"
        case "hr": "HR"
        case "comms": "Communications"
        case "deputy": "Deputy head"
        case "chair": "Chair of governors"
        case "senior-leader": "Senior leader"
        default: rawValue.prefix(1).uppercased() + rawValue.dropFirst().replacing("-", with: " ")
        }
    }
}
