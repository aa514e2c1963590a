import Database
import HTML
import Web

/// Keeps everything of a post as long as the law or an inquiry needs it: nothing of it is deleted until it is lifted.
enum LegalHold {
    static func change(_ request: Request, _ context: Context, _ viewer: Viewer, id: Post.ID) async throws -> Response {
        let now = context.now()
        var reader = FormReader(request.form)
        let isLifted = request.form["lift"] != nil
        let reason = reader.line(
            "legal-hold", missing: isLifted ? nil : "Say why it has to be kept, such as a police reference.", most: 300)
        if let message = reader.errors["legal-hold"] { throw Problem.refused(message) }
        try await context.database.write { db in
            try Post.lock([id], at: viewer.school.id, in: db)
            guard let post = try Post.find(id, at: [viewer.school.id], in: db) else { throw Problem.notFound }
            try db.run("UPDATE posts SET legal_hold = \(isLifted ? nil : reason) WHERE id = \(id)")
            try post.record(
                isLifted ? "lifted the legal hold on" : "put a legal hold on", by: viewer.id, clause: nil,
                fields: isLifted ? [] : [("reason", reason)], at: now, in: db)
            if isLifted { try post.erasePictures(context, at: now, in: db) }
        }
        return .seeOther(PostRoutes.show.path(id))
    }

    static func reason(of post: Post.ID, in db: Connection) throws -> String? {
        try db.first("SELECT legal_hold FROM posts WHERE id = \(post)") { $0.textOrNil(0) } ?? nil
    }
}

/// On the page of a post, for those who may.
struct LegalHoldCard: HTML {
    let post: Post
    let reason: String?
    let viewer: Viewer

    var body: Markup {
        details(.class("card"), .id("legal-hold")) {
            summary { reason == nil ? "Keep it for legal reasons" : "It is kept for legal reasons" }
            form(.method("post"), .action(PostRoutes.legalHold.path(post.id)), .class("stack")) {
                CSRFField(viewer)
                if let reason {
                    p { "Nothing of this post is deleted: \(reason)" }
                    p {
                        button(.class("button button--plain"), .type("submit"), .name("lift"), .value("yes")) {
                            "It need not be kept any more"
                        }
                    }
                } else {
                    Field(
                        "Why does it have to be kept?", name: "legal-hold",
                        hint: "Its pictures, also unblurred, then stay until somebody lifts this.")
                    p { button(.class("button button--plain"), .type("submit")) { "Keep everything of it" } }
                }
            }
        }
    }
}
