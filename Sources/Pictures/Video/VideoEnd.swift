import Imaging

/// Walks a video's outermost parts: all of it has to be there, and nothing else.
enum VideoEnd {
    static func check(_ bytes: [UInt8], _ kind: VideoKind) throws(PictureProblem) {
        let end =
            switch kind {
            case .boxes: try boxes(bytes)
            case .elements: try elements(bytes)
            }
        guard bytes[end...].allSatisfy({ $0 == 0 }) else {
            throw PictureProblem(
                "This file is a video with something else behind it. Save it again as MP4, and choose that file.")
        }
    }

    private static func boxes(_ bytes: [UInt8]) throws(PictureProblem) -> Int {
        var place = 0, hasContents = false
        while place + 8 <= bytes.count, isName(bytes[(place + 4)..<(place + 8)]) {
            var size = number(bytes[place..<(place + 4)])
            if size == 0 { size = bytes.count - place }
            if size == 1 {
                guard place + 16 <= bytes.count else { throw .damagedVideo }
                size = number(bytes[(place + 8)..<(place + 16)])
            }
            guard size >= 8, size <= bytes.count - place else { throw .damagedVideo }
            hasContents = hasContents || bytes[(place + 4)..<(place + 8)].elementsEqual("moov".utf8)
            place += size
        }
        // What lists the pictures stands at the end of what phones record: without it nothing can be found.
        guard hasContents else { throw .damagedVideo }
        return place
    }

    /// Letters, digits, spaces and the like.
    private static func isName(_ name: ArraySlice<UInt8>) -> Bool { name.allSatisfy { (0x20...0x7E).contains($0) } }

    private static func elements(_ bytes: [UInt8]) throws(PictureProblem) -> Int {
        guard let head = size(bytes, at: 4), let length = head.size, head.end + length <= bytes.count else {
            throw .damagedVideo
        }
        let first = bytes[head.end..<(head.end + length)]
        guard first.firstRange(of: Array("webm".utf8)) != nil else {
            throw PictureProblem(
                "This is a Matroska video, which browsers do not play. Save it as MP4, and choose that file.")
        }
        let place = head.end + length
        guard place + 4 < bytes.count, bytes[place..<(place + 4)].elementsEqual([0x18, 0x53, 0x80, 0x67]),
            let segment = size(bytes, at: place + 4)
        else { throw .damagedVideo }
        // Browsers that record do not know how long it becomes: it goes on to the end.
        guard let length = segment.size else { return bytes.count }
        guard length <= bytes.count - segment.end else { throw .damagedVideo }
        return segment.end + length
    }

    /// A length of one to eight bytes, as EBML counts; its value is nil where it says that nobody knows.
    private static func size(_ bytes: [UInt8], at place: Int) -> (size: Int?, end: Int)? {
        guard place < bytes.count, bytes[place] != 0 else { return nil }
        let count = bytes[place].leadingZeroBitCount + 1
        guard place + count <= bytes.count else { return nil }
        let mask = (1 << (7 * count)) - 1
        let value = number(bytes[place..<(place + count)]) & mask
        return (value == mask ? nil : value, place + count)
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { ($0 & 0x7F_FFFF_FFFF_FFFF) << 8 | Int($1) }
    }
}
