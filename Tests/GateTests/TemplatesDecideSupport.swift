import Foundation
import Gate
import Policy
import Testing

/// The five templates, read from the files that schools start from.
enum Template: String, CaseIterable {
    case trust
    case special = "special-school"
    case primary = "primary-school"
    case model
    case maintained = "maintained-primary"

    /// Read once: every test asks for the same five.
    private static let readings: [Template: PolicyReading] = {
        let reader = PolicyReader(catalogue: .all, library: PolicyFolder.library("Templates"))
        return Dictionary(
            uniqueKeysWithValues: allCases.map { template in
                let file = template.rawValue + ".md"
                return (template, reader.read(PolicyFolder.bytes("Templates/" + file), file: file))
            })
    }()

    var reading: PolicyReading? { Template.readings[self] }

    func rulebook() throws -> Rulebook { try #require(reading?.rulebook, "\(rawValue).md does not resolve") }

    func rule<C: Control>(_ type: C.Type) throws -> C {
        try #require(try rulebook().rule(type)?.control, "\(rawValue).md has no \(C.name)")
    }
}

/// Policies as files in a folder of the repository.
enum PolicyFolder {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    static func bytes(_ path: String) -> [UInt8] {
        (try? Data(contentsOf: root.appending(path: path))).map(Array.init) ?? []
    }

    /// `extends: trust` means `trust.md` in one of these folders.
    static func library(_ folders: String...) -> PolicyLibrary {
        PolicyLibrary(
            policy: { name in
                for folder in folders {
                    let bytes = bytes("\(folder)/\(name).md")
                    if !bytes.isEmpty { return ("\(name).md", bytes) }
                }
                return nil
            },
            names: { [] })
    }
}

/// A small school with a roll, so that a test is one post and what comes of it.
struct Situations {
    static let today = Day(daysSince1970: 20_778)

    static let isla = "A900000000001"
    static let finn = "A900000000002"

    static let roll = RollIndex(
        Roll(
            pupils: [
                Pupil(
                    school: "larkmere", upn: isla, firstName: "Isla", lastName: "Whitcombe", yearGroup: "Year 4",
                    guardians: [Guardian(name: "Laura Whitcombe")]),
                Pupil(
                    school: "larkmere", upn: finn, firstName: "Finn", lastName: "Doherty", yearGroup: "Year 4",
                    guardians: [Guardian(name: "Deirdre Doherty")]),
            ],
            staff: [
                StaffMember(
                    school: "larkmere", staffID: "L03", firstName: "Tom", lastName: "Okafor", role: "teacher"),
                StaffMember(
                    school: "larkmere", staffID: "L09", firstName: "Sophie", lastName: "Whitlock", role: "teacher"),
            ],
            schools: [School(code: "larkmere", name: "Larkmere Primary School", domain: "larkmere.example")]))

    /// Finn's mother has agreed to the website and to nothing else; nobody has answered for Isla.
    static let consents = ConsentRegister([
        Consent(
            upn: finn, purpose: .website, decision: .yes, date: today.adding(days: -30), givenBy: "Deirdre Doherty")
    ])

    static func findings(
        _ template: Template, _ text: String, images: [Image] = [], network: Network = "wordpress"
    ) throws -> [Finding] {
        let post = Post(
            text: text, school: "larkmere", network: network, author: "L03", authorRole: "teacher", date: today,
            images: images)
        return check(post, roll: roll, consents: consents, rulebook: try template.rulebook())
    }

    static func outcome(
        _ template: Template, _ text: String, images: [Image] = [], network: Network = "wordpress"
    ) throws -> Outcome {
        Outcome(try findings(template, text, images: images, network: network))
    }

    /// How severely one rule speaks, or nil when it is silent.
    static func severity<C: PostControl>(_ control: C.Type, in template: Template, _ text: String) throws -> Severity? {
        try findings(template, text).filter { $0.rule == C.name }.map(\.severity).max()
    }

    static func picture(of upns: [String] = [], work: [String] = []) -> Image {
        Image(
            file: "lanterns.jpg", faces: upns.count, named: upns, workOf: work, provenance: "own",
            alt: "Paper lanterns on a window sill")
    }
}
