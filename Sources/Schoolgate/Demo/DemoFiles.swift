import FoundationEssentials
import Gate
import Policy

/// What `Demo/` holds, read with the readers that schools' own files go through.
struct DemoFiles {
    let schools: [Gate.School]
    let staff: [StaffMember]
    let pupils: [Gate.Pupil]
    let consents: [Consent]
    let posts: [DemoPost]

    /// The day on which every date in the files is written as today.
    static let written = Day(year: 2026, month: 11, day: 21) ?? Day(daysSince1970: 0)

    init() throws {
        schools = try Self.values("schools.csv", RollFiles.schools)
        staff = try Self.values("staff.csv", RollFiles.staff)
        pupils = try Self.values("roll.csv", RollFiles.pupils)
        consents = try Self.values("consent.csv", RollFiles.consents)
        let decoder = JSONDecoder()
        posts = try Self.bytes("posts.jsonl").split(separator: UInt8(ascii: "\n")).enumerated().map { index, line in
            do { return try decoder.decode(DemoPost.self, from: Data(line)) } catch {
                throw DemoProblem("Demo/posts.jsonl:\(index + 1): \(error)")
            }
        }
    }

    static func bytes(_ name: String) throws -> [UInt8] {
        guard let bytes = EmbeddedFiles.all["demo/\(name)"] else {
            throw DemoProblem("Demo/\(name) is not built into this program. List it in Sources/Embedded/embedded.c.")
        }
        return bytes
    }

    static func text(_ name: String) throws -> String { String(decoding: try bytes(name), as: UTF8.self) }

    private static func values<Value>(
        _ name: String, _ read: ([UInt8], String) -> FileReading<Value>
    ) throws -> [Value] {
        let reading = read(try bytes(name), "Demo/\(name)")
        guard reading.isUsable else { throw DemoProblem(reading.problems.map { "\($0)" }.joined(separator: "\n")) }
        return reading.values
    }
}

/// A line of `posts.jsonl`; `Demo/README.md` says what each column means.
struct DemoPost: Decodable {
    enum State: String, Decodable {
        case published, removed, waiting, scheduled, draft, returned, missed, stopped
    }

    struct Picture: Decodable {
        let file: String
        let alt: String
        let provenance: String
        let named: [String]
        let faces: [Face]?
    }

    struct Face: Decodable {
        let box: [Int]
        /// A pupil's UPN, `not a pupil`, or empty where nobody has said yet.
        let who: String
    }

    /// What somebody called wrong of what the gate said.
    struct Wrong: Decodable {
        let rule: String
        let by: String
    }

    /// What was put right in a published post, and how.
    struct Corrected: Decodable {
        let reason: String
        let text: String
    }

    /// What the colleague who was asked said.
    struct Answered: Decodable {
        let answer: String
        let comment: String
    }

    let id: String
    let school: String
    let author: String
    let network: String
    let on: String?
    let daysAgo: Int?
    let time: String
    let state: State
    let text: String
    let approvedBy: String?
    /// What the approver wrote when sending it back.
    let reason: String?
    let pictures: [Picture]?
    let wrong: Wrong?
    /// The colleague who is asked for a second opinion on a draft, and the question.
    let asks: String?
    let question: String?
    let answered: Answered?
    let corrected: Corrected?

    enum CodingKeys: String, CodingKey {
        case id, school, author, network, on, time, state, text, reason, pictures, wrong, asks, question
        case answered, corrected
        case daysAgo = "days_ago"
        case approvedBy = "approved_by"
    }
}

/// Why there is no demo, in words for the operator.
public struct DemoProblem: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
