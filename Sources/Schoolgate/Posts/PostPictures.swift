import HTML

/// The pictures of a post exactly as they go out, with who was said to be on them.
struct PostPictures: HTML {
    let view: PostView
    let viewer: Viewer

    var body: Markup {
        var parts = Markup()
        for (index, picture) in view.post.pictures.enumerated() {
            parts.append(part(index, picture))
        }
        return parts
    }

    private func part(_ index: Int, _ picture: PostPicture) -> Markup {
        div(.class("stack stack--s")) {
            if let video = picture.video {
                VideoFigure(
                    index: index, picture: picture, facts: video, working: working(picture),
                    isSeen: view.desk.seen.contains(picture.key))
            } else {
                FaceFigure(
                    index: index, picture: picture, working: working(picture), isSeen: false, pupils: view.pupils,
                    desk: view.desk)
            }
            p(.class("soft small")) { said(picture) }
            if !picture.people.isEmpty {
                ol(.class("naming naming--read")) {
                    for face in picture.people { row(index, face) }
                }
            }
            if viewer.may(.removePosts), !picture.isErased {
                PictureDeletionForm(post: view.post, position: index, viewer: viewer)
            }
        }
    }

    private func working(_ picture: PostPicture) -> WorkingPicture? {
        picture.working.flatMap { view.desk.room.working[$0] }
    }

    private func row(_ index: Int, _ face: PictureFace) -> Markup {
        let state = FaceState(face, view.pupils, view.desk)
        return li(.id(FaceForm.answer(index, face.number))) {
            span(.class("n"), .hiddenFromReaders) { "\(face.number)" }
            div {
                p { name(of: face) }
                if face.pupil != nil { FaceSays(words: state.words) }
            }
        }
    }

    private func name(of face: PictureFace) -> String {
        switch face.answer {
        case .pupil(let id): view.pupils[id]?.nameAndYear ?? "Somebody who left"
        case .notPupil: "Not a pupil"
        case .blur: "Blurred"
        case .open: "Nobody has said who this is"
        case .noFace: "No face"
        }
    }

    private func said(_ picture: PostPicture) -> String {
        let names = picture.unboxed.compactMap { view.pupils[$0]?.nameAndYear }
        var words = picture.alt.isEmpty ? "" : "Described as: \(picture.alt) "
        if picture.isVideo { return "\(words)\(people(names, picture))" }
        if !names.isEmpty { words += "It also shows \(names.joined(separator: "; ")). " }
        if picture.people.isEmpty, names.isEmpty { words += "It shows no pupil. " }
        let dropped = picture.faces.count - picture.people.count
        if dropped > 0 { words += "\(dropped) found as a face \(dropped == 1 ? "is" : "are") none, its author says." }
        return words.trimmed
    }

    /// What its author says of who can be recognised in a video.
    private func people(_ names: [String], _ picture: PostPicture) -> String {
        guard picture.isComplete else { return "Nobody has said who can be recognised in it." }
        if names.isEmpty, picture.notPupils == 0 { return "Nobody can be recognised in it, its author says." }
        let others =
            picture.notPupils == 0
            ? [] : ["\(picture.notPupils) who \(picture.notPupils == 1 ? "is no pupil" : "are no pupils")"]
        return "Those who can be recognised in it, its author says: \((names + others).joined(separator: "; "))."
    }
}
