import Testing

@testable import Networks

@Suite("What is said when a network cannot be asked")
struct JudgementTests {
    @Test("a password in an address that somebody pasted is not repeated")
    func secretsInAddresses() async throws {
        let address = "https://office:hunter2@school.example"
        let keeper = MemoryKeeper(Credential(secret: "token"))
        var words = ""
        for connector in [
            WordPress(site: address, user: "office", password: "x") as any Connector,
            Mastodon(server: address, keeper: keeper),
        ] {
            let answer = await connector.identify()
            guard case .failed(let failure) = answer else {
                Issue.record("\(answer)")
                continue
            }
            #expect(failure.kind == .misconfigured)
            words += "\(answer) \(await connector.publish(.sample()))"
        }
        words += "\(await FeedSource(address).read())"
        #expect(words.contains("address"))
        #expect(!words.contains("hunter2"))
    }
}
