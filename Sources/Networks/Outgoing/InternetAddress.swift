internal import Glibc

/// An IP address as the bytes of a connection, and whose network it is in.
struct InternetAddress: Equatable {
    enum Place: Equatable {
        case internet
        /// Loopback and private networks: only hosts that the operator named.
        case ownNetwork
        /// Link-local, metadata services, multicast, reserved: nobody.
        case nowhere
    }

    /// Four bytes, or sixteen.
    let bytes: [UInt8]

    init(bytes: [UInt8]) { self.bytes = bytes }

    /// Nil for any family but IPv4 and IPv6.
    init?(socketAddress: UnsafeRawPointer, length: Int, family: Int32) {
        // Where the address stands in sockaddr_in and sockaddr_in6.
        let range: Range<Int>
        switch family {
        case AF_INET: range = 4..<8
        case AF_INET6: range = 8..<24
        default: return nil
        }
        guard length >= range.upperBound else { return nil }
        bytes = Array(UnsafeRawBufferPointer(start: socketAddress, count: length)[range])
    }

    var place: Place {
        switch bytes.count {
        case 4: placeOfFour(bytes)
        case 16: placeOfSixteen
        default: .nowhere
        }
    }

    private func placeOfFour(_ b: [UInt8]) -> Place {
        switch (b[0], b[1], b[2]) {
        case (10, _, _), (127, _, _), (192, 168, _): .ownNetwork
        case (172, 16...31, _), (100, 64...127, _): .ownNetwork
        case (0, _, _), (169, 254, _), (224..., _, _): .nowhere
        // Reserved for protocols, documentation and measuring (RFC 6890).
        case (192, 0, 0), (192, 0, 2), (192, 88, 99), (198, 18...19, _), (198, 51, 100), (203, 0, 113): .nowhere
        default: .internet
        }
    }

    private var placeOfSixteen: Place {
        if bytes[0..<10].allSatisfy({ $0 == 0 }), bytes[10] == 0xFF, bytes[11] == 0xFF {
            return placeOfFour(Array(bytes[12...]))
        }
        // 64:ff9b::/96, where an IPv6-only network reaches IPv4.
        if bytes[0..<12] == [0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0] { return placeOfFour(Array(bytes[12...])) }
        if bytes[0..<15].allSatisfy({ $0 == 0 }), bytes[15] == 1 { return .ownNetwork }
        if bytes[0] & 0xFE == 0xFC {
            let metadata: [UInt8] = [0xFD, 0, 0x0E, 0xC2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x02, 0x54]
            return bytes == metadata ? .nowhere : .ownNetwork
        }
        guard bytes[0] & 0xE0 == 0x20 else { return .nowhere }
        switch (bytes[0], bytes[1], bytes[2], bytes[3]) {
        // Tunnels that hide an IPv4 address, and documentation.
        case (0x20, 0x01, 0x00...0x01, _), (0x20, 0x02, _, _), (0x20, 0x01, 0x0D, 0xB8), (0x3F, 0xFF, 0x00...0x0F, _):
            return .nowhere
        default: return .internet
        }
    }
}
