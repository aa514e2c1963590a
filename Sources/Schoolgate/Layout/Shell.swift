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
    let scripts: [String]
    let content: Markup
    private let pause: Markup
    private let ways: Ways

    init(
        _ title: String, in section: Section, for viewer: Viewer, _ context: Context, waiting: Int = 0,
        scripts: [String] = [], @HTMLBuilder content: () -> Markup
    ) {
        self.title = title
        self.section = section
        self.viewer = viewer
        self.isDemo = context.configuration.isDemo
        self.scripts = scripts
        self.content = content()
        ways = context.navigation.ways(for: viewer, in: section, waiting: waiting)
        pause = viewer.pause.map { PauseBanner(pause: $0, viewer: viewer, context: context).body } ?? Markup()
    }

    var body: Markup {
        html(.lang("en-GB")) {
            Head(title: "\(title) · \(viewer.school.name) · Schoolgate", scripts: scripts)
            documentBody(.class("shell")) {
                a(.class("skip"), .href("#main")) { "Skip to the page" }
                ways.above
                main(.class("shell__main"), .id("main")) {
                    if isDemo { DemoNotice() }
                    if let news = viewer.links.news { LinkBanner(news: news, viewer: viewer) }
                    pause
                    content
                }
                ways.below
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
