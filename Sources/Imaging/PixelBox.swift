/// A part of a picture, in pixels of the upright picture at its full size, from the top left.
public struct PixelBox: Sendable, Hashable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        self.x = x
        self.y = y
        self.width = width
        self.height = height
    }

    /// As `X,Y,W,H`; nil for anything else, and for boxes without an area.
    public init?(_ text: some StringProtocol) {
        let numbers = text.split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 4, let x = numbers[0], let y = numbers[1], let width = numbers[2],
            let height = numbers[3], (0...PictureLimits.edge).contains(x), (0...PictureLimits.edge).contains(y),
            (1...PictureLimits.edge).contains(width), (1...PictureLimits.edge).contains(height)
        else { return nil }
        self.init(x: x, y: y, width: width, height: height)
    }

    /// As `X,Y,W,H`.
    public var text: String { "\(x),\(y),\(width),\(height)" }
}

/// A face that was found, never recognised: where it is, and how sure the detector is.
public struct Face: Sendable, Hashable {
    public let box: PixelBox
    /// From 0 to 1.
    public let score: Double

    public init(box: PixelBox, score: Double) {
        self.box = box
        self.score = score
    }
}
