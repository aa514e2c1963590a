import HTML
import Policy
import Web

/// The place in the navigation that a page belongs to.
enum Section: String, CaseIterable {
    case today, posts, calendar, accounts, people, consent, devices, policies, record

    var name: String {
        switch self {
        case .today: "Today"
        case .posts: "Posts"
        case .calendar: "Calendar"
        case .accounts: "Accounts"
        case .people: "People"
        case .consent: "Consent"
        case .devices: "Cameras"
        case .policies: "Policies"
        case .record: "Record"
        }
    }

    var path: String { self == .today ? "/" : "/\(rawValue)" }
    var icon: Icon { self == .devices ? .camera : Icon(rawValue: rawValue) ?? .file }

    /// What people come for every day; the rest is keeping.
    var isDaily: Bool { self == .today || self == .posts || self == .calendar }

    /// Where a phone goes: the calendar begins as a list there.
    var phonePath: String { self == .calendar ? path + "?view=list" : path }

    /// Who finds it in the navigation; the pages behind it have rules of their own.
    func isShown(to viewer: Viewer) -> Bool {
        switch self {
        case .today, .policies: true
        case .posts, .calendar: viewer.may(.seePosts)
        case .accounts: viewer.may(.seeAccounts)
        case .people: viewer.may(.seePeople)
        case .consent: viewer.may(.seeConsent)
        case .devices: viewer.may(.keepDevices)
        case .record: viewer.may(.seeRecord)
        }
    }
}

/// A page for somebody who is signed in.
struct Shell: HTML {
    let title: String
    let section: Section
    let viewer: Viewer
    let isDemo: Bool
    /// How many things wait, for the count beside Today.
    let waiting: Int
    let scripts: [String]
    let content: Markup
    private let pause: Markup

    init(
        _ title: String, in section: Section, for viewer: Viewer, _ context: Context, waiting: Int = 0,
        scripts: [String] = [], @HTMLBuilder content: () -> Markup
    ) {
        self.title = title
        self.section = section
        self.viewer = viewer
        self.isDemo = context.configuration.isDemo
        self.waiting = waiting
        self.scripts = scripts
        self.content = content()
        pause = viewer.pause.map { PauseBanner(pause: $0, viewer: viewer, context: context).body } ?? Markup()
    }

    var body: Markup {
        html(.lang("en-GB")) {
            Head(title: "\(title) · \(viewer.school.name) · Schoolgate", scripts: scripts)
            documentBody(.class("shell")) {
                a(.class("skip"), .href("#main")) { "Skip to the page" }
                header(.class("topbar")) {
                    brand(named: false)
                    span(.class("face"), .role("img"), .aria(.label, "Signed in as \(viewer.person.name)")) {
                        viewer.person.initials
                    }
                }
                rail
                main(.class("shell__main"), .id("main")) {
                    if isDemo { DemoNotice() }
                    if let news = viewer.links.news { LinkBanner(news: news, viewer: viewer) }
                    pause
                    content
                }
                bar
                moreMenu
            }
        }
    }

    private var sections: [Section] { Section.allCases.filter { $0.isShown(to: viewer) } }

    private func brand(named isNamed: Bool) -> Markup {
        a(.class("mark"), .href("/")) {
            Icon.mark.markup
            span {
                viewer.school.name
                if isNamed { small { "Schoolgate" } }
            }
        }
    }

    private var rail: Markup {
        nav(.class("rail"), .aria(.label, "Schoolgate")) {
            div(.class("rail__in")) {
                brand(named: true)
                ul {
                    for section in sections where section.isDaily { li { link(to: section) } }
                }
                p(.class("rail__label"), .id("keeping")) { "Keeping" }
                ul(.aria(.labelledby, "keeping")) {
                    for section in sections where !section.isDaily { li { link(to: section) } }
                }
                if viewer.schools.count > 1 { switcher }
                div(.class("rail__me")) {
                    span(.class("face"), .hiddenFromReaders) { viewer.person.initials }
                    div {
                        b { a(.href("/me")) { viewer.person.name } }
                        br()
                        roleNames
                        signOut
                    }
                }
            }
        }
    }

    private var switcher: Markup {
        form(.class("rail__switch"), .method("post"), .action("/school")) {
            CSRFField(viewer)
            label(.for("school-switch"), .class("hush")) { "School" }
            select(.class("input"), .id("school-switch"), .name("school")) {
                for school in viewer.schools {
                    option(.value("\(school.id.rawValue)"), .selected(school.id == viewer.school.id)) { school.name }
                }
            }
            button(.class("button button--plain"), .type("submit")) { "Change school" }
        }
    }

    private var roleNames: String { viewer.roles.map(\.title).joined(separator: ", ") }

    private var signOut: Markup {
        form(.method("post"), .action("/sign-out")) {
            CSRFField(viewer)
            button(.class("linklike"), .type("submit")) { "Sign out" }
        }
    }

    private var bar: Markup {
        nav(.class("bar"), .aria(.label, "Main")) {
            for section in sections.prefix(4) { link(to: section, isPhone: true) }
            button(.type("button"), Attribute("popovertarget", "more")) {
                Icon.more.markup
                span { "More" }
            }
        }
    }

    private var moreMenu: Markup {
        nav(.class("more"), .id("more"), Attribute("popover", if: true), .aria(.label, "More")) {
            ul {
                for section in sections.dropFirst(4) { li { link(to: section, isPhone: true) } }
                li { a(.href("/me")) { "Your account" } }
                li { signOut }
            }
        }
    }

    private func link(to section: Section, isPhone: Bool = false) -> Markup {
        a(.href(isPhone ? section.phonePath : section.path), .aria(.current, section == self.section ? "page" : nil)) {
            section.icon.markup
            span { section.name }
            if section == .today, waiting > 0 {
                span(.class("count")) {
                    "\(waiting)"
                    span(.class("hush")) { " waiting" }
                }
            }
        }
    }
}

/// What every document's head holds.
struct Head: HTML {
    let title: String
    var scripts: [String] = []

    var body: Markup {
        head {
            meta(Attribute("charset", "utf-8"))
            meta(.name("viewport"), Attribute("content", "width=device-width, initial-scale=1"))
            meta(.name("color-scheme"), Attribute("content", "light dark"))
            documentTitle { title }
            link(Attribute("rel", "icon"), .href(Asset.path("icon.svg")), .type("image/svg+xml"))
            link(Attribute("rel", "stylesheet"), .href(Asset.path("look.css")))
            for name in scripts { script(.src(Asset.path(name)), .type("module")) }
        }
    }
}

/// Proof that a form came from one of our pages.
struct CSRFField: HTML {
    let token: String

    init(_ viewer: Viewer) { token = viewer.csrf }
    init(token: String) { self.token = token }

    var body: Markup { input(.type("hidden"), .name("csrf"), .value(token)) }
}

/// Somebody else made a link that opens the viewer's account: on every page until they answer.
struct LinkBanner: HTML {
    let news: String
    let viewer: Viewer

    var body: Markup {
        section(.class("banner"), .aria(.label, "A new sign-in link for you")) {
            Icon.lock.markup
            div(.class("stack stack--s")) {
                p {
                    b { news }
                    " If you did not ask for it, somebody may be using your account: choose a new password under "
                    a(.href("/me")) { "Your account" }
                    ", and tell \(confidant) in person."
                }
                form(.method("post"), .action("/me/link")) {
                    CSRFField(viewer)
                    button(.class("button button--plain"), .type("submit")) { "I asked for it" }
                }
            }
        }
    }

    private var confidant: String {
        viewer.roles.contains("headteacher") ? "the chair of governors" : "the headteacher or the chair of governors"
    }
}

struct DemoNotice: HTML {
    var body: Markup {
        p(.class("demo-notice")) {
            b { "This is a demo." }
            " The trust, its people and its children are invented, and anybody on this machine may sign in."
        }
    }
}
