/// What the server and its picture child say to each other: numbers of four bytes, and bytes after their count.
package enum PictureWire {
    /// The child may have been replaced on disk by another version, which says something else here.
    private static let version = 0x5347_0003
    package static let longestOrder = 16 * 1_024

    /// What the file is, and so what is asked about it.
    package enum Subject: Int {
        case picture = 1
        case video

        fileprivate var mostBytes: Int { self == .video ? VideoLimits.bytes : PictureLimits.bytes }
    }

    // MARK: - From the server

    static func request(_ bytes: [UInt8], _ order: PictureOrder) -> [[UInt8]] {
        let sizes = order.sizes.prefix(PictureLimits.sizes)
        let blurred = order.blurred.prefix(PictureLimits.blurred)
        var head = number(order.findsFaces ? 1 : 0) + number(sizes.count)
        for size in sizes { head += number(size.maxEdge) + number(size.maxBytes) }
        head += number(blurred.count) + blurred.flatMap(box)
        return start(.picture, head, bytes)
    }

    /// The file is not copied for it: it may be large.
    static func start(_ subject: Subject, _ order: [UInt8], _ bytes: [UInt8]) -> [[UInt8]] {
        [number(version) + number(subject.rawValue) + number(order.count) + number(bytes.count) + order, bytes]
    }

    /// What is asked about, and how long the order and the file are; nil when another version asks, or for too much.
    package static func lengths(_ start: [UInt8]) -> (subject: Subject, order: Int, file: Int)? {
        var reader = WireReader(start[...])
        guard reader.number() == version, let subject = reader.number().flatMap(Subject.init),
            let order = reader.number(),
            let file = reader.number(), order <= longestOrder, file <= subject.mostBytes
        else { return nil }
        return (subject, order, file)
    }

    package static let startLength = 16

    package static func order(_ bytes: [UInt8]) -> PictureOrder? {
        var reader = WireReader(bytes[...])
        guard let faces = reader.number(), let sizes = reader.sizes() else { return nil }
        var order = PictureOrder(sizes: sizes, findsFaces: faces == 1)
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
            number(1) + pictures(result)
        case .failure(let problem): refusal(problem)
        }
    }

    static func pictures(_ result: PictureResult) -> [UInt8] {
        facts(result.facts) + number(result.pictures.count) + result.pictures.flatMap(picture)
    }

    static func refusal(_ problem: PictureProblem) -> [UInt8] { number(2) + text(problem.message) }

    /// Nil when the answer is not whole, or not what a child says.
    static func read(_ answer: [UInt8]) -> Result<PictureResult, PictureProblem>? {
        var reader = WireReader(answer[...])
        switch reader.number() {
        case 1:
            guard let result = reader.pictures(), reader.isAtEnd else { return nil }
            return .success(result)
        case 2: return reader.problem().map { .failure($0) }
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

    static func number(_ value: Int) -> [UInt8] {
        let value = UInt32(clamping: value)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    static func text(_ text: String) -> [UInt8] { number(text.utf8.count) + Array(text.utf8) }
}
