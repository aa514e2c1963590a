/// What only looks like trouble: stories, history, advice, sport, surprises.
extension JudgementTests {
    static let looksBad = """
        Your answers to the survey are confidential and nobody at school sees your name.
        Our school nurse runs a confidential drop-in on Thursdays at lunchtime.
        The silent auction closes on Friday. Bids so far: signed football £40, hour of weeding £15.
        Quote of the week, from Reception: "I am not tired, my legs are."
        The quote for the wall came from Year 4: be kind, be brave, be early.
        Chicken tenders are back on the menu on Tuesday.
        Log in to ParentPay with your own password. If you have lost it, the office can reset it.
        Never share a password, not even with your best friend.
        The password to get into the dragon's cave was "custard". We all shouted it.
        The roof of the bike shed leaked in the storm and has been mended.
        Do not tell your mums: the Mother's Day cards are drying in the art room.
        Shh, it is a secret until the concert, but there may be a real donkey.
        Keep it under your hat: odd hat day is on Friday.
        Between you and me, the dragon is made of egg boxes.
        Interviews for school librarians took place on Monday. The shortlist was long.
        The shortlist for the children's book award is six titles, and we have all of them.
        Miss Bell tells us that she is getting married in July. Congratulations!
        With her permission: Mrs Venn is expecting a baby in May and we are knitting.
        Mr Okafor is leaving us for a headship in Norfolk. We wish him every happiness.
        After eleven years as our cook Mrs Holt retires at Christmas. Come to tea on the 18th.
        Welcome to our new deputy, Miss Shah, who joins us in January.
        The governors agreed the new uniform last night and the minutes are on our website.
        The budget for the school council is £150, and they voted for skipping ropes.
        Year 6 ran a mock court: the judge, jury and solicitor all wore wigs.
        The eco team negotiated with the kitchen about plastic straws. Terms were agreed over biscuits.
        Part B of the spelling homework is harder than part A.
        Year 5 wrote a report for the governors on the state of the toilets. It was frank.
        The staff pantomime is strictly secret. All I can say is: feathers.
        A jury found the three bears not guilty.
        If your child has chickenpox, keep them at home until every spot has crusted.
        Tummy bug about: 48 hours at home after the last time of being sick, please.
        Some children in Reception have nits again. Comb, condition, repeat.
        Louis Braille was blind from the age of three. Year 2 punched their own names in dots.
        Beethoven could no longer hear when he wrote it. Year 4 put their hands on the speakers to feel the drums.
        Stephen Hawking used a machine to speak. Our science club read his letter to children.
        Mary Seacole nursed soldiers with cholera. Year 3 packed her bag.
        Our new picture book has a girl in a wheelchair who saves the day.
        Deaf Awareness Week: the choir signed the whole of "Over the Rainbow".
        Broken arms need not miss PE: there is always scoring to do.
        World Diabetes Day: we wore blue and learned what insulin does.
        A guide dog called Biscuit came to assembly and fell asleep.
        Epilepsy training for all staff took place on Monday's INSET.
        Our SEND coffee morning is on the 4th. Bring questions, there will be cake.
        Free school meals: check on the council's website whether you can claim.
        Autism Acceptance Week: Year 6 made a film about quiet spaces.
        Henry had six wives. One was divorced, one died, one was beheaded, says Year 4's rap.
        In the story Tracy lives in a children's home and writes everything down.
        Our class book has a boy whose father is in prison. We talked about what he might feel.
        The winner of the spelling bee got 40 out of 40 and shook the head's hand.
        Phonics check: 88 per cent of Year 1 passed, above the national average. Well done all.
        SATs are over! Year 6 had bacon rolls and a water fight.
        Attendance cup: Ash class with 99 per cent.
        Oliver Twist asked for more and Year 5 gave it to him.
        A tortoise has joined us. He is called Gerald, he is 61 and he has a bad hip.
        Our school dog is off sick with a sore paw. Cards may be left in his basket.
        The scarecrow lost an arm in the wind and has been given a new one.
        The eco hens are moulting, so do not worry that they look ill.
        Miss Whitlock has a cold, so singing is on Friday instead.
        Mr Lund is back! Thank you for all the cards.
        The photographer's wheelchair ramp is at the side door, and so is parking.
        Anti-Bullying Week: odd socks on Monday.
        Childline is there day and night on 0800 1111. It is free.
        Stop, look and tell: Year 3 learned what to do if a stranger speaks to them.
        Our online safety evening: what children see, who might message them, and how to help.
        PANTS rule: Reception sang along with Pantosaurus and learned that privates are private.
        Feeling low? Talk to somebody: a parent, a teacher, a friend, or Samaritans on 116 123.
        Hansel and Gretel were left alone in the woods. Reception made signs to help them home.
        The Gruffalo's child was scared of the big bad mouse.
        Lost: one rabbit, grey, last seen on the nursery shelf. She is missed at bedtime.
        Has anyone seen Bertie Bear? He did not come home from the zoo.
        The girl in the painting looks sad. Year 6 wrote what she might be thinking.
        A man from the fire brigade told Reception how to crawl under smoke.
        Some of you asked what to do if a child tells you something worrying: listen, do not promise to keep it secret, and tell Mrs Marchbank.
        Boys' and girls' cricket starts on Tuesday. Both teams need a wicket-keeper.
        Who says girls can't code? Our team came first in the county.
        Dads, grandads, uncles: come and read with us. Mums had their turn in March.
        Our Roma families told stories and taught us a dance. Thank you for a wonderful evening.
        Refugee Week: we are proud to be a School of Sanctuary.
        International evening: bring a dish from home, with a list of what is in it.
        English as an additional language: our café for parents is on Mondays, all levels, all welcome.
        Year 6 asked why Rosa Parks had to give up her seat, and were cross that anyone did.
        We are not allowed to say who won until Friday's assembly.
        We can't say how grateful we are to the Friends of Larkmere.
        I cannot tell you how proud I am of Year 2 after their assembly.
        I think this is the best display yet. Come and see it by the hall.
        We believe every child can swim. Lessons start in January.
        Personally delivered by Year 1: forty cards to the care home.
        Honestly, the smell of that baking!
        In my view, said the wolf, the straw house was asking for it.
        Year 5's letters argue that homework should be banned. The head has replied in verse.
        It was a shame that the rain came, but what a picnic in the hall.
        Surely the best harvest table ever.
        The cockerel next door has a lot to say before nine.
        Bloody Mary, bad King John and other monarchs: Year 5's quiz was gory.
        Ass, ox and camel all behaved in the nativity, at least until the interval.
        Our tits and finches count is in: 22 birds in an hour.
        Hell's Mouth is a beach in Wales, and Year 6 wrote the best poem about it.
        Damn is the wall of a beaver's home, spelled dam, as Year 3 now know.
        Titmouse, bullfinch, shag and booby: the silly bird names quiz.
        Screw the lid on tight and shake: butter in nine minutes.
        Dick King-Smith wrote this week's class book.
        Pussy willow and catkins on the nature table.
        What a beautiful day for kicking leaves.
        The beetles were crawling everywhere when the lid came off.
        If you see the caretaker on the roof, do not worry: he is mending the gutter.
        You will be sorry to miss this one: the Year 4 ukulele orchestra.
        We will find you a seat, never fear.
        Watch out, watch out, there are goblins about: Halloween disco on the 30th.
        Last warning: the book fair closes tomorrow!
        I'll be back, said the robot, and Year 4 cheered.
        We know where you have been: our giant map of holidays is up.
        The Vikings are coming: Year 5 dress-up day on Tuesday.
        Nobody listens like our reading dog.
        Management of the pond passes to Year 5 this week.
        Morale in the staffroom is high: somebody left cake.
        The office has moved upstairs, so ring the bell.
        We are still waiting for the first frog.
        Someone upstairs was dancing: the ballet club has moved above the library.
        We had enough pancake batter for three hundred.
        The council has mended the zebra crossing and we are very grateful.
        No wonder they were tired after nine miles.
        It is all hands on deck for Saturday's fair.
        Robbers beware: Year 1's burglar alarm really buzzes.
        The witch lied to Rapunzel and Year 2 told her so.
        Shop here for uniform: our sale rail is in the foyer, all proceeds to the school.
        Our Year 6 enterprise stall sells bookmarks at 50p.
        The cake sale raised £112. Prices from 20p a slice.
        Second-hand coats, free to anyone, on the rail by the office.
        The PTA's discount code for the pantomime is in this week's letter.
        Last Tuesday we walked along the river and counted swans.
        By the time you read this the daffodils may be out.
        Here we are at the end of another busy term.
        Swimming for Year 4 is in the summer term this year.
        Our walk to school week begins on Monday: a sticker a day.
        The gate on the lane has been painted blue.
        New gate times from Monday: open at 8.35, closed at 8.50.
        The lock on the trophy cabinet is older than the trophies.
        The building was alive with music all weekend.
        School council elections: manifestos on the wall, ballot box in the hall.
        The hall is a polling station on 7 May, so school is closed to pupils.
        Year 6 met the Mayor and tried on the chain.
        Our MP answered Year 5's letter about litter.
        Labour of love: the mosaic is finished after two years.
        Green team won the house cup. Blue team came a close second.
        Remembrance: two minutes' silence, and one small boy with a poppy bigger than his hand.
        Year 6 visited the war memorial and read the names.
        The Hindu, Muslim and Christian families of Year 2 brought sweets to share.
        Why do people pray? Year 3 asked a vicar, an imam and each other.
        The strike of the bell, the hush, and then forty violins.
        Our oldest hen, Dolly, died on Sunday. Nursery made her a cross.
        Fire drill: everyone out in two minutes ten.
        The fire engine's visit: everybody squirted.
        An ambulance came to nursery, and we all had a turn on the stretcher.
        The Titanic sank again in Year 5's water tray.
        Police cadets marched past and Year 1 marched behind them.
        Nobody came second: every runner got a medal.
        One of our little ones fell asleep in the story corner and missed the dragon.
        She goes home to Poland for Christmas and promised us a postcard.
        The hero of our class book goes home to an empty house and finds a dragon.
        The hens were in the same run as last week, no escapes, no eggs.
        We all know how to spell “necessary” now.
        We all know the words to the school song.
        Some families walk to school, some cycle and one comes by boat.
        Families like the Nowaks, who bake for every fair, keep us going. Thank you.
        People like our volunteers make the difference.
        Some children are not from round here: our exchange class comes from Lyon.
        You will regret missing this concert!
        It will not end well for the wicked witch, but you will have to come and see.
        The story did not end well for the wolf.
        Carry on like this and we shall win the league.
        Wait until you see what Year 2 made out of boxes.
        Say cheese, and see what happens.
        Look at the state of our allotment before and after. What a change.
        Nobody will talk during the silent reading marathon.
        We know where the sun rises because Year 3 kept a diary.
        The governors listened to parents and changed the date of the fair.
        Nobody asked for more homework, but the puzzle book was a hit.
        Decisions about the new playground were made by the school council.
        Change of plan: nobody needs to bring a coat.
        A huge thank you to the office, who answer two hundred emails a day.
        The promotion went to our under-nines, who won the league.
        Nothing ever changes in the pond in January, or so we thought.
        Half of us were in tears of laughter after the staff pantomime.
        Our leaders of tomorrow spent a day in the council chamber.
        The summer fair money went on new books: 312 of them.
        Funny how the tooth fairy always knows.
        The treasurer of the Friends has counted it: £1,480.
        Mr Lund's new car park sign works: everybody parks beautifully.
        The kitchen was shut on Friday for deep cleaning and reopens on Monday.
        The coach company sent two coaches with seat belts, and the drivers were kind.
        One of our pupils has a new baby brother.
        Our pupils can finally read the new sign, now that the ivy is gone.
        One boy in the group needed a longer ladder to reach the apples.
        A mum in Year 2 has knitted 30 hats. Thank you!
        Our new pupil came second in chess.
        He has moved up to the junior choir.
        Two classes will share the hall in September while the roof is mended.
        The door of the new library will be painted red.
        The code club built a robot that draws.
        Not announced yet: the name of our new guinea pig. Vote in assembly.
        Three people applied to be lollipop patrol, and all three were hired.
        Do not tell the headteacher, but there will be cake. Only joking, she baked it.
        Last week we got off the coach at the lighthouse and climbed to the top.
        Half way through our walk last Friday it began to hail.
        The playground is empty after half past four, and the hedgehogs come out.
        We shall meet the author at the library next month, date to follow.
        The market in the hall on Saturday is run by Year 6, who sell what they have grown.
        Need a costume? The drama cupboard is open on Thursday.
        A free coffee for every grandparent at our open day.
        Try the new salad bar: it is Year 5's idea.
        Our chair of governors runs the London Marathon in April. Sponsor her on the school's page.
        The minister of the chapel led our carol service.
        The lost jumper box is full. We lost our oldest oak in the storm.
        The bus is late on Thursdays because of the road works.
        Shut the gate, keep the geese out.
        Boys and girls are welcome at ballet, which starts on Monday.
        Football club is for everyone, girls and boys, in Years 3 to 6.
        Wheelchairs have reserved places at the front for the concert.
        Many of our families speak two languages. Half the class can count in three.
        She is seventy, and she still teaches us to dance.
        Children with special needs get extra time in the swimming gala.
        He sleeps through every storm: our tortoise is in hibernation.
        She told us a secret recipe for shortbread.
        A child asked if the moon goes home at night.
        One of our boys said his dad makes the best pancakes.
        He keeps asking whether dragons lived in Wales, so we looked it up.
        She cried with laughter when the clown fell in.
        The child who arrives with a book under each arm is our librarian of the month.
        Presents for the shoebox appeal are being collected in the hall.
        A man from the museum brought a Roman helmet.
        The police dog team came to the fair and found every hidden biscuit.
        Our hearts are with the runners on Sunday.
        If it rains, the fair moves to the hall.
        It is a shame about the rain, but nobody minded.
        """
}
