import Database
import HTML
import Policy
import Web

/// What two people made of one draft, side by side: nobody's words are lost.
struct MergeView: Sendable {
    /// The post as it stands, saved by somebody else.
    let theirs: Post
    let editor: String
    let mine: Draft
    /// Everything else in the form as it was sent, to be sent again.
    let fields: [(name: String, value: String)]

    /// What the page of the merge writes itself, and what must not be sent twice.
    private static let own: Set<String> = [
        "csrf", "edits", "text", "intent", "photo", "kept-form", "insert", "wrong", "right", "blur",
    ]

    static func load(
        _ mine: Draft, over theirs: Post, _ form: Form, in db: Connection
    ) throws -> MergeView {
        var fields = form.fields.filter { !own.contains($0.name) && !$0.name.hasPrefix("remove-") }
        // Pictures that came with this very request have no fields yet.
        for (index, picture) in mine.pictures.enumerated()
        where !fields.contains(where: { $0.name.hasPrefix("picture-") && $0.value == picture.key }) {
            fields.append((name: "picture-\(index)", value: picture.key))
        }
        let editor = try Person.find(theirs.lastEditor, in: db)?.name ?? "Somebody who left"
        return MergeView(theirs: theirs, editor: editor, mine: mine, fields: fields)
    }

    /// What else is different, since only the words stand side by side.
    var others: [String] {
        var others: [String] = []
        if theirs.slot != mine.slot { others.append("the time") }
        if Set(theirs.accounts) != Set(mine.accounts) { others.append("the accounts") }
        if theirs.pictures != mine.pictures { others.append("the pictures or what is said of them") }
        return others
    }
}

struct MergePage: HTML {
    let view: MergeView
    let viewer: Viewer
    let context: Context

    private var post: Post { view.theirs }

    var body: Markup {
        Shell("Two versions of “\(post.title)”", in: .posts, for: viewer, context) {
            PageHead(
                overline: "Posts", heading: "\(view.editor) saved this while you were writing",
                lede: "Nothing is lost. Put together on the left what should stay, and save it.")
            form(.class("split split--half"), .method("post"), .action(PostRoutes.save.path(post.id))) {
                CSRFField(viewer)
                input(.type("hidden"), .name("edits"), .value("\(post.edits)"))
                for field in view.fields { input(.type("hidden"), .name(field.name), .value(field.value)) }
                section(.class("stack"), .aria(.labelledby, "s-mine")) {
                    h2(.id("s-mine")) { "Yours" }
                    Field(
                        "Your words, to be saved", name: "text", lines: 10, value: view.mine.text,
                        attributes: [Attribute("maxlength", "\(Draft.longestText)")])
                    if !view.others.isEmpty {
                        p(.class("small soft")) {
                            "Different as well: \(view.others.inWords()). Saving keeps yours."
                        }
                    }
                    p(.class("row")) {
                        button(.class("button"), .type("submit"), .name("intent"), .value("save")) {
                            "Save what stands here"
                        }
                        a(.class("button button--plain"), .href(PostRoutes.edit.path(post.id))) {
                            "Go on with \(view.editor)’s, and drop mine"
                        }
                    }
                }
                section(.class("stack"), .aria(.labelledby, "s-theirs")) {
                    h2(.id("s-theirs")) {
                        "\(view.editor)’s, saved \(context.clock.moment(of: post.updatedAt, now: context.now()))"
                    }
                    div(.class("card")) { Compared(old: view.mine.text, new: post.text) }
                    details {
                        summary { "Without the marks" }
                        p(.class("post-text")) { post.text }
                    }
                }
            }
        }
    }
}

/// One text with what another says otherwise marked in it.
struct Compared: HTML {
    let old: String
    let new: String

    var body: Markup {
        p(.class("post-text")) {
            for segment in WordDiff.segments(from: old, to: new) {
                switch segment.kind {
                case .same: segment.text
                case .inserted:
                    ins {
                        span(.class("hush")) { "only theirs: " }
                        segment.text
                    }
                case .deleted:
                    del {
                        span(.class("hush")) { "only yours: " }
                        segment.text
                    }
                }
            }
        }
    }
}
