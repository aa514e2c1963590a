/// What a video file is by its first bytes; names and declared types are not asked.
public enum VideoKind: Sendable {
    /// MP4, MOV and their kin: boxes.
    case boxes
    /// WebM: elements.
    case elements

    /// Nil when it does not begin like a video.
    public init?(_ bytes: [UInt8]) {
        if bytes.starts(with: [0x1A, 0x45, 0xDF, 0xA3]) {
            self = .elements
        } else if bytes.count >= 16, Self.isBoxes(bytes) {
            self = .boxes
        } else {
            return nil
        }
    }

    private static func isBoxes(_ bytes: [UInt8]) -> Bool {
        let name = bytes[4..<8], brand = bytes[8..<12]
        if name.elementsEqual("ftyp".utf8) { return !pictures.contains { brand.elementsEqual($0.utf8) } }
        // Older cameras write no `ftyp`.
        return ["moov", "mdat", "wide", "pnot"].contains { name.elementsEqual($0.utf8) }
    }

    /// Pictures that come in the same boxes.
    private static let pictures = ["heic", "heix", "mif1", "heim", "heis", "avif", "msf1", "hevc", "hevx", "avis"]
}
