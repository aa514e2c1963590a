import Policy

/// A personal detail in a text.
struct Detail {
    let kind: PersonalData.Kind
    let span: Span
}

/// Finds the kinds of personal data by their shape and check rules.
struct DetailScan {
    let text: AnalysedText
    let situation: Situation
    let mentions: [Mention]

    private var known: PublicDetails { situation.roll.details }

    func run() -> [Detail] {
        let runs = NumberRun.all(in: text)
        var found = runs.compactMap { detail($0) }
        found += text.units.compactMap(email) + spelledEmails()
        found += postcodes() + addresses() + codes() + birthdays() + sortCodes(runs) + spokenNumbers()
        found += passports(runs) + registrations()
        return found.filter { !isPublic($0) }
    }

    // MARK: - Numbers

    private func detail(_ run: NumberRun) -> Detail? {
        let words = wordsBefore(run.span.start, 4)
        if !words.isDisjoint(with: ["isbn", "order", "ref", "reference", "charity", "barcode", "score", "urn"]) {
            return nil
        }
        if let number = PhoneNumber(run, hasContext: !words.isDisjoint(with: DetailScan.callWords)) {
            return number.isOrganisation || known.phones.contains(number.national) || isVenue(run.span)
                ? nil : Detail(kind: .phone, span: run.span)
        }
        if run.digits.count == 10, CheckRules.isNHSNumber(run.digits) {
            let isGrouped = run.groups == [3, 3, 4] || run.groups == [10]
            if words.contains("nhs") || (isGrouped && run.digits[0] != 0) {
                return Detail(kind: .nhsNumber, span: run.span)
            }
        }
        if (15...16).contains(run.digits.count), CheckRules.isCardNumber(run.digits) {
            return Detail(kind: .bankDetails, span: run.span)
        }
        return nil
    }

    /// `oh seven seven double oh nine …`: seven figures or more, written as words or mixed with numerals.
    private func spokenNumbers() -> [Detail] {
        var found: [Detail] = []
        var start: Int?
        var spoken = 0
        for index in text.words.indices {
            let word = text.words[index]
            let isFigure = DetailScan.figures.contains(word) && word.source == .text
            if isFigure || (start != nil && word.isNumber) {
                start = start ?? index
                if isFigure { spoken += 1 }
            } else {
                if let start, spoken >= 3, index - start >= 7 {
                    found.append(Detail(kind: .phone, span: text.span(from: start, through: index - 1)))
                }
                (start, spoken) = (nil, 0)
            }
        }
        if let start, spoken >= 3, text.words.count - start >= 7 {
            found.append(Detail(kind: .phone, span: text.span(from: start, through: text.words.count - 1)))
        }
        return found
    }

    private static let figures: WordSet = [
        "zero", "oh", "o", "nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "double",
        "treble", "triple",
    ]

    private static let callWords: Set<String> = [
        "call", "text", "phone", "mobile", "tel", "telephone", "whatsapp", "ring", "mob", "contact", "number",
    ]

    /// A sort code beside its name or an account number; alone it may be a date.
    private func sortCodes(_ runs: [NumberRun]) -> [Detail] {
        runs.enumerated().compactMap { index, run in
            let isCode = run.groups == [2, 2, 2] || run.groups == [6]
            let near = isCode || run.digits.count == 8 ? wordsBefore(run.span.start, 5) : []
            if run.groups == [2, 2, 2, 8] { return Detail(kind: .bankDetails, span: run.span) }
            if isCode, near.contains("sort") { return Detail(kind: .bankDetails, span: run.span) }
            if run.digits.count == 8, run.groups == [8] || run.groups == [4, 4],
                near.contains("account") || near.contains("acc")
            {
                return Detail(kind: .bankDetails, span: run.span)
            }
            guard run.groups == [2, 2, 2], index + 1 < runs.count, runs[index + 1].groups == [8],
                runs[index + 1].span.start - run.span.end < 40
            else { return nil }
            return Detail(kind: .bankDetails, span: Span(run.span.start, runs[index + 1].span.end))
        }
    }

    /// The folded words of the same sentence that end before a place.
    func wordsBefore(_ start: Int, _ count: Int) -> Set<String> {
        guard let last = text.words.lastIndex(where: { $0.span.end <= start }) else { return [] }
        let words = text.words[max(0, last - count + 1)...last]
        return Set(words.map(\.folded))
    }

    // MARK: - Emails and codes

    private func email(_ unit: Unit) -> Detail? {
        guard unit.kind == .email else { return nil }
        let address = text.string(unit.span).lowercased()
        let parts = address.split(separator: "@", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return nil }
        let detail = Detail(kind: .email, span: unit.span)
        if known.emails.contains(address) { return nil }
        if known.domains.contains(parts[1]) { return situation.roll.isPersonal(email: address) ? detail : nil }
        let isGeneric = DetailScan.desks.contains(Folding.key(parts[0])) && !DetailScan.freeMail.contains(parts[1])
        return isGeneric && !situation.roll.isPersonal(email: address) ? nil : detail
    }

    /// `jo.bloggs (at) mail (dot) example`.
    private func spelledEmails() -> [Detail] {
        let words = text.words
        return words.indices.dropFirst().dropLast().compactMap { index in
            guard words[index].key == DetailScan.at else { return nil }
            let word = words[index]
            var first = index - 1
            while first > 1, words[first - 1].folded == "dot", words[first - 1].sentence == word.sentence { first -= 2 }
            if index + 3 < words.count, words[index + 2].folded == "dot", words[index + 2].sentence == word.sentence {
                return Detail(kind: .email, span: text.span(from: first, through: index + 3))
            }
            guard word.span.end < text.bytes.count,
                text.bytes[word.span.end] == UInt8(ascii: ")") || text.bytes[word.span.end] == UInt8(ascii: "]"),
                word.span.start > 0, [UInt8(ascii: "("), UInt8(ascii: "[")].contains(text.bytes[word.span.start - 1]),
                words[index + 1].span.start - word.span.end < 3
            else { return nil }
            var last = index + 1
            while last + 2 < words.count, words[last + 1].folded == "dot" { last += 2 }
            return Detail(kind: .email, span: Span(words[first].span.start, words[last].span.end))
        }
    }

    private static let at = NameKey("at")
    private static let desks: Set<String> = [
        "info", "office", "enquiries", "enquiry", "contact", "admin", "bookings", "booking", "hello", "events",
        "support",
        "reception", "help", "mail", "sales", "press", "news", "membership", "volunteer", "volunteering", "tickets",
        "team",
    ]
    private static let freeMail: Set<String> = [
        "gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.co.uk", "live.com",
        "yahoo.com",
        "yahoo.co.uk", "icloud.com", "me.com", "btinternet.com", "sky.com", "aol.com", "msn.com", "proton.me",
        "virginmedia.com",
    ]

    /// UPNs and National Insurance numbers.
    private func codes() -> [Detail] {
        var found: [Detail] = []
        for index in text.words.indices where text.words[index].hasDigit && text.words[index].source == .text {
            let word = text.words[index]
            guard word.span.length > 5 else { continue }
            let code = Array(word.folded.utf8)
            guard
                CheckRules.isUPN(code) || situation.roll.pupil(text.string(word.span)) != nil
                    // Named as one, it is one, even when a letter was mistyped.
                    || (CheckRules.hasShapeOfUPN(code) && wordsBefore(word.span.start, 4).contains("upn"))
            else { continue }
            found.append(Detail(kind: .upn, span: word.span))
        }
        return found + CheckRules.insuranceNumbers(in: text.bytes).map { Detail(kind: .insuranceNumber, span: $0) }
    }

    // MARK: - Places

    private func postcodes() -> [Detail] {
        Postcodes.all(in: text.bytes, near: known.postcodeAreas).filter { span in
            !known.postcodes.contains(Folding.key(text.string(span))) && !isVenue(span)
                // bl00dy has the shape of one.
                && !situation.disguises.contains { $0.span.overlaps(span) }
        }.map { Detail(kind: .postcode, span: $0) }
    }

    private func addresses() -> [Detail] {
        StreetAddresses.all(in: text).filter { span in
            let key = Folding.key(text.string(span))
            return !isVenue(span) && !known.addresses.contains { $0.contains(key) }
        }.map { Detail(kind: .address, span: $0) }
    }

    /// An address that a theatre or shop gives to everybody, and that is nobody's home.
    private func isVenue(_ span: Span) -> Bool {
        guard let word = text.words.first(where: { $0.span.overlaps(span) }) else { return false }
        let words = text.words(ofSentence: word.sentence)
        return words.contains { DetailScan.venues.contains($0) } && !words.contains { DetailScan.homes.contains($0) }
    }

    private static let venues: WordSet = [
        "theatre", "museum", "stadium", "arena", "matinee", "venue", "exchange", "cinema", "showroom", "satnav",
        "gallery", "cathedral", "library", "surgery", "pharmacy",
    ]
    private static let homes: WordSet = [
        "he", "she", "her", "his", "their", "they", "lives", "live", "living", "door", "house", "home", "round", "mum",
        "dad", "nan", "family", "girl", "boy", "child",
    ]

    // MARK: - Birthdays

    private func birthdays() -> [Detail] {
        let dates = WrittenDate.all(in: text)
        return dates.compactMap { date in
            let sentence = text.words[date.words.lowerBound].sentence
            let people = mentions.filter { text.words[$0.words.lowerBound].sentence == sentence && $0.kind == .pupil }
            let before = Set(text.words[max(0, date.words.lowerBound - 5)..<date.words.lowerBound].map(\.folded))
            let isLabelled =
                before.contains("dob") || (before.contains("date") && before.contains("birth"))
                || before.isSuperset(of: ["d", "o", "b"])
            if isLabelled { return Detail(kind: .dateOfBirth, span: date.span) }
            let births = people.flatMap(\.people).compactMap { situation.roll.roll.pupils[$0].dateOfBirth }
            if births.contains(where: { date.isDay($0) }) { return Detail(kind: .dateOfBirth, span: date.span) }
            let isRecent = date.year.map { situation.post.date.year - $0 < 22 } ?? false
            // Children born between two days are everybody's children.
            let isYearGroup =
                before.contains("between") || before.contains("children")
                || text.words(ofSentence: sentence).contains { $0.folded == "between" }
            if before.contains("born"), !isYearGroup, isRecent || (!people.isEmpty && date.year == nil) {
                return Detail(kind: .dateOfBirth, span: date.span)
            }
            let isBirthday = text.words(ofSentence: sentence).contains {
                $0.folded == "birthday" || $0.folded == "turns"
            }
            return isBirthday && !people.isEmpty ? Detail(kind: .dateOfBirth, span: date.span) : nil
        }
    }

    /// The schools' own hashtags and what the policy lists is anybody's to know.
    private func isPublic(_ detail: Detail) -> Bool {
        text.units.contains { $0.kind == .url && $0.span.contains(detail.span) }
    }
}

extension RollIndex {
    /// Whether an address is a guardian's, or a colleague's own rather than a desk's.
    func isPersonal(email: String) -> Bool { emails.contains(NameKey(email.lowercased())) }
}
