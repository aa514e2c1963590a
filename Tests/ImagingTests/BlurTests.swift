import Testing

@testable import Imaging
@testable import Pictures

@Suite struct BlurTests {
    /// The box with its margin, as the mosaic cuts it into blocks.
    private func blocks(_ box: PixelBox, _ width: Int, _ height: Int) -> [(columns: Range<Int>, rows: Range<Int>)] {
        let aside = Double(box.width) * Mosaic.margin, above = Double(box.height) * Mosaic.margin
        let left = max(0, Int((Double(box.x) - aside).rounded(.down)) - 2)
        let right = min(width, Int((Double(box.x + box.width) + aside).rounded(.up)) + 2)
        let top = max(0, Int((Double(box.y) - above).rounded(.down)) - 2)
        let bottom = min(height, Int((Double(box.y + box.height) + above).rounded(.up)) + 2)
        return (0..<9).map { part in
            (
                (left + (right - left) * (part % 3) / 3)..<(left + (right - left) * (part % 3 + 1) / 3),
                (top + (bottom - top) * (part / 3) / 3)..<(top + (bottom - top) * (part / 3 + 1) / 3)
            )
        }
    }

    @Test("S10: nothing of a blurred face is left but nine average colours")
    func averages() throws {
        let picture = try Pixels(decoding: Astronaut.file("astronaut.jpg"), maxEdge: 4_096)
        // Another face: the same pixels in each block, in any other order.
        var other = picture
        for block in blocks(Astronaut.face, picture.width, picture.height) {
            let places = block.rows.flatMap { row in block.columns.map { (row * picture.width + $0) * 3 } }
            for (from, to) in zip(places, places.shuffled()) {
                for band in 0..<3 { other.bytes[to + band] = picture.bytes[from + band] }
            }
        }
        #expect(other != picture)
        let blurred = [picture, other].map { pixels in
            var pixels = pixels
            Mosaic.destroy([Astronaut.face], in: &pixels, fullWidth: pixels.width, fullHeight: pixels.height)
            return pixels
        }
        #expect(blurred[0] == blurred[1])
        // What was not in the box is as it was.
        #expect(blurred[0].bytes.prefix(240 * 3 * 10) == picture.bytes.prefix(240 * 3 * 10))
        #expect(blurred[0] != picture)
    }

    @Test("S10: blur is destroyed pixels in every size, and no detector finds the face again")
    func everySize() throws {
        let canvas = try Astronaut.canvas(1_200, 800, at: [(500, 300)])
        let file = try canvas.encoded(PictureSize(maxEdge: 4_096), keepsPNG: false).bytes
        let face = PixelBox(x: 566, y: 344, width: 88, height: 112)
        let sizes = [1_200, 1_024, 600].map { PictureSize(maxEdge: $0) }
        let open = try Picture.work(on: file, PictureOrder(sizes: sizes))
        #expect(open.facts.faces?.count == 1)
        let shut = try Picture.work(on: file, PictureOrder(sizes: sizes, blurred: [face]))
        #expect(shut.pictures.count == 3)
        for (before, after) in zip(open.pictures, shut.pictures) {
            #expect((before.width, before.height) == (after.width, after.height))
            #expect(detail(before, face, of: 1_200) > 100)
            #expect(detail(after, face, of: 1_200) < 40, "\(after.width)")
            #expect(try Picture.work(on: after.bytes, PictureOrder()).facts.faces?.isEmpty == true)
        }
    }

    @Test func `a picture on its side is blurred where people see the face`() throws {
        let file = try Astronaut.file("astronaut-phone.jpg")
        let blurred = try Picture.prepare(file, blurred: [Astronaut.face])
        #expect(try Picture.work(on: blurred.bytes, PictureOrder()).facts.faces?.isEmpty == true)
        #expect(detail(blurred.picture, Astronaut.face, of: 240) < 40)
    }

    @Test func `what is see-through is destroyed as well`() throws {
        var pixels = Pixels(width: 60, height: 60, bands: 4, bytes: [UInt8](repeating: 0, count: 60 * 60 * 4))
        var random = SystemRandomNumberGenerator()
        for index in pixels.bytes.indices where index % 4 != 3 {
            pixels.bytes[index] = .random(in: 0...255, using: &random)
        }
        Mosaic.destroy([PixelBox(x: 0, y: 0, width: 60, height: 60)], in: &pixels, fullWidth: 60, fullHeight: 60)
        let colours = Set(stride(from: 0, to: pixels.bytes.count, by: 4).map { Array(pixels.bytes[$0..<($0 + 4)]) })
        #expect(colours.count <= 9)
    }

    @Test func `boxes over the edge are cut, boxes beside the picture are refused`() throws {
        let file = try Astronaut.file("astronaut.jpg")
        for box in [
            PixelBox(x: 200, y: 150, width: 5_000, height: 5_000), PixelBox(x: 239, y: 179, width: 1, height: 1),
        ] {
            #expect(try Picture.prepare(file, blurred: [box]).width == 240)
        }
        let problem = #expect(throws: PictureProblem.self) {
            try Picture.prepare(file, blurred: [PixelBox(x: 240, y: 10, width: 20, height: 20)])
        }
        #expect(problem?.message.contains("not in this picture of 240 by 180") == true)
    }

    /// The largest difference within a block of the box, away from its edges; JPEG itself makes some.
    private func detail(_ picture: PreparedPicture, _ box: PixelBox, of fullWidth: Int) -> Int {
        guard let pixels = try? Pixels(decoding: picture.bytes, maxEdge: 4_096) else { return .max }
        let scale = Double(pixels.width) / Double(fullWidth)
        let small = PixelBox(
            x: Int(Double(box.x) * scale), y: Int(Double(box.y) * scale), width: Int(Double(box.width) * scale),
            height: Int(Double(box.height) * scale))
        var largest = 0
        for block in blocks(small, pixels.width, pixels.height) {
            let (columns, rows) = (block.columns.dropFirst(3).dropLast(3), block.rows.dropFirst(3).dropLast(3))
            for row in rows {
                let values = columns.map { Int(pixels.bytes[(row * pixels.width + $0) * 3 + 1]) }
                largest = max(largest, (values.max() ?? 0) - (values.min() ?? 0))
            }
        }
        return largest
    }
}
