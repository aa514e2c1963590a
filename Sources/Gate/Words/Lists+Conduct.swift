extension Lists {
    /// Views, gain, grievances and scolding.
    static let conduct: [(sense: Sense, lines: String)] = [
        (
            .opinion,
            """
            in my ~1 opinion|view|experience|book
            imo|imho
            i ~2 think|believe|feel|reckon|suspect|suppose|hope|agree|disagree|support|oppose|blame|hate|dislike|prefer|wish|doubt
            - i ~1 hope ~2 you|everyone|all|to|they
            - i ~1 wish ~2 you|everyone|all|them|him|her
            - i ~1 feel ~2 proud|privileged|honoured|lucky|so|very|grateful
            - i ~1 think you|we|they ~2 will|ll|love|enjoy
            im ~1 convinced|sure|certain|against|sick|tired|furious|appalled|disappointed
            - im sure ~1 you|everyone|all|they|many|we
            - im sick|tired ~1 of? today
            personally
            - personally ~2 thank|congratulate|invite|signed|meet|delivered|handed|welcome|responsible|to
            - thank|congratulate|invite|welcome|you personally
            as far as im concerned
            if you ask me
            my own? ~1 opinion|view|views|take|feeling
            to my mind
            speaking as a
            i cant be the only
            i for one
            unpopular opinion
            frankly
            to be honest
            we all know ~1 that
            """
        ),
        (
            .gain,
            """
            im|am|i selling|sell ~1 my|a|two|some
            lessons|tuition|tutoring|sessions ~2 at|for|from # ~4 ring|call|message|text|contact|dm|hour
            husband|wife|partner|brother|sister|son|daughter|friend|mum|dad|cousin ~2 open{s,ed,ing}|own{s,ed}|runs|launch{es,ed,ing}|started ~3 <premises>
            say|mention|tell ~2 we|i sent you
            get # ~1 off
            - get # ~1 off ~3 uniform|ticket{s}|entry|book{s}
            training|therapy|coaching|beauty|massage|counselling|tuition|lessons|yoga|fitness|cleaning|photography ~2 session{s}|business|classes|lessons|services ~4 free|call|book|message|price|contact|£|each|rates ~1 him|her|me
            - lesson{s}|classes|session{s} ~4 free ~3 children|pupils|all|after|school|in
            <staff>|<title>|<he>|<family> ~2 company|business|firm|salon|shop|cafe|studio ~2 for|is|offers|offering|sells|has|hire
            for|to hire ~2 from|at ~2 <staff>|<family>|<title>|company|my|our ~1 caretaker?
            my|<he> ~2 book|album|single|film|course|podcast|app ~1 is ~1 out|available|on|now ~1 sale?
            - ~1 library|reading|school book is ~1 available
            buy ~2 now|today ~1 on?
            # off ~2 with|using ~2 code|link|my
            with|using|via my code|link
            to rent|let ~3 message|dm|contact|call|me
            room to rent|let
            use|using|with|via|through|click my|<he> ~1 referral? link|code
            # an hour ~1
            # per hour
            i ~1 tutor|teach|clean|babysit|childmind ~6 hour|saturdays|evenings|weekends|available
            - i teach ~3 year|class|reception|nursery|here
            buy my|<he>
            my old ~3 # ono?
            my|<he>|wifes|husbands|sisters|brothers|friends|mates|partners|mums|dads|sons|daughters ~3 business|salon|shop|company|etsy|tutoring|tuition|studio|cafe|restaurant|book|consultancy|bakery|firm|course|services|website|store|stall|gym|practice|boutique
            - my|<he> ~3 own|favourite|first|new|reading|brilliant|school ~1 book
            - his|her|my ~3 book{s,} ~4 read|reading|school|bag|week|day|author|about
            - author|illustrator|poet ~8 book|books|website
            - her|his|their|my ~3 gym ~2 kit|display|team
            wife|husband|sister|brother|mum|mother|dad|partner|friend|mate|son|daughter ~1 is ~2 opening|selling|launching|running|offering|starting
            my wife|husband|partner|sister|brother|friend ~2 salon|shop|business|runs|sells|does|makes|offers|has ~1 a? ~1 new? business|shop|salon|stall
            discount|promo|referral|voucher|coupon|affiliate|promotional code{s,}|link{s,}|offer
            use ~2 code ~2 for|to|at|and
            - use ~2 code ~4 classroom|google|seesaw|teams|log|parents|parentpay|meeting|gate|scratch|python
            use my ~2 code|link
            - use my ~2 link ~2 meeting
            affiliate
            referral link{s}|bonus|scheme|reward{s}|discount
            - referral form{s,}
            dm|message|inbox|contact|ring|text|call me ~4 for ~3 price{s,}|quote|booking{s,}|order{s,}|rates|discount|tutoring|tuition|details|book
            - contact me ~3 details ~3 club|trip
            i sell|offer|run|tutor|charge ~3 private|lessons|tuition|products|cakes|candles|tutoring|classes|sessions
            private tuition|tutoring|lessons|tutor
            tutoring ~4 £|hour|rates|evenings|available|offer
            # off ~3 if|with|when|your|first|code|book
            per cent off
            percent off ~4 first|your|order|with|treatment
            buy|order ~2 from ~1 me|my
            my etsy|ebay|vinted|onlyfans|gofundme|patreon|amazon|avon|justgiving
            vinted
            for sale ~6 my|message|dm|collect|ono|contact|me
            - for sale ~6 fair|fete|pta|office
            ono
            avon|herbalife|forever ~1 living|rep|representative|products
            invest ~2 in ~3 crypto|bitcoin|my
            bitcoin|crypto|cryptocurrency|forex
            earn ~2 money|cash|extra|income|# ~3 home|online|fast|from
            - earn{ed,} money ~3 stall|enterprise
            make money ~2 online|fast|from
            passive income
            follow|like|check ~2 out? my|our ~1 personal|private|own ~2 page|account|channel|business
            check out my ~2 page|channel|shop|business|blog|youtube|store|website|services
            subscribe to my
            sponsored by me
            paid partnership
            special|exclusive ~1 offer|discount|rate|price{s,}|deal ~4 parents|friends|staff|my|our|with|for ~1 the? salon
            - special offer ~4 uniform|meal{s,}|book
            book ~3 haircut|facial|nails|treatment|massage|botox|lashes
            """
        ),
        (
            .grievance,
            """
            morale ~6 low|bottom|gone|collapsed|terrible|floor
            nobody|noone ~4 ever|even|bothers ~2 answer{s}|repl{y,ies}|listen{s}|care{s}|help{s}|ask{s}
            management|slt|office|council|trust|government|head|headteacher|bosses|leaders|they does|do|did not ~1 care|listen|bother|answer|support|understand
            pil{e,ed,es,ing}|dump{ing,ed,s}|load{ing,ed,s} ~2 work|marking|everything|paperwork ~1 on|onto us|staff|teachers
            management|leadership|slt|head|governors|nobody|council|trust|bosses|leaders ~2 never ~1 listen{s,ed}|ask{s,ed}|care{s,d}|support{s,ed}|answer{s,ed}|thank{s,ed}
            - head ~1 teacher ~2 never ~2 forget{s}
            head|management|slt|council|governors|boss|leadership|ministers|trust ~2 <have> no idea|clue ~1 how|what|about
            working|teaching|work|job ~1 here|school is ~2 nightmare|hell|torture|misery|joke|killing|unbearable
            another ~1 pointless|useless|wasted|ridiculous
            pointless meeting{s}|paperwork|training|inset|email{s}|initiative{s}
            laziest|worst|rudest|stupidest|nastiest|dullest|weakest ~1 <staff>|<title>|boss|person|man|woman|parent{s}
            management|slt|leadership|they|head ~2 dump{ed,ing,s}|forced|force|expect us|staff|teachers|everything|on ~1
            could|couldnt|not care less
            put|putting up with
            - put ~1 up with ~1 blu|pins|tape
            pull{s,ing} their|his|her weight
            cant|couldnt ~1 wait to ~1 leave|quit|escape|retire|get
            - cant wait to ~1 get ~2 started|back|outside|going|together|stuck
            this dump
            rubbish from
            <staff>|slt|head|they|management|<title> ~3 useless|clueless|incompetent|hopeless|ignored|ignores|ignoring|doesnt|dont|couldnt|wont ~1 care|listen|support|bother|understand|deserve|know
            - dont|wont|they ~1 forget|know|mind|worry
            - they ~2 dont|doesnt|wont ~1 know|understand|care ~3 yet|how|why|what|about
            - they ~1 ignored ~2 rain|weather|cold
            <staff>|slt|management|school|council|government|ministers|minister|academy|trust|governors ~4 let ~1 us|staff|parents|teachers|children|pupils|everyone ~1 down
            sick|fed|tired|had ~3 management|slt|head|boss|colleagues|job|workload|council|government|ofsted|ministers|parents|school|teaching|place|marking
            - tired ~4 after|trip|day|walk|run|night|week|busy
            - sick ~3 day|note|bug
            fed up
            had enough
            useless|pathetic|hopeless|clueless|incompetent|spineless ~1 <body>|<staff>|politicians
            <staff>|<body>|secretary|management|they|dfe|slt ~2 lied|lie|lying|broke ~1 to?|about?|promise{s}
            - ~2 lying ~1 in|on|down|low|still
            secretary|minister|ministers|council|dfe|trust|slt|governors|ofsted ~3 clue|idea|bothered|ashamed
            - ~2 great|good|any|an|lovely|brilliant idea
            we were promised
            promised ~5 lied|never|nothing|broken
            toxic workplace|school|management|environment|atmosphere|culture|place|staffroom
            shambles|shambolic|fiasco|farce
            - shambles ~1 york|street|visit
            workload ~3 ridiculous|unbearable|killing|joke|unacceptable|crushing|impossible|is
            -- workload ~6 support|wellbeing|reduce|charter
            underpaid|overworked|undervalued
            -- underpaid|overworked ~5 elves|elf|santa
            treat{s,ed,ing} ~2 staff|us|teachers|tas|like|support ~2 like|badly|appallingly|rubbish|dirt|disgrace{fully,}|terribly|awfully
            treated like ~1 rubbish|dirt|idiots|second
            worst ~1 job|boss|headteacher|employer|head|manager|slt|council|government|minister
            hate{s,}|loathe|detest ~1 this|my|working|the|coming ~1 job|here|school|place|boss|work|management
            - hate{s,} ~2 crime
            thanks for nothing
            no support from
            <body>|<staff>|ofsted|dfe|they|inspectors ~3 should be ashamed|embarrassed
            ashamed of ~1 yourselves|themselves|himself|herself|our ~1 council|government|leaders|head
            <body>|ofsted|dfe|council|<staff> ~4 disgrace|disgraceful|pathetic|incompetence|inept|appalling|joke|shameful|hypocrisy|hypocrites|spineless|useless|clueless|failing|failed|incompetent|nonsense|rubbish|wasting|waste{s,d}
            - council ~3 waste ~2 recycling|collection|water|management|food
            - failed ~2 attempt
            - waste ~1 of|warriors|recycling|food|free|management|collection|week|paper|bin{s,}
            incompetence of
            poor leadership|management
            bad|terrible|awful|weak leadership|management|boss|head
            weak leadership
            cant stand ~2 colleague{s,}|head|boss|ta|teacher|job|school|<title>
            backstabb{ing,er,ers}
            two faced
            bully boy|tactics
            lazy ~1 colleague{s,}|ta{s,}|teacher{s,}|staff|department
            unfair{ly,} ~2 treated|treatment|dismissed|management|decision
            my|our grievance
            raise a grievance|complaint ~1 against
            working conditions
            cost cutting
            bureaucra{ts,tic}
            pen pushers
            nobody listens
            no one listens
            couldnt organise|run ~1 a ~2 brewery|bath|party|raffle|whelk
            dont|do get ~2 started on
            thank goodness|god ~3 leaving|gone|retired|rid
            - thank goodness ~3 rain|snow|sun|cold|winter ~2
            glad ~2 back of
            good riddance
            """
        ),
        (
            .scolding,
            """
            parents|families|carers must|mustnt
            should know better
            must stop
            parents must
            unacceptable|ridiculous|inexcusable
            how many times
            yet again
            once again ~4 parents|have|some
            we are|were sick|tired|fed
            it is ~1 your responsibility
            failure to
            will not be tolerated
            no excuse{s,}
            for the last time
            you have failed|been warned
            final warning
            """
        ),
    ]
}
