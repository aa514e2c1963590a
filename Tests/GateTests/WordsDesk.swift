import Policy

@testable import Gate

/// A desk with every control on words at its default, and a small school to write about.
enum WordsDesk {
    static let roll = RollIndex(
        Roll(
            pupils: [
                Pupil(school: "oak", upn: "A1", firstName: "Amira", lastName: "Hussain", yearGroup: "5"),
                Pupil(school: "oak", upn: "A2", firstName: "Benjamin", lastName: "Carter", yearGroup: "3"),
            ],
            staff: [
                StaffMember(school: "oak", staffID: "s1", firstName: "Ruth", lastName: "Okafor", role: "headteacher")
            ],
            schools: [
                School(
                    code: "oak", name: "Oakfield Primary School", domain: "oakfield.sch.example",
                    handle: "@OakfieldPri",
                    hashtag: "#Oakfield")
            ]))

    static let everything = rulebook(PostControls.words.map { $0.init() })

    static func rulebook(_ controls: [any Control]) -> Rulebook {
        Rulebook(
            title: "Words", number: "1", clauses: [],
            rules: controls.map { Rule(control: $0, clause: Clause.ID(rawValue: type(of: $0).name)) })
    }

    static func findings(
        _ text: String, links: [Link] = [], on day: String = "2026-11-21", under rulebook: Rulebook = everything
    ) -> [Finding] {
        let post = Post(
            text: text, school: "oak", network: "facebook", authorRole: "teacher",
            date: Day(day) ?? Day(daysSince1970: 0), links: links)
        return check(post, roll: roll, consents: ConsentRegister([]), rulebook: rulebook)
    }

    static func shown(_ findings: [Finding], in text: String) -> String {
        findings.map { finding in
            let quoted = finding.span.map { String(decoding: Array(text.utf8)[$0.start..<$0.end], as: UTF8.self) }
            return "\(finding.rule) \(finding.severity) \(quoted ?? "-")"
        }.joined(separator: "; ")
    }
}
