import Gate
import HTML
import Web

/// Where somebody is on the way, above each step.
struct SetupSteps: HTML {
    /// Counted from 1.
    let here: Int

    static let names = [
        "The trust", "Its schools", "The first administrator", "The policy", "People, roll and consent",
    ]

    var body: Markup {
        p(.class("overline")) { "Setting up: step \(here) of \(Self.names.count)" }
    }
}

struct TrustStep: HTML {
    let csrf: String
    var typed = Form()
    var errors = FieldErrors()
    let context: Context

    var body: Markup {
        Door("Set up Schoolgate", context) {
            div {
                SetupSteps(here: 1)
                h1 { "Welcome. Who is this for?" }
            }
            p { "Five short steps. You can stop after any of them and carry on with the same link." }
            errors.summary
            form(.method("post"), .action(SetupHandlers.trust.path()), .class("stack")) {
                CSRFField(token: csrf)
                Field(
                    "The trust’s name", name: "name", value: typed["name"] ?? "",
                    hint: "A school that belongs to no trust writes its own name.", error: errors["name"],
                    autocomplete: "organization")
                button(.class("button button--wide"), .type("submit")) { "Go on to its schools" }
            }
        }
    }
}

struct SchoolsStep: HTML {
    let csrf: String
    let schools: [School]
    var typed = Form()
    var errors = FieldErrors()
    let context: Context

    private static let nations = [
        (value: "england", label: "England"), (value: "wales", label: "Wales"),
        (value: "scotland", label: "Scotland"), (value: "northern-ireland", label: "Northern Ireland"),
    ]

    var body: Markup {
        Door("Schools", context) {
            div {
                SetupSteps(here: 2)
                h1 { heading }
            }
            errors.summary
            if !schools.isEmpty {
                ul { for school in schools { li { school.name } } }
                p {
                    a(.class("button button--wide"), .href(SetupHandlers.administrator.path())) {
                        "That is all of them: go on"
                    }
                }
            }
            form(.method("post"), .action(SetupHandlers.addSchool.path()), .class("stack")) {
                h2 { schools.isEmpty ? "Add a school" : "Add another" }
                CSRFField(token: csrf)
                Field("Name", name: "name", value: typed["name"] ?? "", error: errors["name"], autocomplete: "off")
                Field(
                    "A short word for it", name: "code", value: typed["code"] ?? "",
                    hint: "Your lists use it in the column “school”, such as larkmere.", error: errors["code"],
                    autocomplete: "off")
                Field(
                    "Nation", name: "nation", options: Self.nations, selected: typed["nation"],
                    hint: "For bank holidays.", error: errors["nation"])
                Field(
                    "Postal address", name: "address", value: typed["address"] ?? "",
                    hint: "The school’s own details may always stand in its posts.", error: errors["address"])
                Field("Postcode", name: "postcode", value: typed["postcode"] ?? "", error: errors["postcode"])
                Field("Office phone", name: "phone", value: typed["phone"] ?? "", type: "tel", error: errors["phone"])
                Field("Office email", name: "email", value: typed["email"] ?? "", type: "email", error: errors["email"])
                Field(
                    "Website’s domain", name: "domain", value: typed["domain"] ?? "", hint: "Such as larkmere.example.",
                    error: errors["domain"])
                button(.class("button button--plain button--wide"), .type("submit")) { "Add this school" }
            }
            form(
                .method("post"), .action(SetupHandlers.importSchools.path()),
                Attribute("enctype", "multipart/form-data"), .class("stack")
            ) {
                h2 { "Or take them from a list" }
                CSRFField(token: csrf)
                Field(
                    "A CSV file", name: "file", type: "file",
                    hint: "With the columns \(ImportKind.schools.columns.joined(separator: ", ")).",
                    error: errors["file"])
                button(.class("button button--plain button--wide"), .type("submit")) { "Take these schools" }
            }
        }
    }

    private var heading: String {
        switch schools.count {
        case 0: "Which schools?"
        case 1: "One school so far"
        default: "\(schools.count) schools so far"
        }
    }
}

struct AdministratorStep: HTML {
    let csrf: String
    var typed = Form()
    var errors = FieldErrors()
    let context: Context

    var body: Markup {
        Door("The first administrator", context) {
            div {
                SetupSteps(here: 3)
                h1 { "You, as the first administrator" }
            }
            p {
                "You look after the whole trust: you invite people and give roles. With this step the set-up link is used up."
            }
            errors.summary
            form(.method("post"), .action(SetupHandlers.makeAdministrator.path()), .class("stack")) {
                CSRFField(token: csrf)
                Field(
                    "First name", name: "first", value: typed["first"] ?? "", error: errors["first"],
                    autocomplete: "given-name")
                Field(
                    "Last name", name: "last", value: typed["last"] ?? "", error: errors["last"],
                    autocomplete: "family-name")
                Field(
                    "Work email", name: "email", value: typed["email"] ?? "", type: "email",
                    hint: "You sign in with it.", error: errors["email"], autocomplete: "username")
                Field(
                    "Password", name: "password", type: "password", hint: PasswordRules.hint, error: errors["password"],
                    autocomplete: "new-password")
                Field(
                    "The same again", name: "again", type: "password", error: errors["again"],
                    autocomplete: "new-password")
                button(.class("button button--wide"), .type("submit")) { "Create my account and sign in" }
            }
            p { a(.href(SetupHandlers.schools.path())) { "Back to the schools" } }
        }
    }
}

/// The last two steps, for the administrator who is signed in now.
struct SetupGuidePage: HTML {
    struct State: Sendable {
        let policies: Int64
        let policiesInForce: Int64
        let staff: Int64
        let pupils: Int64
        let answers: Int64

        var isDone: Bool { policies > 0 && staff > 1 && pupils > 0 && answers > 0 }
    }

    let state: State
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Setting up", in: .today, for: viewer, context) {
            PageHead(
                overline: "Setting up",
                heading: heading,
                lede: lede)
            ol(.class("steps measure"), .role("list")) {
                for name in SetupSteps.names.prefix(3) { li(.class("is-done")) { h2 { name } } }
                policyStep
                listsStep
            }
        }
    }

    private var heading: String {
        guard state.isDone else { return "You are in. Two steps are left" }
        return state.policiesInForce > 0 ? "Everything is in place" : "Now the policy needs its signatures"
    }

    private var lede: String {
        guard state.isDone else { return "This page stays at the same address until both are done." }
        return state.policiesInForce > 0
            ? "You can close this page for good."
            : "Invite those who sign under People. Until they have signed, nobody can write a post."
    }

    private var hasManySchools: Bool { viewer.schools.count > 1 }

    private var policyStep: Markup {
        li(.class(state.policies > 0 ? "is-done" : "is-here")) {
            h2 { "The policy" }
            if state.policies > 0 {
                p {
                    state.policiesInForce > 0
                        ? "One is in force." : "There is a draft. It takes effect when those it names have signed it."
                }
                p { a(.class("button button--plain"), .href(PolicyRoutes.index.path())) { "Go to Policies" } }
            } else {
                p { "Start from the one that is most like yours. You change every word before anybody signs." }
                form(.method("post"), .action(PolicyRoutes.draft.path()), .class("stack")) {
                    CSRFField(viewer)
                    input(.type("hidden"), .name("of"), .value(hasManySchools ? "trust" : "school"))
                    input(.type("hidden"), .name("reason"), .value("First policy"))
                    Field("Template", name: "template", options: templates)
                    button(.class("button"), .type("submit")) { "Start from this one" }
                }
                if hasManySchools {
                    p(.class("soft small")) {
                        "This one is for all schools of \(viewer.trust.name), and signed by people who hold their role for the whole trust. Under Policies a school gets one of its own."
                    }
                }
            }
        }
    }

    private var templates: [(value: String, label: String)] {
        PolicyTemplate.all.map { (value: $0.name, label: $0.title) }
    }

    private var listsStep: Markup {
        li(.class(state.staff > 1 && state.pupils > 0 && state.answers > 0 ? "is-done" : "is-later")) {
            h2 { "People, roll and consent" }
            p { "From CSV files of your other systems. Each is checked before anything changes." }
            ul(.class("stack stack--s"), .role("list")) {
                list("Staff", .staff, state.staff > 1 ? "\(state.staff) people" : nil)
                list("The roll", .roll, state.pupils > 0 ? "\(state.pupils) pupils" : nil)
                list("Consent answers", .consent, state.answers > 0 ? "\(state.answers) answers" : nil)
            }
        }
    }

    private func list(_ title: String, _ kind: ImportKind, _ count: String?) -> Markup {
        li(.class("row")) {
            a(.href(kind.path)) { title }
            if let count { Chip(count, .gate, icon: .check) } else { Chip("Not yet", .warn, icon: .warn) }
        }
    }
}
