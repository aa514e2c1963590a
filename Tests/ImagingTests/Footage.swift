import Foundation
import Testing

/// Videos made here by Debian's `ffmpeg`, each as small as its test allows.
enum Footage {
    /// What `ffmpeg` writes with these arguments; `name` says in which format.
    static func make(_ name: String, _ arguments: String) throws -> [UInt8] {
        let folder = FileManager.default.temporaryDirectory.appending(path: "footage-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: name)
        let program = Process()
        program.executableURL = URL(filePath: "/usr/bin/ffmpeg")
        program.arguments =
            ["-v", "error", "-nostdin", "-y"] + arguments.split(separator: " ").map(String.init) + [file.path]
        try program.run()
        program.waitUntilExit()
        #expect(program.terminationStatus == 0, "ffmpeg \(arguments)")
        return Array(try Data(contentsOf: file))
    }

    /// Moving bars for so many seconds.
    static func bars(_ seconds: Int = 1, size: String = "64x48", rate: Int = 5) -> String {
        "-f lavfi -i testsrc=s=\(size):r=\(rate) -t \(seconds)"
    }
}
