import Policy

/// A roll made ready for finding names: built once, shared by every check.
public final class RollIndex: Sendable {
    /// What a spelling may be part of.
    struct Use: OptionSet, Sendable {
        let rawValue: UInt8
        static let first = Use(rawValue: 1)
        static let last = Use(rawValue: 2)
        /// A name goes on after it, as `Anne` in `Anne-Marie`.
        static let goesOn = Use(rawValue: 4)

        func mayBegin(_ use: Use) -> Bool { !isDisjoint(with: [use, .goesOn]) }
    }

    public let roll: Roll
    private let schools: [String: Int]
    private let numbers: [String: Int]
    private let pupils: [String: Int]
    let uses: Spellings
    let fullNames: Postings
    let firstNames: Postings
    /// `Amira K` and `A Khan`, within a school.
    let initials: Postings
    /// The surnames of each school's own pupils.
    let surnames: Postings
    let guardians: Postings
    let staff: Postings
    /// First names of each school's staff, and their short forms.
    let colleagues: WordSet
    /// What the schools say of themselves in public.
    let details: PublicDetails
    /// Guardians' email addresses, and those of colleagues that carry their surname.
    let emails: Set<NameKey>

    public init(_ roll: Roll) {
        self.roll = roll
        details = PublicDetails(of: roll.schools)
        schools = Dictionary(roll.schools.enumerated().map { ($1.code, $0) }, uniquingKeysWith: { first, _ in first })
        pupils = Dictionary(roll.pupils.enumerated().map { ($1.upn, $0) }, uniquingKeysWith: { first, _ in first })
        var builder = Builder()
        for (index, pupil) in roll.pupils.enumerated() { builder.add(pupil, UInt32(truncatingIfNeeded: index)) }
        for (index, person) in roll.staff.enumerated() { builder.add(person, UInt32(truncatingIfNeeded: index)) }
        numbers = builder.numbers
        uses = builder.uses
        fullNames = builder.postings(\.full)
        firstNames = builder.postings(\.first)
        initials = builder.postings(\.initial)
        surnames = builder.postings(\.family)
        guardians = builder.postings(\.guardians)
        staff = builder.postings(\.staff)
        colleagues = WordSet(keys: builder.colleagues)
        emails = builder.emails
    }

    public func school(_ code: String) -> School? { schools[code].map { roll.schools[$0] } }

    public func pupil(_ upn: String) -> Pupil? { pupils[upn].map { roll.pupils[$0] } }

    /// Whose names a text gives, for a post of this school: full names of everybody, first names of its own pupils.
    public func mentions(in text: AnalysedText, school: String) -> [Mention] {
        guard !uses.isEmpty else { return [] }
        var scan = NameScan(text: text, roll: self, school: self.school(school), number: numbers[school])
        return scan.run()
    }

    /// Tells a school's first names apart from another's.
    static func key(_ name: NameKey, inSchool number: Int) -> NameKey { name.paired(with: number) }
    static func key(_ name: NameKey, lastInitial: UInt8, inSchool number: Int) -> NameKey {
        name.paired(with: Int(lastInitial) << 8).paired(with: number)
    }
    static func key(_ name: NameKey, firstInitial: UInt8, inSchool number: Int) -> NameKey {
        name.paired(with: Int(firstInitial)).paired(with: number)
    }
}

/// Collects what the index sorts.
private struct Builder {
    typealias Entry = (key: UInt64, person: UInt32)

    var uses = Spellings()
    var numbers: [String: Int] = [:]
    var full: [Entry] = []
    var first: [Entry] = []
    var initial: [Entry] = []
    var family: [Entry] = []
    var guardians: [Entry] = []
    var staff: [Entry] = []
    var colleagues: [NameKey] = []
    var emails = Set<NameKey>()
    private var firstNames: [String: [(key: NameKey, text: String)]] = [:]
    private var surnames: [String: (keys: [NameKey], initials: [UInt8])] = [:]

    /// Sorts a list and lets it go.
    mutating func postings(_ list: WritableKeyPath<Builder, [Entry]>) -> Postings {
        defer { self[keyPath: list] = [] }
        return Postings(self[keyPath: list])
    }

    mutating func add(_ pupil: Pupil, _ index: UInt32) {
        let number = numbers[pupil.school, default: numbers.count]
        numbers[pupil.school] = number
        let lasts = last(pupil.lastName)
        for surname in lasts.keys { family.append((RollIndex.key(surname, inSchool: number).value, index)) }
        var seen = Set<UInt8>()
        for name in firsts(pupil.firstName, pupil.preferredName) {
            first.append((RollIndex.key(name.key, inSchool: number).value, index))
            for surname in lasts.keys { full.append((name.key.paired(with: surname).value, index)) }
            for letter in lasts.initials {
                initial.append((RollIndex.key(name.key, lastInitial: letter, inSchool: number).value, index))
            }
            guard let letter = name.text.utf8.first, seen.insert(letter).inserted else { continue }
            for surname in lasts.keys {
                initial.append((RollIndex.key(surname, firstInitial: letter, inSchool: number).value, index))
            }
        }
        for guardian in pupil.guardians {
            if let email = guardian.email, !email.isEmpty { emails.insert(NameKey(email.lowercased())) }
            guard let name = NameParts(guardian.name).firstAndLast else { continue }
            add(name.first.pieces.joined(), name.last.pieces.joined(separator: " "), index, to: \.guardians)
        }
    }

    mutating func add(_ person: StaffMember, _ index: UInt32) {
        add(person.firstName, person.lastName, index, to: \.staff)
        if let number = numbers[person.school] {
            let first = Folding.key(person.firstName)
            for name in [first] + ShortForms.of(first) {
                colleagues.append(RollIndex.key(NameKey(name), inSchool: number))
            }
        }
        guard let email = person.email, let desk = email.split(separator: "@").first else { return }
        if Folding.key(desk).contains(Folding.key(person.lastName)) { emails.insert(NameKey(email.lowercased())) }
    }

    private mutating func add(
        _ firstName: String, _ lastName: String, _ index: UInt32, to list: WritableKeyPath<Builder, [Entry]>
    ) {
        let lasts = last(lastName)
        for name in firsts(firstName, nil) {
            for surname in lasts.keys { self[keyPath: list].append((name.key.paired(with: surname).value, index)) }
        }
    }

    private mutating func firsts(_ name: String, _ preferred: String?) -> [(key: NameKey, text: String)] {
        let both = preferred.map { name + "\n" + $0 } ?? name
        if let known = firstNames[both] { return known }
        let names = [name] + (preferred.map { [$0] } ?? [])
        let found = NameParts.firstNames(names)
        for name in names { note(NameParts(name).pieces, .first) }
        for name in found { uses.add(.first, to: name.key) }
        firstNames[both] = found
        return found
    }

    private mutating func last(_ name: String) -> (keys: [NameKey], initials: [UInt8]) {
        if let known = surnames[name] { return known }
        let parts = NameParts(name)
        let keys = parts.pieces.isEmpty ? [] : parts.surnames
        note(parts.pieces, .last)
        for key in keys { uses.add(.last, to: key) }
        let letters = Set([parts.pieces.first, parts.pieces.last].compactMap { $0?.utf8.first }).sorted()
        surnames[name] = (keys, letters)
        return (keys, letters)
    }

    private mutating func note(_ pieces: [String], _ use: RollIndex.Use) {
        var key = NameKey()
        for (index, piece) in pieces.enumerated() {
            key.add(piece)
            uses.add(index == pieces.count - 1 ? use : .goesOn, to: key)
        }
    }
}
