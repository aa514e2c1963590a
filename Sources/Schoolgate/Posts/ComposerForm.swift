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
        let known = try knownPictures(form, writer, post, in: db)
        for index in 0..<Draft.mostPictures {
            guard let media = form["picture-\(index)"], known.contains(media), form["remove-\(index)"] == nil else {
                continue
            }
            read.draft.pictures.append(try read.picture(index, media, form, at: school, room, in: db))
        }
        return read
    }

    /// A digest in a form is a claim: only pictures of this post, and those the writer added, are taken.
    private static func knownPictures(
        _ form: Form, _ writer: Person.ID, _ post: Post.ID?, in db: Connection
    ) throws -> Set<String> {
        let claimed = (0..<Draft.mostPictures).compactMap { form["picture-\($0)"] }
        guard !claimed.isEmpty else { return [] }
        let digests = try db.all(
            """
            SELECT digest FROM media WHERE digest IN (\(list: claimed)) AND erased_at IS NULL AND (added_by = \(writer)
                OR EXISTS (SELECT 1 FROM post_pictures WHERE media_digest = media.digest AND post_id = \(post)))
            """
        ) { $0.text(0) }
        return Set(digests)
    }

    private mutating func picture(
        _ index: Int, _ media: String, _ form: Form, at school: School, _ room: GateRoom, in db: Connection
    ) throws -> PostPicture {
        let kind = form["provenance-\(index)"] ?? ""
        let source = (form["source-\(index)"] ?? "").prefix(300)
        return PostPicture(
            media: media, alt: String((form["alt-\(index)"] ?? "").prefix(1_500)),
            provenance: kind.isEmpty ? "" : source.isEmpty ? kind : "\(kind): \(source)",
            shown: try names("shown-\(index)", form, at: school, room, in: db),
            workOf: try names("work-\(index)", form, at: school, room, in: db),
            notPupils: Int64((form["not-pupils-\(index)"] ?? "").prefix(3)) ?? 0,
            isComplete: PictureQuestion.answer(index, in: form))
    }

    /// One child for each line, in full or as far as it is clear who is meant.
    private mutating func names(
        _ field: String, _ form: Form, at school: School, _ room: GateRoom, in db: Connection
    ) throws -> [Pupil.ID] {
        let text = form[field] ?? ""
        typed[field] = text
        var upns: [String] = []
        for line in text.split(whereSeparator: \.isNewline).prefix(60) where !line.allSatisfy(\.isWhitespace) {
            switch NameSearch.find(String(line.prefix(120)), at: school.code, on: room.roll) {
            case .one(let upn): upns.append(upn)
            case .none:
                errors.add(field, "Nobody on the roll is called “\(line)”. Check the spelling, or ask the office.")
            case .several(let count):
                errors.add(
                    field,
                    "\(count) children may be meant by “\(line)”. Write the full name, and the year as in “, Year 4”.")
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
            pupil.school == school && (year == nil || Int(pupil.yearGroup) == year)
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
