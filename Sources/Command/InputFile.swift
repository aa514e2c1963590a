import Foundation

/// A file that a command is given, read up to a limit.
enum InputFile {
    /// At most one byte more than the limit, so that whoever reads it can tell that it is too large.
    static func read(_ path: String, limit: Int) throws(UsageProblem) -> [UInt8] {
        var isDirectory: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) else {
            throw UsageProblem("There is no file `\(path)`.")
        }
        guard !isDirectory.boolValue else { throw UsageProblem("`\(path)` is a folder, not a file.") }
        guard let handle = FileHandle(forReadingAtPath: path) else {
            throw UsageProblem("`\(path)` cannot be opened; check who may read it.")
        }
        defer { try? handle.close() }
        do {
            var bytes: [UInt8] = []
            while bytes.count <= limit, let more = try handle.read(upToCount: limit + 1 - bytes.count), !more.isEmpty {
                bytes += more
            }
            return bytes
        } catch { throw UsageProblem("`\(path)` cannot be read.") }
    }
}
