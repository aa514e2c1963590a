import Database
import Gate
import HTML
import Policy
import Web

enum PolicyRoutes {
    static let index = FixedRoute(.get, "/policies")
    static let draft = FixedRoute(.post, "/policies")
    static let show = Route<PolicyVersion.ID>(.get, "/policies/:id")
    static let save = Route<PolicyVersion.ID>(.post, "/policies/:id/draft")
    static let signing = Route<PolicyVersion.ID>(.post, "/policies/:id/signing")
    static let sign = Route<PolicyVersion.ID>(.post, "/policies/:id/signature")
    static let annex = Route<PolicyVersion.ID>(.post, "/policies/:id/annex")
    static let drop = Route<PolicyVersion.ID>(.post, "/policies/:id/drop")

    static let template = Route<PolicyVersion.ID>(.get, "/policies/:id/template.md")
    static let awareness = Route<PolicyVersion.ID>(.post, "/policies/:id/awareness")
    static let decision = Route<PolicyVersion.ID>(.post, "/policies/:id/decision")
    static let review = Route<PolicyVersion.ID>(.post, "/policies/:id/reviews")
    static let finding = Route<Review.ID>(.post, "/policy-reviews/:id/finding")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .signedIn, use: PolicyHandlers.index)
        router.on(draft, for: .keepingPolicy, use: PolicyHandlers.draft)
        router.on(show, for: .signedIn, use: PolicyHandlers.show)
        router.on(save, for: .keepingPolicy, use: PolicyHandlers.save)
        router.on(signing, for: .keepingPolicy, use: PolicyHandlers.sendForSigning)
        router.on(sign, for: .signedIn, use: PolicyHandlers.sign)
        router.on(annex, for: .keepingPolicy, use: PolicyHandlers.settleAnnex)
        router.on(drop, for: .keepingPolicy, use: PolicyHandlers.drop)
        router.on(template, for: .keepingPolicy, use: PolicyHandlers.template)
        router.on(awareness, for: .keepingPolicy, use: PolicyHandlers.arrange)
        router.on(decision, for: .signedIn, use: PolicyHandlers.note)
        router.on(review, for: .signedIn, use: PolicyHandlers.openReview)
        router.on(finding, for: .signedIn, use: PolicyHandlers.finishReview)
    }
}

enum PolicyHandlers {
    /// The policy in force at the viewer's school, with what keeps each clause.
    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let view = try await context.database.read { db -> PolicyIndex in
            let inForce = try PolicyVersion.inForce(at: viewer.school.id, in: db)
            return PolicyIndex(
                inForce: try inForce.map { try PolicyView.load($0, viewer, context, in: db) },
                keeps: try viewer.keepsPolicy(context, in: db),
                history: try PolicyVersion.history(of: viewer.school.id, in: db),
                trust: viewer.isOfTrust ? try PolicyVersion.history(of: nil, in: db) : [],
                published: viewer.isOfTrust ? try PolicyVersion.published(in: db) : [])
        }
        return .page(PolicyIndexPage(index: view, viewer: viewer, context: context).body)
    }

    static func show(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        let view = try await context.database.read { db in
            try PolicyView.load(try visible(id, viewer, context, in: db), viewer, context, in: db)
        }
        return .page(
            PolicyVersionPage(view: view, viewer: viewer, context: context, rule: request.query["rule"]).body)
    }

    /// Begins a version: from the one in force, from a template, or from a file of one's own.
    static func draft(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let now = context.now()
        let ofTrust = request.form["of"] == "trust"
        if ofTrust, !viewer.draftsForTrust { throw Problem.notFound }
        let reason = String((request.form["reason"] ?? "").prefix(500)).trimmed
        let id = try await context.database.write { db in
            let school = ofTrust ? nil : viewer.school.id
            let source: String
            if let upload = request.form.file("file"), !upload.bytes.isEmpty {
                source = try text(of: upload)
            } else if let name = request.form["template"], !name.isEmpty {
                guard let template = PolicyTemplate.named(name) else { throw Problem.notFound }
                source = template.source
            } else {
                let inForce =
                    try ofTrust
                    ? PolicyVersion.inForceForTrust(in: db) : PolicyVersion.inForce(at: viewer.school.id, in: db)
                source = inForce?.source ?? "---\ntitle: Social media policy\n---\n"
            }
            return try PolicyVersion.draft(source, of: school, because: reason, by: viewer.id, at: now, in: db)
        }
        let rule = request.form["rule"].flatMap { Catalogue.all.control(named: $0) }.map { "?rule=\($0.name)" } ?? ""
        return .seeOther(PolicyRoutes.show.path(id) + rule)
    }

    /// A policy that somebody else handed on (W8).
    private static func text(of upload: UploadedFile) throws -> String {
        guard upload.bytes.count <= PolicyVersion.longestSource else {
            throw Problem.refused("A policy may have 2 MB. This file is longer, and no version was begun.")
        }
        let bytes = upload.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? upload.bytes.dropFirst(3) : upload.bytes[...]
        guard let text = String(validating: bytes, as: UTF8.self), !text.contains("\0") else {
            throw Problem.refused(
                "This file is no text in UTF-8. Save it as UTF-8, with the ending .md, and try again.")
        }
        return text.replacing("\r\n", with: "\n")
    }

    static func save(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        let source = (request.form["source"] ?? "").replacing("\r\n", with: "\n"), now = context.now()
        try await context.database.write { db in
            try editable(id, viewer, context, in: db).save(source, at: now, in: db)
        }
        if request.form["then"] == "rehearse", viewer.may(.seePosts) {
            return try await RehearsalHandlers.start(request, context, viewer, id: id)
        }
        return .seeOther(PolicyRoutes.show.path(id))
    }

    static func sendForSigning(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        guard let day = Day(request.form["effective"] ?? "") else {
            throw Problem.refused("Choose the day it takes effect.")
        }
        let now = context.now(), today = context.today
        let reason = String((request.form["reason"] ?? "").prefix(500)).trimmed
        try await context.database.write { db in
            try editable(id, viewer, context, in: db).sendForSigning(
                effective: day, because: reason, by: viewer.id, today: today, at: now, in: db)
        }
        return .seeOther(PolicyRoutes.show.path(id))
    }

    static func sign(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        let now = context.now(), today = context.today
        try await context.database.write { db in
            try PolicyVersion.lock(id, in: db)
            try visible(id, viewer, context, in: db).sign(
                as: Role(rawValue: request.form["role"] ?? ""), typed: (request.form["name"] ?? "").trimmed,
                digest: request.form["digest"] ?? "", by: viewer, at: now, today: today, in: db)
        }
        return .seeOther(PolicyRoutes.show.path(id))
    }

    /// Supplies an annex, or waives it with a reason (W31).
    static func settleAnnex(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        let name = String((request.form["annex"] ?? "").prefix(200))
        let text = String((request.form["text"] ?? "").prefix(200_000)).trimmed
        let reason = String((request.form["waiver"] ?? "").prefix(1_000)).trimmed
        let now = context.now()
        try await context.database.write { db in
            let version = try editable(id, viewer, context, in: db)
            // What is signed is the text with its annexes: neither changes under a signature.
            guard version.state == .draft else {
                throw Problem.conflict("Version \(version.number) is no draft any more. Begin a new one.")
            }
            let rulebook = try version.rulebook(in: db)
            guard let rule = rulebook.rule(PolicyAnnexes.self)?.control, rule.required.contains(name) else {
                throw Problem.notFound
            }
            if text.isEmpty {
                guard !reason.isEmpty else { throw Problem.refused("Add the annex’s text, or say why it is waived.") }
                guard viewer.holds(rule.waivedBy, at: viewer.school.id) else {
                    throw Problem.forbidden("This annex cannot be waived by you.")
                }
                if let bar = viewer.links.bar { throw Problem.forbidden(bar) }
            }
            try db.run("DELETE FROM annexes WHERE version_id = \(id) AND name = \(name)")
            try db.run(
                """
                INSERT INTO annexes (version_id, name, text, waived_by, waived_reason)
                VALUES (\(id), \(name), \(text.isEmpty ? nil : text), \(text.isEmpty ? viewer.id : nil),
                    \(text.isEmpty ? reason : nil))
                """
            )
            try PolicyVersion.record(
                text.isEmpty ? "waived an annex of" : "added an annex to", id, of: version.school, by: viewer.id,
                fields: [("annex", name), ("reason", reason)], at: now, in: db)
        }
        return .seeOther(PolicyRoutes.show.path(id))
    }

    static func drop(
        _ request: Request, _ context: Context, _ viewer: Viewer, id: PolicyVersion.ID
    ) async throws -> Response {
        let now = context.now()
        try await context.database.write { db in
            try editable(id, viewer, context, in: db).drop(by: viewer.id, at: now, in: db)
        }
        return .seeOther(PolicyRoutes.index.path())
    }

    /// A version as the viewer may see it, its owner included.
    static func visible(
        _ id: PolicyVersion.ID, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> PolicyVersion {
        try PolicyVersion.visible(id, viewer, keeps: viewer.keepsPolicy(context, in: db), in: db)
    }

    static func editable(
        _ id: PolicyVersion.ID, _ viewer: Viewer, _ context: Context, in db: Connection
    ) throws -> PolicyVersion {
        try PolicyVersion.lock(id, in: db)
        let version = try visible(id, viewer, context, in: db)
        guard version.school != nil || viewer.draftsForTrust else { throw Problem.notFound }
        return version
    }
}

extension PolicyVersion {
    /// A version of the viewer's school or of the trust; drafts only for those who draft, sign or keep it.
    static func visible(
        _ id: PolicyVersion.ID, _ viewer: Viewer, keeps: Bool = false, in db: Connection
    ) throws -> PolicyVersion {
        guard let version = try PolicyVersion.find(id, in: db),
            version.school == nil || version.school == viewer.school.id
        else { throw Problem.notFound }
        let isSettled = version.state == .inForce || version.state == .superseded
        guard isSettled || keeps || viewer.may(.draftPolicy) || viewer.maySignSomething else { throw Problem.notFound }
        return version
    }
}

extension Viewer {
    /// Whether they work for the trust itself, and so see its policy's history.
    var isOfTrust: Bool { appointments.contains { $0.school == nil } }

    /// Whether they draft policies for the trust itself: a role at one school is none there.
    var draftsForTrust: Bool {
        appointments.contains { $0.school == nil && Right.draftPolicy.roles.contains($0.role) }
    }

    /// Governors and leaders may be asked to sign.
    var maySignSomething: Bool {
        roles.contains { ["headteacher", "deputy", "chair", "governor", "dsl", "administrator"].contains($0) }
    }
}
