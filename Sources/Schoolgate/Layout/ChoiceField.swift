import HTML

/// A choice of one, with every answer in sight and a line to explain it.
struct ChoiceField: HTML {
    private let caption: String
    private let name: String
    private let options: [(value: String, label: String, note: String?)]
    private let chosen: String?
    private let hint: String?
    private let error: String?

    init(
        _ caption: String, name: String, options: [(String, String, String?)], chosen: String?, hint: String? = nil,
        error: String? = nil
    ) {
        self.caption = caption
        self.name = name
        self.options = options.map { (value: $0.0, label: $0.1, note: $0.2) }
        self.chosen = chosen
        self.hint = hint
        self.error = error
    }

    var body: Markup {
        fieldset(
            .class(error == nil ? "field" : "field field--error"), .id("field-\(name)"), Attribute("tabindex", "-1")
        ) {
            legend { caption }
            if let hint { p(.class("field__hint")) { hint } }
            if let error { FieldProblem(text: error) }
            for answer in options {
                label(.class("choice")) {
                    input(
                        .type("radio"), .name(name), .value(answer.value), .checked(answer.value == chosen))
                    span {
                        answer.label
                        if let note = answer.note { small { note } }
                    }
                }
            }
        }
    }
}

/// What is wrong with a group of choices, beside it.
struct FieldProblem: HTML {
    let text: String

    var body: Markup {
        p(.class("field__error")) {
            Icon.warn.markup
            span { text }
        }
    }
}
