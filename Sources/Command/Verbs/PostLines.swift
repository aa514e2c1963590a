import Foundation
import Gate
import Policy

/// Posts as JSON Lines: an object a line with `id`, `text` and what a front matter would say.
enum PostLines {
    static func read(
        _ bytes: [UInt8], file: String, today: Day, schools: [String], usual: String?,
        after lines: Int = 0
    ) throws(GateVerb.Stop) -> (posts: [(id: String?, post: Post)], notes: [String]) {
        var posts: [(id: String?, post: Post)] = []
        var notes: [String] = []
        var problems: [String] = []
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            do throws(FileProblem) {
                let (id, post, more) = try read(
                    Array(line), file: file, line: lines + index + 1, today: today, schools: schools, usual: usual)
                posts.append((id, post))
                if notes.count < 100 { notes += more.map(\.description) }
            } catch {
                problems.append(error.description)
                if problems.count == 100 { break }
            }
        }
        guard problems.isEmpty else { throw GateVerb.Stop(code: 2, lines: problems) }
        return (posts, notes)
    }

    private static func read(
        _ line: [UInt8], file: String, line number: Int, today: Day, schools: [String], usual: String?
    ) throws(FileProblem) -> (id: String?, post: Post, notes: [FileProblem]) {
        guard line.count <= 4 << 20 else {
            throw FileProblem(file: file, line: number, "The line is longer than 4 MB.")
        }
        let object: Any
        do {
            object = try JSONSerialization.jsonObject(with: Data(line))
        } catch {
            throw FileProblem(
                file: file, line: number,
                "The line is not JSON. Write one object a line: {\"id\": …, \"text\": …, \"school\": …}.")
        }
        guard let values = object as? [String: Any] else {
            throw FileProblem(
                file: file, line: number, "The line is not an object. Write {\"id\": …, \"text\": …, \"school\": …}.")
        }
        guard let text = values["text"] as? String else {
            throw FileProblem(file: file, line: number, "`text` is missing or not a text.")
        }
        let place = Position(line: number, column: 1)
        let facts = yaml(values.filter { $0.key != "text" }, place)
        let id = values["id"].map { value in
            if let text = value as? String { return JSON.string(text).text }
            return value is NSNull ? "null" : "\(value)"
        }
        let (post, notes) = try PostFile.read(
            facts, text: text, file: file, line: number, today: today, schools: schools, usual: usual)
        return (id, post, notes)
    }

    /// A value of JSON as the facts of a post are read.
    static func yaml(_ value: Any, _ place: Position) -> YAML {
        switch value {
        case let text as String: return .scalar(text, isQuoted: true, place)
        case let list as [Any]: return .sequence(list.map { yaml($0, place) }, place)
        case let object as [String: Any]:
            return .mapping(object.sorted { $0.key < $1.key }.map { ($0.key, place, yaml($0.value, place)) }, place)
        case let number as NSNumber:
            // Foundation hands out true and false as numbers.
            let isBool = String(cString: number.objCType) == "c"
            return .scalar(isBool ? "\(number.boolValue)" : "\(number)", isQuoted: false, place)
        default: return .scalar("", isQuoted: false, place)
        }
    }
}
