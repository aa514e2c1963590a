import Foundation
import Imaging

/// `schoolgate photo`: what Schoolgate sees in a picture, and what it would publish of it. Nothing leaves the machine.
enum PhotoVerbs {
    static let all = [inspect, prepare]

    static let inspect = Verb(
        words: ["photo", "inspect"], summary: "say what a picture or video shows and carries", operands: "FILE",
        options: [.format],
        explanation: """
            Prints the size of the upright picture, how it lies in the file, what took it, the metadata that would be left
            out, and the faces as boxes: from the left, from the top, width, height, in pixels of the upright picture, and how
            sure the detector is. Faces are found, never recognised.

            Of a video it prints how long it plays, how it is recorded, what took it, what would be left out, and how many
            faces a still of it shows.

            Exit codes: 0 it can be used, 1 it cannot, 2 bad usage, or a file that cannot be read.
            """,
        run: { arguments in
            let file = try file(arguments)
            return try await answer(arguments, file) {
                let bytes = try InputFile.read(file, limit: VideoLimits.bytes)
                if VideoKind(bytes) != nil {
                    let result = try await PictureWorker().work(on: bytes, VideoOrder(isKept: false))
                    return VideoReport(file: file, facts: result.facts, still: result.poster.facts)
                }
                return PhotoReport(
                    file: file, facts: try await PictureWorker().work(on: bytes, PictureOrder()).facts, written: nil)
            }
        })

    static let prepare = Verb(
        words: ["photo", "prepare"], summary: "write what would be published of a picture", operands: "FILE",
        options: [
            CommandOption(name: "out", value: "DIR", meaning: "the folder to write to", isRequired: true),
            CommandOption(
                name: "blur", value: "X,Y,W,H", meaning: "destroy this part, as `photo inspect` gives it",
                mayRepeat: true),
            CommandOption(
                name: "edge", value: "PIXELS", meaning: "the longest edge (2048); repeat it for several sizes",
                mayRepeat: true),
            CommandOption(name: "max-bytes", value: "BYTES", meaning: "how large each file may be"),
            .format,
        ],
        explanation: """
            Writes DIR/NAME-WIDTHxHEIGHT.jpg, or .png, for each size: upright, without metadata, and with nothing left of the
            pixels in the boxes and a fifth of their size around them. Several boxes: --blur 10,20,30,40 --blur 90,20,30,40.
            A file that is there already is not written over.

            Exit codes: 0 written, 1 the picture cannot be used, 2 bad usage, or a file that cannot be read or written.
            """,
        run: { arguments in
            let file = try file(arguments), order = try order(arguments)
            return try await answer(arguments, file) {
                let result = try await PictureWorker().work(on: read(file), order)
                let written = try result.pictures.map { picture in
                    WrittenPicture(
                        path: try write(picture, of: file, to: arguments.value("out") ?? "."), picture: picture)
                }
                return PhotoReport(file: file, facts: result.facts, written: written)
            }
        })

    private static func file(_ arguments: Arguments) throws(UsageProblem) -> String {
        guard arguments.operands.count == 1 else { throw UsageProblem("Name one picture.") }
        return arguments.operands[0]
    }

    private static func read(_ file: String) throws(UsageProblem) -> [UInt8] {
        try InputFile.read(file, limit: PictureLimits.bytes)
    }

    private static func order(_ arguments: Arguments) throws(UsageProblem) -> PictureOrder {
        var order = PictureOrder(findsFaces: false)
        for text in arguments.values("blur") {
            guard let box = PixelBox(text) else {
                throw UsageProblem(
                    "`--blur` is four whole numbers of pixels, such as 10,20,30,40, not `\(text.prefix(80))`")
            }
            order.blurred.append(box)
        }
        let most = try number("max-bytes", arguments.value("max-bytes"), 10_000...PictureLimits.bytes)
        for text in arguments.values("edge") {
            order.sizes.append(PictureSize(maxEdge: try number("edge", text, 16...PictureLimits.madeEdge) ?? 2_048))
        }
        if order.sizes.isEmpty { order.sizes = [PictureSize()] }
        if let most { for index in order.sizes.indices { order.sizes[index].maxBytes = most } }
        guard order.sizes.count <= PictureLimits.sizes, order.blurred.count <= PictureLimits.blurred else {
            throw UsageProblem("A picture is made in at most 8 sizes, and blurred in at most 500 places.")
        }
        return order
    }

    private static func number(_ name: String, _ text: String?, _ range: ClosedRange<Int>) throws(UsageProblem) -> Int?
    {
        guard let text else { return nil }
        guard let number = Int(text), range.contains(number) else {
            throw UsageProblem(
                "`--\(name)` is a whole number from \(range.lowerBound) to \(range.upperBound), not `\(text.prefix(80))`"
            )
        }
        return number
    }

    private static func answer(
        _ arguments: Arguments, _ file: String, _ report: () async throws -> any FileReport
    ) async throws -> Int32 {
        do {
            let report = try await report()
            if arguments.isJSON { Output.json(report.json) } else { report.lines.forEach(Output.line) }
            return 0
        } catch let problem as PictureProblem {
            if arguments.isJSON {
                Output.json(.object([("file", .string(file)), ("problem", .string(problem.message))]))
            } else {
                Output.line("\(file): \(problem.message)")
            }
            return 1
        }
    }

    private static func write(
        _ picture: PreparedPicture, of file: String, to folder: String
    ) throws(UsageProblem) -> String {
        let name = URL(filePath: file).deletingPathExtension().lastPathComponent
        let ending = picture.contentType == "image/png" ? "png" : "jpg"
        let path = URL(filePath: folder).appending(path: "\(name)-\(picture.width)x\(picture.height).\(ending)")
            .relativePath
        guard !FileManager.default.fileExists(atPath: path) else {
            throw UsageProblem("`\(path)` is there already. Choose another folder, or remove it first.")
        }
        do {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            try Data(picture.bytes).write(to: URL(filePath: path), options: [.atomic])
        } catch { throw UsageProblem("`\(path)` cannot be written; check the folder and the room on the disk.") }
        return path
    }
}
