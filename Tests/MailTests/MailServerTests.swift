import Mail
import Testing

struct MailServerTests {
    @Test("A server is written as an address, with TLS from the start or before anything else")
    func addresses() throws {
        let tls = try MailServer("smtps://mail.school.example")
        #expect(tls.security == .tls && tls.port == 465 && tls.host == "mail.school.example")
        let start = try MailServer("smtp://mail.school.example:2525/")
        #expect(start.security == .startTLS && start.port == 2525)
        #expect(try MailServer("smtp://mail.school.example").port == 587)
        #expect(try MailServer("plain://127.0.0.1:25").security == .plainOnLoopback)
    }

    @Test(
        "What is not the address of a mail server is refused in words",
        arguments: [
            "", "mail.school.example", "https://mail.school.example", "smtp://", "smtp://host:0", "smtp://host:70000",
            "smtp://host:x", "smtp://user:word@host", "smtp://a b", "smtp://host/path", "plain://mail.school.example",
            "smtp://host\r\nQUIT", "smtp://host%0d%0a",
        ])
    func badAddresses(_ address: String) {
        #expect(throws: MailServer.Fault.self) { try MailServer(address) }
    }

    @Test("A server prints without its password")
    func printing() throws {
        let server = try MailServer("smtps://host.example", login: .init(user: "school", password: "lantern-walk"))
        var dumped = ""
        dump(server, to: &dumped)
        #expect(!"\(server)\(String(reflecting: server))\(dumped)".contains("lantern"))
        #expect(server.address == "smtps://host.example:465")
    }
}
