import Crypto
import Database
import Glibc

/// How many wrong passwords are put up with, and from where: guessing is pointless, and keeps nobody else out.
///
/// A stranger's tries count for the place they come from; a browser that somebody has signed in with before has tries
/// of its own. An account that many places guess at grants each place fewer tries, and never none.
struct SignInLimits {
    /// Wrong passwords for one account from one place within ``wait``.
    static let tries: Int64 = 8
    static let wait = Duration.minutes(15)
    /// Tries from one place, whatever the account, within ``window``.
    static let triesPerPlace: Int64 = 30
    static let window = Duration.minutes(10)
    static let accountWindow = Duration.hours(1)
    /// At so many wrong passwords within ``accountWindow`` the record says so.
    static let telling: Set<Int64> = [8, 40, 400]

    enum Answer: Sendable {
        /// The rows of this try, and those it would clear.
        case granted([Int64], clears: String)
        case locked
        case tooMany
    }

    /// How many tries a place has after so many wrong passwords for the account from anywhere.
    static func budget(after failures: Int64) -> Int64 {
        switch failures {
        case ..<40: tries
        case ..<400: 3
        default: 1
        }
    }

    private let place: String
    private let pair: String
    private let account: String
    private let device: String?
    private let now: Instant

    /// Whoever an address belongs to, so that people who do not exist wait as long as those who do.
    init(email: String, address: String, device: String?, at now: Instant, _ keys: Keys) {
        let key = keys.derived(for: "sign-in")
        place = Self.place(address)
        account = "account " + Digest.keyed(Array(email.utf8), key: key).hex
        pair = "pair " + Digest.keyed(Array("\(email) \(place)".utf8), key: key).hex
        self.device = device
        self.now = now
    }

    /// Counts one try before its password is looked at, so that many at once are no way around.
    func take(in db: Connection) throws -> Answer {
        try db.run("DELETE FROM sign_in_attempts WHERE at <= \(now - Self.accountWindow)")
        if let device, try count(device, Self.wait, in: db) < Self.tries {
            return .granted([try note(device, in: db), try note(account, in: db)], clears: device)
        }
        guard try count(place, Self.window, in: db) < Self.triesPerPlace else { return .tooMany }
        let failures = try count(account, Self.accountWindow, in: db)
        guard try count(pair, Self.wait, in: db) < Self.budget(after: failures) else { return .locked }
        return .granted([try note(place, in: db), try note(pair, in: db), try note(account, in: db)], clears: pair)
    }

    /// How many wrong passwords there were for the account lately, this one included.
    func failures(in db: Connection) throws -> Int64 { try count(account, Self.accountWindow, in: db) }

    /// A right password uses up no try, and forgets the wrong ones from the same place.
    static func clear(_ rows: [Int64], _ key: String, in db: Connection) throws {
        try db.run("DELETE FROM sign_in_attempts WHERE id IN (\(list: rows)) OR address = \(key)")
    }

    private func count(_ key: String, _ span: Duration, in db: Connection) throws -> Int64 {
        try db.one("SELECT count(*) FROM sign_in_attempts WHERE address = \(key) AND at > \(now - span)") { $0.int(0) }
    }

    private func note(_ key: String, in db: Connection) throws -> Int64 {
        try db.one("INSERT INTO sign_in_attempts (address, at) VALUES (\(key), \(now)) RETURNING id") { $0.int(0) }
    }

    /// An address as far as it tells two senders apart: of IPv6 the first half, for the second is anybody's to choose.
    static func place(_ address: String) -> String {
        var parts = in6_addr()
        guard address.contains(":"), inet_pton(AF_INET6, address, &parts) == 1 else { return address }
        let half = withUnsafeBytes(of: &parts) { Array($0.prefix(8)) }
        return half.hex + "/64"
    }
}

/// The browsers that somebody has signed in with: a cookie under our seal, which only opens tries of its own.
enum KnownDevice {
    static let cookie = "schoolgate_device"
    static let lifetime = Duration.days(365)
    /// In a classroom several people share a browser.
    private static let most = 6

    /// What this browser's tries for a person are counted under; nil when they never signed in with it.
    static func key(of person: Person.ID, in cookie: String?, at now: Instant, _ keys: Keys) -> String? {
        entries(cookie).first { $0.hasPrefix("\(person.rawValue).") && isOurs($0, at: now, keys) }
            .map { "device " + Digest.of(Array($0.utf8)).hex }
    }

    /// The cookie once a person has signed in; what it says of others stays.
    static func adding(_ person: Person.ID, to cookie: String?, at now: Instant, _ keys: Keys) -> String {
        let others = entries(cookie).filter { !$0.hasPrefix("\(person.rawValue).") && isOurs($0, at: now, keys) }
        let text = "\(person.rawValue).\((now + lifetime).milliseconds).\(Token.random().text)"
        return (["\(text).\(seal(text, keys))"] + others.prefix(most - 1)).joined(separator: "~")
    }

    private static func entries(_ cookie: String?) -> [String] {
        guard let cookie, cookie.utf8.count <= 2_000 else { return [] }
        return cookie.split(separator: "~").map(String.init)
    }

    private static func isOurs(_ entry: String, at now: Instant, _ keys: Keys) -> Bool {
        let parts = entry.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4, let until = Int64(parts[1]), until > now.milliseconds else { return false }
        let text = parts.dropLast().joined(separator: ".")
        return constantTimeEqual(Array(seal(text, keys).utf8), Array(parts[3].utf8))
    }

    private static func seal(_ text: String, _ keys: Keys) -> String {
        Digest.keyed(Array(text.utf8), key: keys.derived(for: "devices")).hex
    }
}
