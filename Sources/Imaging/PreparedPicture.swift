/// A picture as it may be published: upright, of bounded size, without anything that tells where it was taken.
public struct PreparedPicture: Sendable, Equatable {
    public let bytes: [UInt8]
    /// `image/jpeg` or `image/png`.
    public let contentType: String
    public let width: Int
    public let height: Int

    public init(bytes: [UInt8], contentType: String, width: Int, height: Int) {
        self.bytes = bytes
        self.contentType = contentType
        self.width = width
        self.height = height
    }
}

/// What a picture file says of itself and shows; none of it is in the pictures made from it.
public struct PictureFacts: Sendable, Equatable {
    /// `jpeg`, `png`, `webp` or `heic`.
    public let format: String
    /// The size of the upright picture; boxes are in its pixels.
    public let width: Int
    public let height: Int
    /// How it lies in the file, as EXIF counts: 1 is upright.
    public let orientation: Int
    /// What took it, if the file says so.
    public let device: PictureDevice?
    /// What was found in the file and left out, in plain words.
    public let removed: [String]
    /// The faces, the surest first; nil when nobody asked, or when the detector failed.
    public let faces: [Face]?

    public init(
        format: String, width: Int, height: Int, orientation: Int, device: PictureDevice?, removed: [String],
        faces: [Face]?
    ) {
        self.format = format
        self.width = width
        self.height = height
        self.orientation = orientation
        self.device = device
        self.removed = removed
        self.faces = faces
    }
}

/// The camera or phone that a picture names as its own, in its maker's words.
public struct PictureDevice: Sendable, Equatable {
    public let make: String
    public let model: String
    /// The body's number, where the maker writes it; phones do not.
    public let serial: String

    public init(make: String, model: String, serial: String) {
        self.make = make
        self.model = model
        self.serial = serial
    }
}

/// A picture that was worked on: what was found in it, and a picture for each size that was ordered.
public struct PictureResult: Sendable, Equatable {
    public let facts: PictureFacts
    public let pictures: [PreparedPicture]

    public init(facts: PictureFacts, pictures: [PreparedPicture]) {
        self.facts = facts
        self.pictures = pictures
    }
}

/// Why a picture was not taken, said to who sent it.
public struct PictureProblem: Error, Sendable, Equatable, CustomStringConvertible {
    public let message: String

    public init(_ message: String) {
        self.message = message
    }

    public var description: String { message }

    package static let damaged = PictureProblem(
        "This picture is damaged or incomplete. Open it, save it again as JPEG, and choose that file."
    )
    package static let tooMuch = PictureProblem(
        "This picture could not be read within the memory and time a picture may take. Save it smaller, as JPEG."
    )
    package static let tooLarge = PictureProblem(
        "This file is larger than 30 MB. Save the picture smaller, as JPEG."
    )
}
