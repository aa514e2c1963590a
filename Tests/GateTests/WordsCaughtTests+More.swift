extension WordsCaughtTests {
    /// Posts written before anyone looked at what the lists would make of them.
    static let more: [(String, String)] = [
        (
            "language",
            """
            What an idiot our bus driver is
            The new TA is a fat cow
            Absolutely pissed off with the weather today
            Bugger off Monday
            What a sh*t start to the week
            Total bull$hit
            Some bastard has parked on the zigzags again
            Holy cr@p what a game
            Arse over elbow on the ice this morning lol
            wtf is going on with the boiler
            Bloody hell what a result
            I don't give a toss, its a load of sh!te
            you utter tw@t
            kn0bheads in the car park again
            F U C K I N G freezing out here
            what a pr1ck
            Holy shiiiittt we won!!!
            """
        ),
        (
            "threats",
            """
            If I find out who did it they will pay for this.
            Come near my classroom again and I'll smash your face in
            You parents are pathetic
            That boy wants a good slap
            Mr Khan had better watch his back
            Whoever keyed my car, I will find you.
            Go and die
            You're going to get what's coming to you.
            We will hunt you down
            I swear I'll batter that linesman
            Keep it up and you'll get a punch
            Thick as two short planks, that lot
            Nobody wants you at this school.
            Hope they choke on it
            """
        ),
        (
            "discrimination",
            """
            Travellers are dirty thieves, keep them away
            Old people shouldn't teach
            Gays are unnatural
            Typical women drivers outside the gate again
            The new families should learn to speak English or go home
            Disabled people are a burden
            No wonder, they're all Poles now
            Boys don't cry, man up lads
            These Romanians have ruined the village.
            Trans people are mentally ill.
            Refugees get everything for free while our own go without, send them home
            She's a spaz
            Jews control the banks
            """
        ),
        (
            "defamation",
            """
            The head of Brookside School is a bully and a cheat.
            Everyone knows Councillor Briggs takes bribes.
            Bright Sparks Nursery neglects its children.
            Mrs Lowe has been stealing from the dinner money.
            Jones Coaches are cowboys and should be shut down.
            Our former bursar fiddled the accounts.
            The referee was bent.
            Mr Dunn is having an affair with a parent.
            Mr Bell hits children when nobody is looking.
            The PTA chair has pocketed the raffle money.
            Mrs Crane faked her qualifications.
            Dr Shaw is a fraud.
            Green Lane Catering gave our kids food poisoning on purpose.
            This governor is corrupt and everybody knows it.
            Her husband is a drug dealer.
            They have been covering up abuse for years.
            """
        ),
        (
            "individual-matters",
            """
            Please keep Jayden in your thoughts: his epilepsy is back and he is in hospital.
            Lovely to see Ella back after her operation.
            One of our Year 4 boys broke his arm in PE.
            Tyler got into a fight at lunch and is in isolation.
            A pupil in Class 6 has an EHCP and now has a one-to-one.
            Well done to Sophie, who got 115 in her maths SATs!
            The Khan family have been evicted and need furniture.
            Maya's mum is in prison, so she lives with her nan.
            A Year 2 child with a severe nut allergy joins us today.
            Leo has been off for three weeks with anxiety.
            Kai, who is autistic, sang a solo.
            One little boy in Nursery is still in nappies.
            Oliver in Year 5 is on pupil premium.
            Grace was sent home for kicking a teacher.
            Mrs Webb is on maternity leave after a difficult birth and is suffering from depression.
            Our Year 1 girl with Down's syndrome took part in sports day.
            Josh has missed 30 days this term.
            Two of our brothers are refugees from Syria.
            A pupil was caught vaping in the toilets.
            Harry's parents have split up.
            Ruby had her tonsils out on Monday.
            Our lollipop man Fred has cancer.
            One of the Year 5 boys has been diagnosed with type 1 diabetes.
            Zainab cannot read yet and gets extra help.
            Alfie has been excluded for three days.
            A child in Oak class has PTSD.
            Little Noah lost his grandad at the weekend.
            Sam's family use the food bank.
            Our pupil Mia is fostered.
            A boy from Year 2 was naughty at lunch.
            The twins in Year 4 have head lice.
            Ethan's attendance is the worst in the class.
            Callum got 3 out of 20 in his spelling test.
            Jamie is a young carer for his mum, who has MS.
            A mum in Year 1 is going through a divorce.
            Miss Hart has had a miscarriage.
            One of our Year 6s failed all his SATs.
            Poppy needs a hearing aid and speech therapy.
            """
        ),
        (
            "confidential",
            """
            The governors agreed in a confidential session to cut two posts.
            We paid £38,400 for the new boiler after haggling with Heatwise: don't tell the other bidders.
            Mr Ford has handed in his notice.
            Staff restructure: three teaching assistants will be made redundant.
            Exam paper questions leaked from the staff drive.
            Our solicitor says we will win the case.
            The head earns £84,000.
            Ms Reid failed her probation.
            Staff only: do not forward.
            The draft budget shows a deficit of £120,000.
            Here is the login for the parents' app: username office, password Sunny123
            Not public yet: Mrs Lee is leaving.
            Between ourselves, the trust wants to close the nursery.
            HR are investigating a complaint against the deputy.
            The minutes of Part B are attached.
            Our caterer's contract will be cancelled in March, but they don't know yet.
            The safe code is 1984.
            We have been sued by a former employee.
            Mr Cole's pay has gone up to M6.
            """
        ),
        (
            "safeguarding",
            """
            One of our children came in with a black eye and would not say why.
            She told her teacher that her uncle touches her.
            A Year 8 girl is missing from home since Saturday.
            He said he wants to kill himself.
            The social worker took the twins this morning.
            Please help find Emily, 12, last seen at the bus stop.
            A stranger tried to get a child into his car outside school.
            Mum turned up drunk at pick-up again.
            There are cuts on her arms.
            A pupil is being groomed on Snapchat.
            He has not eaten since Friday.
            A Year 10 girl told us her stepdad comes into her room at night.
            We found a boy crying because he is frightened of his father.
            One of our pupils ran away last night.
            He posts about wanting to end it all.
            The children next to the school are left alone every night.
            A man was taking photos of children through the fence.
            She has marks from a belt.
            A pupil was offered money to carry drugs.
            An inappropriate relationship between a coach and a student has come to light.
            """
        ),
        (
            "topics",
            """
            Our staff voted to walk out over pay.
            Two boys have been expelled this week.
            A fight broke out at the gates after school.
            We support the junior doctors' strike.
            Israel has no right to bomb Gaza.
            Our much-loved former head has died.
            Our school may close: come to the consultation.
            There's only one true God.
            Ofsted got it wrong: Requires Improvement is unfair.
            The government has failed our children.
            Is being transgender a choice?
            Immigration is out of control in this country.
            The ambulance was called after a serious accident on the playground.
            Police were outside school today after an incident.
            Unison members are balloting for action.
            Sir Keir Starmer must resign.
            Free Palestine!
            Pride flag row: why we will not fly it
            The academy order is final.
            A former pupil was killed in a crash on Sunday.
            A gas explosion injured two people near school.
            Should Muslims pray at school?
            Parents protest against our new RSE lessons.
            Vaccines should not be forced on children.
            The council wants to close our school.
            Teachers deserve better pay: support the NEU.
            """
        ),
        (
            "elections",
            """
            Get out and vote Conservative on 7 May
            Proud to see our Labour councillor win her seat.
            Sign the Lib Dem petition against the bypass.
            Meet your Green candidate at the gates.
            Plaid Cymru will be at our fair.
            Re-elect Councillor Hill on 6 May!
            Our head is standing for Parliament for the Greens.
            Tories out!
            Hear the candidates at our hustings on Friday.
            """
        ),
        (
            "gain",
            """
            My sister's new cake business is taking orders: DM me!
            20% off at my husband's gym with code OAKS
            I have a spare room to rent, message me.
            Anyone want to buy my old iPhone? £200 ono
            Sign up using my link and we both get £10.
            I tutor maths on Saturdays, £30 an hour.
            Mr Lyle's personal training sessions: first one free, call him.
            My book is out on Amazon, buy it now!
            Get £5 off with my code MRSB5
            Hot tubs for hire from our caretaker's company.
            """
        ),
        (
            "grievance",
            """
            Once again management have dumped everything on us.
            The LA could not care less about our school.
            Worst headteacher I have ever worked for.
            Why do we put up with this rubbish from the Department for Education?
            Some colleagues never pull their weight.
            I can't wait to leave this dump.
            The trust treats its staff like dirt.
            Our useless council still has not fixed the crossing.
            The Education Secretary hasn't got a clue.
            Overworked, underpaid and fed up.
            We were promised a TA and management lied.
            """
        ),
        (
            "whereabouts",
            """
            Having a great time at Alton Towers with Year 6, back at 5!
            Year 3 just got to the aquarium!
            Tomorrow we are taking 4B to Hampstead Heath, meeting at the station at 9.
            Key is under the blue plant pot by reception.
            The back gate doesn't lock, just push it.
            We are all out at the beach today so nobody is in school.
            Door code for the hall: C2580.
            Lily gets picked up by her gran at 3.15 every day at the corner shop.
            Live from the zoo: Year 2 and the penguins!
            Follow our walk to the castle this morning, we are just passing the church.
            We're on the train to London with 60 children!
            Year 5 have landed at Legoland.
            Class 2 will walk to the library every Wednesday at 10 along Church Road.
            The keypad number is 4471.
            The fire door by the hall is wedged open.
            Our CCTV is broken.
            Year 4 are camping at Fox Wood tonight.
            Ella, Year 3, goes home on the 4.10 bus by herself.
            Off to the Lowry Theatre this afternoon, coach back at 5.
            The caretaker is away so the building is empty until Monday.
            """
        ),
    ]
}
