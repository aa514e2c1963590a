import Database
import Gate
import Policy

/// Answers that are not in the register yet; none is changed or removed.
enum ConsentImport {
    private struct Answer: Hashable {
        let pupil: Int64
        let purpose: String
        let network: String
        let giver: String
        let day: String
        let decision: String
    }

    static func run(
        _ file: ImportFile, _ scope: ImportScope, isTrial: Bool, _ context: Context, in db: Connection
    ) throws -> ImportReport {
        let reading = RollFiles.consents(file.bytes, file: file.name)
        var report = ImportReport(file, reading)
        var pupils: [String: Pupil] = [:]
        try db.each("SELECT \(Pupil.columns) FROM pupils") { row in
            let pupil = Pupil(row: row)
            pupils[pupil.upn] = pupil
        }
        var known = try known(in: db)
        var added: [(pupil: Pupil, consent: Consent)] = []
        for (consent, line) in zip(reading.values, reading.lines) {
            guard let pupil = pupils[consent.upn], scope.mayImport(.consent, at: pupil.school) else {
                report.refuse(line, "Nobody on the roll has this upn. Import the roll first, or check the upn.")
                continue
            }
            let values: [(column: String, value: String?)] = [
                ("upn", consent.upn), ("given_by", consent.givenBy), ("network", consent.network?.rawValue),
            ]
            if let problem = ImportLimits.problem(values) {
                report.refuse(line, problem)
                continue
            }
            if consent.date > context.today {
                report.note(line, "`date` is in the future, so the answer counts from that day on.")
            }
            let answer = Answer(
                pupil: pupil.id.rawValue, purpose: consent.purpose?.rawValue ?? "all",
                network: consent.network?.rawValue ?? "", giver: consent.givenBy, day: "\(consent.date)",
                decision: consent.decision.rawValue)
            guard known.insert(answer).inserted else {
                report.unchanged += 1
                continue
            }
            added.append((pupil, consent))
        }
        report.added = added.count
        guard !report.isRefused, !isTrial, !added.isEmpty else { return report }
        // What is true so far is read before anything is written, so that nothing unfinished is kept in memory.
        let rooms = try Withdrawal.rooms(of: Set(added.map(\.pupil.school)), context, in: db)
        for batch in added.inBatches(of: 500) { try write(batch, scope, context, in: db) }
        try Revision.consents.raise(in: db)
        for school in Set(added.map(\.pupil.school)).sorted(by: { $0.rawValue < $1.rawValue }) {
            let count = added.count { $0.pupil.school == school }
            try Record.write(
                Event(
                    "imported consent answers", "school", school.rawValue, in: .school(school), by: scope.actor,
                    fields: [("added", "\(count)")]), at: context.now(), in: db)
        }
        let refused = added.filter { $0.consent.decision != .yes && $0.consent.date <= context.today }.map(\.pupil)
        report.outcome = try Withdrawal.sweep(refused, rooms, by: scope.actor, context, in: db)
        return report
    }

    private static func known(in db: Connection) throws -> Set<Answer> {
        var known: Set<Answer> = []
        try db.each("SELECT pupil_id, purpose, network, given_by, day, decision FROM consents") { row in
            known.insert(
                Answer(
                    pupil: row.int(0), purpose: row.text(1), network: row.text(2), giver: row.text(3),
                    day: row.text(4), decision: row.text(5)))
        }
        return known
    }

    private static func write(
        _ answers: ArraySlice<(pupil: Pupil, consent: Consent)>, _ scope: ImportScope, _ context: Context,
        in db: Connection
    ) throws {
        let now = context.now()
        let rows = answers.map { pupil, consent -> SQL in
            """
            (\(pupil.id), \(consent.purpose?.rawValue ?? "all"), \(consent.network?.rawValue),
                \(consent.decision.rawValue), \(consent.date), \(consent.expiry), \(consent.givenBy), \(scope.actor), \(now))
            """
        }
        try db.run(
            """
            INSERT INTO consents (pupil_id, purpose, network, decision, day, expiry, given_by, recorded_by, recorded_at)
            VALUES \(rows.joined(separator: ", "))
            """
        )
    }
}
