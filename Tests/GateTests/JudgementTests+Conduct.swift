extension JudgementTests {
    /// Words and subjects that need a second person.
    static let conduct: [(rule: String, lines: String)] = [
        (
            "posts.language",
            """
            What a load of shit that referee was.
            That was a cr@p decision by the council.
            F u c k this weather.
            What the f*** was that.
            Absolutely b0ll0cks.
            Shiiiiit, what a goal.
            You absolute wanker, ref.
            The fuсking rain.
            Parents who park on the zigzags are stupid idiots.
            Oh for f*ck's sake, the printer.
            That was bloody brilliant.
            What a bunch of t0ssers.
            Get lost, you morons.
            Piss off, rain.
            Who the hell took the stapler?
            sh!t happens
            This is bullshit.
            """
        ),
        (
            "posts.discrimination",
            """
            No wonder we lost, they run like girls.
            Those gypsies should not be let near our field.
            That idea is so gay.
            We do not want any more foreigners in this school.
            Muslims are all the same.
            The other team looked like a bunch of retards.
            Boys will always be better at maths than girls.
            Why should we pay for the Roma kids' lunches? They never work.
            Disabled children should be somewhere else.
            These travellers steal everything.
            A woman cannot referee a match.
            He talks funny because he is Polish.
            Gypsies are not welcome at our fair.
            Only a girl would miss that.
            """
        ),
        (
            "posts.threats",
            """
            Park there once more and I will smash your windscreen.
            We know where you live. Watch your back.
            Anyone who touches our bikes will get what is coming to them.
            Someone should burn that school down.
            If I find who took my bike I will break his legs.
            You have been warned. Next time it will be your car.
            I will knock your teeth out.
            Watch yourself, we know your car.
            I'll get you for this.
            """
        ),
        (
            "posts.defamation",
            """
            The builder who did our roof is a liar and a thief.
            The caterers stole money from the school and lied about it.
            Councillor Marks took bribes to close our crossing.
            The coach company's drivers are always drunk.
            Mr Pryce faked the test results.
            That shop on Mill Lane sells stolen phones.
            Mr Lund fiddles his expenses.
            Our old caterer is a crook.
            """
        ),
        (
            "posts.illegal-content",
            """
            Download the whole film free from this torrent, we did.
            DM us for cheap weed.
            Watch the new film for nothing on this pirate site.
            """
        ),
        (
            "posts.topics",
            """
            School is closed tomorrow because teachers are on strike.
            Thank you for bearing with us after Monday's strike.
            Ofsted inspectors will be in school on Tuesday and Wednesday.
            We are deeply sad to tell you that our lunchtime supervisor died on Sunday.
            The government's cuts have left our school without a librarian.
            An ambulance and the police were called to the school at noon.
            From September pupils may use the toilet that matches their gender identity.
            The council wants to close our school in 2028. Come to the meeting.
            We stand with the people of Gaza.
            Asylum seekers in the hotel down the road are welcome in our school.
            Picket lines will stand at the gate on Thursday.
            Permanent exclusions went up last year.
            Our MP, a Conservative, promised to reverse the budget cuts.
            The teachers' union will walk out on Thursday and most classes are shut.
            It is with great sadness that we share the loss of our friend and colleague Joan.
            Two pupils were permanently excluded after Friday.
            Our hearts go out to everyone in Ukraine and we call on Russia to leave.
            Trans pupils are welcome to wear either uniform.
            We had to go into lockdown this morning.
            A car hit a child outside school at half past three.
            The trust is thinking of merging us with Fennbridge.
            Staff voted for strike action this week.
            Our former chair of governors has died.
            There was a stabbing near the school last night.
            We support the boycott of Israel.
            Is it right that boys use the girls' changing room? Tell us below.
            The inspectors have been and we failed.
            Say no to the academy takeover of our school.
            Teachers will strike on 3 December.
            We are shocked by the war in Gaza.
            We are sorry to announce the death of a former pupil.
            The government must fund our schools properly.
            Police were at our gate this morning after an incident.
            Our school could close next year.
            """
        ),
        (
            "posts.elections",
            """
            Vote for Councillor Patel on Thursday: he saved our crossing.
            The Labour candidate visited our school today and planted a tree.
            The Greens came canvassing at our gate and we wish them luck.
            Please support Cllr Hodge at the ballot box this May.
            Sign the Labour petition at our gate.
            We hope that Mr Hodge wins the by-election.
            Vote Labour on Thursday.
            """
        ),
        (
            "posts.gain",
            """
            Mrs Kowalczyk sells lovely candles. Order from her shop with the code LARK10 for a discount.
            I am tutoring privately on Saturdays, £25 an hour. Message me.
            Our deputy's husband has opened a café. Go there and say we sent you for 10% off.
            My sister's nail bar has ten per cent off for Larkmere parents.
            Mr Brannigan's own book is out now: order it through his website.
            For piano lessons at £20 ring Miss Whitlock.
            I am selling my old car, message me.
            Buy my handmade cards at my online shop.
            """
        ),
        (
            "posts.grievance",
            """
            Management never listens to the teachers here.
            Another pointless meeting. Working here is a nightmare.
            Our head has no idea how to run a school.
            Shame that the leadership treats its staff like dirt.
            Mr Brannigan is the laziest teacher in the school.
            Nobody in the office ever answers our emails. Typical.
            They keep piling work on us and the head does not care.
            The governors could not care less about us.
            Morale among the teachers is at rock bottom thanks to the new head.
            I am sick of this school and its useless managers.
            """
        ),
        (
            "posts.confidential",
            """
            The minutes of the confidential governors' meeting say that two posts will go.
            Between us: the staff restructuring starts in January, keep it quiet.
            Please keep this to yourselves: Mr Okafor has handed in his notice.
            Between you and me, two teaching assistants will lose their jobs.
            The wifi password is Larkmere2026.
            Confidential: the pay of our teaching assistants will be cut.
            """
        ),
    ]
}
