import Policy
import Testing

@testable import Gate

@Suite struct WordsCaughtTests {
    @Test("P5, T9, T10, M19, M42, W24, W38: each is found by its rule, and held", arguments: cases)
    func isHeld(_ given: Given) {
        let findings = WordsDesk.findings(given.text)
        let held = findings.contains { $0.rule == given.rule && $0.severity == .hold }
        #expect(held, "\(given.rule): \(given.text) → \(WordsDesk.shown(findings, in: given.text))")
    }

    struct Given: Sendable, CustomTestStringConvertible {
        let rule: String
        let text: String
        var testDescription: String { "\(rule): \(text)" }
    }

    static let cases: [Given] = (table + more).flatMap { rule, lines in
        lines.split(separator: "\n").map { Given(rule: "posts.\(rule)", text: String($0)) }
    }

    static let table: [(String, String)] = [
        (
            "language",
            """
            Parents who park there are idiots.
            What a load of shit.
            f u c k this weather
            f.u.c.k the referee
            sh1t happens
            kiss my @ss
            shiiit, we lost
            f**k off
            fu\u{200B}ck it
            fu\u{0441}k it all
            ｆｕｃｋ the rain
            That was a load of bollocks.
            You absolute w4nker
            b!tch please
            The weather was bloody awful.
            What the hell is going on with parking?
            Stop being such a dick.
            This is crap.
            fuuuuck
            a$$hole
            """
        ),
        (
            "discrimination",
            """
            No place for p4kis here
            Immigrants are taking our school places.
            Girls can't do maths anyway.
            Muslims are all terrorists.
            You run like a girl.
            Go back to your own country.
            That's so gay.
            Boys are better, girls are weak.
            He is a retard.
            Too many foreigners in this village.
            We hate gypsies.
            Women belong in the kitchen.
            """
        ),
        (
            "threats",
            """
            I will kill you if you park there again.
            We know where you live.
            You'll regret this.
            That teacher deserves a slap.
            Someone should burn the school down.
            Nobody likes him, he is such a loser.
            Watch your back, Mr Hall.
            He should be shot.
            Everyone hates Amira.
            Mrs Okafor is useless and ugly.
            Shame on you, whoever did this.
            """
        ),
        (
            "defamation",
            """
            Mr Patel is a liar.
            The head stole money from the PTA.
            Our caterer is corrupt.
            Mrs Jones lied to parents about the trip.
            That company ripped us off.
            The coach at Town FC is a paedophile.
            Mr Smith was drunk at work.
            Avoid this company, they are a scam.
            The council covered up the bullying.
            Someone on the board has been fiddling the books.
            St Mary's cheated in their SATs.
            She should be sacked.
            The trust is dishonest and incompetent.
            He falsified the results.
            """
        ),
        (
            "illegal-content",
            """
            Someone has sent nude photos of a pupil.
            He was grooming a girl online.
            Link to porn in the comments.
            How to make a pipe bomb at home.
            Kill all immigrants.
            Anyone selling cannabis near the gate?
            Indecent images of children were found.
            Heil Hitler
            """
        ),
        (
            "individual-matters",
            """
            Amira has been diagnosed with dyslexia.
            A boy in Year 5 has ADHD and finds lunchtimes hard.
            One of our pupils who has leukaemia is back today.
            Ben Carter was excluded on Tuesday for fighting.
            Amira's attendance is only 78%.
            One of our Year 3 children gets free school meals.
            His mum and dad are getting divorced.
            A girl in Reception is in foster care.
            The family in Year 2 are asylum seekers.
            Amira failed her SATs reading paper.
            Benjamin was rushed to hospital with an asthma attack.
            Our caretaker is off sick with stress.
            One of our pupils was suspended for swearing.
            Mrs Okafor is recovering from surgery.
            A Year 4 pupil wet himself on the trip.
            Ben got a detention again.
            She is on the SEN register.
            A boy in Year 6 is working below the expected level.
            Amira lost her dad last month.
            A pupil in Year 1 has nits.
            My son has autism.
            Her parents are separated.
            Benjamin is working two years below his age.
            One of our families is being deported.
            Mr Hall has been signed off with depression.
            A boy in my class bit another child.
            Amira was caught stealing.
            """
        ),
        (
            "confidential",
            """
            We are negotiating a new contract with our caterer.
            The tender for the new roof closes next week: the lowest bid is £40,000.
            Redundancies are planned for July.
            This is internal, not for sharing.
            Part B of the governors' minutes: staffing.
            The deputy's salary is going up to £62,000.
            Mr Hall is under investigation.
            Mrs Jones has been suspended from duty.
            Strictly confidential: the restructure.
            The school is taking legal advice.
            Do not share this outside the staff room.
            The wifi password is Acorn2026.
            We have not told parents yet, but the uniform will change.
            A disciplinary hearing takes place on Monday.
            Our preferred bidder for the field is Homes Ltd.
            """
        ),
        (
            "safeguarding",
            """
            A pupil made a disclosure today.
            One of our girls has been self-harming.
            Social services visited the family again.
            A Year 6 boy has gone missing.
            The police were called to a pupil's home last night.
            He has bruises all over his arms.
            A pupil has been sharing nudes.
            She says her dad hits her at home.
            He is scared to go home.
            A child came in hungry again: neglect?
            There were allegations against a coach.
            A girl in Year 9 took an overdose.
            He brought a knife into school.
            One child was left home alone all weekend.
            We have a safeguarding concern about a family.
            A man in a van followed two pupils home.
            """
        ),
        (
            "topics",
            """
            Teachers will be on strike on Thursday.
            The NEU picket line will be at the gate.
            Three pupils were permanently excluded this week.
            There was a serious incident at the gate this morning.
            We stand with Palestine.
            The war in Ukraine goes on.
            The government's funding cuts hurt every school.
            The school faces closure next year.
            Sadly our lollipop lady passed away last night.
            Should trans pupils use which toilets?
            The hijab ban is wrong.
            Ban the burka
            The general election is next month.
            Asylum seekers are staying in the hotel nearby.
            Brexit was a mistake.
            The school was broken into last night.
            """
        ),
        (
            "elections",
            """
            Vote Labour on Thursday!
            Our Conservative candidate visited the school.
            The Green Party has the best plans for schools.
            Nigel Farage came to our town.
            Reform UK leaflets are at the gate.
            Vote for Cllr Brown.
            The Liberal Democrats opened our fair.
            """
        ),
        (
            "gain",
            """
            My wife's salon is offering 20% off.
            Use code OAK10 for a discount.
            Sign up with my referral link.
            I offer private tuition, message me for prices.
            Check out my Etsy shop.
            Book my husband's new business for your party.
            Affiliate link below.
            Invest in bitcoin now.
            """
        ),
        (
            "grievance",
            """
            Management doesn't care about staff.
            Sick of the council letting us down.
            The workload here is ridiculous.
            This government is a disgrace.
            SLT are clueless.
            My colleagues are two-faced.
            Fed up with Ofsted and their nonsense.
            The council is failing our school.
            I hate this job.
            """
        ),
        (
            "whereabouts",
            """
            Year 4 are at the zoo right now!
            We're at the beach with Year 2.
            Year 6 have just arrived safely at the hostel.
            Year 5 will be at Chester Zoo tomorrow from 10am.
            The coach leaves at 8.15 from the back gate.
            The gate code is 4512.
            The side door is left open all day.
            School will be empty over half term.
            Amira walks home alone along Mill Lane.
            Nobody will be on site until Monday.
            Year 3 are on the coach to York.
            The alarm code has changed to 9921.
            Currently at the museum with Year 5.
            He catches the number 12 bus home alone.
            We are on our way to the theatre!
            """
        ),
    ]

    @Test("There are enough of them")
    func enough() { #expect(Self.cases.count >= 150, "\(Self.cases.count)") }
}
