import Crypto
import Database
import Foundation

/// What a backup says first: what made it, and which tables follow.
struct BackupHeader: Sendable, Codable, Equatable {
    var format = 1
    let madeAt: Int64
    let migrations: [String]
    let tables: [StoredTable]
    /// The public half of the key that signs the record, in hexadecimal digits.
    let recordKey: String
    /// Tells whether a master key is the one that sealed the accounts' secrets, without saying anything of it.
    let masterCheck: String
}

/// What a backup says last: that it is whole, and who made it.
struct BackupEnd: Sendable, Codable, Equatable {
    let rows: Int
    let pictures: Int
    /// Of every frame before this one.
    let digest: String
    let signature: String

    static func message(_ digest: String) -> [UInt8] { Array("schoolgate backup 1\n\(digest)".utf8) }
}

/// One part of a backup. As bytes: its length in four bytes, its kind in one, then what it holds.
enum BackupFrame {
    case header(BackupHeader)
    /// A row of the table with this number in the header.
    case row(table: Int, values: [SQLValue])
    case picture(digest: String, bytes: [UInt8])
    /// The file of signed heads.
    case heads([UInt8])
    case end(BackupEnd)

    /// Larger ones are neither written nor read.
    static let limit = 256 * 1_024 * 1_024

    var kind: UInt8 {
        switch self {
        case .header: 1
        case .row: 2
        case .picture: 3
        case .heads: 4
        case .end: 5
        }
    }

    func write(to bytes: inout [UInt8]) throws {
        let start = bytes.count
        bytes += [0, 0, 0, 0, kind]
        switch self {
        case .header(let header): bytes += try Self.encoder().encode(header)
        case .row(let table, let values):
            bytes.append(UInt16(table))
            for value in values { bytes.append(value) }
        case .picture(let digest, let content): bytes += Array(digest.utf8) + content
        case .heads(let content): bytes += content
        case .end(let end): bytes += try Self.encoder().encode(end)
        }
        let count = bytes.count - start - 4
        guard count <= Self.limit else {
            throw InstallationProblem("One row or picture is larger than 256 MB, which a backup does not hold.")
        }
        withUnsafeBytes(of: UInt32(count).bigEndian) { bytes.replaceSubrange(start..<start + 4, with: $0) }
    }

    /// The same value always gives the same bytes.
    private static func encoder() -> JSONEncoder {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return encoder
    }

    /// Reads what ``write(to:)`` wrote after the length.
    init(_ bytes: ArraySlice<UInt8>) throws {
        var rest = bytes.dropFirst()
        switch bytes.first {
        case 1: self = .header(try JSONDecoder().decode(BackupHeader.self, from: Data(rest)))
        case 2:
            let table = Int(try rest.takeNumber(bytes: 2))
            var values: [SQLValue] = []
            while !rest.isEmpty { values.append(try rest.takeValue()) }
            self = .row(table: table, values: values)
        case 3:
            let digest = String(decoding: try rest.take(64), as: UTF8.self)
            self = .picture(digest: digest, bytes: Array(rest))
        case 4: self = .heads(Array(rest))
        case 5: self = .end(try JSONDecoder().decode(BackupEnd.self, from: Data(rest)))
        default: throw BackupDamaged()
        }
    }
}

/// The frames of a backup make no sense, although they were sealed as they are.
struct BackupDamaged: Error {}

extension [UInt8] {
    fileprivate mutating func append(_ number: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: number.bigEndian) { append(contentsOf: $0) }
    }

    fileprivate mutating func append(_ value: SQLValue) {
        switch value {
        case .null: append(0 as UInt8)
        case .integer(let number):
            append(1 as UInt8)
            append(number)
        case .real(let number):
            append(2 as UInt8)
            append(number.bitPattern)
        case .text(let text):
            append(3 as UInt8)
            append(UInt32(text.utf8.count))
            append(contentsOf: text.utf8)
        case .bytes(let bytes):
            append(4 as UInt8)
            append(UInt32(bytes.count))
            append(contentsOf: bytes)
        }
    }
}

extension ArraySlice<UInt8> {
    fileprivate mutating func take(_ count: Int) throws -> ArraySlice<UInt8> {
        guard self.count >= count else { throw BackupDamaged() }
        defer { removeFirst(count) }
        return prefix(count)
    }

    fileprivate mutating func takeNumber(bytes: Int) throws -> UInt64 {
        try take(bytes).reduce(0) { $0 << 8 | UInt64($1) }
    }

    fileprivate mutating func takeValue() throws -> SQLValue {
        switch try take(1).first {
        case 0: return .null
        case 1: return .integer(Int64(bitPattern: try takeNumber(bytes: 8)))
        case 2: return .real(Double(bitPattern: try takeNumber(bytes: 8)))
        case 3:
            let count = Int(try takeNumber(bytes: 4))
            return .text(String(decoding: try take(count), as: UTF8.self))
        case 4:
            let count = Int(try takeNumber(bytes: 4))
            return .bytes(Array(try take(count)))
        default: throw BackupDamaged()
        }
    }
}
