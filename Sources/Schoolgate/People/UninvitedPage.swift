import Database
import HTML
import Web

/// Who has a role and no way in yet, at every school whose people the viewer may see: so that a staff list of the
/// whole trust is followed by one page of invitations.
enum UninvitedHandlers {
    static let index = FixedRoute(.get, "/people/invitations")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.seePeople), use: index)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now(), schools = viewer.schools.filter { viewer.holds(Right.seePeople.roles, at: $0.id) }
        let people = try await context.database.read { db in
            try PersonEntry.uninvited(at: schools.map(\.id), now: now, in: db)
        }
        return .page(
            UninvitedPage(people: people, schools: schools, viewer: viewer, context: context).body)
    }
}

struct UninvitedPage: HTML {
    let people: [PersonEntry]
    let schools: [School]
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Invitations", in: .people, for: viewer, context) {
            PageHead(
                overline: "People", heading: heading,
                lede: people.isEmpty
                    ? nil : "An invitation is a link that works once, for seven days. Make it, and hand it over.")
            if people.isEmpty {
                Empty(
                    heading: "Everybody can get in",
                    text: "Whoever has a role has a password, or an invitation that is still open.",
                    action: ("See everybody", PeopleHandlers.index.path()))
            }
            for school in schools { group(school.name, people.filter { place($0) == school.id }) }
            group("The whole trust", people.filter { place($0) == nil })
        }
    }

    private var heading: String {
        switch people.count {
        case 0: "Nobody waits for an invitation"
        case 1: "One person waits for an invitation"
        case let count: "\(count) people wait for an invitation"
        }
    }

    /// Each stands once: at the first of the viewer's schools where they have a role.
    private func place(_ entry: PersonEntry) -> School.ID? {
        let own = Set(entry.appointments.filter { !$0.isOver(on: context.today) }.compactMap(\.school))
        return schools.first { own.contains($0.id) }?.id
    }

    private func group(_ title: String, _ people: [PersonEntry]) -> Markup {
        guard !people.isEmpty else { return Markup() }
        return div(.class("table-box")) {
            table(.class("table"), .role("table")) {
                caption { title }
                thead(.role("rowgroup")) {
                    tr(.role("row")) {
                        for name in ["Name", "Roles", "Invitation"] {
                            th(.role("columnheader"), Attribute("scope", "col")) { name }
                        }
                    }
                }
                tbody(.role("rowgroup")) { for entry in people { row(entry) } }
            }
        }
    }

    private func row(_ entry: PersonEntry) -> Markup {
        let roles = entry.appointments.filter { !$0.isOver(on: context.today) }.map(\.role.title)
        return tr(.role("row")) {
            th(.role("rowheader"), Attribute("scope", "row")) {
                a(.href(PeopleHandlers.show.path(entry.id))) { entry.person.name }
            }
            td(.role("cell"), Attribute("data-label", "Roles")) { roles.joined(separator: ", ") }
            td(.role("cell"), Attribute("data-label", "Invitation")) {
                if viewer.may(.managePeople), entry.isManaged(by: viewer, on: context.today) {
                    form(.method("post"), .action(PeopleHandlers.issueLink.path(entry.id))) {
                        CSRFField(viewer)
                        button(.class("button button--plain"), .type("submit")) {
                            "Make the link"
                            span(.class("hush")) { " for \(entry.person.name)" }
                        }
                    }
                } else {
                    span { "An administrator makes it." }
                }
            }
        }
    }
}

extension PersonEntry {
    /// Active people with a role at one of these schools or for the whole trust, without a password or an open link.
    static func uninvited(at schools: [School.ID], now: Instant, in db: Connection) throws -> [PersonEntry] {
        let here: SQL = "school_id IS NULL OR school_id IN (\(list: schools.map(\.rawValue)))"
        return try load(
            """
            people.password_hash IS NULL AND people.deactivated_at IS NULL
                AND people.id IN (SELECT person_id FROM appointments WHERE (\(here)) AND until IS NULL)
            """, "appointments.person_id IN (SELECT person_id FROM appointments WHERE \(here))", now: now, in: db
        ).filter { $0.linkUntil == nil }
    }
}
