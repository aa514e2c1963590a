import Gate
import Policy

/// A made-up roll of any size, the same each time: names as common and as rare as on a real one.
struct BenchRoll {
    let roll: Roll
    let consents: [Consent]

    init(pupils count: Int) {
        var random = BenchRandom(seed: 42)
        let firsts = BenchNames.firsts + BenchNames.rare(count / 12, ["a", "e", "ia", "in", "ah", "us", "en"], &random)
        let lasts =
            BenchNames.lasts + BenchNames.rare(count / 5, ["son", "ski", "wala", "er", "ez", "ton", "o"], &random)
        let schools = (0..<max(1, count / 450)).map { Self.school($0) }
        var pupils: [Pupil] = []
        pupils.reserveCapacity(count)
        var consents: [Consent] = []
        for index in 0..<count {
            let last = Self.last(lasts, &random)
            let upn = Self.upn(100_000_000_000 + index)
            pupils.append(
                Pupil(
                    school: schools[index % schools.count].code, upn: upn, firstName: Self.first(firsts, &random),
                    lastName: last, preferredName: random.chance(8) ? random.common(firsts) : nil,
                    dateOfBirth: Day(daysSince1970: 16_000 + Int(random.next() % 4_000)), yearGroup: "\(1 + index % 6)",
                    guardians: (0..<(random.chance(70) ? 2 : 1)).map { number in
                        let name = random.common(firsts) + " " + (random.chance(80) ? last : random.common(lasts))
                        return Guardian(name: name, email: "family\(index).\(number)@post.example")
                    }))
            guard random.chance(90), let date = Day("2026-09-10") else { continue }
            consents.append(
                Consent(
                    upn: upn, purpose: nil, decision: random.chance(85) ? .yes : .no, date: date,
                    givenBy: pupils[index].guardians[0].name))
        }
        let staff = (0..<max(2, count / 12)).map { index in
            StaffMember(
                school: schools[index % schools.count].code, staffID: "S\(index)", firstName: random.common(firsts),
                lastName: random.common(lasts), email: "s\(index)@school.example",
                role: index < schools.count ? "headteacher" : "teacher")
        }
        roll = Roll(pupils: pupils, staff: staff, schools: schools)
        self.consents = consents
    }

    private static func first(_ names: [String], _ random: inout BenchRandom) -> String {
        let name = random.common(names)
        if random.chance(3) { return name + "-" + random.common(names) }
        return random.chance(4) ? name + " " + random.common(names) : name
    }

    private static func last(_ names: [String], _ random: inout BenchRandom) -> String {
        let name = random.common(names)
        return random.chance(6) ? name + "-" + random.common(names) : name
    }

    /// With its check letter.
    private static func upn(_ number: Int) -> String {
        let digits = Array("\(number)".utf8)
        let sum = digits.enumerated().reduce(0) { $0 + ($1.offset + 2) * Int($1.element - 0x30) }
        let letters = Array("ABCDEFGHJKLMNPQRTUVWXYZ".utf8)
        return String(decoding: [letters[sum % 23]] + digits, as: UTF8.self)
    }

    private static func school(_ number: Int) -> School {
        let place = BenchNames.places[number % BenchNames.places.count]
        let code = place.lowercased() + (number < BenchNames.places.count ? "" : "\(number)")
        return School(
            code: code, name: "\(place) Primary School", address: "\(number + 2) School Lane, \(place)",
            postcode: "LS\(1 + number % 28) \(1 + number % 9)AB", phone: "01632 960 \(100 + number % 900)",
            email: "office@\(code).example", domain: "\(code).example", handle: "@\(code)", hashtag: "#\(place)Stars")
    }
}

enum BenchNames {
    static let firsts = words(
        """
        Olivia Muhammad Noah Amelia Oliver Isla George Ava Arthur Ivy Leo Freya Theo Lily Archie Florence Oscar Mia Freddie
        Willow Henry Rosie Luca Sophia Alfie Isabella Charlie Grace Thomas Daisy Jack Sienna Jude Poppy Harry Elsie Finley
        Emily Reuben Ella William Evelyn Rory Phoebe Ezra Evie Arlo Charlotte Albie Harper Elijah Millie Jacob Matilda Lucas
        Maya Edward Sophie Joshua Emilia Ethan Mabel Max Isabelle Roman Ruby Isaac Alice Louie Penelope Rowan Hallie
        Alexander Maisie Daniel Ada Mohammed Violet James Erin Sebastian Layla Joseph Aria Harrison Eliza Logan Thea Adam
        Bonnie Samuel Lottie Tommy Eva Benjamin Orla Hunter Delilah Zachary Zara Hugo Rose Dylan Hannah Toby Luna Jaxon
        Aisha Riley Jasmine Bobby Fatima Ibrahim Maryam Yusuf Amira Ali Zoë Łukasz Priyanka Anaya Aarav Zainab Omar Chloe
        Mason Imogen Carter Heidi Frankie Beatrice Jasper Robyn Blake Hope Jayden Nancy Tobias Summer Kai Faith Gabriel
        Lyla Ronnie Darcie Elliot Molly Nathan Summer Will Mark Jordan Chelsea April May Rose Robin Jade Lola Margot Aurora
        Ottilie Iris Felix Otis Caleb Ellis David Sara Michael Anna Nathaniel Jessica Ryan Amelie Callum Lucy
        """)
    static let lasts =
        words(
            """
            Smith Jones Taylor Brown Williams Wilson Johnson Davies Patel Robinson Wright Thompson Evans Walker White Roberts
            Green Hall Wood Jackson Clarke Khan Harris Clark Ahmed Lewis Ali Turner Hughes Edwards Hill Moore Cooper Ward
            Begum Hussain Singh Kaur Morris Harrison Allen Baker Martin King Scott Cook Carter Mitchell Phillips Parker
            Young Watson James Campbell Price Shah Miller Morgan Bailey Davis Bennett Cox Ellis Bell Richardson Marshall
            Collins Simpson Rose Shaw Adams Anderson Wilkinson Hunt Gray Foster Chapman Mills Mohammed Webb Hunter
            Rogers Stevens Murray Graham Palmer Reid Fox Powell Barnes Lloyd Owen Mason Knight Holmes Russell Fisher Butler
            Jenkins Stone Barker Kelly Murphy Nowak O'Brien O'Neill Kowalski Silva Fernandes Okafor Adeyemi Chowdhury
            Miah Islam Iqbal Malik Hussein Mahmood Rahman Akhtar Day Page Field Church Long Short Brooks Winter Summers
            Woods Rivers Lane Street Park Hope Grant Love May March
            """) + ["van der Berg", "de Souza", "Le Roux", "Al Hassan"]

    /// Made up, and each different: what a register of many families has at its end.
    static func rare(_ count: Int, _ endings: [String], _ random: inout BenchRandom) -> [String] {
        let starts =
            words(
                "Ab Ad Al Am An Ar As Bal Bar Ben Bor Bra Cal Car Che Dal Dan Dar Del Dor El Em Es Fal Far Fer Gal Gar Ham Has"
            )
            + words(
                "Ish Jal Jan Jar Kal Kam Kar Kes Lam Lan Mah Mal Mar Mos Nad Nar Ola Or Pal Par Qas Rah Ram Sal San Tam"
            )
        let middles = words(
            "adi ami ane ari bel beri da deri eli emi eri ili imi jo ka kari la lori ma mari ni nori ola")
        var made = Set<String>()
        var names: [String] = []
        while names.count < count {
            var name = random.any(starts) + random.any(middles)
            if random.chance(70) { name += random.any(middles) }
            name += random.any(endings)
            if made.insert(name).inserted { names.append(name) } else { name += random.any(endings) }
            if made.count > 30_000 { break }
        }
        return names
    }

    static let places = words(
        """
        Larkmere Alderweir Fennbridge Oakfield Elmgrove Westbrook Northcote Harbury Millbank Thornby Ashwell Kingsmead
        Moorside Riverdale Highcroft Stonegate Brackenhill Birchwood Copperfield Marlow
        """)

    static func words(_ text: String) -> [String] { text.split { $0 == " " || $0 == "\n" }.map(String.init) }
}
