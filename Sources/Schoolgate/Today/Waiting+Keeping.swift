import Database
import Policy
import Web

extension Waiting {
    private struct UninvitedKey: Hashable {
        let school: School.ID
        let day: Day
    }

    /// The roles that see to it that everybody can get in.
    private static let doorkeepers: [Role] = ["administrator", "hr", "it"]

    /// What somebody began to write and has not sent.
    static func drafts(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let drafts = try Post.all(
            "posts.school_id = \(viewer.school.id) AND posts.state = 'draft' AND posts.author_id = \(viewer.id)",
            limit: 5, in: db)
        return drafts.map { post in
            Waiting(
                title: "“\(post.title)” is still a draft",
                why:
                    "You last saved it \(context.clock.moment(of: post.updatedAt, now: context.now())). Finish it and send it, or throw it away.",
                path: PostRoutes.edit.path(post.id), action: "Go on writing", chip: post.state.chip, due: nil,
                urgency: .thisWeek, kind: .draft)
        }
    }

    /// Children whose families have said neither yes nor no: the gate keeps them out of every picture.
    static func unanswered(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        let count = try context.rooms.unanswered(at: viewer.school.id, in: db)
        guard count > 0 else { return [] }
        return [
            Waiting(
                title: count == 1
                    ? "One child has no answer about pictures"
                    : "\(count.inWordsCapitalised) children have no answer about pictures",
                why: "Until their families answer, the gate stops every picture that shows them. Ask them again.",
                path: Section.consent.path, action: "Open the register", chip: Chip("Consent", icon: .consent),
                due: nil, urgency: .thisWeek, kind: .consent)
        ]
    }

    /// M16: somebody objected, and nobody on the spot could say who it was. Whoever knows the children names them.
    static func objections(_ viewer: Viewer, in db: Connection) throws -> [Waiting] {
        let open = try UnnamedObjection.open(at: viewer.school.id, in: db)
        guard let first = open.first else { return [] }
        return [
            Waiting(
                title: open.count == 1
                    ? "Somebody objected at “\(first.event)”, and has no name yet"
                    : "\(open.count.inWordsCapitalised) objections wait for a name",
                why:
                    "Until it is known who it was, the gate cannot keep them out of pictures. Find out, record it, and settle it in the register.",
                path: Section.consent.path, action: "Open the register", chip: Chip("Consent", .warn, icon: .consent),
                due: nil, urgency: .today, kind: .objection)
        ]
    }

    /// People who were added and have no way in.
    static func uninvited(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> [Waiting] {
        guard viewer.holds(doorkeepers, at: viewer.school.id) else { return [] }
        let today = context.today, now = context.now(), school = viewer.school.id
        let known = try db.unchanged(UninvitedKey(school: school, day: today)) {
            try db.all(
                """
                SELECT DISTINCT \(Person.columns), (SELECT max(expires_at) FROM one_time_links
                    WHERE one_time_links.person_id = people.id AND used_at IS NULL) AS link_until
                FROM people JOIN appointments ON appointments.person_id = people.id
                WHERE people.password_hash IS NULL AND people.deactivated_at IS NULL
                    AND (appointments.school_id = \(school) OR appointments.school_id IS NULL)
                    AND since <= \(today) AND (until IS NULL OR until >= \(today))
                ORDER BY people.last_name, people.first_name, people.id
                """
            ) { (person: Person(row: $0), linkUntil: $0.intOrNil(5)) }
        }
        let people = known.filter { $0.linkUntil ?? 0 <= now.milliseconds }.map(\.person)
        guard let first = people.first else { return [] }
        let others = people.count - 1
        return [
            Waiting(
                title: others == 0
                    ? "\(first.name) cannot sign in yet"
                    : "\(first.name) and \(others.inWords) \(others == 1 ? "other" : "others") cannot sign in yet",
                why: viewer.may(.managePeople)
                    ? "They were added without an invitation. Make a link, and hand it over."
                    : "They were added without an invitation. An administrator or the headteacher makes the link.",
                path: others == 0 ? PeopleHandlers.show.path(first.id) : UninvitedHandlers.index.path(),
                action: "See who",
                chip: Chip("People", icon: .people), due: nil, urgency: .thisWeek, kind: .people)
        ]
    }
}
