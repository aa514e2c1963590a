extension Lists {
    /// Grumbling and blame in the words of a staffroom.
    static let grievances: [(sense: Sense, lines: String)] = [
        (
            .grievance,
            """
            just|only work here
            not our|my|their decision|choice|idea
            - not our|my idea ~2 year|children|pupils
            wasnt|isnt|not my|our idea
            <he>|they|head|management|slt ~2 came|come|comes|stepped|left|ever ~2 out of <he>|the|their ~1 office
            hiding|hides|hid|locked in <he>|the|their ~1 office
            never ~1 in|seen|there|here|visible|around ~2 <he>|head|management|slt|our
            head|slt|management|boss|leaders ~2 never|rarely ~1 in|seen|there|here|visible|leaves|around
            because|since someone|somebody|management|they|slt|head|council|trust|ofsted ~2 decided|forgot|forgets|thinks|thought|couldnt|cant|wont|wouldnt|changed|lost|wants|wanted
            - because|since they ~2 thought|wanted|forgot|decided|cant|couldnt
            county|town|city|civic hall|council ~4 surprise|genius|geniuses|wisdom|bright|joke|shambles|useless|idea|silence|excuse{s}|nothing
            dont|not blame us|me|the|teachers
            blame ~1 the|our|it ~2 office|trust|head|council|management|slt|government|dfe|governors|minister|budget|boss
            some|certain ~1 colleagues|staff|people|teachers|members|persons ~4 might|could|should|would|never|always|seem|cant|dont|dont|who|think ~3 try|bother|learn|turn|pull|actually|early|helped|work|late|rules|better|nothing|themselves|somehow
            - some|certain people|staff ~2 could|might ~2 try ~3 food|cake|dish
            covering|covered|cover ~2 again|for ~3 someone|somebody|colleague|others|who|those|absent|sick|same|because
            - cover{ed,ing} ~3 in ~2 paint|mud|glitter|glue
            working from home ~3 again|supposedly|apparently|while|means|of|lol
            you|they|anyone|ministers|governors|parents try ~1 teaching|managing|running|doing|living|working|feeding
            try ~1 teaching|managing|running ~4 # ~4 in|with|room|class
            # ~1 children|kids|pupils in|to a|one ~1 room|class ~3 built|meant|made|for|designed
            los{e,es,ing}|lost ~2 two|three|four|five|six|seven|eight|# ~1 good|experienced|brilliant|decent|more|lovely ~1 teachers|staff|colleagues|tas|people
            money|cash|funds|budget ~3 for ~8 but|though|while|yet ~2 not|none|no|never|cant|nothing|still|we|somehow
            - money|budget ~3 for ~8 but ~3 still|we ~3 need|short|raised
            no|without|enough|any ~2 money|budget|cash|funds ~3 for ~6 but|yet|though|while|funny|somehow|apparently
            found|finds|find|got|spend|spent ~2 money|cash|funds ~4 for|on ~6 but|not|yet|while|instead
            cant|couldnt|cannot ~2 afford ~5 but|yet|though|while|apparently|somehow
            another day another
            still waiting ~2 on|for ~3 council|trust|office|reply|answer|boiler|repair|repairs|management|them|head|someone|anyone|roof|heating|ppe|explanation|apology
            - still waiting ~2 for ~3 reply|answer ~3 author|king|santa|pen|museum
            guess who ~6 again|duty|cover|lunch|late|left|instead|stuck|marking
            called|calls|phoned|rang|rings in sick
            not that im|were|anyone|i|we ~2 bitter|counting|complaining|jealous|keeping|moaning
            not ~1 bitter|complaining at all|much|honest
            mustnt grumble
            staffroom|staff room ~6 mood|mutiny|angry|furious|tears|low|gossip|whisper{s}|empty|agree{s}|silent|atmosphere|moan{ing}|laugh{ing,ed}|knows|think{s}|sick
            less said ~2 better
            couldnt|cant|wouldnt|could|not|didnt|even ~1 be bothered
            - cant|couldnt|not be bothered ~3 cat|tortoise|sloth
            how ~2 he|she|they ~1 sleep{s} at night
            - how ~2 they ~1 sleep at night ~4 bats|owls|hedgehog{s}|astronaut{s}|fish|animals
            promoted above|beyond|because|over
            out of his|her|their depth
            - out of his|her|their depth ~3 pool|swim|water
            hasnt|havent|without a clue
            - hasnt|havent|without a clue ~4 murder|mystery|detective|treasure
            no idea what ~2 doing|teach{ing}|is
            - no idea what ~2 is ~3 in|inside|box
            two tier
            one rule for
            wish ~1 we had|have ~2 head|boss|leader|management|trust|office|council|minister
            bring back ~3 head|mrs|mr|miss|old ~1 head|days|boss|regime
            under|since|before|until|with the ~1 new|current|present|this ~1 head|headteacher|management|regime|leadership|trust|slt|boss|academy ~1 took|came|arrived|started|nothing|everyone|we|all|morale|things|nobody
            since|before|until|when the ~1 new|current|trust|academy ~1 head|headteacher|management|regime|leadership|slt|boss|trust ~2 took|came|arrived|started
            - since|when|before ~2 new head ~3 started|arrived|came ~4 welcome|lovely|garden|choir
            new regime
            better|happier|different|nicer|friendlier ~2 under|before|when|without ~3 mrs|mr|miss|old|last|previous|them|him|her ~2 left|head|was|came
            way to ~1 run|treat|thank|lead a|this|us|staff|people|teachers
            unpaid ~1 hours|overtime|work|again|as
            own|unpaid|my time|lunch|weekend|sunday|evening ~3 again|unpaid|as usual|because ~3 nobody|management|head|paperwork|marking|reports
            thrown|threw|throws|hung|hang ~2 under|out ~2 bus|dry
            - hung|hang out to dry ~4 costume{s}|kit|washing|swimming|painting{s}|towels
            scapegoat{s,ed}
            stabbed|knife ~1 in the|my|our back
            blame game
            cover{s,ing} their|his|her ~1 back{s}|own
            pass{ing,es,ed} the buck
            lions led
            headless chickens
            asylum|madhouse|zoo|circus|nuthouse|prison ~2 called|we|run|i|they ~2 work|school|place|call
            last straw
            - last straw ~3 nativity|manger|house|hat|bale|drink
            cant go on ~1 like|this
            end of my|our|their tether
            - tether ~3 goat|horse
            dont know why ~1 i|we ~1 bother
            why do|should i|we ~1 even? bother
            making|make{s}|made it up as ~1 they|he|she|we
            does|do|did ~2 as ~1 he|she|they ~1 like{s}|please{s}
            knee jerk
            u turn ~3 head|management|trust|council|again|policy|government
            changes|changed|change his|her|its|their mind{s} ~4 again|every|week|fourth|third|as
            moan{ing}|rant{ing} over
            rant over
            dont|not|never trust ~1 a ~1 word ~2 <he>|they|management|head|office|council
            smoke and mirrors
            spin ~3 management|head|trust|academy|council
            all ~1 fur coat
            waste{d,s} ~3 our|my|everyones|whole time|afternoon|day|morning|evening ~3 training|meeting|inset|course|with
            training|inset|meeting|course|assembly|observation ~5 waste of|pointless|dull|boring|useless|nobody|sleep|asleep|colouring|drivel|nonsense
            - meeting|training|assembly ~4 waste of ~2 food|water|paper|energy
            two|three|four|#|hour|hours ~1 hours? of ~2 my|our ~1 life|lives
            paperwork ~3 drowning|buried|mountain|endless|nobody|pointless
            drowning|buried|swamped in|under ~1 paperwork|marking|emails|data|forms
            data ~2 drop{s}|entry ~3 nobody|again|pointless|why|sunday
            gone ~1 very? downhill
            going|gone to the dogs
            - going|gone to the dogs ~2 home|trust|show
            rotten from
            from the top down
            yes|no|three bags full
            treat{s,ed,ing} ~2 us|staff|me|teachers|tas|everyone ~2 like|as
            talk{s,ed,ing}|spoke|speak{s} ~1 to us|me|staff ~2 like|as ~2 children|dirt|rubbish|idiots|kids|if|nothing
            heard|saw|seen ~2 nothing|nobody|neither ~3 from ~3 council|office|trust|head|management
            not one|single|a ~1 thank|word|reply|person|penny ~2 you|from|of|for ~3 head|management|office|council|trust|thanks|staff
            - had enough ~2 for|to
            - had enough of you|him|her
            - nobody|noone listens like
            - someone upstairs was|is ~1 dancing|singing|playing
            - school|eco|pupil|student council ~1 has|have|is|are
            """
        ),
        (
            .accusation,
            """
            nicked|pinched|swiped|pocketed|helped|skim{med,ming} ~3 till|takings|float|donations|raffle|dinner money|collection|charity
            sells|sold|selling ~2 stolen|knock|fake|dodgy|nicked
            their|his|her|its ~1 food|meat|chicken|kitchen ~3 ill|sick|poison{ed,ing}|rotten|mouldy|raw|gone
            made|making|makes ~2 kids|children|us|everyone|people|half ~3 ill|sick ~4 food|catering|lunch{es}|company|kitchen|caterer
            get|got|gets|getting|have|has|had ~1 away with|form for ~2 it|murder|fraud|stealing|lying|touching
            con artist{s}|trick
            con{s,ned} ~1 old|elderly|parents|people|families|us|vulnerable
            rogue trader{s}|builder{s}
            he|she|they|<title>|<staff> ~2 make{s}|made|making it|things|stories ~1 all? up
            fake{d}|faking|invented|forged|doctored|made|lied ~4 qualification{s}|degree|cv|references|injury|illness|sick|dbs|certificate{s}|signature|data|register
            sick ~3 but|yet|while|photo{s}|seen ~4 beach|tenerife|pub|holiday|spain|party|facebook
            on the sick
            backdate{d}|fiddl{ed,ing,es}|massag{ed,ing}|fudg{ed,ing} ~3 figures|results|register|data|expenses|hours|attendance|sats|form{s}
            affair ~1 with
            carrying on with|together
            knocking|bonking|shagging off? ~2 <title>|<staff>|parent
            known to|by the ~1 police
            did time|been inside|been to prison|criminal record
            hygiene|rating|stars ~3 zero|one|nil|failed ~3 kitchen|cafe|caterer|shop|restaurant|takeaway
            zero|one star{s} ~2 hygiene
            charge{s,d}|charging us|you|the|school|parents ~3 twice|double|triple
            cut{s,ting}|cutting corners
            - cut{s,ting}|cutting corners ~4 paper|card|fabric|square|shape|pizza
            never|not|didnt|wasnt ~1 pass{ed}|had|have|got|do|done ~3 mot|dbs|licence|insurance|gas safe|safety|checks|exam|test
            """
        ),
    ]
}
