extension Lists {
    /// Worries about one person, told in passing.
    static let worries: [(sense: Sense, lines: String)] = [
        (
            .safeguarding,
            """
            <child>|<children>|<he>|them|family ~5 cant|cannot|not|must|never|mustnt ~2 be ~2 photographed|filmed|pictured|shown|found|identified|traced|named ~4 because|for|in|due|reasons|dad|safety|private|explain|by
            for|because ~2 reasons ~3 cant|cannot|private|safety|go|explain ~4 into|say|photo|keep
            keep|kept|stay{s} ~1 him|her|them|<child>|his|pictures|photos ~3 off ~2 facebook|social|photos|internet|website|online ~4 because|dad|father|ex|mum|find|court|safety|safe
            in case|so ~1 that? ~1 <he>|the|their ~1 dad|father|ex|mum|stepdad|husband|he|she ~2 sees|finds|recognises|turns|comes|gets|cant|doesnt ~3 him|her|them|find|out|up|where|it|photo
            dad|father|ex|mum|he|she|husband|stepdad ~3 find{s}|found|know{s}|learn{s} ~2 where ~2 they|<he>|she|live{s}|moved|are|school
            new name|names|identity ~4 new|school|start|safe|because|dad|town|moved
            changed|change|changing|under ~1 his|her|their|a|new ~1 different|new|surname|last? names|name ~5 safe|dad|find|court|adopt{ed,ion}|hide|reasons|since
            adoption|adopted ~3 day|order|party|papers|court|final|family|finally|officially
            womens|women|domestic refuge|shelter
            back with|living|home with|to <he>|their ~1 mum|dad|family|parents ~3 for now|again|at last|after|from|following
            supervised ~1 contact|visits|access|visit
            older|grown|adult|much ~1 lad|boy|man|men|boyfriend|guy|bloke|lads|someone|blokes ~6 wait{s,ing}|pick{s,ed}|meet{s,ing}|collect{s}|gate|car|lift{s}|gift{s}|give{s}|buy{s}
            who is|was|are ~3 man|bloke|men|guy|woman ~2 who|that|in ~3 pick{s}|collect{s,ing}|wait{s,ing}|follow{s,ing}|watch{es,ing}|car|hang{s,ing}
            mak{es,ing} himself|herself|themselves sick|throw
            not|stopped|isnt|barely|hardly|wont|refus{es,ing} ~2 eat{ing,s} ~3 she|he|her|his|weeks|days|thin|worried|lunch|anything|again|properly
            - not|wont|refus{es,ing} eat{ing,s} ~3 snail|rabbit|hamster|hen|tortoise|cat|carrot{s}|peas|sprout{s}|vegetables|broccoli|caterpillar{s}
            skip{ped,ping,s} ~1 meals|lunch|dinner|breakfast ~5 she|he|her|again|thin|weeks|girls|lose|weight
            thinner|thin|skinny|skeletal|skeleton ~4 every|each|week|day|getting|and|pale|again|coat
            - thinner|thin|skeleton ~4 cat|hen|dog|science|halloween|paper|ice|slice{s}|costume|xray
            skin and bone{s}
            lost|losing ~1 so|a|too ~2 weight
            gone|went|so|very|too|been ~1 so|very|really|terribly|awfully? quiet ~4 since|lately|holiday{s}|weekend|half|these|worried|home|weeks
            - gone|went|so|very quiet ~4 library|hall|building|school|corridors|place|playground
            bite mark{s}
            love bite{s}
            no ~1 heating|electric|electricity|hot|lights|gas|beds|carpet{s}|running ~1 water? ~3 at|in|since|for ~2 home|theirs|house|flat|weeks|days|their|hers|his
            holes in <he>|their ~1 shoes|trainers|soles|plimsolls ~3 again|no|rain|winter|sock{s}|snow|cardboard
            shoes|coat|clothes|uniform|trousers ~3 sizes too|small ~3 again|poor|little|no|for
            slurr{ed,ing}|staggering|swaying|unsteady ~5 pick|collect|gate|mum|dad|car|home
            slept|left|waiting|waits|sat|sitting|asleep in ~2 car ~4 alone|hours|night|all|while|outside|overnight
            hear|heard|hearing ~5 scream{s,ing}|shouting|crying|banging|thuds|bangs ~5 house|wall|walls|flat|door|night|street|neighbour{s}|upstairs
            - hear|heard|hearing ~5 shouting|banging|crying ~5 wall|house|door ~4 drum{s}|rehears{al,als,ing}|builders|band
            should|shall|somebody|someone|anyone ~3 ring|call|phone|tell|inform|report ~3 nspcc|social|services|authorities|police|safeguarding ~3
            - if you|your|a|anyone ~8 ring|call|phone|tell nspcc|police
            cut ~2 back|home|village|africa|somalia|sudan|egypt|holiday|ceremony ~3 girl|she|her|daughter|aunties|women
            cousin|man|stranger|husband|older ~3 she|her|girl ~3 marry|married|promised|engaged|wedding
            promised|engaged|arranged ~4 cousin|marriage|husband|abroad ~4 she|her|girl|fifteen|sixteen|year
            joining|join|fight{ing} ~3 isis|jihad|brothers|caliphate|militia|nazis|far right
            lives|live|is|stays|living ~2 in|at ~2 bed|cupboard|shed|garage|car|tent|hotel ~4 because|since|with|all|mum|<he>|one|room|siblings
            - lives|live|living ~2 in|at ~2 garage|shed|tent|cupboard ~4 hedgehog|mouse|bike{s}|guinea|rabbit|cat|harry potter
            worse|worst ~2 at home|since|after ~3 weekend{s}|holiday{s}|dad|mum|she|he ~1 new|moved|came?
            wont|will not|refus{es,ed} ~2 say|talk|tell ~3 who|what|how|about ~3 did|happened|hurt|bruise|home|mark
            scared|frightened|terrified|afraid ~2 to|of ~3 him|dad|her|home|weekend|going|tell|what
            something|someone|somebody ~1 has|is|must|happened|is ~3 happening|happened|hurting|touching|going ~2 to|with|on ~2 him|her|that|child|home|them
            tell|told|say|said ~2 nobody|noone|no ~1 one ~3 her|his|him|my|or|else|touch|secret|about|or
            secret{s} ~3 with ~2 uncle|him|grandad|coach|man|friend|adult
            special friend|secret|game|cuddle{s}|massage{s} ~4 with ~3 uncle|him|man|coach|stepdad|grandad|tutor
            babysit{s,ting}|minds|mind|look{s,ing} after ~2 baby|little|younger|twins|brother|sister ~4 all|night|while|alone|every|instead|nobody|school ~3 she|he|seven|eight|nine|#
            bruise|bruises|bruising ~1
            """
        ),
        (
            .behaviourOf,
            """
            without ~2 wobble|meltdown|incident|accident|biting|running|hitting|tantrum|tears|kicking ~3 <he>|^<given>|this|all|day|week
            <he>|^<given>|your ~1 son|daughter|lad|twins ~4 bit|hit|punched|kicked|pushed|spat|swore|stole|took|called|pulled|threw|lashed|bullied|bullies
            - <he>|^<given> ~2 hit|kicked|pushed|pulled|threw|took ~3 ball|goal|wicket|drum|rope|cracker{s}|winning|penalty|bell
            kept in|behind|back|down ~3 because|for|after|year|again|at ~1 lunch|break?
            excluded|exclusion|suspended|suspension ~3 <he>|your|^<given>|from|until|monday|week|days
            banned|removed|dropped|thrown ~2 from|off|out ~4 trip|club|team|class|bus|choir|play ~5 because|after|for|behaviour|what|swearing|fighting|he|she
            in|into|such|big|so|much ~1 trouble ~4 again|today|friday|head|with|for ~3 <he>|^<given>
            """
        ),
        (
            .healthOf,
            """
            <title>|<staff>|<he>|^<given>|our ~3 off|away|absent|back|leave ~4 with|after|for|following|due|having|because ~3 back|hip|knee|nerves|stress|op|operation|breakdown|surgery|shingles|cancer|depression|burnout|flu|covid|illness|baby|stroke|heart|bereavement
            hip|knee|heart|shoulder|valve ~1 replacement|bypass|transplant|surgery
            <title>|<staff>|<he>|mum ~1 is|are|was ~1 expecting ~2 baby|twins|in|again|first|second
            - expecting ~2 you|great|visitors|rain|delivery
            sorry|sad ~3 hear ~4 about ~2 your|his|her|the ~2 diagnosis|accident|operation|separation|loss|illness|divorce|miscarriage|fall|surgery|cancer|stroke|nan|gran|grandad|mum|dad
            psychologist|psychiatrist|paediatrician|therapist|counsellor|camhs|consultant|neurologist|audiologist ~8 <he>|him|your|^<given>|son|daughter
            <he>|him|your|^<given>|son|daughter ~8 psychologist|psychiatrist|paediatrician|neurologist|audiologist|counsellor|camhs
            gave|giving|give|given ~1 him|her|<he> ~3 calpol|inhaler|medicine|medication|tablets|paracetamol|ibuprofen|insulin|epipen|ritalin
            had ~1 an|another|a ~1 accident ~2 in|at|on|so|again|today|and|spare ~3 trousers|pants|clothes|change|carpet|bag|knickers
            wet|dry|clean|change ~2 pants|trousers|knickers|bed|tights ~3 <he>|again|bag|all|every|today
            - change ~2 trousers|clothes|pants ~5 please|bring|pack|mud|everyone|wellies
            <he>|^<given> ~2 weight|height|eczema|skin|hearing|sight|eyesight|teeth|bladder|bowels|period{s}|allerg{y,ies}|asthma|epilepsy ~3
            - <he>|^<given> ~2 teeth|skin|height|hearing|weight ~3 dragon|crocodile|shark|snake|wolf|lion|bear|fairy|clean|wobbly|loose|tooth
            first|started|starting <he>|her ~1 period{s}
            scars|burns|stitches|plaster|cast|brace|patch ~2 on ~2 <he> ~1 face|arm|leg|head|eye|back
            difficult|hard|complicated|rough|risk ~1 pregnancy
            panic|anxiety|anxious|depressed|suicidal ~4 attack{s}|<he>|him|^<given>|since|about ~2 school|coming|dad|mum|tests?
            """
        ),
        (
            .resultsOf,
            """
            <he>|^<given>|son|daughter ~2 is|was|came|are|be ~3 bottom|last|lowest|behind|top|top|gifted|slow ~4 class|year|maths|reading|english|group|set|table|register
            - came last ~2 race|raffle
            <he>|^<given>|your|son|daughter{s} ~3 reading ~1 age|level|score|band
            years|year|months|terms behind ~3 <he>|his|her|in|reading|maths|rest|others|others|where
            - years behind ~2 us|bars|the
            score{d}|result|mark|got|phonics|sats|scaled ~4 # ~2 out|in|on|for|phonics|check|standard ~6 <he>|^<given>|son|daughter|your
            held|kept back ~1 a ~1 year
            repeat{s,ing} the ~1 year|reception
            moved|move|moving|down|dropped|put down ~2 set|group|class|table|band ~4 <he>|because|maths|english|him|her
            not|wont|isnt|never|unlikely ~3 pass|get|make|reach|ready|going ~3 test|grammar|sats|eleven|secondary|gcse{s}|standard|phonics ~4 <he>|^<given>|him|her
            """
        ),
        (
            .familyOf,
            """
            <he>|your|their|^<given>|the ~2 separation|divorce|custody|affair|break up|breakup|split
            <family> ~1 <be>|is|was|back|went|got ~1 been|in|out|back ~2 prison|jail|inside|rehab|custody|court|arrested|deported|sectioned
            living|lives|live|stay{ing}|staying|put|moved|sleep{ing} ~2 in|at ~2 hotel|hostel|b b|bnb|premier|temporary|emergency|van|caravan ~4 because|until|since|after|while|family|<he>
            - living|lives|staying|sleeping ~2 in|at ~2 hotel|hostel|caravan ~5 trip|residential|year|holiday|camp|half
            <he>|^<given>|their ~1 adopt{ed,ive}|foster|step|half|birth ~1 parents|mum|dad|family|mother|father|brother|sister
            dad|mum|father|mother ~3 not|never|no ~1 longer? ~2 around|picture|scene|contact|involved|interested|see
            only|just ~1 has|got|have|sees ~1 his|her|a? ~1 mum|dad|nan|gran|grandparents ~1 now|at|left|once
            <he>|^<given>|family|mum|dad ~2 made|been|lost|got|become ~2 redundant|homeless|bankrupt|sacked|unemployed|evicted
            """
        ),
        (
            .moneyOf,
            """
            <he>|^<given>|son|daughter|your|family|mrs|mr ~4 arrears|overdrawn|unpaid|outstanding|owing|debt|minus
            account|balance|dinner ~4 is|in|of ~2 arrears|overdrawn|minus|owing|debt|# ~4 <he>|^<given>|mrs|mr|son|daughter
            paid|pay|paying|paid for <he>|^<given>|your|their ~3 hardship|premium|fund|us|school|vouchers?
            food bank|foodbank|vouchers|hardship fund|uniform bank ~5 <he>|^<given>|mrs|mr|mum ~2
            """
        ),
        (
            .attendanceOf,
            """
            <he>|^<given>|son|daughter|your|mrs|mr ~4 late|absent|missing|off ~3 again|third|fourth|fifth|every|time|times|since|all|days|#
            - <he>|mrs|mr|your ~4 late ~3 again ~2 train|bus|coach|trip
            hasnt|havent|not|never ~1 been in|at|here|seen ~3 since|for|all|this ~3 monday|tuesday|wednesday|thursday|friday|week|weeks|days|half|christmas|september|easter|october
            """
        ),
    ]
}
