import Policy
import Testing

@testable import Gate

@Suite struct WordsHarmlessTests {
    @Test("Ordinary school posts are not held", arguments: posts + more)
    func passes(_ text: String) {
        let held = WordsDesk.findings(text).filter { $0.severity >= .hold }
        #expect(held.isEmpty, "\(WordsDesk.shown(held, in: text))")
    }

    static let posts = """
        Dyslexia Awareness Week starts on Monday: pop in for a cuppa and some tips.
        Join us for our SEND coffee morning on Thursday at 9am in the hall.
        Flu vaccinations for Reception to Year 6 take place on Friday.
        Attendance matters: every day counts.
        Free school meals: how to apply online in five minutes.
        All staff completed their annual safeguarding training on Monday.
        The NSPCC led our Speak Out Stay Safe assembly this morning.
        If you are worried, the Childline number is 0800 1111.
        Year 3 loved celebrating Diwali with dance and food.
        Our nativity play is on 10 December at 2pm.
        In RE, Year 4 learned about the Five Pillars of Islam.
        Year 6 went ten-pin bowling and Mr Hall scored a strike!
        Striking artwork from Year 5 is now up in the corridor.
        What a striker! Our football team won 3-1.
        The library was hit by a lightning strike in our class story.
        An exclusive look at our new library.
        Our School Council visited the war memorial to lay a wreath.
        On Remembrance Sunday we remember those who gave their lives.
        Our World War Two topic started with an evacuee day.
        School council elections take place next Tuesday.
        Vote for your favourite book by Friday!
        Congratulations to our new house captains, elected by their classmates.
        We think the play was great.
        The school fair is on Saturday from 11am, with a PTA raffle.
        The book fair is in the hall all week.
        The uniform shop is open on Tuesday after school.
        Yesterday Year 4 visited the Science Museum.
        School closes at 3.30pm on Friday for the end of term.
        Term starts again on Monday 4 January.
        Parents' evening is in the main hall on Wednesday from 4pm.
        Greetings to our friends in Scunthorpe and Penistone.
        The Essex and Sussex choirs joined our singing day.
        This classic story made us assess what bravery means.
        Grape juice and shiitake mushrooms were on the tasting table.
        Year 2 met Dick Whittington and his cat at the panto.
        We saw a cockerel and three hens at Lightwater Farm last week.
        The bird club spotted a blue tit and two great tits at the feeder.
        Any niggles about homework? Talk to your class teacher.
        The pussy willow by the pond is in bud.
        Our walk along Offa's Dyke was muddy and marvellous last week.
        A chink in the armour: Year 4 learned about knights.
        Please bring a bag for the harvest collection for the food bank.
        We are raising money for Macmillan with a cake sale.
        Our Christmas jumper day raised £240 for Save the Children. Thank you!
        Sports Day is on Friday. Bring a hat, sun cream and a water bottle.
        Year 1 had a super time at the farm last Tuesday.
        The Lost Property box is full: is your child's jumper missing?
        Nursery places are available for September: call the office.
        We are looking for a midday supervisor. Closing date 5 December.
        Our new caretaker starts in January. Welcome, Mr Price!
        Congratulations to the Year 6 netball team, runners-up in the county finals.
        Our Eco Council planted forty trees on Saturday.
        World Book Day: come as your favourite character.
        Year 5 enjoyed reading The Lightning Thief this half term.
        Horrible Histories fans, the library has new copies.
        The Ugly Duckling was performed by Reception this week.
        We read The Twits and laughed until our sides hurt.
        Macbeth rehearsals are going well: "Out, damned spot!"
        Our production of Oliver is sold out.
        Judo club starts on Monday: learn to fall without getting hurt.
        The PTA meets on Tuesday at 7pm in the staff room.
        The crossing patrol keeps us all safe on the road.
        Anti-Bullying Week: odd socks on Monday!
        Online safety workshop for parents on Thursday at 6pm.
        Safer Internet Day: keep your password secret, even from friends.
        Strong passwords was the theme of our assembly.
        Our school nurse will be in on Tuesday for a drop-in about sleep.
        Head lice are about: advice from the NHS on our website.
        If your child has chickenpox, keep them at home until the spots crust over.
        Please tell the office if your child has an allergy.
        Children with asthma need an inhaler in school.
        Mental Health Awareness Week: five ways to feel good.
        We welcome our new headteacher, Mrs Okafor, in January.
        Thank you to Mrs Okafor for a wonderful concert.
        Well done to our spelling bee winners!
        Our Year 6 leavers' assembly made everyone smile.
        Our SATs booster club runs on Wednesdays.
        Year 6 have worked so hard in SATs week. We are proud of all of them.
        Our phonics workshop for parents is on 3 December.
        Reading volunteers needed: one hour a week.
        Swimming lessons start again on Tuesday for Year 4.
        Consent forms for the trip to York are due on Friday.
        Payment for the residential can be made on ParentPay.
        Photos from the residential are now in the gallery.
        Year 6 are back from camp, tired and happy.
        We had a visit from our local police officer, who talked about road safety.
        The fire service came in to teach us about fireworks.
        A big thank you to the governors for painting the fence.
        Our Ofsted report is on the website.
        We are proud to be rated Good by Ofsted.
        Governors' meeting minutes are published on our website.
        Our equality policy has been updated and is on the website.
        The admissions deadline for Reception is 15 January.
        Our menu this week: sausages and mash, pasta and salad.
        Fish and chips Friday returns!
        Breakfast club opens at 7.45am.
        Half term begins on Friday. Have a restful week.
        School is closed on Monday for the May bank holiday.
        School is closed today because of snow. Stay warm!
        Inset day on Friday: no school for pupils.
        The main gate opens at 8.40am.
        Please park with care and leave the bus lane free.
        Scooters must be walked on the playground.
        Our girls' football team beat St Mary's 4-2 in a great match.
        Great shooting and even better defending from our netball team.
        The team smashed their best time in the relay.
        We killed off the weeds in the garden and planted beans.
        Our chess team fought hard and came second.
        Science week went with a bang: bath bombs and volcanoes.
        Year 5 made bird feeders and hung them from the trees.
        A heron stole the show at the pond.
        The Gruffalo stole our hearts.
        Year 3 are writing stories about a dragon who lost his fire.
        Our topic this term is the Romans, with battles, gods and roads.
        Year 6 debated whether homework should be banned.
        Year 4 made healthy lunches and learned about the heart.
        Year 2 found out how Florence Nightingale changed hospitals.
        Year 5 read about Anne Frank and wrote their own diaries.
        Black History Month: Year 6 studied Rosa Parks.
        Refugee Week: we read a story about welcome.
        Year 6 learned about the suffragettes and how women won the vote.
        The Houses of Parliament trip last week was a highlight.
        UK Parliament Week: what would you change?
        We held a mock election in class as part of our history topic.
        Children in Need: wear spots on Friday.
        Red Nose Day: wear something red.
        Comic Relief raised £310. Thank you!
        Movember: our dads grew moustaches.
        Thank you for your kind donations to the hospice.
        Walk to School Week begins on Monday.
        Bikeability for Year 5 takes place next week.
        Lost tooth club: three new members in Reception!
        Easter bonnet parade on Thursday.
        Eid Mubarak to all our families!
        Happy Hanukkah to everyone celebrating.
        Shanah Tovah to our Jewish families.
        Happy Vaisakhi! Year 5 made bright rangolis.
        Chinese New Year: dragon dancing in the hall.
        Our harvest festival is at St Peter's Church on Friday.
        Pancake races today: Year 6 won by a whisker.
        Our pond is open again: newts, frogs and a very fat toad.
        The guinea pigs had babies!
        Our hatching eggs have arrived, and the first chick is out.
        Talent show auditions are on Monday.
        Choir sang at the care home last week.
        Rock Steady band concert on Friday at 2pm.
        Our recorders were in tune, almost.
        New in the library: mysteries, poems and graphic novels.
        Top tips for times tables are on our website.
        Remember PE kit on Tuesdays.
        Please label everything: jumpers, coats, bottles.
        Second-hand uniform sale after school on Thursday.
        Do you have any egg boxes? Year 1 need them.
        Wanted: wellies in all sizes for forest school.
        Dogs, even friendly ones, are not allowed on site.
        Class photos are on Wednesday.
        Our app has changed: here is how to log in.
        Follow us on the school website for news.
        We will miss you, Year 6. Good luck at high school!
        Thank you to the volunteers who cut the hedge.
        Our nursery children explored ice: cold fingers, big smiles.
        Sunflower race: the tallest is 2 metres.
        It was a foggy start, but cross country was great fun.
        Personal best after personal best at athletics last night.
        Great effort at the maths challenge, everyone.
        Handwriting heroes this week: Year 2.
        The Year 3 assembly is on Friday at 9.10am. Families welcome.
        Hot chocolate Friday goes to the kindest class.
        Kindness is our value this month.
        Spot the difference: our new playground is finished!
        The roof repairs are finished, and the hall is open again.
        Maths lesson: what is the probability of rolling a six?
        The moon landing topic finished with rockets in the field.
        Thank you Tesco for the bags of compost.
        Safeguarding is everyone's business: our policy is on the website.
        Our designated safeguarding lead is Mrs Okafor.
        Confidential support for families: call Family Lives.
        Year 6 transition day is on 7 July.
        Our Year 5 pupils wrote to the council about litter.
        Polling station in the hall on Thursday: school is closed to pupils.
        """.split(separator: "\n").map(String.init)

    @Test("There are enough of them")
    func enough() { #expect(Self.posts.count >= 150) }
}
