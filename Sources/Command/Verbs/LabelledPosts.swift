import Foundation
import Gate
import Policy

/// A post of the labelled set, with what people say of it.
struct LabelledPost {
    let id: String
    let post: Post
    let label: Label
}

/// Reads the labelled set: JSON Lines with a post's facts, its label, and why.
enum LabelledPosts {
    private static let limit = 16 * 1_024 * 1_024
    private static let labels: Set<String> = ["id", "kind", "text", "outcome", "holds", "warns", "either", "why"]

    static func read(_ path: String, schools: [String]) throws(UsageProblem) -> [LabelledPost] {
        let bytes = try InputFile.read(path, limit: limit)
        guard bytes.count <= limit else { throw UsageProblem("`\(path)` is larger than 16 MB.") }
        var posts: [LabelledPost] = []
        var ids: Set<String> = []
        for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
            guard line.contains(where: { $0 > 0x20 }) else { continue }
            let place = "\(path):\(index + 1)"
            let post = try read(Array(line), at: place, line: index + 1, file: path, schools: schools)
            guard ids.insert(post.id).inserted else {
                throw UsageProblem("\(place): `\(post.id)` is there twice. Give each post an id of its own.")
            }
            posts.append(post)
        }
        guard !posts.isEmpty else { throw UsageProblem("`\(path)` holds no posts.") }
        return posts
    }

    private static func read(
        _ line: [UInt8], at place: String, line number: Int, file: String, schools: [String]
    ) throws(UsageProblem) -> LabelledPost {
        guard let values = (try? JSONSerialization.jsonObject(with: Data(line))) as? [String: Any] else {
            throw UsageProblem("\(place): the line is not an object of JSON.")
        }
        guard let id = values["id"] as? String, !id.isEmpty, let text = values["text"] as? String else {
            throw UsageProblem("\(place): `id` or `text` is missing.")
        }
        guard let outcome = (values["outcome"] as? String).flatMap(Outcome.init(rawValue:)) else {
            throw UsageProblem("\(place): `outcome` must be publish, hold or block.")
        }
        let holds = try names(values["holds"], "holds", at: place)
        let warns = try names(values["warns"], "warns", at: place)
        let either = try names(values["either"], "either", at: place)
        guard holds.isDisjoint(with: either), warns.isDisjoint(with: either), holds.isDisjoint(with: warns) else {
            throw UsageProblem("\(place): a control stands in two of `holds`, `warns` and `either`.")
        }
        guard (outcome == .publish) == holds.isEmpty else {
            throw UsageProblem(
                "\(place): the outcome is \(outcome.rawValue), but `holds` \(holds.isEmpty ? "names no control" : "is not empty")."
            )
        }
        let facts = PostLines.yaml(values.filter { !labels.contains($0.key) }, Position(line: number, column: 1))
        // A set that is right on one day must be right on every day.
        guard values["date"] is String else { throw UsageProblem("\(place): `date` is missing.") }
        do {
            let (post, notes) = try PostFile.read(
                facts, text: text, file: file, line: number, today: Day(daysSince1970: 0), schools: schools)
            if let note = notes.first { throw UsageProblem(note.description) }
            return LabelledPost(
                id: id, post: post, label: Label(outcome: outcome, holds: holds, warns: warns, either: either))
        } catch let problem as FileProblem {
            throw UsageProblem(problem.description)
        } catch let problem as UsageProblem {
            throw problem
        } catch {
            throw UsageProblem("\(place): \(error)")
        }
    }

    private static func names(_ value: Any?, _ key: String, at place: String) throws(UsageProblem) -> Set<String> {
        guard let value else { return [] }
        guard let list = value as? [String] else {
            throw UsageProblem("\(place): `\(key)` must be a list of controls.")
        }
        let known = PostControls.all.map { $0.name }
        for name in list where !known.contains(name) {
            let near = nearest(name, in: known).map { "; the nearest is `\($0)`" } ?? ""
            throw UsageProblem("\(place): `\(name.prefix(60))` is no control that looks at posts\(near).")
        }
        return Set(list)
    }
}
