import Foundation
import Testing

@testable import Imaging
@testable import Pictures

/// The real child: the program that stands beside the tests.
@Suite struct PictureWorkerTests {
    private static let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appending(path: "schoolgate-pictures").path

    @Test func `the child prepares a picture as the parent would`() async throws {
        let photo = Fixture.phonePhoto()
        let picture = try await PictureWorker(executable: Self.program).prepare(photo)
        #expect(picture == (try Picture.prepare(photo).picture))
    }

    @Test func `what the child refuses is said in its words`() async {
        let worker = PictureWorker(executable: Self.program)
        let problem = await #expect(throws: PictureProblem.self) { try await worker.prepare(Array("%PDF-1.7".utf8)) }
        #expect(problem?.message.contains("a PDF") == true)
    }

    @Test func `many at once are all answered`() async throws {
        let worker = PictureWorker(executable: Self.program)
        let photo = Fixture.jpeg(64, 48)
        try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<6 { group.addTask { try await worker.prepare(photo).width } }
            for try await width in group { #expect(width == 64) }
        }
    }

    @Test func `a child that hangs is ended in time, and the next one works`() async throws {
        let hanging = PictureWorker(executable: "/bin/sleep", arguments: ["60"], timeLimit: .milliseconds(200))
        let photo = Fixture.jpeg(64, 48)
        let took = await ContinuousClock().measure {
            let problem = await #expect(throws: PictureProblem.self) { try await hanging.prepare(photo) }
            #expect(problem == .tooMuch)
        }
        #expect(took < .seconds(5))
        #expect(try await PictureWorker(executable: Self.program).prepare(photo).width == 64)
    }

    @Test(arguments: [
        ["/bin/false"], ["/bin/sh", "-c", "kill -SEGV $$"], ["/bin/sh", "-c", "head -c 100 >/dev/null; echo nonsense"],
        ["/bin/sh", "-c", "cat /dev/zero"], ["/nowhere/schoolgate"],
    ])
    func `a child that crashes, babbles or is not there is a plain problem`(command: [String]) async {
        let worker = PictureWorker(
            executable: command[0], arguments: Array(command.dropFirst()), timeLimit: .seconds(5))
        await #expect(throws: PictureProblem.self) { try await worker.prepare(Fixture.jpeg(64, 48)) }
    }

    @Test func `the child inherits neither environment nor open files`() async throws {
        setenv("SCHOOLGATE_MASTER_KEY", "secret", 1)
        let file = FileManager.default.temporaryDirectory.appending(path: "child-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let worker = PictureWorker(
            executable: "/bin/sh",
            arguments: ["-c", "[ -e \(file.path) ] || { /usr/bin/env; ls /proc/self/fd; } > \(file.path)"],
            timeLimit: .seconds(5))
        await #expect(throws: PictureProblem.self) { try await worker.prepare([0]) }
        let text = try String(contentsOf: file, encoding: .utf8)
        #expect(text.contains("PWD") && !text.contains("SCHOOLGATE"))
        // Input, output, error, and the folder that ls is reading.
        #expect(text.split(separator: "\n").suffix(4) == ["0", "1", "2", "3"])
    }

    @Test func `damaged pictures never take the parent down`() async throws {
        let worker = PictureWorker(executable: Self.program)
        var random = SystemRandomNumberGenerator()
        for photo in [Fixture.phonePhoto(64, 32), Fixture.png(40, 30), Fixture.webp, Fixture.heic] {
            for _ in 0..<4 {
                var damaged = photo
                for _ in 0..<8 {
                    damaged[Int.random(in: 0..<damaged.count, using: &random)] = UInt8.random(in: 0...255)
                }
                _ = try? await worker.prepare(damaged)
            }
        }
        #expect(try await worker.prepare(Fixture.jpeg(64, 48)).width == 64)
    }
}
