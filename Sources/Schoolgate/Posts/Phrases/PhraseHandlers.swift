import Database
import HTML
import Web

enum PhraseHandlers {
    static let index = FixedRoute(.get, "/phrases")
    static let add = FixedRoute(.post, "/phrases")
    static let remove = Route<Phrase.ID>(.post, "/phrases/:id/removal")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.writePosts), use: index)
        router.on(add, for: .holding(.writePosts), use: add)
        router.on(remove, for: .holding(.writePosts), use: remove)
    }

    static func index(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        .page(try await page(context, viewer, request.form, FieldErrors()))
    }

    static func add(_ request: Request, _ context: Context, _ viewer: Viewer) async throws -> Response {
        let kind = Phrase.Kind(rawValue: request.form["kind"] ?? "") ?? .phrase, now = context.now()
        var reader = FormReader(request.form)
        let text = reader.text("text", missing: "Write the words you say often.", most: Phrase.longest)
        guard reader.errors.isEmpty else {
            return .page(try await page(context, viewer, request.form, reader.errors), status: 422)
        }
        try await context.database.write { db in
            try Phrase.add(kind, text, at: viewer.school.id, by: viewer.id, now: now, in: db)
        }
        return .seeOther(index.path())
    }

    static func remove(_ request: Request, _ context: Context, _ viewer: Viewer, id: Phrase.ID) async throws -> Response
    {
        let now = context.now()
        try await context.database.write { db in
            try Phrase.remove(id, at: viewer.school.id, by: viewer.id, now: now, in: db)
        }
        return .seeOther(index.path())
    }

    private static func page(
        _ context: Context, _ viewer: Viewer, _ form: Form, _ errors: FieldErrors
    ) async throws -> Markup {
        let phrases = try await context.database.read { db in try Phrase.all(at: viewer.school.id, in: db) }
        return PhrasesPage(phrases: phrases, typed: form, errors: errors, viewer: viewer, context: context).body
    }
}

/// What the school says often, and how it signs.
struct PhrasesPage: HTML {
    let phrases: [Phrase]
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Phrases and sign-offs", in: .posts, for: viewer, context) {
            PageHead(
                overline: "Posts", heading: heading,
                lede: "Everybody who writes at \(viewer.school.name) finds them beside the words.")
            errors.summary
            div(.class("split")) {
                if phrases.isEmpty {
                    Empty(heading: "Nothing is kept yet", text: "What you say often, and how you sign, appears here.")
                } else {
                    ul(.class("post-list"), .role("list")) {
                        for phrase in phrases {
                            li(.class("note-row row row--apart")) {
                                div {
                                    p(.class("post-text")) { phrase.text }
                                    p(.class("small soft")) { phrase.kind.title }
                                }
                                form(.method("post"), .action(PhraseHandlers.remove.path(phrase.id))) {
                                    CSRFField(viewer)
                                    button(.class("button button--quiet"), .type("submit")) {
                                        "Take it out"
                                        span(.class("hush")) { ": \(phrase.text.prefix(40))" }
                                    }
                                }
                            }
                        }
                    }
                }
                form(.class("card stack"), .method("post"), .action(PhraseHandlers.add.path())) {
                    h2 { "Keep another" }
                    CSRFField(viewer)
                    Field(
                        "What it is", name: "kind",
                        options: Phrase.Kind.allCases.map { (value: $0.rawValue, label: $0.title) },
                        selected: typed["kind"])
                    Field(
                        "The words", name: "text", lines: 3, value: typed["text"] ?? "",
                        hint: "A sign-off goes on a line of its own.", error: errors["text"],
                        attributes: [Attribute("maxlength", "\(Phrase.longest)")])
                    p { button(.class("button"), .type("submit")) { "Keep it" } }
                }
            }
        }
    }

    private var heading: String {
        phrases.isEmpty
            ? "No phrases yet" : phrases.count == 1 ? "One phrase" : "\(phrases.count.inWordsCapitalised) phrases"
    }
}

/// In the composer: the phrases as buttons that put them into the words, with or without JavaScript.
struct PhraseButtons: HTML {
    let phrases: [Phrase]

    var body: Markup {
        details(.class("phrases")) {
            summary { "Phrases and sign-offs" }
            div(.class("row")) {
                for phrase in phrases {
                    button(
                        .class("button button--plain phrase"), .type("submit"), .name("insert"),
                        .value("\(phrase.id.rawValue)"), Attribute("data-phrase", phrase.text),
                        Attribute("data-kind", phrase.kind.rawValue)
                    ) {
                        span(.class("hush")) { "Insert: " }
                        phrase.text.count > 60 ? "\(phrase.text.prefix(57))…" : phrase.text
                    }
                }
                a(.href(PhraseHandlers.index.path())) { phrases.isEmpty ? "Keep the first one" : "Change them" }
            }
        }
    }
}
