import CVips
import Foundation

@testable import Imaging
@testable import Pictures

/// Pictures made here, with everything in them that must not get out.
enum Fixture {
    /// 48 by 32 pixels, a grey ramp, written by libvips 8.14 with an EXIF block of its own.
    static let webp = bytes(
        """
        UklGRiYBAABXRUJQVlA4WAoAAAAIAAAALwAAHwAAVlA4IEYAAADwBACdASowACAAPq1EmkumI6KhuqgAwBWJaQALX6Uo+XYeea9AX3fo80zk
        T4JznuAA/viQi58EhRD/TKaxx5UbpGQAAAAARVhJRroAAABFeGlmAABJSSoACAAAAAYAEgEDAAEAAAABAAAAGgEFAAEAAABWAAAAGwEFAAEA
        AABeAAAAKAEDAAEAAAACAAAAEwIDAAEAAAABAAAAaYcEAAEAAABmAAAAAAAAADhjAADoAwAAOGMAAOgDAAAGAACQBwAEAAAAMDIxMAGRBwAE
        AAAAAQIDAACgBwAEAAAAMDEwMAGgAwABAAAA//8AAAKgBAABAAAAMAAAAAOgBAABAAAAIAAAAAAAAAA=
        """)

    /// The same ramp as HEIC, as phones write it.
    static let heic = bytes(
        """
        AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAeRtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRt
        AAAAAAACAAAAEGlkYXQAAAAAADAAIAAAAExpbG9jAQAAAERAAAMAAQAAAAAAAAIIAAEAAAAAAAAAJgACAAEAAAAAAAAAAQAAAAAAAAAIAAMA
        AAAAAAACLgABAAAAAAAAAL4AAABNaWluZgAAAAAAAwAAABVpbmZlAgAAAQABAABodmMxAAAAABVpbmZlAgAAAAACAABncmlkAAAAABVpbmZl
        AgAAAQADAABFeGlmAAAAANhpcHJwAAAAtmlwY28AAAB2aHZjQwEDcAAAAAAAAAAAAB7wAPz9+PgAAA8DIAABABhAAQwB//8DcAAAAwCQAAAD
        AAADAB66AkAhAAEAKkIBAQNwAAADAJAAAAMAAAMAHqAggQWW6uSmubgQEDAgAAADACAAAAMAISIAAQAGRAHBc8CJAAAAFGlzcGUAAAAAAAAA
        QAAAAEAAAAAUaXNwZQAAAAAAAAAwAAAAIAAAABBwaXhpAAAAAAMICAgAAAAaaXBtYQAAAAAAAAACAAECgQIAAgIDhAAAAChpcmVmAAAAAAAA
        AA5kaW1nAAIAAQABAAAADmNkc2MAAwABAAIAAADsbWRhdAAAACIoAa9Y5glL6oaYI46ce9gXgbi+Yp6smeSXS7rKXhmUV+OAAAAABkV4aWYA
        AElJKgAIAAAABgASAQMAAQAAAAEAAAAaAQUAAQAAAFYAAAAbAQUAAQAAAF4AAAAoAQMAAQAAAAIAAAATAgMAAQAAAAEAAABphwQAAQAAAGYA
        AAAAAAAAOGMAAOgDAAA4YwAA6AMAAAYAAJAHAAQAAAAwMjEwAZEHAAQAAAABAgMAAKAHAAQAAAAwMTAwAaADAAEAAAD//wAAAqAEAAEAAAAw
        AAAAA6AEAAEAAAAgAAAAAAAAAA==
        """)

    /// Black but for a red block at the top left, a quarter of each edge; four bands have alpha.
    static func pixels(_ width: Int, _ height: Int, bands: Int = 3) -> [UInt8] {
        var pixels = [UInt8](repeating: 0, count: width * height * bands)
        for y in 0..<height {
            for x in 0..<width {
                let place = (y * width + x) * bands
                if x < width / 4, y < height / 4 { pixels[place] = 255 }
                if bands == 4 { pixels[place + 3] = 128 }
            }
        }
        return pixels
    }

    static func jpeg(_ width: Int, _ height: Int) -> [UInt8] { encode(width, height, bands: 3, picture_jpeg) }

    static func png(_ width: Int, _ height: Int, bands: Int = 3) -> [UInt8] {
        encode(width, height, bands: bands, picture_png)
    }

    /// A photo as a phone takes it: on its side, with place, maker's notes, thumbnail, captions and comment.
    static func phonePhoto(_ width: Int = 400, _ height: Int = 200) -> [UInt8] {
        let photo = jpeg(width, height)
        let xmp = Array("http://ns.adobe.com/xap/1.0/\0<x:xmpmeta xmlns:x='adobe:ns:meta/'>SECRET-XMP</x:xmpmeta>".utf8)
        let caption: [UInt8] = [0x1C, 2, 0x78, 0, 10] + Array("SECRET-CAP".utf8)
        let block: [UInt8] = Array("8BIM".utf8) + [4, 4, 0, 0, 0, 0, 0, 15] + caption + [0]
        let iptc = Array("Photoshop 3.0\0".utf8) + block
        var whole: [UInt8] = [0xFF, 0xD8]
        whole += segment(0xE1, exif())
        whole += segment(0xE1, xmp)
        whole += segment(0xED, iptc)
        whole += segment(0xFE, Array("SECRET-COMMENT".utf8))
        return whole + photo.dropFirst(2)
    }

    private static func segment(_ marker: UInt8, _ content: [UInt8]) -> [UInt8] {
        [0xFF, marker, UInt8((content.count + 2) >> 8), UInt8((content.count + 2) & 255)] + content
    }

    /// Little-endian TIFF: the camera's block, its private notes, the place, and a thumbnail.
    private static func exif() -> [UInt8] {
        let thumbnail = jpeg(16, 8)
        let note = Array("SECRET-NOTE".utf8)
        let ifd0 = 8
        let camera = ifd0 + 42
        let gps = camera + 18
        let ifd1 = gps + 30
        let data = ifd1 + 42
        var tiff: [UInt8] = Array("II*\0".utf8) + word(ifd0)
        tiff += block([(0x112, 3, 1, 6), (0x8769, 4, 1, camera), (0x8825, 4, 1, gps)], next: ifd1)
        tiff += block([(0x927C, 7, note.count, data)], next: 0)
        tiff += block([(1, 2, 2, 0x4E), (2, 5, 3, data + 12)], next: 0)
        tiff += block([(0x103, 3, 1, 6), (0x201, 4, 1, data + 36), (0x202, 4, 1, thumbnail.count)], next: 0)
        tiff += note + [0]
        for number in [51, 30, 26] { tiff += word(number) + word(1) }
        return Array("Exif\0\0".utf8) + tiff + thumbnail
    }

    private static func block(_ entries: [(tag: Int, type: Int, count: Int, value: Int)], next: Int) -> [UInt8] {
        var block = Array(word(entries.count).prefix(2))
        for entry in entries {
            block += word(entry.tag).prefix(2)
            block += word(entry.type).prefix(2)
            block += word(entry.count)
            block += word(entry.value)
        }
        return block + word(next)
    }

    private static func word(_ value: Int) -> [UInt8] { (0..<4).map { UInt8(value >> ($0 * 8) & 255) } }

    private static func encode(
        _ width: Int, _ height: Int, bands: Int,
        _ save: (UnsafeMutablePointer<VipsImage>?, UnsafeMutablePointer<Int>?) -> UnsafeMutableRawPointer?
    ) -> [UInt8] {
        _ = Picture.isStarted
        var pixels = pixels(width, height, bands: bands)
        let image = vips_image_new_from_memory_copy(
            &pixels, pixels.count, Int32(width), Int32(height), Int32(bands), VIPS_FORMAT_UCHAR)
        guard let image else { return [] }
        defer { picture_release(image) }
        guard let colour = picture_srgb(image) else { return [] }
        defer { picture_release(colour) }
        var count = 0
        guard let start = save(colour, &count) else { return [] }
        defer { picture_free(start) }
        return Array(UnsafeRawBufferPointer(start: start, count: count))
    }

    private static func bytes(_ base64: String) -> [UInt8] {
        Array(Data(base64Encoded: base64, options: .ignoreUnknownCharacters) ?? Data())
    }
}

/// The red of the pixel at `x`, `y`.
func red(_ picture: Prepared, _ x: Int, _ y: Int) -> Int {
    picture.bytes.withUnsafeBytes { bytes in
        guard let image = picture_header(bytes.baseAddress, bytes.count) else { return -1 }
        defer { picture_release(image) }
        var count = 0
        guard let memory = vips_image_write_to_memory(image, &count) else { return -1 }
        defer { picture_free(memory) }
        let bands = Int(vips_image_get_bands(image))
        let pixels = UnsafeRawBufferPointer(start: memory, count: count)
        return Int(pixels[(y * picture.width + x) * bands])
    }
}
