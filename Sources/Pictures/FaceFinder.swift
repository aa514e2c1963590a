import CFaces
import Imaging

/// Finds faces by YuNet, a small network that OpenCV runs. It says where faces are, and knows nobody.
enum FaceFinder {
    /// Below this a box is rather something else. A box too many costs a tap, a face too few may cost a child.
    static let leastScore = 0.6

    /// The longest edge of the copy that it looks at; larger ones only cost time.
    static let edge = 2_048

    static let isStarted = faces_start() == 0

    /// The faces in these pixels, the surest first, in pixels of the picture at its full size; nil when it fails.
    static func faces(in pixels: Pixels, fullWidth: Int, fullHeight: Int) -> [Face]? {
        guard isStarted else { return nil }
        var found = [faces_box](repeating: faces_box(), count: PictureLimits.faces)
        let count = pixels.withoutAlpha.withUnsafeBufferPointer {
            faces_find(
                $0.baseAddress, Int32(pixels.width), Int32(pixels.height), Float(leastScore), &found,
                Int32(found.count))
        }
        guard count >= 0 else { return nil }
        let across = Double(fullWidth) / Double(pixels.width), down = Double(fullHeight) / Double(pixels.height)
        return found.prefix(Int(count)).map { box in
            let left = Int(Double(box.x) * across), top = Int(Double(box.y) * down)
            let right = min(fullWidth, Int((Double(box.x + box.width) * across).rounded(.up)))
            let bottom = min(fullHeight, Int((Double(box.y + box.height) * down).rounded(.up)))
            return Face(
                box: PixelBox(x: left, y: top, width: max(1, right - left), height: max(1, bottom - top)),
                score: Double(box.score))
        }
    }
}
