import Database
import Policy
import Web

extension Waiting {
    private struct LinksKey: Hashable {
        let school: School.ID
        let day: Day
    }

    /// Links that let somebody in as somebody else: told to whom they were made for, and to head and chair.
    static func links(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let own = viewer.links.news.map { _ in
            Waiting(
                title: viewer.links.isAboutLink
                    ? "Did you ask for a new sign-in link?" : "Did you ask for your second factor to be removed?",
                why: viewer.links.isAboutLink
                    ? "Somebody else made one for you. Look at when it was used, and say whether you asked for it."
                    : "Somebody else removed it. Look at when, and say whether you asked for it.",
                path: OwnAccountHandlers.show.path(), action: "Answer", chip: Chip("Your account", .warn, icon: .lock),
                due: nil, urgency: .now, kind: .link)
        }
        return (own.map { [$0] } ?? []) + (try linksOfOthers(viewer, context, in: db))
    }

    private static func linksOfOthers(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        guard viewer.holds(["headteacher", "chair"], at: viewer.school.id) else { return [] }
        let now = context.now(), today = context.today
        let links = try db.unchanged(LinksKey(school: viewer.school.id, day: today)) {
            try LinkByAnother.ofDeciders(
                at: viewer.school.id, on: today, since: now - LinkByAnother.shown, in: db)
        }
        let others = links.filter {
            $0.madeAt > now - LinkByAnother.shown && $0.person != viewer.id && $0.issuer != viewer.id
        }
        return others.prefix(10).map { link in
            let made = "Made \(context.clock.moment(of: link.madeAt, now: now))"
            let use = link.usedAt.map { ", and used \(context.clock.moment(of: $0, now: now))" } ?? ", and not used yet"
            let why =
                link.isLink
                ? "\(made)\(use). Whoever has it signs in as \(link.personName). Ask them in person whether they wanted it."
                : "\(context.clock.moment(of: link.madeAt, now: now)). Whoever knows the password can set up another. Ask \(link.personName) in person whether they wanted it."
            return Waiting(
                title:
                    "\(link.issuerName) \(link.isLink ? "made a new sign-in link for" : "removed the second factor of") \(link.personName)",
                why: why,
                path: viewer.may(.seePeople)
                    ? PeopleHandlers.show.path(link.person) : RecordHandlers.index.path(),
                action: viewer.may(.seePeople) ? "Open their page" : "Read the record",
                chip: Chip("People", icon: .lock), due: nil, urgency: .today, kind: .link)
        }
    }
}
