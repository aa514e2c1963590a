import NetworksTesting

@testable import Networks

extension Subject {
    static func blueskyStandIn() async throws -> Subject {
        let bluesky = try await TestBluesky()
        var subject = Subject(bluesky.connector)
        subject.comment = { post, text in _ = bluesky.pds.write(text, under: post.id.rawValue) }
        subject.stop = { bluesky.pds.stop() }
        return subject
    }

    static func xStandIn() throws -> Subject {
        let x = try TestX()
        var subject = Subject(x.connector)
        subject.comment = { post, text in _ = x.server.write(text, under: post.id.rawValue) }
        subject.stop = { x.server.stop() }
        subject.refusesRepetition = true
        subject.tellsHidden = false
        return subject
    }

    static func facebookStandIn() throws -> Subject {
        let facebook = try TestFacebook()
        var subject = Subject(facebook.connector)
        subject.comment = { post, text in facebook.server.write(text, under: post.id.rawValue) }
        subject.stop = { facebook.server.stop() }
        subject.refusesRepetition = true
        return subject
    }

    static func instagramStandIn() throws -> Subject {
        let instagram = try TestInstagram()
        var subject = Subject(instagram.connector)
        subject.comment = { post, text in instagram.server.write(text, under: post.id.rawValue) }
        subject.stop = { instagram.stop() }
        subject.media = (least: 1, most: 10, one: { @Sendable alt in PublicationMedia.greenJPEG(alt: alt) })
        return subject
    }

    static func linkedInStandIn() throws -> Subject {
        let linkedIn = try TestLinkedIn()
        var subject = Subject(linkedIn.connector)
        subject.comment = { post, text in linkedIn.server.write(text, under: post.id.rawValue) }
        subject.stop = { linkedIn.server.stop() }
        subject.refusesRepetition = true
        return subject
    }

    static func youTubeStandIn() throws -> Subject {
        let youTube = try TestYouTube()
        var subject = Subject(youTube.connector)
        subject.comment = { post, text in youTube.server.write(text, under: post.id.rawValue) }
        subject.stop = { youTube.server.stop() }
        subject.media = (least: 1, most: 1, one: { @Sendable _ in PublicationMedia.video() })
        subject.refusedSigns = ["<", ">"]
        return subject
    }
}
