import Gate
import Policy

/// Posts as schools write them, of about so many words each; the same each time.
enum BenchPosts {
    static func make(_ count: Int, words: Int, for roll: Roll) -> [Post] {
        var random = BenchRandom(seed: 7)
        return (0..<count).map { index in
            let school = roll.schools[index % roll.schools.count]
            var text = ""
            var written = 0
            var left = sentences.shuffled(using: &random)[...]
            while written < words, let sentence = left.popFirst() {
                let filled = fill(sentence, school, roll, &random)
                text += text.isEmpty ? "" : random.chance(15) ? "\n\n" : " "
                text += filled
                written += filled.split(separator: " ").count
            }
            return Post(
                text: text, school: school.code, network: index.isMultiple(of: 2) ? "wordpress" : "facebook",
                author: nil, authorRole: "teacher", date: Day(daysSince1970: 20_778))
        }
    }

    private static func fill(
        _ sentence: String, _ school: School, _ roll: Roll, _ random: inout BenchRandom
    ) -> String {
        sentence.split(separator: " ", omittingEmptySubsequences: false).map { word in
            guard let open = word.firstIndex(of: "{"), let close = word.firstIndex(of: "}") else { return String(word) }
            let value: String
            switch word[word.index(after: open)..<close] {
            case "first": value = random.any(roll.pupils).firstName
            case "full":
                let pupil = random.any(roll.pupils)
                value = "\(pupil.firstName) \(pupil.lastName)"
            case "staff": value = random.any(roll.staff).lastName
            case "year": value = "\(1 + random.next() % 6)"
            case "tag": value = school.hashtag
            case "email": value = school.email
            case "phone": value = school.phone
            default: value = "https://\(school.domain)/news/\(random.next() % 900)"
            }
            return word[..<open] + value + word[word.index(after: close)...]
        }.joined(separator: " ")
    }

    private static let sentences = """
        Year {year} have had a wonderful week finding out about the Romans and building a road of their own.
        On Tuesday we welcomed the local library, who brought forty new books and a very large cushion.
        Well done to {first} and {first}, who read aloud in assembly in front of the whole school.
        Congratulations to {full} for winning the county chess tournament on Saturday.
        The choir sang at the care home on Mill Lane and stayed for tea and biscuits afterwards.
        Please remember that PE kits should be in school from Monday to Friday, with names in.
        Our school council met the mayor to talk about the crossing outside the main gate.
        The summer fair is on Saturday 13 June from 11am to 2pm on the school field, and everybody is welcome.
        Cakes, plants and second-hand uniform will be on sale, and there will be a raffle for the new climbing frame.
        A huge thank you to the parents and carers who painted the shed at the weekend.
        Mrs {staff} will be running the gardening club after half term, on Wednesdays until 4.15pm.
        In maths we have been learning about fractions by cutting up pizzas, then apples, then paper.
        Reception have been growing beans, and the tallest one is now 47 centimetres.
        The football team drew 2-2 with our neighbours and shook hands with everyone afterwards.
        You can find the letter about the trip on our website: {url}
        If you have any questions please ring the office on {phone} or write to {email}.
        Book week starts on 2 March; come as a character from a story you love.
        We are collecting empty egg boxes, clean jam jars and old newspapers for the art room.
        The weather was kind, the sandwiches were eaten before eleven, and nobody lost a coat.
        Mr {staff} took the football club to the county final, where they came third out of sixteen.
        Hope, courage and kindness are the three words we have been thinking about this term.
        Children in Year {year} wrote letters to the council, and the council wrote back.
        “It was the best day of the whole year,” said one of our pupils on the way home.
        The building work behind the hall is finished, so the back gate is open again from Thursday.
        Our star of the week is {first}, for being a patient partner in science.
        Lunches next week: pasta on Monday, curry on Tuesday, roast on Wednesday and fish on Friday.
        Attendance across the school was 96.4% in November, the best figure for three years.
        Governors meet on 14 October at 6.30pm in the hall and the minutes will be on the website.
        We watched the caterpillars turn into butterflies and let them go in the woodland garden.
        Swimming lessons for Year {year} start again after the holiday; please send a towel.
        There are still places at breakfast club, which opens at 7.45am every school day.
        Thanks to everyone who came to the phonics evening; the slides are on our website.
        We said goodbye to the old piano today and hello to a slightly less old one.
        {tag}
        The sun came out for sports day and every child crossed the finish line to cheers.
        Poppy sellers from the school council raised £184.50 for the appeal.
        A reminder that the road outside school is closed to cars between 8.30am and 9.15am.
        Our gardeners harvested three kilos of potatoes, two of beans and one enormous marrow.
        Next week is our poetry week, and each class will learn one poem by heart.
        The theatre group's performance of Matilda had the audience laughing and singing along.
        {first} showed us how to fold a paper crane and now there are two hundred of them in the hall.
        Thank you to the PTA, who have paid for new bikes and scooters for the playground.
        We are looking for volunteers to hear readers on Thursday mornings, an hour at a time.
        Everyone in Year {year} has now finished the bike course and may cycle to school with a helmet.
        Our science fair had volcanoes, circuits, a wind tunnel and one slightly startled hamster.
        School photographs will be taken on Friday, so please brush your hair and bring your smile.
        The new library corner has lamps, rugs and a shelf of books chosen by the children.
        We planted forty trees along the fence with the help of the park rangers.
        In history, Year {year} interviewed grandparents about what school was like sixty years ago.
        Dates for the diary: 4 December carols, 11 December lunch, 18 December end of term at 1.30pm.
        Please park with care on Church Street, as our neighbours need to get in and out of their drives.
        What a performance from the steel band at the town hall last night, with a standing ovation at the end.
        Our Eco team weighed the food waste for a week: 38 kg on Monday and only 12 kg on Friday.
        The winners of the poster competition are on the board by the office; have a look when you come in.
        A visitor from the fire station let every child try on the helmet and hold the hose.
        Year {year} are making a film about the river and would love to borrow an old map of the town.
        The chess club is open to beginners, and nobody minds how many times you lose.
        We finished the half term with a picnic under the oak and a very long game of rounders.
        Our code club built a weather station that tells us when to bring the washing in.
        Follow our journey with #ReadingIsMagic and tell us what you are reading at home.
        """.split(separator: "\n").map(String.init)
}
