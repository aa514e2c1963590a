import Foundation

/// A file of the operator's: one `name: value` a line, `#` before a remark.
struct SettingsFile: Sendable {
    struct Line: Sendable {
        let name: String
        let value: String
        let number: Int
    }

    private static let longest = 65_536
    private static let mostLines = 500

    let lines: [Line]

    /// Nil when there is no such file. What is wrong names the line and never repeats what may be a secret.
    init?(
        at path: String, names: Set<String>, repeatable: Set<String> = []
    ) throws(SettingsProblem) {
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        let file = path.split(separator: "/").last.map(String.init) ?? path
        guard let data = FileManager.default.contents(atPath: path), data.count <= Self.longest,
            let text = String(data: data, encoding: .utf8)
        else { throw SettingsProblem(file, "cannot be read as text of at most \(Self.longest) bytes.") }
        try self.init(text, file: file, names: names, repeatable: repeatable)
    }

    init(
        _ text: String, file: String, names: Set<String>, repeatable: Set<String> = []
    ) throws(SettingsProblem) {
        let all = text.split(separator: "\n", omittingEmptySubsequences: false)
        guard all.count <= Self.mostLines else {
            throw SettingsProblem(file, "has more than \(Self.mostLines) lines.")
        }
        var lines: [Line] = [], seen: Set<String> = []
        for (index, line) in all.enumerated() {
            let line = String(line).trimmed
            if line.isEmpty || line.hasPrefix("#") { continue }
            guard let colon = line.firstIndex(of: ":") else {
                throw SettingsProblem(file, "line \(index + 1) is not “name: value”.")
            }
            let name = String(line[..<colon]).trimmed, value = String(line[line.index(after: colon)...]).trimmed
            guard names.contains(name) else {
                throw SettingsProblem(
                    file,
                    "line \(index + 1) begins with what is no setting. Known are \(names.sorted().joined(separator: ", "))."
                )
            }
            guard seen.insert(name).inserted || repeatable.contains(name) else {
                throw SettingsProblem(file, "line \(index + 1) says \(name) a second time.")
            }
            lines.append(Line(name: name, value: value, number: index + 1))
        }
        self.lines = lines
    }

    var values: [String: String] {
        Dictionary(lines.map { ($0.name, $0.value) }, uniquingKeysWith: { first, _ in first })
    }

    func all(_ name: String) -> [Line] { lines.filter { $0.name == name } }
}

/// Why a file of the operator's cannot be used: which, where, and what to do.
public struct SettingsProblem: Error, CustomStringConvertible, Equatable {
    public let description: String

    init(_ file: String, _ words: String) { description = "\(file): \(words)" }
}
