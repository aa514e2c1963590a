import CMicroHTTPD

/// What stands before the body, checked for everything that a proxy and a server could read differently.
struct RequestHead {
    let method: Method
    let target: RequestTarget
    let headers: [String: String]
    let declaredLength: Int?

    init(
        method: String, version: String, rawTarget: [UInt8], fields: [HeaderField], limits: Server.Configuration
    ) throws(Refusal) {
        guard version == "HTTP/1.1" || version == "HTTP/1.0" else {
            throw Refusal(505, "This server speaks HTTP/1.1.")
        }
        guard let known = method == "HEAD" ? .get : Method(rawValue: method) else {
            throw Refusal(501, "This server does not know the method of this request.")
        }
        self.method = known
        headers = try Self.merge(fields, limits: limits)
        try Self.checkHost(headers["host"], version: version)
        declaredLength = try Self.checkFraming(headers)
        target = try RequestTarget(raw: rawTarget, maxFields: limits.maxFields)
    }

    private static let single: Set<String> = [
        "host", "content-length", "transfer-encoding", "content-type", "expect", "authorization",
    ]

    private static func merge(_ fields: [HeaderField], limits: Server.Configuration) throws(Refusal) -> [String: String]
    {
        guard fields.count <= limits.maxHeaders else {
            throw Refusal(431, "The request has more than \(limits.maxHeaders) headers.")
        }
        var headers: [String: String] = [:]
        for field in fields {
            guard !field.name.isEmpty, field.name.allSatisfy(isToken) else {
                throw Refusal(400, "The name of a header holds a character that it must not.")
            }
            for byte in field.value where (byte < 0x20 && byte != 0x09) || byte == 0x7F {
                throw Refusal(400, "The value of a header holds a control character.")
            }
            let name = String(decoding: field.name, as: UTF8.self).lowercased()
            let value = String(decoding: field.value, as: UTF8.self)
            if let earlier = headers[name] {
                guard !single.contains(name) else {
                    throw Refusal(400, "The header \(name) came more than once.")
                }
                headers[name] = earlier + (name == "cookie" ? "; " : ", ") + value
            } else {
                headers[name] = value
            }
        }
        return headers
    }

    private static func checkHost(_ host: String?, version: String) throws(Refusal) {
        guard let host else {
            if version == "HTTP/1.0" { return }
            throw Refusal(400, "The request has no Host header.")
        }
        let isPlain = host.utf8.allSatisfy { byte in
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
            case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: ":"): true
            case UInt8(ascii: "["), UInt8(ascii: "]"): true
            default: false
            }
        }
        guard isPlain, host.utf8.count <= 260 else { throw Refusal(400, "The Host header is not a host.") }
    }

    private static func checkFraming(_ headers: [String: String]) throws(Refusal) -> Int? {
        let length = headers["content-length"]
        if let encoding = headers["transfer-encoding"] {
            guard length == nil else {
                throw Refusal(400, "The request has both Content-Length and Transfer-Encoding.")
            }
            guard encoding.lowercased() == "chunked" else {
                throw Refusal(501, "The only transfer encoding this server reads is chunked.")
            }
            return nil
        }
        guard let length else { return 0 }
        guard length.utf8.allSatisfy({ 0x30...0x39 ~= $0 }), let count = Int(length) else {
            throw Refusal(400, "Content-Length is not a number.")
        }
        return count
    }
}

/// One header as it came.
struct HeaderField {
    let name: [UInt8]
    let value: [UInt8]

    /// The headers of the request that `connection` is reading.
    static func all(of connection: OpaquePointer) -> [HeaderField] {
        var fields: [HeaderField] = []
        withUnsafeMutablePointer(to: &fields) { fields in
            _ = MHD_get_connection_values_n(
                connection, .HEADER_KIND,
                { context, _, name, nameCount, value, valueCount in
                    let field = HeaderField(
                        name: HeaderField.bytes(name, nameCount), value: HeaderField.bytes(value, valueCount)
                    )
                    context?.assumingMemoryBound(to: [HeaderField].self).pointee.append(field)
                    return .YES
                }, fields
            )
        }
        return fields
    }

    private static func bytes(_ start: UnsafePointer<CChar>?, _ count: Int) -> [UInt8] {
        start.map { Array(UnsafeRawBufferPointer(start: $0, count: count)) } ?? []
    }
}
