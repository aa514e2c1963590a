public import Policy

/// Kinds of unlawful content; the statute stands beside each in `IllegalContent`.
public enum Illegality: String, ParameterWord {
    case childAbuseImages = "child abuse images"
    case grooming
    case pornography
    case terrorism
    case incitement
    case drugsAndWeapons = "drugs and weapons"
    case piracy
}

/// What a post may not tell about one person.
public enum Matter: String, ParameterWord {
    case health
    case specialNeeds = "special educational needs"
    case behaviour
    case attendance
    case results
    case family = "family circumstances"
    case money = "free school meals and pupil premium"
    case immigration = "immigration status"
    case bereavement
}

/// What a school keeps to itself.
public enum Confidence: String, ParameterWord {
    case commercial, personnel, pay, governors, `internal`, legal, political, security
}

/// Subjects on which a post may divide its readers.
public enum Topic: String, ParameterWord {
    case elections, politics, religion
    case industrialAction = "industrial-action"
    case exclusions, incidents, gender, war, bereavement
    case schoolClosure = "school-closure"
    case immigration
    case inspection
}

/// What would help a stranger to find children or to get in.
public enum Whereabout: String, ParameterWord {
    case now = "where children are now"
    case trips = "trips to come"
    case access = "ways in"
    case routines = "a child's way home"
    case empty = "an empty site"
}

extension Illegality {
    var sense: Sense {
        switch self {
        case .childAbuseImages: .childAbuseImages
        case .grooming: .grooming
        case .pornography: .pornography
        case .terrorism: .terrorism
        case .incitement: .incitement
        case .drugsAndWeapons: .drugsAndWeapons
        case .piracy: .piracy
        }
    }

    /// What to do about it.
    var remedy: String {
        switch self {
        case .piracy: "Take it out. Link to where the work may lawfully be seen, or ask its owner."
        default:
            "Do not post, send or copy it. Tell the designated safeguarding lead now, who decides about the police."
        }
    }

    /// The law it breaks in England and Wales.
    var statute: String {
        switch self {
        case .childAbuseImages: "Protection of Children Act 1978"
        case .grooming: "Sexual Offences Act 2003"
        case .pornography:
            "Obscene Publications Act 1959 or section 63 of the Criminal Justice and Immigration Act 2008"
        case .terrorism: "Terrorism Act 2006"
        case .incitement: "Public Order Act 1986"
        case .drugsAndWeapons: "Misuse of Drugs Act 1971 or the Offensive Weapons Act 2019"
        case .piracy: "Copyright, Designs and Patents Act 1988"
        }
    }
}

extension Matter {
    /// Phrases that need a person beside them.
    var bare: [Sense] {
        switch self {
        case .health: [.health]
        case .specialNeeds: [.specialNeeds]
        case .behaviour: [.behaviour]
        case .attendance: [.attendance]
        case .results: [.results]
        case .family: [.family]
        case .money: [.money]
        case .immigration: [.immigrationStatus]
        case .bereavement: []
        }
    }

    /// Phrases that tie the matter to a person.
    var tied: Sense {
        switch self {
        case .health: .healthOf
        case .specialNeeds: .specialNeedsOf
        case .behaviour: .behaviourOf
        case .attendance: .attendanceOf
        case .results: .resultsOf
        case .family: .familyOf
        case .money: .moneyOf
        case .immigration: .immigrationStatusOf
        case .bereavement: .lossOf
        }
    }
}

extension Confidence {
    var sense: Sense {
        switch self {
        case .commercial: .commercial
        case .personnel: .personnel
        case .pay: .pay
        case .governors: .governors
        case .internal: .internal
        case .legal: .legal
        case .political: .political
        case .security: .security
        }
    }

    var about: String {
        switch self {
        case .commercial: "money, contracts and negotiations"
        case .personnel: "matters of its staff"
        case .pay: "what somebody earns"
        case .governors: "the confidential part of a governors' meeting"
        case .internal: "something told in confidence"
        case .legal: "legal advice or proceedings"
        case .political: "politically sensitive plans"
        case .security: "passwords and ways to sign in"
        }
    }
}

extension Topic {
    var sense: Sense {
        switch self {
        case .elections: .elections
        case .politics: .politics
        case .religion: .religion
        case .industrialAction: .industrialAction
        case .exclusions: .exclusions
        case .incidents: .incidents
        case .gender: .gender
        case .war: .war
        case .bereavement: .bereavement
        case .schoolClosure: .schoolClosure
        case .immigration: .immigration
        case .inspection: .inspection
        }
    }

    var about: String {
        switch self {
        case .industrialAction: "industrial action"
        case .schoolClosure: "closing a school"
        default: rawValue
        }
    }
}

extension Whereabout {
    var sense: Sense {
        switch self {
        case .now: .now
        case .trips: .trips
        case .access: .access
        case .routines: .routines
        case .empty: .empty
        }
    }

    var remedy: String {
        switch self {
        case .now:
            "Post it when everybody is back: “Yesterday Year 4 visited …”. If it cannot wait, a senior leader decides."
        case .trips:
            "Send times and places to families directly, and post about the trip when it is over. A senior leader decides."
        case .access: "Take it out, and have the code or key changed if it has been seen. A senior leader decides."
        case .routines:
            "Take it out: nobody needs to know where a child lives or how they get home. A senior leader decides."
        case .empty: "Take it out: an empty building invites visitors. A senior leader decides."
        }
    }
}
