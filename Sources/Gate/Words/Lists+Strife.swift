extension Lists {
    /// News that a senior leader reads first, and what is said for gain or in temper.
    static let strife: [(sense: Sense, lines: String)] = [
        (
            .bereavement,
            """
            no longer with us
            slipped|slipping away ~3 peacefully|quietly|yesterday|sleep|family|night
            lost <he> ~2 fight|battle|brave
            half mast
            minutes|minute silence|applause ~3 for|in ~3 mr|mrs|miss|our|^<given>|memory|<he>
            - minutes|minute silence ~3 for ~4 fallen|remembrance|armistice|war
            heavy heart{s}
            heartbreaking|heartbroken|terrible|awful|shattering|dreadful news ~3
            - terrible|awful|heartbreaking news ~4 biscuit|cake|hamster|tank|fish|pumpkin
            book of ~1 messages|memories|remembrance ~3
            funeral|wake|cremat{ion,orium}|burial|memorial ~2 service|is|will|for|on|at
            - memorial|funeral|burial ~4 pharaoh|egypt{ian}|viking|mummy|tomb|war|roman|king|queen|sutton|hamster|goldfish|guinea|worm
            we ~1 all? miss him|her|them|you ~3 so|dreadfully|terribly|every|already|much
            - miss him|her|them|you ~4 retire{s,d,ment}|leaver{s}|year|goodbye|move{s,d}|luck|secondary|when
            """
        ),
        (
            .incidents,
            """
            fire ~1 at|in|on ~2 our|the|school ~2 kitchen|school|roof|classroom|shed|bins? ~3 last|this|today|yesterday|put|out|engine{s}|brigade
            - fire at|in ~3 london|drill|pit|bonfire|heart|belly|1666
            window{s}|door{s}|fence|greenhouse ~3 smashed|kicked|broken|forced ~3 last|overnight|weekend|again|in|by|night|somebody|someone|vandal{s}
            someone|somebody|thieves|burglars|intruder{s}|vandal{s} ~3 broke|got|smashed|stole|climbed|took|damaged|forced|set ~4 in|into|our|the|school|laptop{s}|shed|overnight|weekend|fire|night
            - someone|somebody ~3 took|got ~4 the ~2 wrong|coat|cake|last|best
            child|pupil|boy|girl|children|parent|mum|dad|teacher ~3 fell|knocked|hurt|injured|collapsed|hit|attacked|stabbed|taken ~5 hospital|ambulance|road|roof|wall|car|gate|police|a e|paramedics|crossing
            - child|pupil|boy|girl ~3 fell ~5 wall|humpty|story|book
            air ambulance
            - air ambulance ~5 rais{e,ed,ing}|donat{e,ed}|charity|cake|fund{s}|bake|sponsor{ed}
            suspicious|unattended ~1 package|parcel|bag|device
            police ~4 tape|cordon|statement|appeal|search{ing}|warning|cars|officers|helicopter ~4 school|gate|road|outside|this|lane|today|morning
            - police ~4 officers|cars|helicopter ~4 visit{ed}|showed|talk|workshop|year|reception|came|sat|sirens
            scare|threat|incident ~3 outside|at|near|gate{s}|school|this|today|morning|yesterday ~2
            - scare|threat ~4 crow{s}|halloween|bees|extinct{ion}|species|endangered
            """
        ),
        (
            .politics,
            """
            government|ministers|minister|chancellor|westminster|downing|secretary ~5 fund|pay|money|cuts|promise{d,s}|forgotten|broken|listen|care|wants|ought|explain|answer|shame{ful}|us
            - minister|ministers|secretary ~5 us|money|listen|pay ~4 club|committee|pta|church|carol{s}|service
            council ~3 cut{s,ting}|slash{ed,ing}|axe{d}|axing|scrap{ped,ping}|clos{e,ing}|sell{ing} ~4 bus{es}|library|libraries|crossing|lollipop|youth|services|funding|budget|transport|park|pool|playground
            - council ~3 cut{s,ting} ~3 hedge|grass|ribbon|verge
            write|writing|wrote|email|ring|lobby ~2 to? ~1 your|our|the ~1 mp|councillor{s}|minister|pm ~4 about|against|and|demand|tell|if|to|stop|save|before|funding|cuts
            - write|writing|wrote ~2 mp|minister ~4 year|class|litter|plastic|children|pupils|letters
            sign|signing|signed ~2 the|our|this|a ~1 online? petition
            net zero|woke|cancel culture|ulez|low traffic|ltn|fifteen minute|globalist{s}|deep state
            vaccin{e,es,ation,ations}|jab{s}|mask{s}|lockdown{s} ~5 poison|forced|experiment|hoax|dangerous|never|sheep|control|scam|agenda|damage{d}|harm{s,ed}|pointless
            climate|global warming ~4 hoax|scam|lie|alarmism|nonsense|hysteria|agenda|con
            republic|abolish ~3 monarchy|king|royals
            king|monarchy|royal|coronation ~4 waste|abolish|spong{e,ers}|parasites|expensive|cost ~2
            """
        ),
        (
            .party,
            """
            booth ~5 thursday|vote|remember|ballot|polling
            - booth ~5 photo|ticket|phone
            remember ~8 when you|they|we vote|voting|polling|ballot|booth|thursday ~2
            when you|they|we ~1 go|vote|cast|get ~2 vote|poll{s}|polling|ballot
            - when you|they|we ~1 vote ~4 captain|book|name|house|school|council|pudding
            cast{ing} ~1 your|a vote{s} ~3 thursday|for|may|against|may
            leaflet{s}|posters|placard{s} ~5 yellow|blue|red|green|purple|party|candidate|vote|gate|election|councillor|mp|independent|reform
            - leaflet{s}|posters ~5 library|fair|club|gate|green|red|blue|yellow ~3 eco|team|recycl{e,ing}|lost|paper|fair|pen
            yellow|blue|red|purple|teal team|party|lot|candidate|rosette|tie ~4 vote|election|thursday|council|mp|ballot|elected|win
            on the ballot
            - on the ballot ~4 pudding|hamster|guinea|name|captain{s}|school|pupil|class
            needs|deserves|earned|counting|asking ~1 on|for? your ~1 vote{s}|cross
            - needs|deserves your vote{s} ~4 class|mascot|guinea|hamster|drawing|playground|pond|project|fund|award
            vote{s}|voting for ^ ~6 thursday|council|town|may|election|mp|mayor|ward|county|borough|if|because|she|he
            - vote{s}|voting for ^ ~6 guinea|hamster|captain|book|hens|chicks|name
            mp|councillor|cllr|mayor|candidate ~6 vote|re|election|elected|campaign{ing}|fighting|seat|support|backing|standing|polls|win|wins ~2
            - school|eco|pupil|student|class|house|junior councillor{s}|candidate{s}|mayor ~8
            our|former|own|old parent|governor|teacher|mum|dad|pupil|chair|head ~4 standing|running|stands|candidate|elected|campaign{ing} ~4 council|election|mp|parliament|mayor|borough|county|ward|labour|green{s}|reform|independent|may|town|north|south|east|west
            polls open|close
            opinion poll{s}
            hold on to|lose|win|won|gain|keep the|his|her|their seat ~3 council|parliament|may|election|town
            manifesto
            landslide ~3 election|victory|labour|vote
            """
        ),
        (
            .inspection,
            """
            inspection ~4 team|went|went|result|over|grade|outcome|window|verdict|monday|tuesday|wednesday|next|tomorrow|due|looming
            - inspection ~4 kitchen|food|hygiene|fire|playground|bug|boiler|gas|tree|safety
            the o word
            the big o
            been|got|get|had|have|received|waiting the|our ~1 ofsted ~1 call
            siams ~3 inspect{ion,or,ors}|report|grade|visit|result
            ofsted|estyn|inspectors|inspector ~8 nervous|nerves|stress|grade|judged|verdict|dreading|waiting|dread|arriv{e,es,ed}|week
            - ofsted ~4 registered|approved|registration|number
            """
        ),
        (
            .gain,
            """
            slots|spaces|appointments|places ~2 left|free|available ~4 dm|message|text|book|whatsapp|inbox|me
            tenner|fiver|quid|discount|percent ~2 off ~4 code|mention|type|quote|use|if|with|till|checkout
            type|enter|quote|mention|use ~2 ^ ~4 till|checkout|discount|off|basket
            my|his|her|our|<title> ~2 little|new|own|online|side ~1 shop|business|company|brand|range|label|studio
            - my|his|her|our ~2 new ~1 range|shop|studio ~4 books|play|role
            link in ~1 my|the|her|his bio|comments|profile
            trade|mates|family|friends rates
            rates|prices from|start|on ~3 dm|message|text|ring|request|call
            cash in hand
            get in touch|message|dm|text|ring|call ~2 me|him|her|my|directly ~4 quote{s}|book{ing,ings}|slot|price{s}|lesson{s}|order{s}|appointment
            commission ~3 each|every|sale|me|book|get|earn|friend|sign
            sponsor{ed}|gifted|ad|affiliate ~1 ad|post|link|by ~3 my|code|#
            """
        ),
        (
            .opinion,
            """
            bring back ~2 cane|corporal|grammar|smacking|discipline|uniform|blackboard{s}|conscription|national service
            grammar schools|private schools|academies|faith schools|phonics|sats|homework|uniform{s}|league tables ~4 wrong|unfair|outdated|nonsense|cruel|pointless|daft|rubbish|abolish{ed}|harm{s,ful}|fail{s}|elitist|divisive
            - uniform{s}|homework|phonics ~3 rubbish|wrong ~2 bin|bag|size|peg
            """
        ),
        (
            .strong,
            """
            feck{,in,ing,er}|fook|fecking
            twunt|wazzock ~1
            bollocking
            """
        ),
        (
            .mild,
            """
            fat|ugly|stupid|silly|lazy|old|little|miserable|nasty|evil ~1 cow|sow|hag|git|sod|swine|twit|tart|prat|clown
            - fat|ugly|stupid|silly|lazy|old|little|miserable|nasty ~1 cow|toad|trout|hag|twit|swine|clown ~4 story|book|play|farm|pond|twits|dahl|barn|mrs twit|panto|in
            pea brain{ed}
            dozy ~1 cow|mare|prat
            poxy|sodding|blinking useless|chuffing|flaming useless
            """
        ),
    ]
}
