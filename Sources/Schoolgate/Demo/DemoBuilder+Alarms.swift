import Database
import Gate
import Policy

extension DemoBuilder {
    /// Somebody who reads the post says that the gate is wrong about it; it waits all the same.
    mutating func planWrong(_ line: DemoPost, _ key: PostKey, at moment: Instant) {
        guard let wrong = line.wrong else { return }
        plan(moment) { builder, now in
            let (post, _, verdict) = try builder.judge(key, now)
            let person = try builder.person(wrong.by).id
            for finding in verdict.findings where finding.rule == wrong.rule && finding.canBeCalledWrong {
                try WrongAlarm.tell(
                    finding.token(in: post.text), of: post, verdict, by: person, at: now, in: builder.db)
            }
        }
    }

    /// A draft that answers the wrong alarms of the year, and asks for more than its author may have meant.
    mutating func planDraft() {
        let changes = [
            ("[elections, politics,", "[politics,"), (" war, bereavement,", " war,"),
            ("posts.elections:\n  on-mention: hold", "posts.elections:\n  on-mention: warn"),
            ("  when: held\n", "  when: with-picture\n"),
            ("posts.sign-off:\n  on-missing: hint", "posts.sign-off:\n  on-missing: warn"),
        ]
        plan(daysAgo: 2, "16:20") { builder, now in
            var source = try DemoFiles.text("policies/larkmere.md")
            for (from, to) in changes { source = source.replacing(from, with: to) }
            _ = try PolicyVersion.draft(
                source, of: try builder.school("larkmere").id,
                because: "Hamsters, kettles and history lessons waited for approval all year.",
                by: try builder.person("L02").id, at: now, in: builder.db)
        }
        // What waits for the chair, and the draft, tried on the year before anybody signs.
        plan(calendar.last("08:40")) { builder, now in
            for version in try PolicyVersion.underWay(at: [try builder.school("larkmere").id], in: builder.db)
            where version.school != nil { try builder.rehearse(version, by: "L02", now) }
        }
    }

    private func rehearse(_ version: PolicyVersion, by staffID: String, _ now: Instant) throws {
        let viewer = try viewer(staffID, at: try school("larkmere"), on: calendar.clock.day(of: now))
        let plan = try RehearsalPlan.make(version, for: viewer, in: db)
        let id = try Rehearsal.begin(plan, of: version.id, by: viewer.id, at: now, in: db)
        var tally = Rehearsal.Tally(examples: 100)
        for piece in plan.pieces {
            guard let room = try rooms.room(of: piece.school.id, in: db) else { continue }
            let ids = try RehearsedPost.ids(at: piece.school.id, now: now, in: db)
            for post in try RehearsedPost.gather(ids, at: piece.school, calendar.clock, in: db) {
                let compared = piece.comparison.compare(post.versions, roll: room.roll, consents: room.consents)
                tally.add(post.id.rawValue, compared, text: post.text)
            }
        }
        try Rehearsal.finish(id, tally, at: now, in: db)
    }
}
