import Gate
import Policy
import Testing

@Suite struct PupilNameTests {
    @Test(
        "W22, T10: a full name is found however it is written",
        arguments: [
            ("Well done Amira Khan!", "hold Amira Khan"),
            ("well done amira khan", "hold amira khan"),
            ("WELL DONE AMIRA KHAN", "hold AMIRA KHAN"),
            ("Our winner, Amira\nKhan, met the mayor.", "hold Amira\nKhan"),
            ("Amira Jane Khan won.", "hold Amira Jane Khan"),
            ("Certificates: Khan, Amira", "hold Khan, Amira"),
            ("Ben O’Brien scored twice.", "hold Ben O’Brien"),
            ("Benjamin OBrien’s goal", "hold Benjamin OBrien"),
            ("Benny O'Brien's goal", "hold Benny O'Brien"),
            ("Zoe Smith-Jones sang.", "hold Zoe Smith-Jones"),
            ("Zoë Jones sang.", "hold Zoë Jones"),
            ("Lukasz Nowak read to us.", "hold Lukasz Nowak"),
            ("Anne Marie Van Der Berg", "hold Anne Marie Van Der Berg"),
            ("Annemarie van der Berg drew it", "hold Annemarie van der Berg"),
            ("Maria Clara de Souza", "hold Maria Clara de Souza"),
            ("Maria Souza ran.", "hold Maria Souza"),
            ("**Amira** **Khan** ran.", "hold Amira** **Khan"),
            ("#AmiraKhan", "hold AmiraKhan"), ("@amirakhan", "hold amirakhan"),
            ("#welldoneamirakhan", "hold amirakhan"), ("@amira_khan", "hold amira_khan"),
            ("Will Green won the race.", "hold Will Green"),
            ("Well done Grace Church", "hold Grace Church"),
            ("Mo Ali played", "hold Mo Ali"),
            ("Tom Baker was the lead.", "hold Tom Baker"),
            ("Izzy King and Lizzie King", "hold Izzy King"),
            ("Priyanka Sharma of Elm Grove", "hold Priyanka Sharma"),
            ("Amira K. read a poem.", "hold Amira K"), ("Amira K read a poem.", "hold Amira K"),
            ("A. Khan read a poem.", "hold A. Khan"), ("Ben O won", "hold Ben O"),
            ("Ben O'B scored twice", "hold Ben O'B"), ("Lukasz No. read to us", "hold Lukasz No"),
            ("well done khan amira", "hold khan amira"), ("nowak lukasz came first", "hold nowak lukasz"),
        ])
    func fullNames(text: String, expected: String) { #expect(Oakfield.names(text).first == expected) }

    @Test(
        "W22: a first name alone warns",
        arguments: [
            ("Well done Amira!", "warn Amira"), ("Amira's painting is on the wall.", "warn Amira"),
            ("#WellDoneAmira", "warn Amira"), ("#welldoneamira", "warn amira"), ("Ben and Zoë sang.", "warn Ben"),
            ("Grace and Harry won the quiz.", "warn Grace"), ("We loved Will's poem.", "warn Will"),
            ("Congratulations to Mark, our chess champion", "warn Mark"), ("Rose scored three goals.", "warn Rose"),
            ("We are proud that Hope read so well.", "warn Hope"),
            ("Well done to Chelsea for her poem", "warn Chelsea"),
            ("Star of the week: Grace", "warn Grace"), ("May scored the winner.", "warn May"),
            ("Thank you, Jordan, for showing us round.", "warn Jordan"), ("Harry was amazing today.", "warn Harry"),
            ("Our readers were Amira, Will and Rose.", "warn Amira"), ("WELL DONE AMIRA", "warn AMIRA"),
            ("amira did so well today", "warn amira"), ("Mo and Tom baked bread.", "warn Mo"),
            ("Summer won the long jump", "warn Summer"),
            ("Amiras painting is on the wall.", "warn Amira"), ("We loved Lukaszs poem", "warn Lukasz"),
            ("Well done to the Nowak family", "warn Nowak family"),
            ("Thank you to the O'Brien twins!", "warn O'Brien twins"),
            ("The Nowaks ran the stall", "warn Nowaks"), ("the Green sisters sang", "warn Green sisters"),
        ])
    func firstNames(text: String, expected: String) { #expect(Oakfield.names(text).first == expected) }

    @Test(
        "W22: a first name with a class holds",
        arguments: [
            "Amira in Year 4 won.", "Well done Amira (4B)!", "Year Four's Amira read.", "Amira from Rose Class sang.",
            "Star of the week in Reception is Amira.", "Y4: Amira", "#AmiraYear4", "Amira (Yr 4)",
            "Well done Amira (4K)!", "Amira, 4K, won the quiz",
        ])
    func firstNameWithClass(text: String) {
        #expect(Oakfield.names(text).contains { $0.hasPrefix("hold") }, "\(Oakfield.names(text))")
    }

    @Test(
        "W22: words, places, times and other people are no pupils",
        arguments: [
            "Our church family met on Sunday", "A Day family ticket is £5", "the Church family service",
            "We watched it in 4K.", "Williams won the match", "The Wills and trusts evening", "Roses are in bloom",
            "the Khaki family",
            "khan academy has good videos", "the Winter family film night", "Hopes are high",
            "Will you join us on Friday?", "May half term starts on 25 May.", "Rose Class baked bread.",
            "Hope Church hosts our carols.", "Mark your diaries: the fair is in May.", "We hope to see you there.",
            "Our trip to Chelsea Football Club", "In summer we swim.", "Summer is here!",
            "Harry Potter day is on Friday.",
            "We read Rose Tyler's story.", "Mr Green and Mrs Baker ran the stall.", "Thank you to Miss Grace.",
            "The visit to Jordan is off.", "Our production of Matilda was a hit.",
            "Mary and Joseph were lovely in the nativity.",
            "Joseph and the Amazing Technicolor Dreamcoat", "Jamie Oliver cooked for us.", "Oliver Twist is our book.",
            "Green fingers wanted!", "Page 4 of the long letter", "King Charles visited Leeds.",
            "Winter is coming, wrap up!",
            "St Oliver's Fair is on Sunday.", "See https://example.org/amira-khan for more.", "Is it a short day?",
            "Grace before meals is said at noon.", "Oakfield field day", "The Rose Garden is open.", "May Day dancing",
            "Faith, hope and charity", "Baker Street is closed.", "Young writers wanted in Year 6",
            "Storm Oliver closes the school",
            "We wish you a happy summer day", "Parents may park in the field.", "we will green up the long wood",
            "Congratulations Year 4!", "Head to Elm Grove for the match",
            "Good luck to our Year 6 team in the final on 4 May.",
            "Please mark the page.", "The school is closed on May 4.", "Everyone at Oakfield says thank you.",
            "Hope you have a lovely weekend!", "Rose petals and daisy chains", "Tom and Jerry club",
            "An evening with Dr Khan",
            "April showers bring May flowers", "Book fair: 3.15 pm in the hall", "Hill walking in Year 5",
        ])
    func harmless(text: String) { #expect(Oakfield.names(text) == []) }

    @Test("M15: the reason never shows a pupil's number, and says how many it may mean")
    func reasons() {
        let findings = Oakfield.findings("Well done Oliver!", controls: [PupilName()])
        #expect(findings.map(\.reason) == ["This is the first name of two pupils of your school."])
        #expect(findings.allSatisfy { !$0.reason.contains("B6") && !$0.remedy.contains("B6") })
    }

    @Test("S10: a name beside a picture holds until a name with a photo is agreed")
    func pictures() {
        let image = Image(file: "a.jpg", faces: 1, named: ["A1"], provenance: "own", alt: "A girl reads a poem")
        let day = Day("2026-01-01") ?? Day(daysSince1970: 0)
        let yes = Consent(upn: "A1", purpose: .nameWithPhoto, decision: .yes, date: day, givenBy: "Sana Khan")
        let text = "Amira read a poem."
        #expect(Oakfield.findings(text, images: [image], controls: [PupilName()]).map(\.severity) == [.hold])
        #expect(Oakfield.findings(text, images: [image], consents: [yes], controls: [PupilName()]).isEmpty)
        var named = image
        named.alt = "Amira Khan reads a poem"
        let found = Oakfield.findings("A poem.", images: [named], controls: [PupilName()])
        #expect(found.map(\.severity) == [.hold] && found.first?.span == nil && found.first?.image == 0)
    }

    @Test("W22: guardians hold, staff get a hint, and a title with a surname is fine")
    func adults() {
        let controls: [any Control] = [GuardianName(), StaffName()]
        let found = { (text: String) in Oakfield.findings(text, controls: controls).map { "\($0.rule) \($0.severity)" }
        }
        #expect(found("Thanks to Sana Khan for the cakes") == ["posts.guardian-name hold"])
        #expect(found("Thanks to Jane Patel for the cakes") == ["posts.staff-name hint"])
        #expect(found("Ruth Green, our headteacher") == [])
        #expect(found("Thanks to Mrs Patel and Mr Khan") == [])
    }
}
