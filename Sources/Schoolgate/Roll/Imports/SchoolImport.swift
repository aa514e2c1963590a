import Database
import Gate

/// Schools by their code: new ones are added, known ones brought up to date, none removed.
enum SchoolImport {
    static func run(
        _ file: ImportFile, _ scope: ImportScope, isTrial: Bool, _ context: Context, in db: Connection
    ) throws -> ImportReport {
        let reading = RollFiles.schools(file.bytes, file: file.name)
        var report = ImportReport(file, reading)
        let known = Dictionary(uniqueKeysWithValues: try School.all(in: db).map { ($0.code, $0.details) })
        var added: [Gate.School] = [], changed: [Gate.School] = []
        for (school, line) in zip(reading.values, reading.lines) {
            if let problem = ImportLimits.problem(school.columns.map { ($0.column, $0.value) }) {
                report.refuse(line, problem)
                continue
            }
            switch known[school.code] {
            case nil: added.append(school)
            case let old? where old.columns.map(\.value) == school.columns.map(\.value): report.unchanged += 1
            default: changed.append(school)
            }
        }
        (report.added, report.changed) = (added.count, changed.count)
        guard !report.isRefused, !isTrial, !(added + changed).isEmpty else { return report }
        for batch in (added + changed).inBatches(of: 200) { try write(batch, in: db) }
        try Revision.roll.raise(in: db)
        try Record.write(
            Event("imported schools", "school", in: .trust, by: scope.actor, fields: report.fields),
            at: context.now(), in: db)
        return report
    }

    static func write(_ schools: ArraySlice<Gate.School>, in db: Connection) throws {
        let rows = schools.map { school -> SQL in
            """
            (\(school.code), \(school.name), \(school.address), \(school.postcode), \(school.phone), \(school.email),
                \(school.domain), \(school.handle), \(school.hashtag), \(school.nation.rawValue))
            """
        }
        try db.run(
            """
            INSERT INTO schools (code, name, address, postcode, phone, email, domain, handle, hashtag, nation)
            VALUES \(rows.joined(separator: ", "))
            ON CONFLICT (code) DO UPDATE SET name = excluded.name, address = excluded.address,
                postcode = excluded.postcode, phone = excluded.phone, email = excluded.email, domain = excluded.domain,
                handle = excluded.handle, hashtag = excluded.hashtag, nation = excluded.nation
            """
        )
    }
}

extension Gate.School {
    fileprivate var columns: [(column: String, value: String)] {
        [
            ("school", code), ("name", name), ("address", address), ("postcode", postcode), ("phone", phone),
            ("email", email), ("domain", domain), ("handle", handle), ("hashtag", hashtag),
            ("nation", nation.rawValue),
        ]
    }
}
