import Imaging

/// What a file is by its first bytes; names and declared types are not asked.
enum PictureKind: String {
    case jpeg
    case png
    case webp
    case heif = "heic"

    init(_ bytes: [UInt8]) throws(PictureProblem) {
        guard !bytes.isEmpty else { throw PictureProblem("This file is empty. Choose the picture again.") }
        if bytes.starts(with: [0xFF, 0xD8, 0xFF]) {
            self = .jpeg
        } else if bytes.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) {
            self = .png
        } else if bytes.starts(with: "RIFF".utf8), bytes.dropFirst(8).starts(with: "WEBP".utf8) {
            self = .webp
        } else if Self.isHEIF(bytes) {
            self = .heif
        } else {
            throw PictureProblem(
                "This file is \(Self.guess(bytes)), not a picture or video that can be posted. Choose a JPEG, PNG, WebP or HEIC picture, or an MP4, MOV or WebM video."
            )
        }
    }

    private static func isHEIF(_ bytes: [UInt8]) -> Bool {
        guard bytes.dropFirst(4).starts(with: "ftyp".utf8), bytes.count >= 16 else { return false }
        return ["heic", "heix", "mif1", "heim", "heis"].contains { bytes.dropFirst(8).starts(with: $0.utf8) }
    }

    private static func guess(_ bytes: [UInt8]) -> String {
        let known: [(String, String)] = [
            ("%PDF", "a PDF"), ("GIF8", "a GIF"), ("PK\u{3}\u{4}", "a ZIP archive or an Office document"),
            ("<", "a web page or drawing"), ("#EXTM3U", "a playlist"), ("ffconcat", "a list of other files"),
            ("BM", "a BMP"), ("II*\0", "a TIFF or raw photo"), ("MM\0*", "a TIFF or raw photo"),
        ]
        if bytes.dropFirst(4).starts(with: "ftyp".utf8) { return "a video or another kind of file" }
        return known.first { bytes.starts(with: $0.0.utf8) }?.1 ?? "another kind of file"
    }
}
