/// How large a picture is, from the first bytes of its file; nothing is decoded.
struct PictureSize: Equatable {
    let width: Int
    let height: Int

    /// Nil when it is none of PNG, GIF and JPEG, or says nothing sensible.
    init?(_ bytes: [UInt8]) {
        func number(_ place: Int, _ count: Int) -> Int? {
            guard place >= 0, place + count <= bytes.count else { return nil }
            return bytes[place..<(place + count)].reduce(0) { $0 << 8 | Int($1) }
        }
        var size: (Int, Int)?
        if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]), let width = number(16, 4), let height = number(20, 4) {
            size = (width, height)
        } else if bytes.starts(with: "GIF8".utf8), bytes.count >= 10 {
            size = (Int(bytes[6]) | Int(bytes[7]) << 8, Int(bytes[8]) | Int(bytes[9]) << 8)
        } else if bytes.starts(with: [0xFF, 0xD8]) {
            var place = 2
            while size == nil, let marker = number(place, 2), marker >> 8 == 0xFF, let length = number(place + 2, 2),
                length >= 2
            {
                // Start of frame, except the three markers of that range that mean something else.
                if (0xFFC0...0xFFCF).contains(marker), ![0xFFC4, 0xFFC8, 0xFFCC].contains(marker) {
                    guard let height = number(place + 5, 2), let width = number(place + 7, 2) else { return nil }
                    size = (width, height)
                }
                place += 2 + length
            }
        }
        guard let size, (1...100_000).contains(size.0), (1...100_000).contains(size.1) else { return nil }
        width = size.0
        height = size.1
    }
}
