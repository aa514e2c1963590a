extension Lists {
    /// Hints that a child may be at risk. Talking about safeguarding in general is good practice, and passes.
    static let safeguarding: [(sense: Sense, lines: String)] = [
        (
            .safeguarding,
            """
            tried|tries|trying|wants|wanted|threatened|threatens ~1 to hurt|harm|kill|drown|strangle|cut himself|herself|themselves
            stranger{s}|man|men ~5 talk{s,ed,ing}|speak{s,ing}|spoke|shout{s,ed,ing} ~5 <child>|<children>
            - man|men|stranger{s} ~5 talk{s,ed,ing}|speak{s,ing}|spoke ~5 <child>|<children> ~4 about
            - police|fire|rescue|iron man|men
            worrying|disturbing|concerning|alarming ~4 <family>|home|house
            <family>|man|boyfriend|he|someone ~2 get{s,ting}|got|climb{s,ed}|come{s}|came ~1 into|in ~1 bed|shower|bath ~1 with
            rather die|be ~1 dead?
            ask{ed,s,ing}|told|tried ~6 to get in
            knife|blade|weapon ~4 bus|pocket|coat|friend|blazer
            cries|cry|crying|dreads|dreading|scared ~5 weekend{s}|friday{s}|holidays|home
            <child>|daughter ~4 boyfriend ~2 of|who|aged|is
            scream{s,ed,ing}|yell{s,ed,ing}|swore|swears ~1 at <he>|a|the|their ~1 son|daughter|child|kid|kids|boy|girl
            clothes|breath ~1 smell{s}|stink{s}|reek{s}
            steal{s,ing}|hoard{s,ing}|beg{s,ging} ~1 for? food
            - drinking ~1 water|milk|fountain{s}|chocolate|straw{s}|tea
            - drugs ~2 education|lesson{s}|talk|workshop|awareness|medicines|medical
            - police ~4 home time
            - police ~4 cadet{s}|dog|dogs|horse{s}|officer{s} ~6 show{ed}|taught|talk{ed}|met|visit{ed}|help{ed}|join{ed}
            - told|asked|tried ~6 to get in ~1 line|touch|early|first|position|costume|free|a
            - full|top|good|high|bonus marks ~3
            - beat{s,en,ing} ~1 him|her|them|me|us ~6 at|by|to|in|score|race|chess|final|goals|time|again ~1
            - man|men|lady|woman from ~8 <child>|<children>
            - escape room
            told|alerted|informed|rang|called|phoned|reported ~3 authorities|nspcc|dsl
            go{es,ing}|happen{s,ing} ~1 on in|at that|their|his|her|this ~1 house|home|family|flat
            lock{s,ed,ing} <he>|them|me|us ~1 in|out|up
            leav{es,ing}|left <he>|them ~1 alone
            <child>|<he> ~5 burn|scar|scars|wound{s}|welt{s}
            - <child>|<he> ~5 burn ~2 calories|energy|off|candle
            no child ~5 should
            into ~1 protection|protective|foster
            police ~4 took|taken|removed ~4 <child>|<children>|pupils
            man|men|stranger|woman|person|someone|van|car ~8 tak{e,es,ing}|took ~1 photo{s}|picture{s}|photographs|video{s} ~2 of ~2 <children>|<child>|playground|school
            man|men|stranger|someone|van|car ~5 loiter{ing,ed}|lurking|waiting|hanging|parked ~5 gate{s}|playground|fence ~6 <children>|<child>|photo{s}|picture{s}|watching|again
            loiter{ing,ed}|lurking ~4 gate{s}|playground|fence|school|toilets
            <child>|<children>|twins|<he> ~3 not been seen|heard ~4 since|for
            ask{s,ed,ing} ~3 where ~1 <he>|they live{s}|lived
            <child>|<children> ~4 comes|arrives|arrived|turns ~5 dirty|bruised|soaked ~4 hungry|every|again|alone
            <be>|get{s,ting}|got|being <harm> ~2 at home|night|weekends
            <be>|get{s,ting}|got|being <harm>|beat|beaten ~1 by|from <he>|their|my ~1 <family>
            being|get{s,ting} beaten ~1 at|up home|again
            told|tells|says|said|wrote|writes|confided|admitted|revealed|whispered|drew ~6 <harm>|beat{s,en}|scared|afraid|frightened|terrified ~4 home|<family>|weekend{s}|night
            - told|says|said|wrote ~6 <harm> ~4 ball|bat|target|note{s}|gong|drum
            confid{ed,es,ing} ~2 in ~2 <staff>|us|me
            told|begged|asked|asks ~2 not to tell
            nobody|noone|never|not|doesnt|isnt|hasnt|no ~2 feed{s}|fed|feeding|cook{s} ~1 <he>|them|me
            nobody|noone|never|not|isnt|hasnt|without ~2 fed|feeds|eaten ~4 home|weekend{s}|holidays|days|night
            -- hen{s}|chicken{s}|hamster{s}|guinea|rabbit{s}|pet{s}|birds|ducks ~8 feed{s}|fed|feeding|eaten
            <child>|<he> ~4 hungry|starving|unwashed ~3 every|again|morning{s}|always|weekend{s}|home
            same clothes|uniform|shirt ~3 all|every|week|days
            - non uniform
            <child>|<he>|family ~4 sleep{s,ing}|slept ~3 floor|car|sofa|streets
            locked|shut|locks ~3 in|out ~3 room|bedroom|cupboard|cellar|house
            - locked|shut ~3 out|in ~3 house ~3 tudor|haunted|escape
            man|men|adult{s}|stranger{s}|boyfriend|person|account ~5 messag{e,es,ed,ing}|text{s,ed,ing}|contact{s,ed,ing}|chat{s,ted,ting}|dm{s,ed,ing} ~5 <child>|<children>|her|him
            messag{e,es,ed,ing}|chat{s,ted,ting}|online|dm{s,ed,ing} ~8 ask{s,ed,ing} ~4 photo{s}|picture{s}|pic{s}|video{s}|meet
            cutting|cuts|cut himself|herself|themselves|themself
            - cut{s,ting} himself|herself|themselves ~2 slice|piece|cake|some
            want{s,ed}|wanting ~1 to live
            - want{s,ed}|wanting ~1 to live ~1 in|on|near|by|under|like|with|for|here|closer|next
            - we|they|animals|people|everyone|all ~3 want ~1 to live
            not|doesnt|dont|didnt|no ~1 want{s,ed} to be here|alive
            better off dead|without <he>|them|me
            no ~1 reason|point ~2 living
            <child>|daughter|son ~4 not|didnt|hasnt|never ~1 come|came|return{ed}|get|got|been ~2 home|back|seen
            anyone|anybody|you seen ~1 him|her|this|our? <child>|since?
            - seen ~1 him|her ~4 puppet|costume|teddy|lion|tortoise|cat
            <child>|<children>|her|she|he ~5 forced|taken|sent|flown|made|promised ~6 marry|married|marriage|wed|engaged|wedding
            - taken|made ~6 wedding ~2 cake|dress|photo{s}|ring
            taken|sent|flown ~2 abroad|overseas ~4 cut|cutting|ceremony|married|marry
            flinch{es,ed,ing}|cower{s,ed,ing}
            tremble{s,d}|trembling|shak{es,ing}|cries|hides|freezes ~3 when|whenever|if ~4 <family>|home|collect{s,ed}|pick{s,ed}
            man|woman|stranger|someone|driver ~3 offer{s,ed,ing} ~6 <child>|<children>|him|her|them|sweets|lift
            - offer{s,ed,ing} ~6 children|pupils ~3 chance|opportunity|workshop|lesson{s}|place{s}
            ask{s,ed}|told|tried|made|forced|pulled|dragged|lured ~4 into ~2 van|car|vehicle
            violent|abusive|drunk ~2 dad|father|mum|mother|stepdad|home|family|partner|boyfriend
            <family> ~3 violent|abusive|drunk
            - <family> ~3 violent ~2 storm|wind|earthquake
            cigarette burn{s}|mark{s}
            phone|money|trainers|gifts|presents|vodka|drugs ~3 from|by ~2 older|stranger|strange
            com{es,ing} into <he>|my|their room|bed|bedroom
            scared|afraid|frightened|terrified|petrified ~1 of ~1 <he>|their|my ~1 <family>
            frightened|scared|terrified of ~2 dad|father|stepdad|mum|mother|uncle|brother|home|carer
            ran|runs|running|run away ~1 last|this|yesterday|on|twice|again|after
            - ran|runs|running away with|in|from ~3 trophy|story|circus|wolf|giant|gingerbread
            end it all|everything
            end <he>|their life
            left|leaves|leaving ~1 alone ~2 every|all|at ~2 night|home|house|evening|weekend|flat|car
            taking|took|filming|filmed|takes ~3 photo{s}|picture{s}|video{s} ~1 of ~3 <child>|<children> ~5 fence|gate|gates|street|park|changing|bushes|toilets|car|stranger|man|secretly
            man|stranger|someone|adult ~3 photograph{ing}|filming|photos|watching ~3 <children>|<child>|school|playground|fence
            marks|bruises|burns|scratches|welts|red ~1 from|on|all|mark ~1 a|his|her|their|over ~2 belt|arm{s}|back|face|neck|leg{s}|body
            carry|carrying|sell|selling|deal|dealing|running|deliver ~1 drugs|packages|cannabis|weed
            - carry|carrying packages ~3 santa|postman
            inappropriate ~2 relationship
            cry{ing}|cried ~3 frightened|hurt|home|going home ~1 because?
            smack{s,ed}|hit{s}|beat{s}|belt{s,ed} ~1 him|her|them ~2 when|if|with|for
            shout{s,ed,ing} ~2 at him|her ~3 home|night|morning|gate|car ~1 park
            - shout{s,ed,ing} ~2 encouragement
            not|never safe at home|with|around
            met|meeting|meets|meet ~2 older|stranger|man|boyfriend|someone ~3 online|internet|snapchat|discord|tiktok|roblox
            older boyfriend|girlfriend|man|men ~1 gifts?
            talking|chatting|messages|messaging ~2 to|with|from ~2 stranger{s}|older|man|adult ~1 online?
            - ~1 strangers ~1 online ~2 never
            <family>|<staff>|man|he|someone ~1 touch{es,ed,ing} ~1 her|him|me|them
            help|please ~2 find ^<given>
            last seen ~3 at|in|on|wearing|near|by|yesterday|saturday|sunday|leaving
            - last seen ~4 jumper|coat|toy|bear|book|lunchbox|scooter|bike
            stranger|man|someone ~7 into ~2 car|van
            cuts|scars|marks|burns on|all|up <he>|over|their ~2 arm{s}|wrist{s}|leg{s}|body|back|face
            disclos{ed,es,ing,ure,ures}
            - disclos{ed,es,ing,ure,ures} ~2 barring|dbs|information|form
            - dbs|enhanced|full|winners ~2 disclos{ed,es,ing,ure,ures}
            self harm{ed,ing,s}
            selfharm{,ed,ing}
            cut{s,ting} himself|herself|themselves|<he> ~1 arm{s,}|wrist{s,}|leg{s,}|himself|herself
            harm{ed,ing,s} himself|herself|themselves
            hurt{s,ing} himself|herself|themselves ~2 purpose|deliberately|again
            suicid{e,al}
            overdos{e,ed}
            kill{ed,ing,s} himself|herself|themselves
            end{ed,ing,s} <he>|their ~1 life|lives
            want{s,ed,ing}|wish{es,ed} ~2 to? die|dead|disappear
            child|sexual|sexually|physical|physically|emotional|emotionally|drug|being|been|was|<be>|from|suffered|suffering|is ~1 abuse|abused|abusing
            - school|shot|verbal|abuse ~1 of ~1 staff|towards|referee
            - abuse|abused ~1 animals|dogs|donkeys
            sexual{,ly} assault{ed,}|harass{ed,ment,ing}|active|activity
            touch{ed,es,ing} ~3 inappropriate{,ly}|private{s,}|sexually
            neglect{ed,ing,ful}
            - neglected garden|corner|area|site|space|patch|flowerbed{s,}|plot
            bruis{e,es,ed,ing}
            - bruised apple|apples|banana|fruit
            black eye{s,}
            - black eyed peas|bean{s,}
            marks on|all <he>|their|over
            social services|worker{s,}|care
            - health|adult and social care
            child protection plan|conference|register|concern{s,}|case|issue
            child in need
            section # enquiry|investigation
            section 47|17
            missing ~1 <child>|<children>|teenager|from ~1 home|school|care
            - missing ~2 children|pupils|you
            gone|went|reported|still|is|has|been|who ~1 missing since|from|on|after|last|yesterday|overnight
            gone|went|goes|reported missing
            - lost|jumper|coat|tooth|book|ball|teddy|cat|dog|hamster|tortoise|bear|elf|gone|went ~3 missing ~4 lost|jumper|coat|book|ball|elf|property
            run{s,ning}|ran|runs away from home|from school|home|again
            running|runs|ran away from
            - ran|runs|running away with|gingerbread|train|pea
            police ~3 called ~3 to|at ~2 home|house|family|flat
            police ~3 home|house|flat|arrested|questioned|raided|family
            - police ~2 visit{ed,or}|came ~1 in|to
            arrested|questioned ~2 by ~1 police
            dad|mum|father|mother|parent|stepdad ~2 arrested
            sext{ing,ed,s}
            nude{s,} ~2 photo{s,}|picture{s,}|pic{s,}|image{s,}|sent|selfie
            sent|send|sending|sharing|shared|share|asked ~3 nudes|nude|naked
            domestic abuse|violence|incident
            hit{s,ting}|beat{s,ing}|smack{s,ing,ed}|slap{s,ping,ped}|punch{es,ed} ~1 him|her|me|them ~3 home|night|weekend|belt|again
            beaten ~1 up? ~2 by ~2 <family>
            <family>|he|she ~1 hit{s,ting}|beat{s,ing}|smack{s,ing,ed}|hurt{s,ing} ~1 him|her|them|me
            scared|afraid|frightened|terrified ~1 to|of ~2 go home|dad|stepdad|father|mum|mother|uncle|him|back
            scared|afraid|frightened to go home
            county lines
            fgm|radicalis{ed,ation,ing}
            female genital
            forced marriage
            knife|weapon|blade ~3 school|bag|class|playground|pupil|student
            - knife ~2 fork|skills|attack
            brought|bring{s,ing}|carrying|had|found ~2 knife|weapon|blade|gun|machete
            taken into care
            emergency protection
            lado
            prevent referral
            referr{ed,al} ~3 mash|social|dsl|lado|prevent
            allegation{s,}
            inappropriate relationship|messages|message|contact|touching|photos|behaviour ~2 with|from|to|by|towards
            be{ing,en} groomed|exploited
            groomed|exploited ~1 by|online
            child exploitation|sexual|trafficking
            sexual exploitation
            no food|heating|bed ~2 at home
            hasnt|not|havent ~2 eaten ~3 days|since|weekend
            hungry ~4 every|home|day|always|neglect
            left|leaves|home alone ~2 at|all|overnight|for|with
            - home alone film|movie|dvd|two|2
            sleeping rough
            smell{s,ed,ing}|smelt|reek{s,ed,ing} ~1 of ~2 alcohol|cannabis|weed|drink|urine
            drunk|drinking|drugs ~4 pick|collect|school|home|gate|again|mum|dad
            safeguarding concern{s,}|issue{s,}|matter|referral|incident|case|investigation|worry|alert
            concern{s,ed} ~3 welfare|home
            - welfare ~2 assistant{s,}|team|officer
            worried ~4 <he>|their safety|welfare|home
            unsafe|safe at home
            - safe at home ~6 firework|everyone|all|stay|staying
            stranger{s,} ~5 approached|followed|photograph{ing,ed}|grabbed|lured
            man|men|stranger{s,}|driver ~5 follow{ed,ing}|approach{ed,ing}|photograph{ing,ed}|grabbed|watching|filming ~4 <child>|<children>
            approached|followed|grabbed by ~2 man|stranger|van|adult
            suspicious man|van|person|vehicle|adult
            pregnant ~3 pupil|student|year
            """
        ),
        // These count only together: a child, a home or an adult, and a cue of harm, in one sentence.
        (
            .home,
            """
            <family>
            home|house|flat|bedroom|bed|night|nights|overnight|weekend{s}|shed|cellar
            stepfather|stepmother|foster|adult{s}|stranger{s}|boyfriend|gang|van|online|internet|snapchat|discord|roblox
            grown up{s}
            man|men|somebody|someone|older
            """
        ),
        (
            .harmCue,
            """
            - scared|afraid|frightened nobody|noone|everyone|us|off
            hurt{s,ing}|beat{s,en}|slap{s,ped}|smack{s,ed}|punch{es,ed}|chok{es,ed}|threaten{s,ed,ing}
            scared|afraid|frightened|terrified|unsafe
            alone|abandoned|unsupervised
            hungry|starving|unwashed|filthy|malnourished
            locks|locked|trapped
            drugs|drunk|violent|violence|weapon|knife
            touch{es,ed,ing} him|her|them|me
            naked|undressed|undress{es,ing}|nude{s}
            grabbed|followed|stalk{s,ed,ing}|groom{ed,ing}
            - hurt ~2 knee{s}|foot|ankle|finger|hand|head
            - beat{s,en} ~2 record|score|drum{s}|eggs|time|clock|#
            - scared|afraid|frightened ~2 of ~2 dark|wolf|ghost{s}|spider{s}|heights|dog{s}|lion{s}|dragon{s}|monster{s}
            - hungry|alone ~1 caterpillar|hippo{s}
            - home alone film|movie
            - followed ~1 by ~2 tea|cake|lunch|dance|song|refreshments
            """
        ),
    ]
}
