import Imaging

/// Finds where a picture ends, and refuses files that are a picture and something else.
enum PictureEnd {
    /// Whether a video or second picture follows, as phones append them; any other tail is refused.
    static func hasPhoneAppendix(_ bytes: [UInt8], _ kind: PictureKind) throws(PictureProblem) -> Bool {
        guard let end = end(of: bytes, kind), end <= bytes.count else { throw .damaged }
        let tail = bytes[end...]
        let content = tail.drop { $0 == 0 }
        if content.isEmpty { return false }
        let isPhone =
            content.starts(with: [0xFF, 0xD8, 0xFF]) || tail.dropFirst(4).starts(with: "ftyp".utf8)
            || tail.suffix(4).elementsEqual("SEFT".utf8)
        guard isPhone else {
            throw PictureProblem(
                "This file is a picture with something else behind it. Open it, save it again as JPEG, and choose that file."
            )
        }
        return true
    }

    private static func end(of bytes: [UInt8], _ kind: PictureKind) -> Int? {
        switch kind {
        case .jpeg: jpeg(bytes)
        case .png: png(bytes)
        case .webp: bytes.count >= 12 ? 8 + padded(number(bytes[4..<8].reversed())) : nil
        case .heif: heif(bytes)
        }
    }

    /// Walks the markers; inside a scan, what is neither stuffing nor a restart ends it.
    private static func jpeg(_ bytes: [UInt8]) -> Int? {
        var place = 2
        while place + 1 < bytes.count {
            guard bytes[place] == 0xFF else { return nil }
            let marker = bytes[place + 1]
            switch marker {
            case 0xFF: place += 1
            case 0xD9: return place + 2
            case 0x01, 0xD0...0xD7: place += 2
            default:
                guard place + 4 <= bytes.count else { return nil }
                let length = number(bytes[(place + 2)..<(place + 4)])
                guard length >= 2 else { return nil }
                place += 2 + length
                guard marker == 0xDA else { continue }
                while place + 1 < bytes.count,
                    !(bytes[place] == 0xFF && bytes[place + 1] != 0 && !(0xD0...0xD7 ~= bytes[place + 1]))
                { place += 1 }
            }
        }
        return nil
    }

    private static func png(_ bytes: [UInt8]) -> Int? {
        var place = 8
        while place + 12 <= bytes.count {
            let isEnd = bytes[(place + 4)..<(place + 8)].elementsEqual("IEND".utf8)
            place += 12 + number(bytes[place..<(place + 4)])
            if isEnd { return place }
        }
        return nil
    }

    /// Walks the boxes at the top. A box of the kinds that pictures have goes on, any other byte is the tail's.
    private static func heif(_ bytes: [UInt8]) -> Int? {
        let known = ["ftyp", "meta", "mdat", "free", "skip", "idat", "moov", "uuid"]
        var place = 0
        while place + 8 <= bytes.count,
            known.contains(where: { bytes[(place + 4)..<(place + 8)].elementsEqual($0.utf8) })
        {
            var size = number(bytes[place..<(place + 4)])
            if size == 0 { return bytes.count }
            if size == 1 {
                guard place + 16 <= bytes.count else { return nil }
                size = number(bytes[(place + 8)..<(place + 16)])
            }
            guard size >= 8, size <= bytes.count - place else { return nil }
            place += size
        }
        return place
    }

    private static func number(_ bytes: some Sequence<UInt8>) -> Int {
        bytes.reduce(0) { ($0 & 0x7F_FFFF_FFFF_FFFF) << 8 | Int($1) }
    }

    private static func padded(_ size: Int) -> Int { size + (size & 1) }
}
