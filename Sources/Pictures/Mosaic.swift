import Imaging

/// Destroys parts of a picture. What stands there afterwards is computed from nine average colours, rounded to eight
/// steps, so that no two faces of like colouring can be told apart: nothing of the pixels is left to be sharpened again.
enum Mosaic {
    /// Blocks along each edge, whatever the size of the box.
    static let blocks = 3
    /// Hair, ears and chin stick out of the box that a detector draws.
    static let margin = 0.2
    private static let shade = 32

    /// `boxes` are in pixels of the picture at its full size, of which `pixels` may be a smaller copy.
    static func destroy(_ boxes: [PixelBox], in pixels: inout Pixels, fullWidth: Int, fullHeight: Int) {
        let across = Double(pixels.width) / Double(fullWidth), down = Double(pixels.height) / Double(fullHeight)
        for box in boxes {
            let aside = Double(box.width) * margin * across, above = Double(box.height) * margin * down
            // Two pixels more: making a picture smaller mixes neighbours.
            let left = Int((Double(box.x) * across - aside).rounded(.down)) - 2
            let top = Int((Double(box.y) * down - above).rounded(.down)) - 2
            let right = Int((Double(box.x + box.width) * across + aside).rounded(.up)) + 2
            let bottom = Int((Double(box.y + box.height) * down + above).rounded(.up)) + 2
            flatten(
                max(0, left)..<max(0, left, min(right, pixels.width)),
                max(0, top)..<max(0, top, min(bottom, pixels.height)), in: &pixels)
        }
    }

    private static func flatten(_ columns: Range<Int>, _ rows: Range<Int>, in pixels: inout Pixels) {
        let columns = columns.clamped(to: 0..<pixels.width), rows = rows.clamped(to: 0..<pixels.height)
        guard !columns.isEmpty, !rows.isEmpty else { return }
        let (width, bands) = (pixels.width, pixels.bands)
        pixels.bytes.withUnsafeMutableBufferPointer { bytes in
            for across in parts(columns) {
                for down in parts(rows) {
                    var sums = (0, 0, 0)
                    for y in down {
                        for x in across {
                            let place = (y * width + x) * bands
                            sums.0 += Int(bytes[place])
                            sums.1 += Int(bytes[place + 1])
                            sums.2 += Int(bytes[place + 2])
                        }
                    }
                    let area = across.count * down.count
                    let colour = (round(sums.0 / area), round(sums.1 / area), round(sums.2 / area))
                    for y in down {
                        for x in across {
                            let place = (y * width + x) * bands
                            bytes[place] = colour.0
                            bytes[place + 1] = colour.1
                            bytes[place + 2] = colour.2
                            if bands == 4 { bytes[place + 3] = 255 }
                        }
                    }
                }
            }
        }
    }

    private static func round(_ average: Int) -> UInt8 { UInt8(average / shade * shade + shade / 2) }

    private static func parts(_ range: Range<Int>) -> [Range<Int>] {
        (0..<blocks).map { part in
            (range.lowerBound + range.count * part / blocks)..<(range.lowerBound + range.count * (part + 1) / blocks)
        }.filter { !$0.isEmpty }
    }
}
