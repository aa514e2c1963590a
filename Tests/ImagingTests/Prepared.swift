import Imaging
import Pictures

/// One picture made of a file, with what was found in it.
struct Prepared {
    let facts: PictureFacts
    let picture: PreparedPicture
    var bytes: [UInt8] { picture.bytes }
    var contentType: String { picture.contentType }
    var width: Int { picture.width }
    var height: Int { picture.height }
    var removed: [String] { facts.removed }
}

extension Picture {
    static func prepare(
        _ bytes: [UInt8], maxEdge: Int = 2_048, blurred: [PixelBox] = []
    ) throws(PictureProblem) -> Prepared {
        let order = PictureOrder(sizes: [PictureSize(maxEdge: maxEdge)], blurred: blurred, findsFaces: false)
        let result = try work(on: bytes, order)
        guard let picture = result.pictures.first else { throw PictureProblem("nothing was made") }
        return Prepared(facts: result.facts, picture: picture)
    }
}
