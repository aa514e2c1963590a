import HTML

/// One labelled field; its hint and error stand above it and are announced with it.
struct Field: HTML {
    private let id: String
    private let name: String
    private let caption: String
    private let hint: String?
    private let error: String?
    private let control: Markup

    /// A single line.
    init(
        _ caption: String, name: String, value: String = "", type: String = "text", hint: String? = nil,
        error: String? = nil, autocomplete: String? = nil, id: String? = nil, attributes: [Attribute] = []
    ) {
        let own: [Attribute] = [.type(type), .value(value), Attribute("autocomplete", autocomplete)]
        self.init(caption, name: name, id: id, hint: hint, error: error) { shared in
            voidElement("input", shared + own + attributes)
        }
    }

    /// Several lines.
    init(
        _ caption: String, name: String, lines: Int, value: String = "", hint: String? = nil, error: String? = nil,
        id: String? = nil, attributes: [Attribute] = []
    ) {
        self.init(caption, name: name, id: id, hint: hint, error: error) { shared in
            var text = Markup.raw("\n")
            text.append(HTMLBuilder.buildExpression(value))
            return element("textarea", shared + [Attribute("rows", "\(lines)")] + attributes, text)
        }
    }

    /// A choice of one.
    init(
        _ caption: String, name: String, options: [(value: String, label: String)], selected: String? = nil,
        hint: String? = nil, error: String? = nil, id: String? = nil
    ) {
        self.init(caption, name: name, id: id, hint: hint, error: error) { shared in
            var list = Markup()
            for choice in options {
                list.append(option(.value(choice.value), .selected(choice.value == selected)) { choice.label })
            }
            return element("select", shared, list)
        }
    }

    private init(
        _ caption: String, name: String, id: String?, hint: String?, error: String?,
        control: ([Attribute]) -> Markup
    ) {
        // Where a name comes twice on a page, the second needs an id of its own.
        let id = id ?? "field-\(name)"
        let described = [hint.map { _ in "\(id)-hint" }, error.map { _ in "\(id)-error" }].compactMap { $0 }
        self.id = id
        self.name = name
        self.caption = caption
        self.hint = hint
        self.error = error
        self.control = control([
            .class("input"), .id(id), .name(name),
            .aria(.describedby, described.isEmpty ? nil : described.joined(separator: " ")),
            .aria(.invalid, error == nil ? nil : "true"),
        ])
    }

    var body: Markup {
        div(.class(error == nil ? "field" : "field field--error")) {
            label(.for(id)) { caption }
            if let hint { p(.class("field__hint"), .id("\(id)-hint")) { hint } }
            if let error {
                p(.class("field__error"), .id("\(id)-error")) {
                    Icon.warn.markup
                    span { error }
                }
            }
            control
        }
    }
}

/// What has to be put right before a form can be taken, by field name, in the words beside each field.
struct FieldErrors: Error, Sendable {
    private(set) var messages: [(field: String, message: String)] = []

    var isEmpty: Bool { messages.isEmpty }

    /// For a page that shows no form: everything that is to be put right.
    var inWords: String { messages.map(\.message).joined(separator: " ") }

    mutating func add(_ field: String, _ message: String) { messages.append((field, message)) }

    subscript(field: String) -> String? { messages.first { $0.field == field }?.message }

    /// The summary on top of the form, with a link to each field.
    var summary: Markup {
        guard !messages.isEmpty else { return Markup() }
        return div(.class("problems"), .role("alert"), Attribute("tabindex", "-1")) {
            h2 { messages.count == 1 ? "One thing to put right" : "\(messages.count) things to put right" }
            ul {
                for (field, message) in messages { li { a(.href("#field-\(field)")) { message } } }
            }
        }
    }
}
