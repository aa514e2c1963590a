import Crypto
import Database
import DatabaseTesting
import Foundation
import Imaging
import Policy
import Synchronization
import Testing
import Web

import struct Gate.Link

@testable import Schoolgate

/// A site on a fresh database with a trust of two schools, and a clock that tests can turn.
struct TestSite: Sendable {
    let site: Site
    let database: Database
    let time: TestClock

    var context: Context { site.context }

    /// Ruth heads Larkmere, Tom teaches there, Dawn keeps its office; Sam heads Holloway, which is another school.
    static let password = "Lantern-walk-4"

    /// What their authenticators hold, for those who need one.
    static let secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"

    static func code(at now: Instant) -> String {
        OneTimeCode(base32: secret)?.code(at: now.milliseconds / 1_000) ?? ""
    }

    /// The program that stands beside the tests, whose child makes pictures ready.
    static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "schoolgate").path
    /// What it has pictures worked on by.
    static let pictureProgram = program + "-pictures"
}

/// Monday 23 November 2026, 09:00 in London, until a test turns it.
final class TestClock: Sendable {
    private let milliseconds = Mutex<Int64>(1_795_424_400_000)

    var now: Instant { Instant(milliseconds: milliseconds.withLock { $0 }) }

    func turn(by span: Duration) { milliseconds.withLock { $0 += span.milliseconds } }
}

/// Runs `body` against a site on a fresh database of this engine.
func withSite(
    _ engine: Engine = .sqlite, reaching privateHosts: Set<String> = [], identity: IdentitySettings? = nil,
    networks: NetworkSettings = NetworkSettings(),
    _ body: @Sendable (TestSite) async throws -> Void
) async throws {
    try await withDatabase(engine, migrations: Migration.all) { database in
        let time = TestClock()
        let folder = FileManager.default.temporaryDirectory.appending(path: "schoolgate-\(UUID())").path()
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let site = try await Site(
            database: database,
            configuration: Configuration(
                publicURL: "http://127.0.0.1:8080", dataFolder: folder, privateHosts: privateHosts,
                identity: identity, networks: networks), keys: Keys(),
            passwords: Passwords(.least), log: Log { _ in },
            pictures: PictureWorker(executable: TestSite.pictureProgram), links: LinkFacts { $0.map { Link(url: $0) } },
            now: { time.now })
        let hash = try await site.context.passwords.hash(TestSite.password)
        try await database.write { db in try TestPeople.add(hash, site.context.keys, in: db) }
        try await body(TestSite(site: site, database: database, time: time))
    }
}

/// Who is there in every test; ids follow the order.
enum TestPeople {
    static let larkmere = School.ID(rawValue: 1)
    static let holloway = School.ID(rawValue: 2)

    struct Somebody {
        let first: String
        let last: String
        let role: Role
        let school: School.ID?

        var email: String { "\(first.lowercased())@example.test" }
    }

    static let all = [
        Somebody(first: "Ruth", last: "Adeyemi", role: "headteacher", school: larkmere),
        Somebody(first: "Martin", last: "Pryce", role: "deputy", school: larkmere),
        Somebody(first: "Tom", last: "Okafor", role: "teacher", school: larkmere),
        Somebody(first: "Dawn", last: "Cartledge", role: "office", school: larkmere),
        Somebody(first: "Geoffrey", last: "Lund", role: "chair", school: larkmere),
        Somebody(first: "Asha", last: "Rao", role: "administrator", school: nil),
        Somebody(first: "Sam", last: "Bright", role: "headteacher", school: holloway),
        Somebody(first: "Jo", last: "Finch", role: "caretaker", school: larkmere),
    ]

    static func add(_ hash: String, _ keys: Keys, in db: Connection) throws {
        try db.run("INSERT INTO trusts (name, created_at) VALUES ('Weirside Trust', 0)")
        for (code, name) in [("larkmere", "Larkmere Primary School"), ("holloway", "Holloway School")] {
            try db.run("INSERT INTO schools (code, name) VALUES (\(code), \(name))")
        }
        for person in all {
            let id = try db.one(
                """
                INSERT INTO people (first_name, last_name, email, password_hash, created_at)
                VALUES (\(person.first), \(person.last), \(person.email), \(hash), 0) RETURNING id
                """
            ) { $0.int(0) }
            try db.run(
                """
                INSERT INTO appointments (person_id, school_id, role, since)
                VALUES (\(id), \(person.school), \(person.role.rawValue), '2020-09-01')
                """
            )
            if SecondFactor.requiredRoles.contains(person.role) { try equip(Person.ID(id), keys, in: db) }
        }
    }

    /// Gives somebody the authenticator that everybody has in these tests, without a word in the record.
    static func equip(_ person: Person.ID, _ keys: Keys, in db: Connection) throws {
        let sealed = try Sealed.seal(
            Array(TestSite.secret.utf8), key: keys.derived(for: "second factor"),
            context: "second factor of person \(person.rawValue)")
        try db.run(
            "INSERT INTO second_factors (person_id, sealed_secret, enrolled_at) VALUES (\(person), \(sealed), 0)")
    }

    static func id(_ first: String) -> Person.ID {
        Person.ID(rawValue: Int64((all.firstIndex { $0.first == first } ?? -1) + 1))
    }
}
