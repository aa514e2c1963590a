import Glibc
import NetworksTesting

@testable import Networks

/// The real WordPress that `scripts/wordpress-for-tests` started.
struct TestWordPress {
    let site: String
    let user: String
    let password: String
    let contributor: String
    let contributorPassword: String

    struct Missing: Error, CustomStringConvertible {
        let variable: String
        var description: String {
            "\(variable) is not set. Run `make test`, or first: eval \"$(scripts/wordpress-for-tests start)\""
        }
    }

    init() throws {
        func read(_ name: String) throws -> String {
            guard let value = getenv("SCHOOLGATE_TEST_WORDPRESS_" + name) else {
                throw Missing(variable: "SCHOOLGATE_TEST_WORDPRESS_" + name)
            }
            return String(cString: value)
        }
        site = try read("URL")
        user = try read("USER")
        password = try read("PASSWORD")
        contributor = try read("CONTRIBUTOR")
        contributorPassword = try read("CONTRIBUTOR_PASSWORD")
    }

    func connector() -> WordPress {
        WordPress(site: site, user: user, password: password, mayBeInOwnNetwork: true)
    }

    /// The connector that reaches this WordPress through a proxy.
    func connector(through proxy: FaultProxy) throws -> WordPress {
        WordPress(site: proxy.address + path, user: user, password: password, mayBeInOwnNetwork: true)
    }

    var port: Int {
        Int(site.split(separator: ":").last?.prefix { $0.isNumber } ?? "") ?? 80
    }

    private var path: String {
        guard let slash = site.dropFirst("http://".count).firstIndex(of: "/") else { return "" }
        return String(site[slash...])
    }

    /// What anybody sees at an address.
    func page(_ url: String) async throws -> (status: Int, body: String) {
        let request = Outgoing.Request("GET", url, redirects: 3, reach: .ownHost("127.0.0.1"))
        let reply = try await Outgoing().send(request).get()
        return (reply.status, String(decoding: reply.body, as: UTF8.self))
    }

    /// Somebody fills in the form under a post, as any visitor can.
    func comment(on post: RemoteID, _ text: String, by name: String = "A parent") async throws {
        let fields = [
            ("comment_post_ID", post.rawValue), ("author", name), ("email", "parent@family.example"), ("comment", text),
        ]
        // WordPress takes one in 15 seconds from the same visitor.
        for _ in 0..<40 {
            let request = Outgoing.Request(
                "POST", "\(site)/wp-comments-post.php",
                headers: [Outgoing.Header("Content-Type", "application/x-www-form-urlencoded")],
                body: Array(FormText.encoded(fields).utf8), reach: .ownHost("127.0.0.1"))
            let reply = try await Outgoing().send(request).get()
            if reply.status == 302 { return }
            try await Task.sleep(for: .milliseconds(500))
        }
        throw Missing(variable: "A comment on the test WordPress")
    }

    /// How many posts, drafts and binned posts there are whose slug begins as this publication's does.
    func count(of publication: Publication) async -> Int {
        let slug = Marker(publication.key).post
        let slugs = [slug] + (2...5).flatMap { ["\(slug)-\($0)", "\(slug)-\($0)__trashed"] } + ["\(slug)__trashed"]
        let query = "slug=\(slugs.joined(separator: ","))&status=any,trash&per_page=100"
        guard case .done(let reply) = await connector().get("posts", query: query) else { return -1 }
        return Post.list(reply.body)?.count ?? -1
    }
}

extension Publication {
    /// A publication under a key that nobody has used.
    static func sample(
        _ text: String = "Sports day\n\nThe sun shone and everybody ran.", media: Int = 0,
        claimed: Set<RemoteID> = []
    ) -> Publication {
        var random = SystemRandomNumberGenerator()
        let key = String(random.next() as UInt64, radix: 36)
        return Publication(
            key: key, text: text, media: (0..<media).map { .green(alt: "Picture \($0 + 1): \"green\" & <calm>") },
            account: "@hilltop", since: Instant.now(), claimed: claimed
        )
    }

    /// The same publication with other words.
    func saying(_ text: String) -> Publication {
        Publication(
            key: key, text: text, title: title, media: media, account: account, since: since, claimed: claimed)
    }
}

extension PublicationMedia {
    /// A green picture of 8 by 8 pixels.
    static func green(alt: String) -> PublicationMedia {
        let png: [UInt8] = [
            0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52,
            0x00, 0x00, 0x00, 0x08, 0x00, 0x00, 0x00, 0x08, 0x08, 0x02, 0x00, 0x00, 0x00, 0x4B, 0x6D, 0x29,
            0xDC, 0x00, 0x00, 0x00, 0x11, 0x49, 0x44, 0x41, 0x54, 0x78, 0x9C, 0x63, 0x10, 0x68, 0x70, 0xC0,
            0x8A, 0x18, 0x86, 0x96, 0x04, 0x00, 0x45, 0xF4, 0x34, 0x01, 0xBC, 0xC2, 0xAC, 0x53, 0x00, 0x00,
            0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82,
        ]
        return PublicationMedia(bytes: png, filename: "amira-khan-3b.png", contentType: "image/png", alt: alt)
    }
}
