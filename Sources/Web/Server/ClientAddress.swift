import CMicroHTTPD
import Glibc

/// Who is at the other end, and what a trusted proxy says about it.
struct ClientAddress {
    let address: String
    let isSecure: Bool

    /// Believes the forwarded headers of trusted proxies, from the nearest one outwards, and removes all others.
    init(peer: String, headers: inout [String: String], trusted: Set<String>) {
        let forwarded = headers["x-forwarded-for"]
        guard trusted.contains(peer) else {
            for name in ["x-forwarded-for", "x-forwarded-proto", "x-forwarded-host", "x-real-ip", "forwarded"] {
                headers[name] = nil
            }
            address = peer
            isSecure = false
            return
        }
        isSecure = headers["x-forwarded-proto"]?.lowercased() == "https"
        var client = peer
        for hop in (forwarded ?? "").split(separator: ",").reversed() {
            guard let numeric = Self.numeric(hop.drop { $0 == " " }.prefix { $0 != " " }) else { break }
            client = numeric
            guard trusted.contains(numeric) else { break }
        }
        address = client
    }

    /// The usual spelling of a numeric address, or nil.
    static func numeric(_ text: some StringProtocol) -> String? {
        var v4 = in_addr()
        var v6 = in6_addr()
        var buffer = [CChar](repeating: 0, count: Int(INET6_ADDRSTRLEN))
        let text = String(text)
        if inet_pton(AF_INET, text, &v4) == 1 {
            _ = inet_ntop(AF_INET, &v4, &buffer, socklen_t(buffer.count))
        } else if inet_pton(AF_INET6, text, &v6) == 1 {
            _ = inet_ntop(AF_INET6, &v6, &buffer, socklen_t(buffer.count))
        } else {
            return nil
        }
        return string(buffer)
    }

    /// The numeric address of a socket; IPv4 mapped into IPv6 is spelt as IPv4.
    static func string(_ address: UnsafePointer<sockaddr>?) -> String {
        guard let address else { return "unknown" }
        let length =
            address.pointee.sa_family == UInt16(AF_INET6)
            ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
        var buffer = [CChar](repeating: 0, count: 64)
        guard getnameinfo(address, socklen_t(length), &buffer, 64, nil, 0, NI_NUMERICHOST) == 0 else {
            return "unknown"
        }
        let text = string(buffer)
        return text.hasPrefix("::ffff:") && text.contains(".") ? String(text.dropFirst(7)) : text
    }

    private static func string(_ buffer: [CChar]) -> String {
        String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }
}
