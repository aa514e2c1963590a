import HTML
import Imaging
import Policy
import Web

/// A picture with a numbered box on each face; places are attributes of the drawing, so no style is needed.
struct FaceFigure: HTML {
    /// The drawing is as wide as this, whatever the picture: so lines and numbers have one thickness.
    static let width = 1_200

    let index: Int
    let picture: PostPicture
    let working: WorkingPicture?
    /// Whether this viewer may see it unblurred.
    let isSeen: Bool
    let pupils: [Pupil.ID: Pupil]
    let desk: PictureDesk

    var body: Markup {
        figure(.class("photo")) {
            if picture.isErased {
                p(.class("photo__gone")) { "The picture has been deleted." }
            } else if let working {
                drawing(working)
            } else {
                img(.src(PostRoutes.picture.path(picture.media)), .alt(alt))
            }
            figcaption { caption }
        }
    }

    private var alt: String { picture.alt.isEmpty ? "Picture \(index + 1), not described yet" : picture.alt }

    private var address: String {
        isSeen ? PostRoutes.working.path(picture.key) : PostRoutes.picture.path(picture.media)
    }

    private var caption: String {
        let removed = working?.removed ?? []
        let left =
            removed.isEmpty
            ? "Nothing about its place or camera is kept in it." : "Left out when you added it: \(removed.inWords())."
        return "\(left) Schoolgate counts faces; it never works out whose they are."
    }

    private func drawing(_ working: WorkingPicture) -> Markup {
        let height = max(1, working.height * Self.width / max(1, working.width))
        return element(
            "svg",
            [
                Attribute("viewBox", "0 0 \(Self.width) \(height)"), .role("group"),
                .aria(.label, "\(alt), with numbered boxes"), Attribute("data-faces", "\(index)"),
                Attribute("data-width", "\(working.width)"), Attribute("data-height", "\(working.height)"),
            ],
            Markup.words {
                element(
                    "image",
                    [.href(address), Attribute("width", "\(Self.width)"), Attribute("height", "\(height)")], Markup())
                for face in picture.people { box(face, scale: Double(Self.width) / Double(max(1, working.width))) }
            })
    }

    private func box(_ face: PictureFace, scale: Double) -> Markup {
        func on(_ pixels: Int) -> Int { Int((Double(pixels) * scale).rounded()) }
        let words = FaceState(face, pupils, desk)
        let (x, y) = (on(face.box.x), on(face.box.y))
        // A number on the edge would be cut off.
        let tag = (x: "\(max(x, 30))", y: "\(max(y, 30))")
        return a(
            .href("#\(FaceForm.answer(index, face.number))"), .aria(.label, "Face \(face.number), \(words.label)"),
            Attribute("data-face", "\(face.number)"), Attribute("data-box", face.box.text)
        ) {
            element(
                "rect",
                [
                    .class("box \(words.box)"), Attribute("x", "\(x)"), Attribute("y", "\(y)"),
                    Attribute("width", "\(on(face.box.width))"), Attribute("height", "\(on(face.box.height))"),
                    Attribute("rx", "12"),
                ], Markup())
            element(
                "circle",
                [
                    .class(words.isStop ? "tag tag--stop" : "tag"), Attribute("cx", tag.x), Attribute("cy", tag.y),
                    Attribute("r", "27"),
                ], Markup())
            element(
                "text", [Attribute("x", tag.x), Attribute("y", tag.y), .hiddenFromReaders],
                Markup.words { "\(face.number)" })
        }
    }
}

/// How a face stands: the same on the picture and in its row.
struct FaceState {
    let label: String
    let words: PictureDesk.Words

    var isStop: Bool { words.tone == .stop }
    var box: String {
        switch words.tone {
        case .stop: "box--stop"
        case .open: "box--open"
        case .blur: "box--blur"
        case .ok: ""
        }
    }

    init(_ face: PictureFace, _ pupils: [Pupil.ID: Pupil], _ desk: PictureDesk) {
        switch face.answer {
        case .open:
            label = "not named yet"
            words = PictureDesk.Words(tone: .open, text: "Still to name")
        case .notPupil:
            label = "not a pupil"
            words = PictureDesk.Words(tone: .ok, text: "No consent of a pupil is needed")
        case .blur:
            label = "blurred"
            words = PictureDesk.Words(tone: .blur, text: "Destroyed in everything that goes out")
        case .noFace:
            label = "no face"
            words = PictureDesk.Words(tone: .open, text: "No face: its box is gone from the picture")
        case .pupil(let id):
            label = "named \(pupils[id]?.name ?? "somebody who left")"
            words =
                desk.consents[id]
                ?? PictureDesk.Words(tone: .stop, text: "Not on the roll any more. Blur this face.")
        }
    }
}
