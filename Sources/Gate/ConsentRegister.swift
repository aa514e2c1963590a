public import Policy

/// The consents made ready for questions: built once, shared by every check.
public struct ConsentRegister: Sendable {
    /// Whether silence is a no or a yes.
    public enum Model: String, Sendable, CaseIterable {
        case optIn = "opt-in"
        case optOut = "opt-out"
    }

    /// How consent stands on a day; only `inForce` lets a picture through.
    public enum State: Sendable, Equatable {
        case inForce, unanswered, refused, withdrawn, expired, objected, doNotPublish
        /// A guardian whose yes the policy requires has not answered.
        case waiting
    }

    private let answers: [String: [Consent]]

    public init(_ consents: [Consent]) {
        answers = Dictionary(grouping: consents, by: \.upn)
    }

    /// How consent for one child stands on a day.
    ///
    /// In force when nobody has objected or put the child on the do-not-publish list, and the latest answer of
    /// every giver is a yes that has not expired. `required` names guardians who must all have said yes.
    public func state(
        of upn: String, for purpose: Purpose, on network: Network, day: Day, model: Model = .optIn,
        required: [String] = []
    ) -> State {
        let given = (answers[upn] ?? []).filter { $0.date <= day }
        if let standing = standing(given, day) { return standing }
        var latest: [String: Consent] = [:]
        for answer in given where answer.applies(to: purpose, on: network) {
            let giver = Folding.key(answer.givenBy)
            if let earlier = latest[giver], !answer.outweighs(earlier, on: day) { continue }
            latest[giver] = answer
        }
        if latest.values.contains(where: { $0.decision == .withdrawn }) { return .withdrawn }
        if latest.values.contains(where: { $0.decision == .no }) { return .refused }
        if latest.values.contains(where: { $0.isExpired(on: day) }) { return .expired }
        if model == .optOut { return .inForce }
        if latest.isEmpty { return .unanswered }
        return required.allSatisfy { latest[Folding.key($0)] != nil } ? .inForce : .waiting
    }

    /// The first day on which a yes that counts has run out; nil when none of them does.
    public func expiry(of upn: String, for purpose: Purpose, on network: Network, day: Day) -> Day? {
        let given = (answers[upn] ?? []).filter { $0.date <= day && $0.applies(to: purpose, on: network) }
        return Dictionary(grouping: given) { Folding.key($0.givenBy) }.values.compactMap { answers in
            answers.max { $1.outweighs($0, on: day) }.flatMap { $0.decision == .yes ? $0.expiry : nil }
        }.min()
    }

    public func isInForce(
        _ purpose: Purpose, for upn: String, on network: Network, day: Day, model: Model = .optIn,
        required: [String] = []
    ) -> Bool {
        state(of: upn, for: purpose, on: network, day: day, model: model, required: required) == .inForce
    }

    /// Whether the child is on the do-not-publish list or somebody has objected; it holds for every purpose.
    public func standing(of upn: String, on day: Day) -> State? {
        answers[upn].flatMap { given in standing(given.filter { $0.date <= day }, day) }
    }

    private func standing(_ given: [Consent], _ day: Day) -> State? {
        let open = given.filter { $0.lifted.map { day < $0 } ?? true }
        if open.contains(where: { $0.decision == .doNotPublish }) { return .doNotPublish }
        return open.contains { $0.decision == .objected } ? .objected : nil
    }
}

extension Consent {
    /// Whether it answers for this purpose on this network.
    fileprivate func applies(to purpose: Purpose, on network: Network) -> Bool {
        guard decision != .objected, decision != .doNotPublish else { return false }
        return (self.purpose ?? purpose) == purpose && (self.network ?? network) == network
    }

    fileprivate func isExpired(on day: Day) -> Bool { expiry.map { $0 < day } ?? false }

    /// The later answer counts; on the same day the refusal, then a yes that still holds.
    fileprivate func outweighs(_ other: Consent, on day: Day) -> Bool {
        guard date == other.date else { return date > other.date }
        return weight(on: day) >= other.weight(on: day)
    }

    private func weight(on day: Day) -> Int {
        switch decision {
        case .yes: isExpired(on: day) ? 0 : 1
        case .no: 2
        case .withdrawn, .objected, .doNotPublish: 3
        }
    }
}
