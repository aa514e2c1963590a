import HTML
import Imaging
import Policy

/// Who one face is: a choice of its own, so that it works without the picture and without a script.
struct FaceRow: HTML {
    let index: Int
    let face: PictureFace
    let view: ComposerView
    let sent: ComposerForm?

    private var number: Int { face.number }
    private var field: String { FaceForm.answer(index, number) }
    private var nameField: String { FaceForm.name(index, number) }
    private var typed: String? { sent?.typed[nameField] }
    private var error: String? { sent?.errors[field] ?? sent?.errors[nameField] }
    private var state: FaceState { FaceState(face, view.pupils, view.desk) }

    var body: Markup {
        let part = view.draft.pictures.count > 1 ? " in picture \(index + 1)" : ""
        return li(.id(field), .class(face.answer == .noFace ? "is-none" : nil)) {
            span(.class("n\(mark)"), .hiddenFromReaders) { "\(number)" }
            div {
                if let error {
                    p(.class("field__error"), .id("field-\(nameField)")) {
                        Icon.warn.markup
                        span { error }
                    }
                }
                label(.class("hush"), .for("field-\(field)")) { "Who is face \(number)\(part)?" }
                element(
                    "select",
                    [
                        .class("input"), .id("field-\(field)"), .name(field),
                        .aria(.describedby, "says-\(index)-\(number)"),
                    ],
                    options)
                div(.class("naming__name")) {
                    label(.class("hush"), .for("name-\(index)-\(number)")) { "The name of face \(number)\(part)" }
                    input(
                        .class("input"), .id("name-\(index)-\(number)"), .name(nameField), .value(typed ?? ""),
                        Attribute("list", "pupil-names"), .autocomplete("off"),
                        Attribute("placeholder", "First and last name"), Attribute("maxlength", "120"),
                        .aria(.invalid, error == nil ? nil : "true"))
                }
                // A found box is sent only when somebody has moved it.
                if !face.isFound {
                    input(.type("hidden"), .name(FaceForm.box(index, number)), .value(face.box.text))
                }
                div(.id("says-\(index)-\(number)")) { FaceSays(words: state.words) }
                objection
            }
        }
    }

    private var mark: String {
        switch state.words.tone {
        case .stop: " n--stop"
        case .open: " n--open"
        case .blur: " n--blur"
        case .ok: ""
        }
    }

    private var options: Markup {
        var pupils = view.desk.lately
        if let id = face.pupil, let pupil = view.pupils[id] {
            pupils.removeAll { $0.id == id }
            pupils.insert(pupil, at: 0)
        }
        for id in view.draft.pictures.flatMap(\.shown) where !pupils.contains(where: { $0.id == id }) {
            if let pupil = view.pupils[id] { pupils.append(pupil) }
        }
        return Markup.words {
            choice("", "Choose…", face.answer == .open && typed == nil)
            for pupil in pupils { choice("pupil-\(pupil.id.rawValue)", pupil.nameAndYear, face.pupil == pupil.id) }
            choice("name", pupils.isEmpty ? "A pupil: write the name…" : "Another pupil: write the name…", typed != nil)
            choice("other", "Not a pupil", face.answer == .notPupil)
            choice("blur", "Blur this face", face.answer == .blur)
            choice("none", "This is not a face", face.answer == .noFace)
        }
    }

    private func choice(_ value: String, _ words: String, _ isSelected: Bool) -> Markup {
        option(.value(value), .selected(isSelected)) { words }
    }

    @HTMLBuilder private var objection: Markup {
        if view.desk.mayRecordObjections, view.post != nil, let id = face.pupil, let pupil = view.pupils[id] {
            details(.class("naming__objection")) {
                summary { "\(pupil.preferredName ?? pupil.firstName) asked not to be in pictures" }
                p {
                    "It holds at once and for every picture, until somebody lifts it in the consent register. "
                    button(
                        .class("button button--plain"), .type("submit"), .name("objection"),
                        .value(PictureObjection.value(index, number))
                    ) { "Record that \(pupil.name) objects" }
                }
            }
        }
    }
}

/// What there is to know about a face, in a line.
struct FaceSays: HTML {
    let words: PictureDesk.Words

    var body: Markup {
        p(.class("says says--\(words.tone.rawValue)")) {
            icon.markup
            words.text
        }
    }

    private var icon: Icon {
        switch words.tone {
        case .ok: .check
        case .stop: .block
        case .blur: .eyeOff
        case .open: .hint
        }
    }
}

/// The lines under the faces anew, for the page to show while somebody chooses.
struct PictureWords: HTML {
    let view: ComposerView

    var body: Markup {
        var parts = Markup()
        for (index, picture) in view.draft.pictures.enumerated() {
            if picture.isVideo {
                parts.append(
                    div(Attribute("data-part", "people-says-\(index)")) {
                        VideoSays(picture: picture, pupils: view.pupils, desk: view.desk)
                    })
            }
            for face in picture.faces {
                parts.append(
                    div(Attribute("data-part", "says-\(index)-\(face.number)")) {
                        FaceSays(words: FaceState(face, view.pupils, view.desk).words)
                    })
            }
        }
        return parts
    }
}

/// Blurs the face that a finding is about with one press.
struct BlurButton: HTML {
    let finding: Finding

    var body: Markup {
        guard let image = finding.image, let face = finding.face else { return Markup() }
        return button(
            .class("button button--plain"), .type("submit"), .name("blur"), .value("\(image)-\(face)")
        ) {
            "Blur face \(face)"
            span(.class("hush")) { " in picture \(image + 1)" }
        }
    }
}

/// A box by numbers, for whoever cannot draw one on the picture.
struct FaceAdding: HTML {
    let index: Int

    var body: Markup {
        details(.class("naming__add")) {
            summary { "A face was missed: put a box around it" }
            div(.class("stack stack--s")) {
                p(.class("field__hint draws"), Attribute("hidden", if: true)) {
                    button(
                        .class("button button--plain"), .type("button"), Attribute("data-draw", "\(index)")
                    ) { "Put a box on the picture" }
                    " Then drag it with mouse or finger, or move it with the arrow keys; with Shift they change its size."
                }
                p { "Or say where the middle of the face is, in percent of the picture." }
                div(.class("row")) {
                    number("From the left", FaceForm.across(index))
                    number("From the top", FaceForm.down(index))
                    Field(
                        "How large", name: FaceForm.extent(index),
                        options: FaceForm.extents.map { (value: $0.word, label: $0.label) }, selected: "medium")
                }
                button(.class("button button--plain"), .type("submit"), .name("add"), .value("\(index)")) {
                    "Add this box"
                    span(.class("hush")) { " to picture \(index + 1)" }
                }
            }
        }
    }

    private func number(_ caption: String, _ name: String) -> Markup {
        Field(
            caption, name: name, value: "", type: "number",
            attributes: [Attribute("min", "0"), Attribute("max", "100"), Attribute("inputmode", "numeric")]
        ).body
    }
}

/// The first button of the form is what the Enter key presses: it keeps the draft and sends nothing.
struct EnterSaves: HTML {
    var body: Markup {
        button(
            .class("hush"), .type("submit"), .name("intent"), .value("save"), Attribute("tabindex", "-1"),
            .aria(.hidden, "true")
        ) { "Save" }
    }
}
