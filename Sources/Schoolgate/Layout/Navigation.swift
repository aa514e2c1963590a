import HTML
import Policy
import Synchronization
import Web

/// The ways from a page to the others, written.
struct Ways: Sendable {
    let above: Markup
    let below: Markup
}

/// Keeps the ways from page to page as they were written for somebody: they change only with what is in the key.
final class Navigation: Sendable {
    private struct Key: Hashable {
        /// Who it is, where, and with which rights.
        let standing: UInt64
        /// The token in the forms.
        let session: String
        let section: Section
        let waiting: Int
    }

    private static let limit = 200

    private let kept = Mutex<[Key: Ways]>([:])

    func ways(for viewer: Viewer, in section: Section, waiting: Int) -> Ways {
        let key = Key(standing: viewer.standing, session: viewer.csrf, section: section, waiting: waiting)
        if let known = kept.withLock({ $0[key] }) { return known }
        let links = WayLinks(viewer: viewer, section: section, waiting: waiting)
        let ways = Ways(above: links.above, below: links.below)
        kept.withLock { kept in
            if kept.count >= Self.limit { kept.removeAll(keepingCapacity: true) }
            kept[key] = ways
        }
        return ways
    }
}

/// The rail of a desk, the bar of a phone, and what the bar has no room for.
private struct WayLinks {
    let viewer: Viewer
    let section: Section
    /// How many things wait, for the count beside Today.
    let waiting: Int

    /// Before the page itself.
    var above: Markup {
        .words {
            header(.class("topbar")) {
                brand(named: false)
                span(.class("face"), .role("img"), .aria(.label, "Signed in as \(viewer.person.name)")) {
                    viewer.person.initials
                }
            }
            rail
        }
    }

    /// Behind it.
    var below: Markup {
        .words {
            bar
            moreMenu
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
