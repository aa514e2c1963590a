import Gate
import Testing

@testable import Networks

@Suite struct AccountReferenceTests {
    @Test(
        "S27: an account is known in whatever form its link or handle is pasted",
        arguments: [
            ("https://www.facebook.com/larkmere.primary", "facebook larkmereprimary"),
            ("m.facebook.com/LarkmerePrimary/?ref=bookmarks", "facebook larkmereprimary"),
            ("https://facebook.com/larkmereprimary/posts/123", "facebook larkmereprimary"),
            ("https://www.facebook.com/profile.php?id=100064123456789", "facebook 100064123456789"),
            ("https://www.facebook.com/p/Larkmere-Primary-100064123456789/", "facebook 100064123456789"),
            ("https://www.facebook.com/pages/Larkmere-Primary/100064123456789", "facebook 100064123456789"),
            ("https://www.instagram.com/larkmere_pri/", "instagram larkmere_pri"),
            ("https://twitter.com/LarkmerePri/status/1", "x larkmerepri"), ("x.com/larkmerepri", "x larkmerepri"),
            ("https://mobile.twitter.com/larkmerepri", "x larkmerepri"),
            ("https://www.youtube.com/@larkmere", "youtube larkmere"),
            ("https://youtube.com/channel/UCabc", "youtube ucabc"),
            ("https://uk.linkedin.com/company/larkmere-trust/about/", "linkedin larkmere-trust"),
            ("https://www.linkedin.com/school/larkmere-trust/", "linkedin larkmere-trust"),
            ("https://www.linkedin.com/in/larkmere-trust/", "linkedin in/larkmere-trust"),
            ("https://m.youtube.com/@larkmere/videos", "youtube larkmere"),
            ("https://www.youtube.com/c/Larkmere/about", "youtube larkmere"),
            ("https://www.instagram.com/larkmere_pri/?igsh=a1b2", "instagram larkmere_pri"),
            ("https://bsky.app/profile/larkmere.bsky.social/post/3k", "bluesky larkmere.bsky.social"),
            ("@larkmere.bsky.social", "bluesky larkmere.bsky.social"),
            ("at://did:plc:abc/app.bsky.feed.post/1", "bluesky did:plc:abc"),
            ("@Larkmere@social.example", "mastodon larkmere@social.example"),
            ("acct:larkmere@social.example", "mastodon larkmere@social.example"),
            ("https://social.example/@larkmere", "mastodon larkmere@social.example"),
            ("https://social.example/@larkmere/1129", "mastodon larkmere@social.example"),
            ("https://social.example/users/larkmere", "mastodon larkmere@social.example"),
            ("https://other.example/@larkmere@social.example", "mastodon larkmere@social.example"),
            ("https://www.larkmere.example/news/fair?x=1", "wordpress larkmere.example"),
            (" (larkmere.example). ", "wordpress larkmere.example"), ("@larkmere", "any larkmere"),
            ("https://www.tiktok.com/@larkmere", "tiktok larkmere"),
            ("https://www.threads.net/@larkmere", "threads larkmere"),
        ])
    func forms(pasted: String, expected: String) throws {
        let reference = try #require(AccountReference(pasted))
        #expect("\(reference.network?.rawValue ?? "any") \(reference.name)" == expected)
    }

    @Test(
        "What names no account is said to name none",
        arguments: [
            "https://larkmere.example@evil.example/", "", "hello there", "larkmere", "@", "@@", "@a@b@c.example",
            "https://", "javascript:alert(1)",
            "mailto:x@y.example",
            "https://www.facebook.com/", "https://instagram.com/p/abc", "https://x.com/intent/tweet",
            "ftp://larkmere.example/",
            String(repeating: "a", count: 600) + ".example", "\u{0}@larkmere",
        ])
    func nothing(pasted: String) {
        #expect(AccountReference(pasted) == nil)
    }

    @Test("A handle without its network fits that name on any network, and no other name")
    func fitting() throws {
        let ours = try #require(AccountReference("https://social.example/@larkmere"))
        #expect(try #require(AccountReference("@larkmere")).fits(ours))
        #expect(try #require(AccountReference("@larkmere@social.example")).fits(ours))
        #expect(!(try #require(AccountReference("@larkmere@socia1.example")).fits(ours)))
        #expect(!(try #require(AccountReference("@larkmer")).fits(ours)))
        #expect(!(try #require(AccountReference("https://x.com/larkmere")).fits(ours)))
    }
}
