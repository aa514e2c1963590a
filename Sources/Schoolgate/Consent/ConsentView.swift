import Database
import Gate
import Policy

/// An answer as it stands in the register, with who recorded it.
struct ConsentEntry: Sendable, Identifiable {
    typealias ID = Schoolgate.ID<ConsentEntry>

    let id: ID
    let consent: Consent
    let recordedBy: String?
    let recordedAt: Instant
    let liftedBy: String?
    let liftedReason: String?

    /// An objection or a place on the list that still holds.
    var isStanding: Bool {
        (consent.decision == .objected || consent.decision == .doNotPublish) && consent.lifted == nil
    }

    static func of(_ pupil: Pupil.ID, in db: Connection) throws -> [ConsentEntry] {
        try db.all(
            """
            SELECT pupils.upn, purpose, network, decision, day, expiry, given_by, lifted_on, consents.id,
                recorder.first_name, recorder.last_name, recorded_at, lifter.first_name, lifter.last_name, lifted_reason
            FROM consents JOIN pupils ON pupils.id = consents.pupil_id
                LEFT JOIN people recorder ON recorder.id = consents.recorded_by
                LEFT JOIN people lifter ON lifter.id = consents.lifted_by
            WHERE consents.pupil_id = \(pupil) ORDER BY day DESC, consents.id DESC
            """
        ) { row in
            ConsentEntry(
                id: ID(row.int(8)), consent: Consent(row: row),
                recordedBy: row.isNull(9) ? nil : "\(row.text(9)) \(row.text(10))",
                recordedAt: Instant(milliseconds: row.int(11)),
                liftedBy: row.isNull(12) ? nil : "\(row.text(12)) \(row.text(13))", liftedReason: row.textOrNil(14))
        }
    }
}

/// How consent for one purpose stands today.
struct PurposeState: Sendable {
    let purpose: Purpose
    /// One for each network where they differ; one without a network where they do not.
    let states: [(network: Network?, state: ConsentRegister.State)]
    /// The first day on which a yes that counts today will have run out.
    let expiry: Day?
}

/// Two givers whose latest answers for a purpose are not the same: one no is a no.
struct Disagreement: Sendable {
    let purpose: Purpose
    let yes: Consent
    let no: Consent
}

/// Everything the register says about a child.
struct ChildConsent: Sendable {
    let pupil: Pupil
    let leftOn: Day?
    let guardians: [String]
    let entries: [ConsentEntry]
    let purposes: [PurposeState]
    let disagreements: [Disagreement]
    let standing: ConsentRegister.State?
    let model: ConsentRegister.Model

    static func load(
        _ id: Pupil.ID, at school: School.ID, _ context: Context, in db: Connection
    ) throws -> ChildConsent? {
        guard let pupil = try Pupil.find(id, at: school, in: db) else { return nil }
        let today = context.today
        let entries = try ConsentEntry.of(id, in: db)
        let guardians = try db.all("SELECT name FROM guardians WHERE pupil_id = \(id) ORDER BY position") { $0.text(0) }
        let left = try db.first("SELECT left_on FROM pupils WHERE id = \(id)") { $0.textOrNil(0).flatMap { Day($0) } }
        let control =
            try context.rooms.room(of: school, in: db)?.rulebook.rule(PupilImage.self)?.control ?? PupilImage()
        let answers = entries.map(\.consent)
        // The register expects them in the order they were recorded.
        let register = ConsentRegister(answers.reversed())
        let networks = Set(try Account.open(at: school, in: db).map(\.network) + answers.compactMap(\.network))
        let purposes = Purpose.allCases.map { purpose in
            PurposeState(
                purpose: purpose,
                states: states(
                    of: pupil.upn, purpose, register, networks, control, guardians, today),
                expiry: expiry(purpose, answers, today))
        }
        return ChildConsent(
            pupil: pupil, leftOn: left ?? nil, guardians: guardians, entries: entries, purposes: purposes,
            disagreements: disagreements(answers, today), standing: register.standing(of: pupil.upn, on: today),
            model: control.model)
    }

    private static func states(
        of upn: String, _ purpose: Purpose, _ register: ConsentRegister, _ networks: Set<Network>,
        _ control: PupilImage, _ guardians: [String], _ today: Day
    ) -> [(network: Network?, state: ConsentRegister.State)] {
        let asked: [Network]
        switch purpose {
        case .socialMedia: asked = networks.filter { $0.purpose == .socialMedia }.sorted { $0.rawValue < $1.rawValue }
        case .website: asked = networks.filter { $0.purpose == .website }.sorted { $0.rawValue < $1.rawValue }
        default: asked = networks.sorted { $0.rawValue < $1.rawValue }
        }
        let usual: Network = purpose == .website ? "wordpress" : "facebook"
        let states = (asked.isEmpty ? [usual] : asked).map { network in
            (
                network: Optional(network),
                state: register.state(
                    of: upn, for: purpose, on: network, day: today, model: control.model,
                    required: control.guardians == .both ? guardians : [])
            )
        }
        guard let first = states.first, states.contains(where: { $0.state != first.state }) else {
            return states.first.map { [(network: nil, state: $0.state)] } ?? []
        }
        return states
    }

    /// The latest answer of each giver for a purpose on every network.
    private static func latest(_ purpose: Purpose, _ answers: [Consent], _ today: Day) -> [Consent] {
        var latest: [String: Consent] = [:]
        for answer in answers.reversed()
        where answer.date <= today && (answer.purpose ?? purpose) == purpose
            && [.yes, .no, .withdrawn].contains(answer.decision)
        {
            let giver = Folding.key(answer.givenBy)
            if let known = latest[giver], known.date > answer.date { continue }
            if let known = latest[giver], known.date == answer.date, known.decision != .yes { continue }
            latest[giver] = answer
        }
        return latest.values.sorted { ($0.date, $0.givenBy) < ($1.date, $1.givenBy) }
    }

    private static func expiry(_ purpose: Purpose, _ answers: [Consent], _ today: Day) -> Day? {
        latest(purpose, answers, today).filter { $0.decision == .yes }.compactMap(\.expiry).min()
    }

    private static func disagreements(_ answers: [Consent], _ today: Day) -> [Disagreement] {
        Purpose.allCases.compactMap { purpose in
            let latest = latest(purpose, answers, today)
            guard let yes = latest.first(where: { $0.decision == .yes }),
                let no = latest.first(where: { $0.decision != .yes })
            else { return nil }
            return Disagreement(purpose: purpose, yes: yes, no: no)
        }
    }
}
