extension Lists {
    /// Swearing and slurs as they are spelt; disguised spellings are found by `Disguises`.
    ///
    /// Words that are also birds, tools, names or dikes need company before they count.
    static let language: [(sense: Sense, lines: String)] = [
        (
            .strong,
            """
            fuck{,s,ed,er,ers,ing,in,wit,wits,up,face}|motherfuck{er,ers,ing}|fck{,ing,d}|fuk{,ing}|fcuk{,ing}|phuck|fook{ing,in}|clusterfuck
            shit{,s,e,ty,ting,ter,head,heads,show,hole,storm,less}|bullshit{,ting,ter}|dipshit|apeshit|horseshit|shyte|shiz
            cunt{,s,ish}|cnut
            wank{,s,er,ers,ing,y}
            bollock{s,ed,ing}|bollox
            bastard{,s}
            bitch{,es,y,ing}|biatch
            twat{,s,tish}
            arse{,s,hole,holes,wipe}
            asshole{,s}|dumbass|jackass|badass|smartass|asswipe
            piss{,ed,ing,er,head,y,es}
            dickhead{,s}|dickface|knobhead{,s}|knobend|bellend{,s}|cockhead|cockwomble|shithouse
            dick|dicks
            - moby|uncle|private|tricky|turpin dick
            - dick|dicks|dickie whittington|turpin|dastardly|van|barton|king|francis|smith
            a|the|suck{,s,ing}|my|your|his|big ~1 cock|cocks
            - cock ~2 crow{s,ed,ing}|robin|hen|pheasant|bull|doodle|horse|sparrow
            - weather cock|cocks
            cocksuck{er,ers,ing}
            prick{,s} off|like
            a|you|such|what|little|total|pair|the ~1 prick{,s}
            - prick{,s} ~2 finger|thumb|ear{,s}|hole{,s}|spindle
            pussy|pussies
            - pussy willow|cat|cats|galore|foot
            tosser{,s}|tosspot
            slag{,s}
            - slag heap{,s}|pile
            slut{,s,ty}|whore{,s}|skank{,s,y}|slapper{,s}|hoes
            - hoes ~3 rakes|spades|forks|garden{,ing}|tools|weeds
            - rakes|spades|forks|garden|trowels ~2 hoes
            tits|titties|titty
            - blue|great|coal|tailed|marsh|willow|bearded|crested|of|and|tom tits
            - tits ~3 nest{,s,ing,box}|bird{,s}|feeder{,s}|nestbox|robins|sparrows|finches
            wtf|stfu|omfg|ffs|gtfo|milf|lmfao
            jizz|spunk|wankstain|gobshite|minge|fanny ~1
            - fanny adams|price|burney|hill|brice|craddock|cradock|mendelssohn
            shag{ged,ging,s}
            - shags ~3 cormorants|birds|nest
            fu ck|cking|cked|cker
            f uck|ucking|ucked|ucker
            fuc k|king
            bull crap
            eff{ing,} ~1 off|blinding|idiot{s,}|school|useless
            f off|word|ing
            - f word ~2 feedback|fractions|fun|friday
            screw you|this|him|her|them
            blow job{,s}
            blowjob{,s}|handjob
            son|sons of ~1 a bitch|bitches
            """
        ),
        (
            .mild,
            """
            idiot{s}|moron{s}|imbecile{s}|cretin{s}|scumbag{s}|dimwit{s}|numpty|numpties
            - idiot guide|proof|board|dostoevsky
            - ~1 the idiot ~1 by
            crap{,py,s}
            damn{,ed,it}|goddamn
            - out damned spot
            - the damned united
            bloody
            - bloody mary|sunday|baron|sword{,s}|hand{,s}|battle{,s}|nose{,s}|knee{,s}|murder{,s}|war|chamber|thoughts|assizes|dagger|daggers|tower|foreland|instructions|man|business|child|bandage|finger
            bloody hell|idiot{,s}|useless|stupid|good|well|joke|fool{,s}|kids|parents|awful
            bugger{,s,ed,ing}
            sod off|it|all|this|them|that
            sodding|sods
            what|who|where|why|how the hell
            go to hell
            hell of|no|yeah
            like hell
            - hell ~1 of ~1 fire
            pissed
            git|gits
            - git ~2 hub|commit|repo{,sitory}|branch|code|lab
            - github|using|learn{,ing,t} ~2 git
            minging|minger{,s}
            knob{,s}
            - door|drawer|volume|control|gear|turn{,ed,ing}|of ~2 knob{,s}
            - knob{,s} ~2 butter|cupboard|door{,s}|drawer{,s}
            boob{,s,ies}
            - boob tube
            bimbo{,s}|slapper
            plonker{,s}|pillock{,s}|prat{,s}|berk{,s}|muppet{,s}|wally
            - muppet{,s} ~3 christmas|show|movie|carol|kermit|piggy
            - wheres|where|find|spot ~1 is? wally
            sucks
            - vacuum|hoover|it|thumb|straw|mosquito|leech|air|blood|nectar|calf|lamb ~3 sucks
            this|that|it|school|job|he|she ~1 really? sucks
            douche{,bag}
            frigging|friggin|feck{,ing,in}|flipping heck
            my ass
            ass
            - wild|donkey|wise|silly|an|jenny|jack|the|a ~1 ass
            - ass ~3 donkey|head|ears|bottom|stable
            kick ass
            bullcrap|turd{,s}
            """
        ),
        (
            .slur,
            """
            nigger{,s}|nigga{,s,z}|paki{,s}|wog{,s}|coon{,s}|golliwog{,s}|gollywog{,s}|sambo|darkie{,s}|jigaboo|raghead{,s}|towelhead{,s}
            - maine|tree coon{,s}
            chink{,s}|chinky|gook{,s}|spic{,s}|dago{,s}|wop{,s}|kike{,s}|yid{,s}|jap{,s}|kraut{,s}|polack{,s}|honkey
            - chink{,s} ~2 armour|light|curtain{,s}|wall
            - through|a ~1 chink in|of
            - spic ~2 span
            pikey{,s}|gyppo{,s}|gypo{,s}|tinkers|knacker{,s}
            - knackers yard
            faggot{,s}
            - faggot{,s} ~3 peas|mash|gravy|mushy|lunch|dinner|menu
            fag|fags
            - fag|fags ~2 end{,s}|packet|ash
            poof{,s}|poofter{,s}|bender{,s}|shirtlifter|lezza{,s}|lezzer|lesbo{,s}|homo|homos
            - poof ~2 gone|magic|vanish{,ed,es}|disappear{,ed,s}|and|it|he|she|of
            - homo sapiens|erectus|habilis|neanderthal{,ensis}
            - mind|fender|bar|a|gender|air|fire|of|water ~1 bender{,s}
            dyke{,s}
            - offas|devils|wansdyke|fleam|offa|devil|van|the|car|beck|grims|a|along ~1 dyke{,s}
            - dyke{,s} ~2 path|walk|road|breach|flood{,s,ing}|netherlands|dutch|finger
            tranny|trannies|trannie|shemale{,s}|heshe|ladyboy{,s}
            retard{,s,ed}|spastic{,s}|spaz{,zy,z}|mong{,s,ol,ols,oloid}|spacker{,s}|flid
            window licker{,s}
            batty boy{,s}
            a|you|the cripple{,s}
            subhuman{,s}|untermensch
            half caste{,s}|breed
            - half bloods|blood
            jungle bunny
            queers
            """
        ),
    ]
}
