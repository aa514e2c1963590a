extension Lists {
    /// Menace between the lines.
    static let menace: [(sense: Sense, lines: String)] = [
        (
            .threat,
            """
            i know people
            - i know people ~2 who ~3 bake|love|would
            someone|somebody|you|he|she|they|people ~3 might|will|could|going|gonna|is|likely ~1 to? get hurt
            - might|could|will|someone|you get hurt ~4 scooter{s}|climb{ing}|ice|running|park{ing}|car|slippery|balls?|conkers
            ill|be|well|we|will|im|am be? waiting ~1 for ~1 you|him|her|them ~3 outside|gate|after|at|when|monday
            - waiting ~1 for ~1 you|them ~3 with|hot|at|office|in ~3 cake|tea|office|library|smile|reception
            see you|him|her|them ~1 outside ~2 then|after|pal|mate|love|at|when
            see you in court
            youve|youre|hes|shes|you|he|she|theyve|theyre ~1 had|have|is|are|be|well finished|toast|dead|history|mincemeat
            - youve|you|they|he|she ~1 have|had finished
            - youre|you|be|are|is history|finished|toast|gone ~2 lesson|with|your|the|by|of|week|month|project|and|teacher
            picked|chose|messing|messed with|on the wrong
            wrong family|man|woman|mum|dad|person|people|girl|bloke to ~1 mess|cross|upset|pick|start|annoy
            my|his|her|our|their|the husband|brother{s}|dad|fella|mates|cousin{s}|uncle{s}|boys|lads|partner ~1 is|are|will|ll|wants|be|would ~2 coming|come|having|have|see|waiting|pay|speak|word|round|down|up ~4 you|him|her|school|them|round|word|there|up|down
            wait ~1 till|until ~1 my|his|her|our|i|we ~1 husband|brother|dad|get|see|hear|hears|gets|finds|mates|lads|catch ~3 hold|you|him|her|hears|gets|here|home|about
            - wait ~1 till|until ~1 you|we|i|your ~2 see|hear|taste|show
            enjoy ~1 it|that|this|your ~3 while ~1 you|it ~1 can|lasts
            - enjoy ~1 it|this ~3 while ~1 you|it ~1 can|lasts ~4 sun{shine}|snow|weather|summer|warm
            sleep well|tight ~3 while|tonight|because|knowing|if
            clock is ticking
            tick tock
            - tick tock ~4 clock|crocodile|hickory|time|telling|mouse
            can run but|you|cant ~4 hide
            nowhere to hide
            karma ~3 coming|bitch|get|is|bite
            what goes around
            snitches ~2 stitches
            grass{es} ~2 get{s} ~2 what
            remember|forget ~2 who ~3 marks|writes|decides|signs|chooses|grades|teaches ~3 your|his|her|reference{s}|report{s}|child|books|daughter|son
            - remember ~2 who ~2 wrote|writes|teaches ~4 book|story|song|name
            your|his|her|their|a|that ~1 reference|place|report|contract|job|hours|booking ~4 could|can|may|might|will|would|easily ~3 disappear|vanish|lost|withdrawn|reconsidered|forgotten|suffer|gone|looked|reviewed|go
            - place|report|booking ~3 will|may|could ~2 be ~1 lost ~3 if ~3 not|by|deposit|form
            nice car|house|windows|kids|bike|family|garden|caravan|tyres|paintwork ~4 shame|pity|hope|would|wouldnt|be|if|got|scratch{ed}
            hope ~2 insured|insurance ~2
            hope ~3 your|his|her|their ~1 car|house|tyres|windscreen|insurance ~4 insured|good|paid|locked|ok|survive{s}|up
            - hope ~2 your|his|her insurance ~1 covers|cover|is ~2 good|up|mud|glitter
            brake lines|pads|cables ~2 cut|would
            let|letting|put ~2 down|through|in ~1 your|his|her|the|their|all ~1 four? tyres|windows
            slash{ed,ing}|key{ed,ing} ~2 tyres|paintwork|car|van
            lamp|chin|deck|nut|thump|clock|twat|brain|flatten|floor|throttle|batter ~1 him|her|you|them|that|whoever
            - clock|floor|lamp him|her|you|them ~1 in|with|at|the
            wring|break|snap|wrung your|his|her|their|that neck{s}
            six|# ~1 feet|foot under
            - six|# feet|foot under ~2 water|sea|sand|ground|ice
            you|youll|he|shell|hell|she|they|theyll|someone|somebody ~3 end up ~1 in ~2 hospital|canal|ditch|river|mere|ground|pond|grave|skip|casualty|broads|intensive|wheelchair|coffin|bin
            in|with|find|never ~1 the body|bodies ~3 you|find|nobody|them
            - body ~3 science|skeleton|heart|human|water
            nobody|no one|noone ~1 will|would|ll|ever ~1 ever|even|be? find|miss|notice|know|save|help|hear you|him|her|them|it
            with my bare hands
            pitchforks|lynch{ing}|tar and feather|torches ~1 and? pitchforks?
            - pitchforks ~4 farm|hay|barn|play|village|beast
            id|i|we|wed ~2 drown|shoot|strangle|hang|poison|cheerfully|happily|gladly ~2 strangle|drown|shoot|him|her|them|the|every ~2 lot
            make an example|enemy of
            take{s}|taking|took it out on ~2 child|kid|daughter|son|you|<he>|them
            your|his|her|their ~1 child|kid|daughter|son|boy|girl|kids|children ~1 will|ll|would|wont|can|may|might|could|is|are|gonna ~2 pay{s}|suffer{s}|feel|regret|be ~1 sorry|find|lose|struggling|hard|next|find ~1 out|get
            - child|children|kids|son|daughter ~1 will|may|can|might|could|is ~2 be|find|get|feel|pay|lose ~6 book|home|letter|form|tired|certificate|school|#|online|library|teacher|hungry|nervous|happy|better
            not the only one|ones ~4 enough|after|wants|waiting|watching|knows
            there|are|got lots|plenty|loads|more of us ~4 you|and|watching|know|waiting|him|her
            - plenty|lots|loads of us ~4 baked|came|walked|sang
            we are|were|im|be|ill|well ~1 watching ~1 you|him|her|your|them ~2 house|car|now|every|and|always
            - watching you|them|him|her ~3 grow|perform|dance|sing|learn|play|run|on|in|act
            word to the wise
            friendly warning|word|advice ~3 from|to|before|or|dont|park|next
            - friendly word ~3 about|year|of ~1 the
            take it as|this as ~1 a ~1 warning|final|first|threat
            dont|do not|never|nobody cross|test|push|tempt me|us|my|our ~1 patience?
            - dont cross|push|test|tempt us|me ~2 off
            try me
            step out of line|on my
            i|we|id|ill ~3 make|making|have|ruin|destroy you|him|her|your|them ~3 pay|sorry|beg|cry|suffer|wish|life|lives|career|name|regret|sacked|fired|job
            get|got|have|having|had you|him|her|them|you ~1 sacked|fired|struck|thrown|banned|kicked|removed ~1 off|out? ~3 for|if|by|before|and
            burn|torch|petrol ~3 your|his|her|their|the|that ~2 house|car|office|shed|van|place ~1 down?
            - torch{es}|burn ~4 olympic|bonfire|calories|toast
            """
        )
    ]
}
