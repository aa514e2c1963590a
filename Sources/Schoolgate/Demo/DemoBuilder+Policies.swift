import Database
import Policy

extension DemoBuilder {
    mutating func planPolicies() {
        planVersion(
            of: nil, daysAgo: 392, because: "The trust’s first policy in Schoolgate.", by: "L18",
            signedBy: [("T01", "headteacher"), ("T02", "governor")])
        // Larkmere tightened its policy once, and has a third version on the chair's table.
        planVersion(
            of: "larkmere", daysAgo: 384, because: "From the template for a primary school.", by: "L02",
            changing: ("  within: 24 hours", "  within: 2 days"),
            signedBy: [("L01", "headteacher"), ("L05", "chair"), ("L05", "governor")])
        planVersion(
            of: "larkmere", daysAgo: 302, because: "Posts come down within a day of a withdrawal, not two.", by: "L02",
            signedBy: [("L01", "headteacher"), ("L05", "chair"), ("L05", "governor")])
        planVersion(
            of: "larkmere", daysAgo: 4, because: "Parents asked for twelve hours after the autumn meeting.", by: "L02",
            changing: ("  within: 24 hours", "  within: 12 hours"), signedBy: [("L01", "headteacher")])
        // Alder Weir's review is just overdue.
        planVersion(
            of: "alderweir", daysAgo: 368, because: "From the template for a special school.", by: "A02",
            signedBy: [("A01", "headteacher"), ("A10", "chair"), ("A10", "governor")])
        // Fennbridge's head has a new version to sign.
        planVersion(
            of: "fennbridge", daysAgo: 374, because: "From the template for a maintained school.", by: "F02",
            signedBy: [("F01", "headteacher"), ("F10", "chair"), ("F10", "governor")])
        planVersion(
            of: "fennbridge", daysAgo: 3, because: "The yearly review: staff are named after they agree, not before.",
            by: "F02", changing: ("the council.", "the council or the trust."),
            signedBy: [("F10", "chair"), ("F10", "governor")])
    }

    /// A version on its way: drafted one day, sent for signing the next, signed by each in the roles it asks for.
    private mutating func planVersion(
        of code: String?, daysAgo: Int, because reason: String, by drafter: String,
        changing: (from: String, to: String)? = nil, signedBy signers: [(staffID: String, role: Role)]
    ) {
        plan(daysAgo: daysAgo, "09:20") { builder, now in
            let school = try code.map { try builder.school($0).id }
            var source = try DemoFiles.text("policies/\(code ?? "trust").md")
            if let changing { source = source.replacing(changing.from, with: changing.to) }
            _ = try PolicyVersion.draft(
                source, of: school, because: reason, by: try builder.person(drafter).id, at: now, in: builder.db)
        }
        let effective = daysAgo > 10 ? calendar.today.adding(days: 1 - daysAgo) : calendar.today.adding(days: 9)
        plan(daysAgo: daysAgo, "15:10") { builder, now in
            let version = try builder.latest(of: code)
            try builder.supplyAnnexes(of: version, by: drafter)
            try version.sendForSigning(
                effective: effective, because: "", by: try builder.person(drafter).id,
                today: builder.calendar.clock.day(of: now), at: now, in: builder.db)
        }
        for (index, signer) in signers.enumerated() {
            plan(daysAgo: daysAgo - 1, index == 0 ? "10:05" : "17:45") { builder, now in
                try builder.sign(code, signer.staffID, signer.role, now)
            }
        }
    }

    private func latest(of code: String?) throws -> PolicyVersion {
        let school = try code.map { try self.school($0).id }
        guard let version = try PolicyVersion.history(of: school, in: db).max(by: { $0.number < $1.number }) else {
            throw DemoProblem("The demo has no policy for \(code ?? "the trust").")
        }
        return version
    }

    /// The annexes it asks for, in a sentence each.
    private func supplyAnnexes(of version: PolicyVersion, by drafter: String) throws {
        for annex in try Annex.required(by: try version.rulebook(in: db), of: version.id, in: db) {
            try db.run(
                """
                INSERT INTO annexes (version_id, name, text) VALUES (\(version.id), \(annex.name),
                    'Ask the headteacher, who keeps the list of the school’s sites and says who looks after each.')
                """
            )
        }
    }

    /// Signs where the version asks for this role and nobody has signed in it.
    private func sign(_ code: String?, _ staffID: String, _ role: Role, _ now: Instant) throws {
        let version = try latest(of: code), day = calendar.clock.day(of: now)
        guard PolicyVersion.signers(try version.rulebook(in: db)).contains(role) else { return }
        let viewer = try viewer(staffID, at: try school(code ?? "larkmere"), on: day)
        try version.sign(
            as: role, typed: viewer.person.name, digest: version.digest, by: viewer, at: now, today: day, in: db)
    }
}
