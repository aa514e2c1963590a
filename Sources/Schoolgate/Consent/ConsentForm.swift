import Gate
import Policy
import Web

/// What somebody fills in to record an answer.
struct ConsentForm: Sendable {
    let answer: ConsentAnswer

    /// Yes, no or withdrawn, for a purpose.
    init(_ form: Form, of pupil: Pupil.ID, today: Day) throws {
        var reader = FormReader(form)
        let purpose = reader.line("purpose", missing: "Choose what it is about.")
        if !purpose.isEmpty, purpose != "all", Purpose(rawValue: purpose) == nil {
            reader.refuse("purpose", "Choose one of the list.")
        }
        let word = reader.line("decision", missing: "Choose the answer.")
        let decision = Consent.Decision(rawValue: word)
        if !word.isEmpty, decision.map({ [.yes, .no, .withdrawn].contains($0) }) != true {
            reader.refuse("decision", "Choose one of the list.")
        }
        let network = reader.line("network", most: 40).lowercased()
        let day = reader.day("day") ?? today
        if day > today { reader.refuse("day", "This day has not come yet. Choose the day the answer was given.") }
        let expiry = reader.day("expiry")
        if let expiry, expiry < day {
            reader.refuse("expiry", "This is before the answer was given. Choose a later day.")
        }
        if expiry != nil, decision != .yes { reader.refuse("expiry", "Only a yes runs out. Leave it empty for a no.") }
        let giver = Self.giver(&reader)
        try reader.finish()
        answer = ConsentAnswer(
            pupil: pupil, purpose: Purpose(rawValue: purpose),
            network: network.isEmpty ? nil : Network(rawValue: network),
            decision: decision ?? .no, day: day, expiry: expiry, givenBy: giver)
    }

    /// An objection, or a place on the do-not-publish list: for every purpose, from today.
    init(_ decision: Consent.Decision, _ form: Form, of pupil: Pupil.ID, today: Day) throws {
        var reader = FormReader(form)
        let giver = Self.giver(&reader)
        try reader.finish()
        answer = ConsentAnswer(
            pupil: pupil, purpose: nil, network: nil, decision: decision, day: today, expiry: nil, givenBy: giver)
    }

    private static func giver(_ reader: inout FormReader) -> String {
        let chosen = reader.line("giver", most: 200), other = reader.line("giver-other", most: 200)
        if !chosen.isEmpty, chosen != "other" { return chosen }
        if other.isEmpty {
            reader.refuse(chosen == "other" ? "giver-other" : "giver", "Say who answered.")
        }
        return other
    }
}
