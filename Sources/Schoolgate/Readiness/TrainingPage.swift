import HTML
import Policy
import Web

/// One person's training and confirmations, for those who see people.
struct TrainingPage: HTML {
    let entry: PersonEntry
    let given: [Acknowledgement]
    let training: [TrainingEntry]
    let right: PublishingRight?
    let typed: Form
    let errors: FieldErrors
    let viewer: Viewer
    let context: Context

    private var person: Person { entry.person }
    private var mayRecord: Bool { viewer.may(.managePeople) && person.id != viewer.id }

    var body: Markup {
        Shell("Training of \(person.name)", in: .people, for: viewer, context) {
            PageHead(
                overline: person.name, heading: "Training and confirmations",
                lede: right?.missing(given, training).map { _ in
                    "Something is missing before \(person.firstName) may publish."
                }
                    ?? "Nothing is missing.")
            errors.summary
            div(.class("split")) {
                div(.class("stack")) {
                    section(.class("card stack"), .aria(.labelledby, "s-training")) {
                        h2(.id("s-training")) { "Training" }
                        TrainingList(entries: training, right: right, context: context) { strike($0) }
                    }
                    section(.class("card stack"), .aria(.labelledby, "s-confirmed")) {
                        h2(.id("s-confirmed")) { "Confirmed having read" }
                        AcknowledgementList(given: given, context: context)
                    }
                }
                if mayRecord { record }
            }
            p { a(.href(PeopleHandlers.show.path(person.id))) { "Back to \(person.name)" } }
        }
    }

    private func strike(_ entry: TrainingEntry) -> Markup {
        guard mayRecord else { return Markup() }
        return form(.method("post"), .action(ReadinessHandlers.strike.path(entry.id))) {
            CSRFField(viewer)
            button(.class("linklike"), .type("submit")) {
                "Strike it out"
                span(.class("hush")) { ": \(entry.what)" }
            }
        }
    }

    private var record: Markup {
        section(.class("card"), .aria(.labelledby, "s-record")) {
            h2(.id("s-record")) { "Write down a training" }
            form(.method("post"), .action(ReadinessHandlers.record.path(person.id)), .class("stack")) {
                CSRFField(viewer)
                Field(
                    "What it was", name: "what", value: typed["what"] ?? "", hint: "Such as Running school accounts.",
                    error: errors["what"])
                Field("The day it was", name: "held", value: typed["held"] ?? "", type: "date", error: errors["held"])
                Field(
                    "Counts until", name: "until", value: typed["until"] ?? "", type: "date",
                    hint: hint, error: errors["until"])
                button(.class("button"), .type("submit")) { "Write it down" }
            }
        }
    }

    private var hint: String {
        guard let control = right?.training else { return "Leave it empty where it does not end." }
        return "Leave it empty for what the policy says: \(control.validFor.inWords)."
    }
}
