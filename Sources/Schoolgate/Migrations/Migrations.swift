import Database

extension Migration {
    /// Every migration, oldest first. Append; never edit one that has shipped.
    static let all: [Migration] = [
        schools, people, roll, policies, accounts, posts, publishing, record, annexes, imports, outbox,
        links, practicePages, rehearsals, policyKeeping, wrongAlarms,
        calendar, pauses, opinions, photos, corrections, editing, videos, signInColumns, vault,
        proposals, readiness, handovers, secondFactors, identities, register, mail, connecting, postedElsewhere,
        practicePeople, accountLinks,
    ]
}
