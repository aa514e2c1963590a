import CVips

/// Makes pictures ready to be published. It decodes files of strangers: servers ask `PictureWorker` instead.
public enum Picture {
    /// Upright, at most `maxEdge` long, in sRGB, as JPEG or PNG, and without any metadata.
    public static func prepare(_ bytes: [UInt8], maxEdge: Int = 2_048) throws(PictureProblem) -> PreparedPicture {
        guard bytes.count <= PictureLimits.bytes else {
            throw PictureProblem("This file is larger than 30 MB. Save the picture smaller, as JPEG.")
        }
        let kind = try PictureKind(bytes)
        let hasAppendix = try PictureEnd.hasPhoneAppendix(bytes, kind)
        guard isStarted else { throw PictureProblem("Pictures cannot be read on this server: libvips does not start.") }
        var removed = try metadata(of: bytes)
        if hasAppendix { removed.append("attached video or second picture") }
        return try convert(bytes, kind, maxEdge: max(16, min(maxEdge, 8_192)), removed: removed)
    }

    static let isStarted = picture_start() == 0

    /// Reads the header, refuses what is too large to decode, and names what will be left out.
    private static func metadata(of bytes: [UInt8]) throws(PictureProblem) -> [String] {
        guard let header = bytes.withUnsafeBytes({ picture_header($0.baseAddress, $0.count) }) else { throw .damaged }
        defer { picture_release(header) }
        let width = Int(vips_image_get_width(header))
        let height = Int(vips_image_get_height(header))
        guard width <= PictureLimits.edge, height <= PictureLimits.edge, width * height <= PictureLimits.pixels else {
            throw PictureProblem(
                "This picture is \(width) by \(height) pixels; 100 megapixels is the most. Save it smaller, as JPEG."
            )
        }
        return Metadata.names(in: header)
    }

    private static func convert(
        _ bytes: [UInt8], _ kind: PictureKind, maxEdge: Int, removed: [String]
    ) throws(PictureProblem) -> PreparedPicture {
        guard
            let small = bytes.withUnsafeBytes({ buffer in
                // The pixels are read only while the buffer lives: the conversion ends inside, in memory.
                guard let lazy = picture_shrink(buffer.baseAddress, buffer.count, Int32(maxEdge)) else { return nil }
                defer { picture_release(lazy) }
                guard let converted = picture_srgb(lazy) else { return nil }
                defer { picture_release(converted) }
                return vips_image_copy_memory(converted)
            }) as UnsafeMutablePointer<VipsImage>?
        else { throw .damaged }
        defer { picture_release(small) }
        let hasAlpha = picture_has_alpha(small) != 0
        var encoded: [UInt8]?
        var type = "image/png"
        if hasAlpha || kind == .png { encoded = take { picture_png(small, $0) } }
        // A photo kept as PNG is larger than networks take.
        if !hasAlpha, encoded.map({ $0.count > 4 * 1_024 * 1_024 }) ?? true {
            encoded = take { picture_jpeg(small, $0) }
            type = "image/jpeg"
        }
        guard let encoded else { throw .damaged }
        return PreparedPicture(
            bytes: encoded, contentType: type, width: Int(vips_image_get_width(small)),
            height: Int(vips_image_get_height(small)), removed: removed
        )
    }

    private static func take(_ encode: (UnsafeMutablePointer<Int>) -> UnsafeMutableRawPointer?) -> [UInt8]? {
        var count = 0
        guard let start = encode(&count) else { return nil }
        defer { picture_free(start) }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
