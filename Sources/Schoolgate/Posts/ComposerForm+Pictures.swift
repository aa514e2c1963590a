import Database
import Imaging
import Web

extension ComposerForm {
    /// The pictures of the post that the form still has; what it claims beyond them is nobody's.
    mutating func readPictures(
        _ form: Form, of post: Post.ID?, at school: School, _ room: GateRoom, in db: Connection
    ) throws {
        guard let post = try post.flatMap({ try Post.find($0, at: [school.id], in: db) }) else { return }
        let known = Dictionary(post.pictures.map { ($0.key, $0) }, uniquingKeysWith: { first, _ in first })
        let sizes = try WorkingPicture.of(post.pictures.compactMap(\.working), in: db)
        for index in 0..<Draft.mostPictures {
            guard form["remove-\(index)"] == nil, let base = form["picture-\(index)"].flatMap({ known[$0] }) else {
                continue
            }
            let faces = FaceForm(picture: index, form: form, size: base.working.flatMap { sizes[$0] })
            // What follows a picture that was taken out moves up.
            let place = draft.pictures.count
            draft.pictures.append(try picture(index, place, base, faces, form, at: school, room, in: db))
        }
    }

    private mutating func picture(
        _ index: Int, _ place: Int, _ base: PostPicture, _ reader: FaceForm, _ form: Form, at school: School,
        _ room: GateRoom, in db: Connection
    ) throws -> PostPicture {
        let kind = form["provenance-\(index)"] ?? ""
        let source = (form["source-\(index)"] ?? "").prefix(300)
        var picture = base
        picture.alt = String((form["alt-\(index)"] ?? "").prefix(1_500))
        picture.provenance = kind.isEmpty ? "" : source.isEmpty ? kind : "\(kind): \(source)"
        picture.notPupils = Int64((form["not-pupils-\(index)"] ?? "").prefix(3)) ?? 0
        picture.device = DeviceChoice(form["device-\(index)"] ?? "").word
        picture.isComplete = PictureQuestion.answer(index, in: form)
        let read = reader.read(over: base.faces)
        picture.faces = try named(read, index, place, at: school, room, in: db)
        if reader.rest != .open {
            for number in picture.faces.indices where picture.faces[number].answer == .open {
                let field = FaceForm.name(place, picture.faces[number].number)
                if errors[field] == nil { picture.faces[number].answer = reader.rest }
            }
        }
        let unboxed = try names("shown-\(index)", form, at: school, room, in: db)
        picture.shown = Set(unboxed + picture.faces.compactMap(\.pupil)).sorted { $0.rawValue < $1.rawValue }
        picture.workOf = try names("work-\(index)", form, at: school, room, in: db)
        if picture.isVideo { readPeople(of: &picture, index, place, form) }
        return picture
    }

    /// Whether the author of a video has said who can be recognised in it, and says one thing only.
    private mutating func readPeople(of picture: inout PostPicture, _ index: Int, _ place: Int, _ form: Form) {
        let isAnybody = !picture.shown.isEmpty || picture.notPupils > 0
        let answer = VideoPeople.Answer(form, index)
        picture.isComplete = answer == .nobody ? !isAnybody : answer == .named && isAnybody
        if answer == .nobody, isAnybody, intent != .autosave {
            errors.add(
                PictureQuestion.field(place),
                "You say that nobody can be recognised, and name or count somebody. Choose which of both is right.")
        }
    }

    /// Looks up who was written or chosen, each on the roll of the post's own school.
    private mutating func named(
        _ read: FaceForm.Read, _ index: Int, _ place: Int, at school: School, _ room: GateRoom, in db: Connection
    ) throws -> [PictureFace] {
        var faces = read.faces
        let chosen = try db.all(
            """
            SELECT id FROM pupils WHERE school_id = \(school.id) AND id IN (\(list: Array(read.chosen.values)))
            """
        ) { Pupil.ID($0.int(0)) }
        for position in faces.indices {
            let number = faces[position].number
            if let pupil = read.chosen[number], chosen.contains(pupil) { faces[position].answer = .pupil(pupil) }
            guard let line = read.names[number] else { continue }
            let field = FaceForm.name(place, number)
            guard !line.isEmpty else {
                if intent == .send { errors.add(field, "Write who face \(number) is, or choose something else.") }
                continue
            }
            typed[field] = line
            if let pupil = try pupil(line, field, at: school, room, in: db) { faces[position].answer = .pupil(pupil) }
        }
        return faces
    }

    private mutating func pupil(
        _ line: String, _ field: String, at school: School, _ room: GateRoom, in db: Connection
    ) throws -> Pupil.ID? {
        switch NameSearch.find(String(line.prefix(120)), at: school.code, on: room.roll) {
        case .one(let upn):
            return try db.first("SELECT id FROM pupils WHERE school_id = \(school.id) AND upn = \(upn)") {
                Pupil.ID($0.int(0))
            }
        case .none: errors.add(field, NameSearch.nobody(line))
        case .several(let count): errors.add(field, NameSearch.several(count, line))
        }
        return nil
    }
}

extension NameSearch {
    static func nobody(_ line: some StringProtocol) -> String {
        "Nobody on the roll is called “\(line)”. Check the spelling, or ask the office."
    }

    static func several(_ count: Int, _ line: some StringProtocol) -> String {
        "\(count) children may be meant by “\(line)”. Write the full name, and the year as in “, Year 4”."
    }
}
