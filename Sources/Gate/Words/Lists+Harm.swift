extension Lists {
    /// Sweeping statements, threats, insults and accusations. Slurs and swearing stand in `OffensiveWords`.
    static let harm: [(sense: Sense, lines: String)] = [
        (
            .derogation,
            """
            <peoples> ~1 <be> not|never ~1 welcome|wanted
            <peoples> arent ~1 welcome|wanted
            only|just|typical ~1 girl|boy|woman|man|girls|boys|women|men would|could
            typical ~1 girl{s}|woman|women|boys|men
            a|no|any woman|girl|man|boy cannot|cant|shouldnt|couldnt ~1 referee|drive|lead|teach|code|fight|play|run|cook|think|head
            because|cos|since <he>|they ~1 <be>? ~2 polish|black|muslim|romanian|foreign|gay|jewish|asian|roma|disabled|fat|chinese|african|indian|pakistani|irish
            boys|girls|<peoples> ~2 are|be|is|always|naturally ~2 better|worse|cleverer|weaker|stupider|slower|stronger ~5 than
            why should we ~6 <peoples>|foreign|immigrant|gypsy|traveller
            disabled|autistic|foreign|refugee|sen|gay|trans|muslim|jewish|black|asian|poor|fat|roma|gypsy|traveller children|pupils|kids|people|families|students should|shouldnt|dont|cant|never ~2 be|belong|go|learn|stay|come|mix|work
            - children|pupils|kids|people|families|students should ~1 be ~1 able|included|welcome|welcomed|treated|supported|respected|seen|heard|proud|given|allowed
            roma|gypsy|traveller|romanian|immigrant|foreign|polish kids|lot|families|people|children|parents ~3 never|always|only
            run|runs|ran|throw{s}|play{s,ed}|cry|cries|fight{s}|kick{s}|hit like ~2 girls|sissies|sissy|women|grannies
            <peoples> are|is|were all|always|never|only ~2 same|alike|trouble|liars|after|lazy|criminals
            all <peoples> are|is|want|do
            - all <peoples> are ~3 welcome|invited|celebrated
            <peoples> ~1 control{s}|run|rule|own|eat|smell|stink|steal|breed|spread|invade|ruin{ed,ing}|destroy{ed}|rape|kill|hate|cheat|scrounge|sponge|<have> ~1 ruined? ~4
            - women|germans|irish|pensioners|disabled|travellers|whites|blacks|indians|chinese ~1 run|own|eat|hate|kill|rule|have ~3
            chinese|asian|muslim|polish|romanian|gypsy|traveller|immigrant|foreign|black kids|people|families|parents ~1 eat|steal|smell|dont|cant|take|ruin|spread|bring|have|get ~3
            trans|gay|autistic|disabled|fat|old people ~1 are ~2 ill|sick|mental|mentally|wrong|confused|freaks|mad|disgusting|lazy|perverts|broken|weird|useless|slow|thick
            old|elderly|disabled|gay|trans|black|white|asian|muslim|jewish|foreign|fat|poor|ginger people|parents|families|men|women|kids ~1 shouldnt|cant|cannot|dont|are|arent ~2 be|teach|work|a|burden|allowed|belong|drive|lazy|dirty|disgusting|scroungers|thick|stupid
            - people|families|parents are ~1 a ~1 part|joy|delight|vital|welcome
            all <peoples> now|here|anyway
            <peoples>|girls|boys ~1 are|is|r ~3 <insult>|<crime>|criminals|terrorists|scroungers|weak|weaker|inferior|dirty|filthy|dangerous|emotional|rubbish|hopeless|violent|evil|disgusting|unnatural|sinful|wrong|bad|worse|parasites|animals|invaders|lazy|ruining|taking|stealing|destroying|invading|terrible|backward|primitive|savages|uncivilised
            - <peoples>|girls|boys ~1 are|is ~1 not|never ~3 <insult>|<crime>|criminals|terrorists|scroungers|weak|weaker|inferior|dirty|filthy|lazy|dangerous|bad|worse|wrong|rubbish|evil|violent|emotional
            - <peoples>|girls|boys arent|isnt ~3 <insult>|<crime>|criminals|terrorists|scroungers|weak|weaker|inferior|dirty|filthy|lazy|dangerous|bad|worse|wrong|rubbish|evil|violent|emotional
            <peoples>|girls|boys cant|cannot|shouldnt|dont|wont ~3 drive|think|play|do|teach|code|lead|belong|vote|be|cook|speak|integrate|work|learn|control
            -- why|myth|stereotype{s,}|wrong|challenge|prove|proved|proving ~3 girls|boys|women
            <peoples>|girls|boys should ~1 stay|go|know|stick|learn ~4 home|country|place|kitchen|back|english|away|out
            no ~2 <peoples> ~2 here|allowed|welcome|please|wanted|in
            too many ~1 <peoples>
            dont|not|stop|ban|sick|tired|fed|enough|hate|hates|hating|against ~3 <peoples> ~3 here|country|school|village|town|in
            hate|hates|hated|despise ~1 <peoples>|girls
            those|these|bloody|dirty|filthy|typical|lazy|illegal|stupid|them ~1 <peoples>
            - these|those ~1 women|germans|travellers|irish ~2 who|in|of|were
            <peoples> ~3 taking|stealing|took ~2 our|jobs|houses|places|over|country
            go|sent|send|sod back ~1 to ~2 where|africa|pakistan|poland|india|own|country|romania|syria
            go back ~2 your|their own? country|countries
            send them ~1 back|home|packing
            not ~1 belong ~1 here|country
            like a girl
            - like a girl guide|boss|campaign
            -- run|throw|play{s,} like a girl ~8 proud|campaign|means|strength
            women belong
            belong{s,} in|the ~1 kitchen
            that is|s|are|was|so|thats so? gay
            gay as ~1 insult
            so gay
            gay|trans|homosexual|lesbian|transgender ~4 unnatural|sin|sinful|abomination|disgusting|mental|disease|agenda|wrong|perverted|perversion
            proper|real|normal families
            too old ~3 teach|job|teaching|work
            white|black|brown|asian|jewish|muslim|disabled people ~2 are|cant|should|shouldnt
            -- black|disabled|jewish|muslim people ~2 are ~3 celebrated|represented|welcome|invited|honoured|protected|under
            speak english or
            master race
            white power|supremacy
            - white supremacy ~3 movement|civil|history
            not a real man|woman|boy|girl
            man up
            """
        ),
        (
            .threat,
            """
            ill|well|i|we will? get you|him|her|them for ~1 this|that|it
            watch yourself|yourselves
            we|i know your|which ~1 car|house|street|kids|children|face
            next time ~3 it|i ~1 will|ll ~1 be your|you|<he>
            i|we|ill|well|im|someone|somebody|they|youll|gonna|will ~3 smash|slash|torch|key|wreck|break|burn ~2 your|his|her|their ~2 window{s}|windscreen|car|tyres|house|face|legs|arms|neck|bones|van|phone
            <be>|be|get{s}|gonna|going ~2 what ~1 coming
            hunt|track you|him|her|them ~1 down
            youll|hell|shell|theyll|you|he|she|they|ill|will ~1 get|give|catch|gets|cop ~2 punch|slap|smack|thump|clout|kicking|beating|hiding|black
            hope ~1 <he>|they|you|it|<title>|<staff> ~2 chok{e,es,ing}|drown{s}|hurt{s}|fall{s}|bleed{s}|fail{s}
            - hope ~2 you|they ~2 fall{s} ~1 in ~1 love
            swear ~3 batter|kill|hit|punch|smack|deck|slap|thump
            you|he|she|they ~3 better ~1 run|hide|pray
            blood on <he>|your|their hands
            want{s}|need{s}|deserve{s} ~2 slap|smack|hiding|thump|kicking|beating
            watch <he>|their|your back|step|mouth
            i|we|ill|well ~1 find you|him|her|them
            - find you|them ~1 a|the|some|in|on|at|here|useful|out
            i|we|ill|im|gonna|going|will|were|well|to ~2 kill|hurt|stab|shoot|strangle|murder|attack|destroy|batter|thump|smack|slap|punch|beat|throttle ~1 you|him|her|them|that|those|<staff>|<child>|<children>|<title>|your|his
            - beat ~2 you|him|her|them ~4 #|final|score|match|race|game|quiz|football|netball|at
            kill|hurt|stab|shoot|strangle|murder|batter|punch|slap ~1 you|him|her|them if|when|unless|for
            smash|kick|bash|punch|smack ~1 you|him|her|them|your|his|their|<title> ~1 face|head|in|teeth|skull|up
            - smash|kick ~2 it
            knock|kick|punch ~1 your|his|her|their ~1 head|teeth|block|lights|out|in
            beat you|him|her|them|the ~2 up
            beat the ~2 out
            coming|come for|after|to ~1 you|get|find ~1 you|them|him|her
            - come for|to ~1 you ~3 enjoy|join
            - coming to you ~3 live|from|soon|this
            im|were|will|well|ill coming|come for you|him|her|them
            know where you|he|she|they live{s,}
            watch your back{s,}|mouth
            youre|your|hes|shes|is|are|you dead meat|man|to
            you|he|she|they ~1 will|ll|ull|youll|theyll|hell|shell ~2 regret|pay for|it|this|what|crossing|dearly
            youll|theyll|hell|shell|will regret this|it|what|crossing|saying
            -- regret ~2 missing|not
            make ~1 you|him|her|them pay|suffer|sorry
            deserve{s,d} ~2 slap|slapping|smack|beating|kicking|shot|shooting|hanging|punch|thump|die|death|hiding
            want{s,}|need{s,} ~1 shooting|hanging|slapping|stringing|shot|smack|slap|thumping
            should ~2 be ~1 shot|hanged|hung|strung|beaten|slapped|lynched|flogged|caned|punched|drowned
            - hung|strung ~3 up|out|with|on ~3 wall|line|pegs|decoration{s,}|bunting
            kill yourself|urself
            go ~2 die
            drop dead
            hope ~2 you|he|she|they ~1 die{s,}|rot{s,}|suffer{s,}|burn{s,}|crash{es,}
            hope ~2 gets what ~2 coming
            bomb ~1 the|this|that school|council|office|place
            burn ~3 school|office|place|house|building ~1 down
            burn it|them down
            - burn ~1 calories|off|toast
            or else
            - or else ~4 tale|story|book
            teach you|him|her|them|those ~2 lesson
            - teach ~3 lesson{s,} ~1 on|about|in
            watch out ~2 or
            bring ~1 a ~1 gun|knife|bat to
            sort you|him|her|them out
            - sort ~2 out ~3 tickets|lost|form
            your|his|her days are numbered
            be very afraid
            find|found out where ~1 you|he|she|they live{s,}
            get what ~1 you|he|she|they ~1 deserve{s,} ~2 scum|bullies|thugs
            """
        ),
        (
            .bullying,
            """
            thick as
            nobody|noone|one ~1 wants|likes|needs|cares|loves ~1 you|him|her|them|about ~1 him?
            - one ~1 wants|loves|needs|cares ~4 for
            total|absolute|complete waste of
            pull <he>|their|your ~1 together
            such|so|proper|real|right a? ~1 drip|wimp|weakling|misery|moaner|snob|bighead|crybaby|snitch|grass
            billy no mates
            no friends
            nobody|noone|everyone|everybody|we|i|all ~1 likes|hates|hate|despise|cant|laughs ~1 stand? him|her|you|them|at ~1 him
            no one likes ~1 him|her|you|them
            everyone|everybody|we|all|i ~1 hate{s,} <title>|him|her|you|^<given>
            parents|people|those|drivers|staff|anyone ~6 are|is ~1 <insult>
            you|youre|he|she|they|theyre|hes|shes|<title>|<child>|<staff>|<family>|<children>|<body>|people|parents|^ ~2 <be>|such|a|an|are|r ~2 <insult>
            - is|a|no ~1 joke|clown ~4 bananas|day|of|book|nose|april|competition|jar|circus
            - ugly duckling|sisters|sister|bug{s,}|bug|five
            - thick|stupid ~3 enough|fog|snow|jumper|coat|socks
            a|an|what|such|bunch|load|pack|total|complete|absolute|these|those|you|bloody|utter ~2 idiot{s,}|moron{s,}|loser{s,}|imbecile{s,}|cretin{s,}|scumbag{s,}|numpty|numpties|dimwit{s,}|brats|weirdo{s,}|scum|chav{s,}|lowlife{s,}
            -- loser{s,} ~6 winner{s,}
            - sore|good|gracious|biggest loser{s,}
            <insult> ~1 <child>|<staff>|<family>|<children>|woman|man|people|cow|pig|old
            - smelly|ugly|disgusting|lazy ~2 feet|socks|cheese|cow|river|troll|monster
            fat ~1 <child>|girl|kid|cow|pig|slob|lump|man|woman|people|mum
            ugly ~1 <child>|kid|cow|mug|woman|man|face
            hit ~3 ugly stick
            laugh{ed,ing,s} at him|her|you|them|his|her|this
            - laugh{ed,ing,s} at his|her|him ~2 joke{s,}|antics|jokes
            name and shame
            naming and shaming
            shame on you|him|her|them|<title>|<staff>|<body>|those
            get ~1 a life
            shut up|your
            hes|shes|she|he ~1 such a ~1 cow|pig|witch|dragon|snake|rat|clown|joke|waste|cry|crybaby
            waste of space
            butt of
            go away ~2 nobody
            laughing stock
            cry{,ing} ~2 like ~1 baby
            needs to lose weight
            mutton dressed
            face like
            """
        ),
        (
            .accusation,
            """
            helped|helping himself|herself|themselves ~4 <money>|till|fund
            <title>|<staff>|<he> ~2 hit{s}|beat{s}|slap{s,ped}|abuse{s,d}|molest{s,ed}|grope{s,d}|assault{s,ed}|shove{s,d} ~1 children|pupils|kids|child|pupil|wife|staff
            <body>|^|<staff> ~2 gave ~3 food poisoning
            drug|loan dealer{s}|shark{s}
            poison{ed,ing} ~1 our|the|their|my ~1 kids|children|pupils|families
            who|never|not ~1 paid ~2 back|bills|staff ~1 tax|owed
            - paid ~2 back ~2 thank
            <staff>|<body> ~5 <be> ~1 a|an ~1 <crime>
                        nursery|<body>|<staff> ~1 neglect{s,ed}|abuse{s,d}|endanger{s,ed}|exploit{s,ed}|cheat{s,ed} ~2 children|pupils|staff|families|parents|kids
            <be> cowboys
            referee|ref|copper|umpire ~2 <be> bent|blind|cheat|cheating|biased
            should ~1 be ~1 shut|closed down
            knowingly ~2 false|lied|misled|sold|broke|covered|put|mis|ignored
            <be>|be|such|called|calling|proven|known|total|complete|absolute|compulsive|nothing|that|this|lying|bunch|just|both|all ~3 liar{s,}|thief|thieves|crook{s,}|fraudster{s,}|conm{an,en}|nonce{s,}|paedo{s,}|pedo{s,}|paedophile{s,}|pedophile{s,}|pervert{s,}|predator{s,}|abuser{s,}|scammer{s,}|rapist{s,}
            - time|identity|show|joy|book|lightning|of is ~1 the? thief
            - apex|top|animal|shark{s,}|owl{s,}|lion{s,}|eagle{s,}|species|they|tiger{s,} ~5 predator{s,}
            paedo{s,}|paedophile{s,}|nonce{s,}|pedo{s,}|rapist{s,}
            <he>|<staff>|<body>|<family>|^<given>|<title> ~1 <be> ~3 <crime>
            <title> ^ ~1 <be>|a|an ~3 <crime>
            ^<given>|<he>|^|<staff> a|an ~1 liar|thief|crook|fraud|cheat|bully|racist|paedophile|pervert|drunk|alcoholic|hypocrite|predator|criminal|disgrace
            - like|as|not|never|become|becoming|be a|an ~1 bully|cheat
            corrupt ~1 <body>|<staff>|officials|politicians|head|organisation|company
            <body>|<staff>|they|it ~1 is|are ~2 corrupt|crooked|bent|dishonest|incompetent|negligent
            incompetent|negligent|dishonest|crooked|corrupt ~1 <staff>|<body>|headteacher|builders
            corruption ~4 council|school|trust|governors|at|in|here
            -- corruption ~6 macbeth|play|novel|history
            lied|lying|lies ~2 to|about|through ~2 parents|us|everyone|governors|staff|ofsted|me|police|families|it|what|how|the|his|her
            - lies about ~2 #|miles|north|south|east|west|minutes
            - lies ~1 to the ~1 north|south|east|west
            <title>|<staff>|<he>|<body>|they|<family> ~2 lied|lying
            - lied|lying ~2 down|on|in|still|flat
            stole|stolen|stealing|steals|embezzl{ed,ing}|fiddl{ed,ing}|pocket{ed,ing}|defraud{ed,ing}|nick{ed,ing}|pinch{ed,ing}|misus{ed,ing}|siphon{ed,ing}|launder{ed,ing} ~5 <money>|pta|tuck|till|petty|accounts|fund{s,}
            <title>|<staff>|<he>|<family>|they|^|<given> ~2 stole|stolen|stealing|steals|embezzl{ed,ing}|pocket{ed,ing}
            - stole|stolen|stealing|steals ~2 show|heart{s,}|scene|limelight|spotlight|base{s,}|ball|thunder|christmas|kiss|wind|win
            caught stealing
            fiddl{ed,ing,es} ~3 books|expenses|results|figures|accounts|register{s,}|data
            <money> ~3 missing|disappeared|vanished|unaccounted|pocketed
            where ~2 <money> ~3 gone|went|really
            rip{ped,s,ping} ~1 us|parents|families|people|off ~1 off?
            - ripped|rip ~3 jeans|paper|page{s,}|tissue|trousers
            rip off
            scam{med,ming} ~1 us|parents|people|families|merchants|artists
            are|is|total|a|complete|such ~1 scam|con|swindle
            -- scam ~6 beware|warning|aware|email{s,}|text{s,}|alert
            -- beware|warning|aware ~6 scam
            cover{ed,ing,s} ~2 up ~3 what|bullying|abuse|incident|it|mistake{s,}|truth|the
            - covered|cover{ing,s} ~2 up ~4 sun|snow|blanket|shoulders|tattoos|wrap
            cover up at|by|over|of
            broke|breaking|break{s,} ~2 the? law|rules ~3 by|when|and
            -- break{s,}|breaking|broke ~2 law|rules ~6 story|character|if
            illegal{,ly} ~4 dump{ed,ing}|charg{ed,ing}|exclud{ed,ing}|off|fired|sacked|paid|park{ed,ing}
            act{ed,ing} ~1 illegal{,ly}|unlawful{,ly}
            <be> ~2 acting|acted illegally|unlawfully
            bribe{s,d,ry}|bribing|backhander{s,}|kickback{s,}
            taken|taking|take{s,}|took ~1 bribes|backhanders
            cheat{ed,ing,s} ~3 sats|exam{s,}|test{s,}|results|parents|children|pupils|us|families|taxpayer{s,}|tests|in
            -- cheat{ed,ing,s} ~5 death|card{s,}|game
            falsif{ied,ying,ies}|forged|forging|fak{ed,es}|faking ~4 results|records|data|register{s,}|signature{s,}|documents|accounts|qualifications|degree|cv|certificates
            guilty of
            affair with
            having|had ~1 affair ~1 with?
            drunk|drinking at|in|on|during ~1 work|school|charge|job|duty|lesson{s,}
            - drinking at|in|on|during school water|milk
            on|takes|taking|deals|dealing|selling ~1 drugs
            -- drugs ~5 education|talk|lesson|awareness|medicines|medical|say
            assaulted|groped|molested|raped ~2 a|my|her|him|me|pupil|child|woman|student|the
            unfit to|for ~2 teach|lead|run|work|office|head
            not fit to ~1 teach|lead|run|be|work
            not fit for ~1 purpose|office
            should|needs|need|ought|must ~3 sacked|struck|arrested|locked|prosecuted|jailed|investigated
            shouldnt ~2 be? allowed ~1 near|to ~2 children|teach|kids
            lock{ed,} ~1 up ~3 <title>|<he>|head
            made ~2 up ~3 evidence|qualifications|whole|lies
            cowboy builders|firm|company|contractors|outfit
            worst ~1 <body>|headteacher|teacher|company|shop|restaurant|firm|coach|school|service
            avoid ~1 this|that|them ~2 company|firm|like|shop|business|at
            avoid like the plague
            dont use ~3 company|firm|them|shop|again|builders|plumber
            is|are|was ~2 abusing ~2 children|pupils|position|power|kids
            abus{es,ed,ing} ~1 <he>|their|the position|power|trust
            conned|swindled|defrauded|scammed ~2 us|parents|me|families|out|school|the|people
            money laundering
                        false accusation{s,}|claims about|against
            bullies ~2 staff|teachers|pupils|children|parents|her|his|anyone
            <title>|<staff>|<body>|head ~3 bullies|bullied|bullying|harass{es,ed,ing}|discriminat{es,ed,ing}|victimis{es,ed,ing}
            -- anti bullying
            -- antibullying
            -- against bullying|racism
            -- stop bullying
            """
        ),
    ]
}
