import Database
import Policy

extension Handover {
    /// Keeps what the network said to taking Schoolgate's access back: the step is done, or stays open with the words.
    func tookBack(_ end: AccessEnd, by person: Person.ID, at now: Instant, in db: Connection) throws {
        try Record.write(
            Event(
                "asked the network to take back the access to", "account", account.rawValue, in: .school(school),
                by: person, fields: [("Schoolgate’s access", end.words)]), at: now, in: db)
        // Somebody may have signed it off while the network was asked.
        guard closedAt == nil, open.contains(where: { $0.kind == .tokens }) else { return }
        switch end {
        case .none: try sign(.tokens, .done, note: "Schoolgate had no access any more.", by: person, at: now, in: db)
        case .done(let words): try sign(.tokens, .done, note: words, by: person, at: now, in: db)
        case .left(let words):
            try db.run(
                "UPDATE handover_steps SET note = \(words) WHERE handover_id = \(id) AND step = 'tokens' AND state = 'open'"
            )
        }
    }
}
