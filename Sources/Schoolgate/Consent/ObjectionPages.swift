import Gate
import HTML
import Web

/// For a phone at the edge of a playing field: a name, one tap, done.
struct ObjectionPage: HTML {
    let search: PupilSearch
    var typed = Form()
    var errors = FieldErrors()
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Record an objection", in: .consent, for: viewer, context) {
            PageHead(
                overline: "Consent register", heading: "Who does not want to be in the picture?",
                lede: "Their wish holds at once: every picture of them is stopped.")
            errors.summary
            form(.class("ask stack"), .method("get"), .action(ObjectionHandlers.form.path()), .role("search")) {
                div(.class("ask__row")) {
                    Field(
                        "The child’s name", name: "q", value: search.text, type: "search",
                        hint: "At least two letters.",
                        autocomplete: "off")
                    button(.class("button"), .type("submit")) { "Search" }
                }
            }
            if !search.text.isEmpty { PupilResults(search: search) { pupil in choice(pupil) } }
            section(.class("card stack"), .aria(.labelledby, "s-unnamed")) {
                h2(.id("s-unnamed")) { "You do not know who it was?" }
                p { "Write down what you saw. The office finds out who it was." }
                form(.method("post"), .action(ObjectionHandlers.note.path()), .class("stack")) {
                    CSRFField(viewer)
                    Field(
                        "Where it was", name: "event", value: typed["event"] ?? "",
                        hint: "Such as Lantern walk, by the stage.",
                        error: errors["event"], autocomplete: "off")
                    Field(
                        "How to recognise them", name: "description", lines: 3, value: typed["description"] ?? "",
                        error: errors["description"])
                    button(.class("button button--plain button--wide-phone"), .type("submit")) {
                        "Keep this for the office"
                    }
                }
            }
        }
    }

    private func choice(_ pupil: Pupil) -> Markup {
        form(.method("post"), .action(ObjectionHandlers.object.path(pupil.id)), .class("stack stack--s")) {
            CSRFField(viewer)
            h2 { pupil.nameAndYear }
            ObjectorChoice(pupil: pupil)
            button(.class("button button--wide"), .type("submit")) {
                "Record the objection"
                span(.class("hush")) { " for \(pupil.name)" }
            }
        }
    }
}

struct ObjectionDonePage: HTML {
    /// Nil when nobody could name them.
    let pupil: Pupil?
    let found: FoundPosts
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Objection recorded", in: .consent, for: viewer, context) {
            PageHead(
                overline: "Consent register",
                heading: pupil.map { "\($0.name)’s wish is recorded" } ?? "It is kept for the office",
                lede: pupil == nil
                    ? "Until somebody knows who it was, publish no picture that may show them."
                    : "It holds from now on, for every purpose, until it is lifted with a reason.")
            found
            p(.class("row")) {
                a(.class("button"), .href(ObjectionHandlers.form.path())) { "Record another" }
                a(.class("button button--plain"), .href(ConsentHandlers.index.path())) { "To the register" }
            }
        }
    }
}
