import CVips
import Imaging

/// What stands in a picture's file before its pixels.
struct PictureHeader {
    /// Of the upright picture.
    let width: Int
    let height: Int
    let orientation: Int
    let device: PictureDevice?
    let removed: [String]

    /// Reads the header, and refuses what is too large to decode.
    init(_ bytes: [UInt8], hasAppendix: Bool) throws(PictureProblem) {
        guard let header = bytes.withUnsafeBytes({ picture_header($0.baseAddress, $0.count) }) else { throw .damaged }
        defer { picture_release(header) }
        let width = Int(vips_image_get_width(header))
        let height = Int(vips_image_get_height(header))
        guard width <= PictureLimits.edge, height <= PictureLimits.edge, width * height <= PictureLimits.pixels else {
            throw PictureProblem(
                "This picture is \(width) by \(height) pixels; 100 megapixels is the most. Save it smaller, as JPEG."
            )
        }
        let isOnItsSide = vips_image_get_orientation_swap(header) != 0
        self.width = isOnItsSide ? height : width
        self.height = isOnItsSide ? width : height
        let orientation = Int(vips_image_get_orientation(header))
        self.orientation = (1...8).contains(orientation) ? orientation : 1
        let metadata = Metadata(header)
        device = metadata.device
        removed = metadata.names + (hasAppendix ? ["attached video or second picture"] : [])
    }
}
