import Schoolgate

/// `schoolgate keys`: changing the keys that seal an installation's secrets, while it runs.
enum KeysVerb {
    static let all = [rotate, retire, renew]

    static let rotate = Verb(
        words: ["keys", "rotate"], summary: "put a new master key beside the present one",
        operands: nil, options: StoredData.options,
        explanation: """
            The master key opens the keys in the database, and they open the accounts' secrets. This makes a new one that
            opens them too, and writes it into DATA/keys/master.key; the one before stays beside it as master.key.old. Servers
            go on meanwhile, with either. When the master key comes from SCHOOLGATE_MASTER_KEY, set
            SCHOOLGATE_NEW_MASTER_KEY to the next one, and start each server with it afterwards.

            Then run `schoolgate keys retire`, and the old one opens nothing any more. A backup made before can only be
            restored with the old one: make a new backup.
            """,
        run: { arguments in
            let environment = StoredData.environment
            Output.line(
                try await StoredData.open(arguments).rotateMaster(
                    to: environment["SCHOOLGATE_NEW_MASTER_KEY"], at: StoredData.now, environment: environment))
            return 0
        })

    static let retire = Verb(
        words: ["keys", "retire"], summary: "let only the present master key open the vault",
        operands: nil, options: StoredData.options,
        explanation: """
            Run it once every server has the new master key. It deletes what the old one could open, and
            DATA/keys/master.key.old.
            """,
        run: { arguments in
            let count = try await StoredData.open(arguments).retireMasters(
                at: StoredData.now, environment: StoredData.environment)
            Output.line(
                count == 0
                    ? "Only one master key opened the vault, and it still does."
                    : "\(counted(Int(count), "old master key")) opens nothing any more.")
            return 0
        })

    static let renew = Verb(
        words: ["keys", "renew"], summary: "seal every account's secrets with a new key",
        operands: nil, options: StoredData.options,
        explanation: """
            Makes a new key for secrets, seals each secret of the official accounts with it in one go, and forgets the keys
            before it. Servers go on meanwhile. Run it when somebody who could read the server's memory has left.
            """,
        run: { arguments in
            let count = try await StoredData.open(arguments).renewSecrets(
                at: StoredData.now, environment: StoredData.environment)
            Output.line("\(counted(count, "secret")) sealed with a new key.")
            return 0
        })
}
