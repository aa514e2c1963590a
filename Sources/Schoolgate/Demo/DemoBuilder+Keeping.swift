import Database
import Policy

/// What is kept beside the posts: minutes, the plan for making a policy known, a correction, an objection to settle.
extension DemoBuilder {
    private static let channels: [(name: String, by: String)] = [
        ("prospectus", "F09"), ("website", "F12"), ("staff handbook", "F02"), ("meetings with parents", "F01"),
        ("meetings with staff", "F02"), ("newsletters", "F12"), ("headteacher's reports to governors", "F01"),
        ("displays", "F09"),
    ]

    mutating func planKeeping() {
        // Fennbridge's governors have minuted the policy in force; the new version lacks one decision still.
        planMinute(.delegation, "7.1", daysAgo: 373)
        planMinute(.funding, "7.2", daysAgo: 373)
        planMinute(.delegation, "5.1", daysAgo: 2)
        for (index, channel) in Self.channels.enumerated() {
            planChannel(channel.name, by: channel.by, daysAgo: 371 - index, isDone: true)
            if index < 5 { planChannel(channel.name, by: channel.by, daysAgo: 2, isDone: false) }
        }
        plan(daysAgo: 3, "17:20") { builder, now in
            try UnnamedObjection.record(
                event: "Lantern walk, by the bridge",
                description: "A girl in a yellow coat with a star lantern turned away from the camera twice.",
                at: builder.school("larkmere").id, by: builder.person("L13").id, builder.context.at(now), in: builder.db
            )
        }
    }

    private mutating func planMinute(_ decision: PolicyDelegation.Decision, _ minute: String, daysAgo: Int) {
        plan(daysAgo: daysAgo, "19:30") { builder, now in
            let day = builder.calendar.clock.day(of: now)
            try builder.newest(of: "fennbridge").note(
                decision, minute: minute, on: day,
                by: builder.viewer("F10", at: builder.school("fennbridge"), on: day), builder.context.at(now),
                in: builder.db)
        }
    }

    private mutating func planChannel(_ name: String, by staffID: String, daysAgo: Int, isDone: Bool) {
        plan(daysAgo: daysAgo, "11:15") { builder, now in
            let day = builder.calendar.clock.day(of: now)
            try builder.newest(of: "fennbridge").arrange(
                name, owner: builder.person(staffID).id, due: nil, done: isDone ? day : nil,
                by: builder.viewer("F02", at: builder.school("fennbridge"), on: day), builder.context.at(now),
                in: builder.db)
        }
    }

    /// Put right the same afternoon: the correction goes the way of every post, and takes the original's place.
    mutating func planCorrection(_ corrected: DemoPost.Corrected, of line: DemoPost, _ key: PostKey, at: Instant) {
        let correction = PostKey()
        plan(at + .minutes(20)) { builder, now in
            guard let post = try Post.find(key.post, in: builder.db) else { return }
            let day = builder.calendar.clock.day(of: now)
            let author = try builder.viewer(line.author, at: builder.school(line.school), on: day)
            let id = try post.correct(
                because: corrected.reason, by: author, builder.context.at(now), in: builder.db)
            guard let begun = try Post.find(id, in: builder.db) else { return }
            var draft = Draft(begun)
            draft.text = corrected.text
            try draft.save(over: begun, edits: begun.edits, by: author.id, now: now, in: builder.db)
            correction.id = id
        }
        plan(at + .minutes(24)) { builder, now in try builder.send(line, correction, now) }
        plan(at + .minutes(31)) { builder, now in try builder.approveIfHeld(line, correction, now) }
        plan(at + .minutes(32)) { builder, now in
            try builder.publish(correction, now)
            guard let original = try Post.find(key.post, in: builder.db) else { return }
            try Delivery.remove(
                original, because: "It was corrected. " + corrected.reason, clause: nil, due: nil,
                by: builder.person(line.author).id, at: now, in: builder.db)
            try original.record(
                "replaced by its correction", by: nil, clause: nil,
                fields: [("correction", "\(correction.post.rawValue)")], at: now, in: builder.db)
        }
        plan(at + .minutes(33)) { builder, now in try builder.confirmRemoval(of: key.post, now) }
    }

    /// What the colleague says who was asked about a draft.
    func answer(_ answered: DemoPost.Answered, _ key: PostKey, _ now: Instant) throws {
        guard let post = try Post.find(key.post, in: db), let opinion = try Opinion.of(post.id, in: db).first,
            let answer = Opinion.Answer(rawValue: answered.answer)
        else { throw DemoProblem("A colleague answers about a draft that nobody asked about.") }
        try opinion.give(answer, answered.comment, about: post, by: opinion.askedOf, now: now, in: db)
    }

    private func newest(of code: String) throws -> PolicyVersion {
        let school = try school(code).id
        guard let version = try PolicyVersion.history(of: school, in: db).max(by: { $0.number < $1.number }) else {
            throw DemoProblem("The demo has no policy for \(code).")
        }
        return version
    }
}
