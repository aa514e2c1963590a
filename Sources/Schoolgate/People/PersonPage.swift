import HTML
import Policy
import Web

/// One person: what they do, since when, and how they get in.
struct PersonPage: HTML {
    let entry: PersonEntry
    /// Roles that wait for a second person.
    let proposals: [AppointmentProposal]
    /// The day they leave, where one is set.
    let leaving: Day?
    let mail: MailPerson
    /// Shown once, right after it was made.
    let link: (address: String, until: Instant)?
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    private var person: Person { entry.person }
    private var isManaged: Bool { viewer.may(.managePeople) && entry.isManaged(by: viewer, on: context.today) }
    private var isAppointable: Bool { viewer.may(.managePeople) && person.id != viewer.id }

    var body: Markup {
        Shell(person.name, in: .people, for: viewer, context) {
            PageHead(overline: "People", heading: person.name, lede: person.email)
            p(.class("row")) {
                entry.chip
                if let leaving { Chip("Leaves \(context.clock.plainDate(of: leaving))", .warn, icon: .clock) }
                if let staffID = entry.staffID { Chip("Staff number \(staffID)") }
            }
            if let link { freshLink(link) }
            errors.summary
            UnreachableNote(
                person: person, kept: mail, isOwn: person.id == viewer.id,
                action: viewer.may(.managePeople)
                    ? person.id == viewer.id ? MailHandlers.again.path() : MailHandlers.retry.path(person.id) : nil,
                viewer: viewer, context: context)
            div(.class("split")) {
                roles
                if isAppointable { appoint }
            }
            p {
                a(.href(ReadinessHandlers.training.path(person.id))) { "Training and confirmations" }
            }
            if isManaged { access }
            if person.id == viewer.id {
                p(.class("note")) {
                    "Nobody changes their own roles. "
                    a(.href(OwnAccountHandlers.show.path())) { "Your password and your sessions" }
                }
            }
        }
    }

    private func freshLink(_ link: (address: String, until: Instant)) -> Markup {
        section(.class("card stack stack--s"), .aria(.labelledby, "s-link")) {
            h2(.id("s-link")) { "Hand this link to \(person.firstName)" }
            p {
                "It works once, until \(context.clock.moment(of: link.until, now: context.now())). It is shown only now: copy it, or make another later, which ends this one."
            }
            Field("The link", name: "link", value: link.address, attributes: [Attribute("readonly", if: true)])
            p(.class("soft small")) {
                if entry.hasPassword { "\(person.firstName) is told that you made it. " }
                "Whoever has the link can choose the password, so hand it over in person or by a message that only they read."
            }
        }
    }

    private var roles: Markup {
        section(.aria(.labelledby, "s-roles")) {
            h2(.id("s-roles")) { "Roles" }
            if entry.appointments.isEmpty, proposals.isEmpty { p { "None." } }
            ul(.class("stack"), .role("list")) {
                for proposal in proposals where isShown(proposal) {
                    AppointmentProposalCard(proposal: proposal, viewer: viewer, context: context)
                }
                for appointment in visible { role(appointment) }
            }
        }
    }

    private func isShown(_ proposal: AppointmentProposal) -> Bool {
        proposal.appointment.school.map { id in viewer.schools.contains { $0.id == id } } ?? true
    }

    /// Those at schools the viewer has nothing to do with are not theirs to see.
    private var visible: [AppointmentEntry] {
        entry.appointments.filter { appointment in
            appointment.school.map { id in viewer.schools.contains { $0.id == id } } ?? true
        }
    }

    private func role(_ appointment: AppointmentEntry) -> Markup {
        let today = context.today
        let place = viewer.schools.first { $0.id == appointment.school }?.name ?? "The whole trust"
        let dates =
            "since \(context.clock.plainDate(of: appointment.since))"
            + (appointment.until.map { ", until \(context.clock.plainDate(of: $0))" } ?? "")
        return li(.class("card stack stack--s")) {
            h3 { appointment.role.title }
            p(.class("soft")) { "\(place), \(dates)" }
            if !appointment.role.isKnown { p(.class("small soft")) { "A job title. It carries no rights." } }
            if isAppointable, !appointment.isOver(on: today),
                viewer.mayAppoint(appointment.role, at: appointment.school),
                appointment.school == nil || appointment.school == viewer.school.id
            {
                form(.method("post"), .action(PeopleHandlers.endAppointment.path(appointment.id))) {
                    CSRFField(viewer)
                    button(.class("button button--quiet"), .type("submit")) {
                        "End this role now"
                        span(.class("hush")) { ": \(appointment.role.title)" }
                    }
                }
            } else if appointment.isOver(on: today) {
                p { Chip("Ended") }
            }
        }
    }

    private var appoint: Markup {
        section(.class("card"), .aria(.labelledby, "s-appoint")) {
            h2(.id("s-appoint")) { "Give a role" }
            form(.method("post"), .action(PeopleHandlers.appoint.path(person.id)), .class("stack")) {
                CSRFField(viewer)
                AppointmentFields(typed: typed, errors: errors, viewer: viewer, context: context)
                button(.class("button button--plain"), .type("submit")) { "Give the role" }
            }
        }
    }

    private var access: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-access")) {
            h2(.id("s-access")) { "Access" }
            if person.isActive {
                p { accessWords }
                form(.method("post"), .action(PeopleHandlers.issueLink.path(person.id))) {
                    CSRFField(viewer)
                    button(.class("button"), .type("submit")) {
                        entry.hasPassword ? "Make a reset link" : "Make an invitation link"
                    }
                }
                if entry.hasSecondFactor {
                    p {
                        "Lost the telephone, and the recovery codes too? Without its second factor, \(person.firstName)’s password alone is asked for, and another is set up before anything else. \(person.firstName) is signed out and told who removed it."
                    }
                    form(.method("post"), .action(PeopleHandlers.removeFactor.path(person.id))) {
                        CSRFField(viewer)
                        button(.class("button button--plain"), .type("submit")) {
                            "Remove \(person.firstName)’s second factor"
                        }
                    }
                }
                if entry.isLinked, let provider = context.configuration.identity {
                    p {
                        "\(person.firstName) signs in with \(provider.name). Was the account there made anew? Then undo the link: the next sign-in with the same address makes another."
                    }
                    form(.method("post"), .action(PeopleHandlers.unlink.path(person.id))) {
                        CSRFField(viewer)
                        button(.class("button button--plain"), .type("submit")) {
                            "Undo \(person.firstName)’s link to \(provider.name)"
                        }
                    }
                }
                form(.method("post"), .action(HandoverHandlers.leave.path(person.id)), .class("stack")) {
                    CSRFField(viewer)
                    Field(
                        "\(person.firstName) leaves on", name: "leaves", value: leaving.map { "\($0)" } ?? "",
                        type: "date",
                        hint:
                            "A day opens a handover of each account they run. Emptied, the handovers end.")
                    button(.class("button button--plain"), .type("submit")) { "Keep this day" }
                }
                p {
                    "When somebody leaves, end their access: they are signed out everywhere at once. What they did stays in the record."
                }
                form(.method("post"), .action(PeopleHandlers.deactivate.path(person.id))) {
                    CSRFField(viewer)
                    button(.class("button button--plain"), .type("submit")) { "End \(person.firstName)’s access" }
                }
            } else {
                p { "\(person.firstName) cannot sign in." }
                form(.method("post"), .action(PeopleHandlers.reactivate.path(person.id))) {
                    CSRFField(viewer)
                    button(.class("button button--plain"), .type("submit")) {
                        "Open \(person.firstName)’s access again"
                    }
                }
            }
        }
    }

    private var rest: String { "\(context.configuration.restAfterLink.components.seconds / 3_600) hours" }

    private var decides: Bool {
        entry.appointments.contains {
            $0.isRunning(on: context.today) && LinkByAnother.deciders.contains($0.role)
        }
    }

    private var accessWords: String {
        if entry.hasPassword {
            return
                "Forgotten the password? A reset link works once, for a day. Choosing a new password signs \(person.firstName) out everywhere. \(person.firstName) is told who made it\(decides ? ", as are the headteacher and the chair of governors, and approves and signs nothing for \(rest) after it was used." : ".")"
        }
        if let until = entry.linkUntil {
            return
                "An invitation is open until \(context.clock.moment(of: until, now: context.now())). Making another ends it."
        }
        return "\(person.firstName) has no password yet. An invitation link works once, for seven days."
    }
}
