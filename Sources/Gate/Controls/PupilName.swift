public import Policy

/// The names of pupils in a text or alt text.
public struct PupilName: PostControl {
    public var fullName = Level.hold
    public var firstName = Level.warn
    public var withClass = Level.hold
    public var withPicture = Level.hold

    public init() {}

    public static let name = "posts.pupil-name"
    public static let kept = Kept.enforced
    public static let parameters: [Parameter<PupilName>] = [
        Parameter("full-name", \.fullName, tighter: .higher),
        Parameter("first-name", \.firstName, tighter: .higher),
        Parameter("with-class", \.withClass, tighter: .higher),
        Parameter("with-picture", \.withPicture, tighter: .higher),
    ]

    public var sentence: String {
        "A post with a pupil's full name \(fullName.consequence); with a first name alone it \(firstName.consequence);"
            + " with a first name and a class or an initial it \(withClass.consequence). A name beside a picture, without"
            + " consent for a name with a photo: the post \(withPicture.consequence)."
    }

    public func findings(in situation: Situation) -> [Remark] {
        let classes = situation.mentions.isEmpty ? [] : ClassMention.words(in: situation.text)
        var remarks = situation.mentions.filter { $0.kind == .pupil }.compactMap { mention in
            remark(mention, in: situation, hasClass: mention.isNear(classes, in: situation.text))
        }
        for (image, mentions) in situation.altMentions.enumerated() {
            for mention in mentions where mention.kind == .pupil {
                guard var remark = remark(mention, in: situation, hasClass: false) else { continue }
                remark.span = nil
                remark.image = image
                remark.reason = "The description of the picture gives a name. \(remark.reason)"
                remarks.append(remark)
            }
        }
        return remarks
    }

    private func remark(_ mention: Mention, in situation: Situation, hasClass: Bool) -> Remark? {
        if !situation.post.images.isEmpty, let severity = withPicture.severity {
            if let child = childWithoutConsent(mention, in: situation) {
                return Remark(
                    severity, at: mention.span,
                    "\(child) named in a post with a picture, and consent for a name with a photo is not in force.",
                    remedy:
                        "Take out the name, or write a group (“Year 4”, “our winners”), or record the family's consent."
                )
            }
            return nil
        }
        let people = mention.count == 1 ? "a pupil" : mention.count == 2 ? "two pupils" : "several pupils"
        switch mention.form {
        case .full:
            return fullName.severity.map {
                Remark(
                    $0, at: mention.span, "This is the full name of \(people) on the roll.",
                    remedy: "Write the first name alone, or a group such as “a pupil in Year 4”.")
            }
        case .initial:
            return withClass.severity.map {
                Remark(
                    $0, at: mention.span, "A first name with an initial points to \(people) on the roll.",
                    remedy: "Leave out the initial, or write “one of our pupils”.")
            }
        case .family:
            return firstName.severity.map {
                Remark(
                    $0, at: mention.span, "This points to the family of \(people) of your school.",
                    remedy: "Check that the family is happy with it, or write “one of our families”.")
            }
        case .first:
            let level = hasClass ? max(withClass, firstName) : firstName
            return level.severity.map {
                Remark(
                    $0, at: mention.span,
                    hasClass
                        ? "A first name beside a class points to \(people) of your school."
                        : "This is the first name of \(people) of your school.",
                    remedy: hasClass
                        ? "Write either the first name or the class, not both."
                        : "Check that the family is happy with it, or write “one of our pupils”.")
            }
        }
    }

    /// Whom the consent is missing for; a picture that names one of the children it may mean decides for that child.
    private func childWithoutConsent(_ mention: Mention, in situation: Situation) -> String? {
        let post = situation.post
        let named = Set(post.images.flatMap(\.named))
        let all = mention.people.map { situation.roll.roll.pupils[$0] }
        let pictured = all.filter { named.contains($0.upn) }
        let children = pictured.isEmpty ? all : pictured
        let missing = children.filter {
            !situation.consents.isInForce(.nameWithPhoto, for: $0.upn, on: post.network, day: post.date)
        }
        if missing.isEmpty, mention.count <= Postings.most || !pictured.isEmpty { return nil }
        return children.count == 1
            ? "A pupil is" : children.count == 2 ? "One of two pupils is" : "One of several pupils is"
    }
}

extension Mention {
    /// Whether a class is named in the same sentence, or in a short heading right before it.
    func isNear(_ classes: Set<Int>, in text: AnalysedText) -> Bool {
        guard !classes.isEmpty, text.sentences.indices.contains(text.words[words.lowerBound].sentence) else {
            return false
        }
        let sentence = text.words[words.lowerBound].sentence
        func names(_ range: Range<Int>) -> Bool { range.contains { classes.contains($0) && !words.contains($0) } }
        if names(text.sentences[sentence].words) { return true }
        guard sentence > 0 else { return false }
        let heading = text.sentences[sentence - 1].words
        return heading.count <= 4 && text.words[text.sentences[sentence].words.lowerBound].gap == .paragraph
            && names(heading)
    }
}
