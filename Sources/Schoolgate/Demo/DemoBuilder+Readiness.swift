import Database
import Gate
import Policy

extension DemoBuilder {
    /// Who has not come to it yet, in spite of everything.
    private static let behind: Set = ["L14", "A11", "L19", "A15", "F14"]
    /// Whose training lapsed yesterday: there is a draft, which can be sent once there is a new one.
    private static let lapsed = "L10"

    mutating func planReadiness() {
        // The first versions of the schools took effect on these days; Larkmere's second followed.
        let versions = [("larkmere", 382), ("alderweir", 366), ("fennbridge", 372), ("larkmere", 300)]
        for (code, daysAgo) in versions {
            for (index, member) in files.staff.filter({ $0.school == code }).enumerated()
            where !Self.behind.contains(member.staffID) {
                plan(daysAgo: daysAgo - index % 5, "08:\(10 + index % 40)") { builder, now in
                    try builder.confirm(member.staffID, at: code, now)
                }
            }
        }
        for (index, member) in files.staff.enumerated() where !Self.behind.contains(member.staffID) {
            plan(daysAgo: 383, "13:\(10 + index % 45)") { builder, now in
                try builder.train(member.staffID, "Running school accounts, with the trust", now)
            }
            let refreshed = member.staffID == Self.lapsed ? yearAndDay : 74
            plan(daysAgo: refreshed, "13:\(10 + index % 45)") { builder, now in
                try builder.train(member.staffID, "Running school accounts, the yearly refresher", now)
            }
        }
    }

    private var yearAndDay: Int {
        let today = calendar.today
        return today.daysSince1970 - today.adding(months: -12).daysSince1970 + 1
    }

    private func confirm(_ staffID: String, at code: String, _ now: Instant) throws {
        guard let version = try PolicyVersion.inForce(at: try school(code).id, in: db), version.school != nil else {
            return
        }
        let person = try person(staffID)
        try version.acknowledge(typed: person.name, digest: version.digest, by: person, at: now, in: db)
    }

    private func train(_ staffID: String, _ what: String, _ now: Instant) throws {
        let member = files.staff.first { $0.staffID == staffID }
        let school = try school(member?.school ?? "")
        try TrainingEntry.add(
            what, heldOn: calendar.clock.day(of: now), expiresOn: nil, to: try person(staffID).id,
            in: .school(school.id), by: try person("L18").id, at: now, in: db)
    }
}
