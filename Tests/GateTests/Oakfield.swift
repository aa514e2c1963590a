import Gate
import Policy

/// A primary school with names that are easy and names that are not.
enum Oakfield {
    static let roll = Roll(
        pupils: [
            pupil("A1", "Amira", "Khan", year: "4", born: "2018-03-12", guardians: ["Sana Khan", "Imran Khan"]),
            pupil("A2", "Benjamin", "O'Brien", year: "6"),
            pupil("A3", "Zoë", "Smith-Jones", year: "5"),
            pupil("A4", "Łukasz", "Nowak", year: "3"),
            pupil("A5", "Anne-Marie", "van der Berg", year: "2"),
            pupil("A6", "Maria Clara", "de Souza", year: "1"),
            pupil("A7", "Will", "Green", year: "4"), pupil("A8", "Grace", "Church", year: "4"),
            pupil("A9", "May", "Wood", year: "2"), pupil("B1", "Rose", "Hill", year: "2"),
            pupil("B2", "Mark", "Page", year: "6"), pupil("B3", "Hope", "Field", year: "R"),
            pupil("B4", "Chelsea", "Winter", year: "3"), pupil("B5", "Harry", "Short", year: "5"),
            pupil("B6", "Oliver", "James", year: "5"), pupil("B7", "Oliver", "Patel", year: "1"),
            pupil("B8", "Thomas", "Baker", year: "1"), pupil("B9", "Mohammed", "Ali", year: "1"),
            pupil("C1", "Elizabeth", "King", preferred: "Izzy", year: "1"),
            pupil("C2", "Jordan", "Brooks", year: "6"), pupil("C3", "Matilda", "Young", year: "6"),
            pupil("C4", "Joseph", "Long", year: "2"), pupil("C5", "Summer", "Day", year: "2"),
            Pupil(school: "elm", upn: "E1", firstName: "Priyanka", lastName: "Sharma"),
        ],
        staff: [
            StaffMember(
                school: "oak", staffID: "S1", firstName: "Jane", lastName: "Patel", email: "j.patel@oakfield.sch.uk",
                role: "teacher"),
            StaffMember(school: "oak", staffID: "S2", firstName: "Ruth", lastName: "Green", role: "headteacher"),
        ],
        schools: [
            School(
                code: "oak", name: "Oakfield Primary School", address: "12 Oak Road, Barton", postcode: "LS9 4XX",
                phone: "0113 496 0101", email: "office@oakfield.sch.uk", domain: "oakfield.sch.uk",
                handle: "@OakfieldPri",
                hashtag: "#OakfieldStars"),
            School(code: "elm", name: "Elm Grove Primary School"),
        ])

    static let index = RollIndex(roll)

    static func findings(
        _ text: String, images: [Image] = [], consents: [Consent] = [], controls: [any Control],
        network: Network = "wordpress"
    ) -> [Finding] {
        let clause = Clause.ID(rawValue: "test")
        let rulebook = Rulebook(
            title: "Policy", number: "1", clauses: [], rules: controls.map { Rule(control: $0, clause: clause) })
        let post = Post(
            text: text, school: "oak", network: network, authorRole: "teacher",
            date: Day("2026-11-21") ?? Day(daysSince1970: 0), images: images)
        return check(post, roll: index, consents: ConsentRegister(consents), rulebook: rulebook)
    }

    /// The strongest severity and what it is about.
    static func names(_ text: String) -> [String] {
        let bytes = Array(text.utf8)
        return findings(text, controls: [PupilName()]).map { finding in
            let span = finding.span ?? Span(0, 0)
            return "\(finding.severity.rawValue) \(String(decoding: bytes[span.start..<span.end], as: UTF8.self))"
        }
    }

    private static func pupil(
        _ upn: String, _ first: String, _ last: String, preferred: String? = nil, year: String, born: String = "",
        guardians: [String] = []
    ) -> Pupil {
        Pupil(
            school: "oak", upn: upn, firstName: first, lastName: last, preferredName: preferred, dateOfBirth: Day(born),
            yearGroup: year, guardians: guardians.map { Guardian(name: $0) })
    }
}
