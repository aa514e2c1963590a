internal import CPostgres

func postgresError(_ result: OpaquePointer?, isLost: Bool, statement: String) -> DatabaseError {
    let state = field(result, "C")
    let kind = postgresKind(state, isLost: isLost)
    let message =
        switch kind {
        case .gone: "the connection to the PostgreSQL server was lost"
        // These messages quote the value; the details of the others do, and are never read.
        case .badValue: "a value does not fit its type"
        default: field(result, "M") ?? "unknown"
        }
    return DatabaseError(kind, message, statement: statement, code: state)
}

private func postgresKind(_ state: String?, isLost: Bool) -> DatabaseError.Kind {
    guard !isLost, let state else { return .gone }
    return switch state {
    case "23505", "23P01": .uniqueViolation
    case "23503": .foreignKeyViolation
    // P0001 is what a trigger raises.
    case "23514", "P0001": .checkViolation
    case "23502": .notNullViolation
    case "40P01", "40001", "55P03", "53300": .busy
    case "53100": .full
    case "25006": .readOnly
    case "57P01", "57P02", "57P03": .gone
    case "XX001", "XX002": .corrupt
    case _ where state.hasPrefix("22"): .badValue
    case _ where state.hasPrefix("08"): .gone
    default: .other
    }
}

/// A field of an error: `C` is its SQLSTATE, `M` its first line.
private func field(_ result: OpaquePointer?, _ code: Unicode.Scalar) -> String? {
    PQresultErrorField(result, Int32(code.value)).map { String(cString: $0) }
}

func trimmed(_ text: UnsafePointer<CChar>?) -> String {
    guard let text else { return "unknown" }
    var bytes = Array(String(cString: text).utf8)
    while bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
}
