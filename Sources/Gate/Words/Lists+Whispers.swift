extension Lists {
    /// Secrets, and where children are, told with a wink.
    static let whispers: [(sense: Sense, lines: String)] = [
        (
            .internal,
            """
            off the record
            top|deep|strictly|hush secret ~2 that|until|plan{s}|list|meeting|but
            - top secret ~4 mission|recipe|agent{s}|spy|spies|ingredient|surprise|garden|code{s}|ww2|war
            draft|provisional|unofficial{ly}|leaked ~1 report|findings|judgement|timetable|budget|letter|list|figures|plan{s}|results|structure|staffing|class|version
            fyi only
            for|your your|staff|our eyes
            not|never for ~2 facebook|parents|website|public|families|outside|wider|press ~1 yet|eyes|consumption|ears|knowledge
            rest of you|the|them|school|us ~1 will|ll|can|may ~1 find|hear|know|get|be ~1 out|told ~3 monday|tomorrow|friday|thursday|tuesday|wednesday|next|later|week
            spill{ing,ed}|let|letting ~2 beans|cat out
            - spill{ing,ed} ~2 beans ~4 toast|tray|lunch|floor|stalk
            jumping|jump the gun
            - jump{ing} the gun ~3 race|sports|sprint
            only|just ~1 a few|us|staff|governors|handful ~2 know|knows
            """
        ),
        (
            .commercial,
            """
            only|just|down|offers|offer|applications|applied|numbers|intake|roll ~3 # ~3 applied|applications|choices|offers|pupils|starting|reception|places|down|intake|next ~5 one|class|merge|cut|lose|short|budget|close|teacher|worry|less
            numbers ~3 down|falling|low|short|drop{ped,ping}|dropping ~5 class|teacher|budget|reception|september|jobs|merge|next
            - numbers ~3 down|falling ~5 rain|bees|butterfl{y,ies}|birds|hedgehogs|sparrows|litter
            cost{s,ing}|charge{s,d}|charging|paying|pay|pays|paid us|the|school|them|supplier|agency ~2 # ~2 a|per|each ~1 day|year|month|week|head|hour|meal
            agency|supply ~3 cost{s,ing}|charge{s,d}|paid|# ~3 # ~1 a|per ~1 day
            contract ~3 goes|gone|went|given|going|awarded|won|lost|ends|ending|worth|renewed|renewal ~3 to|#|by|in|with|because
            we|school|trust ~2 are|is|were|was ~2 # ~1 k|thousand|grand|million? ~2 short|over|overspent|down|in the red|debt
            going|gone|go bust|bankrupt|under|broke ~3 school|caterer{s}|trust|company|supplier|club|nursery|budget?
            """
        ),
        (
            .now,
            """
            this very minute|moment|second
            as i|we type|write|speak|post|tweet
            by the time you read ~1 this ~1 we|year|reception|class|nursery
            here|there|off|out|on|in|at ~2 beach|sands|zoo|castle|museum|park|lighthouse|farm|woods|lake|river|pier|station|theatre|market|town|mill|windmill|pool|baths|rink|marsh|quay|bay|island|cave{s}|hill ~3 until|till|til ~2 #|half|lunch{time}|noon|one|two|three|four|five|quarter|home
            <group>|we|# ~4 landed|arrived|disembarked|checked|settled ~2 in|at|safely|on|off ~2 ^|the|our|hotel|hostel|coach|plane|camp|and|dorms?
            first|second|next group|team|half|class ~3 just|now|off|on|down|up|through ~3 zip|wire|climbing|canoe{s}|kayak{s}|abseil{ing}|wall|rapids|water|slope{s}|slide{s}|ride{s}
            sat|sitting|perched|standing|stood|squashed|queuing|queueing|lined on|in|at|outside|by|along|under ~3 wall|pier|beach|grass|harbour|steps|sands|platform|deck|bench{es}|castle|queue|sea ~6 chips|lunch|ice|now|sandwich{es}|picnic|waving|eating|waiting ~3
            - sat|sitting|standing|stood ~8 yesterday|last|was|were|were
            stuck|delayed|held|caught ~1 up? in|on|at|near|by|behind ~3 traffic|a #|motorway|bypass|roadworks|tractor|services|layby|m #|broken
            - stuck|caught ~3 traffic ~3 last|yesterday
            coach|bus|minibus ~4 late|delayed|running|stuck|behind|eta|due ~4 back|now|home|#|minutes|school ~4 #|now|collection|instead|soon|minutes
            eta ~2 #|now|school|about
            back ~2 at|to|in ~1 school|base|gate{s}|car ~3 about|around|by|for|roughly|at|nearer # ~4 traffic|now|instead|not|text|coach
            on|heading|making our|their way|back|home ~2 now|from|home|to|back ~3 ^|<place>|trip|coach|motorway|museum|beach|zoo
            - on our|their way ~2 to ~2 becoming|being|the ~1 top|next|target
            currently ~6 <place>|beach|woods|park|high|street|town|museum|river|mud|canoe{s}|tent{s}|camp|trip
            tonight|now|currently|all|safely|finally tucked|asleep|sleeping|settled|camping|bedded ~3 up|down|in|at ~3 tent{s}|dorm{s}|bunk{s}|hostel|lodge|camp|beds|cabin{s}|sleeping|hall
            """
        ),
        (
            .routines,
            """
            childminder|nan|gran|grandad|auntie|brother|sister|neighbour|taxi|minibus ~3 picks|collects|meets|drops|waits|fetches ~1 him|her|them ~1 up ~4 from|at|by|outside ~4 gate|corner|stop|#|church|shop|side|every
            sits|sat|waits|waiting|stands|hangs ~2 on|by|at|outside|in|under|near|around|about ~3 wall|bench|corner|shelter|stop|bridge|park|shop|chippy|swings|library|steps|gate ~4 until|till|for|alone|every|own|after|because ~3
            <he>|^<given>|they ~2 route|walk|way|journey home|school|to|back ~2 is|goes|through|past|takes|along
            <he>|^<given>|<child> ~3 on|gets|catch{es}|takes|get|off the ~1 # ~1 bus|train|tram|minibus|#
            own|alone|themselves|unaccompanied|without ~2 an|any|a ~1 adult|grown|us|anyone ~4 bus|walk|walks|train|road|home|park|swim|town|until
            unaccompanied|unsupervised ~4 bus|walk{s}|home|park|town|until|from|between|corridor|field|after
            """
        ),
        (
            .access,
            """
            on the latch
            - on the latch ~3 story|wolf|grandma
            anyone|anybody|you|people|strangers|dog ~1 can|could|will just|simply? ~1 walk|get|come|climb|stroll|wander ~1 straight|right? in|through|over
            - anyone|anybody|you|people can|could come ~2 in ~3 for|and|to|any ~3 tea|join|see|look|costume|pyjama{s}|chat
            nobody|noone|no ~1 one ~1 is? ~1 on|at|watching ~1 reception|gate|gates|duty|door ~4 until|between|from|after|before|at|so|if
            hole|gap|missing|broken ~2 in|panel|slat|post|part ~3 fence|hedge|railings|wall ~4 through|get|climb|into|behind|still|mend|fix|field|into|so|by
            - hole|gap in ~2 fence|hedge|wall ~4 hedgehog{s}|fox|mended|fixed|frogs|bees
            same code|number|combination ~4 as|door|gate|last|year|alarm|keypad
            code|pin ~2 is|was ~1 still? ~1 the ~1 year|date|school|last|first|head|postcode ~3
            let ~1 yourself|yourselves|themselves ~1 in ~4 key|side|gate|door|code|back|by
            intercom|buzzer|keypad|fob|entry|maglock ~3 broken|isnt|not|doesnt|off|down|stuck|faulty ~4 so|just|use|push|walk|until|open|propped|until
            """
        ),
    ]
}
