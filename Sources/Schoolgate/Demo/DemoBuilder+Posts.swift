import Database
import Gate
import Imaging
import Policy

extension DemoBuilder {
    /// Who approves where a line does not say.
    private static let approvers = [
        "larkmere": ["L02", "L01"], "alderweir": ["A02", "A01"], "fennbridge": ["F02", "F01"],
    ]

    mutating func planPosts() throws {
        for (index, line) in files.posts.enumerated() {
            // Not all at the same distance: some write weeks ahead of the hour, some at the last minute.
            let spread = index * 37 % 60
            switch line.state {
            case .published, .removed: planPublished(line, at: try calendar.moment(of: line), spread)
            case .waiting: planSent(line, slot: try calendar.slot(of: line), spread, isApproved: false)
            // What is stopped was in the queue until a family withdrew its consent yesterday.
            case .scheduled, .stopped: planSent(line, slot: try calendar.slot(of: line), spread, isApproved: true)
            case .draft:
                let isAhead = (line.daysAgo ?? 0) < 0, slot = isAhead ? try calendar.moment(of: line) : nil
                let at =
                    isAhead
                    ? calendar.last("08:10")
                    : line.daysAgo == 0 ? calendar.last(line.time) : try calendar.moment(of: line)
                let key = PostKey()
                plan(at) { builder, now in key.id = try builder.draft(line, slot: slot, now) }
                if let asks = line.asks {
                    plan(at + .minutes(3)) { builder, now in try builder.ask(asks, line, key, now) }
                    if let answered = line.answered {
                        plan(at + .minutes(14)) { builder, now in try builder.answer(answered, key, now) }
                    }
                }
            case .returned: planReturned(line, at: try calendar.moment(of: line))
            case .missed: planMissed(line, at: try calendar.moment(of: line))
            }
        }
    }

    private mutating func planPublished(_ line: DemoPost, at: Instant, _ spread: Int) {
        let isHeld = line.approvedBy != nil
        let sent = isHeld || spread < 20 ? at - .minutes(25 + spread) : at - .seconds(4)
        let slot: Instant? = isHeld || spread < 20 ? at : nil
        let key = PostKey()
        plan(sent - .minutes(4 + spread / 2)) { builder, now in key.id = try builder.draft(line, slot: slot, now) }
        plan(sent) { builder, now in try builder.send(line, key, now) }
        planWrong(line, key, at: at - .minutes(2))
        plan(at - .seconds(3)) { builder, now in try builder.approveIfHeld(line, key, now) }
        plan(at) { builder, now in try builder.publish(key, now) }
        if let corrected = line.corrected { planCorrection(corrected, of: line, key, at: at) }
    }

    private mutating func planSent(_ line: DemoPost, slot: Instant, _ spread: Int, isApproved: Bool) {
        let key = PostKey()
        // Sent yesterday afternoon, before the consent of a family was withdrawn.
        let sent = calendar.instant(daysAgo: 1, "15:10") + .minutes(spread)
        plan(sent - .minutes(9)) { builder, now in key.id = try builder.draft(line, slot: slot, now) }
        plan(sent) { builder, now in try builder.send(line, key, now) }
        guard isApproved else { return }
        plan(sent + .minutes(12)) { builder, now in try builder.approveIfHeld(line, key, now) }
    }

    private mutating func planReturned(_ line: DemoPost, at: Instant) {
        let key = PostKey()
        plan(at - .minutes(40)) { builder, now in key.id = try builder.draft(line, slot: nil, now) }
        plan(at - .minutes(30)) { builder, now in try builder.send(line, key, now) }
        planWrong(line, key, at: at - .minutes(20))
        plan(at) { builder, now in try builder.sendBack(line, key, now) }
    }

    /// Approved, but after its time: it went to nobody, and its author decides.
    private mutating func planMissed(_ line: DemoPost, at: Instant) {
        let key = PostKey()
        plan(at - .minutes(50)) { builder, now in key.id = try builder.draft(line, slot: at, now) }
        plan(at - .minutes(35)) { builder, now in try builder.send(line, key, now) }
        plan(at + .minutes(70)) { builder, now in
            try builder.approveIfHeld(line, key, now)
            guard let post = try Post.find(key.post, in: builder.db), post.state == .scheduled else { return }
            try post.miss("Nobody could send it in time.", now: now, in: builder.db)
        }
    }

    // MARK: The steps

    private func ask(_ staffID: String, _ line: DemoPost, _ key: PostKey, _ now: Instant) throws {
        guard let post = try Post.find(key.post, in: db), let room = try rooms.room(of: post.school, in: db) else {
            throw DemoProblem("A colleague is asked about \(line.id), which is not there.")
        }
        try Opinion.ask(
            try person(staffID).id, about: post, line.question ?? "", by: post.author, in: room,
            on: calendar.clock.day(of: now), now: now, in: db)
    }

    private func draft(_ line: DemoPost, slot: Instant?, _ now: Instant) throws -> Post.ID {
        let author = try person(line.author).id
        var draft = Draft()
        draft.text = line.text
        draft.slot = slot
        draft.accounts = [try account("\(line.school) \(line.network)").id]
        if isOnWebsite(line) { draft.accounts.append(try account(Self.website).id) }
        for picture in line.pictures ?? [] {
            guard let kept = pictures[picture.file] else { throw DemoProblem("\(line.id) has no \(picture.file).") }
            try kept.add(by: author, at: now, in: db)
            var post = PostPicture(
                media: kept.digest, alt: picture.alt, provenance: picture.provenance,
                shown: picture.named.compactMap { pupils[$0] }, workOf: [], notPupils: 0, isComplete: true)
            if let faces = picture.faces { try add(faces, of: kept, line, by: author, now, to: &post) }
            draft.pictures.append(post)
        }
        return try Draft.start(draft, at: try school(line.school).id, by: author, now: now, in: db)
    }

    private func add(
        _ faces: [DemoPost.Face], of kept: DemoPicture, _ line: DemoPost, by author: Person.ID, _ now: Instant,
        to picture: inout PostPicture
    ) throws {
        let boxes = faces.compactMap { PixelBox($0.box.map(String.init).joined(separator: ",")) }
        guard boxes.count == faces.count else { throw DemoProblem("\(line.id) has a face without a box.") }
        picture.faces = zip(faces, boxes).enumerated().map { index, face in
            let answer: PictureFace.Answer =
                pupils[face.0.who].map { .pupil($0) } ?? (face.0.who.isEmpty ? .open : .notPupil)
            return PictureFace(number: index + 1, box: face.1, isFound: true, answer: answer)
        }
        picture.working = try kept.addWorking(
            boxes, at: try school(line.school).id, by: author, context, at: now, in: db)
        picture.isCounted = true
        picture.isComplete = picture.open.isEmpty
        picture.shown = Set(picture.shown + picture.faces.compactMap(\.pupil)).sorted { $0.rawValue < $1.rawValue }
    }

    /// The lanterns of last winter went to the website as well.
    private func isOnWebsite(_ line: DemoPost) -> Bool { line.id == "larkmere-041" }

    func send(_ line: DemoPost, _ key: PostKey, _ now: Instant) throws {
        let (post, room, verdict) = try judge(key, now)
        let outcome = try post.submit(
            by: post.author, verdict, in: room, now: now, today: calendar.clock.day(of: now), in: db)
        if case .blocked(let verdict) = outcome {
            throw DemoProblem(
                "The gate blocks the demo’s \(line.id): \(verdict.findings.map(\.reason).joined(separator: " "))")
        }
    }

    func approveIfHeld(_ line: DemoPost, _ key: PostKey, _ now: Instant) throws {
        let (post, room, verdict) = try judge(key, now)
        guard post.state == .held else { return }
        _ = try post.approve(
            post.fingerprint, note: "", by: try approver(of: line, post, now), verdict, in: room, now: now, in: db)
    }

    private func sendBack(_ line: DemoPost, _ key: PostKey, _ now: Instant) throws {
        let (post, room, verdict) = try judge(key, now)
        guard post.state == .held else { throw DemoProblem("The gate does not hold the demo’s \(line.id).") }
        try post.sendBack(
            post.fingerprint, because: line.reason ?? "", by: try approver(of: line, post, now), verdict, in: room,
            now: now, in: db)
    }

    private func approver(of line: DemoPost, _ post: Post, _ now: Instant) throws -> Viewer {
        let candidates = (line.approvedBy.map { [$0] } ?? []) + (Self.approvers[line.school] ?? [])
        guard let staffID = candidates.first(where: { $0 != line.author }) else {
            throw DemoProblem("Nobody can approve the demo’s \(line.id).")
        }
        return try viewer(staffID, at: try school(line.school), on: calendar.clock.day(of: now))
    }

    /// The post as it stands, and what the gate says of it on this day.
    func judge(_ key: PostKey, _ now: Instant) throws -> (Post, GateRoom, Verdict) {
        let day = calendar.clock.day(of: now)
        guard let post = try Post.find(key.post, in: db), let room = try rooms.room(of: post.school, in: db),
            let school = schools.values.first(where: { $0.id == post.school })
        else { throw DemoProblem("A post of the demo is sent where no policy is in force.") }
        let facts = try PostFacts.gather(Draft(post), at: school, author: post.author, today: day, in: db)
        return (post, room, Verdict.of(facts, in: room, on: day))
    }
}

/// Where the steps of one post hand its id on.
final class PostKey {
    var id: Post.ID?

    var post: Post.ID { id ?? Post.ID(0) }
}
