import Database

/// What the ids in events stand for, read at once for all of them.
struct RecordNames: Sendable {
    private var people: [Int64: String] = [:]
    private var things: [String: [Int64: String]] = [:]
    /// Whether the viewer may see who a consent answer is about.
    let showsPupils: Bool

    init(of events: [RecordedEvent], for viewer: Viewer, in db: Connection) throws {
        showsPupils = viewer.may(.seeConsent)
        var ids: [String: Set<Int64>] = [:]
        for event in events {
            if let actor = event.actor { ids["person", default: []].insert(actor.rawValue) }
            if let id = event.objectID { ids[event.object, default: []].insert(id) }
        }
        try load("person", ids) { try db.each("SELECT id, first_name || ' ' || last_name FROM people WHERE \($0)", $1) }
        try load("post", ids) { try db.each("SELECT id, text FROM posts WHERE \($0)", $1) }
        try load("account", ids) { try db.each("SELECT id, name FROM accounts WHERE \($0)", $1) }
        try load("proposal", ids) { try db.each("SELECT id, name FROM proposals WHERE \($0)", $1) }
        try load("school", ids) { try db.each("SELECT id, name FROM schools WHERE \($0)", $1) }
        try load("policy version", ids) {
            try db.each("SELECT id, CAST(number AS TEXT) FROM policy_versions WHERE \($0)", $1)
        }
        if showsPupils {
            try load("pupil", ids) {
                try db.each("SELECT id, first_name || ' ' || last_name FROM pupils WHERE \($0)", $1)
            }
        }
        people = things["person"] ?? [:]
    }

    /// Asks for the names of one kind, a thousand ids at a time.
    private mutating func load(
        _ kind: String, _ ids: [String: Set<Int64>], _ each: (SQL, (borrowing Row) throws -> Void) throws -> Void
    ) throws {
        var rest = (ids[kind] ?? []).sorted()[...]
        var found: [Int64: String] = [:]
        while !rest.isEmpty {
            let some = Array(rest.prefix(1_000))
            rest = rest.dropFirst(1_000)
            try each("id IN (\(list: some))") { found[$0.int(0)] = $0.text(1) }
        }
        things[kind] = found
    }

    func actor(_ event: RecordedEvent) -> String {
        event.actor.map { people[$0.rawValue] ?? "Somebody who left" } ?? "Schoolgate"
    }

    /// What it happened to, in words.
    func object(_ event: RecordedEvent) -> String {
        guard let id = event.objectID else { return event.object == "record" ? "the record" : "the \(event.object)" }
        let name = things[event.object]?[id]
        switch event.object {
        case "person": return event.actor?.rawValue == id ? "their own account" : name ?? "somebody who left"
        case "post":
            let line = (name ?? "").split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
            guard !line.isEmpty else { return "a post without words" }
            return "the post “\(line.count <= 60 ? line : line.prefix(57) + "…")”"
        case "account": return "the account “\(name ?? "\(id)")”"
        case "proposal": return "the proposal of “\(name ?? "\(id)")”"
        case "policy version": return name.map { "version \($0) of the policy" } ?? "a version of the policy"
        case "policy review": return "a review of the policy"
        case "pupil": return name ?? "a pupil"
        case "school": return name ?? "a school"
        default: return "the \(event.object) \(id)"
        }
    }

    /// What happened, as a sentence without who did it where the program did.
    func sentence(_ event: RecordedEvent) -> String {
        let who = actor(event), what = object(event)
        let isOwn = event.object == "person" && event.actor?.rawValue == event.objectID
        if event.object == "person", let phrase = Self.ofPeople[event.verb] {
            let name = event.objectID.flatMap { people[$0] } ?? "Somebody who left"
            return phrase.replacing("{who}", with: isOwn ? who : name)
                .replacing("{actor}", with: who) + "."
        }
        if let phrase = Self.phrases[event.verb] {
            return Self.capital(phrase.replacing("{who}", with: who).replacing("{what}", with: what)) + "."
        }
        return "\(who) \(event.verb) \(what)."
    }

    /// The details under the sentence; what may not be seen is left out, what was erased is said.
    func details(_ event: RecordedEvent) -> [String] {
        guard !event.isAboutAChild || showsPupils else { return [] }
        return event.fields.compactMap { field in
            guard let value = field.value else { return "\(field.name): erased" }
            if event.hides(field.name), !showsPupils { return "\(field.name): kept with the post" }
            // Digests belong to the proof, not to the page.
            return value.isEmpty || field.name == "fingerprint" || field.name == "text"
                ? nil : "\(field.name): \(value)"
        }
    }

    /// What an event did, when it is known who and what are meant.
    static func phrase(_ verb: String, who: String, what: String) -> String {
        capital((phrases[verb] ?? "{who} \(verb) {what}").replacing("{who}", with: who).replacing("{what}", with: what))
            + "."
    }

    private static func capital(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

    private static let ofPeople = [
        "signed in": "{who} signed in", "signed out everywhere": "{who} signed out everywhere",
        "accepted an invitation": "{who} accepted an invitation", "chose a new password": "{who} chose a new password",
        "changed the password of": "{who} changed their password",
        "was locked out": "{who} was locked out after too many tries",
        "was guessed at": "Somebody tried wrong passwords for {who}",
        "made a reset link for": "{actor} made a new sign-in link for {who}",
        "confirmed the new link of": "{who} said that they had asked for a new sign-in link",
    ]

    /// Verbs that stand around what they happened to.
    private static let phrases = [
        "sent for approval": "{who} sent {what} for approval", "sent back": "{who} sent {what} back",
        "sent for signing": "{who} sent {what} to be signed", "put in force": "{what} took effect",
        "missed its time": "{what} missed its time", "took down by hand": "{who} took down {what} by hand",
        "turned down": "{who} turned {what} down", "took back": "{who} took {what} back",
        "proposed": "{who} put forward {what}",
        "gave somebody the running of": "{who} named somebody to run {what}",
        "took somebody from the running of": "{who} took somebody off {what}",
        "found published": "{who} found {what} published", "found not published": "{who} found {what} not published",
        "replaced by its correction": "{what} was replaced by its correction",
        "ended with a new version": "{what} ended with a new version",
        "imported the roll": "{who} imported the roll", "imported staff": "{who} imported staff",
        "imported consent answers": "{who} imported consent answers",
        "recorded an objection": "{who} recorded an objection",
        "settled an objection": "{who} settled an objection", "restored": "Schoolgate was restored from a backup",
        "checked": "{who} checked the record",
        "asked for a second opinion on": "{who} asked for a second opinion on {what}",
        "made a calendar address": "{who} made a calendar address for themselves",
        "ended a calendar address": "{who} ended their calendar address",
        "noted in the calendar": "{who} noted something in the calendar",
        "saw a secret of": "{who} saw a secret of {what}", "kept a secret of": "{who} kept a secret of {what}",
        "changed the keys": "Schoolgate’s keys were changed",
        "took from the calendar": "{who} took a note out of the calendar",
    ]
}
