import Database
import Gate
import Policy

/// Staff by their number or address: people without a password, who are invited later, and their roles.
enum StaffImport {
    private struct Known {
        let id: Int64
        var staffID: String?
        var firstName: String
        var lastName: String
        var email: String
    }

    private struct Books {
        var people: [Int64: Known] = [:]
        var byStaffID: [String: Int64] = [:]
        var byEmail: [String: Int64] = [:]
        var appointments: [Int64: [AppointmentEntry]] = [:]

        /// Whether a viewer finds this person under People: by a role at a school of theirs, or for the whole trust.
        func isSeen(_ person: Int64, by viewer: Viewer) -> Bool {
            (appointments[person] ?? []).contains { entry in
                entry.school.map { id in viewer.schools.contains { $0.id == id } } ?? viewer.isOfTrust
            }
        }

        init(in db: Connection) throws {
            try db.each("SELECT id, staff_id, first_name, last_name, email FROM people") { row in
                let known = Known(
                    id: row.int(0), staffID: row.textOrNil(1), firstName: row.text(2), lastName: row.text(3),
                    email: row.text(4))
                people[known.id] = known
                if let staffID = known.staffID { byStaffID[staffID] = known.id }
                byEmail[known.email] = known.id
            }
            for entry in try AppointmentEntry.all("1 = 1", in: db) {
                appointments[entry.person.rawValue, default: []].append(entry)
            }
        }
    }

    /// What a row means once it is compared with the books.
    private struct Step {
        let member: StaffMember
        let school: School.ID
        let email: String
        /// Nil for somebody new.
        let person: Int64?
        /// What the books say otherwise, as the record tells it.
        let changes: [(name: String, value: String)]
        var isChange: Bool { !changes.isEmpty }
        let isAppointment: Bool
    }

    static func run(
        _ file: ImportFile, _ scope: ImportScope, isTrial: Bool, _ context: Context, in db: Connection
    ) throws -> ImportReport {
        let reading = RollFiles.staff(file.bytes, file: file.name)
        var report = ImportReport(file, reading)
        let ids = Dictionary(uniqueKeysWithValues: try School.all(in: db).map { ($0.code, $0.id) })
        let books = try Books(in: db)
        var steps: [Step] = [], emails: [String: Int] = [:]
        for (member, line) in zip(reading.values, reading.lines) {
            guard let school = ids[member.school], scope.mayImport(.staff, at: school) else {
                let own = ids.filter { scope.mayImport(.staff, at: $0.value) }.keys
                report.refuse(line, RollImport.unknownSchool(member.school, own))
                continue
            }
            let found = find(member, books, scope, context)
            if let email = member.email?.lowercased(), let earlier = emails.updateValue(line, forKey: email) {
                report.refuse(line, "This email is on line \(earlier) already. Everybody signs in with their own.")
            } else if let problem = found.problem ?? problem(member, found.person, books, school, scope, context) {
                report.refuse(line, problem)
            } else {
                let next = step(member, found.person, books, school, context)
                if try waitsForSecondPerson(next, next.person.map { Person.ID($0) }, scope, context, in: db) {
                    report.note(
                        line,
                        "One person alone makes nobody \(member.role.title.lowercased()): this waits on their page until a second agrees."
                    )
                }
                steps.append(next)
            }
        }
        for step in steps {
            if step.person == nil {
                report.added += 1
            } else if step.isChange || step.isAppointment {
                report.changed += 1
            } else {
                report.unchanged += 1
            }
        }
        guard !report.isRefused, !isTrial, report.added + report.changed > 0 else { return report }
        try write(steps, report, scope, context, in: db)
        return report
    }

    private static func find(
        _ member: StaffMember, _ books: Books, _ scope: ImportScope, _ context: Context
    ) -> (person: Int64?, problem: String?) {
        let byID = books.byStaffID[member.staffID]
        let byEmail = member.email.flatMap { books.byEmail[$0.lowercased()] }
        if let byID, let byEmail, byID != byEmail {
            return (nil, "The staff number and the email belong to two different people. Check which is right.")
        }
        if byID == nil, let byEmail, let other = books.people[byEmail]?.staffID {
            // Another school's numbers are not for everybody who may import here.
            guard scope.viewer.map({ books.isSeen(byEmail, by: $0) }) ?? true else {
                return (
                    nil,
                    "Somebody else signs in with this email and has another staff number. Check the row, or ask the trust’s administrator."
                )
            }
            return (nil, "Whoever has this email has the staff number \(other). Check which is right.")
        }
        return (byID ?? byEmail, nil)
    }

    private static func problem(
        _ member: StaffMember, _ id: Int64?, _ books: Books, _ school: School.ID, _ scope: ImportScope,
        _ context: Context
    ) -> String? {
        if id == nil, member.email == nil {
            return "`email` is empty. Fill it in: it is what they sign in with."
        }
        let values: [(column: String, value: String?)] = [
            ("staff_id", member.staffID), ("first_name", member.firstName), ("last_name", member.lastName),
            ("email", member.email), ("role", member.role.rawValue),
        ]
        if let problem = ImportLimits.problem(values) { return problem }
        guard let viewer = scope.viewer else { return nil }
        let step = step(member, id, books, school, context)
        if let id, step.isChange || step.isAppointment {
            if id == viewer.id.rawValue { return "This is you. Nobody changes their own entry or roles." }
            let standing = (books.appointments[id] ?? []).filter { !$0.isOver(on: context.today) }
            guard standing.allSatisfy({ viewer.managesPeople(at: $0.school) }) || !step.isChange else {
                return
                    "They also work for another school or the whole trust, so the trust’s administrator changes their entry."
            }
        }
        let guarded = NewAppointment.guarded
        if step.isAppointment, !viewer.mayAppoint(member.role, at: school) {
            return "Only an administrator or the headteacher can make somebody \(member.role.title.lowercased())."
        }
        if step.isAppointment, guarded.contains(member.role), let bar = viewer.links.bar { return bar }
        // Whoever has this address at the provider would come in as them.
        if let id, context.configuration.identity != nil, step.changes.contains(where: { $0.name == "email" }),
            (books.appointments[id] ?? []).contains(where: {
                guarded.contains($0.role) && !$0.isOver(on: context.today)
            })
        {
            return
                "This address opens the account of somebody with a role that opens doors. Whoever runs the server changes it, by `schoolgate import staff`."
        }
        return nil
    }

    /// Whether a row gives a role that one person alone may not give; the operator's file may.
    private static func waitsForSecondPerson(
        _ step: Step, _ person: Person.ID?, _ scope: ImportScope, _ context: Context, in db: Connection
    ) throws -> Bool {
        guard let actor = scope.actor, step.isAppointment, NewAppointment.guarded.contains(step.member.role) else {
            return false
        }
        return try NewAppointment(school: step.school, role: step.member.role, since: context.today, until: nil)
            .hasSecondPerson(besides: [actor] + (person.map { [$0] } ?? []), on: context.today, in: db)
    }

    private static func step(
        _ member: StaffMember, _ id: Int64?, _ books: Books, _ school: School.ID, _ context: Context
    ) -> Step {
        let known = id.flatMap { books.people[$0] }
        let email = member.email?.lowercased() ?? known?.email ?? ""
        let changes = known.map { known in
            [
                ("staff number", known.staffID ?? "", member.staffID),
                ("first name", known.firstName, member.firstName),
                ("last name", known.lastName, member.lastName), ("email", known.email, email),
            ].filter { $0.1 != $0.2 }.map { (name: $0.0, value: "\($0.1.isEmpty ? "none" : $0.1) → \($0.2)") }
        }
        let hasRole = (id.flatMap { books.appointments[$0] } ?? []).contains {
            $0.role == member.role && $0.school == school && !$0.isOver(on: context.today)
        }
        return Step(
            member: member, school: school, email: email, person: id, changes: changes ?? [],
            isAppointment: !hasRole)
    }

    private static func write(
        _ steps: [Step], _ report: ImportReport, _ scope: ImportScope, _ context: Context, in db: Connection
    ) throws {
        let now = context.now()
        var ids: [String: Int64] = [:]
        for batch in steps.filter({ $0.person == nil }).inBatches(of: 500) {
            let rows = batch.map { step -> SQL in
                "(\(step.member.staffID), \(step.member.firstName), \(step.member.lastName), \(step.email), \(now))"
            }
            try db.each(
                """
                INSERT INTO people (staff_id, first_name, last_name, email, created_at)
                VALUES \(rows.joined(separator: ", ")) RETURNING id, email
                """
            ) { ids[$0.text(1)] = $0.int(0) }
        }
        for step in steps where step.isChange {
            try db.run(
                """
                UPDATE people SET staff_id = \(step.member.staffID), first_name = \(step.member.firstName),
                    last_name = \(step.member.lastName), email = \(step.email) WHERE id = \(step.person)
                """
            )
        }
        var appointed = steps.filter(\.isAppointment)
        if let actor = scope.actor {
            // A file gives no role that one person alone may not give.
            let waiting = try appointed.filter { step in
                guard let person = (step.person ?? ids[step.email]).map({ Person.ID($0) }),
                    try waitsForSecondPerson(step, person, scope, context, in: db)
                else { return false }
                let appointment = NewAppointment(
                    school: step.school, role: step.member.role, since: context.today, until: nil)
                let isKnown = try AppointmentProposal.of(person, in: db).contains {
                    $0.appointment.role == appointment.role && $0.appointment.school == appointment.school
                }
                if !isKnown { try appointment.propose(for: person, by: actor, at: now, in: db) }
                return true
            }
            let keys = Set(waiting.map { "\($0.email) \($0.school.rawValue) \($0.member.role.rawValue)" })
            appointed.removeAll { keys.contains("\($0.email) \($0.school.rawValue) \($0.member.role.rawValue)") }
        }
        for batch in appointed.inBatches(of: 500) {
            let rows = batch.map { step -> SQL in
                "(\(step.person ?? ids[step.email]), \(step.school), \(step.member.role.rawValue), \(context.today))"
            }
            try db.run(
                "INSERT INTO appointments (person_id, school_id, role, since) VALUES \(rows.joined(separator: ", "))")
        }
        try Revision.roll.raise(in: db)
        for school in Set(steps.map(\.school)).sorted(by: { $0.rawValue < $1.rawValue }) {
            try Record.write(
                Event(
                    "imported staff", "school", school.rawValue, in: .school(school), by: scope.actor,
                    fields: report.fields), at: now, in: db)
        }
        // What somebody signs in with, and what they are called, is told one by one too.
        for step in steps where step.isChange {
            try Record.write(
                Event(
                    "changed", "person", step.person, in: .school(step.school), by: scope.actor, fields: step.changes),
                at: now, in: db)
        }
        // Roles that open doors stand in the record one by one, whoever gave them and however.
        for step in appointed where NewAppointment.guarded.contains(step.member.role) {
            try Record.write(
                Event(
                    "appointed", "person", step.person ?? ids[step.email], in: .school(step.school), by: scope.actor,
                    fields: [("role", step.member.role.rawValue), ("since", "\(context.today)"), ("until", "")]),
                at: now, in: db)
        }
    }
}
