import Imaging
import Web

/// Reads the rows under a picture: who each numbered face is, what was drawn, and what one button says at once.
struct FaceForm {
    let picture: Int
    let form: Form
    /// How large the working picture is; nil where no box can be drawn.
    let size: WorkingPicture?

    static func answer(_ picture: Int, _ number: Int) -> String { "face-\(picture)-\(number)" }
    static func name(_ picture: Int, _ number: Int) -> String { "name-\(picture)-\(number)" }
    static func box(_ picture: Int, _ number: Int) -> String { "box-\(picture)-\(number)" }
    static func rest(_ picture: Int) -> String { "rest-\(picture)" }

    /// What stands in a row's list.
    enum Word: String {
        case open = ""
        case named = "name"
        case notPupil = "other"
        case blur
        case noFace = "none"

        var answer: PictureFace.Answer {
            switch self {
            case .open, .named: .open
            case .notPupil: .notPupil
            case .blur: .blur
            case .noFace: .noFace
            }
        }
    }

    struct Read {
        var faces: [PictureFace] = []
        /// Names that were written, by the number of the face, to be looked up on the roll.
        var names: [Int: String] = [:]
        /// Pupils that were chosen, by the number of the face, to be held against the roll of the school.
        var chosen: [Int: Pupil.ID] = [:]
    }

    /// `known` are the boxes as they were last saved: what the form does not mention stays as it is.
    func read(over known: [PictureFace]) -> Read {
        var read = Read()
        for face in known {
            var face = face
            if let box = moved(face.number) { face.box = box }
            take(&face, into: &read)
        }
        for number in drawn(beyond: Set(known.map(\.number))) {
            guard read.faces.count < PostPicture.mostFaces, let box = moved(number) else { continue }
            var face = PictureFace(number: number, box: box, isFound: false)
            take(&face, into: &read)
        }
        if form["add"] == "\(picture)", read.faces.count < PostPicture.mostFaces, let box = placed {
            let number = (read.faces.map(\.number).max() ?? 0) + 1
            read.faces.append(PictureFace(number: number, box: box, isFound: false))
        }
        return read
    }

    /// The answer for everybody about whom nothing was said.
    var rest: PictureFace.Answer { form[Self.rest(picture)].flatMap(Word.init)?.answer ?? .open }

    private func take(_ face: inout PictureFace, into read: inout Read) {
        let number = face.number
        let name = (form[Self.name(picture, number)] ?? "").trimmed
        if form["blur"] == "\(picture)-\(number)" {
            face.answer = .blur
        } else if let said = form[Self.answer(picture, number)] {
            face.answer = Word(rawValue: said)?.answer ?? .open
            if let id = said.split(separator: "-").last, said.hasPrefix("pupil-"),
                let pupil = Pupil.ID(pathComponent: id)
            {
                read.chosen[number] = pupil
            } else if Word(rawValue: said) == .named || (said.isEmpty && !name.isEmpty) {
                read.names[number] = name
            }
        }
        // What was drawn is gone with its row; what was found stays, so that it is not found again.
        if face.isFound || face.answer != .noFace { read.faces.append(face) }
    }

    private func moved(_ number: Int) -> PixelBox? {
        guard let size, let box = form[Self.box(picture, number)].flatMap({ PixelBox($0) }) else { return nil }
        return box.within(width: size.width, height: size.height).flatMap { $0.width > 7 && $0.height > 7 ? $0 : nil }
    }

    private func drawn(beyond known: Set<Int>) -> [Int] {
        let prefix = "box-\(picture)-"
        return form.fields.compactMap { field in
            field.name.hasPrefix(prefix) ? Int(field.name.dropFirst(prefix.count)) : nil
        }.filter { (1...999).contains($0) && !known.contains($0) }.prefix(PostPicture.mostFaces).sorted()
    }

    // MARK: By numbers, without drawing

    static func across(_ picture: Int) -> String { "new-across-\(picture)" }
    static func down(_ picture: Int) -> String { "new-down-\(picture)" }
    static func extent(_ picture: Int) -> String { "new-size-\(picture)" }

    /// How much of the picture's width a box takes, by the words people choose from.
    static let extents: [(word: String, label: String, share: Double)] = [
        ("small", "Small: a face far away", 0.06), ("medium", "Medium", 0.12),
        ("large", "Large: a face close up", 0.25),
    ]

    /// The middle of the new box in percent of the picture.
    private var placed: PixelBox? {
        guard let size, let across = percent(Self.across(picture)), let down = percent(Self.down(picture)) else {
            return nil
        }
        let share = Self.extents.first { $0.word == form[Self.extent(picture)] }?.share ?? 0.12
        let width = Int(Double(size.width) * share), height = width * 5 / 4
        return PixelBox(
            x: max(0, size.width * across / 100 - width / 2), y: max(0, size.height * down / 100 - height / 2),
            width: max(8, width), height: max(8, height)
        ).within(width: size.width, height: size.height)
    }

    private func percent(_ name: String) -> Int? { form[name].flatMap { Int($0.trimmed) }.map { max(0, min($0, 100)) } }
}
