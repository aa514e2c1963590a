import Testing
import Web

@testable import Schoolgate

extension TestSite {
    /// Somebody whose password was right, before the code.
    func afterPassword(_ first: String, from address: String = "127.0.0.1") async -> Visitor {
        var visitor = Visitor(site, from: address)
        await visitor.visit("/sign-in")
        await visitor.submit(
            "/sign-in", ["email": "\(first.lowercased())@example.test", "password": TestSite.password])
        return visitor
    }
}

extension Visitor {
    /// Sets a second factor up as a person does and answers with the recovery codes.
    mutating func enrol() async -> [String] {
        await setUpFactor()
        return text.matches(of: /<code>([A-Z2-9]{4}-[A-Z2-9]{4}-[A-Z2-9]{4})<\/code>/).map { String($0.1) }
    }
}
