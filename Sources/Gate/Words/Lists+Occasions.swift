extension Lists {
    /// Stories, history and advice: hard words that are nobody's own.
    static let occasions: [(sense: Sense, lines: String)] = [
        (
            .lesson,
            """
            mandela|rosa parks|martin luther|anne frank|helen keller|braille|hawking|beethoven|mozart|nightingale|seacole|einstein|darwin|marie curie|columbus|shackleton|amundsen|pankhurst|suffragette{s}|gandhi|churchill|hitler|napoleon|boudica|boudicca|cleopatra|tutankhamun|pepys|malala|tubman
            romeo|juliet|hamlet|othello|macbeth|goldilocks|cinderella|rapunzel|hansel|rumpelstiltskin|scrooge|cratchit|trunchbull|dumbledore|voldemort|hagrid|gruffalo|aslan|narnia|skellig|kensuke|theseus|minotaur|medusa|perseus|icarus|achilles|odysseus|thor|loki|goliath|zacchaeus|judas|samaritan|pharaoh{s}|beowulf|grendel
            tracy beaker|goodnight mister|carries war|private peaceful|war horse|street child|holes by|oliver twist|tiny tim|snow white|sleeping beauty|red riding|three little|little pigs|big bad|billy goats|peter pan|captain hook|wicked witch|evil queen|tin man|jack and the|robin hood|king arthur|sir gawain|mr twit|mrs twit|the twits|george orwell|animal farm|lord of the|of mice|inspector calls|blood brothers
            villain{s}|baddie{s}|dragon{s}|giant|ogre|troll|witch|wizard|pirates|goblin|zombie{s}|vampire{s}|knight{s}|highwayman|gladiator|warrior{s}
            letters|speeches|essays argue{d}|urg{e,ed,ing}
            noes|ayes have
            trial of|knave of
            picture|story|new|class|library book ~4 has|about|where|with|in|by
            panto|pantomime|nativity|puppet show|fairy tale{s}|fable{s}|legend|myth{s}|play script|scene|act # |whodunnit|murder mystery|detective{s}|crime scene
            debate{d}|debating|persuasive|balanced argument
            holocaust|slavery|slave trade|apartheid|civil rights|windrush|plague|black death|great fire|gunpowder plot|workhouse|evacuees|trenches|blitz|titanic|pompeii|spanish armada|reformation
            in|for|our ~1 pshe|rse|rshe|citizenship|philosophy|history|geography|science|english|drama|re we|year|class|the|they|lesson|#
            """
        ),
        (
            .general,
            """
            awareness day|week|month
            world|national|international ~3 day|week|month
            if you|your ~1 child|are|have|think
            symptom{s}|contagious|infectious|exclusion period|48 hours|hours after
            your child|children has|have|is|are|will|should|needs|need|can|may|must
            speak|talk|come|pop|ring|email|write|message to|in ~2 us|office|mrs|mr|miss|teacher|senco|dsl ~3 if|about|whenever|any
            policy|statement|privacy notice|guidance|handbook
            """
        ),
        (
            .playful,
            """
            santa|elf|elves|fairy|bunny|reindeer|agent{s}|spy|spies|treasure|recipe|ingredient{s}|guinea|hamster|donkey|puppet{s}|costume{s}|pudding|custard|hens|chicks|feathers|snowman|magic|magician|robot|pumpkin{s}
            concert|show|panto|pantomime|assembly|raffle|winner{s}|won|prize{s}|hat|hats|sock|socks|surprise{s}|fancy|disco|carol|carols|play
            mothers|fathers|mother|father day|sunday
            april fool{s}
            birthday|anniversary party|cake|card|surprise
            """
        ),
        (
            .advice,
            """
            childline|nspcc|samaritans|refuge|kooth|papyrus|barnardos|shout 85258
            helpline{s}|hotline
            0800 1111
            116 123
            999|101|111
            designated safeguarding|our ~1 safeguarding lead|team|officer|deputy
            safeguarding lead{s}
            worried|concerned about a|your|any|another child|someone|friend|pupil
            trusted adult
            signs|tips|advice|guide|guidance|workshop ~3 parents|families|carers|look|for|spot
            operation encompass
            keeping children safe
            """
        ),
    ]
}
