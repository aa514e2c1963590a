import Embedded

/// What `Sources/Embedded` built into the program.
public enum EmbeddedFiles {
    /// Each file by its name.
    public static let all: [String: [UInt8]] = {
        var files: [String: [UInt8]] = [:]
        let first = embedded_first_file()
        for index in 0..<embedded_file_count {
            guard let file = first?[index], let name = file.name else { continue }
            files[String(cString: name)] = Array(UnsafeBufferPointer(start: file.bytes, count: file.count))
        }
        return files
    }()

    /// A file as text; nil when there is none of that name.
    public static func text(_ name: String) -> String? {
        all[name].map { String(decoding: $0, as: UTF8.self) }
    }
}
