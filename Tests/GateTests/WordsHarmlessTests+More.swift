extension WordsHarmlessTests {
    /// Posts written before anyone looked at what the lists would make of them.
    static let more = """
        Our Year 2 pupils have been brilliant scientists this week, testing which materials keep ice frozen longest.
        Congratulations to the eleven children who passed their Level 2 Bikeability.
        Please remember that the car park is for staff only; use the drop-off zone on Mill Lane.
        A reminder that Reception applications close on 15 January. Call the office if you would like a tour.
        We are thrilled to announce that our choir has reached the final of the county competition.
        Thank you to everyone who came to our Macmillan coffee morning. You raised an incredible £412.50!
        Year 6 have been learning about the human heart and dissected a lamb's heart in science.
        The school kitchen is hiring! Hours 11-2, term time only. Contact the office for an application form.
        Our topic this half term is Vicious Vikings. Costumes welcome on Friday.
        What a fantastic residential! The children climbed, canoed and sang around the campfire last week.
        Nits have been spotted in Key Stage 1. Please check your child's hair this weekend.
        The swimming gala was a huge success, with our relay team smashing the school record.
        This week's star of the week certificates go to children who showed resilience.
        Autism Acceptance Week: we wore bright socks and learned about different brains.
        The library van visits every second Thursday.
        Our Lego club built a model of Tower Bridge.
        We said goodbye to Mrs Fenton, who retires after 22 years. Thank you for everything.
        Year 4's Egyptian tomb is complete, including a mummified tomato!
        Bonfire Night safety: never return to a lit firework. Remember, remember!
        The Easter Bunny hid 200 eggs on the field and they were all found in nine minutes.
        Please keep dogs off the playground at drop-off.
        Our debate club asked: should zoos exist? The vote was close.
        Year 5 wrote persuasive letters to the council about the crossing.
        School lunch price changes from September: £2.65 per day.
        Come and support our under-11s at the tag rugby festival on Saturday.
        The Year 1 classes need junk for modelling. Cereal boxes, tubes, lids, anything!
        We are collecting old mobile phones for recycling.
        Punctuality: gates close at 8.50am, so please arrive on time.
        Thank you to PC Jones for talking to Year 6 about staying safe near the railway.
        Our anti-bullying ambassadors led a super assembly on kindness.
        If you are finding it hard to pay for uniform, we can help. Speak to the office in confidence.
        Parent survey: tell us what we do well and what we could do better.
        Our values are respect, courage and kindness. Which one did you use today?
        Year 3 loved making Roman shields and marching round the field shouting Latin.
        Well done to the girls' cricket team, who bowled St Anne's out for 43.
        Chess club champion: it all came down to a sacrifice of the queen!
        The fire drill went smoothly: everyone out in three minutes.
        Free parenting course on managing big feelings, six weeks from 12 January.
        The Nursery garden has ladybirds, worms and one grumpy snail.
        Our Year 6 pupils had great fun at the high school taster day last Thursday.
        Poetry slam: Year 5 performed poems about war and peace.
        Author visit! We were lucky to meet a real poet, who read from his new book.
        Mr Shah ran the London Marathon for Diabetes UK. We are so proud of him!
        Our school dog, Biscuit, passed her reading dog assessment.
        The Big Garden Birdwatch: 14 sparrows, 3 blue tits and a great spotted woodpecker.
        Thank you to the Rotary Club for the new dictionaries.
        It is Road Safety Week. Be bright, be seen.
        Miss Price's class grew cress, and then ate it.
        Tickets for the panto cost £4. Pay online by Friday.
        Children may bring a torch and a teddy for the Year 2 sleepover.
        Our Christmas fair has a bottle tombola, a raffle and mulled wine for grown-ups.
        Congratulations, Mrs Bell, on the birth of your baby girl!
        Interested in becoming a parent governor? Elections close on 3 March.
        Come and see our art exhibition: portraits inspired by Frida Kahlo.
        E-safety tip: check the age rating of games before you buy.
        The PE kit list is on the website. Trainers, not plimsolls.
        Key dates: Harvest assembly 4 October, flu nasal spray 18 October, half term 28 October.
        Today in history Year 4 learned how the Great Fire of London began.
        Wear yellow on Friday for World Mental Health Day.
        A huge thank you to all the parents who helped on our trip to the farm on Tuesday.
        The new term starts on Wednesday 6 January. We cannot wait to see you.
        Our pupils collected 64 bags for the Salvation Army.
        Sign language club starts on Monday, all welcome.
        Ready, steady, cook! Year 6 made curry from scratch.
        Class 3 have written spooky stories. Beware of the ghost in the corridor!
        Our boys' team lost 2-1, but played with heart. Man of the match: our goalkeeper.
        Rehearsals for the Lion King begin at lunchtime. Hakuna matata!
        Mothering Sunday: come for cake at 2.30pm with the special woman in your life.
        Remember to return your library books before the holidays.
        Windy day: the trampoline from next door paid us a visit!
        Year 5's cathedral visit was magical: candles, choirs and gargoyles.
        Ramadan Mubarak to families beginning their fast.
        Year 2 baked bread and churned butter. Delicious!
        The Friday celebration assembly will be led by our new head girl and head boy.
        Hello from Team GB! A Paralympian visited and told us never to give up.
        We have two places left in our holiday club. Book online.
        Trainee teachers from the university joined us this week. Welcome!
        Young carers can join a free club run by Barnardo's.
        Our cook, Mrs Lane, made 240 Christmas dinners.
        Well done to everybody who took part in the sponsored silence. Bliss!
        We are off to a flying start in Year 3!
        Just back from half term and already deep in fractions.
        Mrs Doyle is on maternity leave from Friday; we wish her well. Mr Okoro will teach 4D.
        Our cook is off to Spain for a week, so it is jacket potatoes all round.
        The tortoise in Reception has died after a long and happy life.
        A parent kindly donated a piano to the music room.
        One of our families donated twenty bikes to the sale.
        Three of our Year 6 girls sang at the town hall last night.
        The clocks go back on Sunday.
        Please send a named water bottle every day.
        Could you spare an hour to hear readers?
        Reserve tickets online; payment is due by Friday.
        We are fundraising for a new minibus.
        The minibus has been repaired and is back on the road.
        Our boys won the cup after extra time and penalties. Nerves of steel!
        A knock-out performance by the boxing-fit club.
        Archery taster: three bullseyes for Class 6.
        Year 6 wrote diaries as soldiers in the trenches.
        Our VE Day tea party was a hit with the grandparents.
        The class of 1976 came back to see their old school.
        Please remember the school is a nut-free zone.
        Our accessibility ramp is finished, thanks to the council.
        Deaf Awareness Week: we learned to sign our names.
        We celebrated neurodiversity with a poetry wall.
        Sensory garden now open to all classes.
        Epilepsy Awareness Day: wear purple on Thursday.
        Year 5 talked about feelings with the mental health support team.
        Tips for a calm bedtime: no screens after seven.
        Ofsted inspectors said pupils are happy and polite.
        Our Ofsted inspection took place in May, and the report is out.
        New rules for mobile phones start in January.
        Behaviour at the museum was impeccable. The guide said so!
        Our behaviour policy has been reviewed with help from pupils.
        Detention is out, restorative chats are in: read our new behaviour policy.
        The exclusion zone around the pond keeps the newts safe.
        Cheerleading club needs pom-poms.
        Girls in tech: our coding club visited the university last week.
        Girls can do anything! International Women's Day assembly.
        Boys who dance: join our street dance club.
        Black Lives in history: Mary Seacole.
        The Jewish Museum sent us a box of artefacts.
        Our Polish families taught us a carol.
        Travellers from the Roma theatre group told stories at our arts week.
        Year 4's Viking raid left no survivors (the biscuits are gone).
        Murder mystery maths: who stole the headteacher's cake?
        Detective day in Year 2: who took the golden acorn?
        Who let the dogs out? Our school dog show raised £90.
        Killer whales were the topic of our assembly.
        We had a blast at science club.
        Shoot for the moon, says our head boy.
        Little Red Riding Hood met a very hungry wolf.
        Hansel and Gretel were left alone in the forest in our Year 1 play.
        The three little pigs built houses from straw.
        Cinderella's ugly sisters got the biggest laugh.
        Goldilocks broke in and stole the porridge: our court case in class was hilarious.
        Year 6 put the Big Bad Wolf on trial with a judge and a jury.
        Our cross-country runners ran away with the trophy.
        Bowls of strawberries and Wimbledon in PE.
        Hit the deck! Playground games are back.
        The smell of pancakes filled the school today.
        Road closed on Mill Lane next week: please allow more time.
        The office closes at noon on Friday.
        Wrap-around care runs until 6pm.
        Password for success: effort, effort, effort.
        Forgotten your ParentPay login? The office can reset it.
        Phone the office if your child is ill.
        Please report absences by 9am.
        Snow: school is open, but the gate on Hill Road is shut.
        The back gate will open at 3.15 for collection.
        The bus for the swimming pool needs helpers on Tuesdays.
        Come and see us at the village fete on Saturday at noon.
        Our stall at the farmers' market is on Saturday from ten.
        Carols at the care home on Tuesday: all singers welcome.
        Year 6 leavers' disco: Friday, 6pm to 8pm, in the hall.
        Vote for our playground at the Tesco tokens stand!
        Election fever: who will be our next Eco Warrior?
        Our councillors (the Year 5 kind!) chose blue bins.
        The Mayor of London in our Roman play wore a very fine hat.
        We asked the minister of St Mark's to bless the harvest.
        I cannot wait to see everyone on Monday! Mrs Lee
        I am so proud of every one of you. Mr Price, headteacher
        I would like to thank everyone for a wonderful term. Ruth, headteacher
        What do you think of our new logo?
        We are crossing our fingers for sunshine on Sports Day.
        Our Year 5 girls ran a brilliant cake stall on Friday.
        The children have been busy bees in the allotment this week.
        He who dares wins: our quiz team came first!
        Pupils in Year 3 have been making volcanoes that explode.
        Congratulations to our deputy, Mr Osei, on his new job in Leeds.
        She sells sea shells: tongue twisters were a hit in Year 2.
        Our school has been awarded the Gold Sports Mark.
        A boy and a girl from each class will sit on the School Council.
        One of our pupils has had a poem published!
        A Year 6 pupil designed our Christmas card this year.
        Our Year 4 pupil won the county art prize.
        This little girl met her author hero.
        Two brothers from Year 2 and Year 5 planted the first tree.
        The child who finds the golden egg wins a book.
        My class and I had the best day. Thank you to our helpers.
        Our caretaker built a bug hotel.
        Our teacher of the week is Miss Chan.
        Mr Lewis ran a marathon dressed as a rhino.
        Mrs Green got married on Saturday: congratulations!
        Mr Ahmed grew a moustache for Movember.
        Welcome back, Mrs Dean, after maternity leave.
        Our head has been in the job for ten years today.
        The PTA has paid for new playground markings.
        The PTA fund now stands at £2,300.
        Money raised goes to new library books.
        Dinner money can be paid online.
        Please pay for the school trip by Friday 4 December.
        Trip letters go home today.
        Do not forget your packed lunch for the trip on Thursday.
        Our trip to the theatre was the best yet.
        Year 3 went to the zoo on Tuesday and met a sloth.
        Last week Reception travelled by bus to the beach.
        What a day at the seaside! Sand everywhere.
        Thank you to the museum for looking after Year 5 so well.
        School will close early at 1pm on the last day of term.
        The school may be used as a polling station in May.
        The school will be closed for polling on Thursday 6 May.
        Nursery is full, but there is a waiting list.
        Our site manager has gritted the paths.
        The hall is out of use this week, so PE is outside.
        Toilets on the ground floor are being repaired.
        The heating has failed in the Year 1 block: please send a jumper.
        The phones are down. Email us instead.
        The boiler has been fixed. Hurrah!
        Our new fence is up and looks great.
        The gates are locked at 9am; late arrivals come to reception.
        Late? Please sign in at the office.
        Holidays in term time cannot be authorised.
        Attendance champions this week: 4B with 98.7%!
        Whole-school attendance last week was 96.2%. Well done!
        Our SATs results are on the website: 78% reached the expected standard.
        GCSE results day: we are proud of every student.
        A level results: 62% of grades were A* to B.
        Term dates for next year are on the website.
        Families in receipt of certain benefits can apply for free school meals.
        Pupil premium strategy 2026 is now published.
        EHCP reviews: parents, book your slot with the SENDCo.
        Speech and language drop-in for parents on Monday.
        Our educational psychologist offers advice sessions for parents.
        Our Relax Kids club helps children feel calm.
        World Diabetes Day: wear blue.
        Jeans for Genes Day is on Friday.
        Bring your teddy for the Teddy Bears' Hospital!
        St John Ambulance taught Year 6 how to save a life.
        The air ambulance landed on our field for a display last summer.
        Police cadets helped at the fair.
        The police dog display was the star of our summer fair.
        PC Bell judged our bike safety posters.
        Firefighters let us squirt the hose!
        Army cadets visited Year 10 to talk about teamwork.
        Holocaust Memorial Day: Year 6 lit candles.
        The Windrush story was told through dance.
        Our assembly was about Nelson Mandela, who spent 27 years in prison.
        Year 5 learned about Guy Fawkes, who plotted to blow up Parliament.
        Henry VIII had six wives: divorced, beheaded, died.
        Martin Luther King dreamed of a fairer world.
        The Titanic sank on 15 April 1912, and Year 4 can tell you why.
        Plague, fire and rats: Year 2 loved learning about 1666.
        Romeo kills Tybalt in Act 3, and our Year 9s staged it with foam swords.
        Our vampire stories will make your blood run cold.
        Trick or treat? The disco is on 30 October.
        The pantomime villain was booed all afternoon. Oh no he wasn't!
        Year 1 hunted for the Gruffalo in the woods last week.
        Forest school: we are building dens and drinking cocoa.
        Our pen pals in Ghana sent us drums.
        Bonjour! French day is on Thursday.
        Our Ukrainian families cooked borscht for us.
        We are a School of Sanctuary and everyone is welcome here.
        We are collecting coats for refugees.
        Christmas shoeboxes for children in Romania are leaving tomorrow.
        Easter egg donations for the hospital are welcome.
        Our Harvest gifts went to the food bank in town.
        Knitting club made hats for premature babies.
        Reading is magic: share a story tonight.
        Times Tables Rock Stars battle: girls versus boys. The boys won by 12 points.
        The teachers lost the staff versus parents rounders match, badly.
        The staff panto is back! Expect custard pies.
        Staff wellbeing day: thank you for the cake.
        We are hiring a teaching assistant, salary Grade C.
        Salary: £23,500. Apply by 12 January.
        Interviews for the new head take place next week.
        Join our governing board: we need people with finance skills.
        The governors held a meeting with parents about the new uniform.
        Our consultation on term dates closes on Friday.
        Vote for the new house names: Oak, Ash, Elm or Birch.
        Results of the pupil vote: the hedgehog wins!
        Visit from our MP: Year 6 asked about homework.
        Please do not share photos of other children from the concert on social media.
        Please keep our gate code private.
        Parking on the zigzags is dangerous. Please park further away.
        It is never acceptable to shout at our crossing patrol. Thank you for being kind.
        Phones are handed in each morning and kept safe.
        Scam warning: we will never ask for bank details by text.
        Bags of Help: vote for us at the till.
        The Big Bounce is free for pupils and £5 for adults.
        Half price tickets for children under five.
        Our second-hand shop sells blazers from £5.
        The book fair gives us 20% of sales for new books.
        Yoga for parents on Monday nights in the hall, £4 a class.
        The cricket club is offering free sessions for children in July.
        Our friends at Acorn Nursery are holding an open day.
        Amazon Wish List: could you buy a book for our library?
        """.split(separator: "\n").map(String.init)
}
