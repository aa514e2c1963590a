extension Lists {
    /// Sets of words that the lists name in angle brackets.
    static let classes: [(name: String, words: String)] = [
        (
            "child",
            "boy girl child pupil student son daughter lad lass toddler kid teenager youngster classmate twin schoolboy schoolgirl"
        ),
        (
            "children",
            "boys girls children pupils students sons daughters kids teenagers youngsters classmates twins siblings brothers sisters"
        ),
        (
            "family",
            "mum mummy mom mam dad daddy father mother parent parents carer grandad grandma gran nan grandmother grandfather granny stepdad stepmum uncle aunt auntie brother sister sibling wife husband partner family guardian cousin"
        ),
        (
            "staff",
            "teacher teachers headteacher head deputy principal caretaker cook cleaner receptionist secretary colleague colleagues ta assistant governor governors coach supervisor senco staff leadership management slt manager boss"
        ),
        (
            "body",
            "school academy trust council councillor councillors company firm supplier contractor caterer caterers government minister ministers ofsted lea authority mp union police shop business nursery pta"
        ),
        (
            "pets",
            "tadpole{s} hamster{s} goldfish fish rabbit{s} guinea gerbil{s} snail{s} caterpillar{s} chick{s} chicken{s} hen{s} tortoise duckling{s} newt{s} stick insect{s} frog{s} cat dog pony budgie parrot lizard gecko spider bee{s} plant{s} seedling{s} sunflower{s}"
        ),
        (
            "toys",
            "elf elves bear{s} teddy teddies toy{s} puppet{s} scarecrow{s} gnome{s} doll{s} bunny dinosaur lego costume lunchbox jumper coat glove{s} scooter balloon{s} snowman"
        ),
        ("he", "he she him her his hers himself herself"),
        ("be", "is are was were be been being isnt arent wasnt"),
        ("have", "has have had having hasnt havent"),
        ("title", "mr mrs ms miss mx dr sir pc cllr"),
        (
            "day",
            "monday tuesday wednesday thursday friday saturday sunday tomorrow tonight mon tue tues wed thu thur thurs fri sat sun"
        ),
        (
            "group",
            "year years class reception nursery children pupils students boys girls team teams choir eco squad y1 y2 y3 y4 y5 y6 y7 y8 y9 y10 y11 eyfs ks1 ks2 yr"
        ),
        (
            "condition",
            "asthma epilepsy diabetes diabetic epileptic cancer leukaemia tumour allergy allergies eczema psoriasis nits lice headlice chickenpox measles covid coronavirus anxiety depression anorexia bulimia anorexic concussion seizure seizures migraines hiv aids hepatitis meningitis pneumonia tonsillitis impetigo scabies threadworms arthritis fibrosis palsy illness disease disability disorder incontinence sepsis mumps shingles ptsd ocd bipolar schizophrenia psychosis insomnia dementia stroke anaphylaxis"
        ),
        (
            "need",
            "adhd autism autistic asd dyslexia dyslexic dyspraxia dyspraxic dyscalculia ehcp aspergers asperger tourettes nonverbal sen ehc"
        ),
        ("money", "money cash funds fund donations dinner budget takings proceeds"),
        (
            "insult",
            "idiot idiots moron morons stupid thick dumb pathetic useless clueless lazy scum vermin brat brats loser losers weirdo weirdos freak freaks imbecile imbeciles cretin cretins clown clowns joke disgusting vile smelly ugly worthless dimwit dimwits numpty spineless brainless chav chavs"
        ),
        (
            "crime",
            "liar liars thief thieves crook crooks fraud frauds fraudster fraudsters conman conmen cheat cheats paedophile paedophiles paedo paedos pedo nonce nonces pervert perverts perv predator criminal criminals abuser abusers racist racists homophobe bully bullies rapist rapists scammer scammers alcoholic addict hypocrite hypocrites corrupt dishonest incompetent negligent crooked drunk sexist bent disgrace"
        ),
        (
            "harm",
            "hit hits hitting hurt hurts hurting punch{es,ed,ing} kick{s,ed,ing} slap{s,ped,ping} smack{s,ed,ing} belted whipped burned burnt burning chok{es,ed,ing} strangled strangling shaken starv{ed,ing} molested raped groped shoved"
        ),
        (
            "premises",
            "cafe coffee shop salon business restaurant bakery gym studio company barbers boutique practice firm"
        ),
        (
            "peoples",
            "roma muslims jews christians hindus sikhs catholics protestants immigrants migrants refugees foreigners gypsies travellers romanians poles albanians somalis syrians indians pakistanis africans nigerians asians blacks whites chinese gays lesbians homosexuals transsexuals women disabled cripples feminists arabs irish germans french ukrainians pensioners"
        ),
        (
            "place",
            "park beach seaside museum zoo farm pool wood woods woodland forest theatre castle station campsite river lake hostel gallery aquarium cathedral coast airport stadium planetarium waterpark lodge harbour pier town city cinema abbey"
        ),
        (
            "given",
            """
            aaron abdul abigail adam adele ahmed aidan aisha alan alex alexander alfie ali alice alicia alisha amanda amelia
            amina amir amira amy andrew angela anna anne annie anthony archie arthur asha ava ayaan ayesha barry beatrice ben
            benjamin beth bethany bilal bradley brandon brian caitlin callum cameron carol caroline carter catherine charlotte
            chelsea chloe chris christine christopher claire connor craig daisy daniel danielle darren dave david dawn dean
            debbie declan denise diana dominic donna dylan edward eleanor elizabeth ella ellie elliot ellis elsie emily emma
            erin ethan eva evan evie fatima faye finley florence francesca freddie freya gareth gary gemma george georgia
            georgina gillian graham hamza hannah harriet harris harrison harry harvey hassan hayley heather helen henry
            holly ibrahim imogen imran isaac isabel isabella isabelle isla ivy jackson jacob jade jake james jamie jane janet
            jasmine jason jayden jean jenna jennifer jenny jessica jimmy joanna joanne joe joel john jonathan jordan joseph
            josh joshua joyce judith julia julian julie karen kate katherine kathleen katie kayleigh keith kelly kelsey kenneth
            kevin kian kieran kim kyle laila laura lauren leah leanne lee leila leo leon lewis liam lillian lily linda lisa
            logan lola louis louise luca lucas lucy luke lydia lynn maisie malik marcus margaret maria mariam marie martha
            martin mary maryam mason matilda matthew maureen max megan mia michael michelle mike mila millie mohamed mohammad
            mohammed molly muhammad naomi natalie natasha nathan neil niamh nicholas nick nicola nina noah nora oliver
            olivia omar oscar owen pamela patricia paul pauline peter philip phoebe poppy rachael rachel rahul rebecca reece
            rhys riley rita robert robyn ronnie rory rosie rowan ruth ryan sadie sally sam samantha samir samuel sana sandra
            sara sarah scarlett sean sebastian shannon sharon shaun sheila simon simran sofia sophia sophie stacey stanley
            stephanie stephen steve steven stuart sue susan syed tara teddy terry thea theo theresa thomas tia tiffany tim
            timothy toby tom tommy tony tracey tracy trevor tyler usman valerie vanessa victoria vincent wayne wendy willow
            william yasmin yusuf zac zachary zain zainab zara zoe anya priya arjun aarav kai mateo jaxon albie reggie hugo
            """
        ),
    ]

    /// Who a sentence is about, and the occasions on which a hard subject is no one's own story.
    static let people: [(sense: Sense, lines: String)] = [
        (
            .individual,
            """
            the|our|two twins|brothers|sisters|siblings
            a|one|another pupil|student|child ~1
            which|one of them
            the ^ family
            a|an|one|another|this|that|our|my|his|her|their|the|which|poor|little ~2 <child>
            - no|every|each|any|your|per ~1 <child>
            - a|the|our ~1 child minder|protection|care|friendly|development|line|benefit
            - the|our|a ~1 pupil|student|child premium|voice|council|councillors|leaders|absence|support|planner|parliament|of|newspaper
            - if|when|whenever|where a|the|your|one ~2 <child>
            one of our|the|my|their ~2 <children>|year|families|parents|y1|y2|y3|y4|y5|y6|y7|y8|y9|y10|y11
            two|three of our|the|my ~1 <children>|families
            <child> in|from year|reception|nursery|y1|y2|y3|y4|y5|y6|y7|y8|y9|y10|y11|class|my|mrs|miss|mr
            certain|particular <child>|family|parent
            a|one|this|that|our|certain family|parent|mum|dad|mother|father
            the family in|of|who|from|whose
            - our family day|learning|fun|worker|support|liaison
            - a|our|one family day|fun|friendly|event|support|learning|ticket
            my ~1 <family>
            two|twin|three brothers|sisters|siblings|boys|girls
            a|this|one former|ex <child>
            year|y # <child>
            ^<given>
            """
        ),
        (
            .adult,
            """
            our|the ~2 lollipop|dinner|kitchen|crossing ~1 man|lady|assistant|supervisor|patrol
            our ~1 volunteer|helper|driver|chef|nurse|gardener|librarian|chaplain|vicar
            <title> ^
            a member of staff
            a|one|our|my|the ~1 teacher|headteacher|caretaker|cook|cleaner|receptionist|secretary|colleague|ta|governor|coach|principal|senco
            a|one|our|my colleague
            """
        ),
        (.pronoun, "he|she|him|her|his|hers|himself|herself|theyre|themself"),
        (
            .general,
            """
            awareness|workshop{,s}|webinar|training|inset|leaflet|helpline|hotline|charity|policy|policies|leaflets|guidance
            coffee morning|afternoon
            assembly|assemblies ~1 on|about|from
            drop in
            support group|available|offered|sessions
            talk{,s}|lesson{,s}|campaign|course{,s}|session{,s} ~3 about|on|from
            should|must|needs|need to? ~1 stay|remain|keep|be ~2 home|hours|off
            how to apply|spot|help|support|talk|report|keep|claim|get
            week|day|month of action
            anti bullying|racism
            antibullying
            fundrais{e,ed,er,ers,ing}|sponsored|donat{e,ed,ing,ion,ions}|sponsor
            rais{e,ed,ing} ~4 for|towards|money|awareness
            if you|your|anyone|any|a|someone
            do|does your|you
            are you|your|any
            any parent{,s}
            parents whose|who|can
            information|advice|tips|guide|resources|evening|session|talk for|on|about|to
            vaccination{,s}|immunisation{,s}|vaccine{,s}
            nasal spray
            school nurse|nursing
            nspcc|childline|barnardos|samaritans|mencap|macmillan|mencap
            safer internet
            online safety
            children|pupils|families|parents|students|people|those|anyone|young who|with
            - of|two|three|four ~2 children|pupils|families|students who|with
            learn{,t,ed,ing} about|how
            """
        ),
        (
            .lesson,
            """
            henry viii|tudor
            julius|augustus caesar
            guy fawkes
            word of the week
            on trial
            in the ~1 experiment
            recommended|recommends ~2 by
            read ~8 by ^
            brontë|bronte|shakespeare|orwell
            wives|beheaded|gladiators|gods
            learn{t,ed,ing,s} ~3 about
            stud{y,ied,ying} ~3
            author{,s}|novel{,s}|poem{,s}|poet{,s}|character{,s}|museum|biography|literature|shakespeare|macbeth|dickens|dahl|rehears{al,als,ing}
            reading|read|enjoying ~4 book|story|chapter|text|novel
            the|a|their ~2 story|book|novel|play|text|topic|diary of|about|called|by
            class ~1 book|novel|text|reader
            story|book|topic|history|drama|english|re|science lesson{,s}|time|week|corner
            history|tudor{,s}|victorian{,s}|roman{,s}|egyptian{,s}|viking{,s}|medieval|blitz|evacuee{,s}|ww1|ww2|wwi|wwii
            king|queen|president|emperor|pharaoh ^
            world book
            performance|production|pantomime|musical|cast of
            inspirational|famous|historical|mythical
            creative writing
            role play
            """
        ),
    ]
}
