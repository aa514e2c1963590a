import Foundation
import Testing

@testable import Imaging
@testable import Pictures

/// Files that mean harm, through the real child.
@Suite struct PictureBoundsTests {
    private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "schoolgate-pictures").path

    @Test func `a picture of 100 megapixels is taken within its bounds`() async throws {
        let worker = PictureWorker(executable: Self.program, timeLimit: .seconds(60))
        let result = try await worker.work(
            on: Self.emptyPNG(10_000, 9_999), PictureOrder(sizes: [PictureSize(maxEdge: 512)]))
        #expect((result.facts.width, result.facts.height) == (10_000, 9_999))
        #expect(result.facts.faces?.isEmpty == true)
        #expect(result.pictures.first?.width == 512)
    }

    @Test func `more than 100 megapixels are refused, and the next picture is taken`() async throws {
        let worker = PictureWorker(executable: Self.program)
        let problem = await #expect(throws: PictureProblem.self) {
            try await worker.work(on: Self.emptyPNG(10_000, 10_001), PictureOrder())
        }
        #expect(problem?.message.contains("100 megapixels is the most") == true)
        #expect(try await worker.work(on: Astronaut.file("astronaut.jpg"), PictureOrder()).facts.faces?.count == 1)
    }

    @Test(arguments: [
        "GIF89a", "%PDF-1.7", "PK\u{3}\u{4}", "<html><script>", "#!/bin/sh\nrm -rf /", "\u{7F}ELF",
    ])
    func `a file that is two things is refused, whichever comes first`(other: String) async throws {
        let worker = PictureWorker(executable: Self.program)
        let picture = try Astronaut.file("astronaut.jpg")
        await #expect(throws: PictureProblem.self) {
            try await worker.work(on: Array(other.utf8) + picture, PictureOrder())
        }
        await #expect(throws: PictureProblem.self) {
            try await worker.work(on: picture + Array(other.utf8), PictureOrder())
        }
    }

    @Test func `what a comment holds is not in what is published`() async throws {
        let picture = try Astronaut.file("astronaut.jpg")
        let script = Array("<script>alert(1)</script>".utf8)
        let hidden = picture.prefix(2) + [0xFF, 0xFE, 0, UInt8(script.count + 2)] + script + picture.dropFirst(2)
        let made = try await PictureWorker(executable: Self.program).prepare(Array(hidden))
        #expect(!contains(made.bytes, "<script"))
    }

    @Test(arguments: [0.1, 0.5, 0.95])
    func `a HEIC or WebP that is cut off is refused, and nothing hangs`(part: Double) async throws {
        let worker = PictureWorker(executable: Self.program)
        for name in ["astronaut.heic", "astronaut.webp", "astronaut-phone.jpg"] {
            let file = try Astronaut.file(name)
            await #expect(throws: PictureProblem.self) {
                try await worker.work(on: Array(file.prefix(Int(Double(file.count) * part))), PictureOrder())
            }
        }
    }

    @Test func `a spare child that has gone is replaced unseen`() async throws {
        let worker = PictureWorker(executable: Self.program)
        worker.warm()
        let file = try Astronaut.file("astronaut.jpg")
        for _ in 0..<3 {
            #expect(try await worker.work(on: file, PictureOrder()).facts.faces?.count == 1)
        }
        // A child that ends as soon as it starts: every spare is gone when it is needed.
        let hasty = PictureWorker(executable: "/bin/true")
        for _ in 0..<3 {
            await #expect(throws: PictureProblem.self) { try await hasty.work(on: file, PictureOrder()) }
        }
    }

    /// Black, one bit a pixel, nothing compressed.
    private static func emptyPNG(_ width: Int, _ height: Int) -> [UInt8] {
        let row = 1 + (width + 7) / 8
        let length = row * height
        var data: [UInt8] = [0x78, 0x01]
        data.reserveCapacity(length + length / 8_000)
        var left = length
        while left > 0 {
            let part = min(left, 65_535)
            left -= part
            data += [
                left == 0 ? 1 : 0, UInt8(part & 255), UInt8(part >> 8), UInt8(~part & 255), UInt8(~part >> 8 & 255),
            ]
            data += [UInt8](repeating: 0, count: part)
        }
        // The sum of nothing but zeros.
        let sum = length % 65_521
        data += [UInt8(sum >> 8), UInt8(sum & 255), 0, 1]
        let size = word(width) + word(height)
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", size + [1, 0, 0, 0, 0])
            + chunk("IDAT", data) + chunk("IEND", [])
    }

    private static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return word(content.count) + body + word(Int(crc(body)))
    }

    private static let table: [UInt32] = (0..<256).map { byte in
        (0..<8).reduce(UInt32(byte)) { crc, _ in crc & 1 == 1 ? (crc >> 1) ^ 0xEDB8_8320 : crc >> 1 }
    }

    private static func crc(_ bytes: [UInt8]) -> UInt32 {
        let table = table
        return ~bytes.withUnsafeBufferPointer { bytes in
            bytes.reduce(~UInt32(0)) { table[Int(UInt8(truncatingIfNeeded: $0) ^ $1)] ^ ($0 >> 8) }
        }
    }

    private static func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
}
