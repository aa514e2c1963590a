import Crypto
import Database
import DatabaseTesting
import Foundation
import Testing

@testable import Schoolgate

@Suite struct KeyRotationTests {
    private static let now = BackedUp.now

    private func secret(_ vault: Vault, _ installation: Installation) async throws -> String? {
        try await installation.database.read { db in
            let row = try db.first("SELECT id, sealed_secret FROM accounts WHERE sealed_secret IS NOT NULL") {
                (id: Account.ID($0.int(0)), sealed: $0.bytes(1))
            }
            guard let row else { return nil }
            return try vault.open(row.sealed, for: Account.place(of: row.id), in: db)
        }
    }

    @Test("The master key and the keys of secrets change while a server runs", arguments: Engine.all)
    func rotation(engine: Engine) async throws {
        try await withInstallation(engine) { test in
            let database = test.installation.database
            let running = try Vault(
                try await DataKeys.open(MasterKey(test.keys.master), at: Self.now, in: database), test.keys)
            #expect(try await secret(running, test.installation) == "network-password")

            _ = try await test.installation.rotateMaster(to: nil, at: Self.now, environment: [:])
            let keys = try Keys(folder: test.installation.folder, environment: [:])
            #expect(keys.master != test.keys.master)
            let restarted = try Vault(
                try await DataKeys.open(MasterKey(keys.master), at: Self.now, in: database), keys)
            #expect(try await secret(running, test.installation) == "network-password")
            #expect(try await secret(restarted, test.installation) == "network-password")
            await #expect(throws: VaultProblem.self) {
                _ = try await test.installation.renewSecrets(at: Self.now, environment: [:])
            }

            #expect(try await test.installation.retireMasters(at: Self.now, environment: [:]) == 1)
            await #expect(throws: VaultProblem.self) {
                _ = try await DataKeys.open(MasterKey(test.keys.master), at: Self.now, in: database)
            }
            #expect(try await test.installation.renewSecrets(at: Self.now, environment: [:]) == 1)
            // The server that was never started anew reads the new master key's file and finds the new key.
            #expect(try await secret(running, test.installation) == "network-password")
            #expect(try await secret(restarted, test.installation) == "network-password")
            let numbers = try await database.read { db in
                try db.all("SELECT number FROM data_keys ORDER BY number") { $0.int(0) }
            }
            #expect(numbers == [0, 2])
        }
    }

    @Test("A database is not served under another installation's master key, and says what to do")
    func wrongMaster() async throws {
        try await withInstallation { test in
            do {
                _ = try await DataKeys.open(MasterKey(random(bytes: 32)), at: Self.now, in: test.installation.database)
                Issue.record("it opened")
            } catch let problem as VaultProblem {
                #expect(problem.description.contains("keys/master.key"))
            }
        }
    }

    @Test("A key from the environment is changed to the one the environment gives")
    func environment() async throws {
        try await withInstallation { test in
            let old = test.keys.master.hex, new = random(bytes: 32).hex
            let before = ["SCHOOLGATE_MASTER_KEY": old]
            await #expect(throws: VaultProblem.self) {
                _ = try await test.installation.rotateMaster(to: nil, at: Self.now, environment: before)
            }
            await #expect(throws: VaultProblem.self) {
                _ = try await test.installation.rotateMaster(to: "abc", at: Self.now, environment: before)
            }
            _ = try await test.installation.rotateMaster(to: new, at: Self.now, environment: before)
            let after = ["SCHOOLGATE_MASTER_KEY": new]
            #expect(try await test.installation.retireMasters(at: Self.now, environment: after) == 1)
            let keys = try Keys(folder: test.installation.folder, environment: after)
            let vault = try Vault(
                try await DataKeys.open(MasterKey(keys.master), at: Self.now, in: test.installation.database), keys)
            #expect(try await secret(vault, test.installation) == "network-password")
        }
    }
}
