import Policy

/// The CSV files that schools hand over; the imports and `gate check` read them alike.
public enum RollFiles {
    public static let rollColumns = [
        "school", "upn", "first_name", "last_name", "preferred_name", "date_of_birth", "year_group", "guardian_1_name",
        "guardian_1_email", "guardian_2_name", "guardian_2_email",
    ]
    public static let staffColumns = ["school", "staff_id", "first_name", "last_name", "email", "role"]
    public static let schoolColumns = [
        "school", "name", "address", "postcode", "phone", "email", "domain", "handle", "hashtag", "nation",
    ]
    public static let consentColumns = ["upn", "purpose", "decision", "date", "expiry", "given_by"]

    public static func pupils(_ bytes: [UInt8], file: String) -> FileReading<Pupil> {
        var lines: [String: Int] = [:]
        return read(bytes, file, rollColumns) { row, notes throws(RowProblem) in
            let upn = try row.required("upn")
            try first(&lines, upn, row.line, "upn")
            if !CheckRules.isUPN(Array(upn.lowercased().utf8)) {
                notes.append("The check letter of the upn does not fit. Check it against the pupil's record.")
            }
            var guardians: [Guardian] = []
            for number in ["1", "2"] {
                let name = row["guardian_\(number)_name"]
                let email = try row.email("guardian_\(number)_email")
                if !name.isEmpty || email != nil { guardians.append(Guardian(name: name, email: email)) }
            }
            let preferred = row["preferred_name"]
            return Pupil(
                school: try row.required("school"), upn: upn, firstName: try row.required("first_name"),
                lastName: try row.required("last_name"), preferredName: preferred.isEmpty ? nil : preferred,
                dateOfBirth: try row.day("date_of_birth"), yearGroup: row["year_group"], guardians: guardians)
        }
    }

    public static func staff(_ bytes: [UInt8], file: String) -> FileReading<StaffMember> {
        var lines: [String: Int] = [:]
        return read(bytes, file, staffColumns) { row, _ throws(RowProblem) in
            let id = try row.required("staff_id")
            try first(&lines, id, row.line, "staff_id")
            return StaffMember(
                school: try row.required("school"), staffID: id, firstName: try row.required("first_name"),
                lastName: try row.required("last_name"), email: try row.email("email"),
                role: Role(rawValue: try row.required("role").lowercased()))
        }
    }

    public static func schools(_ bytes: [UInt8], file: String) -> FileReading<School> {
        var lines: [String: Int] = [:]
        return read(bytes, file, schoolColumns) { row, _ throws(RowProblem) in
            let code = try row.required("school")
            try first(&lines, code, row.line, "school")
            let nation = row["nation"].lowercased()
            guard let nation = School.Nation(rawValue: nation) else {
                throw RowProblem(
                    "`nation` must be england, wales, scotland or northern-ireland, not “\(nation.prefix(40))”.")
            }
            return School(
                code: code, name: try row.required("name"), address: row["address"], postcode: row["postcode"],
                phone: row["phone"], email: row["email"], domain: row["domain"].lowercased(), handle: row["handle"],
                hashtag: row["hashtag"], nation: nation)
        }
    }

    public static func consents(_ bytes: [UInt8], file: String) -> FileReading<Consent> {
        read(bytes, file, consentColumns, optional: ["network"]) { row, notes throws(RowProblem) in
            let decision = row["decision"].lowercased()
            guard let decision = Consent.Decision(rawValue: decision) else {
                throw RowProblem(
                    "`decision` must be yes, no, withdrawn, objected or do-not-publish, not “\(decision.prefix(40))”.")
            }
            let written = row["purpose"].lowercased()
            let purpose = Purpose(rawValue: written)
            let answersAll =
                written == "all" || (written.isEmpty && (decision == .objected || decision == .doNotPublish))
            guard purpose != nil || answersAll else {
                throw RowProblem(
                    "`purpose` must be social media, website, press, video, work, name with photo or all, not “\(written.prefix(40))”."
                )
            }
            guard let date = try row.day("date") else { throw RowProblem("`date` is empty. Write it as 2026-11-21.") }
            let expiry = try row.day("expiry")
            if let expiry, expiry < date { throw RowProblem("`expiry` is before `date`. Check which is right.") }
            let giver = row["given_by"]
            if giver.isEmpty { notes.append("`given_by` is empty: nobody will know who answered.") }
            let network = row["network"].lowercased()
            return Consent(
                upn: try row.required("upn"), purpose: purpose,
                network: network.isEmpty || network == "all" ? nil : Network(rawValue: network), decision: decision,
                date: date, expiry: expiry, givenBy: giver)
        }
    }

    private static func read<Value>(
        _ bytes: [UInt8], _ file: String, _ columns: [String], optional: [String] = [],
        _ make: (Table.Row, inout [String]) throws(RowProblem) -> Value
    ) -> FileReading<Value> {
        var reading = FileReading<Value>()
        do throws(FileProblem) {
            var table = try Table(bytes, file: file, columns: columns, optional: optional)
            table.notes.forEach { reading.note($0) }
            reading.reserve(bytes.count / 80)
            while let (row, problem) = try table.next() {
                if let problem {
                    reading.refuse(problem)
                    continue
                }
                var notes: [String] = []
                do throws(RowProblem) {
                    reading.append(try make(row, &notes), line: row.line)
                } catch {
                    reading.refuse(FileProblem(file: file, line: row.line, error.message))
                }
                for note in notes { reading.note(FileProblem(file: file, line: row.line, note)) }
            }
        } catch {
            reading.isUnreadable = true
            reading.refuse(error)
        }
        return reading
    }

    private static func first(
        _ lines: inout [String: Int], _ id: String, _ line: Int, _ column: String
    ) throws(RowProblem) {
        if let earlier = lines.updateValue(line, forKey: id) {
            throw RowProblem("This \(column) is on line \(earlier) already. Each may be there once.")
        }
    }
}

/// Why a row was refused; the reader adds file and line.
struct RowProblem: Error {
    let message: String
    init(_ message: String) { self.message = message }
}

extension Table.Row {
    fileprivate func required(_ column: String) throws(RowProblem) -> String {
        let value = self[column]
        guard !value.isEmpty else { throw RowProblem("`\(column)` is empty. Fill it in.") }
        return value
    }

    fileprivate func day(_ column: String) throws(RowProblem) -> Day? {
        let value = self[column]
        guard !value.isEmpty else { return nil }
        guard let day = Day(value) else {
            throw RowProblem("`\(column)` is “\(value.prefix(40))”, which is not a date. Write it as 2026-11-21.")
        }
        return day
    }

    fileprivate func email(_ column: String) throws(RowProblem) -> String? {
        let value = self[column]
        guard !value.isEmpty else { return nil }
        guard value.contains("@"), !value.contains(" ") else {
            throw RowProblem("`\(column)` is not an email address. Check it.")
        }
        return value
    }
}
