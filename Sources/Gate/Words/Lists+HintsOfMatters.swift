extension Lists {
    /// One person's story told in passing: meds, courts, plans that came through.
    static let hintsOfMatters: [(sense: Sense, lines: String)] = [
        (
            .healthOf,
            """
            <he>|their|the|new|right|on|off|without|sorted|^<given> meds
            meds|medication|tablets|dose|inhaler|treatment ~2 sorted|working|changed|upped|stopped|reviewed|kicked|wearing
            <family>|<he>|^<given>|<staff>|<title> ~2 start{s,ed,ing}|begin{s}|began|finish{es,ed,ing}|has|having|had|facing|needs|through|awaiting ~2 chemo|chemotherapy|radiotherapy|dialysis|rehab|treatment|transplant|biopsy|hysterectomy|ivf|physio|counselling|therapy
            wait{s,ing}|list ~1 for ~2 operation|transplant|surgery|diagnosis|assessment|scan|kidney|heart|hip|biopsy
            heart|brain|kidney|spine|hip|eye|open operation|surgery|transplant|condition
            <he>|^<given> ~2 talker|hearing aid{s}|walking frame|splints|catheter|stoma|pump|epipen{s}|implant{s}|oxygen|prosthetic|colostomy|crutches|feeding tube|inhaler
            <he>|^<given> ~3 tube{s}|grommets|patch ~2 in|over|on|out ~2 ear{s}|eye|nose|tummy
            hears|hear|see|sees ~1 us|properly|again ~2 at last
            in|using|with|has|from|out <he>|a|the|their ~1 wheelchair
            - with|in|using a|the wheelchair|wheelchairs ~4 access{ible}|entrance|welcome|users|symbol|ramp|basketball
            <child>|boy|girl|lad|star|one ~3 with|in ~1 a|the|his|her wheelchair
            <he>|^<given>|another|funny|<child> ~2 turn{s}|fit{s}|episode{s}|seizure{s} ~2 again|this|in|during|at|on|but|yesterday
            - <he>|another ~2 turn ~1 to|at|on|in
            <be>|was|been|got|felt ~1 ill|sick|unwell ~2 in|during|over|all|on ~2 assembly|carpet|class|floor|hall|coach|bus
            lost <he>|their|the ~1 baby|twins
            lost|losing ~1 a ~1 baby
            off|away|absent|leave|signed ~3 stress|depression|breakdown|anxiety|burnout|nerves|bad back|operation
            waters broke|waterworks
            postnatal|post natal depression
            having|had|got ~1 a ~1 nervous ~1 breakdown
            drink|drinking|drug problem|habit|issues
            dying|terminal|hospice ~4 <he>|<family>|mum|dad|end|weeks|diagnosis
            - hospice ~6 raised|raise|sponsor|donat{e,ed}|fundrais{ing}|£|mile|charity
            our|with|in ~1 thoughts ~1 are ~1 with|prayers ~1 a|the|one|mr|mrs|miss ~3 family
            rota|hamper|meals ~4 family ~3 while|because|as|mum|dad
            """
        ),
        (
            .specialNeedsOf,
            """
            special ~1 unit|provision|school ~2 because|and|now|to|from|where|with ~3 <he>|settled|better
            from|to|at|left|leaving a|the|his|her ~1 special ~1 unit|school
            - from|to|at a|the ~1 special school ~2 for ~2 visit|match|choir|concert
            pupil referral unit
            <he>|^<given>|their|new ~2 plan ~2 came|come|comes|through|says|review{ed}|funding|agreed|names
            - new ~2 plan ~2 says|comes ~4 garden|playground|school|travel|seating
            <he>|^<given> ~1 had|has|gets|got|lost|needs|having ~2 one to one|121|11 ~4
            one to one ~2 cut|hours|funding|withdrawn|mornings|reduced|support|ta|adult|agreed
            adult|assistant|helper|ta ~1 beside|with|next ~1 to ~1 him|her ~2 all|every|at|full|always
            needs|need|has|with ~2 adult|grown ~2 beside|with|next|by ~2 him|her|them ~2 all|every|at|day|time
            communication aid|device|book
            nonverbal|preverbal|non verbal|selectively mute
            sensory needs|issues|processing|overload ~3 <he>|^<given>
            <he>|^<given> ~2 meltdown{s}|sensory|stims|stimming|dysregulated
            meltdown{s} ~3 in|at|over|because|again|today ~3 <child>|<he>
            so|very|bit|little|more|too ~1 wobbly|dysregulated|overwhelmed ~4 assembly|class|since|because|today|line
            speech therap{y,ist} ~3 <he>|^<given>
            still ~1 in|on nappies|pull|pink|lilac|phase
            bottom|lowest|slow|thick table|group|set
            """
        ),
        (
            .behaviourOf,
            """
            <he>|^<given>|their|child{s}|whose ~1 outburst{s}|tantrum{s}|temper|violence|swearing|biting|fighting
            because of|about|after|for ~1 what <he>|they ~1 did|said ~2 to
            what <he> ~1 did|said|does to ~2 boy|girl|child|pupil|class|teacher|him|her|them|ta|friend
            patient with <he>|him|them ~3 this|all|for|since
            - patient with him|them ~4 he|they ~2 new
            moved|separated|sat ~2 tables|seats|classes|groups|away|from ~2 because|after|for ~4 did|hit|fight|behaviour|other
            fresh|new start ~4 here|elsewhere|school|somewhere|after|away
            - fresh|new start ~3 year|term|everyone|all|january|september
            not with us ~2 this|any|at ~1 term|more|moment|present|week ~3 he|she|needed|after
            managed move
            reduced|part time timetable
            in|into isolation|internal
            sent to the ~1 head ~2 for|again|three|twice
            - sent to the ~1 head ~3 good|lovely|kind|brilliant|work|writing
            last|final warning ~3 he|she|before ~2 out|excluded
            """
        ),
        (
            .attendanceOf,
            """
            barely|hardly|never|scarcely ~2 in school|class ~3 he|she|since|anyway
            <he>|^<given> ~1 barely|hardly|never|rarely ~1 here|in|comes|attends|turns
            late ~2 every|again|third|fourth|fifth ~2 day|time|morning ~5 <he>|mum|family|<child>
            """
        ),
        (
            .resultsOf,
            """
            finally|at last|can now|learned|learnt ~2 read|write|count|spell ~4 nobody|thought|never|doubt{ed,s}|late
            - finally read ~3 sign|book|the
            <he>|^<given> ~3 lowest|weakest|slowest|bottom|least ~3 class|year|group|set|score|mark|able
            <he>|^<given> ~2 struggl{es,ing} ~3 reading|writing|maths|spelling|phonics|keep|learn
            only|one|just ~2 who|to|child ~2 didnt|didn|not|failed|cant ~2 pass|read|reach|get|meet
            did not|didnt|failed ~1 to? pass|reach|meet ~3 phonics|sats|screening|check|standard|test
            - did not|didnt ~1 reach ~3 water|top|ceiling
            got into|failed|passed|missed ~3 eleven plus|11 plus|grammar
            not|isnt|wasnt ~2 bright|clever|academic|sharpest ~3 <he>|but|bless|tool
            """
        ),
        (
            .familyOf,
            """
            going|been|goes ~2 through|to|in the ~1 courts|court|separation|mill
            alternate|every other weekend{s}
            order|court|judge|solicitor says|said|states ~3 weekend{s}|contact|he|she|dad|mum|collect|children
            <he>|their|your ex ~2 husband|wife|partner?
            <family> ~1 left|walked|moved|has|gone|is ~1 left|gone|out|away|inside|off ~3 in|home|us|them|him|her|again|with|prison|since|christmas
            - <family> ~2 left|away|out ~4 bag|coat|keys|scarf|umbrella|message|shopping
            since|after|because|when <he>|their|the ~1 dad|mum|father|mother|parents|husband|wife ~1 left|walked|moved|went|split|divorce
            rough|hard|tough|difficult|awful|horrible|rotten|bad|unsettled time|patch|year|week|month|few|weekend ~2 at|with home|dad|mum|family
            rough|hard|tough|difficult|awful|horrible|rotten time|patch|year|few ~4 since|after|because|following ~3 separation|divorce|split|left|dad|mum|he|she|loss
            <be>|having|has|had|going ~3 separation|divorce|split ~2 so|and|be|kind|from|with
            moved|moving|gone|staying|living|lives ~1 in|back|to|with ~1 with|his|her|their ~1 nan|gran|grandma|grandparents|nana|aunt|uncle|grandad|dad|mum|friends
            - moving|moved ~1 in ~1 with ~3 class|group|next
            not <he>|their real|biological|birth ~1 dad|mum|father|mother|parents
            birth mother|father|mum|dad|parents|family
            real dad|mum|father
            new|another ~1 man|boyfriend|girlfriend|partner ~2 on|in|every
            dont|doesnt|no ~1 know|see ~2 dad|father ~1 is|anymore|any
            """
        ),
        (
            .moneyOf,
            """
            cant|cannot|couldnt|not|struggl{e,es,ing}|unable|afford ~3 pay|afford|cover|find ~3 trip|uniform|dinner|lunch|club|shoes|fees|coat|residential|deposit|money|blazer
            - cant|cannot|unable ~3 pay ~4 online|cash|card
            behind ~1 with|on ~2 payment{s}|fees|rent|dinner|club|lunch
            owes|owe|owing|owed ~3 #|pounds|us|for
            - owe{s,d} ~2 thank{s}|you|debt of|huge|cake|apolog{y,ies}
            help{ing,ed} ~1 one|a|this|that ~1 family ~2 out|with
            bailiff{s}|repossess{ed,ion}|debt{s}|bankrupt|loan shark{s} ~4
            food parcel{s}|voucher{s}|hamper{s} ~4 for|to ~2 <he>|family|mrs|mr|^<given>
            hand me downs|second hand ~5 <he>|because ~3 afford|money|cant
            """
        ),
        (
            .immigrationStatusOf,
            """
            visa{s}|papers|leave|status ~3 run|ran|runs|expire{s,d}|refused|rejected|out|renewed|not
            came|come|arrived|arriving|got|crossed here? ~2 on|in|by ~1 a|the ~1 small? boat|dinghy|lorry|back
            - came|come|arrived ~2 on|by|in a|the ~1 boat ~4 trip|lake|island|river|wroxham|ferry|pirate{s}|viking{s}
            must|have|has|told|got to? ~1 leave ~2 country|uk|england|in
            - must|have to leave ~3 car|hall|room|coats|scooters
            """
        ),
        (
            .lossOf,
            """
            lost <he>|their ~1 mum|dad|mother|father|brother|sister|nan|gran|grandad|grandma|son|daughter|wife|husband|twin
            - lost <he>|their ~1 mum|dad ~3 shop|market|maze|crowd|bear|story
            """
        ),
    ]
}
