/// What the server and its picture child say to each other: numbers of four bytes, and bytes after their count.
package enum PictureWire {
    /// The child may have been replaced on disk by another version, which says something else here.
    private static let version = 0x5347_0002
    package static let longestOrder = 16 * 1_024

    // MARK: - From the server

    static func request(_ bytes: [UInt8], _ order: PictureOrder) -> [UInt8] {
        let sizes = order.sizes.prefix(PictureLimits.sizes)
        let blurred = order.blurred.prefix(PictureLimits.blurred)
        var head = number(order.findsFaces ? 1 : 0) + number(sizes.count)
        for size in sizes { head += number(size.maxEdge) + number(size.maxBytes) }
        head += number(blurred.count) + blurred.flatMap(box)
        return number(version) + number(head.count) + number(bytes.count) + head + bytes
    }

    /// How long the order and the picture are; nil when another version asks, or for too much.
    package static func lengths(_ start: [UInt8]) -> (order: Int, picture: Int)? {
        var reader = WireReader(start[...])
        guard reader.number() == version, let order = reader.number(), let picture = reader.number(),
            order <= longestOrder, picture <= PictureLimits.bytes
        else { return nil }
        return (order, picture)
    }

    package static let startLength = 12

    package static func order(_ bytes: [UInt8]) -> PictureOrder? {
        var reader = WireReader(bytes[...])
        guard let faces = reader.number(), let sizeCount = reader.number(), sizeCount <= PictureLimits.sizes else {
            return nil
        }
        var order = PictureOrder(findsFaces: faces == 1)
        for _ in 0..<sizeCount {
            guard let edge = reader.number(), let most = reader.number() else { return nil }
            order.sizes.append(PictureSize(maxEdge: edge, maxBytes: most))
        }
        guard let boxCount = reader.number(), boxCount <= PictureLimits.blurred else { return nil }
        for _ in 0..<boxCount {
            guard let box = reader.box() else { return nil }
            order.blurred.append(box)
        }
        return reader.isAtEnd ? order : nil
    }

    // MARK: - From the child

    package static func answer(_ result: Result<PictureResult, PictureProblem>) -> [UInt8] {
        switch result {
        case .success(let result):
            number(1) + facts(result.facts) + number(result.pictures.count) + result.pictures.flatMap(picture)
        case .failure(let problem): number(2) + text(problem.message)
        }
    }

    /// Nil when the answer is not whole, or not what a child says.
    static func read(_ answer: [UInt8]) -> Result<PictureResult, PictureProblem>? {
        var reader = WireReader(answer[...])
        switch reader.number() {
        case 1:
            guard let facts = reader.facts(), let count = reader.number(), count <= PictureLimits.sizes else {
                return nil
            }
            var pictures: [PreparedPicture] = []
            for _ in 0..<count {
                guard let picture = reader.picture() else { return nil }
                pictures.append(picture)
            }
            return reader.isAtEnd ? .success(PictureResult(facts: facts, pictures: pictures)) : nil
        case 2:
            guard let message = reader.text(), reader.isAtEnd else { return nil }
            return .failure(PictureProblem(message))
        default: return nil
        }
    }

    private static func facts(_ facts: PictureFacts) -> [UInt8] {
        var bytes = text(facts.format) + number(facts.width) + number(facts.height) + number(facts.orientation)
        let device = facts.device
        bytes += text(device?.make ?? "") + text(device?.model ?? "") + text(device?.serial ?? "")
        bytes += text(facts.removed.joined(separator: "\n"))
        bytes += number(facts.faces == nil ? 0 : 1)
        let faces = (facts.faces ?? []).prefix(PictureLimits.faces)
        bytes += number(faces.count)
        for face in faces { bytes += box(face.box) + number(Int(face.score * 1_000)) }
        return bytes
    }

    private static func picture(_ picture: PreparedPicture) -> [UInt8] {
        text(picture.contentType) + number(picture.width) + number(picture.height) + number(picture.bytes.count)
            + picture.bytes
    }

    private static func box(_ box: PixelBox) -> [UInt8] {
        number(box.x) + number(box.y) + number(box.width) + number(box.height)
    }

    private static func number(_ value: Int) -> [UInt8] {
        let value = UInt32(clamping: value)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func text(_ text: String) -> [UInt8] { number(text.utf8.count) + Array(text.utf8) }
}
