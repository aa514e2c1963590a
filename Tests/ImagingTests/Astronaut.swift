import Foundation

@testable import Imaging
@testable import Pictures

/// A photograph with one face, in `Tests/Fixtures`.
enum Astronaut {
    /// Where the face is, looked at by eye.
    static let face = PixelBox(x: 66, y: 44, width: 88, height: 112)

    static func file(_ name: String) throws -> [UInt8] {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        return Array(try Data(contentsOf: folder.appending(path: "Fixtures/\(name)")))
    }

    /// Her portrait on a large empty canvas, its top left at `x`, `y`.
    static func canvas(_ width: Int, _ height: Int, at places: [(x: Int, y: Int)]) throws -> Pixels {
        let portrait = try Pixels(decoding: file("astronaut.jpg"), maxEdge: 4_096)
        var bytes = [UInt8](repeating: 120, count: width * height * 3)
        for place in places {
            for row in 0..<portrait.height {
                let from = row * portrait.width * 3
                let to = ((place.y + row) * width + place.x) * 3
                bytes.replaceSubrange(
                    to..<(to + portrait.width * 3), with: portrait.bytes[from..<(from + portrait.width * 3)])
            }
        }
        return Pixels(width: width, height: height, bands: 3, bytes: bytes)
    }
}

extension PixelBox {
    /// Whether the other's middle is in this box, and it is neither half nor twice as high.
    func isLike(_ other: PixelBox) -> Bool {
        (x..<(x + width)).contains(other.x + other.width / 2) && (y..<(y + height)).contains(other.y + other.height / 2)
            && other.height * 2 > height && other.height < height * 2
    }
}
