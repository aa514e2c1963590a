extension Lists {
    /// Contempt and menace without a rude word: `that end of town`, `you will regret it`, `somebody upstairs`.
    static let hintsOfScorn: [(sense: Sense, lines: String)] = [
        (
            .derogation,
            """
            whose ~1 country|village|town|school it|this|that ~1 is
            remember{s} whose ~1 country|village|school
            our ~2 country|village|school|town back from|again
            our ~2 sort|kind|type|class of ~1 family|families|people|parents|folk|person
            same|that|certain|wrong|right|usual|those|these|not ~2 sort|kind|type|class|calibre of ~1 family|families|people|parents|person|child|children|home{s}|mum{s}|dad{s}|folk
            - what|all|every|any|each sort|kind|type of
            people|families|parents|kids|children|women|men|mums|dads like that|them|those|him|her ~2 should|shouldnt|are|arent|always|never|cant|dont|do|will|wont|have
            that|other|wrong|rough|same ~1 end|side|part of ~1 town|village|estate|street
            estate|site|camp|hostel|hotel|flats|caravan{s} ~1 kids|lot|families|people|mums|parents|children|crowd|types
            that|them|those|their|this|usual lot ~4 moved|come|came|turn|turned|always|never|dont|wont|cant|again|with|up|from|over|there|arrived
            keep{s} ~1 themselves to themselves
            always stick{s} together
            not|isnt|arent ~1 from ~1 round|around here ~4 know|tell|show{s}|can|list|their|them
            know|tell|see ~4 not|arent ~1 from ~1 round|around here
            share|have|understand ~1 our|british ~1 values|ways|culture ~3 know|mean|here
            some families ~2 dont|do|not ~3 share|understand|value|bother|care
            up at|on|down that|the ~1 site|camp|estate|hostel|flats
            normal|proper|decent|real kids|families
            normal children|pupils|people|child|kid
            - normal people|children ~1 like
            real|proper men|women|ladies|lads|girls|boys ~2 dont|do|come|work|are|would|play|wear|cook
            proper|real|good|traditional ~1 english|british ~1 food|fare|names|values|families|children|kids|school|again|this
            - proper|real|traditional|full english breakfast|tea|roast|muffin{s}
            to|back proper english
            such|very|really|spoke|speak|speaks ~1 good|lovely|excellent english ~1 considering|for|too|actually
            english considering
            good|well|clever|articulate|fast|strong|bright|tidy|clean|bad ~2 for a|an ~1 girl|woman|boy|man|foreigner|immigrant|refugee|gypsy|traveller|muslim|black|asian|disabled|council
            curry|garlic|foreign|ethnic|spicy ~1 smell{s}|stink|whiff|pong
            nothing|none|no ~3 smelly|foreign|ethnic|spicy|funny ~2 this|food|please|year|stuff|thank
            smelly|foreign|funny|weird|stinky food{s}|lunches|lunch|names|clothes
            - funny ~1 names ~2 hamster|dinosaur|dog|cat
            boys ~4 football|rugby|lifting|heavy|forts|engines|lego ~4 girls ~4 cheer|cheerleading|netball|baking|teas|cakes|sewing|dance|dolls|crafts|makeup|nails|washing|tea|watch|dancing|gymnastics
            girls ~5 cheerleading|teas|tea|cakes|washing|serving|clearing ~5 boys
            football|rugby|cricket ~4 for the ~1 boys|lads|men
            - boys ~2 and ~2 girls ~6 both
            boys ~1 dont|do|shouldnt|cant ~1 not? ~1 ballet|dance|cry|knit|sew|dolls|pink|dresses|wear
            girls ~1 dont|do|shouldnt|cant|wont ~1 not? ~1 football|fight|code|maths|rugby|engineering|lift
            they|theyre|theyare|each|girls|boys|men|women ~2 built|wired|cut|designed|made for|out|differently|that
            - they|girls|boys|each ~2 built|designed|made ~1 for ~3 #|year|the|our|their|hedgehog{s}|birds|bees|hens|fair
            any|a|some|no man|bloke|male|men who|that|wanting ~6 children|kids|little|nursery|reception|young|year|infants|olds ~6 ask|wonder|odd|weird|funny|creepy|suspicious|question|right
            man|men|male|bloke ~6 do|have|got ask|wonder ~1 yourself|why|about
            women{s}|womans|mans|mens|girls|ladies work|job|place|brain{s}|driving|parking
            - womens ~1 work ~2 world|war|history|in
            cant|cannot|couldnt|surprised ~4 park|drive|reverse|read a? map? ~4 woman|women|girl|female
            blonde moment
            baby brain
            time of ~1 the month
            hormonal
            at <he> age
            past it
            bit|too|rather|little|getting old ~3 to|for ~2 teach|teaching|job|work|pe|coach|be
            make|making way for ~2 somebody|someone|the ~1 younger|young
            special|sen|remedial|slow|unit|thick lot|bunch|crowd
            hold{s,ing} ~3 class|others|rest|everyone|us|school|children ~3 back
            - hold{s,ing} ~3 class ~3 back ~2 row|door|page
            not|isnt all there
            bit|little simple|special|mental|backward|slow ~2 in|him|her|bless|one
            breed{s,ing} like
            take{s,n}|took|taking ~3 our|all|local ~2 places|jobs|houses|homes
            tak{e,es,en,ing}|took over ~2 our|the ~1 school|village|town|country|estate|park|street
            come{s}|came|coming|arriv{e,es,ing} ~1 over? here ~3 and|then|expect{ing}|demand{ing}|want{ing}|take
            learn|speak ~1 the|some|proper ~1 language|english ~2 before|first|or
            doesnt|dont|cant|not ~2 even speak ~1 english|language
            english ~4 before ~1 they ~2 complain|moan|come
            another ~2 headscarf|hijab|burka|turban|veil
            headscarf|headscarves|hijab{s}|burka{s}|turban{s}|veil{s} ~6 happening|everywhere|gate|village|country|take|off|next
            - headscarf|hijab|turban ~8 uniform|may|navy|black|colour
            christian|english|british|white school|village|country|town until|before|once|not|any
            what is happening to ~1 our
            whatever next
            - whatever next ~3 say|said|laughed|robots|snow
            pander{s,ing}
            political correctness|pc gone|brigade|nonsense|mad
            woke ~1 nonsense|agenda|brigade|rubbish|lot|school|teachers
            wokery|snowflakes generation
            cant|cannot|allowed ~1 to? say ~2 christmas|anything|english ~3 any|anymore|these|nowadays|offend
            lifestyle choice{s}
            boys|men|lads in dresses|skirts|heels|tights
            - boys|men|lads in dresses|tights ~4 panto{mime}|play|ballet|dame|show
            two|her|his mums|dads ~6 confus{e,ed,ing}|wrong|normal|natural|whatever|explain|should|shouldnt
            wheelchair{s} ~5 room|space|way|home|slow|block{s,ing}
            - wheelchair{s} ~4 space{s}|room ~3 reserved|available|front|at|in|for
            werent|not|never|wasnt|were ~2 brought|dragged up ~3 properly|right|to|with|like|give|work
            not|never|dont|doesnt ~3 know ~2 their|who ~1 father{s}|dad{s} ~1 is|are
            on benefits ~3 all|always|lot|kids|families|again|expect|telly|tv
            scroung{e,ers,er,ing}|sponging|freeloaders|handouts
            council house ~3 kids|lot|families|types
            pikeys|chavs|chavvy|gyppos|oiks|riff raff|rif raf
            common as muck
            great unwashed
            their|his|her|those kind|sort ~1 are|is|always|never|dont|cant|of
            funny how ~4 always ~4 same ~1 families|people|names|kids|ones ~3 foreign|from|site|estate
            """
        ),
        (
            .threat,
            """
            look{ing}|looks over your|his|her|their ~1 shoulder{s}
            - look{ing} over your|his|her|their shoulder{s} ~4 at|to|proud
            wont|not be ~2 asking|asked|telling|told|saying ~2 nicely|twice|again
            - told|asked|saying again ~4 letter|email
            lads|boys|brothers|mates|husband|sons|lot|friends|someone|somebody|fella ~1 will|ll|gonna|are|is ~2 find|visit|sort|come|be ~1 round? ~1 you|him|her|them|out|knocking|waiting
            - friends|someone|somebody|boys|lads ~2 will ~1 come|be|find|visit|sort ~2 out ~2 tickets|chairs|tables|lost|tent|costume
            nor will|would you|he|she|they|your
            will|wont|not be|it ~1 you|him|her who|that ~2 feel{s}|pay{s}|suffer{s}|cr{y,ies}
            it|wont|will ~1 be ~1 your|his|her|their ~1 daughter|son|kid{s}|child|children|family|house|car|face|windows|dog ~1 next|that|who|in|instead
            - be ~1 your|his|her|their ~1 child|son|daughter|children|family|class ~1 next ~2 turn|time|week|year|term|teacher
            not|wont be ~1 walking|going|coming|driving|getting home|anywhere|out
            - wont|not be ~1 coming|going|getting home ~2 until|till|today|tonight|with|in|at
            see|sees|find|finds|found|learn{s}|know out? what|how ~1 happens|happened|i|we ~1 do|can|could|like|capable|when|to ~3 people|them|you|who
            youll|youre|you will|shall|gonna|going ~1 to? see|find|learn ~1 out? what|who|how ~1 happen{s}|means|i|we|hard
            - you will|youll see what|how ~3 we|they|year|children|class ~3 made|mean|learnt|done|grew|wrote
            say|said|do|try|come|again|dare|touch ~6 and see|find ~1 out? what ~1 happens|i
            - experiment|mix|add|heat|water|seeds|press|cheese|salt|ice|drop|plant|turn ~8 see what
            will|ll|wont|shall ~2 regret ~2 it|this|that|what|saying|doing|coming|crossing|ever
            - regret ~1 it ~4 concert|show|cake|quiz|play|food|stall
            not|wont|never|doesnt|didnt end well ~1 for you|him|her|them|anyone|people|families|parents|someone|somebody
            carry|keep|carries|keeps on like|doing|going|this ~3 and|see ~2 you|he|she|they|will|wont|what ~1 wont|will|happens ~2 end|happens|like|be
            would|will|be|real|such|terrible|great ~2 shame|pity if ~4 something|anything|someone|somebody|happened|your|his|her|their|police
            - shame|pity if ~3 rain{s,ed}|missed|nobody|no|it|we
            accidents ~1 do|can|will happen
            - accidents ~1 happen ~3 spare|clothes|pants|accident
            know|remember|knows|seen|saw|got|have ~1 your|his|her|their|which|where|what ~2 car|number ~1 plate|reg|house|street|registration|door|park{s}|faces|cars
            - know|have|got|remember ~2 your|their|his|her|what ~2 car|house ~2 group|keys|seat|point{s}|colour|captain{s}|team
            leave|leaves|left|park{s} ~1 it|car ~2 at|outside|every ~2 night
            know ~1 your car
            know where you|he|she|they ~1 park{s}|leave{s}|drink{s}|shop{s}|work{s}|walk{s}|drop{s}
            know|remember ~2 which ~1 kid{s}|child|children|one{s} ~1 is|are|belong ~1 yours|his|hers
            watch|mind|careful ~1 my|your|<he> ~1 step|back|mouth|tongue|mind ~4 were|was|you|if|or|from
            - mind|watch ~1 your|their step ~4 wet|ice|snow|floor|path|kerb|icy|slippery
            if|were i were|was|be you|him|her|them ~4 watch|careful|quiet|move|leave|think|hide|worry|worried|lock
            id|i|would|should ~2 watch|careful|worried|worry|think|hide|leave|move|lock|quiet|scared|sleep ~6 if i were|was you|him|her|them
            whoever|anyone|anybody|people|whichever|parent{s}|somebody|family|families|those who|that|wrote|did|took ~8 will|ll|find{s}|should|better|regret|wish|know ~2 know|wish|regret|sorry|out|hide|wishes|worry|wonder|find ~1 about|out|soon|hadnt|never|it|they|why|who
            - know|find ~2 out ~2 about|more|how|when|on|where|from
            who|that|ever cross{es,ed} me|us
            mess{es,ing,ed} with ~1 me|us|my|our|the ~1 wrong
            wrong side of ~1 me|us|my
            dont want to ~2 get|find|make ~3 wrong|enemy|enemies|see|side ~4 me|us|angry|out
            get{s,ting} what ~2 deserve{s}|due|coming
            deserve{s} ~1 everything|all|whatever|it|what ~2 get{s}|coming|coming
            one of these days
            - one of these days ~4 sun|snow|learn|remember
            never|not|nobody ~2 work|teach|drink|shop|park|get|play ~4 in|at ~3 again ~1
            - never|not ~2 work|play ~4 again ~3 without|batteries|until
            never work|teach ~6 again
            make|making ~1 sure|certain|bloody ~2 you|he|she|they|nobody ~3 never|lose{s}|suffer{s}|regret{s}|pay{s}|sorry|gets|get ~3 again|job|work|place|another|for
            make|making ~1 your|his|her|their life|lives ~2 hell|misery|miserable|difficult|unbearable
            will|ll|shell|hell|youll|theyll be ~1 sorry ~2 if|when|for|you|he|she|they|one|soon
            - be ~1 sorry ~2 if|to|when ~2 miss|you ~2 miss|hear|see|missed
            and|will|shell|hell|youll|theyll ~1 be sorry
            - be sorry to|that|for|about|if
            get|got|lay|laid ~1 my|our hands on ~1 you|him|her|them|whoever|that
            - hands on ~2 learning|science|session
            better hope|pray|run|not|watch|be ~5 see|catch|meet|find|bump|careful|come|gate
            - better ~1 hope|be|not ~4 rain|weather|snow|warm|late|early|sunshine|bring
            had better|youd better ~1 hope|pray|run|watch|start
            keep|shut ~1 your|his|her|their ~1 mouth{s}|trap|gob ~1 shut|closed|up|zipped|if
            know{s} what ~1 is? good for you|him|her|them
            teach you|him|her|them|that|those|these|whoever ~3 lesson
            - teach ~1 them ~2 maths|art|music|history|swimming|english
            dont|never make me|us ~4 come|tell|show|regret|do|say|angry|start
            dont say ~2 warn{ed}|werent
            consider yourself|yourselves warned
            youve|have been warned
            - warned ~3 weather|council|forecast|us|met
            last|final|only warning ~3 you|to|before|from
            mark my words
            - mark my words ~6 league|win|sun|spring
            wont|not|never|dont ~1 forget{s}|forgotten ~2 what|who|this|how ~2 you|he|she|they ~2 did|said|wrote|done|treated
            card{s} ~1 is|are|been marked
            days ~1 here? are|is numbered
            borrowed time
            pay{ing}|paid ~1 you|him|her|them ~1 a ~1 little? visit
            come|coming|be|knock{ing}|turn|calling|waiting ~1 round|on|at|outside|to|for ~2 your|his|her ~1 house|door|gate|front|work|car|drive
            - come|coming|be|turn ~1 to|at|round your ~1 door ~3 collect{ing}|carol|letter|sing|singing|santa|deliver{y}
            sleep ~3 one eye open
            wish|wishing|wishes you|he|she|they ~1 had|hadnt|never|werent|kept|didnt
            find|found|finding it|things ~1 very|really|rather|hard|harder|difficult|tricky ~3 to ~1 get|find|keep|make ~2 place{s}|job|work|school|friends|reference|anywhere ~1 else?
            ones|families|parents|people|those|kids who ~4 shout|moan|complain|cross|whinge|talk|speak|argue|kick ~6 find|end|lose{s}|regret|wonder|learn|last|bottom|hard|place|waiting|notice
            wonder|see|think ~1 who|what ~2 laugh{s,ing} last|then|now
            laugh{ing,s} ~1 on ~1 other side
            not so clever|brave|loud|big|cocky ~3 when|now|then|if|on|face
            say ~1 that|it to my|our|his|her face
            ruin|finish|end|destroy|break you|him|her ~1 if|for|and|i|with
            things ~1 could|can|might|will get ~1 very|really? ~1 nasty|ugly|difficult|unpleasant|messy ~2 for|if
            - get ~2 messy ~3 paint|apron|old|clothes|art
            consequences ~4 you|he|she|they|for|nobody ~3 like|you|your|wont|not
            - consequences ~3 behaviour|policy|actions|rewards|praise
            wouldnt ~1 want ~2 anything|something ~2 happen{ing} to ~1 your|him|her|you|them
            your|his|her|their ~1 kids|children|child|daughter|son|car|house ~3 safe|next|might|watch|careful|accident
            - your|their|his|her ~1 child|children|kids|daughter|son ~4 keep{ing}|stay|safe|online|next ~1 safe|term|year|week|online|to
            you|they|youve ~1 have|got|ve ~1 till|until|til ~2 <day> ~2 to ~2 give|return|bring|own|before|or|come ~4 or|else|we|before
            - bring|return ~4 form{s}|book{s}|slip{s}|library|permission|money|reply
            """
        ),
        (
            .bullying,
            """
            nobody|noone|dont|never|everyone|everybody ~1 talk|speak|sit|play|invite|stay|keep|sits ~1 to|with|near|away|next ~1 to|from? ~1 him|her|them|^<given>
            - nobody|everyone|everybody ~2 sit|play|talk|stay ~4 quiet|music|calm|together|with ~2 everyone|anyone|friends
            share|like if you ~1 laughed|cringed|agree|hate
            state of ~1 his|her|their|that|them|him|these ~2 hair|haircut|shoes|coat|face|clothes|teeth|house|car|trainers|uniform|shirt|bag|kids
            who|what ~1 does|did ~1 he|she ~2 think ~2 is|looks
            look{s,ed} like ~2 tramp|dog|pig|slob|whale|beggar|clown|scarecrow|homeless
            - clown|pig|dog|scarecrow|whale ~3 costume|dressed|picture|play|party
            needs|need a ~2 wash|bath|diet|shave|life|slap
            - needs ~1 a ~1 bath|wash ~4 mud|guinea|dog|tortoise|uniform|hen
            loner|saddo|bighead|crybaby|fatso|fatty|lardy|four eyes|ginger nut|spaz|thicko|dumbo
            """
        ),
    ]
}
