import Foundation
import Mail
import Policy

/// The mail server and what mails say of themselves: `mail.conf` in the data folder, or the environment.
public struct MailSettings: Sendable {
    var server: MailServer
    let from: MailAddress
    /// Where mails come back to; with `+` and a word of the mail's own before the `@`.
    let bounces: MailAddress?

    static let file = "mail.conf"
    static let names = ["server", "user", "password", "from", "ca-file", "bounces"]

    /// Nil when nobody has set a mail server. What the environment says goes before the file.
    public static func read(
        folder: String, environment: [String: String]
    ) throws(MailSettingsProblem) -> MailSettings? {
        var values = try fileValues(folder + "/" + file)
        for name in names {
            let variable = "SCHOOLGATE_MAIL_" + name.uppercased().replacing("-", with: "_")
            if let value = environment[variable], !value.isEmpty { values[name] = value }
        }
        guard !values.isEmpty else { return nil }
        guard let address = values["server"] else {
            throw MailSettingsProblem(
                "The mail server is missing: add a line such as `server = smtps://mail.school.example`.")
        }
        guard let from = values["from"].flatMap(MailAddress.init) else {
            throw MailSettingsProblem(
                "`from` is missing or is no mail address: add a line such as `from = schoolgate@school.example`.")
        }
        let bounces = values["bounces"].flatMap(MailAddress.init)
        if values["bounces"] != nil, bounces == nil {
            throw MailSettingsProblem("`bounces` is no mail address, such as bounces@school.example.")
        }
        guard (values["user"] == nil) == (values["password"] == nil) else {
            throw MailSettingsProblem("`user` and `password` belong together: give both, or neither.")
        }
        var login: MailServer.Login?
        if let user = values["user"], let password = values["password"] {
            login = MailServer.Login(user: user, password: password)
        }
        do {
            return MailSettings(
                server: try MailServer(
                    address, login: login, authorities: values["ca-file"], ownName: from.host), from: from,
                bounces: bounces)
        } catch { throw MailSettingsProblem("\(error)") }
    }

    private static func fileValues(_ path: String) throws(MailSettingsProblem) -> [String: String] {
        guard FileManager.default.fileExists(atPath: path) else { return [:] }
        guard let data = FileManager.default.contents(atPath: path), data.count <= 65_536 else {
            throw MailSettingsProblem("\(path) cannot be read, or is longer than 64 KB.")
        }
        var values: [String: String] = [:]
        for (index, line) in String(decoding: data, as: UTF8.self).split(
            separator: "\n", omittingEmptySubsequences: false
        ).enumerated() {
            let text = String(line).trimmed
            if text.isEmpty || text.hasPrefix("#") { continue }
            let parts = text.split(separator: "=", maxSplits: 1).map { String($0).trimmed }
            guard let name = parts.first, names.contains(name), parts.count == 2, !parts[1].isEmpty else {
                // Not the line itself: it may be the password.
                throw MailSettingsProblem(
                    "\(path), line \(index + 1): write it as `name = value`, with one of the names \(names.inWords()).")
            }
            values[name] = parts[1]
        }
        if values["password"] != nil {
            let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int ?? 0
            guard mode & 0o007 == 0 else {
                throw MailSettingsProblem(
                    "\(path) holds a password, and everybody on this machine may read it. Run: chmod 600 \(path)")
            }
        }
        return values
    }
}

/// Why the settings of mail cannot be used; never with the password in it.
public struct MailSettingsProblem: Error, CustomStringConvertible, Equatable {
    public let description: String

    init(_ description: String) { self.description = description }
}
