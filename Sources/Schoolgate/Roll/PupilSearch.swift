import Database
import Gate
import Policy

/// Finding a child by name: never a list of everybody (P28).
struct PupilSearch: Sendable {
    static let shortest = 2
    static let most = 20

    let text: String
    let pupils: [Pupil]
    /// More were found than are shown.
    let hasMore: Bool
    /// A name on the roll that may have been meant.
    let nearest: String?

    /// Whether there was enough to search for.
    var isLongEnough: Bool { Folding.key(text).count >= Self.shortest }

    /// Children whose names begin with each of the words, whatever the accents, apostrophes and order.
    static func run(
        _ text: String, at school: School.ID, includesLeft: Bool = false, in db: Connection
    ) throws -> PupilSearch {
        let text = String(text.prefix(100))
        let words = parts(text).prefix(5)
        guard Folding.key(text).count >= shortest else {
            return PupilSearch(text: text, pupils: [], hasMore: false, nearest: nil)
        }
        let left: SQL = includesLeft ? "" : "AND left_on IS NULL"
        var found: [Pupil] = [], names: Set<String> = []
        try db.each(
            """
            SELECT \(Pupil.columns) FROM pupils WHERE school_id = \(school) \(left)
            ORDER BY last_name, first_name, id
            """
        ) { row in
            guard found.count <= most else { return }
            let all = [row.text(3), row.text(4), row.text(5)]
            let own = all.flatMap(parts)
            if words.allSatisfy({ word in own.contains { $0.hasPrefix(word) } }) {
                found.append(Pupil(row: row))
            } else if found.isEmpty, names.count < 5_000 {
                names.formUnion(all)
            }
        }
        let guess = found.isEmpty ? Policy.nearest(text, in: names.filter { !$0.isEmpty }.sorted()) : nil
        return PupilSearch(text: text, pupils: Array(found.prefix(most)), hasMore: found.count > most, nearest: guess)
    }

    private static func parts(_ name: String) -> [String] {
        name.split { $0.isWhitespace || $0 == "-" || $0 == "," }.map { Folding.key($0) }.filter { !$0.isEmpty }
    }
}

extension Pupil {
    static func search(_ text: String, at school: School.ID, in db: Connection) throws -> [Pupil] {
        try PupilSearch.run(text, at: school, in: db).pupils
    }
}
