extension Lists {
    /// Subjects that divide people. What a school teaches, plays and celebrates is not here.
    static let topics: [(sense: Sense, lines: String)] = [
        (
            .elections,
            """
            general|local|mayoral|council|parliamentary|national|upcoming|police|by|european|devolved|assembly|senedd|holyrood ~1 election{s,}
            byelection{s,}
            - school|class|student|pupil|eco|house ~2 council ~3 election{s,}
            - election{s,} ~4 school|class|student|pupil|eco|house ~1 council|captain{s,}|councillors
            election day|results|campaign|candidate{s,}|manifesto|leaflet{s,}|night|debate|hustings|polls
            - school|class|student|pupil|house|mock ~3 election day|results|campaign|candidate{s,}|manifesto|debate|hustings
            referendum
            polling day
            ballot paper{s,}|box
            hustings
            """
        ),
        (
            .politics,
            """
            brexit|tory|tories|labour|conservatives|ukip|farage|starmer|sunak|badenoch|corbyn|trump|putin|netanyahu|snp|plaid
            - child|forced|slave|manual|cheap|in labour
            - in|of|into|fruits|labours labour
            reform uk
            lib dem{s,}
            liberal democrat{s,}
            green party
            - green party ~3 dress|wear|bag{s,}|food
            prime minister ~4 resign|should|failed|disgrace|must|policy|policies|wrong|liar
            government ~4 should|must|failed|failing|wrong|cuts|policy|policies|disgrace|shame|funding|underfund{ed,ing}|vat
            school funding|budget cuts|crisis
            funding cuts|crisis|shortfall
            cuts to ~2 school|schools|education|funding|services
            austerity
            vat on ~3 fees|schools
            left|right wing
            - left|right wing ~2 football|winger|player|goal
            politician{s,}
            far|hard|alt right
            political party|parties|protest|rally|views
            protest{s,ing,ers} ~4 outside|against|march|at|gates|council|government|london
            - protest{s,ing,ers} ~5 suffragette{s,}|history|luther|civil|rosa|boston
            climate strike|protest{s,}|strikes
            extinction rebellion
            just stop oil
            black lives matter
            academisation
            forced academy|academies
            becoming an academy
            join|joining ~2 multi academy
            """
        ),
        (
            .religion,
            """
            jihad|sharia|islamophobia|antisemitism|islamism|blasphemy|blasphemous|atheists|creationism|evangelical
            anti semitism|semitic
            religious ~1 extremism|extremist{s,}|fanatic{s,}|row|dispute|hatred|conflict|indoctrination|objection{s,}|discrimination|views
            ban{ned,s,ning} ~3 hijab{s,}|burka|burqa|niqab|headscarf|headscarves|turban{s,}|crucifix|prayer{s,}|cross
            hijab|niqab|burka|burqa ~3 ban|banned|policy|row|not
            prayer room|ban|row ~2 row|ban|dispute
            god|allah|jesus ~2 isnt|doesnt|hates|punish{es,}|only|true|false|real
            only true religion|god|faith|church|path
            repent|infidel{s,}|heathen{s,}|heretic{s,}
            christianity|islam|judaism|hinduism|religion|catholicism ~2 is|are ~3 wrong|lie|evil|true|false|better|superior|nonsense|dangerous|only|root|cult|right
            withdraw{,n,ing} ~4 re|collective|religious ~1 education|worship|lessons
            faith school{s,} ~3 should|are|debate
            abortion|euthanasia
            assisted dying
            go to hell
            burn in hell
            """
        ),
        (
            .industrialAction,
            """
            strike action|day|days|ballot|dates|plans|vote|mandate
            - bowling|lightning|football|pitch|first|ball strike
            strikes|strike|striking ~3 teachers|staff|union{s,}|neu|nasuwt|unison|gmb|over|pay|doctors|nurses|drivers
            - strike{s,} over ~1 net|bar|line|wall
            - striking ~3 artwork|display{s,}|poster{s,}|colours|costume{s,}|picture{s,}|image{s,}|portrait{s,}|resemblance|paintings|work
            teachers|staff|union{s,}|neu|nasuwt|unison|gmb|members|national|national|tube|rail|bus ~3 strike{s,}|striking
            on|to|going|go|planned|the|rail|bus|tube strike
            - the strike ~2 zone|rate|gold|partnership
            - strike a ~2 pose|chord|balance|match|deal
            - strike{s,} ~1 and|or spare{s,}
            - scored|bowled|got|great|stunning|fantastic|superb|brilliant|winning|hit ~3 strike
            industrial action|dispute
            picket line{s,}
            picket{ing,s,ers}
            work{ing,} to rule
            walk out ~4 staff|teachers|pay|union|protest
            staff|teachers|union ~3 walkout|walkouts
            walkout
            union{s,} ~1 ballot|members|dispute|rep{s,}|action|meeting|official{s,}
            neu|nasuwt|unison|naht|gmb|ascl
            national education union
            pay dispute|offer|award|deal|talks
            """
        ),
        (
            .exclusions,
            """
            exclusion{s,}
            - exclusion zone{s,}
            -- social exclusion
            excluded ~2 pupil{s,}|student{s,}|child|children|from ~2 school
            <child>|pupils|students|boys|girls|<have>|been|permanently|was|were ~2 excluded|suspended|expelled
            - feel{s,ing} ~1 excluded
            - excluded vat
            suspension{s,} ~2 pupil{s,}|student{s,}|rate{s,}|school
            """
        ),
        (
            .incidents,
            """
            serious|major|violent|nasty|isolated|recent|last|this|yesterday|todays|an|the|following ~2 incident{s,}
            - incident{s,} ~3 night ~2 dog
            accident ~3 school|outside|gate|trip|playground|today|yesterday|involving
            - accident ~1 book|form{s,}|report
            lockdown ~3 today|yesterday|school|this|after|alarm
            -- lockdown ~3 #|covid|drill|baby|babies|learning|since|first
            intruder{s,}
            vandalis{m,ed}
            break in
            broken into
            burgl{ary,ed,ars}
            arson
            fight{s,} ~3 playground|between|gates|outside|pupils|broke|parents
            - fight ~3 dragon|food|pillow
            stabb{ing,ed}
            - stabb{ing,ed} ~4 caesar|duncan|tybalt|mercutio|polonius
            gas leak
            bomb threat|scare
            assault{ed,s}
            - assault course
            police ~3 attended|investigating|incident|investigation|outside|appeal
            evacuat{ed,ion} ~3 school|building|site|today|yesterday|this|after
            -- evacuat{ed,ion} ~5 ww2|war|wartime|blitz|drill|practice
            food poisoning
            data breach
            cyber attack
            complaint{s,} ~2 against|about|from
            - complaint{s,} ~3 policy|procedure
            """
        ),
        (
            .gender,
            """
            trans|transgender|transphobic|transphobia|nonbinary|misgender{ed,ing}
            - trans siberian|atlantic|pennine|fat
            gender identity|ideology|neutral|critical|reassignment|recognition|dysphoria|fluid|affirm{ing,ation}
            - gender neutral uniform|clothes|toys
            non binary
            pronouns ~3 policy|they|preferred|row|debate|badge{s,}|in
            - pronouns ~3 nouns|verbs|grammar|spanish|french|relative|possessive|sentences
            biological sex|male{s,}|women
            single sex ~1 toilet{s,}|space{s,}|changing
            unisex|mixed toilet{s,}
            drag queen
            same sex ~1 marriage|relationships ~3 wrong|teaching|debate|row|against
            lgbt ~4 row|agenda|indoctrination|controversy|protest|lessons ~1 protest
            """
        ),
        (
            .war,
            """
            gaza|hamas|israel|israeli|palestine|palestinian{s,}|zionist{s,}|zionism|hezbollah|intifada|kashmir|taliban
            - bethlehem|nativity|exodus ~6 israel
            ukraine|russia|russian|iran|syria|yemen ~4 war|invasion|invaded|conflict|attack{s,ed}|bomb{ed,ing,s}|troops|strikes
            war|invasion|conflict|fighting|bombing|ceasefire|genocide|attacks ~4 ukraine|gaza|israel|russia|iran|syria|sudan|middle
            middle east ~3 conflict|war|crisis|situation
            ceasefire|genocide
            -- ceasefire|genocide ~6 holocaust|1914|1918|rwanda|memorial
            free palestine
            stand with israel|palestine|ukraine|gaza
            terror attack{s,}
            terrorist{s,}|terrorism
            river to the sea
            """
        ),
        (
            .bereavement,
            """
            died|dies|dying ~2 suddenly|peacefully|tragically|tragic|yesterday|weekend|last|night|this|after|cancer|aged|in
            -- died|dies|dying ~3 #
            - dies|died ~3 play|film|scene|act|end|great|leaves|plant{s,}
            sad{ly,} ~1 died|passing|death|loss
            sadly passed
            passed away
            - passed ~1 away ~2 from
            sad|tragic|heartbreaking|devastating ~1 news|death|loss
            death|passing|loss of ~2 our|a|one|former|<title>|<staff>|<child>|^
            - death|loss ~1 of ~3 habitat|ice|nelson|romeo|macbeth|biodiversity|henry|caesar|cleopatra|rainforest
            funeral
            rest|rip in? peace
            in loving memory
            in memory of
            condolences|bereaved|bereavement|mourning|mourn{s,}
            - bereavement ~1 support|counselling|charity
            fatal{,ly}
            lost <he>|their ~1 life|battle|lives
            -- lost their lives ~8 war|remember|remembrance|wars|world
            -- remembrance|armistice|remember ~9 lost their lives
            tragedy ~3 community|struck|family|last|yesterday
            """
        ),
        (
            .schoolClosure,
            """
            school|site|nursery|sixth|academy ~3 threat|threatened|risk|faces|facing ~3 closure|closing|closed
            school|permanent|proposed|planned|possible|village|nursery closure{s,} ~3 proposal{s,}|plan{s,}|consultation|threat|decision|fight|campaign|of|by|for
            - closure ~4 inset|snow|holiday|today|tomorrow|bank|weather|monday|friday|due
            proposed|planned|permanent closure
            consultation|proposal{s,}|plan{s,} ~3 close|closing|closure|merge|amalgamate ~2 school|nursery|site|academy|us|with
            close{d,} permanently
            clos{e,ing,ed} ~2 for good
            save our|the school|nursery
            school ~2 merger|amalgamation
            raac
            crumbling concrete
            special measures|academy order
            """
        ),
        (
            .immigration,
            """
            immigration|illegal immigrant{s,}|deport{ed,ation,ations}
            - immigration ~3 history|windrush|museum|victorian|topic
            asylum seeker{s,}|hotel{s,}
            small boat{s,}
            - small boat{s,} ~4 paper|model|race|made|lake|float
            rwanda scheme|plan|flight{s,}
            migrant{s,} ~2 crisis|hotel{s,}|boat{s,}|channel|crossing{s,}
            border control{s,}|force
            stop the boats
            """
        ),
        (
            .inspection,
            """
            ofsted ~4 inadequate|requires|downgraded|failed|unfair|disagree|wrong|disappoint{ed,ing}|appeal|complaint|scrap|abolish|disgrace|judgement|pressure|stress|next|coming|tomorrow|inspectors ~1 are
            special measures
            requires improvement
            rated inadequate
            """
        ),
    ]

    /// Parties and candidates, and in an election period anyone who holds or seeks office.
    static let elections: [(sense: Sense, lines: String)] = [
        (
            .party,
            """
            vote|voting|voted|elect|back|support|backing|canvass{ing,} ~2 labour|conservative{s,}|tory|tories|green{s,}|reform|liberal{s,}|snp|plaid|ukip|dup|independent|councillor|cllr
            - vote|voted ~3 green ~2 team|house|lantern
            - green{s,} ~1 team|house|group|class|table
            labour|conservative|tory|snp|ukip|plaid|brexit party|candidate{s,}|council|councillor{s,}|mp|government|voters|win|manifesto|cymru|uk|leaflet{s,}
            green party
            - green party ~3 dress|bag{s,}|food|theme
            labour|tories|conservatives|tory|ukip|brexit|snp
            - child|forced|slave|manual|cheap|in|of|into|fruits|hard labour
            - labour of
            liberal democrat{s,}
            lib dem{s,}
            sinn fein
            parliamentary|council|mayoral|party|prospective|labour|local|independent|their candidate{s,}
            - party candidate{s,} ~2 school
            - school council candidate{s,}
            candidate{s,} ~3 election|ward|constituency|seat
            standing for ~2 council|parliament|election|mayor|mp|office
            - standing for ~1 school|student ~1 council
            - standing ~2 for ~3 house|head|class|eco|pupil|sports
            general|local|mayoral|parliamentary|council election{s,}
            - school|class|student|pupil|eco ~1 council election{s,}
            - general|local election{s,} ~8 mock|history|topic
            vote for|against <title>|cllr|councillor|our mp|councillor|candidate
            how to vote
            - how to vote ~6 book|story|name|favourite
            referendum
            manifesto{s,}
            - school|class|head|house|pupil|council|their ~4 manifesto{s,}
            polling station ~4 vote|voting|remember|labour
            -- polling station ~8 closed|closure|hall|inset
            reform uk
            reform party|candidate{s,}|councillor{s,}|voters
            prime minister starmer
            keir starmer
            nigel farage
            """
        ),
        (
            .figure,
            """
            councillor{s,}|cllr|cllrs|mayor|mayoress|minister|ministers|mp|mps|msp|msps|senedd
            - school|eco|class|year|pupil|student|junior|our|new ~1 councillor{s,}
            - eco|junior|play|pupil|young ~1 minister{s,}|mayor
            - lord mayor of ~1 casterbridge
            - church|baptist|methodist|reverend|vicar ~2 minister
            member of parliament
            local mp|mps|authority leader
            leader of the council
            parliament|westminster|downing
            - uk|school|houses|pupil|youth|student|in|visit{,ed}|of ~3 parliament ~2 week
            """
        ),
    ]
}
