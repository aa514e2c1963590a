import Database
import Gate
import Policy

extension DemoBuilder {
    /// Who keeps the roll and the consent register of each school.
    private static let offices = ["larkmere": "L04", "alderweir": "A09", "fennbridge": "F09"]

    mutating func planRoll() {
        plan(daysAgo: Self.beginning - 1, "08:30") { builder, now in
            for pupil in builder.files.pupils { try builder.enroll(pupil) }
            try Revision.roll.raise(in: builder.db)
            for school in builder.files.schools {
                try builder.imported("roll", builder.files.pupils.count { $0.school == school.code }, school.code, now)
            }
        }
    }

    private mutating func enroll(_ pupil: Gate.Pupil) throws {
        let school = try school(pupil.school).id
        let id = try db.one(
            """
            INSERT INTO pupils (school_id, upn, first_name, last_name, preferred_name, date_of_birth, year_group)
            VALUES (\(school), \(pupil.upn), \(pupil.firstName), \(pupil.lastName), \(pupil.preferredName),
                \(pupil.dateOfBirth.map(calendar.movedBirth)), \(pupil.yearGroup))
            RETURNING id
            """
        ) { Pupil.ID($0.int(0)) }
        pupils[pupil.upn] = id
        for (position, guardian) in pupil.guardians.enumerated() {
            try db.run(
                """
                INSERT INTO guardians (pupil_id, position, name, email)
                VALUES (\(id), \(position + 1), \(guardian.name), \(guardian.email))
                """
            )
        }
    }

    private func imported(_ what: String, _ count: Int, _ code: String, _ now: Instant) throws {
        let school = try school(code)
        try Record.write(
            Event(
                "imported", what, nil, in: .school(school.id), by: try person(Self.offices[code] ?? "").id,
                fields: [("rows", "\(count)")]), at: now, in: db)
    }

    /// Answers from forms come with an import; families who change their mind are written down one by one.
    mutating func planConsents() {
        let schoolOf = Dictionary(uniqueKeysWithValues: files.pupils.map { ($0.upn, $0.school) })
        plan(daysAgo: Self.beginning - 1, "08:45") { builder, now in
            var counts: [String: Int] = [:]
            for consent in builder.files.consents where consent.decision != .withdrawn {
                try builder.enter(consent)
                counts[schoolOf[consent.upn] ?? "", default: 0] += 1
            }
            try Revision.consents.raise(in: builder.db)
            for (school, count) in counts.sorted(by: { $0.key < $1.key }) {
                try builder.imported("consents", count, school, now)
            }
        }
        for consent in files.consents where consent.decision == .withdrawn {
            let school = schoolOf[consent.upn] ?? ""
            // The latest one came yesterday, whatever the time is now.
            plan(calendar.instant(calendar.moved(consent.date), "16:40")) { builder, now in
                try builder.withdraw(consent, at: school, now)
            }
        }
    }

    private func enter(_ consent: Consent) throws {
        guard let pupil = pupils[consent.upn] else { return }
        let day = calendar.moved(consent.date)
        let at = min(calendar.instant(day, "10:00"), calendar.now)
        try db.run(
            """
            INSERT INTO consents (pupil_id, purpose, network, decision, day, expiry, given_by, recorded_at)
            VALUES (\(pupil), \(consent.purpose?.rawValue ?? "all"), \(consent.network?.rawValue),
                \(consent.decision.rawValue), \(day), \(consent.expiry.map(calendar.moved)), \(consent.givenBy), \(at))
            """
        )
    }

    /// Writes a withdrawal down; what it set in motion is carried out, except on the website nobody gets into.
    private mutating func withdraw(_ consent: Consent, at code: String, _ now: Instant) throws {
        guard let pupil = pupils[consent.upn] else { return }
        let outcome = try ConsentAnswer(
            pupil: pupil, purpose: consent.purpose, network: consent.network, decision: consent.decision,
            day: calendar.moved(consent.date), expiry: nil, givenBy: consent.givenBy
        ).record(by: try person(Self.offices[code] ?? "").id, context.at(now), in: db)
        for post in outcome.removals { try confirmRemoval(of: post, now + .seconds(6)) }
    }
}
