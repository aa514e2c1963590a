extension Instagram {
    /// What Instagram would not take, said before anything is sent.
    func refusal(of publication: Publication) -> Failure? {
        guard GraphID.isValid(account) else { return Instagram.strangeID }
        guard !publication.key.isEmpty else { return Failure(.misconfigured, "The post has no key.") }
        if let failure = refusal(of: publication.text) { return failure }
        if publication.media.isEmpty {
            return Failure(.refused, "A post on Instagram needs a picture. Add one, or do not send it there.")
        }
        if publication.media.count > settings.mostPictures {
            return Failure(.tooLarge, "A post on Instagram takes \(settings.mostPictures) pictures. Leave some out.")
        }
        for media in publication.media {
            if let failure = refusal(of: media) { return failure }
        }
        return nil
    }

    private func refusal(of media: PublicationMedia) -> Failure? {
        guard media.contentType == "image/jpeg" else {
            return Failure(
                .refused,
                media.isVideo
                    ? "Videos do not go to Instagram from here yet. Leave it out, or add it in the app."
                    : "Instagram takes JPEG pictures only. Use one of these.")
        }
        if media.bytes.count > settings.largestPicture {
            return Failure(
                .tooLarge,
                "A picture is larger than the \(settings.largestPicture / 1_048_576) MB that Instagram takes. Use a smaller one."
            )
        }
        if media.alt.count > settings.longestAlt {
            return Failure(
                .tooLarge,
                "A description is longer than the \(settings.longestAlt) characters that Instagram takes. Shorten it.")
        }
        guard let size = PictureSize(media.bytes) else { return nil }
        let shape = Double(size.width) / Double(size.height)
        // A pixel's rounding is forgiven.
        guard shape >= settings.narrowest - 0.005, shape <= settings.widest + 0.005 else {
            return Failure(
                .refused,
                "A picture is too \(shape < 1 ? "narrow" : "wide") for Instagram, which takes 4:5 to 1.91:1. Cut it to fit."
            )
        }
        return nil
    }

    func refusal(of text: String) -> Failure? {
        let count = TextCount(.utf16).count(text)
        if count > settings.longestText {
            return Failure(
                .tooLarge, "The post has \(count) characters; Instagram takes \(settings.longestText). Shorten it.")
        }
        func words(_ mark: Character) -> Int {
            text.split(whereSeparator: \.isWhitespace).count { $0.first == mark && $0.count > 1 }
        }
        if words("#") > settings.mostHashtags || words("@") > settings.mostNames {
            return Failure(
                .tooLarge,
                "Instagram takes \(settings.mostHashtags) hashtags and \(settings.mostNames) names in a post. Leave some out."
            )
        }
        return nil
    }
}
