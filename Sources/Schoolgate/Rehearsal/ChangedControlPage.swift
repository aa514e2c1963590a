import HTML
import Policy
import Web

/// Change one control's values and rehearse just that: nothing is written into the policy.
struct ChangedControlPage: HTML {
    let view: ChangedControlView
    let viewer: Viewer
    let context: Context
    var sent: Form?
    var errors = FieldErrors()

    var body: Markup {
        Shell("Try a rule", in: .policies, for: viewer, context) {
            PageHead(
                overline: nil, heading: "Try a rule with other values",
                lede:
                    "On the posts of the last year that you may see. Nothing is written into version \(view.version.number)."
            )
            p { a(.href(PolicyRoutes.show.path(view.version.id))) { "Back to version \(view.version.number)" } }
            errors.summary
            form(.class("card stack"), .method("get"), .action(RehearsalRoutes.choose.path(view.version.id))) {
                Field(
                    "Which rule", name: "control",
                    options: view.names.map {
                        (value: $0.name, label: $0.isThere ? $0.name : "\($0.name) (not in this version)")
                    }, selected: view.name)
                p { button(.class("button button--plain"), .type("submit")) { "Show its values" } }
            }
            if let control = view.control, let name = view.name { values(of: control, name) }
        }
    }

    private func values(of control: any Control, _ name: String) -> Markup {
        let choices = Catalogue.choices(of: control)
        return section(.class("card stack"), .aria(.labelledby, "s-values")) {
            h2(.id("s-values")) { name }
            p { view.isThere ? "Now: \(control.sentence)" : "With these values: \(control.sentence)" }
            form(.method("post"), .action(RehearsalRoutes.start.path(view.version.id)), .class("stack")) {
                CSRFField(viewer)
                input(.type("hidden"), .name("control"), .value(name))
                for value in Catalogue.values(of: control) {
                    field(value.name, value.value, value.expectation, choices[value.name] ?? [])
                }
                p(.class("row")) {
                    button(.class("button"), .type("submit")) { "Rehearse with these values" }
                    if view.isThere {
                        button(
                            .class("button button--plain"), .type("submit"), .name("leave-out"), .value("yes")
                        ) { "Rehearse without this rule" }
                    }
                }
            }
        }
    }

    private func field(_ name: String, _ value: String, _ expectation: String, _ choices: [String]) -> Markup {
        let field = ChangedControl.field(name), written = sent?[field] ?? value
        if choices.contains(value) {
            return Field(
                name, name: field, options: choices.map { (value: $0, label: $0) }, selected: written,
                error: errors[field]
            ).body
        }
        return Field(name, name: field, value: written, hint: "Expects \(expectation).", error: errors[field]).body
    }
}
