import Database
import DatabaseTesting
import Networks
import NetworksTesting
import Testing
import Web

@testable import Schoolgate

/// A website that goes wrong: no double post, no lost post, and a clear message each time.
@Suite struct WebsiteFaultTests {
    static let carriedOut: [(action: FaultProxy.Action, says: String)] = [
        (.cutAfterForwarding, "ended the connection without an answer"),
        (.cutHalfway, "gave an answer that cannot be read"),
        (.forwardAndAnswer("500 Internal Server Error", [], "<h1>Critical error</h1>"), "a problem of its own (500)"),
        (.forwardAndAnswer("200 OK", ["Content-Type: text/html"], "<html>Welcome</html>"), "a page instead of data"),
    ]

    @Test(
        "A post accepted without a readable answer is looked up and confirmed, never posted twice",
        arguments: carriedOut.indices)
    func accepted(index: Int) async throws {
        try await withWebsite { there in
            there.weather.breaks(Weather.posting, Self.carriedOut[index].action, once: true)
            var tom = await there.send()
            try await there.workOff()
            #expect(try await there.delivery().state == .unknown)
            await tom.visit("/posts/1")
            #expect(tom.sees("Being looked up"))
            #expect(tom.sees(Self.carriedOut[index].says))
            #expect(try await there.state() == .publishing)

            there.turn(.minutes(2))
            try await there.workOff()
            #expect(try await there.delivery().state == .confirmed)
            #expect(try await there.state() == .published)
            #expect(there.posted() == 1)
            #expect(try await there.website.copies(of: there.delivery().key) == 1)
            await tom.visit("/posts/1")
            #expect(tom.sees("See it there"))
        }
    }

    static let refusedLookups: [(action: FaultProxy.Action, says: String)] = [
        (.answer("500 Internal Server Error", [], "oops"), "a problem of its own (500)"),
        (.answer("200 OK", ["Content-Type: text/html"], "<html></html>"), "REST interface is switched off"),
        (.cutBeforeForwarding, "ended the connection without an answer"),
    ]

    @Test("A website in trouble gets nothing, and the post goes out when it is well", arguments: refusedLookups.indices)
    func inTrouble(index: Int) async throws {
        try await withWebsite { there in
            there.weather.breaks(Weather.anything, Self.refusedLookups[index].action)
            var tom = await there.send()
            try await there.workOff()
            await tom.visit("/posts/1")
            #expect(tom.sees(Self.refusedLookups[index].says))
            #expect(there.posted() == 0)

            there.weather.clears()
            there.turn(.minutes(3))
            if try await there.delivery().state == .failed {
                await tom.submit("/deliveries/1/attempt", [:])
            }
            try await there.workOff()
            #expect(try await there.state() == .published)
            #expect(try await there.website.copies(of: there.delivery().key) == 1)
        }
    }

    @Test("A slow website is waited for")
    func slow() async throws {
        try await withWebsite { there in
            there.weather.breaks(Weather.posting, .delay(milliseconds: 700))
            _ = await there.send()
            try await there.workOff()
            #expect(try await there.state() == .published)
            #expect(there.posted() == 1)
        }
    }

    @Test("A website that is down keeps the post in the outbox, and it goes out when it is back within the grace")
    func downAndBack() async throws {
        try await withWebsite { there in
            try await there.goDown()
            _ = await there.send(slot: "2026-11-23T09:30")
            there.turn(.minutes(30))
            try await there.workOff()
            var tom = await Visitor(there.test.site, as: "Tom")
            await tom.visit("/posts/1")
            #expect(tom.sees("The website cannot be reached. Nothing was sent; it is tried again later."))
            #expect(tom.sees("It is tried again today, 09:31."))
            #expect(try await there.state() == .scheduled)

            try await there.comeBack()
            there.turn(.minutes(2))
            try await there.workOff()
            #expect(try await there.state() == .published)
            #expect(try await there.website.copies(of: there.delivery().key) == 1)
        }
    }

    @Test("N11: after the grace a post goes back to a person and not straight out, however well the website is")
    func downTooLong() async throws {
        try await withWebsite { there in
            try await there.goDown()
            _ = await there.send(slot: "2026-11-23T09:30")
            for _ in 0..<8 {
                there.turn(.minutes(6))
                try await there.workOff()
            }
            #expect(try await there.state() == .missed)
            try await there.comeBack()
            there.turn(.minutes(20))
            try await there.workOff()
            #expect(try await there.website.copies(of: there.delivery().key) == 0)
            var tom = await Visitor(there.test.site, as: "Tom")
            #expect(tom.sees("missed its time"))
            await tom.visit("/posts/1")
            #expect(tom.sees("The website cannot be reached."))
        }
    }

    @Test("A password that is not accepted is said at the account, and the post goes out when it is mended")
    func unauthorised() async throws {
        try await withWebsite { there in
            there.weather.breaks(Weather.anything, .answer("401 Unauthorized", [], "no"))
            var tom = await there.send()
            try await there.workOff()
            await tom.visit("/posts/1")
            #expect(tom.sees("WordPress did not accept the password."))
            #expect(try await there.state() == .stopped)
            var ruth = await Visitor(there.test.site, as: "Ruth")
            await ruth.visit("/")
            #expect(ruth.sees("School website does not work"))

            there.weather.clears()
            await ruth.visit("/accounts")
            #expect(ruth.sees("Needs somebody"))
            await ruth.submit("/accounts/1/secret", ["secret": there.website.password])
            await tom.submit("/deliveries/1/attempt", [:])
            try await there.workOff()
            #expect(try await there.state() == .published)
            #expect(try await there.trouble() == nil)
            #expect(try await there.website.copies(of: there.delivery().key) == 1)
        }
    }

    @Test("A website that asks to be left alone is left alone for as long as it says")
    func rateLimited() async throws {
        try await withWebsite { there in
            there.weather.breaks(
                Weather.posting, .answer("429 Too Many Requests", ["Retry-After: 600"], "later"), once: true)
            _ = await there.send()
            try await there.workOff()
            there.turn(.minutes(9))
            try await there.workOff()
            #expect(there.posted() == 1)
            there.turn(.minutes(2))
            try await there.workOff()
            #expect(there.posted() == 2)
            #expect(try await there.state() == .published)
        }
    }

    @Test(
        "A crash after the network was asked is found out on the network, whether it had the post or not",
        arguments: [false, true])
    func crash(hadIt: Bool) async throws {
        try await withWebsite { there in
            _ = await there.send()
            let context = there.test.context
            let held = try #require(try await there.publisher.claim())
            try await there.test.database.write { db in
                _ = try held.markSent(in: db)
                try Schoolgate.Post.settle(held.post, in: db, now: context.now())
            }
            if hadIt {
                let work = try await there.test.database.read { db in try DeliveryWork.load(held, context, in: db) }
                let connector = try #require(try work.connector(context))
                _ = await connector.publish(try await work.publication(held, largest: 0, context))
            }
            // The lease is still held: nobody touches it.
            try await there.workOff()
            #expect(try await there.delivery().state == .sent)
            there.turn(Publisher.lease + .seconds(1))
            try await there.workOff()
            #expect(try await there.state() == .published)
            #expect(there.posted() == 1)
            #expect(try await there.website.copies(of: held.key) == 1)
        }
    }

    @Test("A post given up that arrives late is taken down again, its pictures too, and the record says so")
    func lateArrival() async throws {
        try await withWebsite { there in
            let context = there.test.context
            var tom = await Visitor(there.test.site, as: "Tom")
            try await tom.attach(named: "")
            var fields = tom.fields(named: "", intent: "send")
            fields["slot"] = "2026-11-23T09:30"
            await tom.submit("/posts/1/draft", fields)
            there.turn(.minutes(30))
            there.weather.breaks(Weather.posting, .cutBeforeForwarding)
            try await there.workOff()
            let delivery = try await there.delivery()
            #expect(delivery.state == .unknown)
            #expect(try await there.website.pictures(of: delivery.key) == 1)
            there.turn(.minutes(20))
            try await there.workOff()
            #expect(try await there.state() == .missed)
            #expect(try await there.website.pictures(of: delivery.key) == 0)

            there.weather.clears()
            let work = try await there.test.database.read { db in try DeliveryWork.load(delivery, context, in: db) }
            let connector = try #require(try work.connector(context))
            _ = await connector.publish(try await work.publication(delivery, largest: 0, context))
            #expect(try await there.website.copies(of: delivery.key) == 1)
            there.turn(.minutes(20))
            try await there.workOff()
            #expect(try await there.website.copies(of: delivery.key) == 0)
            #expect(try await there.website.pictures(of: delivery.key) == 0)
            tom = await Visitor(there.test.site, as: "Tom")
            await tom.visit("/posts/1")
            #expect(tom.sees("took down a late copy of"))
            #expect(try await there.state() == .missed)
        }
    }

    @Test("A post called back while nobody knows whether it is out comes down as soon as it is seen")
    func calledBack() async throws {
        try await withWebsite { there in
            there.weather.breaks(Weather.posting, .cutAfterForwarding, once: true)
            _ = await there.send()
            try await there.workOff()
            var dawn = await Visitor(there.test.site, as: "Dawn")
            await dawn.visit("/posts/1")
            await dawn.submit("/posts/1/removal", ["reason": "A parent asked."])
            #expect(try await there.state() == .removing)
            for _ in 0..<4 {
                there.turn(.minutes(1))
                try await there.workOff()
            }
            #expect(try await there.state() == .removed)
            #expect(there.posted() == 1)
            #expect(try await there.website.copies(of: there.delivery().key) == 0)
        }
    }

    @Test("A post called back that never arrived is not sent again")
    func calledBackUnsent() async throws {
        try await withWebsite { there in
            there.weather.breaks(Weather.posting, .cutBeforeForwarding, once: true)
            _ = await there.send()
            try await there.workOff()
            var dawn = await Visitor(there.test.site, as: "Dawn")
            await dawn.visit("/posts/1")
            await dawn.submit("/posts/1/removal", ["reason": "A parent asked."])
            for _ in 0..<4 {
                there.turn(.minutes(1))
                try await there.workOff()
            }
            #expect(try await there.state() == .stopped)
            #expect(there.posted() == 1)
            #expect(try await there.website.copies(of: there.delivery().key) == 0)
        }
    }
}

extension WebsiteTest {
    /// The website's machine is off: nothing listens there.
    func goDown() async throws {
        let (listener, port) = try RawServer.listen()
        RawConnection(socket: listener).shut()
        try await move("http://127.0.0.1:\(port)\(website.path)")
    }

    func comeBack() async throws { try await move(proxy.address + website.path) }

    private func move(_ address: String) async throws {
        try await test.database.write { db in try db.run("UPDATE accounts SET address = \(address) WHERE id = 1") }
    }
}
