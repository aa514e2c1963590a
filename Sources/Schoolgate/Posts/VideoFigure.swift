import HTML
import Policy
import Web

/// A video with what it is, played where it stands; before it is out only for those who write or decide.
struct VideoFigure: HTML {
    let index: Int
    let picture: PostPicture
    let facts: PostVideo
    let working: WorkingPicture?
    /// Whether this viewer may play it before it is out.
    let isSeen: Bool

    var body: Markup {
        figure(.class("photo")) {
            if picture.isErased {
                p(.class("photo__gone")) { "The video has been deleted." }
            } else if let address {
                video(
                    .src(address), Attribute("poster", still), Attribute("controls", if: true),
                    Attribute("preload", "metadata"), Attribute("playsinline", if: true), .aria(.label, alt),
                    Attribute("width", "\(facts.width)"), Attribute("height", "\(facts.height)"))
            } else {
                img(.src(still), .alt(alt))
            }
            figcaption {
                p { "\(words) \(left)" }
                if let note { p { note } }
            }
        }
    }

    private var alt: String { picture.alt.isEmpty ? "Video \(index + 1), not described yet" : picture.alt }
    private var still: String { PostRoutes.picture.path(picture.media) }

    /// Nil where it may not be played.
    private var address: String? {
        if working?.isErased != false { return PostRoutes.picture.path(facts.digest) }
        return isSeen ? PostRoutes.video.path(picture.key) : nil
    }

    private var words: String {
        let sound = facts.sound == nil ? "without sound" : "with sound"
        return "\(facts.length) long, \(sound), \(facts.width) by \(facts.height) pixels."
    }

    private var left: String {
        let removed = working?.removed ?? []
        return removed.isEmpty
            ? "Nothing about its place or camera is kept in it." : "Left out when you added it: \(removed.inWords())."
    }

    private var note: String? {
        if address == nil {
            return "This is a still of it. Until it is out, only those who write this post or decide about it play it."
        }
        guard facts.codec == "H.265" else { return nil }
        return "It is recorded as H.265, which some browsers do not play. Save it as H.264 to reach everybody."
    }
}

/// Who can be recognised in a video: nobody can draw a box on what moves, so its author says it in words.
struct VideoPeople: HTML {
    let index: Int
    let picture: PostPicture
    let view: ComposerView
    let sent: ComposerForm?
    /// The names as they stand in the field.
    let names: String

    static func field(_ index: Int) -> String { "people-\(index)" }

    /// What its author said of it.
    enum Answer: String {
        case nobody, named

        init?(_ form: Form, _ index: Int) { self.init(rawValue: form[VideoPeople.field(index)] ?? "") }

        /// As a post has it; nil while it is open.
        init?(_ picture: PostPicture) {
            guard picture.isComplete else { return nil }
            self = picture.shown.isEmpty && picture.notPupils == 0 ? .nobody : .named
        }
    }

    private var error: String? { sent?.errors[PictureQuestion.field(index)] }

    var body: Markup {
        let id = "field-\(PictureQuestion.field(index))"
        return fieldset(
            .class(error == nil ? "stack stack--s people" : "stack stack--s people field--error"), .id(id),
            .aria(.describedby, error == nil ? "\(id)-hint" : "\(id)-error \(id)-hint")
        ) {
            legend { "Who can be recognised in it?" }
            p(.class("field__hint"), .id("\(id)-hint")) {
                "Watch it to its end, with the sound. Somebody can be known by the face, the voice, a name that is called or a name on a shirt. Nobody can be blurred in a video."
            }
            if let error {
                p(.class("field__error"), .id("\(id)-error")) {
                    Icon.warn.markup
                    span { error }
                }
            }
            choice(.nobody, "Nobody")
            choice(.named, "The people below, and nobody else")
            Field(
                "Which children can be recognised?", name: "shown-\(index)", lines: 2, value: names,
                hint: "As on the roll, one name on each line.", error: sent?.errors["shown-\(index)"])
            div(.id("people-says-\(index)"), .aria(.live, "polite")) {
                VideoSays(picture: picture, pupils: view.pupils, desk: view.desk)
            }
            Field(
                "How many others, who are not pupils?", name: "not-pupils-\(index)",
                value: picture.notPupils == 0 ? "" : "\(picture.notPupils)",
                attributes: [Attribute("inputmode", "numeric")])
        }
    }

    private func choice(_ answer: Answer, _ caption: String) -> Markup {
        label(.class("choice")) {
            input(
                .type("radio"), .name(Self.field(index)), .value(answer.rawValue),
                .checked(Answer(picture) == answer))
            span { caption }
        }
    }
}

/// Whether each child who is named may be shown in a video where the post goes.
struct VideoSays: HTML {
    let picture: PostPicture
    let pupils: [Pupil.ID: Pupil]
    let desk: PictureDesk

    var body: Markup {
        guard !picture.shown.isEmpty else { return Markup() }
        return ul(.class("people__said"), .role("list")) {
            for id in picture.shown {
                li {
                    b { pupils[id]?.nameAndYear ?? "Somebody who left" }
                    if let words = desk.videoConsents[id] { FaceSays(words: words) }
                }
            }
        }
    }
}
