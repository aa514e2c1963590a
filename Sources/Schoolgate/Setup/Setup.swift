import Crypto
import Database
import Policy
import Web

/// Setting up an empty installation: trust, schools, first administrator, then policy and imports.
enum Setup {
    static let cookie = "schoolgate_setup"

    /// A fresh link for setting up, as long as nobody can sign in; nil once somebody can.
    ///
    /// An earlier link ends with it: whoever starts the program holds the only one.
    static func link(_ context: Context) async throws -> String? {
        let now = context.now()
        let token = try await context.database.write { db -> Token? in
            guard try isOpen(in: db) else { return nil }
            return try OneTimeLink.issue(.setup, for: nil, by: nil, at: now, in: db).token
        }
        return token.map { "\(context.configuration.publicURL)\(SetupHandlers.begin.path())?token=\($0.text)" }
    }

    /// For whoever arrives at a door before there is a way in.
    static let notice =
        "Schoolgate is not set up yet, so nobody can sign in. Whoever started it finds the link for setting up in what “schoolgate serve” printed at its start. Starting it again prints a new one."

    /// Whether nobody can sign in yet; no when it cannot be found out.
    static func isOpen(_ context: Context) async -> Bool {
        (try? await context.database.read { db in try isOpen(in: db) }) ?? false
    }

    /// Whether nobody can sign in yet.
    static func isOpen(in db: Connection) throws -> Bool {
        try db.first("SELECT 1 FROM people WHERE password_hash IS NOT NULL LIMIT 1") { _ in true } == nil
    }

    /// How far it has come.
    struct Progress: Sendable {
        let trust: Trust?
        let schools: [School]

        static func load(in db: Connection) throws -> Progress {
            Progress(trust: try Trust.find(in: db), schools: try School.all(in: db))
        }
    }

    /// Names the trust, once.
    static func nameTrust(_ name: String, _ context: Context, in db: Connection) throws {
        guard try Trust.find(in: db) == nil else { return }
        try db.run("INSERT INTO trusts (name, created_at) VALUES (\(name), \(context.now()))")
        try Record.write(Event("named the trust", "trust", in: .trust, by: nil), at: context.now(), in: db)
    }

    /// Makes the first administrator, of the whole trust; the link that led here is used up with it.
    static func makeAdministrator(
        _ person: NewPerson, hash: String, token: String, from address: String, _ context: Context, in db: Connection
    ) throws -> (person: Person.ID, token: Token)? {
        let now = context.now()
        guard try isOpen(in: db), let link = try OneTimeLink.spend(token, at: now, in: db), link.kind == .setup else {
            return nil
        }
        let id = try person.add(by: nil, in: .trust, at: now, in: db)
        try NewAppointment(school: nil, role: "administrator", since: context.today, until: nil)
            .enter(for: id, by: nil, at: now, in: db)
        guard let added = try Person.find(id, in: db) else { throw Problem.unexpected }
        try added.setPassword(hash, at: now, in: db)
        return (id, try Session.start(for: id, from: address, at: now, in: db))
    }
}
