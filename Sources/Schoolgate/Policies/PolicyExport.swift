import Database
import Gate
import Policy

/// A version as a template for others: every clause and rule, its source and licence, and nothing of the school's (W8, M44).
struct PolicyExport: Sendable {
    let rulebook: Rulebook
    let trust: Trust
    let schools: [Schoolgate.School]
    /// Full names of people, which a policy may give as contacts.
    let people: [String]

    static func load(_ version: PolicyVersion, in db: Connection) throws -> PolicyExport {
        guard let trust = try Trust.find(in: db) else { throw Problem.notFound }
        return PolicyExport(
            rulebook: try version.rulebook(in: db), trust: trust, schools: try Schoolgate.School.all(in: db),
            people: try db.all("SELECT DISTINCT first_name || ' ' || last_name FROM people") { $0.text(0) })
    }

    var text: String {
        let replacements = replacements.filter { $0.own.count > 2 }.sorted { $0.own.count > $1.own.count }
        return PolicyText.whole(rulebook).split(separator: "\n", omittingEmptySubsequences: false).map { line in
            // A clause's mark is a name for programs, and stays as it is.
            line.hasPrefix("{#")
                ? String(line)
                : replacements.reduce(String(line)) { Self.replacing($1.own, with: $1.plain, in: $0) }
        }.joined(separator: "\n")
    }

    private var replacements: [(own: String, plain: String)] {
        var all: [(own: String, plain: String)] = [(trust.name, "our trust")]
        for school in schools {
            let details = school.details
            all += [
                (school.name, "our school"), (school.code, "our school"), (details.address, "our address"),
                (details.postcode, "our postcode"), (details.phone, "our telephone number"),
                (details.email, "our email address"), (details.domain, "our website"), (details.handle, "our handle"),
                (details.hashtag, "our hashtag"),
            ]
        }
        return all + people.map { ($0, "a named person") }
    }

    /// Replaces whole words, whatever their case; a school called Oak leaves oaken benches alone.
    private static func replacing(_ word: String, with plain: String, in text: String) -> String {
        let lower = Array(text.lowercased().utf8), own = Array(word.lowercased().utf8), bytes = Array(text.utf8)
        // Letters whose lower case is longer would shift what follows; such a text is looked at as it is written.
        let hay = lower.count == bytes.count ? lower : bytes
        guard !own.isEmpty, hay.count >= own.count else { return text }
        var out: [UInt8] = [], index = 0
        while index < bytes.count {
            let end = index + own.count
            if end <= hay.count, hay[index] == own[0], hay[index..<end].elementsEqual(own),
                index == 0 || !isWord(hay[index - 1]) || !isWord(own[0]),
                end == hay.count || !isWord(hay[end]) || !isWord(own[own.count - 1])
            {
                out += plain.utf8
                index = end
            } else {
                out.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: out, as: UTF8.self)
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte) || (0x41...0x5A).contains(byte)
    }
}
