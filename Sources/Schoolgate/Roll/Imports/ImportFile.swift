import Database
public import Gate
import Policy

/// What a CSV file may hold.
public enum ImportKind: String, Sendable, CaseIterable {
    case schools, staff, roll, consent
}

/// A file to be imported: all of it, or nothing.
struct ImportFile: Sendable {
    let kind: ImportKind
    let name: String
    let bytes: [UInt8]
    /// Whether pupils of a school that the file names, and who are not in it, have left.
    var marksLeavers = false
}

/// What an import did, or would do.
public struct ImportReport: Sendable {
    public let kind: ImportKind
    public let file: String
    public internal(set) var added = 0
    public internal(set) var changed = 0
    public internal(set) var unchanged = 0
    /// Pupils who are no longer on the roll.
    public internal(set) var left = 0
    /// Every row that cannot be taken; with one of them nothing is.
    public internal(set) var refusals: [FileProblem] = []
    public internal(set) var refusalCount = 0
    public internal(set) var notes: [FileProblem] = []
    public internal(set) var noteCount = 0
    /// The file as a whole cannot be read.
    public internal(set) var isUnreadable = false
    /// What refusals in a consent file set in motion.
    var outcome = Withdrawal.Outcome()

    public var isRefused: Bool { refusalCount > 0 }
    public var stoppedPosts: Int { outcome.stopped.count }
    public var openedRemovals: Int { outcome.removals.count }

    init<Value>(_ file: ImportFile, _ reading: FileReading<Value>) {
        kind = file.kind
        self.file = file.name
        refusals = reading.problems
        refusalCount = reading.problemCount
        notes = reading.notes
        noteCount = reading.noteCount
        isUnreadable = reading.isUnreadable
    }

    mutating func refuse(_ line: Int, _ message: String) {
        refusalCount += 1
        if refusals.count < FileReading<Int>.most {
            refusals.append(FileProblem(file: file, line: line, message))
        }
    }

    mutating func note(_ line: Int, _ message: String) {
        noteCount += 1
        if notes.count < FileReading<Int>.most { notes.append(FileProblem(file: file, line: line, message)) }
    }

    mutating func sortByLine() { refusals.sort { ($0.line ?? 0) < ($1.line ?? 0) } }

    /// The counts, for the record.
    var fields: [(name: String, value: String)] {
        [("added", "\(added)"), ("changed", "\(changed)"), ("left", "\(left)")]
    }
}

/// Who imports, and what they may touch.
struct ImportScope: Sendable {
    /// Nil for the operator at the command line, who may touch everything.
    let viewer: Viewer?

    var actor: Person.ID? { viewer?.id }

    func mayImport(_ kind: ImportKind, at school: School.ID) -> Bool {
        guard let viewer else { return true }
        return viewer.holds(kind.right.roles, at: school)
    }
}

extension ImportKind {
    var right: Right {
        switch self {
        case .schools, .staff: .managePeople
        case .roll, .consent: .importRoll
        }
    }

    var columns: [String] {
        switch self {
        case .schools: RollFiles.schoolColumns
        case .staff: RollFiles.staffColumns
        case .roll: RollFiles.rollColumns
        case .consent: RollFiles.consentColumns + ["network"]
        }
    }

    func isOffered(to viewer: Viewer) -> Bool {
        self == .schools ? viewer.managesPeople(at: nil) : viewer.may(right)
    }
}

extension ImportFile {
    /// Reads the file, compares it with what is there and, unless it is only looked at, takes it in.
    ///
    /// Call it in one transaction: when the report is refused, nothing has been written.
    func run(
        _ scope: ImportScope, isTrial: Bool, _ context: Context, in db: Connection
    ) throws -> ImportReport {
        var report: ImportReport
        switch kind {
        case .schools: report = try SchoolImport.run(self, scope, isTrial: isTrial, context, in: db)
        case .staff: report = try StaffImport.run(self, scope, isTrial: isTrial, context, in: db)
        case .roll: report = try RollImport.run(self, scope, isTrial: isTrial, context, in: db)
        case .consent: report = try ConsentImport.run(self, scope, isTrial: isTrial, context, in: db)
        }
        report.sortByLine()
        return report
    }
}

/// How long the values of a file may be; longer ones are a column in the wrong place.
enum ImportLimits {
    static let longest = 200

    /// What is wrong with one of these values, each with the name of its column.
    static func problem(_ values: [(column: String, value: String?)]) -> String? {
        for (column, value) in values {
            guard let value else { continue }
            if value.utf8.count > longest, value.count > longest {
                return
                    "`\(column)` has \(value.count) characters. Up to \(longest) fit. Is a column in the wrong place?"
            }
            if value.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
                return "`\(column)` holds a character that cannot be shown, or a line break. Type it again."
            }
        }
        return nil
    }
}

extension Array {
    /// In slices of so many, for statements that write many rows at once.
    func inBatches(of count: Int) -> [ArraySlice<Element>] {
        stride(from: 0, to: self.count, by: count).map { self[$0..<Swift.min($0 + count, self.count)] }
    }
}
