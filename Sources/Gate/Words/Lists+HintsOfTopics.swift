extension Lists {
    /// Politics without a party's name, views without “I think”, other people's accounts and money.
    static let hintsOfTopics: [(sense: Sense, lines: String)] = [
        (
            .party,
            """
            rosette{s} ~8 cross|vote|thursday|ballot|polling|colour|council
            colour ~2 rosette{s}
            - rosette{s} ~6 pony|show|dog|horse|prize|won|cake|best|first|marrow
            your cross|vote|x|pencil ~5 <day>|polling|ballot|may|election|#
            - vote ~6 name|author|book|house|captain|guinea|pig|school|class|mascot|assembly|playground|favourite
            know ~1 what|who|how|which|where ~2 to ~1 do|vote|put|cross ~4 thursday|pencil|polling|may|cross|ballot|box|election
            put|mark|place|stick ~1 a|your|the cross|x ~2 in|next|beside|by|against
            standing|stands|stand|running|run ~1 again? for|in ~2 re? ~1 election|borough|ward|county|council|town|parish|constituency|mayor|seat|north|south|east|west|labour|independent|parliament|#
            - standing|stand|running|run ~1 for|in ~2 school|class|eco|house ~1 council|captain
            - running|run|stand|standing ~1 in ~4 north|south|east|west|town|county|borough|council ~2 cross|race|championship{s}|final{s}|league|relay|corner|tournament
            standing|stands|running again ~4 in|for
            good luck ~6 election|elections|candidate|polling|campaign|ballot
            elect{ed}|re|elect him|her|them|elect ~3 council|thursday|may|mp|mayor
            vote|voting|kick|throw|get|boot them|him|her|this|the ~2 lot|government|council|tories|out|in ~1 out|in|of
            vote{d}|voting ~2 with|for ~2 school|us|children|education|change|him|her|your ~4 thursday|may|election|polling|ballot|council|mp|local
            only|one candidate|party ~4 schools|children|education|cares|care|us|help|listen{s}
            candidate{s} ~5 school|schools|education|visit{ed}|support|promis{e,es,ed}|backs|back
            - candidate{s} ~6 job|post|head|interview|governor|role|applied|council
            campaign{ing,ed}|leaflet{s,ing} ~4 with|for ~2 labour|mp|councillor|cllr|candidate|party|reform|green|greens|him|her
            """
        ),
        (
            .immigration,
            """
            arriv{ed,es,ing}|came|come|coming|turn|off ~2 in|on|by ~1 a|the|those|small dinghy|dinghies|boats
            small boats|dinghies|dinghy ~4 children|families|people|hotel|channel|places|school|forty|#
            - dinghy|dinghies ~5 sail{ing,ed}|lake|river|race|inflatable|pool|broads|water|raft
            hotel|hostel|camp ~5 migrant{s}|asylum|refugee{s}|dinghy|boats
            """
        ),
        (
            .inspection,
            """
            full|our|latest|new|the ~1 inspection report|result{s}|outcome|grade{s}|judgement|rating
            inspection|inspected|inspectors|report ~6 outstanding|inadequate|good|requires
            outstanding|good|inadequate|improvement in|for|across ~1 every|all|each|behaviour|leadership|quality|personal|early|four|areas|categor{y,ies} ~1
            - outstanding|good for ~2 all|every|children|you|the|teeth|heart
            - good in all|every ~1 weather{s}
            from ofsted|estyn ~5 here|until|today|tomorrow|arrived|in|week
            lanyards|inspectors|inspector|ofsted|estyn ~6 here|until|today|tomorrow|building|arrived|teatime|lunch{time}|rang|phoned|called
            - inspectors|inspector ~6 kitchen|food|hygiene|bug|clue{s}|insect|police|gadget|pumpkin
            the call ~3 come|came|ofsted|inspect{ors,ion}|lunchtime|noon
            all hands on deck ~3
            - all hands on deck ~4 fair|fete|sale|pirate{s}|ship|rehears{al,als}
            """
        ),
        (
            .gender,
            """
            withdraw{ing,n}|remov{e,ed,ing}|ban{ned,ning}|pull{ed,ing} ~5 book{s}|stor{y,ies} ~3 two|dads|mums|gay|same|trans|pride
            two dads|mums ~8 book{s}|stor{y,ies}|law|withdraw|wrong|families|teach
            - two dads|mums ~6 race|team|helped|baked|came|volunteer{ed,s}|run
            gay|lesbian|lgbt|lgbtq|trans ~4 books|agenda|lessons|lifestyle|propaganda|teaching|flag
            girls|boys|pupils|child|children ~3 identif{y,ies}|transition{ed,ing}|born ~3 as|boy|girl|wrong|body
            he|she ~2 now|wants|known ~3 be|known|called|as ~2 she|he|a|they|them ~3 pronouns|name|girl|boy
            """
        ),
        (
            .war,
            """
            under|beneath ~1 the ~1 bombs|bombing|rockets|shelling|siege
            - under the ~1 bombs ~3 blitz|1940|war|london
            hearts|thoughts|prayers ~3 with|to|for ~4 bombs|war|invaded|refugees|victims|hostages|attack{s}
            boycott{ing,s}
            hostages|airstrike{s}|air strike{s}|occupied territor{y,ies}
            """
        ),
        (
            .bereavement,
            """
            we|have|has|school|community ~1 lost our|a|one|my|dear|two ~3 <staff>|caretaker|friend|cook|supervisor|lady|man|pupil|child|governor|volunteer|member|colleague|^
            - lost our|a|one|my ~3 match|game|final|cup|way|ball|jumper|key{s}|glove{s}|tree|oak|bet|coat|hen|voice|balance|place|parachute|friend{s}hip
            <he>|they|^ ~1 will be ~1 sadly|sorely|greatly|so|much|very|dearly ~1 much? missed
            - will be ~1 missed ~4 retire{s,d}|leaving|leave{s}|new|job|moving|moves|luck|good
            sudden|untimely death|passing|loss
            gone|taken too soon
            fly high
            grew|gained her|his|their wings
            - wings ~5 butterfl{y,ies}|chick{s}|moth{s}|angel|ladybird{s}|duckling{s}
            book of condolence
            celebrat{e,ing,ion} ~1 of? ~1 <he>|the ~1 life
            - celebrat{e,ing,ion} ~2 life ~3 pond|learning|school
            """
        ),
        (
            .politics,
            """
            minister|secretary|chancellor|government|mp|mps|council|councillor{s}|politicians|whitehall|westminster ~3 has|have|had|with|got ~1 no|not ~2 idea|clue|interest|time|money|shame
            minister|secretary|chancellor|mp|politicians|government|whitehall|westminster ~6 idea|clue|classroom|ashamed|joke|disgrace|disgusting|pathetic|shame|betray{ed,al}|liar{s}|robbing|starv{ed,ing}|squeez{e,ed,ing}
            fund|funded|funding|money ~3 our|schools|education ~2 properly|fairly|cut|slashed|slash|starved|stolen|disgrace|enough
            - funding ~3 bid|grant|lottery|pta|friends|raised
            petition ~4 sign|against|council|government|mp|save|cuts|stop|school
            - petition ~5 year|pupils|class|children|custard|pudding|wrote|persuasive
            march|rally|demo|protest ~3 with|for|against|on|at|outside ~3 cuts|saturday|town|council|us|pay|government|parliament|office{s}
            - march|rally ~3 # ~1
            brexit|remainers|lefties|snowflakes|gammon|wokery|tofu
            """
        ),
        (
            .industrialAction,
            """
            drivers|nurses|doctors|teachers|staff|workers|lecturers|refuse|bin ~5 out over|for|on ~2 pay|conditions|thursday|strike
            - out for ~3 walk|run|meal
            walk{ing}|walked|go|going|come|coming out ~2 over|on|with|for ~3 pay|conditions|thursday|union|solidarity|strike|strikes
            - walk{ing}|walked|going|go|come|coming out ~2 on|with|for ~3 thursday ~4 trip|picnic
            solidarity ~3 teachers|staff|nurses|workers|colleagues|strike{rs}
            day of action
            """
        ),
        (
            .schoolClosure,
            """
            fold{ed,ing}|merge{d}|merging|amalgamat{e,ed,ing}|swallow{ed}|absorb{ed}|join{ed,ing} ~4 us|school|schools|nursery|site{s} ~3 into|with|together|up ~2 ^|trust|academy|school|one
            - join{ed,ing} us ~2 with|into
            - merge{d}|merging|join{ed,ing}|fold{ed,ing} ~5 paper|lanes|class|classes|hall|hands|together|choir|choirs|team|teams
            two|three|our ~1 schools|sites|nurseries ~2 will|to|may|might|could|are|become ~2 merge|merging|close|one|become|closing
            future of ~1 our|the|this ~1 school|nursery|site ~4 doubt|uncertain|vote|decided|meeting|consultation|fight|risk
            fall{en,ing} ~1 roll{s}|numbers ~5 close|closure|merge|class|cut|future
            """
        ),
        (
            .incidents,
            """
            blue lights
            - blue lights ~3 christmas|tree|disco|stage|turquoise|string
            man|woman|parent|dad|mum|adult{s}|teenager{s}|youth{s} ~3 arrested|attacked|assaulted|collapsed|threatened|knocked
            arrested|attacked ~4 outside|at|near ~2 our|the|school ~1 gate{s}|school|site|road
            fight|brawl|punch up|scuffle|altercation ~4 adults|parents|gate{s}|mums|dads|outside
            between two|# ~1 adults|parents|dads|mums
            knocked|run|hit down|over|by ~3 car|van|driver|crossing|bike|lorry|bus ~4 outside|school|child|pupil|crossing|morning
            gas|chemical|asbestos ~1 leak|spill|found|discovered
            lock{ed} down|in ~3 police|because|while|after|intruder|dog|man
            """
        ),
        (
            .religion,
            """
            one|only ~1 god|true ~3 children|should|hear|know|believe|faith|and|way
            - one god ~4 muslims|islam|christians|jews|believe|learn{ed,t}|religions
            pray|prayer{s}|worship ~4 banned|forced|compulsory|instead|not|refuse{d}|complain{ed,ts}|row|shouldnt
            halal ~4 only|row|banned|forced|why|complain{ts,ed}|cruel|no|without
            heathen{s}|sinner{s}|sinful|blasphem{y,ous}|damnation|ungodly|satanic|devil{s}
            - devil{s} ~4 costume|halloween|dyke|food|advocate|panto|play
            halloween ~6 satanic|evil|unchristian|devil|against
            """
        ),
        (
            .opinion,
            """
            - i think ~2 we|you|they|everyone|its ~2 would|all|can|will|agree|love{d}
            - it|this|that|one|ones ~2 i think
            - i think ~4 lovely|brilliant|wonderful|best|great|fantastic|star
            if i had my|the way|choice
            if you ~1 want|ask ~1 me|my ~2 honest|view|opinion|me
            my honest|personal|own view|opinion|take
            not sure ~3 makes|make|this|the ~2 any? sense|right|wise|sensible|good
            makes no|little sense
            honestly|frankly|clearly|surely|obviously|sadly|anyone|truth ~10 waste|disgrace|wrong|mistake|ridiculous|nonsense|madness|unfair|cruel|pointless|absurd|scandal|outrageous
            - honestly|frankly|clearly|sadly ~10 best|lovely|no|not ~1 idea|waste
            cruel|criminal|shocking|disgraceful|complete|total|utter|scandalous|absolute waste|nonsense|madness|scandal|disgrace|rubbish|mistake|folly
            should|ought|must|needs ~2 be|to|have ~2 abolish{ed}|scrap{ped}|banned|ban|sit|scrapping|abolishing|reversed|axed|ditched
            - should|must ~2 be ~2 banned|ban ~4 debate{d}|wrote|year|class|argued|balanced|persuasive
            it|is|its ~1 high time ~1 that|the|they|we|somebody|someone
            anyone with|who ~3 sense|eyes|brain|think{s}|can ~3 see|know{s}|sense
            what|such a ~2 stupid|daft|ridiculous|terrible|awful|bad|silly|pointless|shameful decision|idea|rule|policy|plan|law|system
            nanny state
            lost ~1 its|their|the mind{s}|plot
            council|government|ofsted|trust|ministers ~4 got|get|has|have ~1 this|it ~2 wrong|badly|backwards
            homework ~4 waste|pointless|harm{s,ful}|banned|useless|should|shouldnt|never
            - homework ~4 should ~3 in|by|handed|take
            """
        ),
        (
            .strong,
            """
            f f s
            w t f
            s h i t
            f u c k ~3
            shut ~1 your ~1 gob|face|trap|cakehole
            pric{k,ks}
            """
        ),
        (
            .mild,
            """
            stupid|silly|fat|lazy|old|miserable|daft|moody|nosy|jealous cow|cows|mare|mares|pig|bag|bat|witch
            - stupid|silly|fat|lazy|old|miserable|moody|daft cow{s}|pig|bat|witch|bag|mare{s} ~5 farm|barn|story|book|field|jumped|ate|winnie|broom|room|milk
            cow of a
            bl00dy|bl00dy
            bog off
            god{s} sake
            for christs|christ|fecks|feck|crying|pitys sake
            - for crying out loud
            """
        ),
        (
            .gain,
            """
            # off ~4 mention|say|code|quote|friend{s}|parents|families|school|if ~4 you|this|us
            - # off ~6 uniform|ticket{s}|fair|book|sale|library
            tell|say|mention|quote ~3 him|her|them|it|me|us|we|school|i|this ~2 sent|referred|post|name|from ~2 you|for|and|to?
            - tell|say|mention ~3 them|us|we ~2 from
            need|want|looking for? ~1 a|an|some ~1 plumber|builder|electrician|cleaner|babysitter|childminder|tutor|photographer|gardener|hairdresser|dj|cake|handyman|decorator|mechanic|nails|dog ~8 call|ring|message|his|her|my|son|your|man|woman|friend|husband|brother|dad|sister
            <title>|<staff>|my|our|<family> ~4 is your man|woman|girl
            belongs to ~1 our|my|a ~2 <staff>|cook|caretaker|parent|mum|dad|friend|sister|brother|husband
            owned|run by ~2 my|our|<title> ~2 <staff>|<family>|cook|chair|husband|wife|son|daughter|friend|sister|brother
            my|our|<title> ~3 brother|sister|mother|father|son|daughter in law ~3 fits|makes|sells|does|runs|owns|has|offers|is
            my|his|her|our|<title> ~3 husband|wife|son|daughter|brother|sister|friend|mate|cousin|partner|mum|dad ~2 fits|sells|does|owns|offers|launched|cuts|paints|decorates|tutors|teaches ~5 call|ring|message|kitchen{s}|bathroom{s}|hair|nails|cakes|gardens|lessons|price{s}|sent|discount|book
            few|some|couple of? ~1 spaces|places|slots|spots ~2 left|available|free ~2 for ~2 private|paid|lessons|pupils|clients|singing|piano|tuition
            private ~2 pupils|clients|clients|students|lessons|sessions
            have|got|run|running|ive ~1 a|my ~1 stall|shop|table ~6 my|own|come|buy|candles|cakes|cards|jewellery|soap{s}
            - stall ~5 school|year|class|pta|friends|fair|fete|ours|our
            come and buy ~1 my|his|her|some
            use my ~3 link|code|referral
            we|you both ~2 get ~2 #|ten|five|twenty|money|discount|pounds|free
            my|our|the ~1 link ~1 in|is ~2 bio|comments|profile|below ~3 buy|shop|order|discount|mine|my
            best|cheapest ~2 garage|plumber|builder|salon|barber{s}|café|cafe|nursery|tutor|photographer|gym|estate ~1 agent? ~3 in town|village|around|book|your
            runs|owns|has|manages the|a|his|her ~1 best|own|local|great|lovely ~1 garage|salon|shop|café|cafe|barbers|gym|restaurant|bakery|studio|firm|business|company
            - runs|owns|has a|the|his|her ~1 own|great|lovely|best ~1 bakery|shop|studio ~3 visit|class|year|story|book
            pyramid|side hustle|hustle|mlm|utility warehouse|tropic skincare|body shop at|scentsy|juice plus|usborne ~1 rep?
            bank|transfer|pay|paypal|send|cash ~3 me|my account|personally|directly
            - cash|send|pay ~2 me ~3 letter|photo|office|form
            """
        ),
        (
            .ownAccount,
            """
            my own|personal|private|other|second|secret facebook|insta|instagram|page|account|twitter|tiktok|snap|snapchat|whatsapp|number|mobile|email|channel|blog|youtube|profile|inbox|gmail|hotmail
            own facebook|insta|instagram|snap|snapchat|whatsapp|tiktok|twitter|account|page|channel|profile
            - own page|account|profile|channel ~3 school|class|friends|club|choir
            - school|schools|class|trust|councils own page|account|profile|channel|facebook|website
            message|msg|dm|inbox|add|friend|find|follow|contact|reach|get|look|text|ring|catch me|us ~1 up? ~2 on|at|via|through ~2 facebook|fb|insta|instagram|snap|snapchat|tiktok|whatsapp|messenger|linkedin|twitter|discord|telegram|x|signal|telegram
            - us on|at|via ~2 facebook|instagram|twitter|x|linkedin
            im|i am|am on ~1 facebook|fb|insta|instagram|snap|snapchat|tiktok|discord|telegram|threads ~2 as|under|too|at|called
            same name|handle|username everywhere|across|on
            easy to find ~6 online|facebook|insta|instagram|chat|account|everywhere|name|profile
            easy|easier|simple|not ~1 hard|difficult? to find ~3 if|online|on
            - easy to find ~3 us|our|school|room|the|way|parking
            look me up
            add|friend me ~3 if|on|as|so|and|please
            profile picture|pic ~6 message|find|add|facebook|easier|me
            im|i|am the one with ~5 profile|picture|pic|photo
            dms|inbox ~2 are|is|always|open ~2 open|me
            my dms|inbox|messages ~2 always|open|are
            """
        ),
    ]
}
