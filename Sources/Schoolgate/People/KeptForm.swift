import Crypto
import Database
import HTML
import Web

/// What somebody typed when their session had ended: kept for the same person, sealed.
enum KeptForm {
    typealias ID = Schoolgate.ID<KeptForm>

    /// Never kept, not even sealed: they are typed again.
    private static let secrets: Set<String> = ["csrf", "password", "old", "again", "secret", "token", "code", field]

    /// The field that says which kept form is sent again.
    static let field = "kept-form"

    /// Forgets what was kept once its person has sent it again: it is neither offered twice nor held for ever.
    static func forget(_ request: Request, answeredBy response: Response, _ context: Context) async throws {
        guard response.status < 400, let id = request.form[field].flatMap({ ID(pathComponent: $0[...]) }) else {
            return
        }
        try await context.database.write { db in
            // The answer may have ended the session, as a new password does.
            guard let person = try Session.lapsed(request, in: db) else { return }
            try db.run("DELETE FROM kept_forms WHERE id = \(id) AND person_id = \(person)")
        }
    }

    static func keep(_ request: Request, of person: Person.ID, _ context: Context, in db: Connection) throws {
        let fields = request.form.fields.filter { !secrets.contains($0.name) }
        guard !fields.isEmpty else { return }
        let text = FormText.write(fields)
        let sealed = try Sealed.seal(
            Array(text.utf8), key: context.keys.derived(for: "kept forms"), context: "person \(person.rawValue)")
        try db.run("DELETE FROM kept_forms WHERE person_id = \(person)")
        try db.run(
            """
            INSERT INTO kept_forms (person_id, path, sealed_fields, kept_at)
            VALUES (\(person), \(request.path), \(sealed), \(context.now()))
            """
        )
    }

    static func latest(of person: Person.ID, in db: Connection) throws -> ID? {
        try db.first("SELECT id FROM kept_forms WHERE person_id = \(person) ORDER BY id DESC LIMIT 1") { ID($0.int(0)) }
    }
}

enum KeptFormHandlers {
    static let show = Route<KeptForm.ID>(.get, "/kept/:id")
    static let drop = Route<KeptForm.ID>(.post, "/kept/:id/removal")

    static func register(on router: inout Router<Context>) {
        router.on(show, for: .signedIn, use: show)
        router.on(drop, for: .signedIn, use: drop)
    }

    static func show(_ request: Request, _ context: Context, _ viewer: Viewer, id: KeptForm.ID) async throws -> Response
    {
        let row = try await context.database.read { db in
            try db.first("SELECT path, sealed_fields FROM kept_forms WHERE id = \(id) AND person_id = \(viewer.id)") {
                ($0.text(0), $0.bytes(1))
            }
        }
        guard let (path, sealed) = row else { throw Problem.notFound }
        let text = try Sealed.open(
            sealed, key: context.keys.derived(for: "kept forms"), context: "person \(viewer.id.rawValue)")
        let fields = FormText.read(String(decoding: text, as: UTF8.self))
        return .page(KeptFormPage(id: id, path: path, fields: fields, viewer: viewer, context: context).body)
    }

    static func drop(_ request: Request, _ context: Context, _ viewer: Viewer, id: KeptForm.ID) async throws -> Response
    {
        try await context.database.write { db in
            try db.run("DELETE FROM kept_forms WHERE id = \(id) AND person_id = \(viewer.id)")
        }
        return .seeOther("/")
    }
}

/// Fields as lines of lengths and bytes: no escaping to get wrong.
private enum FormText {
    static func write(_ fields: [(name: String, value: String)]) -> String {
        var fieldList: [String] = []
        for field in fields {
            fieldList.append(
                "\(field.name.unicodeScalars.count) \(field.value.unicodeScalars.count)\n\(field.name)\(field.value)")
        }
        return fieldList.joined()
    }

    static func read(_ text: String) -> [(name: String, value: String)] {
        var fields: [(name: String, value: String)] = []
        var rest = Substring(text).unicodeScalars
        while let end = rest.firstIndex(of: "\n") {
            let counts = String(rest[..<end]).split(separator: " ").compactMap { Int($0) }
            rest = rest[rest.index(after: end)...]
            guard counts.count == 2, rest.count >= counts[0] + counts[1] else { break }
            let name = String(rest.prefix(counts[0]))
            rest = rest.dropFirst(counts[0])
            fields.append((name: name, value: String(rest.prefix(counts[1]))))
            rest = rest.dropFirst(counts[1])
        }
        return fields
    }
}

struct KeptFormPage: HTML {
    let id: KeptForm.ID
    let path: String
    let fields: [(name: String, value: String)]
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("What you wrote is kept", in: .today, for: viewer, context) {
            PageHead(
                heading: "You were signed out, and what you wrote is kept",
                lede: "Carry on sends it as if nothing had happened. Pictures have to be chosen again.")
            form(.method("post"), .action(path), .class("stack measure")) {
                CSRFField(viewer)
                input(.type("hidden"), .name(KeptForm.field), .value("\(id.rawValue)"))
                for field in fields {
                    if field.value.contains("\n") || field.value.count > 60 {
                        Field(field.name, name: field.name, lines: 6, value: field.value)
                    } else {
                        input(.type("hidden"), .name(field.name), .value(field.value))
                    }
                }
                p { button(.class("button"), .type("submit")) { "Carry on" } }
            }
            form(.method("post"), .action(KeptFormHandlers.drop.path(id))) {
                CSRFField(viewer)
                button(.class("button button--quiet"), .type("submit")) { "Throw it away" }
            }
        }
    }
}
