/// Where a browser sends a cookie along.
public enum SameSite: String, Sendable {
    case strict = "Strict"
    case lax = "Lax"
}

extension Response {
    /// Adds a cookie for the whole site; a `maxAge` of zero removes it, none keeps it until the browser closes.
    public mutating func setCookie(
        _ name: String, _ value: String, maxAge: Int? = nil, httpOnly: Bool = true, sameSite: SameSite = .lax,
        secure: Bool
    ) {
        precondition(
            !name.isEmpty && name.utf8.allSatisfy(isToken) && value.utf8.allSatisfy(isCookieOctet),
            "A cookie's name is a token, and its value has neither space, quote, comma, semicolon nor backslash."
        )
        var cookie = "\(name)=\(value); Path=/; SameSite=\(sameSite.rawValue)"
        if let maxAge { cookie += "; Max-Age=\(maxAge)" }
        if httpOnly { cookie += "; HttpOnly" }
        if secure { cookie += "; Secure" }
        headers.append(("Set-Cookie", cookie))
    }
}

/// The cookies of a request: what is not spelt as RFC 6265 has it is left out, and the first of a name counts.
func parseCookies(_ header: String) -> [String: String] {
    var cookies: [String: String] = [:]
    for pair in header.utf8.split(separator: UInt8(ascii: ";"), maxSplits: 100) {
        let pair = pair.drop { $0 == UInt8(ascii: " ") }
        guard let equals = pair.firstIndex(of: UInt8(ascii: "=")) else { continue }
        let name = pair[..<equals]
        var value = pair[pair.index(after: equals)...]
        let quote = UInt8(ascii: "\"")
        if value.count >= 2, value.first == quote, value.last == quote { value = value.dropFirst().dropLast() }
        guard !name.isEmpty, name.allSatisfy(isToken), value.allSatisfy(isCookieOctet) else { continue }
        let key = String(Substring(name))
        if cookies[key] == nil { cookies[key] = String(Substring(value)) }
    }
    return cookies
}

/// RFC 9110: what names of headers, methods and cookies are made of.
func isToken(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x21, 0x23...0x27, 0x2A, 0x2B, 0x2D, 0x2E, 0x5E, 0x5F, 0x60, 0x7C, 0x7E: true
    default: false
    }
}

/// RFC 6265: what the value of a cookie is made of.
private func isCookieOctet(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x21, 0x23...0x2B, 0x2D...0x3A, 0x3C...0x5B, 0x5D...0x7E: true
    default: false
    }
}
