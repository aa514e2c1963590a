public import Policy

/// Kinds of unlawful content; the statute stands beside each in `IllegalContent`.
public enum Illegality: String, ParameterWord {
    case childAbuseImages = "child abuse images"
    case grooming
    case pornography
    case terrorism
    case incitement
    case drugsAndWeapons = "drugs and weapons"
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
