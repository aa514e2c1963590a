import Gate
import HTML
import Imaging
import Web

/// What people say about one picture: who is in it, what it shows, and where it comes from.
struct PictureFields: HTML {
    let index: Int
    let picture: PostPicture
    let view: ComposerView
    let sent: ComposerForm?

    private var errors: FieldErrors { sent?.errors ?? FieldErrors() }
    private var working: WorkingPicture? { picture.working.flatMap { view.desk.room.working[$0] } }
    private var isSeen: Bool { view.desk.seen.contains(picture.key) }

    var body: Markup {
        div(.class("card stack picture"), Attribute("data-picture", "\(index)")) {
            input(.type("hidden"), .name("picture-\(index)"), .value(picture.key))
            if let video = picture.video {
                VideoFigure(index: index, picture: picture, facts: video, working: working, isSeen: isSeen)
                VideoPeople(
                    index: index, picture: picture, view: view, sent: sent,
                    names: typed("shown-\(index)", picture.unboxed))
            } else {
                FaceFigure(
                    index: index, picture: picture, working: working, isSeen: isSeen, pupils: view.pupils,
                    desk: view.desk)
                faces
                if !picture.blurred.isEmpty, isSeen { made }
                PictureQuestion(index: index, picture: picture, error: errors[PictureQuestion.field(index)])
            }
            Field(
                "Describe \(picture.word) \(index + 1) for someone who cannot see it", name: "alt-\(index)", lines: 2,
                value: picture.alt, hint: "One or two sentences. Leave out children’s names.",
                error: errors["alt-\(index)"])
            Field(
                "Whose work does it show?", name: "work-\(index)", lines: 2,
                value: typed("work-\(index)", picture.workOf), hint: "One name on each line, or nothing.",
                error: errors["work-\(index)"])
            origin
            label(.class("choice")) {
                input(.type("checkbox"), .name("remove-\(index)"), .value("yes"))
                span { "Take this \(picture.word) out" }
            }
        }
    }

    @HTMLBuilder private var faces: Markup {
        if let error = errors[FaceForm.rest(index)] {
            p(.class("field__error"), .id("field-\(FaceForm.rest(index))")) {
                Icon.warn.markup
                span { error }
            }
        }
        p(.class("soft")) { count }
        ol(.class("naming"), .id("naming-\(index)")) {
            for face in picture.faces { FaceRow(index: index, face: face, view: view, sent: sent) }
        }
        // What a script fills with the number of a new box.
        element(
            "template", [.id("row-\(index)")],
            FaceRow(
                index: index,
                face: PictureFace(number: 0, box: PixelBox(x: 0, y: 0, width: 8, height: 8), isFound: false),
                view: view, sent: nil
            ).body)
        if picture.open.count > 1 {
            Field(
                "Everybody still to name", name: FaceForm.rest(index),
                options: [
                    (value: "", label: "I say it one by one"), (value: "other", label: "None of them is a pupil"),
                    (value: "blur", label: "Blur all of them"),
                ])
        }
        if working?.isErased == false { FaceAdding(index: index) }
        details(Attribute("open", if: hasMore)) {
            summary { "Somebody can be known without their face" }
            div(.class("stack stack--s")) {
                Field(
                    "Which other children does it show?", name: "shown-\(index)", lines: 2,
                    value: typed("shown-\(index)", picture.unboxed),
                    hint: "Such as children seen from behind whom people would know. One name on each line.",
                    error: errors["shown-\(index)"])
                Field(
                    "How many others are not pupils?", name: "not-pupils-\(index)",
                    value: picture.notPupils == 0 ? "" : "\(picture.notPupils)",
                    attributes: [Attribute("inputmode", "numeric")])
            }
        }
    }

    private var hasMore: Bool { !picture.unboxed.isEmpty || picture.notPupils > 0 || errors["shown-\(index)"] != nil }

    private var count: String {
        let boxes = picture.people.count
        guard picture.isCounted else {
            return boxes == 0
                ? "Nobody has counted the faces in this picture. Draw a box around each, or name who is in it."
                : "The faces could not be counted here. The boxes are drawn by hand."
        }
        switch boxes {
        case 0: return "No face was found. Where one was missed, draw a box around it."
        case 1: return "One face. Say who it is, or blur it."
        default: return "\(boxes) faces. Say who each is, or blur it."
        }
    }

    /// What goes out, once it differs from what is worked on.
    private var made: Markup {
        figure(.class("photo photo--made")) {
            img(
                .src(PostRoutes.picture.path(picture.media)), .alt("Picture \(index + 1) as it would go out"),
                Attribute("data-made", "\(index)"), Attribute("loading", "lazy"))
            figcaption { "As it would go out. What is blurred is destroyed: nobody can bring it back." }
        }
    }

    @HTMLBuilder private var origin: Markup {
        Field(
            "Where does the \(picture.word) come from?", name: "provenance-\(index)",
            options: [
                (value: "", label: "Choose…"), (value: "own", label: "We took or made it"),
                (value: "permission", label: "Somebody gave us permission"),
                (value: "licence", label: "It has a licence"),
            ], selected: kind)
        Field(
            "Who made it, or under which licence?", name: "source-\(index)", value: source,
            hint: "For what is not ours.")
        Field(
            "What was it taken with?", name: "device-\(index)",
            options: [(value: "", label: "Choose…")]
                + view.desk.room.devices.map { (value: $0.id.pathComponent, label: $0.name) } + [
                    (value: "own", label: "Somebody’s own camera or phone"),
                    (value: "not taken", label: "Nothing: it was drawn, scanned or bought"),
                ], selected: picture.device, hint: recorded)
    }

    private var recorded: String {
        guard let device = working?.device else { return "The file does not say." }
        let isKnown = view.desk.room.devices.contains { $0.fits(device) }
        return isKnown
            ? "The file said: \(device.name), which is on the school’s list."
            : "The file said: \(device.name), which is not on the school’s list."
    }

    private var kind: String { picture.provenance.split(separator: ":").first.map(String.init) ?? "" }
    private var source: String {
        picture.provenance.split(separator: ":", maxSplits: 1).dropFirst().first?.trimmed ?? ""
    }

    private func typed(_ field: String, _ pupils: [Pupil.ID]) -> String {
        if let sent, sent.errors[field] != nil, let typed = sent.typed[field] { return typed }
        return pupils.compactMap { view.pupils[$0]?.nameAndYear }.joined(separator: "\n")
    }
}
