/// What a phrase of the word lists speaks of; each check asks for its own senses.
enum Sense: UInt8, CaseIterable, Sendable {
    // The person spoken of, and the occasion: these tell a matter from a lesson about it.
    case individual, adult, pronoun, general, lesson

    case strong, mild, slur, derogation
    case threat, bullying
    case accusation
    case childAbuseImages, grooming, pornography, terrorism, incitement, drugsAndWeapons, piracy
    case health, specialNeeds, behaviour, attendance, results, family, money, immigrationStatus
    /// The same matters with the words that tie them to a person: `has been diagnosed with`.
    case healthOf, specialNeedsOf, behaviourOf, attendanceOf, resultsOf, familyOf, moneyOf, immigrationStatusOf, lossOf
    case commercial, personnel, pay, governors, `internal`, legal, political, security
    case safeguarding, home, harmCue
    case elections, politics, religion, industrialAction, exclusions, incidents, gender, war, bereavement
    case schoolClosure, immigration, inspection
    case party, figure
    case opinion
    case gain, grievance
    case now, trips, access, routines, empty
    case scolding, jargon
    case ownAccount
    /// Helplines and whom to tell.
    case advice
    /// A surprise that is kept for fun.
    case playful
}

/// Senses found in a text or a sentence.
struct Senses: Sendable {
    private var low: UInt64 = 0
    private var high: UInt64 = 0

    func contains(_ sense: Sense) -> Bool {
        sense.rawValue < 64 ? low >> UInt64(sense.rawValue) & 1 == 1 : high >> UInt64(sense.rawValue - 64) & 1 == 1
    }

    mutating func insert(_ sense: Sense) {
        if sense.rawValue < 64 { low |= 1 << UInt64(sense.rawValue) } else { high |= 1 << UInt64(sense.rawValue - 64) }
    }
}
