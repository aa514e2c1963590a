/// Where a mail goes: `name@host` in plain ASCII, of bounded length, so that it can stand in a header and in a command.
public struct MailAddress: Sendable, Hashable, CustomStringConvertible {
    public let text: String

    /// The part after the `@`.
    public var host: String { String(text[text.index(after: at)...]) }
    /// The part before the `@`.
    public var local: String { String(text[..<at]) }

    private let at: String.Index

    /// Nil unless it is an address without quotes, comments or anything beyond ASCII.
    public init?(_ text: String) {
        let units = text.utf8
        guard units.count <= 254, let at = units.lastIndex(of: UInt8(ascii: "@")) else { return nil }
        let local = units[..<at], host = units[units.index(after: at)...]
        guard (1...64).contains(local.count), Self.isDotted(local, by: Self.isAtom) else { return nil }
        guard Self.isDotted(host, by: Self.isHost), host.first != UInt8(ascii: "-") else { return nil }
        self.text = text
        self.at = at
    }

    /// The same person with something for the server to give back: `bounces+detail@host`.
    public func adding(detail: String) -> MailAddress? { MailAddress("\(local)+\(detail)@\(host)") }

    public var description: String { text }

    /// Whether it is one or more parts with a dot between them.
    private static func isDotted(_ units: Substring.UTF8View, by isPart: (UInt8) -> Bool) -> Bool {
        let parts = units.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        return parts.allSatisfy { (1...64).contains($0.count) && $0.allSatisfy(isPart) }
    }

    private static func isHost(_ unit: UInt8) -> Bool {
        switch unit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "-"):
            true
        default: false
        }
    }

    private static func isAtom(_ unit: UInt8) -> Bool {
        isHost(unit) || "!#$%&'*+/=?^_`{|}~".utf8.contains(unit)
    }
}

/// A name and an address, as they stand in `From` and `To`.
public struct Mailbox: Sendable, Hashable {
    public let name: String
    public let address: MailAddress

    public init(name: String = "", address: MailAddress) {
        self.name = name
        self.address = address
    }
}
