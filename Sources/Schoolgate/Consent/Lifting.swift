import Database
import Gate
import Policy

extension ConsentEntry {
    /// Lifts an objection or takes the child off the list, from today on; the reason stays in the register.
    static func lift(
        _ id: ID, because reason: String, at school: School.ID, by person: Person.ID, _ context: Context,
        in db: Connection
    ) throws -> Pupil.ID {
        let row = try db.first(
            """
            SELECT consents.pupil_id, decision, lifted_on FROM consents JOIN pupils ON pupils.id = consents.pupil_id
            WHERE consents.id = \(id) AND pupils.school_id = \(school)
            """
        ) { (pupil: Pupil.ID($0.int(0)), decision: $0.text(1), isLifted: !$0.isNull(2)) }
        guard let row, row.decision == "objected" || row.decision == "do-not-publish" else { throw Problem.notFound }
        guard !row.isLifted else { throw Problem.conflict("This was lifted already.") }
        try db.run(
            """
            UPDATE consents SET lifted_on = \(context.today), lifted_by = \(person), lifted_reason = \(reason)
            WHERE id = \(id)
            """
        )
        try Revision.consents.raise(in: db)
        try Record.write(
            Event(
                row.decision == "objected" ? "lifted the objection for" : "took off the do-not-publish list", "pupil",
                row.pupil.rawValue, in: .school(school), by: person, fields: [("reason", reason)]), at: context.now(),
            in: db)
        return row.pupil
    }
}

/// Somebody objected, and nobody on the spot could say who: kept until somebody can.
struct UnnamedObjection: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<UnnamedObjection>

    let id: ID
    let event: String
    let description: String
    let day: Day
    let recordedBy: String

    static func open(at school: School.ID, in db: Connection) throws -> [UnnamedObjection] {
        try db.all(
            """
            SELECT unnamed_objections.id, event, description, day, first_name, last_name
            FROM unnamed_objections JOIN people ON people.id = recorded_by
            WHERE school_id = \(school) AND settled_at IS NULL ORDER BY unnamed_objections.id
            """
        ) { row in
            UnnamedObjection(
                id: ID(row.int(0)), event: row.text(1), description: row.text(2),
                day: Day(row.text(3)) ?? Day(daysSince1970: 0), recordedBy: "\(row.text(4)) \(row.text(5))")
        }
    }

    static func record(
        event: String, description: String, at school: School.ID, by person: Person.ID, _ context: Context,
        in db: Connection
    ) throws {
        let id = try db.one(
            """
            INSERT INTO unnamed_objections (school_id, event, description, day, recorded_by, recorded_at)
            VALUES (\(school), \(event), \(description), \(context.today), \(person), \(context.now())) RETURNING id
            """
        ) { $0.int(0) }
        try Record.write(
            Event(
                "recorded an objection", "unnamed objection", id, in: .school(school), by: person,
                fields: [("event", event), ("description", description)]), at: context.now(), in: db)
    }

    static func settle(
        _ id: ID, how: String, at school: School.ID, by person: Person.ID, _ context: Context, in db: Connection
    ) throws {
        let count = try db.run(
            """
            UPDATE unnamed_objections SET settled_at = \(context.now()), settled_by = \(person), settled_how = \(how)
            WHERE id = \(id) AND school_id = \(school) AND settled_at IS NULL
            """
        )
        guard count == 1 else { throw Problem.notFound }
        try Record.write(
            Event(
                "settled an objection", "unnamed objection", id.rawValue, in: .school(school), by: person,
                fields: [("how", how)]), at: context.now(), in: db)
    }
}
