import Database
import Gate
import Policy

/// What was put forward before an account of the demo was opened.
struct DemoCase {
    let school: String
    /// The name its posts use.
    let account: String
    let network: Network
    let name: String
    let aim: String
    let proposer: String
    let approver: String
    let managers: [String]
    let monitor: String
    var pupils: (youngest: Int, use: PupilUse)?
    var lessons: (yearGroups: String, teacher: String)?

    /// The accounts that speak for each school.
    static let connected = [
        DemoCase(
            school: "larkmere", account: "larkmere wordpress", network: "practice", name: "Larkmere Primary School",
            aim: "To tell families what their children do at school, and what is coming up.", proposer: "L17",
            approver: "L01", managers: ["L17", "L04"], monitor: "L08"),
        DemoCase(
            school: "larkmere", account: DemoBuilder.website, network: "wordpress", name: "School website",
            aim: "To keep news where families look first, without an account of any network.", proposer: "L17",
            approver: "L01", managers: ["L04", "L16"], monitor: "L02"),
        DemoCase(
            school: "alderweir", account: "alderweir wordpress", network: "practice", name: "Alder Weir School",
            aim: "To share what our pupils achieve with those who know them, a little at a time.", proposer: "A09",
            approver: "A01", managers: ["A09", "A14"], monitor: "A13"),
        DemoCase(
            school: "fennbridge", account: "fennbridge wordpress", network: "practice",
            name: "Fennbridge Primary School",
            aim: "To be heard in the villages, and to say quickly when the bus or the boiler fails.", proposer: "F12",
            approver: "F01", managers: ["F12", "F09"], monitor: "F02"),
    ]

    static let undecided = DemoCase(
        school: "larkmere", account: "", network: "youtube", name: "Year 6 science club",
        aim: "Short films of experiments, made by the class and shown in lessons and at home.", proposer: "L03",
        approver: "", managers: ["L03", "L09"], monitor: "L02", pupils: (10, .watching),
        lessons: ("Year 6", "L03"))

    static let turnedDown = DemoCase(
        school: "fennbridge", account: "", network: "instagram", name: "Fennbridge forest school",
        aim: "Pictures from the wood, for families who cannot be there on a weekday.", proposer: "F05",
        approver: "F01", managers: ["F05", "F06"], monitor: "F02")
}

extension DemoBuilder {
    mutating func planProposals() {
        for item in DemoCase.connected {
            plan(daysAgo: 382, "10:15") { builder, now in try builder.propose(item, now) }
            plan(daysAgo: 382, "15:30") { builder, now in
                try builder.decide(
                    item, .approved, "It reaches families that letters do not, and two people keep it.", now)
            }
            plan(daysAgo: 33, "14:00") { builder, now in
                // One review is soon due; the others have been looked at.
                let days = item.school == "alderweir" ? 5 : 300
                try builder.review(item, on: builder.calendar.today.adding(days: days), now)
            }
        }
        // M12: one of two has gone back to her work with the children, and nobody has been named since.
        plan(daysAgo: 12, "16:10") { builder, now in
            let keeping = try builder.keeping(DemoCase.connected[2], now)
            try keeping.remove(
                try builder.person("A14").id, by: try builder.person("A01").id, at: now, in: builder.db)
        }
        // The office manager moves away: the page is handed over before she goes, the website is late already.
        plan(daysAgo: 20, "11:30") { builder, now in
            let person = try builder.person("L16"), school = try builder.school("larkmere")
            try person.leave(
                on: builder.calendar.today.adding(days: -9), by: try builder.person("L01").id,
                in: .school(school.id), builder.context.at(now), in: builder.db)
        }
        plan(daysAgo: 1, "11:50") { builder, now in
            let person = try builder.person("L04"), school = try builder.school("larkmere")
            try person.leave(
                on: builder.calendar.today.adding(days: 27), by: try builder.person("L01").id,
                in: .school(school.id), builder.context.at(now), in: builder.db)
        }
        plan(daysAgo: 2, "15:40") { builder, now in try builder.propose(.undecided, now) }
        plan(daysAgo: 5, "12:20") { builder, now in try builder.propose(.turnedDown, now) }
        plan(daysAgo: 3, "09:05") { builder, now in
            try builder.decide(
                .turnedDown, .rejected,
                "A good idea on the wrong network: most of our families are not there. Propose it for the website.", now
            )
        }
    }

    private func propose(_ item: DemoCase, _ now: Instant) throws {
        let day = calendar.clock.day(of: now)
        let draft = ProposalDraft(
            network: item.network, name: item.name, aim: item.aim,
            audience: item.pupils == nil ? [.parents, .everybody] : [.pupils, .parents],
            youngest: item.pupils?.youngest, pupilUse: item.pupils?.use,
            promotion: "In the newsletter, on the gate and at parents’ evening.", isOpen: true,
            reason:
                "Letters home are read by half of our families. \(item.aim) What is shown well is asked about at the table, and children tell more.",
            isCurriculum: item.lessons != nil, yearGroups: item.lessons?.yearGroups ?? "",
            teacher: try item.lessons.map { try person($0.teacher).id },
            managers: try item.managers.map { try person($0).id }, monitor: try person(item.monitor).id,
            houseRules:
                "Be kind. Name no child, not even your own. What concerns one family is talked about at school. We answer within a day.",
            bestInterests:
                "Children see their work valued. Nobody is shown without consent, and nothing is posted while a class is out.",
            reviewOn: day.adding(months: 12))
        _ = try draft.propose(
            following: nil, at: try school(item.school).id, by: try person(item.proposer).id, at: now, in: db)
    }

    private func proposal(_ item: DemoCase) throws -> Proposal {
        let all = try Proposal.all(at: try school(item.school).id, in: db)
        guard let found = all.first(where: { $0.draft.name == item.name }) else {
            throw DemoProblem("Nobody proposed “\(item.name)”.")
        }
        return found
    }

    private func decide(_ item: DemoCase, _ decision: Proposal.State, _ reason: String, _ now: Instant) throws {
        let school = try school(item.school)
        try proposal(item).decide(
            decision, because: reason, by: try viewer(item.approver, at: school, on: calendar.clock.day(of: now)),
            AccountRule(try rooms.room(of: school.id, in: db)?.rulebook), at: now, in: db)
    }

    /// What was approved for an account becomes how it is kept.
    func settle(_ account: Account.ID, named key: String, _ now: Instant) throws {
        guard let item = DemoCase.connected.first(where: { $0.account == key }) else { return }
        try proposal(item).settle(in: account, at: now, in: db)
    }

    private func keeping(_ item: DemoCase, _ now: Instant) throws -> AccountKeeping {
        let account = try account(item.account)
        guard let keeping = try AccountKeeping.load([account], on: calendar.clock.day(of: now), in: db).first else {
            throw DemoProblem("Nobody keeps “\(item.name)”.")
        }
        return keeping
    }

    private func review(_ item: DemoCase, on day: Day, _ now: Instant) throws {
        let keeping = try keeping(item, now)
        guard let owner = keeping.owner, let monitor = keeping.monitor else { return }
        try keeping.change(
            AccountKeeping.Change(
                owner: owner, monitor: monitor.id, houseRules: keeping.houseRules, isOpen: keeping.isOpen, reviewOn: day
            ),
            by: owner, at: now, in: db)
    }
}
