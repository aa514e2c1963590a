extension JudgementTests {
    /// Names, details and where children are.
    static let names: [(rule: String, lines: String)] = [
        (
            "posts.pupil-name",
            """
            Congratulations to Ivy Church in Year 4 on her swimming badge.
            Well done Amara Osei, whose poem won the county prize!
            A round of applause for Zoë Garside, who played the cello in assembly.
            A round of applause for Zoe Garside, who played the cello in assembly.
            MIKOŁAJ WÓJCIK scored the winning goal.
            Mikolaj Wojcik scored the winning goal.
            #WellDoneAmaraOsei
            Our star of the week is Ben Dunmore, for kindness.
            Benjamin Dunmore's model of the solar system is in the hall.
            Tadhg OBrien learned to ride a bike this week.
            Tadhg O’Brien learned to ride a bike this week.
            Lottie Carr Hughes read to the whole of Reception.
            Summer Field from Year 6 has been chosen as head girl.
            Star of the week: Summer Field.
            Ethan H in Year 4 has learned all his tables.
            Ethan H. has learned all his tables.
            Thiago from Year 3 won the spelling bee.
            Year 4's Efua won the spelling bee.
            Osei, Amara: first prize for handwriting.
            Prize winners: Chidi Owusu, Priya Singh and Rosie Rushworth.
            Amara and Efua Osei sang a duet.
            Congratulations to Amara O. on her grade 2 violin.
            A big cheer for Alfie Church, our chess champion.
            The winner is ... Violet Winter!
            Robin Winter plays the tuba in the county band.
            Sophia Hill and Jack King opened the batting.
            Olive Cooper's poem about fog is on our website.
            Saoirse in Year 6 knitted forty hats.
            Our head pupils are Declan Doherty and Maja Zak.
            Noe Tanaka won a place in the national youth choir.
            @kwame_boateng is our new sports captain.
            Jas Sandhu of Year 4 came second.
            Mei Li taught us to fold cranes.
            Y6: Zain Iqbal, Kiran Varghese. Y5: Leo Calvert.
            Well done to Elsie C. and Elsie K. on their grade 1 piano.
            Reception's Tadhg has lost his first tooth.
            goal by aarav patel in the last minute
            Three cheers for Poppy Dunmore!
            Rosie Rushworth's gran came to tea.
            Erin from Reception found a four-leaf clover.
            Y4 Stars: Bertie, Zola, Efua
            Amelia Varley and Logan Calvert won gold.
            Priya in Year 5 won gold.
            Chidi O. won gold.
            """
        ),
        (
            "posts.guardian-name",
            """
            Thank you to Farhana Mahmood for painting the fence.
            A special mention for Jürgen Tanaka, who repaired our shed.
            Thanks to Amira's dad, who mended the gate, and to Rebecca Siddiqui for the cakes.
            Comfort Osei kindly lent us her sewing machine.
            The bake sale was run by Nerys Parry and her team.
            Thank you, Rasa Nowak, for the costumes.
            """
        ),
        (
            "posts.personal-data",
            """
            Lost dog near the school: ring Karen on 07700 900 461.
            The party is at 27 Beech Grove, Larkmere, this Saturday.
            If you can share a lift, write to gemma.kershaw73@home.example
            Our oldest pupil was born on 14 September 2015.
            The lift share leaves from LM4 8RP at eight.
            One of our children has the number A998204326001 on the register.
            Bring the form with your National Insurance number, for example QQ 12 34 56 C... the volunteer's is AB 12 34 56 C.
            The nurse wrote down NHS number 943 476 5919 for the records.
            Text Sam's mum on +44 7700 900123 for details.
            Text oh seven seven double oh? No, it is 0 7 7 0 0 9 0 0 1 2 3.
            Contact: jo.bloggs (at) mail (dot) example for tickets
            Swap shop: ring Dave, 07700 900 888, any evening.
            Send your reply to the_smiths12@home.example by Friday.
            Costumes can be dropped at 4 Orchard Close, Larkmere, on Sunday.
            She was born on 02/03/2018 and is our youngest reader.
            Pay the trip money to sort code 12-34-56, account 12345678.
            My new number is 07700 900 317.
            Call round at 15 Staithe Road.
            dob 14.3.2018
            Ring Mrs Snow at home on 01632 960 777.
            """
        ),
        (
            "posts.whereabouts",
            """
            Year 4 are at Larkmere swimming pool right now.
            We have just arrived at the zoo with Year 2! Back at four.
            Reception is in the park this afternoon, say hello if you see us.
            Live from the castle: Year 5 are climbing the tower.
            Currently on the beach at Fennbridge with forty excited children.
            We are at the aquarium with Year 1 and the penguins are hilarious!
            Greetings from the top of Hebden Crag! Year 6 are eating lunch here now.
            On the train to York with 28 excited children.
            The side gate does not lock, so use that one after four.
            Year 2 are on the beach at Fennbridge until two.
            We have stopped at the services on the way to Wales with Year 6.
            The code for the nursery door is 4471.
            Reception are at the farm this morning.
            We're all at the museum now, wish you were here.
            """
        ),
    ]
}
