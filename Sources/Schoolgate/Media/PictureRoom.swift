/// Where pictures are made ready.
struct PictureRoom: Sendable {
    func prepare(_ bytes: [UInt8]) async throws -> (bytes: [UInt8], contentType: String, width: Int, height: Int) {
        throw PictureProblem(message: "Pictures cannot be taken yet.")
    }
}

struct PictureProblem: Error {
    let message: String
}
