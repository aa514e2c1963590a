import HTML
import Policy
import Web

/// One post: what it is, where it stands, what there is to do, why, and how it came about.
struct PostPage: HTML {
    let view: PostView
    let viewer: Viewer
    let context: Context
    /// A reason that names a child, for its writer to think again.
    var warned: Reason?

    private var post: Post { view.post }
    private var now: Instant { context.now() }

    var body: Markup {
        Shell(post.title, in: .posts, for: viewer, context) {
            header(.class("page-head")) {
                div {
                    p(.class("overline")) { a(.href(PostRoutes.index.path())) { "Posts" } }
                    h1 { post.title }
                    p(.class("lede")) { standing }
                }
            }
            PostStops(post: post, context: context)
            div(.class("split split--even")) {
                div(.class("stack stack--l")) {
                    PostWords(view: view, viewer: viewer)
                    OpinionCard(
                        opinions: view.opinions, people: view.people, post: post, viewer: viewer, context: context)
                    CorrectionHistory(view: view, viewer: viewer, context: context)
                    decision
                    DeliveryList(view: view, viewer: viewer, context: context)
                    history
                    if viewer.may(.holdForLaw) {
                        LegalHoldCard(post: post, reason: view.legalHold, viewer: viewer)
                    }
                }
                div(.class("stack stack--l")) {
                    section(.class("stack"), .id("gate"), .aria(.labelledby, "s-gate")) {
                        h2(.id("s-gate")) {
                            decided == nil ? "What the gate says" : "What the gate found, and what was decided"
                        }
                        FindingList(
                            verdict: view.verdict, citations: view.citations, text: post.text, decided: decided,
                            alarms: view.alarms)
                    }
                }
            }
        }
    }

    /// Past its decision, a post waits for nobody.
    private var decided: Decided? {
        switch post.state {
        case .draft, .held, .returned, .missed, .stopped, .discarded: return nil
        case .scheduled, .publishing, .published, .removing, .removed:
            let standing = view.approvals.filter { $0.approval.decision == .approved && $0.approval.voidedWhy == nil }
            return Decided(approvers: standing.map { $0.person?.name ?? "somebody who left" })
        }
    }

    private var standing: String {
        let author = view.author?.name ?? "Somebody who left"
        switch post.state {
        case .held: return "\(author) wrote it. It waits for \(waitsFor)."
        case .returned: return "It was sent back to \(author)."
        case .missed: return "Its time passed before it could go out. Choose another time and send it again."
        case .stopped: return "It was stopped on its way out and needs somebody."
        case .scheduled:
            return post.slot.map { "It goes out \(context.clock.moment(of: $0, now: now))." } ?? "It goes out now."
        case .publishing: return "It is going out now."
        case .published: return "\(author) wrote it, and it is out."
        case .removing: return "It is being taken down."
        case .removed: return "It has been taken down, and the networks have confirmed that."
        case .draft, .discarded: return "\(author) wrote it."
        }
    }

    private var waitsFor: String {
        let names = view.approvers.prefix(3).map(\.name)
        return names.isEmpty
            ? "somebody who may approve it; nobody is there who could" : names.joined(separator: " or ")
    }

    @HTMLBuilder private var decision: Markup {
        switch post.state {
        case .held:
            ApprovalCard(view: view, viewer: viewer, warned: warned.flatMap { $0.place == .decision ? $0 : nil })
            if viewer.may(.writePosts) { mover }
        case .draft, .returned, .missed, .stopped:
            if viewer.may(.writePosts) {
                p {
                    a(.class(isAsked ? "button button--plain" : "button"), .href(PostRoutes.edit.path(post.id))) {
                        change
                    }
                }
                mover
            }
        case .scheduled:
            if viewer.may(.writePosts) {
                p { a(.class("button button--plain"), .href(PostRoutes.edit.path(post.id))) { "Change it" } }
                mover
                p(.class("soft small")) { "Any change takes it out of the queue, and it passes the gate again." }
            }
        case .published, .publishing:
            if post.state == .published, viewer.may(.writePosts) {
                CorrectionCard(
                    post: post, viewer: viewer, warned: warned.flatMap { $0.place == .correction ? $0 : nil })
            }
            if viewer.may(.removePosts) {
                RemovalCard(
                    post: post, viewer: viewer, warned: warned.flatMap { $0.place == .removal ? $0 : nil })
            }
        case .removing, .removed, .discarded: Markup()
        }
    }

    /// Whoever was asked for an opinion gives that first.
    private var isAsked: Bool { view.opinions.contains { $0.askedOf == viewer.id && $0.answer == nil } }
    private var change: String { post.state == .draft ? "Go on writing" : "Change it and send it again" }

    private var mover: Markup {
        p { a(.href(CalendarRoutes.moveForm.path(post.id))) { "Move it to another time" } }
    }

    private var history: Markup {
        section(.class("stack"), .aria(.labelledby, "s-history")) {
            h2(.id("s-history")) { "How it came about" }
            ol(.class("sheet record")) {
                for change in view.changes {
                    li {
                        time(.datetime(context.clock.field(change.at))) {
                            context.clock.moment(of: change.at, now: now)
                        }
                        p { RecordNames.phrase(change.verb, who: change.who?.name ?? "Schoolgate", what: "this post") }
                    }
                }
            }
            for (approval, person) in view.approvals where !approval.note.isEmpty {
                blockquote {
                    p {
                        viewer.seesReasons(of: post) || approval.person == viewer.id
                            ? approval.note : "The reason is kept with the post."
                    }
                    p(.class("soft small")) { person?.name ?? "Somebody who left" }
                }
            }
        }
    }
}

/// The words as they will be read, with what the gate found marked in place.
struct PostWords: HTML {
    let view: PostView
    let viewer: Viewer

    var body: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-words")) {
            h2(.id("s-words")) { "The words" }
            MarkedText(text: view.post.text, verdict: view.verdict)
            p(.class("soft small")) {
                view.post.accounts.compactMap { view.accounts[$0]?.name }.joined(separator: ", ")
            }
            PostPictures(view: view, viewer: viewer)
        }
    }
}

/// A text with its findings marked; overlapping ones are marked once.
struct MarkedText: HTML {
    let text: String
    let verdict: Verdict

    var body: Markup {
        let bytes = Array(text.utf8)
        var parts = Markup(), end = 0
        for finding in verdict.findings.filter({ $0.span != nil }).sorted(by: {
            ($0.span?.start ?? 0) < ($1.span?.start ?? 0)
        }) {
            guard let span = finding.span, span.start >= end, span.end <= bytes.count else { continue }
            parts.append(plain(bytes[end..<span.start]))
            parts.append(
                mark(.class(finding.severity.rawValue), .title(finding.reason)) {
                    String(decoding: bytes[span.start..<span.end], as: UTF8.self)
                })
            end = span.end
        }
        parts.append(plain(bytes[end...]))
        return p(.class("post-text")) { parts }
    }

    private func plain(_ bytes: ArraySlice<UInt8>) -> Markup {
        HTMLBuilder.buildExpression(String(decoding: bytes, as: UTF8.self))
    }
}

/// Approve exactly this, or send it back with a reason.
struct ApprovalCard: HTML {
    let view: PostView
    let viewer: Viewer
    var warned: Reason?

    var body: Markup {
        section(.class("card stack"), .aria(.labelledby, "s-approval"), .id("approval")) {
            h2(.id("s-approval")) { "Approval" }
            if let objection = view.objection {
                p { objection }
            } else {
                form(.method("post"), .action(PostRoutes.approve.path(view.post.id)), .class("stack")) {
                    CSRFField(viewer)
                    input(.type("hidden"), .name("fingerprint"), .value(view.post.fingerprint))
                    p {
                        "You approve exactly these words, these pictures and this time. If any of it changes, you are asked again. "
                        "Fingerprint "
                        code { String(view.post.fingerprint.prefix(8)) }
                    }
                    if view.needed > 1 { p { "\(view.needed) people have to approve it." } }
                    view.checklist.fields(warned?.form)
                    Field(
                        "A note (optional)", name: "note", lines: 2, value: warned?.text ?? "",
                        hint: "Without children’s names.", error: warned?.warning)
                    if warned != nil { NamesNobody() }
                    p(.class("row")) {
                        button(.class("button"), .type("submit")) {
                            Icon.check.markup
                            " Approve it"
                        }
                        button(
                            .class("button button--plain"), .type("submit"),
                            Attribute("formaction", PostRoutes.sendBack.path(view.post.id))
                        ) { "Send it back with this note" }
                    }
                }
            }
        }
    }
}

struct RemovalCard: HTML {
    let post: Post
    let viewer: Viewer
    var warned: Reason?

    var body: Markup {
        details(.class("card"), Attribute("open", if: warned != nil)) {
            summary { "Take it down" }
            form(.method("post"), .action(PostRoutes.remove.path(post.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "Why does it come down?", name: "reason", lines: 2, value: warned?.text ?? "",
                    hint:
                        "Without children’s names. It is removed on every network, and each of them is asked whether it is gone.",
                    error: warned?.warning)
                if warned != nil { NamesNobody() }
                p { button(.class("button button--danger"), .type("submit")) { "Remove for everyone" } }
            }
        }
    }
}

/// A word may look like a child's name and be none.
struct NamesNobody: HTML {
    var body: Markup {
        label(.class("choice")) {
            input(.type("checkbox"), .name(Reason.kept), .value("yes"))
            span { "No child is named in it: keep it as it is" }
        }
    }
}
