import Foundation
import Testing

@testable import Imaging
@testable import Pictures

/// The real child, as the server asks it.
@Suite struct VideoTests {
    private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "schoolgate-pictures").path
    private let worker = PictureWorker(executable: program)
    private let order = VideoOrder(posters: [PictureSize()])

    private func problem(_ bytes: [UInt8]) async -> String {
        let problem = await #expect(throws: PictureProblem.self) { try await worker.work(on: bytes, order) }
        return problem?.message ?? ""
    }

    private func contains(_ bytes: [UInt8], _ words: String) -> Bool {
        Data(bytes).range(of: Data(words.utf8)) != nil
    }

    @Test("A phone's video is read upright: its still shows the face, and what is made of it still says how it lies")
    func phone() async throws {
        let result = try await worker.work(on: try Astronaut.file("astronaut-phone.mov"), order)
        let facts = result.facts
        #expect(facts.format == "mov" && facts.codec == "H.264" && facts.sound == "AAC")
        #expect(facts.width == 240 && facts.height == 180 && facts.orientation == 6)
        #expect((1_900...2_100).contains(facts.milliseconds))
        #expect(result.poster.facts.device?.model == "Walker 3")
        let still = try #require(result.poster.pictures.first)
        #expect(still.width == 240 && still.height == 180 && still.contentType == "image/jpeg")
        // As the detector sees it lying, it finds nothing there.
        let face = try #require(result.poster.facts.faces?.first?.box)
        #expect(face.isLike(Astronaut.face))
        let made = try #require(result.video)
        #expect(made.contentType == "video/mp4")
        let again = try await worker.work(on: made.bytes, order)
        #expect(again.facts.orientation == 6 && again.facts.format == "mp4")
        #expect(again.facts.sound == "AAC" && again.facts.milliseconds == facts.milliseconds)
        #expect(again.poster.pictures == result.poster.pictures, "not a pixel was encoded anew")
    }

    @Test("Place, camera, titles, chapters and timed data are named, and nothing of them is in what goes out")
    func metadata() async throws {
        let file = try Astronaut.file("astronaut-phone.mov")
        let traces = ["+54.9783", "Lantern", "Walker 3", "SECRET", "2026-11-21", "Lavf", "tmcd", "com.apple"]
        for trace in traces { #expect(contains(file, trace), "the file has \(trace)") }
        let result = try await worker.work(on: file, order)
        #expect(
            result.poster.facts.removed == [
                "where it was taken (GPS)", "when it was recorded", "camera details", "title and comments", "chapters",
                "timed data",
            ])
        let made = try #require(result.video)
        for trace in traces { #expect(!contains(made.bytes, trace), "\(trace) is still there") }
        let again = try await worker.work(on: made.bytes, order)
        #expect(again.poster.facts.removed.isEmpty && again.poster.facts.device == nil)
    }

    @Test func `WebM goes out as WebM, with its sound`() async throws {
        let file = try Astronaut.file("astronaut.webm")
        #expect(contains(file, "SECRET"))
        let result = try await worker.work(on: file, order)
        #expect(result.facts.format == "webm" && result.facts.codec == "VP9" && result.facts.sound == "Opus")
        let made = try #require(result.video)
        #expect(made.contentType == "video/webm" && !contains(made.bytes, "SECRET"))
        let again = try await worker.work(on: made.bytes, order)
        #expect(again.facts.sound == "Opus" && again.poster.pictures == result.poster.pictures)
        #expect(abs(again.facts.milliseconds - result.facts.milliseconds) < 30)
    }

    @Test func `H 265 is taken, and named as Apple's players want it`() async throws {
        let file = try Footage.make(
            "a.mp4", "\(Footage.bars()) -c:v libx265 -x265-params log-level=none -tag:v hev1")
        let result = try await worker.work(on: file, order)
        #expect(result.facts.codec == "H.265" && result.facts.sound == nil)
        #expect(contains(try #require(result.video).bytes, "hvc1"))
    }

    @Test func `pieces that a browser recorded, and pixels that are not square, come out whole`() async throws {
        let pieces = try Footage.make(
            "a.mp4", "\(Footage.bars(3)) -c:v libx264 -movflags frag_keyframe+empty_moov")
        #expect(try await worker.work(on: pieces, order).facts.milliseconds == 3_000)
        let wide = try Footage.make("a.webm", "\(Footage.bars(size: "72x58")) -vf setsar=16/11 -c:v libvpx")
        let still = try #require(try await worker.work(on: wide, order).poster.pictures.first)
        #expect(still.width == 105 && still.height == 58)
    }

    @Test func `what lists the pictures comes first, so that it plays while it arrives`() async throws {
        let made = try #require(try await worker.work(on: try Astronaut.file("astronaut-phone.mov"), order).video)
        let text = Data(made.bytes)
        let list = try #require(text.range(of: Data("moov".utf8))),
            data = try #require(text.range(of: Data("mdat".utf8)))
        #expect(list.lowerBound < data.lowerBound)
    }

    @Test(arguments: [0.05, 0.3, 0.6, 0.95])
    func `a video that is cut off is refused`(part: Double) async throws {
        let front = try Footage.make("a.mp4", "\(Footage.bars(2)) -c:v libx264 -movflags +faststart")
        for file in [try Astronaut.file("astronaut-phone.mov"), try Astronaut.file("astronaut.webm"), front] {
            let cut = Array(file.prefix(Int(Double(file.count) * part)))
            #expect(await problem(cut).contains("damaged or incomplete"))
        }
    }

    @Test func `a list of other files is no video, whatever it is called, and nothing is opened`() async throws {
        let lists = [
            "#EXTM3U\n#EXT-X-TARGETDURATION:9\n#EXTINF:9,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n",
            "ffconcat version 1.0\nfile /etc/passwd\n",
            "<?xml version=\"1.0\"?><MPD><BaseURL>http://127.0.0.1/</BaseURL></MPD>",
        ]
        for list in lists {
            #expect(await problem(Array(list.utf8)) == "This file is no MP4, MOV or WebM video.")
            #expect(VideoKind(Array(list.utf8)) == nil)
            // The same list where a video is expected to begin.
            let dressed = [0, 0, 0, 16] + Array("ftypisom0000".utf8) + Array(list.utf8)
            #expect(await !problem(dressed).isEmpty)
        }
    }

    @Test func `a file that points to other files has none of them opened`() async throws {
        // The data of this MOV stand in another file, it says.
        let file = try Footage.make("a.mov", "\(Footage.bars()) -c:v libx264")
        var pointing = Data(file)
        let url = try #require(pointing.range(of: Data("url \0\0\0\u{1}".utf8)))
        pointing.replaceSubrange(url, with: Data("alis\0\0\0\0".utf8))
        let result = try? await worker.work(on: Array(pointing), order)
        #expect(result == nil || result?.facts.milliseconds == 1_000)
    }

    @Test func `too long, too large and too many pixels are said as that`() async throws {
        let long = try Footage.make("a.mp4", "-f lavfi -i color=black:s=16x16:r=1 -t 601 -c:v libx264")
        #expect(await problem(long).hasPrefix("This video is longer than 10 minutes."))
        let large = Array(long.prefix(64)) + [UInt8](repeating: 0, count: VideoLimits.bytes)
        #expect(await problem(large).hasPrefix("This video is larger than 60 MB."))
        let huge = try Footage.make(
            "a.mp4", "-f lavfi -i color=black:s=5000x5000:r=1 -t 1 -c:v libx264 -preset ultrafast")
        #expect(await problem(huge).hasPrefix("This video is 5000 by 5000 pixels"))
        // The file says a small size, and its pictures a large one.
        var lying = Data(huge)
        let entry = try #require(lying.range(of: Data("avc1".utf8), in: 64..<lying.count))
        lying.replaceSubrange((entry.upperBound + 24)..<(entry.upperBound + 28), with: [0, 64, 0, 64])
        #expect(await !problem(Array(lying)).isEmpty)
    }

    @Test func `a video with something else behind it is refused`() async throws {
        let webm = try Astronaut.file("astronaut.webm"), mov = try Astronaut.file("astronaut-phone.mov")
        let tail = Array("PK\u{3}\u{4}".utf8) + [UInt8](repeating: 7, count: 40)
        #expect(await problem(webm + tail).contains("something else behind it"))
        #expect(await !problem(mov + tail).isEmpty)
        #expect(try await worker.work(on: mov + [0, 0, 0, 0], order).facts.codec == "H.264")
    }

    @Test func `what browsers do not play is named`() async throws {
        let old = try Footage.make("a.mp4", "\(Footage.bars()) -c:v mpeg4")
        #expect(await problem(old).contains("recorded as mpeg4"))
        let mkv = try Footage.make("a.mkv", "\(Footage.bars()) -c:v libx264")
        #expect(await problem(mkv).hasPrefix("This is a Matroska video"))
        let raw = try Footage.make(
            "a.mov", "-f lavfi -i testsrc=s=64x48:r=5 -f lavfi -i sine -t 1 -c:v libx264 -c:a pcm_s16le")
        #expect(await problem(raw).contains("The sound of this video is recorded as pcm_s16le"))
        let sound = try Footage.make("a.mp4", "-f lavfi -i sine -t 1 -c:a aac")
        #expect(await problem(sound).hasPrefix("There is no moving picture in this file."))
    }

    @Test func `damaged videos never take the parent down`() async throws {
        var random = SystemRandomNumberGenerator()
        for file in [try Astronaut.file("astronaut-phone.mov"), try Astronaut.file("astronaut.webm")] {
            for _ in 0..<6 {
                var damaged = file
                for _ in 0..<12 {
                    damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255)
                }
                _ = try? await worker.work(on: damaged, order)
            }
        }
        #expect(try await worker.work(on: try Astronaut.file("astronaut.webm"), order).facts.codec == "VP9")
    }

    @Test func `a picture is no video, and a HEIC in the same boxes is a picture`() throws {
        #expect(VideoKind(try Astronaut.file("astronaut.heic")) == nil)
        #expect(VideoKind(try Astronaut.file("astronaut.jpg")) == nil)
        #expect(VideoKind([]) == nil)
    }
}
