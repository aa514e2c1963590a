/// A picture as it may be published: upright, of bounded size, without anything that tells where it was taken.
public struct PreparedPicture: Sendable, Equatable {
    public let bytes: [UInt8]
    /// `image/jpeg` or `image/png`.
    public let contentType: String
    public let width: Int
    public let height: Int
    /// What was found in the file and left out, in plain words.
    public let removed: [String]
}

/// Why a picture was not taken, said to who sent it.
public struct PictureProblem: Error, Sendable, Equatable, CustomStringConvertible {
    public let message: String

    public init(_ message: String) {
        self.message = message
    }

    public var description: String { message }

    static let damaged = PictureProblem(
        "This picture is damaged or incomplete. Open it, save it again as JPEG, and choose that file."
    )
    static let tooMuch = PictureProblem(
        "This picture could not be read within the memory and time a picture may take. Save it smaller, as JPEG."
    )
}
