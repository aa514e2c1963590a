extension Lists {
    /// What is told of a child without the words for it: where they go home to, what they lack, who asks for them.
    static let hintsOfHarm: [(sense: Sense, lines: String)] = [
        (
            .safeguarding,
            """
            what|where ~1 <he>|they|some|these|those|kids|children ~3 go{es}|going|goes home|back to
            go{es,ing}|went home|back to ~1 that|nothing|nobody|noone|chaos|shouting
            go{es,ing} home to an|the ~1 empty|cold|dark|noisy ~1 house|flat|home
            <he>|they|kids|children see{s}|hear{s} ~2 things ~1 at home
            that|their|his|her ~1 house|home|flat|household ~3 worr{y,ies,ied,ying}|right|wrong|state|filthy|chaos
            - right ~1 next|behind|opposite|by
            something|things|somethings ~1 not|isnt|arent ~2 right ~2 in|at|with ~2 home|family|house|<he>|them|<child>
            ask{s,ed,ing} ~2 questions ~2 about ~1 that|his|her|their|the house|home|family|parents|mum|dad
            not|never|nothing|hasnt|hadnt|havent|didnt|without ~2 had|eaten|ate|eat|have ~2 thing|meal|dinner|breakfast|food|bite|crumb|anything|proper ~3 since|yesterday|weekend|days
            not|never|hasnt|hadnt|havent|nothing ~2 eaten|ate|eat|fed ~1 since
            only eats|eaten|ate ~3 with us|here|school
            only|first|last ~1 hot? meal|dinner|food ~3 day|week|friday|gets|got|has|have|had ~1 here|school|us
            - only|first|last ~3 meal ~8 menu|term|hall
            nothing|no food ~2 in ~1 fridge|cupboard{s}|house
            come{s}|came|comes|coming|arrive{s,d}|turn{s,ed} ~3 hungry|starving|filthy|unwashed|unfed
            hungry|starving ~2 most|some|every|all|each ~1 monday{s}|morning{s}|day{s}|week{s}
            no coat ~4 again|winter|december|january|rain|breakfast|socks|shoes
            - no coat ~2 hook|peg|needed|stand
            same clothes|uniform|jumper|shirt|dress|top|socks ~2 <he>|they|as|from|since|again|friday|monday|all
            smell{s,ed,ing}|smelt|reek{s,ed} ~1 of ~2 wee|urine|weed|cannabis|alcohol|drink|beer|vodka|smoke|damp
            walk{ed,s,ing} in|into a ~1 door|cupboard|wall|table
            same ~1 excuse|story|explanation ~6 arm|eye|fell|bruise|late|again|time
            fell|falls|fallen|tripped|tumbled ~2 down the? ~1 stairs again
            look{ing,ed}|check{ing} ~3 at ~2 arm{s}|wrist{s}|thighs ~2 under|sleeves
            arm{s}|wrist{s} ~3 under ~2 sleeve{s}
            long sleeve{s,d} ~5 hot|heat|heatwave|summer|july|june|hide{s}|hiding|pe|swimming|always
            hide{s}|hiding|cover{s,ing} ~3 arm{s}|wrist{s}|leg{s} ~1 with|under|up|in|again
            compar{e,ed,es,ing} ~2 marks|scars|cuts
            handprint{s} ~3 cheek|face|back|arm{s}|leg{s}|bottom
            hand print{s} ~3 cheek|face|back|arm{s}|leg{s}
            ask{s,ed,ing} ~2 if|whether ~2 <he>|they|you|we ~2 can|could|may|might|would ~3 stay|sleep|live|come|take|keep|adopt ~5 with|at|home|here|them|him|her|weekend
            - ask{s,ed,ing} ~2 if|whether ~2 we|you|they ~2 come|stay|keep ~4 library|club|class|school|again|longer|open|concert|the
            stay|live|sleep|go home with|at you|us|me|miss|mine|school ~3 weekend{s}|night{s}|instead|forever|holidays
            - stay|live|sleep ~2 school ~3 tent{s}|camp|sleepover|pyjama{s}
            quieter|safer|warmer|nicer|calmer here|in|at school|here
            doesnt|didnt|wont|not|never|dont ~2 want ~1 to ~1 go|goes home
            - want ~3 go home ~5 fun|fair|pumpkin|disco|trip|beach|party|museum|show|camp
            held|holds|holding|clung|clings|clinging ~1 on|to ~2 to ~1 my|her|his|our leg|arm|hand|teacher|skirt|ta
            mum|mums|dad|dads|mother|mothers|fathers|her|his|their|the|a ~1 new boyfriend|girlfriend|fella|bloke|man|lodger
            man|bloke|boyfriend|fella|lodger who|that ~3 live{s}|living|moved|stay{s,ing} ~2 with|in ~1 <he>|them
            said|told|tell{s}|say{s,ing}|wrote|drew|mention{s,ed} ~6 about|of <he>|their|the ~1 uncle|stepdad|stepfather|stepmum|cousin|brother|grandad|boyfriend|lodger|babysitter|neighbour
            said|told|tell{s}|say{s} ~4 about|of <he>|their ~1 dad|father|mum|mother ~3 hurt|hit|night|temper|drink|drinking
            things ~1 they|<he>|kids|children|ones ~2 tell|tells|come|comes|say|told ~2 you|us|out|at|when
            - things ~1 they|kids|children ~2 say ~3 funny|laugh|smile|hilarious
            pass{ed,ing} on ~2 what ~4 said|told|saw
            report{ed}|logg{ed}|record{ed}|flagg{ed} ~2 what ~3 <he>|daughter|son|<child>|they ~2 said|told|saw
            not|never|nobody|longer|isnt|arent ~2 allowed|permitted ~4 collect|pick|see|contact ~2 <he>|them|up|child|children|kids
            taken|come|off|removed ~1 off|from the ~2 pick|collection|contact ~1 up? list
            been|being|is|are taken|moved|removed ~2 from <he>|their|the ~1 mum|dad|parents|family|home
            foster|kinship|adoptive|respite|forever ~1 family|families|carer{s}|placement|parents|mum|dad|home
            - foster ~2 families ~3 wanted|needed|evening|fortnight|month|information
            new|foster|care|emergency ~1 placement
            - work|student|teacher|training placement
            in|into|out|from|of ~1 local? authority? care ~2 system|proceedings|order|leaver
            children{s} home ~2 in|on|at|to|where
            <he>|they|family|<child> ~4 refuge|hostel|hiding
            - hiding ~2 eggs|place|spot|behind|under|from|seek
            moved|moving|moves ~5 where ~3 cant|wont|not|never find
            safe ~1 house|address|place ~3 from|where ~2 <he>|dad|find|ex
            contact centre|order|session{s}
            early help ~2 plan|worker|meeting|team
            core group|strategy meeting|discussion
            looked after <child>|<children>
            video{s}|picture{s}|photo{s}|clip{s}|pic{s}|image{s}|footage|screenshot{s} ~1 of ~2 girl{s}|boy{s}|lad{s}|child|kid{s}|pupil{s}|daughter|son ~4 changing|shower{s}|toilet{s}|loo|undress{ed,ing}|underwear|knickers|topless|bra
            girl|boy|child|lad|kid|pupil|daughter without <he>|a|any|their ~1 top|clothes|shirt|trousers|knickers|pants|kit
            lose{s}|losing|lost <he>|their temper ~6 home|things|us|children|kids|broken
            things get|got|are broken|smashed|thrown
            keep{s}|kept|keeping ~2 eyes|eye ~1 open|on ~2 him|her|<child>|family|them
            - keep{s}|kept|keeping ~2 eye{s} on ~2 them|him|her ~3 seeds|weather|website|door|post|pond
            see{s}|seen|saw|hear{s}|heard|know{s} ~2 things ~3 no child|kid
            no child|kid ~2 should ~2 have|see|know|be|go
            every|all|any child|children should ~1 feel ~1 safe
            - every|all|any child|children should ~1 feel ~1 safe
            cooks|cook|look{s,ing}|care{s}|caring ~2 for|after <he>|their ~2 brother{s}|sister{s}|siblings|mum|baby ~4 because|nobody|noone|every|while|himself|herself|alone
            put{s,ting} <he>|their ~2 brother|sister|siblings|mum ~1 to bed
            gets himself|herself|themselves ~2 up|ready|dressed|in|to ~4 because|nobody|alone|no
            nobody|noone|one ~1 came|come{s}|turned|picked|collect{ed,s} ~3 for|him|her|them|one|up ~6 again|until|until|hour|phone|o
            - nobody|noone came|turned ~3 for ~3 second|tea|sale|coats
            not|never|didnt|wont|isnt collected|picked ~2 until|again|till
            told|tells|telling ~3 a|their|his|her secret ~3 cannot|cant|wish|worr{y,ied}|keep|shouldnt
            - secret ~1 recipe|santa|garden|ingredient|agent
            sworn|promise{d}|made ~4 to|not ~3 secrecy|tell ~2 anyone|anybody|us|mum|dad|school
            not|isnt|arent|never ~1 allowed to ~1 tell|talk|say ~4 happens|home|bath|night|dad|mum|anyone
            would|be ~2 happier|better ~1 off? without <he>|me|them
            wish{ed,es}|wanted ~2 <he>|i ~2 never ~1 born|here
            not ~1 be here ~3 any|anymore|christmas|long
            harm|hurt|hate{s}|cut|cuts|cutting herself|himself
            presents|gifts|lifts|money|vapes|trainers|phone ~3 from|by ~2 man|men|lads|boyfriend|someone|stranger|online|grown
            lot|much|years older than <he>|they|she ~1 think{s}|says|thinks|is
            - older than <he>|they|it look{s}
            friend online|friends online ~3 older|meet|adult|man|not
            <harm> ~1 at home
            will ~1 not take <he>|their jumper|coat|tights|top off ~4 pe|heat|hot|swimming
            pull{s,ed,ing} <he>|their sleeves ~1 down
            flinch{es,ed,ing} ~4 when|whenever|hand|if|away
            one|ones|children|kids|<child> who ~2 suffer{s}
            worried|worry ~2 sick? about ~1 that|this|one|him|her ~1 little|boy|girl|lad|child|one|family|kid|kids|baby|mum
            poor|little ~1 lamb|mite|thing|soul|kid ~4 came|comes|turned|again|no|not|hungry|home|clothes
            sleep{s,ing}|slept|asleep ~3 clothes|coat|bath|car|sofa|floor ~4 because|case|again|leave|every|since|home
            falls|fell|falling asleep ~3 desk|lessons|lesson|class|maths|carpet ~3 times|again|every|because|since|says
            up all|half ~1 the? night ~4 looking|because|shouting|rowing|fighting|arguing|baby
            <family> ~3 drunk|drinking|using|drugs|passed|violent|rowing
            - <family> ~3 using ~2 app|car|door|website|link
            police|ambulance ~4 house|flat|home|hers|his ~1 again|last|on|at
            escap{e,ed,ing}|fled|fleeing|leaving|left|hide|hiding ~3 from ~2 dad|father|husband|ex|partner|him
            - escap{e,ed,ing} ~3 from ~2 zoo|book|cage|tank|classroom|story|giant
            """
        ),
        // Softer signs, which count beside a child and a home or an adult only.
        (
            .harmCue,
            """
            tired|exhausted|withdrawn|tearful|clingy|jumpy|silent
            - tired ~4 happy|muddy|walk|trip|run|but
            cries|crying|cried|sob{s,bed,bing}
            shout{s,ed,ing}|scream{s,ed,ing}|rowing|row{s} ~1 at|all
            - cried|crying|cries with|tears laughter|happy|joy
            black eye
            nobody|noone seems|bothers|cares|feeds|notices
            no breakfast|dinner|coat|heating|bed|lunch
            not safe|nice|kind|allowed
            """
        ),
        (
            .childAbuseImages,
            """
            video{s}|picture{s}|photo{s}|clip{s}|pic{s}|image{s}|footage|screenshot{s} ~1 of ~2 girl{s}|boy{s}|lad{s}|child|kid{s}|pupil{s}|daughter|son ~4 changing|shower{s}|undress{ed,ing}|underwear|knickers|topless|bra
            girl|boy|child|lad|kid|pupil|daughter without <he>|a|any|their ~1 top|clothes|shirt|trousers|knickers|pants
            """
        ),
        (
            .piracy,
            """
            watch|stream|download|get ~6 free ~4 before|without ~3 cinema{s}|paying|subscription|release{d}
            dodgy|loaded|jailbroken ~1 stick|box|firestick|iptv|stream{s}
            scan{ned}|photocop{y,ied}|pdf|copied ~2 whole|entire|full|complete ~3 book|textbook|workbook|scheme|script|score
            whole|entire|full|complete ~1 book|textbook|workbook|film|album|script ~4 pdf|scan{ned}|download|drive|free
            crack{ed}|keygen|serial ~2 for|key|code ~2 microsoft|adobe|office|minecraft|game
            """
        ),
        (
            .drugsAndWeapons,
            """
            vape{s}|edibles|gummies|weed|fags|cigarettes|baccy|vodka|booze|knives|fireworks|bangers ~5 cheap|each|sale|sell{s,ing}|message|dm|no|discreet ~2 id|questions|me|#
            - vape{s} ~5 sell{ing} ~2 shop{s}|illegal|trading|police
            sort|get|got you|them|some ~3 weed|pills|vapes|booze ~2 cheap|for|after
            fake|knock|counterfeit|dodgy off? ~2 perfume{s}|trainers|shirts|tickets|handbags|ids|id|notes|cash
            """
        ),
    ]
}
