import Glibc
import Testing

@testable import Networks

@Suite("Whose network an address is in")
struct InternetAddressTests {
    private func place(_ text: String) throws -> InternetAddress.Place {
        var bytes = [UInt8](repeating: 0, count: 16)
        if inet_pton(AF_INET, text, &bytes) == 1 { return InternetAddress(bytes: Array(bytes[..<4])).place }
        try #require(inet_pton(AF_INET6, text, &bytes) == 1, "\(text) is no address")
        return InternetAddress(bytes: bytes).place
    }

    @Test(
        "public addresses are the internet",
        arguments: [
            "1.1.1.1", "8.8.8.8", "172.15.255.255", "172.32.0.1", "192.169.0.1", "100.63.255.255", "100.128.0.1",
            "223.255.255.255", "2606:4700::1111", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::8.8.8.8",
        ])
    func internet(address: String) throws { #expect(try place(address) == .internet) }

    @Test(
        "loopback and private addresses are the own network",
        arguments: [
            "127.0.0.1", "127.255.255.255", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.255", "192.168.1.1",
            "100.64.0.1", "100.127.255.255", "::1", "fc00::1", "fdff::1", "::ffff:10.0.0.1", "::ffff:127.0.0.1",
            "64:ff9b::7f00:1",
        ])
    func own(address: String) throws { #expect(try place(address) == .ownNetwork) }

    @Test(
        "what nobody has business with is nowhere",
        arguments: [
            "0.0.0.0", "0.1.2.3", "169.254.169.254", "224.0.0.1", "239.255.255.255", "240.0.0.1", "255.255.255.255",
            "192.0.2.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "192.88.99.1", "::", "fe80::1",
            "fec0::1", "ff02::1", "fd00:ec2::254", "2001:db8::1", "2002:7f00:1::", "2001::1", "::127.0.0.1",
            "64:ff9b:1::1", "::ffff:169.254.169.254", "100::1",
        ])
    func nowhere(address: String) throws { #expect(try place(address) == .nowhere) }
}
