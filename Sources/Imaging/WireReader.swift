/// Takes apart what the other side of the picture wire sent; nil wherever it ends too early.
struct WireReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    var isAtEnd: Bool { rest.isEmpty }

    mutating func number() -> Int? {
        guard rest.count >= 4 else { return nil }
        defer { rest = rest.dropFirst(4) }
        return rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }
    }

    mutating func bytes() -> ArraySlice<UInt8>? {
        guard let count = number(), rest.count >= count else { return nil }
        defer { rest = rest.dropFirst(count) }
        return rest.prefix(count)
    }

    mutating func text() -> String? { bytes().map { String(decoding: $0, as: UTF8.self) } }

    mutating func box() -> PixelBox? {
        guard let x = number(), let y = number(), let width = number(), let height = number() else { return nil }
        return PixelBox(x: x, y: y, width: width, height: height)
    }

    mutating func facts() -> PictureFacts? {
        guard let format = text(), ["jpeg", "png", "webp", "heic"].contains(format), let width = number(),
            let height = number(), let orientation = number(), (1...8).contains(orientation), let make = text(),
            let model = text(), let serial = text(), let removed = text(), let isCounted = number(),
            let count = number(), count <= PictureLimits.faces
        else { return nil }
        var faces: [Face] = []
        for _ in 0..<count {
            guard let box = box(), let score = number() else { return nil }
            faces.append(Face(box: box, score: Double(min(score, 1_000)) / 1_000))
        }
        let isNamed = !(make.isEmpty && model.isEmpty && serial.isEmpty)
        return PictureFacts(
            format: format, width: width, height: height, orientation: orientation,
            device: isNamed ? PictureDevice(make: make, model: model, serial: serial) : nil,
            removed: removed.split(separator: "\n").map(String.init), faces: isCounted == 1 ? faces : nil)
    }

    mutating func sizes() -> [PictureSize]? {
        guard let count = number(), count <= PictureLimits.sizes else { return nil }
        var sizes: [PictureSize] = []
        for _ in 0..<count {
            guard let edge = number(), let most = number() else { return nil }
            sizes.append(PictureSize(maxEdge: edge, maxBytes: most))
        }
        return sizes
    }

    mutating func pictures() -> PictureResult? {
        guard let facts = facts(), let count = number(), count <= PictureLimits.sizes else { return nil }
        var pictures: [PreparedPicture] = []
        for _ in 0..<count {
            guard let picture = picture() else { return nil }
            pictures.append(picture)
        }
        return PictureResult(facts: facts, pictures: pictures)
    }

    /// What the child refused with, at the answer's end.
    mutating func problem() -> PictureProblem? {
        guard let message = text(), isAtEnd else { return nil }
        return PictureProblem(message)
    }

    mutating func picture() -> PreparedPicture? {
        guard let type = text(), type == "image/jpeg" || type == "image/png", let width = number(),
            let height = number(), let bytes = bytes()
        else { return nil }
        return PreparedPicture(bytes: Array(bytes), contentType: type, width: width, height: height)
    }
}
