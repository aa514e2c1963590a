import Crypto
import Testing

@Suite("Passwords")
struct PasswordTests {
    private let passwords = Passwords(.least)

    @Test("the right password is known, any other is not")
    func verify() async throws {
        let hash = try await passwords.hash("Grün & grau")
        #expect(hash.hasPrefix("$argon2id$v=19$m=8,t=1,p=1$"))
        #expect(try await passwords.verify("Grün & grau", hash))
        #expect(try await !passwords.verify("grün & grau", hash))
        #expect(try await !passwords.verify("", hash))
        #expect(try await !passwords.verify("Grün & grau", nil))
        #expect(try await !passwords.verify("Grün & grau", "not a hash"))
        #expect(try await passwords.hash("Grün & grau") != hash)
    }

    @Test("Argon2id agrees with the reference program's hash")
    func vector() async throws {
        let hash = "$argon2id$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$CTFhFdXPJO1aFaMaO6Mm5c8y7cJHAph8ArZWb2GRPPc"
        #expect(try await passwords.verify("password", hash))
        #expect(try await !passwords.verify("Password", hash))
    }

    @Test("a hash of another strength is outdated")
    func strength() async throws {
        let hash = try await passwords.hash("a")
        #expect(!passwords.isOutdated(hash))
        #expect(Passwords(.interactive).isOutdated(hash))
    }

    @Test("a password that is too long is refused before any work")
    func long() async throws {
        let long = String(repeating: "a", count: Passwords.longest + 1)
        await #expect(throws: CryptoError.passwordTooLong) { try await passwords.hash(long) }
        #expect(try await !passwords.verify(long, passwords.hash("a")))
    }

    @Test("when too many wait, the next is told so at once")
    func bounded() async throws {
        let few = Passwords(.interactive, atOnce: 1, patience: 1)
        let outcomes = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<6 {
                group.addTask { (try? await few.hash("a")) != nil }
            }
            return await group.reduce(into: [Bool]()) { $0.append($1) }
        }
        #expect(outcomes.contains(true))
        #expect(outcomes.contains(false))
    }
}
