extension JudgementTests {
    /// An ordinary year of posts, with words that only look like trouble.
    static let passed = """
        Year 3 walked to the Roman museum last week and came back with clay lamps they had made themselves. Miss Whitlock
        Welcome back, everyone. Breakfast club opens at 7.45 in the small hall. Mrs Cartledge, office
        Our harvest collection filled forty boxes, all of which went to the food bank on Friday. Thank you.
        The school will be closed on Monday 4 May for the bank holiday and opens again on Tuesday.
        Can you bring a wooden spoon and an apron on Thursday? Year 2 will be cooking soup.
        The strike of the clock at midday rang out over the field as the balloons went up.
        We are looking for people to join our school governing body. Ask at the office for a form.
        Summer is nearly here and the sunflowers are taller than our tallest teacher.
        Poppies, hollies and ivy decorate the hall for our remembrance display.
        Holly and ivy wreaths are on sale at the winter fair for three pounds each.
        Robin redbreast has been visiting our bird table every morning this week.
        Will everyone who borrowed a library book in September look under the bed, please?
        The school fair raised £1,245.60 for new playground benches. Thank you to everyone who came.
        Our netball team won 14-9 on Saturday and drew 7-7 on Sunday.
        Call the office on 01632 960 144 if your child is unwell.
        Write to office@larkmere.example if you would like to help at the winter fair.
        You can find us at Larkmere Primary School, Mill Lane, Larkmere, LM4 2QT.
        This week we are reading "The Iron Man" (ISBN 978-0-571-22612-2) in Year 5.
        Order number 4471882901 for the new goalposts has arrived at last.
        Parents' evening is in rooms 12, 14 and 15 from 4 pm to 7 pm.
        Year 6 learned how to shoot a penalty, how to attack down the wing and how to defend a corner.
        Our chess club beat Fennbridge Primary 3-1. A killer move by the black knight won the last game.
        Class assembly: the children sang about dinosaurs and their parents clapped till their hands hurt.
        The cast of our play will perform in Scunthorpe and Penistone next month.
        Year 5 studied the Saxons, the county of Essex and Sussex, and the cockerel on the church spire.
        We grew shiitake mushrooms in the eco club and Mr Okafor cooked them.
        Thank you to the Friends of Larkmere for the new sandpit.
        Nit letters go home today. Check hair, comb, repeat. Nothing to be ashamed of.
        It is Anti-Bullying Week. We talked about what to do when you see somebody being unkind. Ask your child about the red, amber and green rule.
        World Mental Health Day: our classes practised breathing slowly and talked about who they can turn to.
        Our SENCO is holding a coffee morning on autism and sensory needs on 3 December. All families welcome.
        Safer Internet Day is on Tuesday. Every class will talk about how to stay safe online and whom to tell.
        If you are worried about a child's safety, speak to our safeguarding lead or ring the council's helpline.
        We do not allow nuts in school because some children are allergic to them.
        Dyslexia Awareness Week: books with tinted pages and larger letters are now in our library.
        Sports day is on Friday 19 June at the leisure centre, weather permitting.
        Last week Year 4 visited the lighthouse. They climbed 112 steps and saw a seal.
        Year 6 had a lovely time at the outdoor centre in October. They are home, muddy and tired.
        Our school council held an election for the best pudding. Jam roly-poly won by three votes.
        The pupils voted for their new house captains this week. Every candidate made a speech.
        Year 5 wrote to the author and got a reply that made everyone gasp.
        We celebrated Diwali with lamps and sweets, and the whole school joined in the dance.
        Our Christmas concert in St Mary's Church begins at 6 pm. All are welcome.
        Eid Mubarak to all our families who are celebrating.
        Year 2 acted out the Great Fire of London and burned their cardboard houses safely in the field.
        Year 6 have been learning about the Second World War. They made ration-book biscuits.
        The children hit the ball so far that it landed in the pond.
        Beat the winter blues with our after-school ukulele club.
        Our Reception class has been hitting targets in phonics, and they love it.
        The caretaker shot a lovely film of the snow on the roof.
        Scratch that: the cake sale is on Thursday and not on Wednesday.
        We have a new bike shed. It took the builders three weeks and eleven cups of tea a day.
        PE kit: white shirt, black shorts, trainers. Label everything.
        The lost property box is overflowing. Come and rummage on Friday after school.
        Well done to our cross-country runners, who came third of eleven schools!
        Book Day is coming. No need to buy a costume: a hat and an idea are enough.
        Our gardening club planted 300 bulbs along the fence. Look out for them in spring.
        Mrs Rowntree's class has baked bread rolls for the whole school.
        A huge thank you to Mr Bhatt, our governor, for talking to Year 6 about bridges.
        Head lice, mud and half-term: the three certainties of October.
        The PTA quiz has a prize draw and a raffle. Tickets cost £2 and every penny goes to the school.
        Our after-school club has places on Wednesdays. Ask in the office.
        Applications for Reception 2027 close on 15 January. Details are on the council's website.
        Follow our new account for news of the choir.
        Year 1 planted beans. Some are growing, some are sulking, and one has been eaten by a slug.
        Our new minibus is here: seats for 16, and a horn that sounds like a duck.
        The weather has broken two of our gutters. The field is closed until they are mended.
        The boiler is mended. The school is warm again and open as usual.
        Year 3 are going to the theatre on 4 December. Bring a packed lunch.
        We thought the play was wonderful, and so did the audience, who stood and cheered.
        Ruby slippers, emerald green coats and a tin man: our play had it all.
        Rose bushes have been planted in the quiet garden.
        Grace before lunch, said in six languages by Year 4.
        May half-term begins on 25 May. April showers permitting.
        Mark your calendars: the winter fair is on 5 December.
        Jack and the Beanstalk is this year's pantomime.
        King Charles smiled from the front of every stamp the children collected.
        Year 4 met Florence Nightingale in a history workshop, or at least an actor who played her.
        Over the hill and past the church, the marsh is full of geese. Year 4 counted 212.
        Young artists from every class painted the new mural by the field.
        The price of school meals stays the same this year.
        The bell rings at 8.50, and the gate closes at 8.55.
        Hope springs eternal: our football team scored its first goal.
        Year 6 built a violet-scented volcano with vinegar and soda. It exploded twice.
        Log on to the library page to reserve a book. You can log in with the code from the letter.
        It is our policy to reward kindness, which is why the kindness tree has 84 leaves.
        Free flu vaccinations are offered to all pupils on 2 December. The form came home on Monday.
        Our reading scores rose for the third year running. We are proud of every child.
        The food bank is short of tinned fruit. The crates in the hall are for your gifts.
        Ofsted's report of 2024 can be found on our website. http://larkmere.example/report
        Year 5 debated whether zoos are fair. Both sides argued well.
        The old stage lights were killing the mood, so the Friends bought new ones.
        A bomb of glitter went off in the art room. It will be with us until spring.
        It is a crime how good Mrs Venn's custard is.
        Bring your wellies. Year 1's forest school goes ahead whatever the weather.
        Our staff ran 10 km for the hospice and raised £880.
        Swimming for Year 4 starts after half-term. Costume, towel, hat.
        The recorder group played at the care home. Residents asked for one more.
        Year 6's leavers' hoodies are ready to order, £14 each.
        Ash Wednesday, pancake races and a very sticky hall floor.
        The Amber group of swimmers moved up to the deep end.
        Penny Lane was the choir's favourite song.
        Thank you to Mr Okafor for running the chess club.
        Our headteacher, Ruth Adeyemi, will be at the gate on Monday to greet families.
        Tom Okafor, Year 5 teacher
        The winning raffle ticket numbers are 077, 123 and 456.
        The serial number of the lost tablet is 7700900123455.
        Our charity page: number 1078217, registered in England and Wales.
        We collected 10,482 bottle tops in 2025 and 11,930 in 2026.
        Thank you to everyone who donated winter coats for families who need them.
        Headaches, tummy aches, runny noses: tis the season. Keep your child at home for 48 hours after a tummy bug.
        Our attendance is 97 per cent. Well done to every class.
        Children with asthma need an inhaler in school. Check the date on yours.
        We explain our behaviour policy at the meeting on Tuesday.
        I think the new timetable is a mistake. These are my own views and not those of the school.
        I think you will love the new playground.
        Our children think that dragons are real.
        Thank you @larkmere families.
        Nursery children made bird feeders out of pine cones and lard this morning.
        The new climbing wall opens on Monday. Shoes with grip, please.
        Year 6 hit the jackpot at the book fair: three signed copies.
        We smashed our fundraising target and can now buy the trampoline.
        Two lambs were born on the farm next to our field last night.
        The kitchen team is looking for a new cook. The advert is on our website.
        Our gymnasts flew to the regional final and came home with bronze.
        A police officer visited Year 1 to talk about crossing the road and let them try on her hat.
        The fire engine came to our summer fair and everybody sat at the wheel.
        Thank you to the ambulance crew who taught Year 5 how to put somebody in the recovery position.
        Our nativity: three kings, two camels and one donkey with a cold.
        The choir sang at the cathedral and the roof nearly came off.
        Will Shakespeare would have been proud of our Year 6 actors.
        Hill climbing, river crossing and marshmallows: Year 5's residential in June had it all.
        Violet and poppy seeds are for sale at the office, 50p a packet.
        We are proud of every child who took their phonics check this week.
        Field trip forms are due back by Friday.
        Cooper, baker, blacksmith: Year 3 tried out Victorian jobs.
        Our bikes were fixed by the volunteers of Larkmere Wheels. Thank you!
        Young and old danced at the harvest supper.
        The girls' football team beat the boys' team 5-4 in a friendly.
        Please do not park on the yellow zigzags. Keep our crossing safe for everyone.
        Healthy lunchbox week: what is the most colourful thing you can pack?
        Internet safety evening for parents: how to set up parental controls and what to do if a stranger contacts your child.
        We have trained six new mental health first aiders among the staff.
        Our reading dog, Biscuit, sadly has fleas and will be back next week.
        Bug hunt results: 41 woodlice, 12 beetles and one very cross earwig.
        The children voted for the name of our new tortoise. It is Sheldon.
        In assembly we remembered those who died in the two world wars and laid a wreath.
        The Reverend Anne Poole told the Easter story with eggs and a stone.
        What a catch! Our cricket side took nine wickets.
        The tuck shop sells fruit on Mondays and popcorn on Fridays.
        Costumes: Victorian maids, chimney sweeps and one chimney.
        Our new reading corner is ready. Cushions by Year 4, shelves by the caretaker.
        A gentle reminder that the gate shuts at 8.55.
        From this term our school day ends at 3.20 pm.
        Sandwiches were eaten, songs were sung, and the rain held off until home time.
        Big thanks to Tesco for the 200 apples.
        Car boot sale on the playground, Saturday 10 to 2, £5 a pitch, all proceeds to the school.
        The results of our survey: 92 per cent of parents feel welcome here.
        Why do volcanoes erupt? Year 3 found out with lemonade and mints.
        It was a killer quiz, and the Reception team came last with honour.
        We shall be closed for staff training on Friday 27 November.
        Our winning recipe: flour 200 g, butter 100 g, sugar 75 g, bake 12 minutes at 180.
        The score after extra time was 2-2, and we won 5-4 on penalties.
        We believe every child can shine.
        Uniform swap: bring what is too small, take what fits.
        Year 2's seeds are up: 20 cm, 23 cm, and one that is 41 cm.
        The Mayor of Larkmere opened our library and read a story about a fox.
        The bus will be late today because of the ice on Staithe Road.
        Bonfire night safety: keep pets in, keep buckets near, keep sparklers at arm's length.
        We missed you! School opens again on Tuesday at the usual time.
        Our ukulele band can play three chords, and they do.
        Year 4 learned how Rosa Parks stayed in her seat.
        A huge well done to all who ran, hopped and wheeled a mile for the hospice.
        Dear families, the photographer comes on Thursday. Jumpers on, please.
        Sun cream, hat, water bottle: three things to bring on hot days.
        The bells of the church rang as our children sang outside the shops last Friday.
        We are recruiting a teaching assistant, 20 hours a week, apply by 4 December.
        Can your child tie their laces? We will practise in Reception this term.
        Rainbow fish swam all over the windows of the nursery.
        Parking at the leisure centre is free after five.
        King's Day in the Netherlands: our Dutch families brought orange cakes.
        We watched the eclipse through cereal boxes.
        On Roald Dahl day the whole school dressed as Twits, witches and giants.
        Thank you for the lovely comments about our Year 6 play.
        Holly Lodge care home invited our recorder group back.
        Our eco council met the councillor for parks and asked for more bins.
        The dentist told Year 1 that sugar is a sneaky thing.
        Olive oil, rosemary and salt: the bread club's secret.
        Our hens have laid 200 eggs since September.
        Well done to our lunchtime supervisors for keeping the hall warm.
        Year 1 rode the miniature railway yesterday and waved at everybody.
        Children who walked to school this week: 141. Miles: 206.
        The wind took our gazebo. If you find one in your garden, it is ours.
        Harry's mum made the dragon costumes at home, and they frightened nobody.
        Year 5 locked up their bikes in the new shed.
        Hungry? The Friends are serving soup after school on Wednesday.
        Ava and her dad beat 40 other teams at the quiz night.
        The girls punched holes in leather and made purses, as the Romans did.
        Nobody was left out: every child had a part.
        The men of the choir sang carols in the hall.
        A drunk bee fell into the honey and had to be rescued by Year 2.
        The older children read to the younger ones on Friday afternoons.
        We followed the river from its source to the sea, on a very long map.
        Our night of stars: telescopes on the field from 6 pm to 8 pm. All welcome.
        Mums, dads, grans and a great-uncle came to our open morning.
        Every child needs a home reading book in their bag.
        The pond's newts are back. Nobody has seen the heron.
        Do not be afraid of fractions, say Year 6.
        Reading at home for ten minutes each night makes a real difference.
        Knife and fork practice in Reception: peas are hard.
        Our van has broken down, so meals will be cold today.
        Father Christmas touched down on our field last Thursday.
        The magician locked our deputy in a box and made her vanish. She came back.
        Online safety: never share your password, and tell a grown-up if something worries you.
        Weekend homework: build a bridge out of spaghetti.
        Two hundred pancakes were tossed, nineteen were dropped.
        A hot drink and a warm room: our community café is open on Mondays.
        Strike up the band! Our brass group plays on Thursday at noon.
        Our new bank of laptops has arrived, paid for by the spring fair.
        The council has mended the crossing. Thank you!
        Girls' rugby starts on Tuesday. Beginners welcome.
        Refugee Week: Year 5 wrote poems about journeys.
        Black History Month: each class studied one scientist.
        Year 4 wrote letters to their MP about litter and she answered every one.
        The union of two sets, explained with hula hoops.
        In Parliament Week our debating club held a mock debate on school uniform.
        A note for drivers: the lane floods by the bridge.
        Our head cook has won a medal for her crumble.
        The play has a witch, two wolves and the worst prince in the world.
        A minute's silence was kept by every class on 11 November.
        An egg hatched on camera, and the whole school watched.
        Price list for uniform: jumper £12, polo shirt £6.50, tie £4.
        Our hall can be hired. Ask at the office for the rates.
        It is cold. Coats, hats and gloves, every day.
        Choir practice moves to Thursday. The room is 7, upstairs.
        Invoice 20261102 for the climbing frame was paid by the Friends.
        Grade 5 at last for our school orchestra's viola section!
        Our Year 6s have been thinking about moving to secondary school. A booklet for parents is on the website.
        Paracetamol is not given at school without a form.
        Chickenpox is about. Look for spots, and keep your child at home for five days.
        We are looking after our elderly neighbours: hampers go out on Friday.
        Our lollipop lady retires after 31 years. What a legend.
        Mrs Whitlock ran the London Marathon in under four hours.
        The school nurse weighs Reception on Tuesday. Letters are in book bags.
        Year 3's rocket went up 40 metres and came down in Mr Skelton's garden.
        A boy and a girl from each class planted a tree with the mayor.
        One of our pupils designed the logo on the new bus.
        Our girls came home from the tournament with a silver cup.
        Someone left a scooter by the gate. It is in the office.
        Mum or dad cannot make it? Watch the recording on our website.
        Older pupils help younger ones find their trays in September.
        A child in every class is our safety monitor.
        He is six foot, green and made of papier mâché: meet our dragon.
        Please hold small hands at the crossing. Cars do not always stop.
        A fox visited our hens at night. They are all safe.
        We counted the stars on our night walk last week.
        The spelling bee: 20 words, 3 tears, 1 champion.
        Two new trees, one old bench and a lot of mud.
        Wheelchair users can use the side entrance for the concert.
        Our free breakfast club is for everybody.
        Hearing dogs came to visit, and nobody heard them.
        The drama club played a family of bears.
        Our boys' choir has its first concert on Saturday in the town hall.
        Year 5 met a beekeeper. Nobody was stung.
        The council cuts our hedge on Tuesday.
        Staff against parents in the rounders match: parents won.
        We said goodbye to our oldest guinea pig today.
        Snow: school opens at ten today. Walk carefully.
        """

    static let warned: [(rule: String, text: String)] = [
        ("posts.pupil-name", "Well done Thiago, what a goal!"),
        ("posts.pupil-name", "Happy birthday Ottilie! The cakes were delicious."),
        ("posts.pupil-name", "Saoirse's drawing of a heron is on the front of our calendar."),
        ("posts.pupil-name", "#WellDoneAmira What a performance."),
        ("posts.pupil-name", "Well done, Ivy, on your swimming badge."),
        ("posts.pupil-name", "Poppy helped a younger child find her shoes. Thank you, Poppy."),
        ("posts.pupil-name", "We are all so proud of Summer, who raised £50 for the hospice."),
        ("posts.pupil-name", "Jack said the best part was the snake."),
        ("posts.pupil-name", "Wilf brought his tortoise to school. It slept through maths."),
        ("posts.opinion", "I think the new timetable is a mistake."),
        ("posts.opinion", "Personally, I believe homework does more harm than good."),
        ("posts.opinion", "In my view the council got this one wrong."),
        ("posts.tagging", "Great work from @mrs_jones_baker at the fair."),
        ("posts.pupil-name", "Ishaan brought in a fossil."),
        ("posts.pupil-name", "Congratulations, Holly, on passing your cycling test."),
        ("posts.pupil-name", "Logan and Ottilie carried the banner."),
        ("posts.pupil-name", "Kwame's volcano was the loudest."),
        ("posts.pupil-name", "Can you guess who made this? It was Vilte!"),
        ("posts.opinion", "I reckon the council has lost its mind over the bus route."),
        ("posts.opinion", "To be honest I find the new rules daft."),
        ("posts.tagging", "Big thank you to @sallybakes_cakes for the buns."),
    ]
}
