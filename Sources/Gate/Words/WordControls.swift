extension PostControls {
    /// The controls on words, links and topics.
    static let words: [any PostControl.Type] = [
        IndividualMatters.self, Confidential.self, Safeguarding.self, OffensiveLanguage.self, Discrimination.self,
        Threats.self, Defamation.self, IllegalContent.self, Topics.self, Elections.self, Opinion.self, Tagging.self,
        Links.self, SignOff.self, Gain.self, Grievance.self, Whereabouts.self, Sharing.self, Tone.self,
        Readability.self, Reach.self,
        QuietDays.self,
    ]
}
