extension JudgementTests {
    /// One child's matters, and hints of harm.
    static let children: [(rule: String, lines: String)] = [
        (
            "posts.individual-matters",
            """
            One of our Year 2 boys was diagnosed with leukaemia last week and will be away until Easter.
            A girl in Year 5 has been excluded for three days for hitting a teacher.
            Thiago has ADHD, so we gave him a quiet corner.
            We are sorry that Rosie broke her arm on the climbing frame.
            The pupil who wrecked the toilets has been sent home.
            One child in Reception still wets himself, so spare clothes are needed.
            A boy who gets free school meals won the prize.
            Her parents are going through a divorce, so be kind to her.
            Our autistic pupil in Year 3 sang on stage for the first time.
            He has an education, health and care plan and now has a one-to-one assistant.
            The boy's mother is in prison, and the class made him a card.
            She failed her SATs and will have to sit extra lessons.
            Mrs Venn is off sick with depression until January.
            Zain was suspended yesterday.
            A pupil was found with a vape and given a detention.
            Two sisters in Year 4 are in foster care and need winter coats.
            One of our pupils has had a kidney transplant and is back in class.
            The boy who bit two children last week now learns in another room.
            We have a child in Year 1 who cannot talk and uses picture cards.
            Ifeoma has epilepsy, so flashing lights are out.
            A family in Year 3 has lost their house and is sleeping at a friend's.
            Bertie has been put on report for swearing at the cook.
            Sorry we are short-staffed: Miss Whitlock is having a difficult pregnancy.
            One little boy's dad was sent to prison this week.
            Harry only got 42 in his maths paper.
            Her attendance is the worst in the class.
            A boy in my class was sick in assembly and it was everywhere.
            Congratulations to Tomos, who has finally been told he is dyslexic.
            Our deaf pupil signed the song beautifully.
            The girl with the stammer read aloud today.
            One of the twins has nits again.
            He was thrown out of his last school.
            Aarav got three out of twenty in spelling.
            A pupil in Year 5 punched a dinner lady.
            We are helping a family whose father has lost his job.
            Her mum has cancer, so we are baking for them.
            One of our pupils has been diagnosed with diabetes.
            A Year 4 boy has been excluded after a fight.
            Zara is dyslexic and uses blue paper.
            Ottilie was in hospital all week, so send cards.
            Leo has been very naughty this week.
            A pupil with Down's syndrome joined our choir.
            Rohan's parents have split up.
            The girl who had a seizure in assembly is fine.
            """
        ),
        (
            "posts.safeguarding",
            """
            A child told a member of staff that she is being hit at home.
            One of our pupils came in with bruises again and says he is scared of his stepdad.
            Social services visited the family on Tuesday after what the little girl said.
            A pupil has been cutting herself and we are all worried.
            A stranger offered sweets to a child outside the gate and asked him to get into a van.
            One girl says nobody feeds her at weekends.
            An older man has been messaging one of our Year 6 girls and asking for photos.
            He disclosed that his uncle touches him.
            We had to make a referral to children's social care about a family this week.
            A girl in Year 6 is being taken abroad to be married.
            One of the children wrote that he does not want to live any more.
            A boy did not come home last night; has anyone seen him?
            She flinches whenever her dad comes to collect her.
            One of our girls says her stepfather comes into her room at night.
            He told his teacher that his mum locks him in the shed.
            A pupil arrived with a burn shaped like an iron and would not say how.
            She begged us not to ring home because her dad would hurt her.
            A child in Reception comes to school dirty and hungry and says there is never anyone at home.
            A Year 6 pupil says a grown-up in a game keeps asking where she lives.
            We think one of the boys is carrying drugs for an older gang.
            One of our children has been talking about killing himself.
            A little girl described things no child of five should know about.
            The police took two of our pupils into protection last night.
            A man in a grey van has been parked by the gate taking pictures of children.
            He has marks on his neck and will not say who did it.
            Her mother leaves her alone overnight.
            The twins have not been seen since Friday and nobody answers the door.
            A girl in my class told me her grandad gets into bed with her.
            He is only seven and he is always alone in the house until nine.
            A boy in Year 2 drew a picture of his father hitting his mother.
            One of our pupils has scars on her arms and hides them under long sleeves.
            She said she would rather die than go back there.
            Somebody in a car asked one of our boys to get in.
            A pupil showed a friend a knife on the bus.
            One child cries every Friday because the weekend is coming.
            His clothes smell, he is thin and he steals food from other children's bags.
            The girl has a boyfriend of twenty-three who buys her things.
            A mother screamed at her son and hit him in the car park this morning.
            We have told the authorities about what goes on in that house.
            One of our children told us that his father punches him.
            A girl said her mum left her at home alone all weekend.
            We are concerned that a pupil may be being abused.
            A pupil ran away from home on Sunday night.
            A boy came in with a black eye and said he fell again.
            A stranger tried to talk to two of our pupils on their way home.
            One of our pupils tried to hurt herself.
            A pupil confided that she is afraid of going home.
            A child has said something worrying about an uncle.
            Social workers are looking into one of our families.
            """
        ),
    ]
}
