public import Policy

/// A post as `gate check` reads it: Markdown under a front matter, or the same facts as an object.
public enum PostFile {
    /// The front matter and the body of a Markdown file; spans count from the body's first byte.
    public static func read(
        _ bytes: [UInt8], file: String, today: Day, schools: [String], usual: String? = nil
    ) throws(FileProblem) -> (post: Post, notes: [FileProblem]) {
        let bytes = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            throw FileProblem(file: file, "The file is UTF-16. Save it as UTF-8.")
        }
        if let bad = CSV.firstBadByte(bytes) {
            let line = bytes[..<bad].count(where: { $0 == UInt8(ascii: "\n") }) + 1
            throw FileProblem(file: file, line: line, "The file is not UTF-8. Save it as UTF-8.")
        }
        guard bytes.count <= 1 << 20 else { throw FileProblem(file: file, "The post is larger than 1 MB. Shorten it.") }
        let (front, body) = try parts(bytes, file)
        let (value, problems) = YAML.read(Array(front), from: Position(line: 2, column: 1))
        if let problem = problems.first {
            throw FileProblem(file: file, line: problem.position.line, "\(problem.message).")
        }
        let facts = value ?? .mapping([], Position(line: 2, column: 1))
        var reader = PostFacts(file: file, line: nil, text: String(decoding: body, as: UTF8.self))
        let post = try reader.post(facts, today: today, schools: schools, usual: usual)
        return (post, reader.notes)
    }

    /// A post from the facts of an object, such as a line of JSON.
    public static func read(
        _ facts: YAML, text: String, file: String, line: Int, today: Day, schools: [String], usual: String? = nil
    ) throws(FileProblem) -> (post: Post, notes: [FileProblem]) {
        var reader = PostFacts(file: file, line: line, text: text)
        let post = try reader.post(facts, today: today, schools: schools, usual: usual)
        return (post, reader.notes)
    }

    private static func parts(
        _ bytes: [UInt8], _ file: String
    ) throws(FileProblem) -> (front: ArraySlice<UInt8>, body: ArraySlice<UInt8>) {
        var start = 0
        var lines: [Range<Int>] = []
        while start < bytes.count, lines.count < 2_000 {
            let end = bytes[start...].firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? bytes.count
            lines.append(start..<end)
            start = end
            let line = bytes[lines[lines.count - 1]].filter { !Bytes.isSpace($0) }
            if lines.count == 1, line != Array("---".utf8) {
                throw FileProblem(
                    file: file, line: 1,
                    "The post has no front matter. Begin with a line `---`, then `school: …`, then `---`.")
            }
            if lines.count > 1, line == Array("---".utf8) {
                return (bytes[lines[0].upperBound..<lines[lines.count - 1].lowerBound], bytes[end...])
            }
        }
        throw FileProblem(file: file, line: 1, "The front matter does not end. Close it with a line `---`.")
    }
}

/// Reads a post's facts one by one, each with where it stands.
struct PostFacts {
    let file: String
    /// The line of an object; nil when the facts have their own.
    let line: Int?
    let text: String
    private(set) var notes: [FileProblem] = []

    private static let keys = ["school", "network", "author-role", "author", "date", "links", "images", "repost-of"]
    private static let others = ["id", "text", "title"]
    private static let imageKeys = [
        "file", "kind", "seconds", "faces", "named", "not-pupils", "blurred", "work-of", "provenance", "alt",
        "taken-with",
    ]
    private static let linkKeys = ["url", "resolved", "status", "blocked"]

    init(file: String, line: Int?, text: String) {
        self.file = file
        self.line = line
        self.text = text
    }

    /// `usual` is the school of a post that names none.
    mutating func post(
        _ facts: YAML, today: Day, schools: [String], usual: String?
    ) throws(FileProblem) -> Post {
        let values = try entries(facts, "the front matter", PostFacts.keys + PostFacts.others)
        var school = try string(values["school"], "school") ?? ""
        if school.isEmpty { school = usual ?? (Set(schools).count == 1 ? schools[0] : "") }
        guard !school.isEmpty else {
            throw problem(facts, "`school` is missing. Write the school's code as in the roll, such as `school: oak`.")
        }
        if !schools.isEmpty, !schools.contains(school) {
            // Without its roll no name would be found, and the post would pass for that alone.
            throw problem(
                facts,
                "The school “\(school.prefix(40))” is in neither the roll nor the schools file. Write the school's code as in the roll."
            )
        }
        let network = try string(values["network"], "network") ?? "wordpress"
        var date = today
        if let written = try string(values["date"], "date") {
            guard let day = Day(written) else {
                throw problem(
                    values["date"] ?? facts,
                    "`date` is “\(written.prefix(40))”, which is not a date. Write it as 2026-11-21.")
            }
            date = day
        }
        let role = try string(values["author-role"], "author-role") ?? "teacher"
        var post = Post(
            text: text, school: school, network: Network(rawValue: network.lowercased()),
            author: try string(values["author"], "author"), authorRole: Role(rawValue: role.lowercased()), date: date)
        post.repostOf = try string(values["repost-of"], "repost-of")
        for value in try list(values["links"], "links") { post.links.append(try link(value)) }
        for value in try list(values["images"], "images") { post.images.append(try image(value)) }
        return post
    }

    private mutating func link(_ value: YAML) throws(FileProblem) -> Link {
        if case .scalar(let url, _, _) = value { return Link(url: url) }
        let values = try entries(value, "a link", PostFacts.linkKeys)
        guard let url = try string(values["url"], "url") else {
            throw problem(value, "A link has no `url`. Write where it leads.")
        }
        return Link(
            url: url, resolved: try string(values["resolved"], "resolved"),
            status: try number(values["status"], "status"),
            isBlocked: try bool(values["blocked"], "blocked"))
    }

    private mutating func image(_ value: YAML) throws(FileProblem) -> Image {
        let values = try entries(value, "an image", PostFacts.imageKeys)
        let kind = try string(values["kind"], "kind") ?? "photo"
        guard let kind = Image.Kind(rawValue: kind.lowercased()) else {
            throw problem(values["kind"] ?? value, "`kind` is “\(kind.prefix(40))”. It must be photo or video.")
        }
        var image = Image(
            file: try string(values["file"], "file") ?? "", kind: kind, faces: try number(values["faces"], "faces"),
            named: try strings(values["named"], "named"),
            notPupils: try number(values["not-pupils"], "not-pupils") ?? 0,
            blurred: try number(values["blurred"], "blurred") ?? 0, workOf: try strings(values["work-of"], "work-of"),
            provenance: try string(values["provenance"], "provenance"), alt: try string(values["alt"], "alt"))
        image.device = try string(values["taken-with"], "taken-with").map(Device.init(word:))
        image.seconds = try number(values["seconds"], "seconds")
        return image
    }

    // MARK: - Values

    private mutating func entries(
        _ value: YAML, _ what: String, _ known: [String]
    ) throws(FileProblem) -> [String: YAML] {
        if case .scalar("", isQuoted: false, _) = value { return [:] }
        guard case .mapping(let entries, _) = value else {
            throw problem(value, "\(what.capitalisedFirst) must give names with values.")
        }
        var found: [String: YAML] = [:]
        for entry in entries {
            if known.contains(entry.key) {
                guard found.updateValue(entry.value, forKey: entry.key) == nil else {
                    throw problem(entry.value, "`\(entry.key)` is there twice. Leave one of them out.")
                }
            } else {
                let nearest = nearest(entry.key, in: known).map { " Did you mean `\($0)`?" } ?? ""
                note(entry.value, "`\(entry.key.prefix(40))` is not known in \(what) and is ignored.\(nearest)")
            }
        }
        return found
    }

    private func string(_ value: YAML?, _ name: String) throws(FileProblem) -> String? {
        guard let value else { return nil }
        guard case .scalar(let text, let isQuoted, _) = value else {
            throw problem(value, "`\(name)` must be a single value.")
        }
        return text.isEmpty && !isQuoted ? nil : text
    }

    private func number(_ value: YAML?, _ name: String) throws(FileProblem) -> Int? {
        guard let value, let text = try string(value, name) else { return nil }
        guard let number = Int(text), (0...10_000).contains(number) else {
            throw problem(value, "`\(name)` is “\(text.prefix(40))”. It must be a whole number from 0 to 10,000.")
        }
        return number
    }

    private func bool(_ value: YAML?, _ name: String) throws(FileProblem) -> Bool {
        guard let value, let text = try string(value, name) else { return false }
        switch text.lowercased() {
        case "true", "yes": return true
        case "false", "no": return false
        default: throw problem(value, "`\(name)` is “\(text.prefix(40))”. It must be true or false.")
        }
    }

    private func list(_ value: YAML?, _ name: String) throws(FileProblem) -> [YAML] {
        guard let value else { return [] }
        switch value {
        case .scalar("", isQuoted: false, _): return []
        case .sequence(let items, _) where items.count <= 200: return items
        case .sequence: throw problem(value, "`\(name)` has more than 200 entries.")
        default: throw problem(value, "`\(name)` must be a list.")
        }
    }

    private func strings(_ value: YAML?, _ name: String) throws(FileProblem) -> [String] {
        var found: [String] = []
        for item in try list(value, name) { if let text = try string(item, name) { found.append(text) } }
        return found
    }

    private func problem(_ value: YAML, _ message: String) -> FileProblem {
        FileProblem(file: file, line: line ?? value.position.line, message)
    }

    private mutating func note(_ value: YAML, _ message: String) {
        notes.append(FileProblem(file: file, line: line ?? value.position.line, message))
    }
}
