/// What nobody says outright: the words are harmless one by one.
extension JudgementTests {
    static let indirect: [(rule: String, lines: String)] = [
        (
            "posts.safeguarding",
            """
            Nobody came for one of our little ones until half past six again, and no one answered the phone.
            He fell asleep on his desk three times this week and says his house is noisy all night with grown-ups.
            One of the girls goes home to an empty house every day and puts her baby brother to bed.
            We all know what she goes home to.
            Poor lamb turned up in the same clothes he wore on Friday, no coat, no breakfast.
            She will not take her jumper off for PE, even in this heat, and she pulls her sleeves down when you look.
            He said the man who lives with them now is not nice to him.
            A child asked if she could stay in school over the weekend.
            Something is not right in that family, and the children are the ones who suffer.
            One of our boys said his dad loses his temper and then things get broken.
            She told me a secret that I cannot stop thinking about.
            He only eats when he is with us.
            Some children in this class see things at home no child should see.
            One of our mums had a black eye at pick-up and the little one was very quiet.
            A boy in Reception asked the cook whether he could take his dinner home for his sister because there is nothing in the cupboards.
            Her new friend online is a lot older than she thinks.
            A Year 6 girl has been getting presents and lifts from a man nobody knows.
            He has started flinching when anyone raises a hand.
            She says she is not allowed to tell us what happens at bath time.
            A pupil wrote in her diary that everyone would be happier without her.
            The child arrived with a handprint on his cheek.
            Little one smelt of wee again and nobody at home seems to bother.
            One of the boys says he sleeps in his clothes in case they have to leave in the night.
            She cried when it was time to go home and held on to my leg.
            """
        ),
        (
            "posts.discrimination",
            """
            People like that should not be bringing up children.
            It was quieter before that lot moved in.
            Those people always stick together and never help.
            Boys do not do ballet, and that is that.
            Football club is for the boys; the girls can help with the teas.
            Not surprised she cannot park, she is a woman.
            Proper families have a mum and a dad.
            They should learn English before they complain about homework.
            Half the class does not even speak English any more.
            This used to be a Christian school until they arrived.
            He throws like a girl.
            She is a bit old to be teaching PE, she should make way for somebody younger.
            Special needs children are holding the rest of the class back.
            Another one in a headscarf at the gate, what is happening to our village?
            Two dads at the parents' evening: whatever next.
            Man flu is for men, real men come to work.
            They breed like rabbits on that estate.
            Can we have our school back from the foreigners?
            """
        ),
        (
            "posts.threats",
            """
            If you park on the zigzags again you will regret it.
            Carry on like this and it will not end well for you.
            Some of us know your car and where you leave it.
            I would watch my step if I were you.
            She had better hope I do not see her at the gate.
            People who cross me find out.
            Say that to my face and see what happens.
            Do it again and there will be consequences you will not like.
            Whoever wrote that review should be looking over their shoulder.
            He is going to get what he deserves one of these days.
            We will make sure you never work in a school again.
            I have your number, and I know which house it is.
            You do not want to get on the wrong side of us.
            One more complaint from that mother and she will be sorry.
            Wait until I get my hands on whoever did this.
            Everybody sit away from Kyle, he deserves it.
            Nobody will talk to her until she says sorry, pass it on.
            Look at the state of his haircut, share if you laughed.
            Somebody ought to teach that man a lesson he will not forget.
            Keep your mouth shut if you know what is good for you.
            """
        ),
        (
            "posts.defamation",
            """
            We all know where the fair money went, do we not, Mr Lund?
            Funny how the treasurer has a new car since the summer fair.
            The last head left because of what he did with the accounts.
            That firm takes your money and never turns up.
            Somebody on the PTA has had their hand in the till.
            No wonder the results went up: Mrs Venn gave them the answers.
            The dinner contractor waters down the milk.
            The roofers did half the job and charged for all of it.
            I would not leave my purse near the cleaner.
            He got the job because he is the chair's brother-in-law.
            The kitchen was shut down for rats, whatever they say.
            The swimming instructor should not be anywhere near children.
            The councillor looked after his friends when the contract was given out.
            """
        ),
        (
            "posts.grievance",
            """
            Decisions are made over our heads as usual.
            It would be nice if somebody upstairs read their emails for once.
            Yet another change that nobody asked us about.
            We are told to do more with less, every single year.
            Some people in this building get away with doing nothing.
            No thanks from the top, as ever.
            Not that anybody in the office would tell us.
            Nothing ever changes here, whoever you complain to.
            I raised it three times and was ignored three times.
            If our leaders spent a day in a classroom they might learn something.
            Teachers here are leaving in droves and you have to ask why.
            Our concerns were brushed aside at the staff meeting.
            The way this was handled by the school was a joke.
            I do all the work and she takes all the credit.
            You would think the trust would pay for pens.
            Once more we find out from the newsletter instead of being told.
            """
        ),
        (
            "posts.individual-matters",
            """
            You may notice that one of our pupils is not with us this term; he needed a fresh start.
            Please be patient with Tomos, who has had a rough time at home since his dad left.
            He has moved in with his nan for now.
            Not everyone in the class can pay for the trip, so we are helping one family out.
            She has had another of her turns but is back in class.
            One boy in the group needs an adult beside him all day.
            A mum in Year 2 has lost her baby, so please be gentle at the gate.
            He has been on a reduced timetable since his outburst.
            Our new pupil came here on a boat and has seen a lot.
            The youngest of the three has tubes in his ears and hears us at last.
            She was ill in assembly, so the front row moved.
            A Year 3 pupil is waiting for a heart operation.
            Mrs Fenn is having a hard time after her separation, so be kind.
            """
        ),
        (
            "posts.confidential",
            """
            You did not hear it from me, but Mr Lund is off at Christmas.
            Not announced yet, but two classes will merge in September.
            We are not supposed to say who got the deputy job.
            The governors talked about the budget hole last night, shh.
            Three people applied for the job, and one of them works here.
            The new caterer is cheaper by £12,000 a year, but do not tell the old one.
            Mrs Venn has been asked to take some time away from school while things are looked into.
            Our lawyer says that we should settle.
            """
        ),
        (
            "posts.whereabouts",
            """
            Year 4 have just got off the coach at the lighthouse!
            Here we are on top of the castle with Reception, waving!
            Half way through our walk to the library, in the park for a snack.
            School is empty all weekend while the alarm is being mended.
            Zara walks home by the canal on her own on Tuesdays.
            The side gate does not latch, so push it if you are late.
            All of Year 6 are asleep in their tents at the lake tonight.
            We leave from the station at 8.15 tomorrow and walk along the high street.
            He waits by the bus shelter at ten past three each day until his nan comes.
            """
        ),
        (
            "posts.gain",
            """
            My brother-in-law fits kitchens; tell him Larkmere sent you.
            Miss Whitlock has a few spaces left for private singing pupils.
            Need a plumber? Mr Skelton's son is your man.
            Try the new salon on Mill Lane, it belongs to our cook.
            I have a stall at the market on Saturday with my candles, come and buy.
            Mention this post for a free coffee at my cousin's café.
            Use my link and we both get ten pounds.
            Our chair of governors runs the best garage in town, book your MOT.
            """
        ),
        (
            "posts.topics",
            """
            The minister has no idea what a classroom is like.
            Our hearts are with the people under the bombs.
            There is only one God and children should hear it.
            Buses may be few on Thursday as drivers are out over pay.
            The inspectors rang at lunchtime, so all hands on deck.
            We lost our dear caretaker on Sunday. He will be missed.
            A man was arrested outside our gate at home time.
            The trust wants to fold our school into Fennbridge.
            """
        ),
        (
            "posts.language",
            """
            What a pr1ck that ref is.
            The weather is b*ll*cks.
            This bl**dy printer.
            Shut your gob.
            """
        ),
    ]
}
