import HTML
import Web

/// Who else is in a picture: asked of each one before its post goes anywhere.
///
/// Until faces are counted, the author's word that nobody else can be recognised is the count (`PostFacts`).
struct PictureQuestion: HTML {
    let index: Int
    let picture: PostPicture
    let error: String?

    static func field(_ index: Int) -> String { "complete-\(index)" }

    /// What an author has to say before a post is sent, beside the picture it is asked of.
    static func unanswered(_ pictures: [PostPicture]) -> [(field: String, question: String)] {
        pictures.enumerated().filter { !$1.isComplete }.map { index, _ in
            (
                field(index),
                "Can anybody else be recognised in picture \(index + 1)? Name every child, count the others, and say so under the picture; or choose another picture."
            )
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
