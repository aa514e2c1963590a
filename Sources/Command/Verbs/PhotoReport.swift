import Imaging

struct WrittenPicture {
    let path: String
    let picture: PreparedPicture
}

/// What a command says of a file, for people and for programs.
protocol FileReport {
    var lines: [String] { get }
    var json: JSON { get }
}

/// What `schoolgate photo` says of a picture.
struct PhotoReport: FileReport {
    let file: String
    let facts: PictureFacts
    /// The files that were made; nil when none was asked for.
    let written: [WrittenPicture]?

    var lines: [String] {
        var lines = ["\(file): \(facts.format.uppercased()), \(facts.width) by \(facts.height) pixels\(lie)"]
        lines += facts.traces
        if let faces = facts.faces {
            lines.append("  faces: \(faces.count)")
            for (index, face) in faces.enumerated() {
                lines.append("    \(index + 1)  \(face.box.text)  \(Int((face.score * 100).rounded())) %")
            }
        } else if written == nil {
            lines.append("  faces: the detector failed, so look yourself")
        }
        for item in written ?? [] {
            lines.append(
                "  wrote \(item.path): \(item.picture.width) by \(item.picture.height), \(item.picture.bytes.count) bytes"
            )
        }
        return lines
    }

    private var lie: String { facts.orientation.asLie }

    var json: JSON {
        var entries: [(String, JSON)] = [
            ("file", .string(file)), ("format", .string(facts.format)), ("width", .number(facts.width)),
            ("height", .number(facts.height)), ("orientation", .number(facts.orientation)),
            ("device", facts.deviceJSON), ("removed", .strings(facts.removed)),
        ]
        if let written {
            entries.append(("written", .array(written.map(json))))
        } else {
            entries.append(("faces", facts.faces.map { .array($0.map(json)) } ?? .null))
        }
        return .object(entries)
    }

    private func json(_ face: Face) -> JSON {
        .object([
            ("x", .number(face.box.x)), ("y", .number(face.box.y)), ("width", .number(face.box.width)),
            ("height", .number(face.box.height)), ("percent", .number(Int((face.score * 100).rounded()))),
        ])
    }

    private func json(_ item: WrittenPicture) -> JSON {
        .object([
            ("file", .string(item.path)), ("type", .string(item.picture.contentType)),
            ("width", .number(item.picture.width)), ("height", .number(item.picture.height)),
            ("bytes", .number(item.picture.bytes.count)),
        ])
    }
}

extension PictureFacts {
    /// What took it, and what is left out.
    var traces: [String] {
        var lines: [String] = []
        if let device {
            let name = [device.make, device.model].filter { !$0.isEmpty }.joined(separator: " ")
            lines.append(
                "  taken with: \(name.isEmpty ? "a camera without a name" : name)"
                    + (device.serial.isEmpty ? "" : ", number \(device.serial)"))
        }
        lines.append("  left out: \(removed.isEmpty ? "nothing was found" : removed.joined(separator: ", "))")
        return lines
    }

    var deviceJSON: JSON {
        device.map {
            .object([("make", .string($0.make)), ("model", .string($0.model)), ("serial", .string($0.serial))])
        } ?? .null
    }
}

extension Int {
    /// How a picture or video lies in its file, as EXIF counts.
    var asLie: String {
        switch self {
        case 1: ""
        case 3: ", upside down in the file"
        case 6, 8: ", on its side in the file"
        default: ", mirrored in the file"
        }
    }
}
