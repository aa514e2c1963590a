extension Lists {
    /// Matters of one person: in each pair the first list needs a person beside it, the second ties it to one.
    static let matters: [(sense: Sense, lines: String)] = [
        (
            .health,
            """
            diagnosis|medication|ritalin|insulin|epipen|chemotherapy|chemo|miscarriage|pregnant|pregnancy|camhs|counselling|therapist
            mental health problem{,s}|issue{,s}|crisis|difficulties|breakdown
            panic attack{,s}
            eating disorder{,s}
            head lice
            """
        ),
        (
            .healthOf,
            """
            <be>|been ~1 sick
            - <be>|been ~1 sick of
            deaf|blind|partially sighted? <child>
            stammer{s}|stutter{s}|lisp|seizures|incontinent
            wet{s,ting}|soil{s,ing}|mess{es,ing} himself|herself|themselves|the|<he> ~1 bed|pants|chair?
            wet{s,ting}|soil{s,ing} himself|herself|themselves
            had|having|needs|have ~2 tonsils|appendix|teeth|grommets|tumour|kidney|eye|heart|hip|knee|brain ~1 out|removed|surgery|operation|replaced|scan
            had|having|has ~2 scan|biopsy|mri|tests|bloods|hysterectomy|transplant|vasectomy|stroke|breakdown|miscarriage|abortion|fit
            need{s}|wears|wearing|has|uses|got ~2 hearing|wheelchair|glasses|catheter|therapy|physio|crutches|pacemaker|colostomy
            - need{s}|wears|wearing|uses|has|got ~2 glasses|hearing ~2 costume|role|part|of
            twins|brothers|sisters|<child>|<he> ~4 nits|lice|worms|scabies|impetigo|chickenpox|ringworm
            <have>|with|got head lice
            terminally|seriously|critically|gravely|mentally ill|injured
            in ~1 intensive care|coma
            weight problem|issue{s}
            overweight|obese|underweight
            in nappies|pull
            his|her|their operation|surgery|illness|accident|injury|seizure|transplant|treatment|stroke|diagnosis
            - ~1 accident book
            <have>|got|with|suffer{s,ed,ing}|contract{ed,s}|caught|because|from ~3 <condition>
            <he>|my|their|<child>|^<given> <condition>
            diagnosed ~2 <condition>
            diagnosed with
            been diagnosed
            is|was|as ~1 epileptic|diabetic|anorexic|suicidal|bipolar|asthmatic|incontinent|pregnant
            recover{ing,ed} ~1 from|after ~2 surgery|operation|illness|accident|injury|stroke|broken|covid|<condition>
            battl{es,ing,ed}|fight{s,ing} ~2 <condition>
            undergo{ing,ne,es} ~3 surgery|treatment|operation|tests|chemotherapy|therapy
            <be>|having|had|needs|for|after ~2 surgery|chemotherapy|operation|transplant|chemo|biopsy
            - co operation
            in|to|into|from|out ~1 hospital
            - from|to|in ~2 hospital school|radio|trust|charity|appeal
            -- card{s}|sang|choir|carols|knitted|toys|donat{e,ed,ions}|visit{ed}|rais{e,ed,ing}|collect{ed,ing} ~10 hospital
            off sick|ill
            <be> ~2 ill|unwell|poorly
            broke|broken|fractured|dislocated|sprained ~1 <he>|an|a|my|their arm|leg|wrist|ankle|nose|foot|hand|collarbone|finger|toe|elbow|rib
            broken arm|leg|wrist|ankle|nose|foot|hand|collarbone
            signed off ~3 work|stress|sick|with|for
            <be>|on|take{s,n}|needs|given|<he> ~1 medication|insulin|ritalin|antidepressants|inhaler|epipen|tablets
            tested positive
            wet|soiled|messed himself|herself|themselves|<he>|their
            threw|throwing up
            vomited|fainted|seizure
            seeing|sees|referred ~3 counsellor|therapist|psychologist|psychiatrist|camhs|counselling
            struggl{es,ing,ed} with ~3 mental|anxiety|depression|health
            nervous|mental breakdown
            panic attack{,s}
            allergic to
            needs|wears ~1 nappies|nappy|wheelchair|hearing
            <he>|^<given>|their mental health
            rushed ~3 hospital
            """
        ),
        (
            .specialNeeds,
            """
            <need>
            special needs
            special educational
            learning difficult{y,ies}|disabilit{y,ies}
            send|sen register
            """
        ),
        (
            .specialNeedsOf,
            """
            cannot|cant|doesnt|couldnt|unable ~2 talk|speak|walk|hear ~1
            - cannot|cant ~2 speak|hear ~1 highly|enough|ourselves|yourself
            - cannot|cant walk ~1 on|past
            <have>|with|got|given|refused|awarded|granted|getting|finally|because|<he>|my|their ~2 <need>
            <have>|with ~2 special educational? needs
            <have>|with ~3 learning difficult{y,ies}|disabilit{y,ies}
            is|are|was|as|an|our|being ~1 autistic|dyslexic|dyspraxic|nonverbal
            diagnosed ~3 <need>
            on the ~1 spectrum
            send|sen register
            one to one support|ta|help
            # to # support|ta
            down|downs syndrome
            speech|language delay
            education health and? care
            behaviour|support plan
            """
        ),
        (
            .behaviour,
            """
            excluded|exclusion|suspended|suspension|expelled|detention{,s}|misbehav{ed,ing,iour}|tantrum{,s}|truancy
            - suspended ~2 ceiling|bridge|roof|animation|from
            """
        ),
        (
            .behaviourOf,
            """
            thrown|kicked|chucked out of
            - thrown|kicked ~1 out ~1 of ~1 bath|bed
            punched|kicked|slapped|bit|headbutted|attacked|hit|pushed|strangled ~4 lady|supervisor|another|somebody|someone|assistant|head|man|woman|boy|girl
            - punched|kicked|hit ~2 ball|goal|wicket|penalty ~4
            <child>|<children>|who|lads|<he> ~3 wrecked|trashed|vandalised|smashed|damaged|destroyed|stole|graffitied|flooded ~4 toilet{s}|window{s}|door{s}|property|classroom|desk{s}|phone|money|wall{s}|car|bike{s}
            <child>|<he>|^<given>|who ~1 <be>|been ~1 sent home
            <be>|been|got|getting|being ~2 excluded|suspended|expelled
            permanent{,ly}|fixed|internal|temporar{y,ily} ~1 exclusion|excluded|suspension|suspended|exclude
            <have>|got|given|gets|in|into|another ~2 detention|isolation|exclusion
            hit|punched|kicked|bit|slapped|pushed|headbutted|bitten|spat|attacked|assaulted|stabbed ~2 <child>|<children>|him|her|teacher|staff|ta|friend|classmate
            <be>|so|very|being|really ~2 naughty|disruptive|violent|aggressive|rude|misbehav{ing,ed}|defiant
            - hit|hits|kicked|pushed|bit ~1 her|him|his ~3 target|serve|ball|best|note{s}|mark|stride|shot|way|time|goal|personal|drum{s}|head|peak
            misbehav{ed,ing,es}|bad behaviour|badly behaved
            in|into ~1 trouble for|again|at|with
            sent home|out for|again|after|early|from
            caught ~2 smoking|vaping|cheating|stealing|fighting|truanting|drinking|shoplifting|swearing|bullying|lying
            <he>|^<given>|whose|their|appalling|terrible|poor|dreadful|awful ~1 behaviour is|was|has|again|in|at|this|today|problem{,s}|issue{,s}|plan
            lash{ed,ing,es} out
            kick{ed,ing,s} off
            <be>|been|being ~2 bullied|bully|bullying
            behaviour point{,s}|report|incident{,s}|problem{,s}|issue{,s}
            on report
            swore|swearing|swears at
            expelled from
            throw{ing,s} ~2 chair{,s}|tables
            anger issue{,s}|management|problem{,s}
            """
        ),
        (
            .attendance,
            """
            truan{t,ts,cy,ting,ted}
            unauthorised absence{,s}|holiday
            school refus{er,al}
            """
        ),
        (
            .attendanceOf,
            """
            <he>|^<given>|whose|their attendance
            attendance ~1 is|has|was|of|dropped|fallen|below|down ~3 #|low|poor|below|dropped|fallen|shocking|concern
            missed|missing ~4 # days|weeks|lessons|sessions
            missed|missing|skip{ped,s,ping} ~2 school|lessons
            persistent{,ly} absen{t,ce,tee}|late
            always|late|absent again
            late|absent every|again|for
            absent|away|off|missing ~1 for|since|from ~2 week{,s}|month{,s}|days|term|school
            refus{es,ed,ing} to come|attend|go
            fined for
            not ~2 been|come|turned ~1 in|to|up
            truanting|truanted
            """
        ),
        (
            .results,
            """
            reading age
            sats|gcse|phonics result{,s}|score{,s}|grade{,s}
            bottom set
            predicted grade{,s}
            """
        ),
        (
            .resultsOf,
            """
            got|scored|gets|achieved|only one|two|three|four|five|six|seven|eight|nine|ten out of
            cannot|can|cant|couldnt|not|still ~1 read|write|count|spell ~1 yet|properly|still|at|well
            got|scored|achieved # out of #
            gets|needs|receives|getting extra|additional ~1 help|support|lessons|tuition|reading|time
            - extra help|support ~3 available
            lowest|worst|bottom|weakest|slowest in ~1 class|year|reading|maths|his|her|group|school
            got|gets|scored|achieved|gained|passed|received|awarded|with|failed ~5 grade{,s}|gcse{,s}|sats|mock{,s}
            - grade{,s} ~2 piano|violin|guitar|flute|cello|clarinet|trumpet|drum{,s}|ballet|karate|music|singing|ukulele|keyboard|swimming|judo
            got|scored|achieved|gained|predicted ~3 a|b|c|d|e|u|# in ~2 maths|english|science|biology|chemistry|physics|history|geography|sats|gcse|spelling
            fail{ed,s,ing} ~4 exam{,s}|sats|gcse{,s}|test{,s}|mock{,s}|maths|english|phonics|screening|year|lesson
            working below|towards|under|at|above ~3 expected|age|standard|level|curriculum
            <be> ~3 below|behind|above ~2 expected|age|standard|average|level|reading
            scored # ~3 sats|reading|maths|spelling|gcse|paper|test|percent
            scored|got only|just #
            only got|scored #
            <he>|^<given>|their ~2 sats|gcse{,s}|exam|mock|phonics|test result{,s}|score{,s}|grade{,s}|levels
            result{,s} ~3 <he>|^<given>
            reading age of
            bottom set|group
            behind in|with ~2 reading|maths|writing|phonics|english|work
            cant ~1 read|write|count|spell
            resit{,s,ting}
            """
        ),
        (
            .family,
            """
            divorce|divorced|custody|fostered|eviction|evicted|homeless|prison|jail
            - prison visit|museum|reform
            family breakdown|circumstances|difficulties|problems|court
            looked after
            young carer
            """
        ),
        (
            .familyOf,
            """
            <family>|<he>|^<given>|<child>|parents|family ~4 prison|jail|arrested|unemployed|alcoholic|addict|divorc{e,ed,ing}|custody|affair|evicted|homeless|drinking|separat{ed,ing,ion}
            - drinking ~3 tea|chocolate|water|milk|juice|squash|soup|cocoa|fountain
            - separat{ed,ing,ion} ~4 egg{s}|salt|sand|colours|rubbish|recycling|magnets|iron|mixture{s}
            splitting|split up
            going|been through ~3 divorce|separation|breakup|custody
            parents ~3 split|separated|divorced|separating
            <be>|been|in|into|from|with ~2 foster|fostered|care
            - in|with ~2 care of|taken|home{,s}|for
            - take|after|health|medical|day|wrap|wraparound|child|skin|intensive|with great care
            lives|living|live with ~2 gran|nan|grandparents|grandma|foster|dad|mum|carers|aunt|grandad|friends
            looked after child
            <be> ~2 adopted|fostered
            - adopted ~3 penguin|tiger|panda|elephant|animal|guide|donkey|polar|by
            a young carer
            single parent|mum|dad|mother|father
            evicted|homeless|refuge|repossessed
            - dogs|cats|donkey|animal ~1 refuge
            temporary accommodation
            trouble|difficult{y,ies}|problem{,s}|situation|circumstances|things|life ~2 at home
            broken home
            family ~1 breakdown|circumstances|difficulties|problems|situation|court
            lost|losing ~1 <he>|their job|house|home
            custody battle|dispute|of|arrangements
            restraining order
            doesnt|does|wont|not ~1 know who|see ~2 father|dad|mum|mother
            """
        ),
        (
            .money,
            """
            free school meal{,s}
            fsm|premium pupil{,s}|child
            pupil premium
            hardship
            """
        ),
        (
            .moneyOf,
            """
            <be>|get{s,ting}|on|receiv{es,ing,e}|claim{s,ing}|entitled|eligible|qualif{y,ies}|<have>|with|for|a|an|as ~2 free school meal{,s}
            <be>|get{s,ting}|on|receiv{es,ing,e}|claim{s,ing}|entitled|eligible|qualif{y,ies}|a|an|as|our ~2 fsm|pupil premium
            on|claim{s,ing} ~1 benefits|universal
            cant|cannot|couldnt|unable ~1 to? afford
            owe{s,d}|owing ~4 dinner|lunch|money|club|school|meals
            in|of debt|arrears
            dinner money debt{,s}|owed|arrears
            using|use{s,d}|relies|rely|visit{s,ing} ~3 food bank|foodbank
            cant pay
            """
        ),
        (
            .immigrationStatus,
            """
            asylum|refugee{,s}|visa|deport{ed,ation,ing}|undocumented|immigrant{,s}
            """
        ),
        (
            .immigrationStatusOf,
            """
            is|are|as|came|a|an|family ~4 refugee|asylum|immigrant|undocumented|seekers
            asylum seek{er,ers,ing}|claim|application
            visa ~3 refused|expired|application|expires|run|ran|status
            fac{es,ing}|being|be|was|were ~1 deported|deportation
            leave to remain
            immigration status
            home office ~4 refused|letter|decision|decided|status
            illegal{,ly} ~3 immigrant|country|here
            """
        ),
        (
            .lossOf,
            """
            lost|loses|losing ~1 <he>|their|my ~1 <family>|baby
            <he>|^<given>|my|their|whose|<child> ~2 <family> ~3 died|passed|dying|death|funeral|killed|suicide
            death|funeral|passing of ~2 <he>|their|my ~2 <family>
            died|passed ~2 away|suddenly|unexpectedly|peacefully
            stillborn|miscarriage
            """
        ),
    ]
}
