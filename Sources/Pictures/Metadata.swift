import CVips
import Imaging

/// What a picture carries beside its pixels.
struct Metadata {
    /// In plain words, each once, in a fixed order.
    let names: [String]
    /// What took the picture, as the file says.
    let device: PictureDevice?

    init(_ image: UnsafeMutablePointer<VipsImage>) {
        let fields = Self.fields(of: image)
        names = Self.known.filter { known in fields.contains { $0.contains(known.field) } }.map(\.name)
        let make = Self.value("exif-ifd0-Make", of: image), model = Self.value("exif-ifd0-Model", of: image)
        let serial = Self.value("exif-ifd2-BodySerialNumber", of: image)
        device =
            make.isEmpty && model.isEmpty && serial.isEmpty
            ? nil : PictureDevice(make: make, model: model, serial: serial)
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

    /// libvips gives `Canon (Canon, ASCII, 6 components, 6 bytes)`: the value twice, and what it is.
    private static func value(_ field: String, of image: UnsafeMutablePointer<VipsImage>) -> String {
        var text: UnsafePointer<CChar>?
        guard vips_image_get_typeof(image, field) != 0, vips_image_get_string(image, field, &text) == 0, let text else {
            return ""
        }
        var words = String(cString: text)[...]
        if let end = words.firstRange(of: ", ASCII, ") {
            let twice = words[..<end.lowerBound]
            // "Canon (Canon": as much before the bracket as after it.
            words = twice.prefix((twice.count - 2) / 2)
        }
        return String(
            words.unicodeScalars.filter { !$0.properties.isDefaultIgnorableCodePoint && $0.value >= 32 }.prefix(64)
                .map(Character.init)
        ).trimmed
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
