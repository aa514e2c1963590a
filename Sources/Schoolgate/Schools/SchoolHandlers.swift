import Crypto
import Database
import Web

enum SchoolHandlers {
    static let change = FixedRoute(.post, "/school")

    static func register(on router: inout Router<Context>) {
        router.on(change, for: .signedIn, use: change)
    }

    /// Looks at another of the viewer's schools from now on.
    static func change(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        guard let chosen = request.form["school"].flatMap({ School.ID(pathComponent: $0[...]) }),
            viewer.schools.contains(where: { $0.id == chosen }),
            let token = request.cookies[Session.cookie].flatMap(Token.init(text:))
        else { throw Problem.notFound }
        try await context.database.write { db in
            try db.run("UPDATE sessions SET school_id = \(chosen) WHERE digest = \(token.digest)")
        }
        return .seeOther("/")
    }
}
