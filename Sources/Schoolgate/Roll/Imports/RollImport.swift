import Database
import Gate
import Policy

/// Pupils by their upn, with their guardians.
struct RollImport {
    private struct Known {
        let id: Int64
        let school: Int64
        let hasLeft: Bool
        var pupil: Gate.Pupil
    }

    static func run(
        _ file: ImportFile, _ scope: ImportScope, isTrial: Bool, _ context: Context, in db: Connection
    ) throws -> ImportReport {
        let reading = RollFiles.pupils(file.bytes, file: file.name)
        var report = ImportReport(file, reading)
        let schools = try School.all(in: db)
        let ids = Dictionary(uniqueKeysWithValues: schools.map { ($0.code, $0.id) })
        let codes = Dictionary(uniqueKeysWithValues: schools.map { ($0.id.rawValue, $0.code) })
        let known = try known(codes, in: db)
        var written: [Gate.Pupil] = [], touched: Set<School.ID> = [], present: Set<String> = []
        for (pupil, line) in zip(reading.values, reading.lines) {
            guard let school = ids[pupil.school], scope.mayImport(.roll, at: school) else {
                report.refuse(
                    line, unknownSchool(pupil.school, ids.filter { scope.mayImport(.roll, at: $0.value) }.keys))
                continue
            }
            if let problem = problem(pupil) {
                report.refuse(line, problem)
                continue
            }
            let old = known[pupil.upn]
            if let old, !scope.mayImport(.roll, at: School.ID(old.school)) {
                report.refuse(
                    line,
                    "This upn is taken. Check it; when the child has moved here, the trust’s administrator imports it.")
                continue
            }
            touched.insert(school)
            present.insert(pupil.upn)
            if let old {
                if !old.hasLeft, old.pupil.isSame(as: pupil) {
                    report.unchanged += 1
                    continue
                }
                report.changed += 1
            } else {
                report.added += 1
            }
            written.append(pupil)
        }
        let leavers =
            file.marksLeavers
            ? known.values.filter {
                !$0.hasLeft && touched.contains(School.ID($0.school)) && !present.contains($0.pupil.upn)
            }
            .map(\.id).sorted()
            : []
        report.left = leavers.count
        guard !report.isRefused, !isTrial, !written.isEmpty || !leavers.isEmpty else { return report }
        for batch in written.inBatches(of: 500) { try write(batch, ids, in: db) }
        for batch in leavers.inBatches(of: 500) {
            try db.run("UPDATE pupils SET left_on = \(context.today) WHERE id IN (\(list: Array(batch)))")
        }
        try Revision.roll.raise(in: db)
        for school in touched.sorted(by: { $0.rawValue < $1.rawValue }) {
            try Record.write(
                Event(
                    "imported the roll", "school", school.rawValue, in: .school(school), by: scope.actor,
                    fields: report.fields), at: context.now(), in: db)
        }
        return report
    }

    static func unknownSchool(_ code: String, _ codes: some Sequence<String>) -> String {
        let near = nearest(code, in: codes).map { " The nearest is “\($0)”." } ?? ""
        return
            "`school` is “\(code.prefix(60))”, which is none of your schools.\(near) Import schools first, or correct it."
    }

    private static func problem(_ pupil: Gate.Pupil) -> String? {
        for guardian in pupil.guardians where guardian.name.isEmpty {
            return "A guardian has an email but no name. Fill in the name, or empty the email."
        }
        let guardians = pupil.guardians.flatMap {
            [("guardian name", Optional($0.name)), ("guardian email", $0.email)]
        }
        return ImportLimits.problem(
            [
                ("upn", pupil.upn), ("first_name", pupil.firstName), ("last_name", pupil.lastName),
                ("preferred_name", pupil.preferredName), ("year_group", pupil.yearGroup),
            ] + guardians.map { (column: $0.0, value: $0.1) })
    }

    /// Everybody on the rolls of the trust, with two queries however many they are.
    private static func known(_ codes: [Int64: String], in db: Connection) throws -> [String: Known] {
        var guardians: [Int64: [Guardian]] = [:]
        try db.each("SELECT pupil_id, name, email FROM guardians ORDER BY pupil_id, position") {
            guardians[$0.int(0), default: []].append(Guardian(name: $0.text(1), email: $0.textOrNil(2)))
        }
        var known: [String: Known] = [:]
        try db.each(
            """
            SELECT id, school_id, upn, first_name, last_name, preferred_name, date_of_birth, year_group, left_on
            FROM pupils
            """
        ) { row in
            let pupil = Gate.Pupil(
                school: codes[row.int(1)] ?? "", upn: row.text(2), firstName: row.text(3), lastName: row.text(4),
                preferredName: row.textOrNil(5), dateOfBirth: row.textOrNil(6).flatMap { Day($0) },
                yearGroup: row.text(7), guardians: guardians[row.int(0)] ?? [])
            known[pupil.upn] = Known(id: row.int(0), school: row.int(1), hasLeft: !row.isNull(8), pupil: pupil)
        }
        return known
    }

    private static func write(
        _ pupils: ArraySlice<Gate.Pupil>, _ schools: [String: School.ID], in db: Connection
    ) throws {
        let rows = pupils.map { pupil -> SQL in
            """
            (\(schools[pupil.school]), \(pupil.upn), \(pupil.firstName), \(pupil.lastName), \(pupil.preferredName),
                \(pupil.dateOfBirth), \(pupil.yearGroup))
            """
        }
        var ids: [String: Int64] = [:]
        try db.each(
            """
            INSERT INTO pupils (school_id, upn, first_name, last_name, preferred_name, date_of_birth, year_group)
            VALUES \(rows.joined(separator: ", "))
            ON CONFLICT (upn) DO UPDATE SET school_id = excluded.school_id, first_name = excluded.first_name,
                last_name = excluded.last_name, preferred_name = excluded.preferred_name,
                date_of_birth = excluded.date_of_birth, year_group = excluded.year_group, left_on = NULL
            RETURNING id, upn
            """
        ) { ids[$0.text(1)] = $0.int(0) }
        try db.run("DELETE FROM guardians WHERE pupil_id IN (\(list: Array(ids.values)))")
        let guardians = pupils.flatMap { pupil -> [SQL] in
            pupil.guardians.enumerated().map { position, guardian in
                "(\(ids[pupil.upn]), \(position + 1), \(guardian.name), \(guardian.email))"
            }
        }
        guard !guardians.isEmpty else { return }
        try db.run(
            "INSERT INTO guardians (pupil_id, position, name, email) VALUES \(guardians.joined(separator: ", "))")
    }
}

extension Gate.Pupil {
    fileprivate func isSame(as other: Gate.Pupil) -> Bool {
        school == other.school && firstName == other.firstName && lastName == other.lastName
            && preferredName == other.preferredName && dateOfBirth == other.dateOfBirth
            && yearGroup == other.yearGroup && guardians == other.guardians
    }
}
