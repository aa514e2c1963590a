import Policy

extension Situation {
    /// A remark on the sentence that speaks most for it, when the text reads like this and no phrase has said so.
    ///
    /// Which topic it is cannot be told, so that a policy that names only some (`isMeant`) gets none.
    func remarks(
        of impression: Impression, unless found: [Remark], severity: Severity, remedy: String,
        if isMeant: Bool = true
    ) -> [Remark] {
        guard isMeant, found.isEmpty, let sentence = impressions?.sentence(impression)
        else { return [] }
        return [
            Remark(
                severity, at: text.sentences[sentence].span,
                "This reads \(impression.words), although no single word says so.", remedy: remedy)
        ]
    }

    /// Whether a phrase that only hints stands in a text that reads like nothing of the kind.
    func isOverruled(_ hit: Hit) -> Bool {
        guard hit.isHint, let impression = hit.sense.impression else { return false }
        return impressions?.doubts(impression) == true
    }
}

extension Sense {
    /// What its phrases hint at, where a text can read like it.
    fileprivate var impression: Impression? {
        switch self {
        case .safeguarding, .harmCue: .safeguarding
        case .health, .specialNeeds, .behaviour, .attendance, .results, .family, .money, .immigrationStatus, .healthOf,
            .specialNeedsOf, .behaviourOf, .attendanceOf, .resultsOf, .familyOf, .moneyOf, .immigrationStatusOf,
            .lossOf:
            .individualMatters
        case .derogation: .discrimination
        case .threat, .bullying: .threats
        case .accusation: .defamation
        case .grievance: .grievance
        case .commercial, .personnel, .pay, .governors, .internal, .legal, .political, .security: .confidential
        case .now, .trips, .access, .routines, .empty: .whereabouts
        case .elections, .politics, .religion, .industrialAction, .exclusions, .incidents, .gender, .war, .bereavement,
            .schoolClosure, .immigration, .inspection:
            .topics
        case .party: .elections
        case .opinion: .opinion
        case .gain: .gain
        default: nil
        }
    }
}
