public import Policy

/// Addresses, numbers and dates that are somebody's own.
public struct PersonalData: PostControl {
    public enum Kind: String, ParameterWord {
        case address, postcode, phone, email
        case dateOfBirth = "date of birth"
        case upn = "pupil number"
        case nhsNumber = "NHS number"
        case insuranceNumber = "National Insurance number"
        case passport = "passport number"
        case registration = "car registration"
        case bankDetails = "bank details"
    }

    public var kinds = Kind.allCases
    public var onFound = Severity.hold
    /// Public details that posts may give, such as a village hall's postcode.
    public var except: [String] = []

    public init() {}

    public static let name = "posts.personal-data"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PersonalData>] = [
        Parameter("kinds", \.kinds, tighter: .more()),
        Parameter("on-found", \.onFound, tighter: .higher, allowed: Severity.forText),
        Parameter("except", \.except, tighter: .fewer()),
    ]

    public var sentence: String {
        "A post with somebody's \(kinds.map(\.rawValue).inWords("or")) \(onFound.consequence); the school's own details"
            + " may go out.\(except.except)"
    }

    public func findings(in situation: Situation) -> [Remark] {
        let allowed = except.map { Folding.key($0) }
        func remarks(_ text: AnalysedText, _ mentions: [Mention], image: Int?) -> [Remark] {
            DetailScan(text: text, situation: situation, mentions: mentions).run().compactMap { detail in
                guard kinds.contains(detail.kind), !allowed.contains(Folding.key(text.string(detail.span))) else {
                    return nil
                }
                let reason = "This looks like \(detail.kind.described), which is nobody's to post."
                return Remark(
                    onFound, at: image == nil ? detail.span : nil, image: image,
                    image == nil ? reason : "The description of the picture gives \(detail.kind.described).",
                    remedy: detail.kind.remedy)
            }
        }
        var found = remarks(situation.text, situation.mentions, image: nil)
        for (image, text) in situation.altTexts.enumerated() {
            found += remarks(text, situation.altMentions[image], image: image)
        }
        return found
    }
}

extension PersonalData.Kind {
    var described: String {
        switch self {
        case .address: "somebody's address"
        case .postcode: "a postcode that is not the school's"
        case .phone: "a phone number that is not the school's"
        case .email: "somebody's email address"
        case .dateOfBirth: "a date of birth"
        case .upn: "a pupil number"
        case .nhsNumber: "an NHS number"
        case .insuranceNumber: "a National Insurance number"
        case .passport: "a passport number"
        case .registration: "a car's registration"
        case .bankDetails: "bank details"
        }
    }

    var remedy: String {
        switch self {
        case .address, .postcode: "Name the place or the area instead, or link to the venue's own page."
        case .phone: "Give the school office's number instead."
        case .email: "Give the school office's address instead."
        case .dateOfBirth: "Leave the date out; “turned eight” is enough."
        case .upn, .nhsNumber, .insuranceNumber: "Take the number out."
        case .passport: "Take the number out."
        case .registration: "Write the make and colour, and ask the driver to come to the office."
        case .bankDetails: "Take the details out, and say that they are on request from the office."
        }
    }
}
