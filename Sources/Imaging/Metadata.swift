import CVips

/// What a picture carries beside its pixels.
enum Metadata {
    /// In plain words, each once, in a fixed order.
    static func names(in image: UnsafeMutablePointer<VipsImage>) -> [String] {
        let fields = fields(of: image)
        return known.filter { known in fields.contains { $0.contains(known.field) } }.map(\.name)
    }

    private static let known: [(field: String, name: String)] = [
        ("exif-ifd3", "where it was taken (GPS)"),
        ("exif-data", "camera details (EXIF)"),
        ("MakerNote", "maker notes"),
        ("jpeg-thumbnail-data", "embedded thumbnail"),
        ("xmp-data", "editing details (XMP)"),
        ("iptc-data", "caption details (IPTC)"),
        ("icc-profile-data", "colour profile"),
        ("png-comment", "comments"),
    ]

    private static func fields(of image: UnsafeMutablePointer<VipsImage>) -> [String] {
        guard let list = vips_image_get_fields(image) else { return [] }
        defer { g_strfreev(list) }
        var fields: [String] = []
        var next = list
        while let name = next.pointee {
            fields.append(String(cString: name))
            next += 1
        }
        return fields
    }
}
