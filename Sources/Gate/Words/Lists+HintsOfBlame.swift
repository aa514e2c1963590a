extension Lists {
    /// Blame without a name: `somebody upstairs`, `ask where the money went`.
    static let hintsOfBlame: [(sense: Sense, lines: String)] = [
        (
            .grievance,
            """
            someone|somebody|people|those|them|they|folk|anyone upstairs|above
            - people|somebody|someone|those upstairs|above ~2 hear|heard|floor|room|music|noise|us ~1 dancing
            powers that be
            ivory tower
            on high
            higher ups
            management|leadership|leaders|slt|bosses|smt ~2 that|who|which ~2 wouldnt|couldnt|cant|doesnt|dont|didnt|wont|hasnt|havent|never|not
            management|leadership|leaders|slt|bosses|governors|council|trust|ministers|head|office ~1 wouldnt|couldnt|cant|doesnt|dont|didnt|wont|hasnt|havent|never|not ~1 know|recognise|care|listen|bother|notice|reply|answer|understand|thank|dare|teach|taught|asked|told|consult{ed}|replied|answered|bothered|listened
            - head|office|leaders|council ~2 dont|doesnt|didnt|hasnt|not ~1 know|told|asked|answer ~3 yet|secret|surprise|joking|cake|lottery
            - doesnt|dont know ~1 how|where|what|which ~4 yet|frogs|biscuit
            nobody|noone|one ~2 tells|tell|told|asked|asks|consulted|consults|thanked|thanks|warned|informs|informed|listens|listened|checks|checked ~2 us|me|staff|teachers|tas|cooks|kitchen|lunchtime|cleaners|anything|either
            - nobody|noone|one ~2 asked|told ~2 for|them ~2 more|who|homework
            nobody|noone|never|not|arent|werent|isnt ~1 told|asked|consulted|warned ~1 us|me|either|staff|teachers|why|of|about
            - not|never|nobody told ~2 us|me ~3 how ~2 much|fun|good|beautiful|that
            we|us|staff|teachers|tas ~1 are|were|arent|werent|is|get|got|never ~2 never|not|last|always ~2 told|asked|consulted|listened|heard|valued|thanked|appreciated|warned|know
            should|could|might|would ~1 have been an ~1 email
            been an email
            one|another more of those|these|their ~3 meeting{s}|form{s}|assembl{y,ies}|observation{s}|email{s}|spreadsheet{s}|course{s}
            yet another ~2 meeting|form|change|initiative|spreadsheet|audit|observation|policy|survey|inset|reorganisation|email|rule|system|timetable|consultant|head|manager|directive|scheme
            nobody|noone|never|no ~1 asked ~2 us|about
            those|some|few|all of us ~1 still|left|who ~5 here|hold|work|care|left|know|stay|do
            - those|some|all|few of us who ~3 know|work|remember|do ~4 him|her|choir|song|dance|garden|war|saw|run|walk
            hold{s,ing} ~2 it|everything|place|things|school all? together
            - hold{s,ing} ~2 it|everything|things together ~3 tape|glue|string|with|pins
            only|just the|us|we ~1 ones|cleaners|tas|dinner|cooks|support|lunchtime|office ~2 with|who|after ~2
            - only|just the ~1 ones who ~2 can|won|know
            what do|would we|i know
            freedom|escape|release from ~1 this|that|the|a ~1 place|management|school|madness|lot|prison
            counting the days ~4 leave|retire|out|freedom|away|end|escape|until ~1 i
            half|most|all|many|lots|several|rest|everyone ~1 of? ~1 the|us|my|in ~1 staff|staffroom|teachers|colleagues|tas|us ~2 agree{s}|feel{s}|tears|think{s}|leav{e,ing}|looking|quit|want{s}|are|is ~2 with|same|out|this|that|leaving|fed|tired|about|way|elsewhere|job|jobs|demoralised|sick
            - staff|us|teachers ~3 tears ~2 laughter|laughing|joy
            - all|everyone|most ~3 agree ~3 star|best|bubble|lovely
            team player
            - brilliant|great|real|true|good|fantastic|wonderful team player
            draw your own conclusion{s}
            told|asked|expected to ~1 just? ~1 grateful|lump|shut|suck|put|smile|quiet|get|manage|cope ~2 on|up|it|quiet|about
            raise{d}|report{ed}|flag{ged}|complain{ed}|mention{ed}|said|told ~2 it|this|them|that|concern{s}|several|three|many|twice|times ~8 ignored|nothing|brushed|told|reply|laughed|listens|listened|still|nobody|noone|conclusions|forget
            raise{d}|report{ed}|flag{ged} ~1 it|this|that|them|concerns ~2 several|three|two|four|many|twice|five|times|repeatedly
            day|week|month|year # ~1 of|without|with ~1 no
            day|week|month # ~1 of|without ~3 boiler|heating|water|toilet{s}|wifi|printer|roof|lift|cook|cleaner|internet|answer|reply|teacher|hot
            council|trust|government|office|dfe|management|they|landlord|contractor ~2 have|has|had ~1 had ~1 our|my|the|this ~2 form|letter|email|request|report|complaint|survey|order ~1 since
            expect|suppose|imagine|presume|guess|assume|sure|doubt they|hes|shes|the|he|she|its ~6 busy|golf|lunching|carpets|bonus|holiday|chauffeur|meeting{s}|expenses
            - busy ~2 making|baking|rehearsing|practising|learning
            busy choosing|counting|polishing|having|doing ~4 carpet{s}|chair{s}|office|money|lunch|themselves|nothing|golf
            go|goes|gone|went|gone|off|leaves home ~1 at ~1 half? ~1 two|three|#|lunch ~3 while|us|leaving|and|each|rest
            moved|move{s}|chang{e,es,ed}|cancel{led,s}|cut|taken|took ~1 our ~2 planning|ppa|break|lunch|timetable|hours|room|time|rota|parking ~2 time? again
            third|second|fourth|fifth time ~4 moved|changed|cancelled|cut|told|asked|this ~6 planning|ppa|upstairs|timetable|rota|meeting
            deaf ears
            brush{ed,es,ing} ~1 us|it|them|concerns|me|everything? ~1 aside|off|under
            - brushed ~2 aside|off|under ~2 snow|leaves|crumbs|dust
            fob{bed,s} ~2 off
            swept under
            lip service
            tick ~1 box{es,ing} exercise|culture
            box ticking
            jobs for the boys
            favouritism|nepotism
            promotion{s}|jobs|best ~2 always|just ~2 go{es}|seem ~3 same|friends|mates|favourites
            turn{s,ed,ing} ~1 a blind eye
            face ~1 doesnt|didnt fit
            yes men
            micromanag{e,es,ed,ing,ement}
            infinite wisdom
            in <he>|their wisdom
            no|never|not|without ~2 thanks|thank|credit ~2 from|for|you ~3 top|above|us|all|management|head|office|them|anyone|slt|trust
            never ~2 thank you from
            thankless|unappreciated|demoralis{ed,ing}|disillusioned|micromanaged
            - thankless ~3 goose|task|giants
            tak{e,en,es,ing} ~2 for granted
            burnt|burned out ~3 staff|us|teachers|all|again|tired
            breaking point
            skeleton staff
            paid peanuts
            more with less
            goodwill ~2 gone|run|runs|running|only|exhausted ~1 out?
            find|finds|found|hear|heard|learn|learnt|know ~1 out|about|of|it ~1 it? ~2 from|in|through|on ~1 the ~1 newsletter|paper|news|facebook|website|grapevine|gate ~4 instead|again|told|first|before|like
            last to ~1 know|hear|find|told
            first ~1 we|i|ive|weve ~1 have? ~1 heard ~1 about|of
            over our|my heads
            - over our heads ~3 flew|geese|planes|ball|birds|clouds|aeroplane{s}|umbrella
            keep{s,ing}|kept|left us|staff|parents|everyone|me|teachers ~1 in the dark
            out of the loop
            wouldnt|couldnt|dont|doesnt know ~1 a ~2 classroom|child|lesson|teacher ~4 if
            never|hasnt|havent|not ~2 set|stood|been|taught|stepped ~2 foot|in|inside ~2 classroom ~1
            spent|spend|tried ~2 day|hour|week|lesson ~2 in|with|teaching ~2 class|classroom|year|reception ~4 might|would|know|learn|understand|see
            do|does|did|doing all|most of? the work
            - do|does|did|doing all the work ~4 machine|robot|worms|bees|themselves
            tak{e,es,ing}|took ~1 all? ~1 the credit
            get{s,ting} away with ~3 nothing|it|murder|anything|everything
            doing nothing
            dear|beloved|glorious|esteemed|so ~1 called|dear leader{s,ship}
            thanks|thank|cheers ~2 management|slt|council|trust|government|bosses ~2 for ~1 nothing
            handled|dealt|managed|run|organised|communicated|planned|treated ~4 badly|terribly|appalling{ly}|joke|disgrace|shocking{ly}|shambles|poorly|dreadful{ly}
            leav{e,es,ing} ~2 in ~1 droves
            ask|wonder|wondering|asking ~2 why ~2 staff|teachers|people|everyone|good|anyone|nobody ~2 leav{e,es,ing}|left|quit|stay{s}|apply|applies
            had two|three|four|five|six|seven|# ~1 different? ~1 teachers|supply|heads|headteachers|tas ~2 this|in|since|so
            has|have|had two|three|four|five|six|seven|# ~1 different? ~1 teachers|heads|headteachers|tas
            - have|had|has # ~1 teachers ~3 running|in ~1 the|fancy|choir
            would|you ~1 be ~1 nice|lovely|good|great if ~3 somebody|someone|anyone|management|office|they|leadership ~3 read|answer{ed}|listen{ed}|ask{ed}|told|bother{ed}|reply|replied|once|thought
            youd|you ~1 would? think ~2 trust|council|school|office|management|they|government|somebody|someone ~2 would|could|might|can ~2 pay|find|manage|afford|fix|mend|answer|know
            not that ~2 anyone|anybody|they|management|office ~3 tell|ask|listen|care|notice|thank{s}|would
            nothing ~1 ever changes|happens|done ~3 here|whoever|complain|school|round|until|unless
            - nothing ever changes|happens ~2 in ~2 pond|story|book
            whoever you ~1 complain|tell|ask
            as usual|ever|always ~3 nobody|management|they|office|head
            funny|strange|odd|interesting how ~2 never|always|nobody|management|they|some|promotion{s} ~6 when|same|us|asked|money|time|meeting|head
            - funny|odd how ~2 tooth|cats|some|time|always
            decision{s} ~3 made|taken ~2 over|behind|without ~2 our|us|my|heads|backs|asking
            behind our|my|<he> back{s}
            - behind our|my|his|her back{s} ~3 hands|bags|hidden|catch
            if|when ~2 leaders|management|slt|head|minister|they ~3 ever? ~1 spent|taught|came|visited|tried|listened|asked|bothered ~6 might|would|learn|know|see|perhaps
            run|running|runs this|the ~1 place|school ~2 like ~2 prison|business|army|factory|circus
            bully{ing}|bullied ~1 culture|management|by ~2 management|head|slt|boss|manager
            culture of ~1 fear|bullying|blame|silence
            walk{ing}|tread{ing} on eggshells
            im|am|were|was|feel|feeling so? ~1 done with ~2 this|school|place|job|teaching|them
            dont|didnt|not get paid enough
            not paid enough
            above my pay grade
            cant wait to ~1 hand in|leave ~1 my|this|here|notice
            roll on ~1 retirement|freedom
            """
        ),
        (
            .accusation,
            """
            tak{e,es,en,ing}|took|keep{s}|kept|want{s} ~1 your|our|the|my|their|peoples|everyones ~1 deposit{s}|money|cash|fee{s} ~6 never|dont|didnt|vanish{ed}|disappear{ed}|nothing|rust|no|run|ran|turn{s,ed}|shows|show|finish{ed}|leave|left|lie
            - tak{e,es,ing}|took ~1 the|our money ~4 bank|office|stall|door
            lie{s}|lied|lying through ~1 teeth
            rust bucket{s}
            death trap{s}
            deathtrap{s}
            dont|not|never|nobody|noone|wouldnt ~1 book|hire|trust|recommend|employ|touch ~2 ^ ~1 coaches|builders|travel|plumbing|roofing|catering|photography|taxis|garage|nursery|electrics|motors|sons|ltd|services|cars|tours|autos
            know|knows|guess ~2 where ~5 money|takings|funds|cash|donations|raffle ~1 money? ~2 went|gone|goes|going
            - know|knows where ~4 money ~2 goes|went ~4 new|books|playground|trip|minibus|charity|every|#
            new|nice|big|flash|posh ~1 car|kitchen|holiday|watch|conservatory|house|extension ~3 since|after|on|paid|out|from ~4 fair|fete|fund|money|treasurer|pta|donations|us|raffle|till
            hand|fingers|hands|paws in the ~1 till|tin|jar|pot|pie|cash|box
            on the fiddle|take
            - on the fiddle ~4 played|play|violin|band|tune
            cook{ed,ing,s} the ~1 books|accounts|figures|numbers
            dodgy ~1 dealings|accounts|builder{s}|firm|electrics|deal{s}|contract|books|money|company|business
            under|beneath a cloud
            no smoke without ~1 fire
            gave|give{s}|giving|handed|told|tell{s}|whispered ~2 them|him|her|children|pupils|class|kids|us ~2 the answers
            - answers ~4 quiz|crossword|homework|page|back|at ~1 end
            had|saw|seen|knew|got ~2 the ~1 paper{s}|test|answers|questions ~2 before|early|beforehand|first|in ~1 advance|test|day
            shut|closed ~1 down ~2 for|over|because|after|by ~3 rats|mice|hygiene|dirty|cockroaches|filth|health
            rats|mice|cockroaches|maggots|hairs ~2 in ~3 kitchen|food|dinners|soup|salad
            - mice ~2 in ~2 soup|kitchen ~4 cinderella|story|book|play
            not|shouldnt|never|isnt|wouldnt ~2 be|trust|let|allowed|left|safe|leave|want ~4 anywhere? near|around|alone ~1 with? ~1 children|kids|my|our|child|girls|boys|money|till|purse
            purse|handbag|wallet|bag|valuables ~3 near|around|when|out ~4 <title>|cleaner|he|she|him|her|caretaker
            because|only|just|since <he> ~2 is|was|are|the|knows|went|drinks|golf ~4 brother|sister|son|wife|husband|nephew|cousin|friend|mate|in law|daughter ~2 law|of|school|same|chair|mayor|head|governor{s}|?
            got ~1 the|that|his|her ~1 job|contract|place|post|part ~2 because|through|thanks ~4 brother|sister|son|wife|husband|nephew|cousin|friend|mate|daughter|knows|sleeping|golf|lodge|chair
            look{s,ed,ing} after <he>|their|the ~1 friends|mates|own|pals|cronies
            - look{s,ed,ing} after <he>|their|the ~1 friends|own ~2 pets|younger|each|new|things
            water{s,ed,ing} ~2 down the? ~1 milk|juice|soup|squash|paint
            half ~1 the|a ~1 job|work ~4 charg{e,ed,es}|paid|full|all|money|bill
            charg{e,ed,es,ing} ~3 for ~2 work|jobs|things|hours|nothing|all ~2 never|didnt|havent|not|of
            never|not|didnt turn{s,ed} ~1 up ~4 money|paid|deposit|firm|company|again
            how many ~4 licence|licences|insurance|checks|dbs|qualified|sober
            without|no ~2 licence|mot|insurance|dbs ~3 driver{s}|coach|coaches|company|they|teacher|firm
            mot|insurance|licence|hygiene|checks ~4 lie|lied|fake|faked|expired|false|failed
            what <he> ~1 did|does|been|was ~2 with|to|about ~2 accounts|money|girls|boys|children|books|pupils|funds
            on|to|in|for backhander{s}|brown envelope{s}
            brown envelope{s} ~3 money|cash|council|planning|councillor|changed|full
            sleep{s,ing}|slept with ~2 <title>|<staff>|parent|mum|dad|boss|chair|married
            - sleep{s,ing} with ~2 teddy|bear|light|toy
            drinks|drinking|drink|bottle ~4 desk|cupboard|before|job|lunchtime|morning|drawer ~3 <title>|again|job|smell
            - drink{s,ing}|bottle ~4 water|milk|squash|juice
            fraudulent{ly}|defraud|embezzle{ment}|money launder{ing,er}
            whatever|no matter what they|he|she say{s}|tell{s} ~1 you?
            - whatever they say ~2 goes|next
            """
        ),
    ]
}
