/// The values of a statement in PostgreSQL's binary format, one after the other.
struct PostgresParameters {
    private var bytes: [UInt8] = []
    private var offsets: [Int?] = []
    private(set) var lengths: [Int32] = []
    private(set) var types: [UInt32] = []

    init(_ parameters: [Statement.Parameter]) throws(DatabaseError) {
        for parameter in parameters {
            let start = bytes.count
            switch parameter.value {
            case .null: break
            case .integer(let integer): append(bigEndian: UInt64(bitPattern: integer))
            case .real(let double): append(bigEndian: double.bitPattern)
            case .text(let text): bytes += text.utf8
            case .bytes(let value): bytes += value
            }
            guard let length = Int32(exactly: bytes.count - start) else {
                throw DatabaseError(.badValue, "a value is larger than 2 GB")
            }
            offsets.append(parameter.value == .null ? nil : start)
            lengths.append(length)
            types.append(parameter.oid)
        }
        // Even an empty value needs an address, or it would be null.
        bytes.append(0)
    }

    func withPointers<T>(_ body: (UnsafePointer<UnsafePointer<CChar>?>?) -> T) -> T {
        bytes.withUnsafeBytes { buffer in
            let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
            let pointers = offsets.map { offset in offset.flatMap { start?.advanced(by: $0) } }
            return pointers.withUnsafeBufferPointer { body($0.baseAddress) }
        }
    }

    private mutating func append(bigEndian value: UInt64) {
        withUnsafeBytes(of: value.bigEndian) { bytes += $0 }
    }
}

extension Statement.Parameter {
    fileprivate var oid: UInt32 {
        switch value {
        case .integer: PostgresType.int8
        case .real: PostgresType.float8
        case .text: PostgresType.text
        case .bytes: PostgresType.bytea
        case .null:
            switch type {
            case .integer: PostgresType.int8
            case .real: PostgresType.float8
            case .text: PostgresType.text
            case .bytes: PostgresType.bytea
            case .unknown: 0
            }
        }
    }
}
