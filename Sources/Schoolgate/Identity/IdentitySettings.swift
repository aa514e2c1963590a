import Foundation
public import OpenID
import Policy

/// The school's identity provider as the operator wrote it down in `identity.conf`.
public struct IdentitySettings: Sendable {
    /// What the button calls it.
    public let name: String
    public let provider: ProviderSettings
    /// Without it nobody comes in; nil lets in whoever is on the staff list.
    let requiredGroup: String?
    let grants: [GroupGrant]

    static let fileName = "identity.conf"
    private static let names: Set = [
        "group", "scope", "name", "issuer", "client-id", "client-secret", "client-secret-file", "domain", "tenant",
        "groups-claim", "required-group", "addresses",
    ]

    /// Nil when there is no such file in the data folder.
    public static func read(
        folder: String, environment: [String: String], privateHosts: Set<String>
    ) throws -> IdentitySettings? {
        let path = folder + "/" + fileName
        guard FileManager.default.fileExists(atPath: path) else { return nil }
        guard let data = FileManager.default.contents(atPath: path), data.count <= 65_536,
            let text = String(data: data, encoding: .utf8)
        else { throw SettingsProblem.identity("cannot be read as text of at most 65536 bytes.") }
        return try parse(text, environment: environment, privateHosts: privateHosts) { path in
            guard let data = FileManager.default.contents(atPath: path), data.count <= 4_096 else { return nil }
            return String(data: data, encoding: .utf8)
        }
    }

    static func parse(
        _ text: String, environment: [String: String], privateHosts: Set<String>,
        secretFile: (String) -> String? = { _ in nil }
    ) throws -> IdentitySettings {
        let file = try SettingsFile(text, file: fileName, names: names, repeatable: ["group", "scope"])
        if let line = file.all("client-secret").first {
            throw SettingsProblem.identity(
                "line \(line.number) holds the client secret. Put it into a file of its own (client-secret-file) or into \(secretVariable)."
            )
        }
        let grants = try file.all("group").map { try GroupGrant($0.value, line: $0.number) }
        let values = file.values, scopes = file.all("scope").map(\.value)
        return try assembled(values, grants, scopes, environment, privateHosts, secretFile)
    }

    private static func assembled(
        _ values: [String: String], _ grants: [GroupGrant], _ scopes: [String], _ environment: [String: String],
        _ privateHosts: Set<String>, _ secretFile: (String) -> String?
    ) throws -> IdentitySettings {
        func needed(_ key: String) throws -> String {
            guard let value = values[key], !value.isEmpty else {
                throw SettingsProblem.identity("needs a line “\(key): …”.")
            }
            return value
        }
        var secret = environment[secretVariable]
        if let path = values["client-secret-file"] {
            guard let text = secretFile(path)?.trimmed, !text.isEmpty else {
                throw SettingsProblem.identity("names \(path) for the client secret, which cannot be read or is empty.")
            }
            secret = text
        }
        guard ["verified", "own", nil].contains(values["addresses"]) else {
            throw SettingsProblem.identity(
                "says “addresses: \(values["addresses"] ?? "")”, which is neither verified nor own.")
        }
        let name = try needed("name")
        guard name.count <= 60 else { throw SettingsProblem.identity("has a name of more than 60 characters.") }
        let asksForGroups = !grants.isEmpty || values["required-group"] != nil
        do throws(SignInProblem) {
            return IdentitySettings(
                name: name,
                provider: try ProviderSettings(
                    issuer: values["issuer"] ?? "", clientID: values["client-id"] ?? "", clientSecret: secret,
                    hostedDomain: values["domain"], tenant: values["tenant"], moreScopes: scopes,
                    groupsClaim: values["groups-claim"] ?? (asksForGroups ? "groups" : nil),
                    ownsAddresses: values["addresses"] == "own", privateHosts: privateHosts),
                requiredGroup: values["required-group"], grants: grants)
        } catch { throw SettingsProblem.identity(error.message) }
    }

    static let secretVariable = "SCHOOLGATE_IDENTITY_SECRET"
}

/// A role that people of a group get when they sign in, and lose when they leave it.
struct GroupGrant: Sendable, Equatable {
    /// What a group may give. Who decides for children, pupils' data, other people's access or the whole school is
    /// appointed in Schoolgate alone.
    static let ordinary: [Role] = ["teacher", "office", "senior-leader", "comms", "it", "governor"]

    let group: String
    let role: Role
    /// The word of a school; nil for the whole trust.
    let school: String?

    /// Reads `Staff of Larkmere -> teacher at larkmere`.
    init(_ text: String, line: Int) throws {
        guard let arrow = text.range(of: " -> ", options: .backwards) else {
            throw SettingsProblem.identity("line \(line) is not “group: NAME -> ROLE at SCHOOL”.")
        }
        group = String(text[..<arrow.lowerBound]).trimmed
        let words = text[arrow.upperBound...].split(separator: " ").map(String.init)
        guard words.count == 3, words[1] == "at", !group.isEmpty else {
            throw SettingsProblem.identity("line \(line) is not “group: NAME -> ROLE at SCHOOL”.")
        }
        role = Role(rawValue: words[0])
        guard Self.ordinary.contains(role) else {
            let known = Self.ordinary.map(\.rawValue).joined(separator: ", ")
            throw SettingsProblem.identity(
                "line \(line) would give “\(words[0])” to a group. Groups give \(known); everything else is given in Schoolgate."
            )
        }
        school = words[2] == "trust" ? nil : words[2]
    }
}

extension SettingsProblem {
    fileprivate static func identity(_ words: String) -> SettingsProblem {
        SettingsProblem(IdentitySettings.fileName, words)
    }
}
