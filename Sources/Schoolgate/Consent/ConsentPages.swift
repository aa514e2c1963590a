import Gate
import HTML
import Policy
import Web

/// The way into the register: a name, never a list of everybody.
struct ConsentIndexPage: HTML {
    let view: ConsentIndex
    let viewer: Viewer
    let context: Context

    private var isKeeper: Bool { viewer.may(.keepConsent) }

    var body: Markup {
        Shell("Consent", in: .consent, for: viewer, context) {
            PageHead(
                overline: "Consent register", heading: heading,
                lede: "Search for a child by name. Each child’s page that you open is on the record, with your name.")
            form(.class("ask stack"), .method("get"), .action(ConsentHandlers.index.path()), .role("search")) {
                div(.class("ask__row")) {
                    Field(
                        "The child’s name", name: "q", value: view.search.text, type: "search",
                        hint: "At least two letters.", autocomplete: "off")
                    button(.class("button"), .type("submit")) { "Search" }
                }
            }
            if !view.search.text.isEmpty {
                PupilResults(search: view.search) { pupil in
                    a(.href(ConsentHandlers.show.path(pupil.id))) { pupil.nameAndYear }
                }
            }
            p(.class("row")) {
                a(.class("button button--plain"), .href(ObjectionHandlers.form.path())) {
                    Icon.camera.markup
                    " Somebody does not want to be in the picture"
                }
                if viewer.may(.importRoll) {
                    a(.class("button button--quiet"), .href(ImportKind.consent.path)) { "Import answers" }
                }
            }
            if isKeeper { unnamed }
        }
    }

    private var heading: String {
        guard !view.search.text.isEmpty, view.search.isLongEnough else { return "Who may be shown, and who may not" }
        switch view.search.pupils.count {
        case 0: return "Nobody on the roll is called “\(view.search.text)”"
        case 1: return "One child is called “\(view.search.text)”"
        case let count:
            return "\(view.search.hasMore ? "More than " : "")\(count) children are called “\(view.search.text)”"
        }
    }

    private var unnamed: Markup {
        guard !view.unnamed.isEmpty else { return Markup() }
        return section(.class("stack"), .aria(.labelledby, "s-unnamed")) {
            h2(.id("s-unnamed")) {
                view.unnamed.count == 1
                    ? "One objection waits for a name" : "\(view.unnamed.count) objections wait for a name"
            }
            p { "Find out who it was, record the objection on the child’s page, and say here how it was settled." }
            ul(.class("stack"), .role("list")) {
                for objection in view.unnamed {
                    li(.class("card stack stack--s")) {
                        h3 { objection.event }
                        p { objection.description }
                        p(.class("soft small")) {
                            "\(context.clock.plainDate(of: objection.day)), noted by \(objection.recordedBy)"
                        }
                        form(
                            .method("post"), .action(ObjectionHandlers.settle.path(objection.id)),
                            .class("stack stack--s")
                        ) {
                            CSRFField(viewer)
                            Field("How it was settled", name: "how", lines: 2, id: "field-how-\(objection.id.rawValue)")
                            button(.class("button button--plain"), .type("submit")) {
                                "Settle it"
                                span(.class("hush")) { ": \(objection.event)" }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// What a search for a child found; each is shown as the page needs it.
struct PupilResults: HTML {
    let search: PupilSearch
    let row: (Pupil) -> Markup

    init(search: PupilSearch, @HTMLBuilder row: @escaping (Pupil) -> Markup) {
        self.search = search
        self.row = row
    }

    var body: Markup {
        if !search.isLongEnough {
            p(.role("status")) { "Type at least two letters of the name." }
        } else if search.pupils.isEmpty {
            p(.role("status")) {
                search.nearest.map { "Did you mean \($0)?" }
                    ?? "Nobody of that name is on the roll. Check the spelling, or try the last name."
            }
        } else {
            ul(.class("stack"), .role("list")) {
                for pupil in search.pupils { li(.class("card")) { row(pupil) } }
            }
            if search.hasMore {
                p(.class("soft")) { "There are more. Type more of the name, or the last name as well." }
            }
        }
    }
}

extension ConsentRegister.State {
    var chip: Chip {
        switch self {
        case .inForce: Chip("In force", .gate, icon: .check)
        case .unanswered: Chip("No answer: counts as no", .warn, icon: .warn)
        case .refused: Chip("No", .block, icon: .no)
        case .withdrawn: Chip("Withdrawn", .block, icon: .no)
        case .expired: Chip("Expired", .warn, icon: .clock)
        case .objected: Chip("Objection", .block, icon: .no)
        case .doNotPublish: Chip("Do not publish", .block, icon: .block)
        case .waiting: Chip("Waits for a parent or carer", .hold, icon: .hold)
        }
    }
}

extension Purpose {
    var title: String { rawValue.prefix(1).uppercased() + rawValue.dropFirst() }
}

extension Consent.Decision {
    var title: String {
        switch self {
        case .yes: "Yes"
        case .no: "No"
        case .withdrawn: "Withdrawn"
        case .objected: "Objection"
        case .doNotPublish: "Do-not-publish list"
        }
    }
}
