import Database
import Gate
import Policy
import Web

/// What the composer sent: a draft as far as it makes sense, and what was typed where it does not.
struct ComposerForm: Sendable {
    enum Intent: String, Sendable {
        case save, send
        /// Saved, and a colleague is asked about it.
        case ask
        /// Saved by the page itself while somebody types.
        case autosave
    }

    var draft = Draft()
    var intent = Intent.save
    /// What the writer saw when they began; zero for a new post.
    var edits: Int64 = 0
    var errors = FieldErrors()
    /// The names as typed, by picture and field, for showing them again.
    var typed: [String: String] = [:]

    /// Reads a form; names are looked up on the roll of the post's own school.
    static func read(
        _ form: Form, of post: Post.ID?, by writer: Person.ID, at school: School, room: GateRoom, _ context: Context,
        in db: Connection
    ) throws -> ComposerForm {
        var read = ComposerForm()
        read.intent = Intent(rawValue: form["intent"] ?? "") ?? .save
        read.edits = Int64(form["edits"] ?? "") ?? 0
        let text = (form["text"] ?? "").replacing("\r\n", with: "\n")
        if text.utf8.count > Draft.longestText * 4 {
            read.errors.add(
                "text", "This is longer than any network takes. Shorten it to \(Draft.longestText) characters.")
        }
        read.draft.text = String(text.prefix(Draft.longestText))
        let open = try Account.open(at: school.id, in: db)
        let chosen = Set(form.all("account"))
        read.draft.accounts = open.map(\.id).filter { chosen.contains("\($0.rawValue)") }
        if let slot = form["slot"], !slot.isEmpty {
            if let instant = context.clock.instant(field: slot) {
                read.draft.slot = instant
            } else {
                read.errors.add("slot", "This is not a day and a time. Choose both, or leave it empty.")
            }
        }
        try read.readPictures(form, of: post, at: school, room, in: db)
        return read
    }

    /// One child for each line, in full or as far as it is clear who is meant.
    mutating func names(
        _ field: String, _ form: Form, at school: School, _ room: GateRoom, in db: Connection
    ) throws -> [Pupil.ID] {
        let text = form[field] ?? ""
        typed[field] = text
        var upns: [String] = []
        for line in text.split(whereSeparator: \.isNewline).prefix(60) where !line.allSatisfy(\.isWhitespace) {
            switch NameSearch.find(String(line.prefix(120)), at: school.code, on: room.roll) {
            case .one(let upn): upns.append(upn)
            case .none: errors.add(field, NameSearch.nobody(line))
            case .several(let count): errors.add(field, NameSearch.several(count, line))
            }
        }
        guard !upns.isEmpty else { return [] }
        return try db.all(
            "SELECT id FROM pupils WHERE school_id = \(school.id) AND upn IN (\(list: upns)) ORDER BY id"
        ) { Pupil.ID($0.int(0)) }
    }
}

/// Finds the child that a line of the composer names.
enum NameSearch {
    enum Answer: Equatable {
        case none
        case one(String)
        case several(Int)
    }

    static func find(_ line: String, at school: String, on index: RollIndex) -> Answer {
        let parts = line.split(separator: ",", maxSplits: 1).map { $0.trimmed }
        guard let name = parts.first else { return .none }
        let year = parts.count > 1 ? Int(parts[1].lowercased().replacing("year", with: "").trimmed) : nil
        let mentions = index.mentions(in: AnalysedText(name), school: school).filter { $0.kind == .pupil }
        guard let best = mentions.max(by: { $0.form < $1.form }) else { return .none }
        let people = best.people.map { index.roll.pupils[$0] }.filter { pupil in
            pupil.school == school && (year == nil || Int(pupil.yearGroup.filter(\.isNumber)) == year)
        }
        switch people.count {
        case 0: return .none
        case 1 where best.count <= best.people.count || year != nil: return .one(people[0].upn)
        default: return .several(max(people.count, best.count))
        }
    }
}

extension StringProtocol {
    /// Without the white space around it.
    var trimmed: String {
        var text = self[...]
        while let first = text.first, first.isWhitespace { text.removeFirst() }
        while let last = text.last, last.isWhitespace { text.removeLast() }
        return String(text)
    }
}
