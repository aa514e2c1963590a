import Database
import HTML
import Policy
import Web

/// Confirming that one has read the policy, and the training that people have had.
enum ReadinessHandlers {
    static let policy = FixedRoute(.get, "/me/policy")
    static let confirm = FixedRoute(.post, "/me/policy")
    static let list = FixedRoute(.get, "/people/confirmations")
    static let training = Route<Person.ID>(.get, "/people/:id/training")
    static let record = Route<Person.ID>(.post, "/people/:id/training")
    static let strike = Route<TrainingEntry.ID>(.post, "/training/:id/strike")

    static func register(on router: inout Router<Context>) {
        router.on(policy, for: .signedIn, use: policy)
        router.on(confirm, for: .signedIn, use: confirm)
        router.on(list, for: .keepingPolicy, use: list)
        router.on(training, for: .holding(.seePeople), use: training)
        router.on(record, for: .holding(.managePeople), use: record)
        router.on(strike, for: .holding(.managePeople), use: strike)
    }

    static func policy(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        .page(try await policyPage(context, viewer, Form(), FieldErrors()))
    }

    static func confirm(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        var errors = FieldErrors()
        let name = (request.form["name"] ?? "").trimmed
        if request.form["read"] != "yes" { errors.add("read", "Tick this once you have read it.") }
        if name.lowercased() != viewer.person.name.lowercased() {
            errors.add("name", "Write your name as it stands here: \(viewer.person.name).")
        }
        guard errors.isEmpty else {
            return .page(try await policyPage(context, viewer, request.form, errors), status: 422)
        }
        let now = context.now(), digest = request.form["digest"] ?? ""
        try await context.database.write { db in
            guard let version = try PolicyVersion.inForce(at: viewer.school.id, in: db) else { throw Problem.notFound }
            try version.acknowledge(typed: name, digest: digest, by: viewer.person, at: now, in: db)
        }
        return .seeOther(policy.path())
    }

    private static func policyRoom(_ context: Context, _ viewer: Viewer, in db: Connection) throws -> GateRoom {
        guard let room = try context.rooms.room(of: viewer.school.id, in: db) else {
            throw Problem.refused("No policy is in force at \(viewer.school.name), so there is nothing to confirm yet.")
        }
        return room
    }

    private static func policyPage(
        _ context: Context, _ viewer: Viewer, _ typed: Form, _ errors: FieldErrors
    ) async throws -> Markup {
        let now = context.now()
        let view = try await context.database.read { db -> OwnReadiness in
            let room = try policyRoom(context, viewer, in: db)
            let right = PublishingRight(at: viewer.school, room, now: now)
            return OwnReadiness(
                rulebook: room.rulebook, right: right, given: try Acknowledgement.all(of: [viewer.id], in: db),
                training: try TrainingEntry.all(of: [viewer.id], in: db))
        }
        return OwnReadinessPage(view: view, typed: typed, errors: errors, viewer: viewer, context: context).body
    }

    /// P2: who has confirmed and been trained, and who has not, for the head and the policy's owner.
    static func list(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now(), today = context.today
        let page = try await context.database.read { db -> Markup in
            let room = try policyRoom(context, viewer, in: db)
            let right = PublishingRight(at: viewer.school, room, now: now)
            return ReadinessPage(
                rows: try ReadinessRow.all(right, at: viewer.school.id, on: today, in: db), right: right,
                viewer: viewer, context: context
            ).body
        }
        return .page(page)
    }

    static func training(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        .page(try await trainingPage(id, context, viewer, Form(), FieldErrors()))
    }

    static func record(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Person.ID
    ) async throws -> Response {
        var reader = FormReader(request.form)
        let what = reader.line(
            "what", missing: "Say what the training was, such as Running school accounts.", most: 120)
        let held = reader.day("held", missing: "Choose the day it was.")
        let until = reader.day("until")
        if let held, held > context.today { reader.refuse("held", "\(held) has not come yet. Choose the day it was.") }
        if let held, let until, until < held {
            reader.refuse("until", "This is before the training. Choose a later day.")
        }
        guard reader.errors.isEmpty, let held else {
            return .page(try await trainingPage(id, context, viewer, request.form, reader.errors), status: 422)
        }
        let now = context.now(), today = context.today
        try await context.database.write { db in
            let entry = try person(id, viewer, at: now, in: db)
            try TrainingEntry.add(
                what, heldOn: held, expiresOn: until, to: id, in: entry.chain(for: viewer, on: today), by: viewer.id,
                at: now, in: db)
        }
        return .seeOther(training.path(id))
    }

    static func strike(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: TrainingEntry.ID
    ) async throws -> Response {
        let now = context.now(), today = context.today
        let whose = try await context.database.write { db -> Person.ID in
            let person = try db.first("SELECT person_id FROM training WHERE id = \(id) AND struck_at IS NULL") {
                Person.ID($0.int(0))
            }
            guard let person else { throw Problem.notFound }
            let entry = try Self.person(person, viewer, at: now, in: db)
            guard let training = try TrainingEntry.all(of: [person], in: db).first(where: { $0.id == id }) else {
                throw Problem.notFound
            }
            try training.strike(in: entry.chain(for: viewer, on: today), by: viewer.id, at: now, in: db)
            return person
        }
        return .seeOther(training.path(whose))
    }

    /// Somebody whose training the viewer may write down: nobody writes down their own.
    private static func person(
        _ id: Person.ID, _ viewer: Viewer, at now: Instant, in db: Connection
    ) throws -> PersonEntry {
        guard let entry = try PersonEntry.find(id, for: viewer, now: now, in: db) else { throw Problem.notFound }
        guard id != viewer.id else {
            throw Problem.forbidden("Somebody else writes down your training: the headteacher or an administrator.")
        }
        return entry
    }

    private static func trainingPage(
        _ id: Person.ID, _ context: Context, _ viewer: Viewer, _ typed: Form, _ errors: FieldErrors
    ) async throws -> Markup {
        let now = context.now()
        return try await context.database.read { db in
            guard let entry = try PersonEntry.find(id, for: viewer, now: now, in: db) else { throw Problem.notFound }
            let room = try context.rooms.room(of: viewer.school.id, in: db)
            return TrainingPage(
                entry: entry, given: try Acknowledgement.all(of: [id], in: db),
                training: try TrainingEntry.all(of: [id], in: db),
                right: room.map { PublishingRight(at: viewer.school, $0, now: now) }, typed: typed,
                errors: errors, viewer: viewer, context: context
            ).body
        }
    }
}

/// How one of the school's people stands.
struct ReadinessRow: Sendable {
    let person: Person
    let isAsked: Bool
    let standing: AcknowledgementRule.Standing
    let trainedUntil: Day?
    /// Whether they run one of the school's accounts.
    let runsAccount: Bool

    /// Everybody with a running role here, in five queries.
    static func all(
        _ right: PublishingRight, at school: School.ID, on day: Day, in db: Connection
    ) throws -> [ReadinessRow] {
        let people = try db.all(
            """
            SELECT \(Person.columns) FROM people WHERE deactivated_at IS NULL AND EXISTS (
                SELECT 1 FROM appointments WHERE person_id = people.id AND since <= \(day)
                    AND (until IS NULL OR until >= \(day)) AND (school_id = \(school) OR school_id IS NULL))
            ORDER BY last_name, first_name, id LIMIT 2000
            """, Person.init(row:))
        var roles: [Int64: Set<Role>] = [:]
        try db.each(
            """
            SELECT person_id, role FROM appointments WHERE since <= \(day) AND (until IS NULL OR until >= \(day))
                AND (school_id = \(school) OR school_id IS NULL)
            """
        ) { roles[$0.int(0), default: []].insert(Role(rawValue: $0.text(1))) }
        let runners = Set(
            try db.all(
                """
                SELECT DISTINCT person_id FROM account_managers JOIN accounts ON accounts.id = account_id
                WHERE school_id = \(school) AND closed_at IS NULL AND (network <> 'practice' OR proposal_id IS NOT NULL)
                """
            ) { Person.ID($0.int(0)) })
        let given = Dictionary(grouping: try Acknowledgement.all(of: people.map(\.id), in: db), by: \.person)
        let training = Dictionary(grouping: try TrainingEntry.all(of: people.map(\.id), in: db), by: \.person)
        return people.map { person in
            ReadinessRow(
                person: person, isAsked: right.acknowledgement.asks(roles[person.id.rawValue] ?? []),
                standing: right.acknowledgement.standing(of: given[person.id] ?? []),
                trainedUntil: right.lastDay(training[person.id] ?? []), runsAccount: runners.contains(person.id))
        }
    }
}
