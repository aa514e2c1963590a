import Gate
import HTML
import Imaging
import Web

/// Where a teacher writes, often on a phone and in a hurry: the words first, the gate's answer beside them.
struct ComposerPage: HTML {
    let view: ComposerView
    let viewer: Viewer
    let context: Context
    var sent: ComposerForm?

    private var post: Post? { view.post }
    private var errors: FieldErrors { sent?.errors ?? FieldErrors() }
    private var action: String { post.map { PostRoutes.save.path($0.id) } ?? PostRoutes.create.path() }

    var body: Markup {
        Shell(
            post == nil ? "Write a post" : "Your draft", in: .posts, for: viewer, context,
            scripts: ["composer.js", "preview.js", "faces.js"]
        ) {
            header(.class("page-head")) {
                div {
                    p(.class("overline")) { a(.href(PostRoutes.index.path())) { "Posts" } }
                    h1 { post.map(\.title) ?? "Write a post" }
                    p(.class("lede"), .id("saved")) { saved }
                }
            }
            if view.accounts.isEmpty { NoAccount(viewer: viewer) }
            div(.id("stops")) { ComposerStops(view: view, context: context) }
            errors.summary
            div(.class("stack stack--s"), .id("notices")) {}
            form(
                .class("split split--even"), .method("post"), .action(action),
                Attribute("enctype", "multipart/form-data"),
                .id("composer"), Attribute("data-check", PostRoutes.check.path()),
                Attribute("data-person", "\(viewer.id.rawValue)"),
                Attribute("data-saved", post.map { "\($0.updatedAt.milliseconds)" })
            ) {
                CSRFField(viewer)
                EnterSaves()
                input(.type("hidden"), .name("post"), .value(post.map { "\($0.id.rawValue)" } ?? ""))
                input(.type("hidden"), .name("edits"), .value("\(post?.edits ?? sent?.edits ?? 0)"))
                div(.class("stack stack--l")) {
                    words
                    pictures
                    AskColleague(view: view, sent: sent, viewer: viewer, context: context)
                    div(.id("sending")) { SendingCard(view: view) }
                }
                div(.class("stack stack--l")) {
                    section(.class("stack"), .aria(.labelledby, "s-gate")) {
                        h2(.id("s-gate")) { "What the gate found" }
                        div(.id("findings"), .aria(.live, "polite")) {
                            FindingList(
                                verdict: view.verdict, citations: view.citations, text: view.draft.text,
                                alarms: view.alarms, offersBlur: true)
                        }
                        div(.id("repeats"), .aria(.live, "polite")) {
                            RepeatList(repeats: view.repeats, context: context)
                        }
                    }
                    Previews(view: view)
                }
            }
            if let post { discard(post) }
        }
    }

    private var saved: String {
        guard let post else { return "Nothing is public before you send it, and the gate looks as you write." }
        let editor =
            post.lastEditor == viewer.id ? "" : " by \(view.people[post.lastEditor]?.name ?? "somebody who left")"
        return "Saved \(context.clock.moment(of: post.updatedAt, now: context.now()))\(editor)."
    }

    private var words: Markup {
        section(.class("stack"), .aria(.labelledby, "s-words")) {
            h2(.id("s-words")) { "The words" }
            Field(
                "What do you want to tell families?", name: "text", lines: 7, value: view.draft.text,
                error: errors["text"], attributes: [Attribute("maxlength", "\(Draft.longestText)")])
            PhraseButtons(phrases: view.phrases)
            fieldset(.class("row"), .id("field-account"), Attribute("tabindex", "-1")) {
                legend { "Where it goes" }
                if let error = errors["account"] { FieldProblem(text: error) }
                for account in view.accounts {
                    label(.class("choice")) {
                        input(
                            .type("checkbox"), .name("account"), .value("\(account.id.rawValue)"),
                            .checked(view.draft.accounts.contains(account.id) || isOnlyChoice))
                        " \(account.name)"
                    }
                }
                if view.accounts.isEmpty { p(.class("soft")) { "Nowhere yet: no account is connected." } }
            }
            Field(
                "When", name: "slot", value: view.draft.slot.map { context.clock.field($0) } ?? "",
                type: "datetime-local", hint: "Leave it empty and it goes out as soon as it may.", error: errors["slot"]
            )
            div(.id("timing"), .aria(.live, "polite")) { ComposerTiming(view: view) }
        }
    }

    private var isOnlyChoice: Bool { post == nil && view.accounts.count == 1 }

    private var pictures: Markup {
        section(.class("stack"), .aria(.labelledby, "s-photo")) {
            h2(.id("s-photo")) { view.draft.pictures.isEmpty ? "A picture or video" : things }
            if view.leftOut > 0 {
                p(.class("soft")) {
                    view.leftOut == 1
                        ? "One picture of the original has been deleted, so this correction goes without it. Add another if it needs one."
                        : "\(view.leftOut) pictures of the original have been deleted, so this correction goes without them. Add others if it needs any."
                }
            }
            for (index, picture) in view.draft.pictures.enumerated() {
                PictureFields(index: index, picture: picture, view: view, sent: sent)
            }
            if view.draft.pictures.count < Draft.mostPictures {
                Field(
                    view.draft.pictures.isEmpty ? "Add a picture or a video" : "Add another picture or video",
                    name: "photo", type: "file",
                    hint:
                        "JPEG, PNG, WebP or HEIC up to 30 MB; MP4, MOV or WebM up to 60 MB\(longest). Location and camera details are removed when you add it.",
                    error: errors["photo"],
                    attributes: [
                        Attribute(
                            "accept", "image/jpeg,image/png,image/webp,image/heic,video/mp4,video/quicktime,video/webm"),
                        Attribute("multiple", if: true),
                    ])
            }
        }
    }

    private var things: String {
        let all = view.draft.pictures.count, videos = view.draft.pictures.count(where: \.isVideo)
        if videos == 0 { return "The pictures, and who is in them" }
        if videos < all { return "The pictures and videos, and who is in them" }
        return all == 1 ? "The video, and who is in it" : "The videos, and who is in them"
    }

    private var longest: String {
        let seconds = view.desk.longestVideo ?? VideoLimits.seconds
        return seconds % 60 == 0
            ? " and \(seconds / 60) minute\(seconds == 60 ? "" : "s")" : " and \(seconds) seconds"
    }

    private func discard(_ post: Post) -> Markup {
        form(.method("post"), .action(PostRoutes.discard.path(post.id))) {
            CSRFField(viewer)
            button(.class("button button--quiet"), .type("submit")) { "Throw this draft away" }
        }
    }
}

/// Said before anybody writes a post that could go nowhere.
struct NoAccount: HTML {
    let viewer: Viewer

    var body: Markup {
        p(.class("banner"), .role("status")) {
            Icon.warn.markup
            span {
                "No account is connected at \(viewer.school.name), so nothing can be sent yet. "
                if viewer.may(.manageAccounts) {
                    a(.href(AccountHandlers.index.path())) { "Connect one under Accounts" }
                    "."
                } else {
                    "The headteacher or an administrator connects one. You can write and save drafts."
                }
            }
        }
    }
}

/// Where the post is on its way, with what the gate says of it now.
struct ComposerStops: HTML {
    let view: ComposerView
    let context: Context

    var body: Markup {
        guard let post = view.post else { return Markup() }
        return PostStops(post: post, context: context, findings: view.verdict.findings.count).body
    }
}

/// What the post meets in the calendar at the time that is chosen.
struct ComposerTiming: HTML {
    let view: ComposerView

    var body: Markup {
        view.conflicts.isEmpty ? Markup() : ConflictList(conflicts: view.conflicts, heading: "At that time").body
    }
}

/// What happens when the writer sends it: with whom it waits, or that it needs nobody.
struct SendingCard: HTML {
    let view: ComposerView

    var body: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-send")) {
            h2(.id("s-send")) { view.accounts.isEmpty ? "Keep it" : view.needsApproval ? "Approval" : "Send it" }
            p { words }
            p(.class("row")) {
                if !view.accounts.isEmpty {
                    button(.class("button"), .type("submit"), .name("intent"), .value("send")) {
                        Icon.send.markup
                        view.needsApproval ? " Send for approval" : " Send it on its way"
                    }
                }
                button(.class("button button--plain"), .type("submit"), .name("intent"), .value("save")) {
                    "Save draft"
                }
            }
        }
    }

    private var words: String {
        if view.accounts.isEmpty { return "It stays your draft until an account is connected that it can go to." }
        if view.verdict.outcome == .block {
            return "Something stops this post. Put that right first; until then it stays your draft."
        }
        if let missing = view.missingRight { return missing }
        if let missing = view.missingOpinion { return missing }
        guard view.needsApproval else {
            return "Nothing in it needs anybody else. It goes out at its time, after one more look by the gate."
        }
        let names = view.approvers.prefix(4).map(\.name)
        guard !names.isEmpty else {
            return "Somebody else has to approve this, and nobody is there who could. Ask the head or an administrator."
        }
        let list = names.count == 1 ? names[0] : names.dropLast().joined(separator: ", ") + " or " + (names.last ?? "")
        return "\(list) can approve this. They approve exactly these words, these pictures and this time; "
            + "if any of it changes, they are asked again."
    }
}
