import Database
import HTML
import Web

/// The second person's word on a role that one person alone may not give.
enum AppointmentProposalHandlers {
    static let confirm = Route<AppointmentProposal.ID>(.post, "/appointment-proposals/:id/confirmation")
    static let end = Route<AppointmentProposal.ID>(.post, "/appointment-proposals/:id/removal")

    static func register(on router: inout Router<Context>) {
        router.on(confirm, for: .holding(.managePeople), use: confirm)
        router.on(end, for: .holding(.managePeople), use: end)
    }

    static func confirm(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: AppointmentProposal.ID
    ) async throws -> Response {
        let now = context.now()
        let person = try await context.database.write { db in
            guard let proposal = try AppointmentProposal.find(id, in: db) else { throw Problem.notFound }
            try proposal.confirm(by: viewer, at: now, in: db)
            return proposal.person
        }
        return .seeOther(PeopleHandlers.show.path(person))
    }

    static func end(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: AppointmentProposal.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            guard let proposal = try AppointmentProposal.find(id, in: db) else { throw Problem.notFound }
            try proposal.end(by: viewer, at: now, in: db)
        }
        return .seeOther(PeopleHandlers.index.path())
    }
}

/// A role that waits for a second person, on the page of whom it is about.
struct AppointmentProposalCard: HTML {
    let proposal: AppointmentProposal
    let viewer: Viewer
    let context: Context

    var body: Markup {
        li(.class("card stack stack--s")) {
            h3 { proposal.appointment.role.title }
            p { Chip("Waits for a second person", .hold) }
            p(.class("soft")) {
                "\(proposal.proposerName) proposed it \(context.clock.moment(of: proposal.proposedAt, now: context.now())). It begins when somebody else who may give this role agrees."
            }
            if proposal.waits(for: viewer) {
                form(.method("post"), .action(AppointmentProposalHandlers.confirm.path(proposal.id))) {
                    CSRFField(viewer)
                    button(.class("button"), .type("submit")) {
                        "Agree"
                        span(.class("hush")) { ": \(proposal.personName) becomes \(proposal.appointment.role.title)" }
                    }
                }
            }
            if proposal.mayBeEnded(by: viewer) {
                form(.method("post"), .action(AppointmentProposalHandlers.end.path(proposal.id))) {
                    CSRFField(viewer)
                    button(.class("button button--quiet"), .type("submit")) {
                        proposal.proposer == viewer.id ? "Take it back" : "Refuse"
                    }
                }
            }
        }
    }
}

extension Waiting {
    /// Roles that somebody else proposed and that wait for this viewer's word.
    static func appointments(_ viewer: Viewer, in db: Connection) throws -> [Waiting] {
        guard viewer.may(.managePeople) else { return [] }
        return try AppointmentProposal.open(at: viewer.school.id, in: db).filter { $0.waits(for: viewer) }.map {
            proposal in
            Waiting(
                title: "Shall \(proposal.personName) become \(proposal.appointment.role.title.lowercased())?",
                why:
                    "\(proposal.proposerName) proposed it. A role that opens doors is given by two people: look who it is, and agree or refuse.",
                path: PeopleHandlers.show.path(proposal.person), action: "Look", chip: Chip("People", icon: .people),
                due: nil, urgency: .today, kind: .people)
        }
    }
}
