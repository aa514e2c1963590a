import Glibc
import NetworksTesting
import Testing

@testable import Networks

@Suite("Links that a page calls its own")
struct OwnLinksTests {
    private static let register = "https://school.example/register"

    @Test(
        "N14: rel=me is found on links, among other words and in any spelling of the address",
        arguments: [
            #"<a rel="me" href="https://school.example/register">School</a>"#,
            #"<html><head><link rel='me' type='text/html' href='https://school.example/register'></head>"#,
            #"<A REL="nofollow Me noopener" HREF="https://SCHOOL.example/register/#top">x</A>"#,
            #"<p><b><a href=" http://school.example/register " rel=me>broken"#,
        ])
    func found(_ html: String) {
        #expect(OwnLinks.look(in: html, for: ["https://school.example", Self.register]) == .linked(Self.register))
    }

    @Test(
        "N14: what is no such link proves nothing",
        arguments: [
            #"<a href="https://school.example/register">no rel</a>"#,
            #"<a rel="mean" href="https://school.example/register">another word</a>"#,
            #"<a rel="me" href="https://school.example/register/other">elsewhere</a>"#,
            #"<a rel="me" href="https://school.example.evil.example/register">another host</a>"#,
            #"<a rel="me" href="https://school.example/register@evil.example">x</a>"#,
            #"<a rel="me" href="https://school.example:8443/register">another port</a>"#,
            #"<a rel="me" href="https://user:word@school.example/register">with a name</a>"#,
            #"<a rel="me" href="javascript:location='https://school.example/register'">x</a>"#,
            #"<script>document.write('<a rel="me" href="https://school.example/register">x</a>')</script>"#,
            #"<!-- <a rel="me" href="https://school.example/register">x</a> -->"#,
            #"<img rel="me" href="https://school.example/register">"#,
            #"{"rel":"me","href":"https://school.example/register"}"#,
            "", "\u{0}<a", String(repeating: "<div><a rel=me href=//>", count: 20_000),
        ])
    func notFound(_ html: String) {
        #expect(OwnLinks.look(in: html, for: [Self.register]) == .notLinked)
    }

    private func isUnread(_ finding: OwnLinks.Finding) -> Bool {
        if case .unread = finding { true } else { false }
    }

    @Test("N14: an endless page is read as far as a megabyte, and one that trickles not at all")
    func endless() async throws {
        let link = #"<a rel="me" href="https://school.example/register">School</a>"#
        let server = try RawServer { connection, _ in
            let trickles = connection.readRequest().hasPrefix("GET /slow")
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n")
            let part = trickles ? "<p>" : String(repeating: "<p>more", count: 4_096)
            while connection.write(part) {
                // Slow enough that no megabyte comes in time.
                if trickles { usleep(50_000) }
            }
        }
        defer { server.stop() }
        let begun = try RawServer { connection, _ in
            _ = connection.readRequest()
            connection.write("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + link)
            while connection.write(String(repeating: "<p>more", count: 4_096)) {}
        }
        defer { begun.stop() }
        let links = OwnLinks(
            limits: Outgoing.Limits(total: .seconds(2), replyBytes: 1_048_576, isBeginningEnough: true))
        let start = ContinuousClock.now
        let wanted = [Self.register]
        #expect(await links.look(on: server.address, for: wanted, mayBeInOwnNetwork: true) == .notLinked)
        #expect(isUnread(await links.look(on: server.address + "/slow", for: wanted, mayBeInOwnNetwork: true)))
        #expect(await links.look(on: begun.address, for: wanted, mayBeInOwnNetwork: true) == .linked(Self.register))
        #expect(ContinuousClock.now - start < .seconds(10))
    }

    @Test("N14: three redirects are followed and no fourth, and none into the own network")
    func redirects() async throws {
        let inside = try RawServer { connection, server in
            server.keep(connection.readRequest())
            connection.answer("200 OK", ["Content-Type: text/html"])
        }
        defer { inside.stop() }
        let server = try RawServer { connection, server in
            let request = connection.readRequest()
            server.keep(request)
            if request.hasPrefix("GET /loop") { return connection.answer("302 Found", ["Location: /loop"]) }
            if request.hasPrefix("GET /in") {
                return connection.answer("302 Found", ["Location: http://localhost:\(inside.port)/"])
            }
            for (from, to) in [("/1", "/2"), ("/2", "/3"), ("/3", "/4")] where request.hasPrefix("GET \(from) ") {
                return connection.answer("302 Found", ["Location: \(to)"])
            }
            connection.answer("200 OK", [], #"<link rel="me" href="https://school.example/register">"#)
        }
        defer { server.stop() }
        let links = OwnLinks(), wanted = [Self.register]
        func look(_ path: String, own: Bool = true) async -> OwnLinks.Finding {
            await links.look(on: server.address + path, for: wanted, mayBeInOwnNetwork: own)
        }
        #expect(await look("/1") == .linked(Self.register))
        #expect(isUnread(await look("/loop")))
        #expect(isUnread(await look("/in")), "the operator named this host, and no other")
        #expect(inside.connections == 0)
        let before = server.connections
        #expect(isUnread(await look("/1", own: false)), "nobody named it")
        #expect(server.connections == before)
        #expect(isUnread(await links.look(on: "file:///etc/passwd", for: wanted)))
    }
}
