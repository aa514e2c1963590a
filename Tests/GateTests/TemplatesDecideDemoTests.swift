import Foundation
import Gate
import Policy
import Testing

/// The demo's year, through the gate that its own policies make.
@Suite("The demo's posts")
struct TemplatesDecideDemoTests {
    @Test("The demo's files are whole: no row is refused, no column unknown")
    func files() {
        for (problems, notes) in [
            DemoFiles.summary(DemoFiles.pupils), DemoFiles.summary(DemoFiles.staff),
            DemoFiles.summary(DemoFiles.schools), DemoFiles.summary(DemoFiles.consents),
        ] {
            #expect(problems == [])
            #expect(notes == [])
        }
        #expect(Set(DemoFiles.staff.values.map(\.role)).isSuperset(of: Role.known))
        #expect(DemoFiles.pupils.values.count > 400)
    }

    @Test("What was published without anybody's approval passes the gate", arguments: DemoFiles.codes)
    func harmless(school: String) throws {
        let posts = DemoFiles.posts.filter {
            $0.school == school && $0.held == nil && $0.state != "draft" && $0.state != "stopped"
        }
        #expect(posts.count > 90)
        let surprises = try posts.filter { try DemoFiles.outcome($0) != .publish }
        let said = try surprises.map { "\($0.id): \(try DemoFiles.reasons($0))" }
        #expect(said == [])
    }

    @Test("What the files call held is held", arguments: DemoFiles.codes)
    func held(school: String) throws {
        let posts = DemoFiles.posts.filter { $0.school == school && $0.held != nil }
        #expect(posts.count >= 4)
        let escaped = try posts.filter { try DemoFiles.outcome($0) != .hold }.map(\.id)
        #expect(escaped == [])
    }

    @Test("A picture of a child whose family has withdrawn blocks today, and did not when it was published")
    func withdrawn() throws {
        let removed = DemoFiles.posts.filter { $0.state == "removed" }
        #expect(removed.count == 3)
        for post in removed {
            #expect(try DemoFiles.outcome(post, on: post.day) == .publish)
            #expect(try DemoFiles.outcome(post, on: DemoFiles.today) == .block)
        }
        let up = try DemoFiles.posts.filter {
            try $0.state == "published" && $0.pictures != nil && DemoFiles.outcome($0, on: DemoFiles.today) == .block
        }
        #expect(up.map(\.id).count == 2, "two published posts wait for their removal")
    }

    @Test("Every author and approver works at the post's school, and nobody approves their own")
    func people() {
        let schools = Dictionary(uniqueKeysWithValues: DemoFiles.staff.values.map { ($0.staffID, $0.school) })
        for post in DemoFiles.posts {
            #expect(schools[post.author] == post.school, "\(post.id)")
            guard let approver = post.approved_by else { continue }
            #expect(schools[approver] == post.school, "\(post.id)")
            #expect(approver != post.author, "\(post.id)")
        }
    }
}

/// The files under `Demo`, as the demo loads them.
enum DemoFiles {
    struct DemoPost: Decodable {
        struct Picture: Decodable {
            let file: String
            let alt: String
            let provenance: String
            let named: [String]
        }

        struct Held: Decodable { let topic: String }

        let id: String
        let school: String
        let author: String
        let network: String
        let on: String?
        let days_ago: Int?
        let state: String
        let text: String
        let held: Held?
        let approved_by: String?
        let pictures: [Picture]?

        /// The day it was published, as if today were the day the files were written for.
        var day: Day {
            if let days_ago { return DemoFiles.today.adding(days: -days_ago) }
            let parts = (on ?? "").split(separator: "-").compactMap { Int($0) }
            guard parts.count == 2 else { return DemoFiles.today }
            let days = [0, -1].compactMap {
                Day(year: DemoFiles.today.year + $0, month: parts[0], day: parts[1])
            }
            return days.first { $0 < DemoFiles.today } ?? DemoFiles.today
        }
    }

    static let codes = ["larkmere", "alderweir", "fennbridge"]
    static let today = Day("2026-11-21") ?? Day(daysSince1970: 20_778)

    static let pupils = RollFiles.pupils(PolicyFolder.bytes("Demo/roll.csv"), file: "roll.csv")
    static let staff = RollFiles.staff(PolicyFolder.bytes("Demo/staff.csv"), file: "staff.csv")
    static let schools = RollFiles.schools(PolicyFolder.bytes("Demo/schools.csv"), file: "schools.csv")
    static let consents = RollFiles.consents(PolicyFolder.bytes("Demo/consent.csv"), file: "consent.csv")

    static let posts: [DemoPost] = PolicyFolder.bytes("Demo/posts.jsonl").split(separator: UInt8(ascii: "\n"))
        .compactMap { try? JSONDecoder().decode(DemoPost.self, from: Data($0)) }

    private static let roll = RollIndex(
        Roll(pupils: pupils.values, staff: staff.values, schools: schools.values))
    private static let register = ConsentRegister(consents.values)
    private static let rulebooks: [String: Rulebook] = {
        let reader = PolicyReader(catalogue: .all, library: PolicyFolder.library("Demo/policies"))
        return Dictionary(
            uniqueKeysWithValues: codes.compactMap { code in
                reader.read(PolicyFolder.bytes("Demo/policies/\(code).md"), file: "\(code).md").rulebook
                    .map { (code, $0) }
            })
    }()

    static func findings(_ post: DemoPost, on day: Day? = nil) throws -> [Finding] {
        let rulebook = try #require(rulebooks[post.school])
        let author = staff.values.first { $0.staffID == post.author }
        let images = (post.pictures ?? []).map {
            Image(
                file: $0.file, faces: $0.named.count, named: $0.named, provenance: $0.provenance, alt: $0.alt)
        }
        return check(
            Post(
                text: post.text, school: post.school, network: Network(rawValue: post.network), author: post.author,
                authorRole: author?.role ?? "teacher", date: day ?? post.day, images: images),
            roll: roll, consents: register, rulebook: rulebook)
    }

    static func outcome(_ post: DemoPost, on day: Day? = nil) throws -> Outcome {
        Outcome(try findings(post, on: day))
    }

    static func reasons(_ post: DemoPost) throws -> String {
        try findings(post).filter { $0.severity >= .hold }.map { "\($0.rule): \($0.reason)" }.joined(separator: " ")
    }

    static func summary<Value>(_ reading: FileReading<Value>) -> (problems: [String], notes: [String]) {
        (reading.problems.map(\.description), reading.notes.map(\.description))
    }
}
