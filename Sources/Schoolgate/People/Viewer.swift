import Policy

/// Who is asking, what they may do and where: settled once for each request.
struct Viewer: Sendable {
    let person: Person
    /// The school whose pages they look at now.
    let school: School
    /// Every school where they have a role; all of them for people of the trust.
    let schools: [School]
    let appointments: [Appointment]
    let trust: Trust
    /// For the forms of this session.
    let csrf: String
    var session = Session.Facts(digest: "", way: .password, confirmedAt: nil, hasSecondFactor: false)
    /// What others did that lets somebody in as them.
    var links = LinkNotice.none
    /// Whether the school has stopped all posting, and why.
    var pause: Pause?
    /// A number of its own for what was read of this person and school at one time. What is kept for a viewer is kept
    /// under it, so that nothing made for rights they had is shown to rights they have.
    var standing = Standing.nextNumber()

    var id: Person.ID { person.id }

    /// The words for what they do at the current school.
    var roles: [Role] { appointments.filter { $0.school == nil || $0.school == school.id }.map(\.role) }

    /// Whether they hold one of these roles at a school.
    func holds(_ roles: [Role], at school: School.ID) -> Bool {
        appointments.contains { ($0.school == nil || $0.school == school) && roles.contains($0.role) }
    }

    /// Whether the people of a school are theirs to see.
    func seesPeople(at school: School.ID) -> Bool { holds(Right.seePeople.roles, at: school) }

    /// Whether what they do, anywhere, asks for more than a password.
    var needsSecondFactor: Bool { appointments.contains { SecondFactor.requiredRoles.contains($0.role) } }

    /// Whether a password alone brought them here although it should not.
    var lacksSecondFactor: Bool { session.way == .password && needsSecondFactor && !session.hasSecondFactor }

    /// Whether they have shown within the last minutes that it is they who sit there.
    func isConfirmed(at now: Instant) -> Bool {
        session.confirmedAt.map { $0 <= now && now - $0 < ConfirmHandlers.lifetime } ?? false
    }

    func may(_ right: Right) -> Bool { holds(right.roles, at: school.id) }
}

/// What the program lets people do. Who approves and who signs is the policy's to say, not this list's.
struct Right: Sendable {
    let name: String
    let roles: [Role]

    private init(_ name: String, _ roles: [Role]) {
        self.name = name
        self.roles = roles
    }

    static let writePosts = Right(
        "write posts",
        ["teacher", "office", "senior-leader", "deputy", "headteacher", "dsl", "deputy-dsl", "comms", "administrator"])
    static let seePosts = Right(
        "see posts",
        [
            "teacher", "office", "senior-leader", "deputy", "headteacher", "dsl", "deputy-dsl", "comms",
            "administrator",
            "governor", "chair",
        ])
    static let removePosts = Right(
        "remove posts", ["office", "senior-leader", "deputy", "headteacher", "dsl", "deputy-dsl", "comms"])
    /// Stop everything the school has not yet said, and let it go again.
    static let pausePosting = Right("pause posting", ["senior-leader", "deputy", "headteacher"])
    static let keepCalendar = Right(
        "keep the calendar", ["office", "senior-leader", "deputy", "headteacher", "dsl", "deputy-dsl", "comms"])
    static let holdForLaw = Right(
        "keep posts for legal reasons", ["deputy", "headteacher", "dsl", "deputy-dsl", "administrator"])
    static let keepDevices = Right("keep the list of devices", ["office", "headteacher", "administrator"])
    static let seeConsent = Right(
        "see the consent register",
        ["teacher", "office", "senior-leader", "deputy", "headteacher", "dsl", "deputy-dsl", "comms"])
    static let keepConsent = Right(
        "keep the consent register", ["office", "deputy", "headteacher", "dsl", "deputy-dsl"])
    static let importRoll = Right("import the roll", ["office", "deputy", "headteacher", "administrator"])
    static let draftPolicy = Right("draft the policy", ["deputy", "headteacher", "administrator", "hr"])
    /// Take back what somebody else called wrong.
    static let judgeAlarms = Right("judge wrong alarms", ["deputy", "headteacher", "administrator"])
    /// Rehearse a policy over the posts they may see: whoever drafts it or is asked to sign it.
    static let rehearsePolicy = Right(
        "rehearse the policy", ["deputy", "headteacher", "administrator", "hr", "chair", "governor", "dsl"])
    static let seePeople = Right(
        "see people", ["office", "senior-leader", "deputy", "headteacher", "hr", "it", "administrator"])
    static let managePeople = Right("manage people", ["headteacher", "administrator"])
    static let manageAccounts = Right("connect accounts", ["headteacher", "administrator", "comms"])
    /// Keep the secrets of shared accounts, and see one for a reason.
    static let openVault = Right("open the vault", manageAccounts.roles)
    /// See the accounts and what is wrong with them, without connecting any.
    static let seeAccounts = Right("see accounts", seePosts.roles + ["it"])
    static let mendAccounts = Right("mend accounts", manageAccounts.roles + ["it"])
    static let seeRecord = Right("read the record", ["headteacher", "deputy", "administrator", "governor", "chair"])
}
