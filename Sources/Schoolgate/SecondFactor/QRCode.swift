import CQREncode
import HTML

/// A square code for the camera of a telephone, as a drawing.
struct QRCode: HTML {
    private let width: Int
    private let isDark: [Bool]
    private let caption: String

    /// Nil when the text is too long for one.
    init?(_ text: String, caption: String) {
        guard text.utf8.count <= 500, let code = QRcode_encodeString(text, 0, QR_ECLEVEL_M, QR_MODE_8, 1) else {
            return nil
        }
        defer { QRcode_free(code) }
        width = Int(code.pointee.width)
        isDark = (0..<width * width).map { code.pointee.data[$0] & 1 == 1 }
        self.caption = caption
    }

    var body: Markup {
        // Each row as the stretches that are dark; the quiet zone around it is four squares wide.
        var path = ""
        for row in 0..<width {
            var column = 0
            while column < width {
                let start = column
                while column < width, isDark[row * width + column] { column += 1 }
                if column > start { path += "M\(start + 4) \(row + 4)h\(column - start)v1H\(start + 4)z" }
                column += 1
            }
        }
        let size = width + 8
        return element(
            "svg", [.class("qr"), Attribute("viewBox", "0 0 \(size) \(size)"), .role("img"), .aria(.label, caption)],
            .raw(
                "<path fill=\"#fff\" d=\"M0 0h\(size)v\(size)H0z\"/><path fill=\"#000\" shape-rendering=\"crispEdges\" d=\"\(path)\"/>"
            ))
    }
}
