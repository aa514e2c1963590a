import Database
import Gate
import Policy

/// Lives the demo's year through: every moment in its order, by the same steps that people's clicks take, each at
/// its own time. So the record is a chain like any other, and nothing in it is claimed that the gate did not say.
struct DemoBuilder {
    let files: DemoFiles
    let pictures: [String: DemoPicture]
    let passwordHash: String
    let context: Context
    let calendar: DemoCalendar
    let db: Connection
    /// One for the whole build, so that the roll is made ready once; thrown away if the transaction fails.
    let rooms = GateRooms()

    var schools: [String: School] = [:]
    var people: [String: Person] = [:]
    var pupils: [String: Pupil.ID] = [:]
    /// The accounts of a school by the name its lines use, and the website by its own.
    var accounts: [String: Account] = [:]
    private var moments: [Moment] = []

    private struct Moment {
        let at: Instant
        let order: Int
        let act: (inout DemoBuilder, Instant) throws -> Void
    }

    init(
        _ files: DemoFiles, _ pictures: [String: DemoPicture], _ passwordHash: String, _ context: Context,
        _ db: Connection
    ) {
        self.files = files
        self.pictures = pictures
        self.passwordHash = passwordHash
        self.context = context
        self.db = db
        calendar = DemoCalendar(now: context.now(), clock: context.clock)
    }

    mutating func build() throws {
        planPeople()
        planRoll()
        planPolicies()
        planDraft()
        planReadiness()
        planProposals()
        planAccounts()
        planConsents()
        try planPosts()
        planCalendar()
        planKeeping()
        for moment in moments.sorted(by: { ($0.at, $0.order) < ($1.at, $1.order) }) {
            try moment.act(&self, moment.at)
        }
    }

    /// Something that happens at a moment of the past; at the same moment, what was planned first comes first.
    mutating func plan(_ at: Instant, _ act: @escaping (inout DemoBuilder, Instant) throws -> Void) {
        moments.append(Moment(at: at, order: moments.count, act: act))
    }

    /// Something that happens so many days before today.
    mutating func plan(
        daysAgo: Int, _ time: String, _ act: @escaping (inout DemoBuilder, Instant) throws -> Void
    ) {
        plan(calendar.instant(daysAgo: daysAgo, time), act)
    }

    func school(_ code: String) throws -> School {
        guard let school = schools[code] else { throw DemoProblem("The demo knows no school “\(code)”.") }
        return school
    }

    func person(_ staffID: String) throws -> Person {
        guard let person = people[staffID] else { throw DemoProblem("The demo knows nobody with number \(staffID).") }
        return person
    }

    func account(_ name: String) throws -> Account {
        guard let account = accounts[name] else { throw DemoProblem("The demo has no account “\(name)”.") }
        return account
    }

    /// Somebody as they would act at a school on a day.
    func viewer(_ staffID: String, at school: School, on day: Day) throws -> Viewer {
        let person = try person(staffID)
        return Viewer(
            person: person, school: school, schools: [school],
            appointments: try Person.appointments(of: person.id, on: day, in: db),
            trust: try Trust.find(in: db) ?? Trust(name: ""), csrf: "")
    }
}

extension Context {
    /// The same at another time.
    func at(_ instant: Instant) -> Context {
        Context(
            database: database, configuration: configuration, keys: keys, vault: vault, passwords: passwords,
            log: log, now: { instant }, media: media, networks: networks, links: links, pictures: pictures)
    }
}
