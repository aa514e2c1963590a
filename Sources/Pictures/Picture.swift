import CVips
public import Imaging

/// Reads pictures and makes them ready to be published. It decodes files of strangers: servers ask `PictureWorker` instead.
public enum Picture {
    /// Counts faces, reads what the file says of itself, and makes the sizes that are ordered: upright, in sRGB, as JPEG or
    /// PNG, without any metadata.
    public static func work(on bytes: [UInt8], _ order: PictureOrder) throws(PictureProblem) -> PictureResult {
        guard bytes.count <= PictureLimits.bytes else { throw .tooLarge }
        let kind = try PictureKind(bytes)
        let hasAppendix = try PictureEnd.hasPhoneAppendix(bytes, kind)
        guard isStarted else { throw PictureProblem("Pictures cannot be read on this server: libvips does not start.") }
        let header = try PictureHeader(bytes, hasAppendix: hasAppendix)
        // A box beside the picture is a mistake somewhere, and a face that stays.
        for box in order.blurred where box.x >= header.width || box.y >= header.height {
            throw PictureProblem(
                "The part to blur, \(box.text), is not in this picture of \(header.width) by \(header.height) pixels."
            )
        }
        var faces: [Face]?
        var pictures: [PreparedPicture] = []
        if let edge = order.workingEdge {
            var pixels = try Pixels(decoding: bytes, maxEdge: edge)
            if order.findsFaces {
                faces = FaceFinder.faces(in: pixels, fullWidth: header.width, fullHeight: header.height)
            }
            Mosaic.destroy(order.blurred, in: &pixels, fullWidth: header.width, fullHeight: header.height)
            for size in order.sizes { pictures.append(try pixels.encoded(size, keepsPNG: kind == .png)) }
        }
        return PictureResult(
            facts: PictureFacts(
                format: kind.rawValue, width: header.width, height: header.height, orientation: header.orientation,
                device: header.device, removed: header.removed, faces: faces),
            pictures: pictures)
    }

    static let isStarted = picture_start() == 0
}

extension PictureOrder {
    /// How large a copy is decoded to look for faces, to blur, and to make every size of; nil when none is needed.
    fileprivate var workingEdge: Int? {
        let made = sizes.map { max(16, min($0.maxEdge, PictureLimits.madeEdge)) }.max()
        return findsFaces ? max(made ?? 0, FaceFinder.edge) : made
    }
}
