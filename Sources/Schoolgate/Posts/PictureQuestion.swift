import HTML
import Web

/// Who else is in a picture: asked of each one before its post goes anywhere.
///
/// Faces are counted, but a detector misses some: the author's word is asked for as well.
struct PictureQuestion: HTML {
    let index: Int
    let picture: PostPicture
    let error: String?

    static func field(_ index: Int) -> String { "complete-\(index)" }

    /// What an author has to say before a post is sent, beside the picture it is asked of.
    static func unanswered(_ pictures: [PostPicture]) -> [(field: String, question: String)] {
        pictures.enumerated().flatMap { index, picture -> [(field: String, question: String)] in
            if picture.isVideo {
                let question =
                    "Who can be recognised in video \(index + 1)? Watch it to its end, name each child who can be, or say that nobody can."
                return picture.isComplete ? [] : [(field: field(index), question: question)]
            }
            let picturePart = pictures.count > 1 ? " in picture \(index + 1)" : ""
            let faces = picture.open.map { face in
                (
                    field: FaceForm.answer(index, face.number),
                    question:
                        "Who is face \(face.number)\(picturePart)? Name the child, mark “not a pupil”, or blur the face."
                )
            }
            guard !picture.isComplete else { return faces }
            return faces + [
                (
                    field: field(index),
                    question:
                        "Can anybody else be recognised in picture \(index + 1)? Draw a box around everybody who can, say who it is, and tick the box under the picture; or choose another picture."
                )
            ]
        }
    }

    static func answer(_ index: Int, in form: Form) -> Bool { form[field(index)] != nil }

    var body: Markup {
        let id = "field-\(Self.field(index))"
        return div(.class(error == nil ? "field" : "field field--error")) {
            if let error {
                p(.class("field__error"), .id("\(id)-error")) {
                    Icon.warn.markup
                    span { error }
                }
            }
            label(.class("choice")) {
                input(
                    .type("checkbox"), .id(id), .name(Self.field(index)), .value("yes"),
                    .checked(picture.isComplete), .aria(.describedby, error == nil ? nil : "\(id)-error"),
                    .aria(.invalid, error == nil ? nil : "true"))
                span { "Nobody else can be recognised in it" }
            }
        }
    }
}
