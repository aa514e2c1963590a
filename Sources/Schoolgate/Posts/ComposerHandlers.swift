import Database
import Gate
import HTML
import Policy
import Web

enum ComposerHandlers {
    private struct EmptyComposer: Hashable {
        let standing: UInt64
        let session: String
        let day: Day
    }

    static func new(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        // Nothing of an empty page depends on the hour; some of it is for this session alone.
        let key = EmptyComposer(standing: viewer.standing, session: viewer.csrf, day: context.today)
        let view = try await context.database.read(keptUnder: key) { db in
            try db.unchanged(key) { try ComposerView.load(Draft(), of: nil, viewer, context, in: db) }
        }
        return .page(ComposerPage(view: view, viewer: viewer, context: context).body)
    }

    static func edit(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response {
        let view = try await context.database.read { db -> ComposerView in
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            guard post.state.isEditable else {
                throw Problem.refused("This post is \(post.state.rawValue), so its words can no longer be changed.")
            }
            return try ComposerView.load(Draft(post), of: post, viewer, context, in: db)
        }
        return .page(ComposerPage(view: view, viewer: viewer, context: context).body)
    }

    static func create(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        try await take(request, context, viewer, id: nil)
    }

    static func save(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response {
        try await take(request, context, viewer, id: id)
    }

    /// The gate's answer to what is in the form now, for the page to show while somebody types.
    static func check(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let view = try await context.database.read { db -> ComposerView in
            let room = try requiredRoom(viewer, context, in: db)
            let id = ID<Post>(pathComponent: (request.form["post"] ?? "")[...])
            let post = try id.flatMap { try Post.find($0, at: [viewer.school.id], in: db) }
            let form = try ComposerForm.read(
                request.form, of: post?.id, by: viewer.id, at: viewer.school, room: room, context, in: db)
            return try ComposerView.load(form.draft, of: post, viewer, context, in: db)
        }
        let parts = Markup.words {
            div(Attribute("data-part", "findings")) {
                FindingList(
                    verdict: view.verdict, citations: view.citations, text: view.draft.text, alarms: view.alarms,
                    offersBlur: true)
            }
            div(Attribute("data-part", "repeats")) { RepeatList(repeats: view.repeats, context: context) }
            div(Attribute("data-part", "timing")) { ComposerTiming(view: view) }
            PictureWords(view: view)
            div(Attribute("data-part", "stops")) { ComposerStops(view: view, context: context) }
            div(Attribute("data-part", "sending")) { SendingCard(view: view) }
        }
        return .bytes(parts.bytes, type: "text/html; charset=utf-8")
    }

    static func requiredRoom(_ viewer: Viewer, _ context: Context, in db: Connection) throws -> GateRoom {
        guard let room = try context.rooms.room(of: viewer.school.id, in: db) else {
            throw Problem.refused(
                "No policy is in force at \(viewer.school.name), so nothing can be written yet. The head signs one under Policies."
            )
        }
        return room
    }

    private enum Taken: Sendable {
        case saved(Post)
        case sent(Post.ID)
        case again(ComposerView, ComposerForm, status: Int)
        /// Somebody else saved it since this writer opened it.
        case merge(MergeView)
    }

    private static func take(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID?
    ) async throws -> Response {
        let pictures = try await PictureIntake.take(request.form.files("photo"), viewer, context)
        // Links are followed when it counts: what a writer types is not asked about at every key.
        let isSent = request.form["intent"] == ComposerForm.Intent.send.rawValue
        let links = isSent ? await context.links.facts(of: request.form["text"] ?? "") : []
        let making = try await PictureMaking.prepare(request.form, of: id, viewer, context)
        do {
            return try await keep(request, pictures, making, links, context, viewer, id: id)
        } catch {
            try await making.takeBack(context)
            throw error
        }
    }

    private static func keep(
        _ request: Request, _ pictures: PictureIntake.Taken, _ making: PictureMaking, _ links: [Link],
        _ context: Context, _ viewer: Viewer, id: Post.ID?
    ) async throws -> Response {
        let now = context.now(), today = context.today
        let taken = try await context.database.write { db -> Taken in
            // Whatever is locked, the post comes first.
            if let id { try Post.lock([id], at: viewer.school.id, in: db) }
            let room = try requiredRoom(viewer, context, in: db)
            var form = try ComposerForm.read(
                request.form, of: id, by: viewer.id, at: viewer.school, room: room, context, in: db)
            form.draft.pictures += pictures.kept.prefix(Draft.mostPictures - form.draft.pictures.count)
            for problem in pictures.problems { form.errors.add("photo", problem) }
            if form.intent == .send {
                for (field, question) in PictureQuestion.unanswered(form.draft.pictures) {
                    form.errors.add(field, question)
                }
            }
            try making.apply(to: &form, by: viewer.id, context, at: now, in: db)
            if let id, form.intent != .autosave, let theirs = try Post.find(id, at: [viewer.school.id], in: db),
                theirs.state.isEditable, theirs.edits != form.edits, Draft(theirs) != form.draft
            {
                return .merge(try MergeView.load(form.draft, over: theirs, request.form, in: db))
            }
            if let phrase = ID<Phrase>(pathComponent: (request.form["insert"] ?? "")[...]) {
                let known = try Phrase.all(at: viewer.school.id, in: db).first { $0.id == phrase }
                if let known { form.draft.text = known.appended(to: form.draft.text) }
            }
            if form.intent == .send {
                for account in try Account.open(at: viewer.school.id, in: db)
                where form.draft.accounts.contains(account.id) {
                    for (index, picture) in form.draft.pictures.enumerated() {
                        guard let why = picture.video.flatMap({ NetworkDirectory.refusal(of: $0, on: account) }) else {
                            continue
                        }
                        form.errors.add(PictureQuestion.field(index), why)
                    }
                    let network = NetworkText.of(account.network)
                    guard network.excess(of: form.draft.text) > 0, let limit = network.limit else { continue }
                    form.errors.add(
                        "text",
                        "\(account.name) takes \(NetworkText.grouped(limit)) characters. Leave out \(network.excess(of: form.draft.text)), or do not send it there."
                    )
                }
            }
            let post = try keep(form, viewer, id: id, context, now: now, in: db)
            let view = try ComposerView.load(form.draft, of: post, links: links, viewer, context, in: db)
            // One tap keeps what was typed, and says what is wrong.
            if let token = request.form["wrong"] {
                try WrongAlarm.tell(token, of: post, view.verdict, by: viewer.id, at: now, in: db)
            } else if let token = request.form["right"] {
                try WrongAlarm.takeBack(token, of: post, by: viewer, at: now, in: db)
            }
            // What a page saves by itself is asked about when somebody saves or sends it.
            if form.intent == .autosave { return .saved(post) }
            guard form.errors.isEmpty else { return .again(view, form, status: 422) }
            if form.intent == .ask {
                guard let colleague = ID<Person>(pathComponent: (request.form["colleague"] ?? "")[...]) else {
                    form.errors.add("colleague", "Choose whom you ask. Your draft is saved.")
                    return .again(view, form, status: 422)
                }
                let question = String((request.form["question"] ?? "").trimmed.prefix(Opinion.longest))
                try Opinion.ask(
                    colleague, about: post, question, by: viewer.id, in: room, on: today, now: now, in: db)
            }
            guard form.intent == .send else { return .saved(post) }
            if let missing = view.missingRight {
                form.errors.add("account", missing)
                return .again(view, form, status: 422)
            }
            if let missing = view.missingOpinion {
                form.errors.add("colleague", missing)
                return .again(view, form, status: 422)
            }
            let outcome = try post.submit(by: viewer.id, view.verdict, in: room, now: now, today: today, in: db)
            if case .blocked = outcome { return .again(view, form, status: 422) }
            return .sent(post.id)
        }
        if let id { try await PictureObjection.record(request.form, in: id, viewer, context) }
        switch taken {
        case .saved(let post) where request.form["intent"] == ComposerForm.Intent.autosave.rawValue:
            let pictures = post.pictures.map { "\"\(PostRoutes.picture.path($0.media))\"" }.joined(separator: ",")
            return .text(
                "{\"id\":\(post.id.rawValue),\"edits\":\(post.edits),\"pictures\":[\(pictures)]}",
                type: "application/json")
        case .saved(let post): return .seeOther(PostRoutes.edit.path(post.id))
        case .sent(let id): return .seeOther(PostRoutes.show.path(id))
        case .merge(let view):
            return .page(MergePage(view: view, viewer: viewer, context: context).body, status: 409)
        case .again(let view, let form, let status):
            return .page(ComposerPage(view: view, viewer: viewer, context: context, sent: form).body, status: status)
        }
    }

    private static func keep(
        _ form: ComposerForm, _ viewer: Viewer, id: Post.ID?, _ context: Context, now: Instant, in db: Connection
    ) throws -> Post {
        let known: Post.ID
        if let id {
            try Post.lock([id], at: viewer.school.id, in: db)
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            try form.draft.save(over: post, edits: form.edits, by: viewer.id, now: now, in: db)
            // What is blurred now, or taken out, is nowhere any more as it was.
            let gone = Set(post.pictures.flatMap(\.digests)).subtracting(form.draft.pictures.flatMap(\.digests))
            try Media.eraseUnused(gone, context, at: now, in: db)
            let left = Set(post.pictures.compactMap(\.working)).subtracting(form.draft.pictures.compactMap(\.working))
            try Media.eraseUnusedWorking(left, context, at: now, in: db)
            known = id
        } else {
            known = try Draft.start(form.draft, at: viewer.school.id, by: viewer.id, now: now, in: db)
        }
        guard let post = try Post.find(known, in: db) else { throw Problem.notFound }
        return post
    }
}

/// Everything the composer shows.
struct ComposerView: Sendable {
    let draft: Draft
    let post: Post?
    let accounts: [Account]
    let pupils: [Pupil.ID: Pupil]
    let verdict: Verdict
    let alarms: ToldAlarms
    let citations: Citations
    let approvers: [Person]
    /// Whether it would go out without anybody else.
    let needsApproval: Bool
    /// What it meets in the calendar at its time.
    let conflicts: [CalendarConflict]
    /// What it says nearly again.
    let repeats: [Repeat]
    /// What the school says often, and how it signs.
    let phrases: [Phrase]
    /// What colleagues were asked about it, who may be asked, and the names of both.
    let opinions: [Opinion]
    let colleagues: [Person]
    let people: [Person.ID: Person]
    /// Why a colleague has to answer before it is sent; nil when nobody has to.
    let missingOpinion: String?
    /// Why its writer may not publish on the accounts chosen; nil when they may (M4).
    let missingRight: String?
    let desk: PictureDesk
    /// How many pictures of the post that this one corrects are deleted.
    let leftOut: Int64

    static func load(
        _ draft: Draft, of post: Post?, links: [Link] = [], _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> ComposerView {
        let room = try ComposerHandlers.requiredRoom(viewer, context, in: db)
        let today = context.today
        let facts = try PostFacts.gather(
            draft, at: viewer.school, author: post?.author ?? viewer.id, links: links, today: today, in: db)
        // An empty page has nothing to be told.
        let isEmpty = draft.text.allSatisfy(\.isWhitespace) && draft.pictures.isEmpty
        let verdict =
            isEmpty ? .none : Verdict.of(facts, in: room, on: context.clock.day(of: draft.slot ?? context.now()))
        let advice = OpinionRule(room.rulebook)
        let opinions = try post.map { try Opinion.of($0.id, in: db) } ?? []
        let rule = ApprovalRule(room.rulebook)
        let approvers = try Person.holding(rule.roles(for: verdict), at: viewer.school.id, on: today, in: db)
            .filter { $0.id != viewer.id && $0.id != post?.author }
        let pupils = try Pupil.all(draft.pictures.flatMap { $0.shown + $0.workOf }, in: db)
        let desk = try PictureDesk.load(
            draft, of: post, pupils, in: room, networks: facts.networks, viewer,
            on: context.clock.day(of: draft.slot ?? context.now()), context, in: db)
        return ComposerView(
            draft: draft, post: post, accounts: try Account.open(at: viewer.school.id, in: db),
            pupils: Dictionary(uniqueKeysWithValues: pupils.map { ($0.id, $0) }), verdict: verdict,
            alarms: try ToldAlarms.load(post?.id, inComposer: true, viewer, in: db),
            citations: Citations(room.rulebook), approvers: approvers,
            needsApproval: verdict.outcome == .hold || rule.isNeeded(draft),
            conflicts: try ConflictFinder.conflicts(of: draft, post?.id, viewer, context, in: db),
            repeats: try Repeat.of(draft, post?.id, at: viewer.school.id, now: context.now(), in: db),
            phrases: try Phrase.all(at: viewer.school.id, in: db), opinions: opinions,
            colleagues: try advice.colleagues(of: viewer.id, at: viewer.school.id, on: today, in: db),
            people: try Person.byID(
                opinions.flatMap { [$0.askedBy, $0.askedOf] } + [post?.author, post?.lastEditor].compactMap { $0 },
                in: db),
            missingOpinion: advice.missing(for: opinions, verdict),
            missingRight: try PublishingRight.objection(
                to: viewer.id, draft.accounts, at: viewer.school.id, in: room, now: context.now(), db), desk: desk,
            leftOut: try post.map { try Correction.picturesLeftOut(of: $0.id, in: db) } ?? 0)
    }
}
