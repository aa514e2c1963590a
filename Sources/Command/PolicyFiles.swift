import Foundation
import Gate
import Policy

/// Policies as files: `extends: trust` means `trust.md` beside the file that says so.
enum PolicyFiles {
    private static let limit = 2 * 1_024 * 1_024

    static func read(_ path: String) throws(UsageProblem) -> PolicyReading {
        let bytes = try InputFile.read(path, limit: limit)
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
        let library = PolicyLibrary(
            policy: { name in
                let file = folder + name + ".md"
                return (try? InputFile.read(file, limit: limit)).map { (file, $0) }
            },
            names: {
                let names = try? FileManager.default.contentsOfDirectory(atPath: folder.isEmpty ? "." : folder)
                return (names ?? []).filter { $0.hasSuffix(".md") }.map { String($0.dropLast(3)) }.sorted()
            })
        return PolicyReader(catalogue: .all, library: library).read(bytes, file: path)
    }
}
