import Database
import Imaging

extension PictureFace {
    /// The boxes of the pictures of some posts, by the picture's row.
    static func of(_ posts: [Int64], in db: Connection) throws -> [Int64: [PictureFace]] {
        var faces: [Int64: [PictureFace]] = [:]
        try db.each(
            """
            SELECT post_picture_faces.picture_id, number, x, y, width, height, is_found, answer, pupil_id
            FROM post_picture_faces JOIN post_pictures ON post_pictures.id = post_picture_faces.picture_id
            WHERE post_pictures.post_id IN (\(list: posts)) ORDER BY post_picture_faces.picture_id, number
            """
        ) { row in
            faces[row.int(0), default: []].append(
                PictureFace(
                    number: Int(row.int(1)),
                    box: PixelBox(
                        x: Int(row.int(2)), y: Int(row.int(3)), width: Int(row.int(4)), height: Int(row.int(5))),
                    isFound: row.bool(6), answer: Answer(row.text(7), row.intOrNil(8).map { Pupil.ID($0) })))
        }
        return faces
    }

    func keep(of picture: Int64, in db: Connection) throws {
        try db.run(
            """
            INSERT INTO post_picture_faces (picture_id, number, x, y, width, height, is_found, answer, pupil_id)
            VALUES (\(picture), \(number), \(box.x), \(box.y), \(box.width), \(box.height), \(isFound),
                \(answer.word), \(pupil))
            """
        )
    }
}

extension PictureFace.Answer {
    fileprivate init(_ word: String, _ pupil: Pupil.ID?) {
        switch (word, pupil) {
        case ("pupil", let pupil?): self = .pupil(pupil)
        case ("not a pupil", _): self = .notPupil
        case ("blur", _): self = .blur
        case ("no face", _): self = .noFace
        default: self = .open
        }
    }

    fileprivate var word: String {
        switch self {
        case .open: "open"
        case .pupil: "pupil"
        case .notPupil: "not a pupil"
        case .blur: "blur"
        case .noFace: "no face"
        }
    }
}
