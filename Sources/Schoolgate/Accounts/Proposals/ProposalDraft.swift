import Gate
import Policy
import Web

/// Everything a proposal says, each part of it required.
struct ProposalDraft: Sendable {
    enum Audience: String, Sendable, CaseIterable {
        case pupils, parents
        case everybody = "public"

        var words: String {
            switch self {
            case .pupils: "Pupils"
            case .parents: "Parents and carers"
            case .everybody: "The public"
            }
        }
    }

    let network: Network
    let name: String
    let aim: String
    let audience: [Audience]
    /// The age of the youngest pupils it is for.
    let youngest: Int?
    let pupilUse: PupilUse?
    let promotion: String
    /// Open to all, or private (M14).
    let isOpen: Bool
    let reason: String
    /// Whether it is part of lessons (T8), with its year groups and the teacher who supervises.
    let isCurriculum: Bool
    let yearGroups: String
    let teacher: Person.ID?
    let managers: [Person.ID]
    let monitor: Person.ID
    let houseRules: String
    let bestInterests: String
    let reviewOn: Day

    var networkName: String { NetworkTerms.of(network)?.name ?? network.rawValue }

    /// The most people a form names as managers.
    static let mostManagers = 6
    /// Who may supervise pupils in lessons.
    static let teachers: [Role] = ["teacher", "senior-leader", "deputy", "headteacher"]
}

extension ProposalDraft {
    /// Reads a form; throws everything that has to be put right, field by field.
    init(_ form: Form, staff: [StaffCandidate], _ control: AccountApproval, today: Day) throws {
        var reader = FormReader(form)
        let network = Network(rawValue: reader.line("network", missing: "Choose the network.", most: 40))
        let terms = NetworkTerms.of(network)
        if terms == nil, !network.rawValue.isEmpty { reader.refuse("network", "Choose one of the list.") }
        name = reader.line("name", missing: "Say what people will call it, such as Year 6 science.", most: 80)
        aim = reader.text("aim", missing: "Say what the account is for, in a sentence or two.", most: 1_000)
        audience = Audience.allCases.filter { form[$0.rawValue] == "yes" }
        if audience.isEmpty { reader.refuse("audience", "Choose at least one: whom do you want to reach?") }
        let reachesPupils = audience.contains(.pupils)
        youngest = reachesPupils ? Self.age(&reader) : nil
        pupilUse = reachesPupils ? PupilUse(rawValue: form["pupil-use"] ?? "") : nil
        if reachesPupils, pupilUse == nil {
            reader.refuse("pupil-use", "Say whether pupils only watch, or follow from accounts of their own.")
        }
        promotion = reader.text("promotion", missing: "Say how the people it is for will hear of it.", most: 1_000)
        isOpen = form["visibility"] != "private"
        if !["open", "private"].contains(form["visibility"] ?? "") {
            reader.refuse("visibility", "Choose whether everybody can see it, or only those you let in.")
        }
        reason = reader.text(
            "reason", missing: "Give the reason: what will pupils, families or the school gain that they lack now?")
        let words = Set(reason.lowercased().split { $0.isWhitespace || $0.isPunctuation }).count
        if !reason.isEmpty, words < control.reasonWords {
            reader.refuse(
                "reason",
                "This has \(words) different \(words == 1 ? "word" : "words"), and the policy asks for \(control.reasonWords). Say what is lacking now, what will be better, and for whom."
            )
        }
        isCurriculum = form["kind"] == "curriculum"
        if !["information", "curriculum"].contains(form["kind"] ?? "") {
            reader.refuse("kind", "Choose whether it gives information, or is part of lessons.")
        }
        yearGroups =
            isCurriculum
            ? reader.line("year-groups", missing: "Say which year groups use it in lessons, such as Years 5 and 6.")
            : ""
        teacher = isCurriculum ? Self.teacher(form, staff, &reader) : nil
        let managers = Self.managers(form, staff, control, &reader)
        self.managers = managers
        let monitor = Self.monitor(form, staff, managers, control, &reader)
        self.monitor = monitor ?? Person.ID(0)
        houseRules = reader.text(
            "house-rules",
            missing: "Write the rules that people who comment are told, such as: be kind, and name no children.")
        bestInterests = reader.text(
            "best-interests", missing: "Say how the account is in the best interests of children.", most: 1_000)
        reviewOn = Self.review(control, today: today, &reader)
        self.network = network
        let teacherRuns = staff.contains { managers.contains($0.id) && $0.holds(["teacher"]) }
        if let terms, let youngest, let pupilUse,
            let objection = terms.objection(
                youngest: youngest, use: pupilUse, isOpen: isOpen, teacherRuns: teacherRuns)
        {
            reader.refuse("youngest", objection)
        }
        try reader.finish()
    }

    private static func age(_ reader: inout FormReader) -> Int? {
        let text = reader.line("youngest", missing: "Say how old the youngest pupils are that it is for.", most: 10)
        guard !text.isEmpty else { return nil }
        guard let age = Int(text), (2...19).contains(age) else {
            reader.refuse("youngest", "Write an age in years, from 2 to 19.")
            return nil
        }
        return age
    }

    private static func chosen(_ field: String, _ form: Form, _ staff: [StaffCandidate]) -> StaffCandidate? {
        Person.ID(pathComponent: (form[field] ?? "")[...]).flatMap { id in staff.first { $0.id == id } }
    }

    private static func teacher(_ form: Form, _ staff: [StaffCandidate], _ reader: inout FormReader) -> Person.ID? {
        guard let teacher = chosen("teacher", form, staff), teacher.holds(teachers) else {
            reader.refuse("teacher", "Choose the teacher who supervises the pupils.")
            return nil
        }
        return teacher.id
    }

    private static func managers(
        _ form: Form, _ staff: [StaffCandidate], _ control: AccountApproval, _ reader: inout FormReader
    ) -> [Person.ID] {
        var managers: [Person.ID] = []
        for number in 1...mostManagers {
            guard let member = chosen("manager-\(number)", form, staff), !managers.contains(member.id) else { continue }
            managers.append(member.id)
        }
        if managers.count < control.managers {
            reader.refuse(
                "manager-1",
                "Name \(control.managers.inWords) different members of staff who run it, so that it never hangs on one."
            )
        }
        return managers
    }

    private static func monitor(
        _ form: Form, _ staff: [StaffCandidate], _ managers: [Person.ID], _ control: AccountApproval,
        _ reader: inout FormReader
    ) -> Person.ID? {
        guard let monitor = chosen("monitor", form, staff) else {
            reader.refuse("monitor", "Choose who watches over it: \(control.monitors.inWords("or")).")
            return nil
        }
        guard monitor.holds(control.monitors) else {
            reader.refuse(
                "monitor",
                "\(monitor.name) cannot: the policy asks for \(control.monitors.inWords("or")). Choose another.")
            return nil
        }
        guard !managers.contains(monitor.id) else {
            reader.refuse("monitor", "\(monitor.name) runs it. Choose somebody else to watch over it.")
            return nil
        }
        return monitor.id
    }

    private static func review(_ control: AccountApproval, today: Day, _ reader: inout FormReader) -> Day {
        let latest = today.adding(months: control.review.months)
        guard
            let day = reader.day("review", missing: "Choose the day on which somebody asks whether it is still needed.")
        else { return today }
        if day <= today {
            reader.refuse("review", "\(day) has passed. Choose a later day, up to \(latest).")
        } else if day > latest {
            reader.refuse(
                "review", "The policy asks for a review \(control.review.inWords). Choose \(latest) or earlier.")
        }
        return day
    }
}
