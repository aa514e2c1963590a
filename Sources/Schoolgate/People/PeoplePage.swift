import HTML
import Policy
import Web

/// Everybody who works for a school, and whether they can sign in.
struct PeoplePage: HTML {
    let people: [PersonEntry]
    let viewer: Viewer
    let context: Context

    private var isManager: Bool { viewer.may(.managePeople) }

    private var here: [PersonEntry] {
        people.filter { $0.person.isActive && !$0.roles(at: viewer.school.id, on: context.today).isEmpty }
    }

    private var gone: [PersonEntry] {
        let ids = Set(here.map(\.id))
        return people.filter { !ids.contains($0.id) }
    }

    var body: Markup {
        Shell("People", in: .people, for: viewer, context) {
            PageHead(
                heading: heading, lede: "What somebody may do here follows from their roles at \(viewer.school.name).",
                action: isManager ? ("Add a person", PeopleHandlers.new.path()) : nil)
            if here.isEmpty {
                Empty(
                    heading: "Nobody has a role here",
                    text: "Add people one by one, or all at once from a staff list.")
            } else {
                listing("Who works here", here)
            }
            if viewer.may(.draftPolicy) {
                p { a(.href(ReadinessHandlers.list.path())) { "Who has confirmed the policy, and who is trained" } }
            }
            if viewer.may(.managePeople) {
                p { a(.href(MailHandlers.index.path())) { "Who cannot be reached by mail" } }
            }
            if viewer.may(.importRoll) {
                p {
                    a(.class("button button--plain"), .href(ImportHandlers.index.path())) {
                        "Import staff, the roll or consent"
                    }
                }
            }
            if !gone.isEmpty {
                details {
                    summary {
                        gone.count == 1 ? "One person no longer works here" : "\(gone.count) people no longer work here"
                    }
                    listing("No longer, or not yet", gone)
                }
            }
        }
    }

    private var heading: String {
        let waiting = here.count { !$0.hasPassword }
        switch (here.count, waiting) {
        case (0, _): return "Nobody works here yet"
        case (1, 0): return "One person, who can sign in"
        case (let all, 0): return "\(all) people, and all of them can sign in"
        case (_, 1): return "One of \(here.count) people cannot sign in yet"
        default: return "\(waiting) of \(here.count) people cannot sign in yet"
        }
    }

    private func listing(_ title: String, _ people: [PersonEntry]) -> Markup {
        div(.class("table-box")) {
            table(.class("table"), .role("table")) {
                caption { title }
                thead(.role("rowgroup")) {
                    tr(.role("row")) {
                        for name in ["Name", "Roles", "Signing in"] {
                            th(.role("columnheader"), Attribute("scope", "col")) { name }
                        }
                    }
                }
                tbody(.role("rowgroup")) {
                    for entry in people { row(entry) }
                }
            }
        }
    }

    private func row(_ entry: PersonEntry) -> Markup {
        let roles = entry.roles(at: viewer.school.id, on: context.today)
        return tr(.role("row")) {
            th(.role("rowheader"), Attribute("scope", "row")) {
                a(.href(PeopleHandlers.show.path(entry.id))) { entry.person.name }
            }
            td(.role("cell"), Attribute("data-label", "Roles")) {
                roles.isEmpty ? "None today" : roles.map(\.title).joined(separator: ", ")
            }
            td(.role("cell"), Attribute("data-label", "Signing in")) { entry.chip }
        }
    }
}

extension PersonEntry {
    var chip: Chip {
        if !person.isActive { return Chip("No access", .block, icon: .no) }
        if hasPassword { return Chip("Can sign in", .gate, icon: .check) }
        return linkUntil == nil ? Chip("Not invited yet", .warn, icon: .warn) : Chip("Invited", .hold, icon: .hold)
    }
}

/// The fields of an appointment, shared by adding somebody and giving another role.
struct AppointmentFields: HTML {
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    private var roles: [(value: String, label: String)] {
        [(value: "", label: "Choose…")]
            + Role.known.filter { viewer.mayAppoint($0, at: viewer.school.id) }
            .map { (value: $0.rawValue, label: $0.title) } + [
                (value: "other", label: "Another job title, without rights")
            ]
    }

    private var places: [(value: String, label: String)] {
        let schools = viewer.schools.filter { viewer.managesPeople(at: $0.id) }
            .map { (value: $0.id.pathComponent, label: $0.name) }
        return viewer.managesPeople(at: nil) ? schools + [(value: "trust", label: "The whole trust")] : schools
    }

    var body: Markup {
        Field(
            "What they do", name: "role", options: roles, selected: typed["role"],
            hint: "The role decides what they may see and do.", error: errors["role"])
        Field(
            "Job title", name: "title", value: typed["title"] ?? "",
            hint: "Only for another job title. It carries no rights.", error: errors["title"])
        if places.count > 1 {
            Field(
                "Where", name: "school", options: places,
                selected: typed["school"] ?? viewer.school.id.pathComponent, error: errors["school"])
        }
        Field(
            "From", name: "since", value: typed["since"] ?? "\(context.today)", type: "date", error: errors["since"])
        Field(
            "Until", name: "until", value: typed["until"] ?? "", type: "date", hint: "Leave it empty if it has no end.",
            error: errors["until"])
    }
}

struct NewPersonPage: HTML {
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Add a person", in: .people, for: viewer, context) {
            PageHead(
                heading: "Add a person",
                lede: "They get no password from you. On the next page you make a link, and they choose their own.")
            errors.summary
            form(.method("post"), .action(PeopleHandlers.add.path()), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "First name", name: "first", value: typed["first"] ?? "", error: errors["first"],
                    autocomplete: "off")
                Field("Last name", name: "last", value: typed["last"] ?? "", error: errors["last"], autocomplete: "off")
                Field(
                    "Work email", name: "email", value: typed["email"] ?? "", type: "email",
                    hint: "They sign in with it.", error: errors["email"], autocomplete: "off")
                AppointmentFields(typed: typed, errors: errors, viewer: viewer, context: context)
                p(.class("row")) {
                    button(.class("button"), .type("submit")) { "Add them" }
                    a(.class("button button--quiet"), .href(PeopleHandlers.index.path())) { "Back to People" }
                }
            }
        }
    }
}
