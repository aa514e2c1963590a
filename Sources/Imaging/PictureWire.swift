/// What the server and its picture worker say to each other: numbers of four bytes, and bytes after their count.
enum PictureWire {
    static func request(_ bytes: [UInt8], maxEdge: Int) -> [UInt8] {
        number(maxEdge) + number(bytes.count) + bytes
    }

    static func answer(_ result: Result<PreparedPicture, PictureProblem>) -> [UInt8] {
        switch result {
        case .success(let picture):
            number(1) + number(picture.width) + number(picture.height) + text(picture.contentType)
                + text(picture.removed.joined(separator: "\n")) + number(picture.bytes.count) + picture.bytes
        case .failure(let problem): number(2) + text(problem.message)
        }
    }

    /// Nil when the answer is not whole, or not what a worker says.
    static func read(_ answer: [UInt8]) -> Result<PreparedPicture, PictureProblem>? {
        var reader = WireReader(answer[...])
        switch reader.number() {
        case 1:
            guard let width = reader.number(), let height = reader.number(), let type = reader.text(),
                let removed = reader.text(), let bytes = reader.bytes(), reader.isAtEnd,
                type == "image/jpeg" || type == "image/png"
            else { return nil }
            return .success(
                PreparedPicture(
                    bytes: Array(bytes), contentType: type, width: width, height: height,
                    removed: removed.split(separator: "\n").map(String.init)
                )
            )
        case 2:
            guard let message = reader.text(), reader.isAtEnd else { return nil }
            return .failure(PictureProblem(message))
        default: return nil
        }
    }

    private static func number(_ value: Int) -> [UInt8] {
        let value = UInt32(clamping: value)
        return [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    private static func text(_ text: String) -> [UInt8] { number(text.utf8.count) + Array(text.utf8) }
}

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
}
