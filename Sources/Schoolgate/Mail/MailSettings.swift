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
    ) throws(SettingsProblem) -> MailSettings? {
        var values = try fileValues(folder + "/" + file)
        for name in names {
            let variable = "SCHOOLGATE_MAIL_" + name.uppercased().replacing("-", with: "_")
            if let value = environment[variable], !value.isEmpty { values[name] = value }
        }
        guard !values.isEmpty else { return nil }
        guard let address = values["server"] else {
            throw SettingsProblem.mail(
                "The mail server is missing: add a line such as `server: smtps://mail.school.example`.")
        }
        guard let from = values["from"].flatMap(MailAddress.init) else {
            throw SettingsProblem.mail(
                "`from` is missing or is no mail address: add a line such as `from: schoolgate@school.example`.")
        }
        let bounces = values["bounces"].flatMap(MailAddress.init)
        if values["bounces"] != nil, bounces == nil {
            throw SettingsProblem.mail("`bounces` is no mail address, such as bounces@school.example.")
        }
        guard (values["user"] == nil) == (values["password"] == nil) else {
            throw SettingsProblem.mail("`user` and `password` belong together: give both, or neither.")
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
        } catch { throw SettingsProblem.mail("\(error)") }
    }

    private static func fileValues(_ path: String) throws(SettingsProblem) -> [String: String] {
        guard let values = try SettingsFile(at: path, names: Set(names))?.values else { return [:] }
        if values["password"] != nil {
            let mode = (try? FileManager.default.attributesOfItem(atPath: path))?[.posixPermissions] as? Int ?? 0
            guard mode & 0o007 == 0 else {
                throw SettingsProblem.mail(
                    "\(path) holds a password, and everybody on this machine may read it. Run: chmod 600 \(path)")
            }
        }
        return values
    }
}

extension SettingsProblem {
    fileprivate static func mail(_ words: String) -> SettingsProblem { SettingsProblem(MailSettings.file, words) }
}
