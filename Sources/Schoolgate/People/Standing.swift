import Database
import Policy
import Synchronization

/// Who somebody is and where they have something to do, the same for all their sessions that look at one school.
struct Standing: Sendable {
    private struct Key: Hashable {
        let person: Person.ID
        let school: Int64?
        let day: Day
    }

    let person: Person
    let school: School
    let schools: [School]
    let appointments: [Appointment]
    let trust: Trust
    let links: [LinkByAnother]
    let pause: Pause?
    let number = Standing.nextNumber()

    /// Nil for somebody who has no access, or no role anywhere today.
    static func of(
        _ person: Person.ID, choosing school: Int64?, on day: Day, now: Instant, in db: Connection
    ) throws -> Standing? {
        try db.unchanged(Key(person: person, school: school, day: day)) {
            guard let person = try Person.find(person, in: db), person.isActive, let trust = try Trust.find(in: db)
            else { return nil }
            let appointments = try Person.appointments(of: person.id, on: day, in: db)
            let schools = try School.all(in: db).filter { school in
                appointments.contains { $0.school == nil || $0.school == school.id }
            }
            guard let chosen = schools.first(where: { $0.id.rawValue == school }) ?? schools.first else { return nil }
            return Standing(
                person: person, school: chosen, schools: schools, appointments: appointments, trust: trust,
                links: try LinkByAnother.of(person.id, since: now - LinkByAnother.told, in: db),
                pause: try Pause.on(at: chosen.id, in: db))
        }
    }

    static func nextNumber() -> UInt64 { numbers.add(1, ordering: .relaxed).newValue }
}

private let numbers = Atomic<UInt64>(0)
