/// What is to be done with a picture.
public struct PictureOrder: Sendable, Equatable {
    /// The sizes to make, as many as networks ask for; none when only the facts are wanted.
    public var sizes: [PictureSize]
    /// Where the picture is destroyed, in every size, before any is made.
    public var blurred: [PixelBox]
    public var findsFaces: Bool

    public init(sizes: [PictureSize] = [], blurred: [PixelBox] = [], findsFaces: Bool = true) {
        self.sizes = sizes
        self.blurred = blurred
        self.findsFaces = findsFaces
    }
}

/// How large a published picture may be.
public struct PictureSize: Sendable, Equatable, Hashable {
    /// The longest edge in pixels; a smaller picture is not made larger.
    public var maxEdge: Int
    /// How large the file may be; quality and size are lowered until it is not larger.
    public var maxBytes: Int

    public init(maxEdge: Int = 2_048, maxBytes: Int = PictureLimits.bytes) {
        self.maxEdge = maxEdge
        self.maxBytes = maxBytes
    }
}
