import CVips
import Imaging

extension Pixels {
    /// Decodes upright, in sRGB, with no edge longer than `maxEdge`.
    init(decoding bytes: [UInt8], maxEdge: Int) throws(PictureProblem) {
        let pixels = bytes.withUnsafeBytes { buffer -> Pixels? in
            // The pixels are read only while the buffer lives: the conversion ends inside, in memory.
            guard let lazy = picture_shrink(buffer.baseAddress, buffer.count, Int32(maxEdge)) else { return nil }
            defer { picture_release(lazy) }
            guard let converted = picture_srgb(lazy) else { return nil }
            defer { picture_release(converted) }
            guard let image = picture_bytes(converted) else { return nil }
            defer { picture_release(image) }
            var count = 0
            guard let start = vips_image_write_to_memory(image, &count) else { return nil }
            defer { picture_free(start) }
            return Pixels(
                width: Int(vips_image_get_width(image)), height: Int(vips_image_get_height(image)),
                bands: Int(vips_image_get_bands(image)),
                bytes: Array(UnsafeRawBufferPointer(start: start, count: count)))
        }
        guard let pixels, (3...4).contains(pixels.bands),
            pixels.bytes.count == pixels.width * pixels.height * pixels.bands
        else { throw .damaged }
        self = pixels
    }

    /// As large as `size` allows: quality is lowered first, then the picture is made smaller.
    func encoded(_ size: PictureSize, keepsPNG: Bool) throws(PictureProblem) -> PreparedPicture {
        var edge = max(16, min(size.maxEdge, PictureLimits.madeEdge))
        let picture = bytes.withUnsafeBytes { buffer -> PreparedPicture? in
            guard
                let whole = picture_of_pixels(
                    buffer.baseAddress, buffer.count, Int32(width), Int32(height), Int32(bands))
            else { return nil }
            defer { picture_release(whole) }
            for _ in 0..<8 {
                guard let small = picture_smaller(whole, Int32(edge)) else { return nil }
                defer { picture_release(small) }
                guard let picture = Self.encode(small, size.maxBytes, isPNG: bands == 4 || keepsPNG) else { return nil }
                if picture.bytes.count <= size.maxBytes || edge <= 64 { return picture }
                edge = max(picture.width, picture.height) * 3 / 4
            }
            return nil
        }
        guard let picture else { throw .damaged }
        guard picture.bytes.count <= size.maxBytes else {
            throw PictureProblem("This picture cannot be made small enough for the network. Choose another.")
        }
        return picture
    }

    private static func encode(
        _ image: UnsafeMutablePointer<VipsImage>, _ maxBytes: Int, isPNG: Bool
    ) -> PreparedPicture? {
        let hasAlpha = picture_has_alpha(image) != 0
        var encoded: [UInt8]?
        var type = "image/png"
        if hasAlpha || isPNG { encoded = take { picture_png(image, $0) } }
        // A photo kept as PNG is larger than networks take.
        if !hasAlpha, encoded.map({ $0.count > min(4 * 1_024 * 1_024, maxBytes) }) ?? true {
            type = "image/jpeg"
            for quality: Int32 in [85, 75, 65] {
                encoded = take { picture_jpeg_at(image, quality, $0) }
                if let encoded, encoded.count <= maxBytes { break }
            }
        }
        return encoded.map {
            PreparedPicture(
                bytes: $0, contentType: type, width: Int(vips_image_get_width(image)),
                height: Int(vips_image_get_height(image)))
        }
    }

    private static func take(_ encode: (UnsafeMutablePointer<Int>) -> UnsafeMutableRawPointer?) -> [UInt8]? {
        var count = 0
        guard let start = encode(&count) else { return nil }
        defer { picture_free(start) }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }
}
