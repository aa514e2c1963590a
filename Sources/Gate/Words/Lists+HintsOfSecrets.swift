extension Lists {
    /// What has not been announced, told with a wink.
    static let hintsOfSecrets: [(sense: Sense, lines: String)] = [
        (
            .internal,
            """
            shouldnt|mustnt|oughtnt|wouldnt ~2 really? ~1 say|tell|share|post|mention ~2 this|it|you|that|but|anything|too|more|yet|who
            - shouldnt|mustnt ~2 tell|share ~3 password{s}|strangers|food|online|details|fibs|lies|inhaler{s}
            cant|cannot|couldnt|wont say|tell|reveal|share ~1 you? ~1 too|more|anything|much|who|which|yet|names ~2 much|yet|but|about|more|just
            - cant|cannot say|tell ~1 you? ~2 how|enough
            - cant|cannot say ~1 too much|enough ~2 about ~2 how
            not|never|wasnt|isnt|arent|were|im|am ~1 really? supposed|meant|allowed to ~2 say|tell|share|know|post|mention|let|have
            didnt|not|never|dont ~1 hear|get|have|got|heard ~1 it|this|that|these|them from me|us
            heard it here first
            my lips are sealed
            mum is|the word
            mums the word
            hush hush
            schtum|shtum
            under your|our|my|the|wraps hat{s}|wraps
            keep|keeping|kept ~3 secret|quiet|hush|mum ~3 until|till|for|but|please|now|everyone|parents
            - keep|keeping|kept ~3 quiet ~3 hide|library|birds|corner|assembly|reading|please ~1 birds
            shh|shhh|sssh|psst
            - shh|shhh|psst ~6 baby|sleep{s,ing}|library|reading|hibernat{ing,ion}|bear|story
            little bird ~2 told|tells
            word|rumour has|is|on ~2 it|street|going
            - word is ~1 ^|spelt|spelled|of
            between these|the ~1 four? walls
            between us
            - between us ~2 we|and|all|raised|walked|read|ate
            walls have ears
            delete ~1 this|after ~2 reading|read
            inside information|track|story
            not|isnt|arent|wont|never ~2 public|announced|official|released|common ~1 knowledge? until|till|before|yet|but|so
            - isnt|not ~1 official ~2 until ~2 spring|summer|first
            before|until ~1 they|it|its|parents|families|staff|everyone|anyone|we ~1 are|is|get|have ~1 been? announce{d}|told|official|public|know|hear
            before parents|families|staff ~1 know|hear|find|get|told
            nobody|noone|parents|families|staff ~1 else? know{s}|told|knowing ~1 yet
            - nobody|noone ~1 knows|know ~1 yet ~2 who|what|how
            ive|i|weve|have|just seen|had|got|read|opened ~2 the|a|next|their|his|her ~1 list|shortlist|results|minutes|letter|offer|report|allocations|papers ~6 from me|yet|before|shh|quiet|secret|monday|official|announced
            peek|peeked|peeking|glance|glimpse|look|looked|sneak{ed}|opened|seen|read ~4 sealed|confidential|sats|exam ~1 box|paper{s}|envelope|packet|test|question{s}|file|minutes
            sealed ~1 box|paper{s}|envelope|packet ~8 read|about|question|lighthouse|practise|revise|want
            sats|test|exam ~1 paper{s}|question{s} ~4 about|on|is|are ~6 year|want|read|revise|hint
            - sats|exam|test ~1 paper{s}|question{s} ~6 past|old|practice|last|online
            """
        ),
        (
            .commercial,
            """
            quote{s}|bid{s}|tender{s}|estimate{s} ~6 in|lowest|highest|cheapest|winning ~4 is|was|at|#
            lowest|cheapest|highest ~1 quote|bid|tender|offer|price ~4 #|was|is|from
            other|losing|rejected ~1 firm{s}|bidder{s}|supplier{s}|contractor{s} ~4 stop|ring{ing}|told|know|lost|phoning
            cheaper by ~1 #
            # ~1 cheaper
            - # ~1 cheaper ~3 ticket|uniform|book|jumper
            dont|not|never tell ~2 old|other|current ~1 one|supplier|caterer|firm|company|contractor
            budget ~2 hole|black|red|short|overspen{t,d}|deficit|cut{s}|gap|crisis|problem
            hole in ~2 budget|accounts|finances
            run{ning}|ran ~1 out of money
            # ~1 short ~3 budget|year|year's|balance|books
            sell{ing}|sold|lease|leasing off? ~2 the|our|part ~2 field|land|playing|caretakers|house
            bought|buying|buy|offer{ed} ~3 field|land|site|building ~3 developer{s}|houses|homes|council
            developers ~4 field|site|land|school
            """
        ),
        (
            .personnel,
            """
            told|asked|made|forced ~2 to ~1 clear|leave|resign|go|pack|retire|step ~2 desk|quietly|early|now|down|job|bags|by|under
            - told|asked ~2 to ~1 leave|clear|pack|go ~3 hall|bags|lunchbox{es}|table{s}|building|coats|wellies|scooters
            clear{ed,ing} <he>|their ~1 desk|locker|office|things
            escort{ed} off|from|out
            pushed|managed|eased|forced|bundled out ~2 by|of|after|not
            - pushed|forced|eased out ~1 of ~2 pod|tube|egg|soil|mould|shell
            didnt|not|never ~1 really? decide{d}|choose|chose|jump{ed} ~2 to ~2 move|leave|go|retire|resign|but|pushed|he|she
            decide{d} to move on
            not ~1 coming|be back ~3 after|until|and|because ~4 investigat{ion}|allegation|meeting|hr|suspended|incident
            time|leave ~1 away|off|out ~4 while|until ~4 looked|investigat{ed,ion}|sorted|matters|things|enquir{y,ies}
            things|matters|it ~1 are|is|being|be looked ~1 into
            shortlist|shortlisted ~6 two|three|one|internal|already|staff|names|down|us|inside|candidate{s}
            one|some of ~1 them|whom|the ~1 candidates|applicants ~3 already|works|staff|internal|here|knows|inside
            people|candidates applied ~2 for ~3 job|post|deputy|head|headship ~4 one|and|works|internal|only|nobody
            - people applied ~2 for ~3 lollipop|crossing|place{s}|ticket{s}|club
            who|deputy|head|headship|job|post|role ~1 got|getting|gets|goes|going|offered ~4 deputy|job|headship|role|to|announced|post ~4 say|told|yet|announced|supposed|internal
            is|are|will|be off|going|leaving|retiring|gone ~2 at|by|in|after ~1 christmas|easter|summer|half|july|the ~1 end ~6 didnt|hear|yet|knows|know|told|announced|secret|quiet
            losing|cut{ting}|lose|axe|axing|scrapping ~1 two|three|four|five|six|# ~1 jobs|posts|tas|teachers|staff|teaching|assistants|cleaners|hours
            two|three|four|# ~1 posts|jobs|tas ~2 will|to|are|must ~1 go|gone|cut|lost|risk|axed
            no|without|wont|not ~2 renew{ed,ing}|extending|extended ~3 contract{s}
            on ~1 capability|probation|garden{ing} leave?
            warned ~2 by|under ~1 hr|disciplinary
            handed|handing|hands|given|putting|put in|his|her|their ~1 notice|resignation
            - put|putting ~1 notice ~1 up|on|board
            """
        ),
        (
            .governors,
            """
            governors|governor|board|trustees|trust|we ~2 voted|decided|agreed|discussed|talked|rowed|argued ~4 last|behind|private|closed|secret|tonight|yesterday ~1 night? ~8 public|secret|shh|quiet|yet|monday|hear|announced|hole
            voted|decided|agreed ~6 not|isnt|wont ~2 public|announced|official|out|told
            closed|confidential|private ~1 minutes|session|part|item|meeting
            """
        ),
        (
            .security,
            """
            password|passcode|passphrase ^ #|^
            network ^ ~3 password|passcode|key
            password|passcode|pin|login|username ~2 is|are|for|remains|stays ~4 same|still|always|unchanged
            - password ~2 same ~2 never|dont|use
            passwords|logins ~2 are|is|on|in ~3 sticky|board|post|drawer|under|desk|taped|keyboard
            """
        ),
        (
            .legal,
            """
            our|the|trusts|council{s} ~1 lawyer{s}|solicitor{s}|barrister ~3 say{s}|said|advis{e,es,ed}|think{s}|told|reckon{s}|writing|wrote
            settle|settling|settled out|with|for ~3 court|#|family|her|him|them|claim
            no win no fee
            """
        ),
    ]

    /// Where children are or go, told cheerfully.
    static let hintsOfWhereabouts: [(sense: Sense, lines: String)] = [
        (
            .now,
            """
            guess where ~4 are|is ~3 now|today|off|this|right
            - guess where ~4 hedgehog|bear|elf|puppet|tortoise
            where ~1 are|is <group>|we ~3 right? now
            <group>|we|# ~2 are|is right now
            live from ^|the|our
            were|we ~1 are? live at|in|on ^|the|our
            - live in|at|on|from ^|the|our ~3 studio|stream|band|music|lounge|wild|pond|hive|sea|forest|rainforest|jungle|desert|ground|trees
            here|there|at|on|in ~1 till|until|til ~3 #|half|noon|lunch{time}|teatime|five|four|three|two|one ~3 chips|beach|come|wave|join|us|sands|then|museum|park
            all # of us|children|them|kids|the ~2 by|at|on|in|by|outside
            lunch|snack|picnic|ice|chips|sandwiches ~4 in|on|at|by ~3 in|after ~1 ten|five|fifteen|twenty|#|half ~1 minutes|mins|hour|past
            have|weve|just|has|and|safely|finally ~1 just? got|get off|out ~2 the ~1 coach|bus|minibus|train|boat|ferry|plane
            got|getting off the ~1 coach|bus|minibus|train|boat|ferry ~3 at ~3 now|!|and|^
            here we|they are ~3 at|on|in|top|by|outside|waiting ~3 <place>|^
            here we|they are ~2 on|at|in|by ~2 top|the|summit
            - here we|they are ~2 in|on|at ~2 spring|november|december|end|start|last|page|autumn|summer
            half ~1 way through our|the ~1 walk|trip|hike|journey ~4 park|snack|now|in|stop|rest
            - half ~1 way through our|the ~1 walk|trip ~2 last|yesterday|it
            all of|the|our|# ~2 <group>|# ~1 are|is ~2 asleep|sleeping|tucked|settled|camping ~4 tent{s}|hostel|lodge|dorm{s}|camp|<place>|beds
            <group>|we|# ~3 are|is ~2 on the ~1 # ~1 # ~1 to
            on the ~1 # ~1 #? to ^ ~6 until|till|then|platform|back
            platform # ~6 collect{ion,ed}|meet|back|past|at|to|pick
            collection|pick|collect ~4 from|at ~3 platform|station|services ~4 #|past|today
            waving|wave ~4 if|as ~3 pass{es,ing}|past|see|drive ~4 coach|minibus|walk|us
            outside|inside|at|in the ~2 <place> ~2 right|just? now
            follow|find|join|meet|spot us ~3 at|in|on|by|near|along ~4 <place>|high|street|market|canal|towpath ~4 until|till|now|today|this|till
            next stop|stop{ping} ~3 services|beach|museum|castle|hotel|hostel|loo
            """
        ),
        (
            .trips,
            """
            we|<group>|# ~2 leave|leaving|depart|set|setting|meet|meeting ~2 off|from|at|outside ~4 station|church|gate{s}|bus|corner|square|stop|quay|car|precinct|market ~4 at ~1 #
            we|<group>|# ~2 leave|depart|set|meet ~3 at|by ~1 # ~2 tomorrow|on|from|today|and ~6 <day>|walk|street|station|coach|train|bus|tomorrow
            """
        ),
        (
            .routines,
            """
            every|each|on ~1 <day>|mondays|tuesdays|wednesdays|thursdays|fridays|week|morning|afternoon|day ~8 walk{s,ing}|cross{es,ing}|cycle{s}|go|goes ~2 to|along|down|home|through|from|via|across|up|alone ~6
            - every|each|on ~1 week|day|morning ~8 walk{s,ing}|cycle{s} ~2 to ~1 school ~5 win|badge|point|mile|scooter|healthy|planet|challenge|wow|sticker
            - every|each ~1 day|morning|week ~3 walk ~1 to school
            walk{s,ing}|cross{es,ing}|walked ~6 back|side|rear|field|bottom gate ~4 at|by|from ~1 #
            out|in|through|via ~1 of? the ~1 back|side|rear|bottom|field gate|door|entrance ~4 at|by|from|around ~1 #
            set|sets|setting|leave|leaves|leaving|go|start|meet|meets ~1 off|from|at|out ~8 at ~1 # ~4 every|each|daily|mornings|weekdays|mondays|fridays ~1 morning|day|week?
            walking bus ~12 #|corner|outside|every|from
            - walking bus ~6 volunteer{s}|join|idea|plan|interested
            just|only the two|one|pair of us ~3 with|in|and ~3 hi|vis|children|them|little|kids
            <he>|they|^<given>|walkers|children|pupils|kids|little|^ ~6 get{s}|catch{es}|take{s}|walk{s}|wait{s}|cross{es}|cycle{s}|go|goes ~8 on|by their|his|her own|self|selves|themselves
            - on their|his|her own ~3 project|book|merit|terms|initiative|page
            <he>|they|walkers|^<given>|<child> ~3 get{s}|catch{es}|take{s} the # ~2 from|at|to|home|bus|train
            <he>|^<given>|<child>|they ~2 wait{s} ~2 by|at|outside|near|under|in ~3 bus|shelter|stop|church|gate|corner|shop|wall|bench|chip|crossing ~6 until|till|for|at|past|every|each|alone
            waits|waiting alone|outside|by|at ~4 until|for ~4 <family>|collect{ed}|picks|lift
            <he>|^<given>|<child> ~2 walks|cycles|scoots ~2 home|back|to|along|past|through|over ~4 canal|alone|own|river|towpath|park|woods|path|common|fields|alley|underpass|himself|herself
            let{s} <he>|themselves ~2 in|out ~2 with|after|key|until
            latchkey
            key{s} ~2 round|around|on ~2 neck|lanyard|string
            home alone|by ~1 himself|herself|themselves|his|her
            on|by <he>|their own|self ~2 until|till|after|between|from ~4 #|home|back|work|shift
            mum|dad|nan|parents|family|mother|father ~2 <be>|isnt|arent|wont ~2 not|never ~2 home|back|in|there ~2 until|till|before
            his|her|their|the|your ~1 house|cottage|flat|bungalow ~2 is|with ~3 next|opposite|behind|red|blue|green|yellow|by|beside ~2
            - his|her|their|your|the house ~2 is ~3 team|points|red ~2
            lives|live|living ~1 at|in|on|above|next|opposite|behind|over|by|near ~2 chip|shop|pub|pump|church|post|number|cottage|flat|bridge|#|mill|station|surgery|school|bakery
            - lives|live|living ~2 in|on|near|by ~2 the|a ~1 bridge|mill|station|church|cottage ~3 troll|story|book|owl{s}|bat{s}|bats|mouse|swan{s}
            """
        ),
        (
            .access,
            """
            gate|door|window|fence|lock ~2 doesnt|wont|not|cant|isnt|never|still|does ~2 lock{s,ed}|latch{es}|shut{s}|close{s,d}|work{s,ing}|secure|click|catch
            push|pull|shove|lift|jiggle|kick|wiggle ~2 it|the ~3 if|and|hard|when|latch|gate|door|handle ~4 late|open{s}|gives|hard|locked|opens
            - push|pull ~2 the ~2 door ~2 sign|marked|please
            press|dial|buzz|type|enter|punch|use|its|it|is|try ~2 # ~2 and|then|#|to ~2 get|let|open{s}|in|door|gate|star|hash|enter
            code|number|combination ~2 for ~4 gate|door|late|entrance|shed|store|lock|padlock|hall|keypad|pick ~1 up?
            code|combination ~2 is|has|to|still|now ~3 #|same|year|date|birthday|changed|battle
            - code|number ~2 is|has ~3 # ~1 on|page|parentpay|classroom|join|google|for ~2 quiz|order|raffle|charity
            key{s}|fob{s} ~2 is|are|under|behind|in|on|left|lives ~4 mat|pot|plant|stone|bin|brick|shed|hook|gutter|flowerpot|meter|ledge
            - key{s} ~2 under|behind|in|on|left ~4 bin|found|lost|hand|collect|office
            knock on|at|use the ~1 kitchen|side|back|fire ~1 door|exit|window ~3 let|open|wedged|never|always
            fire|side|back|kitchen door|gate|exit|window ~4 wedged|propped|ajar|open|unlocked|unalarmed
            alarm|cctv|camera{s} ~4 broken|off|down|faulty|mended|repaired|fixed|out|dead|dummy|fake ~3 until|till|all|over|this|order|weekend|again|since|action
            no|without|nobody ~2 alarm|cctv|caretaker|camera{s}|lock ~3 until|till|this|over|all|at|weekend
            """
        ),
        (
            .empty,
            """
            school|site|building|house|hall|place|office ~2 is|be|will|stands|stand ~2 empty|unattended|locked|dark|deserted ~3 all|over|until|while|from|for|during|this
            - empty ~4 playground|hedgehog{s}
            nobody|noone|no ~1 one? ~2 be|is ~1 in|here|there|around|about|on ~1 site|school|building? ~3 all|over|until|from|between|this|next|after
            - nobody|noone ~2 be ~2 in ~3 costume|uniform|trouble|hurry
            we|theyre|were|family|im ~2 away|off|abroad ~3 until|till|for|from|all ~4 house|home|hens|empty|key|feed|feeding
            """
        ),
    ]
}
