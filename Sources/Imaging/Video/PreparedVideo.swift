/// A video as it may be published: its picture and its sound as they were recorded, and nothing else of the file.
public struct PreparedVideo: Sendable, Equatable {
    public let bytes: [UInt8]
    /// `video/mp4` or `video/webm`.
    public let contentType: String

    public init(bytes: [UInt8], contentType: String) {
        self.bytes = bytes
        self.contentType = contentType
    }
}

/// What a video file says of itself and holds.
public struct VideoFacts: Sendable, Equatable {
    /// `mp4`, `mov` or `webm`.
    public let format: String
    /// How long it really plays, whatever the file says.
    public let milliseconds: Int
    /// The size of the upright picture.
    public let width: Int
    public let height: Int
    /// How it lies in the file, as EXIF counts: 1 is upright.
    public let orientation: Int
    /// Such as `H.264`.
    public let codec: String
    /// Such as `AAC`; nil without sound.
    public let sound: String?

    public init(
        format: String, milliseconds: Int, width: Int, height: Int, orientation: Int, codec: String, sound: String?
    ) {
        self.format = format
        self.milliseconds = milliseconds
        self.width = width
        self.height = height
        self.orientation = orientation
        self.codec = codec
        self.sound = sound
    }
}

/// A video that was worked on: what it is, a still picture of it, and the video as it may be published.
public struct VideoResult: Sendable, Equatable {
    public let facts: VideoFacts
    /// The still in the sizes that were ordered; its facts also say what took the video and what was left out.
    public let poster: PictureResult
    /// Nil when only the facts were wanted.
    public let video: PreparedVideo?

    public init(facts: VideoFacts, poster: PictureResult, video: PreparedVideo?) {
        self.facts = facts
        self.poster = poster
        self.video = video
    }
}

/// What is to be done with a video.
public struct VideoOrder: Sendable, Equatable {
    /// The sizes of the still picture to make.
    public var posters: [PictureSize]
    /// Whether the video itself is wanted, or only what it is.
    public var isKept: Bool

    public init(posters: [PictureSize] = [], isKept: Bool = true) {
        self.posters = posters
        self.isKept = isKept
    }
}

extension PictureProblem {
    public static let damagedVideo = PictureProblem(
        "This video is damaged or incomplete. Play it to its end where you recorded it, and choose the file again.")
    package static let tooMuchVideo = PictureProblem(
        "This video could not be read within the memory and time a video may take. Save it shorter, as MP4.")
    package static let tooLargeVideo = PictureProblem(
        "This video is larger than 60 MB. Cut it shorter, or save it in a smaller size.")
    package static let tooLongVideo = PictureProblem(
        "This video is longer than 10 minutes. Cut out the part that families should see.")
}
