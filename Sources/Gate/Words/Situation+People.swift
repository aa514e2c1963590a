import Policy

/// Whom a sentence is about: what tells one child's story from a lesson about the same thing.
extension Situation {
    /// A roll's name, a title with a name, `a boy in Year 5` or `our caretaker`.
    func hasPerson(_ sentence: Int) -> Bool {
        reading.has(.individual, inSentence: sentence) || reading.has(.adult, inSentence: sentence)
            || hasMention(sentence)
    }

    /// One child: a pupil of the roll, a given name, `one of our pupils`, or he or she.
    func hasChild(_ sentence: Int) -> Bool {
        reading.has(.individual, inSentence: sentence) || reading.has(.pronoun, inSentence: sentence)
            || hasMention(sentence, of: .pupil)
    }

    /// One child beyond doubt: `a child` in advice is any child.
    func hasOneChild(_ sentence: Int) -> Bool {
        hasMention(sentence, of: .pupil)
            || (reading.has(.individual, inSentence: sentence)
                && text.words(ofSentence: sentence).contains {
                    ["our", "one", "my", "this", "that"].contains($0.folded)
                })
    }

    /// A pupil or a parent of the roll: a colleague's name stands in advice to say whom to ask.
    func hasFamily(_ sentence: Int) -> Bool {
        hasMention(sentence, of: .pupil) || hasMention(sentence, of: .guardian)
    }

    /// A child or a family, told apart from the colleague who helps.
    func hasSubject(_ sentence: Int) -> Bool {
        if hasFamily(sentence) { return true }
        guard reading.has(.individual, inSentence: sentence) else { return false }
        return reading.hits(of: .individual).contains { hit in
            hit.sentence == sentence && !mentions.contains { $0.kind == .staff && $0.words.overlaps(hit.words) }
        }
    }

    func hasMention(_ sentence: Int, of kind: Mention.Kind? = nil) -> Bool {
        mentions.contains {
            (kind == nil || $0.kind == kind) && text.words[$0.words.lowerBound].sentence == sentence
        }
    }

    /// An awareness day, a workshop, advice: hard words without anyone's story.
    func isGeneral(_ sentence: Int) -> Bool { reading.has(.general, inSentence: sentence) }

    /// A book, a play, a time in history.
    func isLesson(_ sentence: Int) -> Bool {
        if hasMention(sentence) { return false }
        if reading.has(.lesson, inSentence: sentence) { return true }
        // “We read about Caesar. He was stabbed.” goes on with what the lesson was about.
        guard sentence > 0, text.goesOn(sentence) else { return false }
        return isLesson(sentence - 1)
    }

    /// Whether the post tells its readers where to turn, so that a hard word in it is nobody's story.
    var givesAdvice: Bool { reading.all.contains(.advice) }

    /// Whether words that tie a matter to a person do so here: in this sentence, or `He …` after a name.
    func isTied(_ hit: Hit) -> Bool {
        let sentence = hit.sentence
        if isLesson(sentence) { return false }
        if isGeneral(sentence) {
            return hasFamily(sentence) || reading.has(.pronoun, inSentence: sentence)
        }
        if hasPerson(sentence) || reading.has(.pronoun, inSentence: sentence) { return true }
        guard sentence > 0, hasPerson(sentence - 1), let first = text.words(ofSentence: sentence).first
        else { return false }
        return ["they", "their", "this", "it", "who", "now"].contains(first.folded)
    }

    /// The words themselves, as a reason quotes them.
    func quoted(_ span: Span) -> String { "“\(text.string(span))”" }

    /// A remark for each hit of these senses that counts, and for each of the policy's own words.
    func remarks(
        of senses: [Sense], extra: ExtraWords = ExtraWords([]), severity: Severity, remedy: String,
        where counts: (Hit) -> Bool = { _ in true }, because reason: (_ quoted: String, Sense?) -> String
    ) -> [Remark] {
        var remarks = senses.flatMap { sense in
            reading.hits(of: sense).filter { !isOverruled($0) && counts($0) }.map { hit in
                let span = reading.span(of: hit)
                return Remark(severity, at: span, reason(quoted(span), sense), remedy: remedy)
            }
        }
        remarks += extra.spans(in: text).map {
            Remark(severity, at: $0, "\(quoted($0)) is on your policy's own list.", remedy: remedy)
        }
        return remarks
    }
}
