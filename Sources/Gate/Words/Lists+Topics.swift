extension Lists {
    /// Subjects that divide people. What a school teaches, plays and celebrates is not here.
    static let topics: [(sense: Sense, lines: String)] = [
        (
            .elections,
            """
            vote wisely|tactically|carefully
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
            cut|cuts|cutting|slash{ed,ing} ~1 our|school|schools|education|the ~1 budget{s}|funding|grant
            mp|minister{s}|councillor{s}|cllr|mayor ~3 promise{d,s}|pledge{d,s}|vote{d,s}|blame{d,s}|oppose{d,s}|refuse{d,s}|back{ed,s}
            - school|eco|junior|pupil|class|student|young ~1 council|councillor|councillors|mayor|minister|mp ~6
            secretary|minister|chancellor|pm ~4 resign|clue|useless|wrong|failed|ashamed|should|must|sack{ed}|liar|idiot|lied
            - secretary ~4 office|school|should|must ~2 phone|ring|call
            vaccine{s}|vaccination{s}|jab{s}|masks ~3 forced|force|dangerous|poison|conspiracy|harm{s,ful}|mandat{e,ory}|refuse|hoax|scam|kill
            anti vax|vaxxer{s}|vaxx
            climate hoax|scam|lie
            conspiracy
            parents ~1 protest{s,ing} ~2 against|over|about|at
            monarchy ~3 abolish{ed}|should|end|waste
            fox hunting
            hs2
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
            should ~3 <peoples>|muslims|christians|jews|pupils|children|girls pray|wear|fast|be ~3 school|allowed|hijab|veil|headscarf
            should <peoples> ~3 pray|wear|fast|be|have|celebrate
            religion ~2 has|should|have|in ~2 no|not|place|schools|banned|out
            one|only true god|faith|religion|saviour
            god|allah|jesus ~1 will ~1 punish|judge|damn
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
            union{s} ~4 walk{ing,s}|action|ballot{ing}
            staff|teachers|union{s} ~3 walk{ing,ed} out
            - walk{ing,ed} out ~2 with|to ~2 <children>|music|playground
            <day>|todays|today|tomorrow|yesterday|weeks|week|recent|further|more|another strike{s}
            - minute|late|goal|opening|winning|penalty ~2 strike
            after|during|because|despite|due ~4 strike{s}
            - strike{s} of ~2 clock|midnight|noon|midday|hour|bell|luck|twelve|lightning|genius
            -- clock|bell|gong ~6 strike{s}
            -- strike{s}|striking ~5 goal|goals|net|keeper|goalkeeper|striker|wicket|bowler|pins|corner|midnight
            ballot{ing,ed,s} ~4 action|strike|members|union|pay
            better|fair|more pay ~3 teachers|staff|support|nurses|strike|for|union
            teachers|staff|nurses deserve ~2 pay|rise|better
            doctors|nurses|drivers|lecturers|workers|firefighters ~1 strike{s}|striking|walkout
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
            ambulance{s}|paramedic{s}|police ~2 <be> ~1 called|needed|attending|on|outside|at
            call{ed,ing} ~1 police|ambulance|999|paramedics
            ambulance{s} ~3 called|attended|rushed|took|came|arrived
            fire brigade|service|engine{s}|crew{s} ~3 called|attended|tackled|put
            - police|ambulance{s}|paramedic{s}|fire ~6 visit{ed,or,ors}|show{ed}|talk{ed}|taught|dressed|costume|careers|toy|played
            fire broke out
            small|kitchen|electrical fire
            - small|kitchen fire ~1 pit|safety|engine|drill
            explosion|hostage|shooting|kidnap{ped,ping}|stabbed|raped|rape|armed|robbery|robbed ~1
            - robbery|explosion|armed ~3 bank|lego|colour|paint|glitter|volcano|science|egg|forces|taste|bear{s}|flavour|of ~1 colour
            - shooting ~2 star{s}|hoops|practice|stars|drill|accuracy|skills|archery|up|club|and
            - great|super|fine|sharp|and|target|clay|star shooting
            crash|collision|hit ~3 car|bus|coach|pupil|child|road|outside|lane
            - crash ~2 bang|mat{s}|course|bandicoot|helmets
            crash ~2 school|gates|outside|minibus
            injur{ed,ies,y} ~3 people|pupils|children|staff|outside|explosion|accident|serious
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
    ]
}
