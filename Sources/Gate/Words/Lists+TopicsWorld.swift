extension Lists {
    /// The other half of the topics: gender, war, loss, closures, immigration and inspection.
    static let world: [(sense: Sense, lines: String)] = [
        (
            .gender,
            """
            boys|girls|men|women ~3 use|using|share|sharing|in ~3 girls|boys|womens|ladies|mens ~1 toilet{s}|changing|loo{s}
            pride flag{s}|row|debate|march ~2 row|fly|flying|ban|not|why|debate|removed|down
            pride flag row|ban|debate
            rse|rshe|sex lessons|education|content ~3 row|protest|parents|inappropriate|against|withdraw|controversial|anger
            trans|transgender|transphobic|transphobia|nonbinary|misgender{ed,ing}
            - trans siberian|atlantic|pennine|fat
            gender identity|ideology|neutral|critical|reassignment|recognition|dysphoria|fluid|affirm{ing,ation}
            - gender neutral uniform|clothes|toys
            non binary
            pronouns ~3 policy|they|preferred|row|debate|badge{s,}|in
            - pronouns ~3 nouns|verbs|grammar|spanish|french|relative|possessive|sentences
            biological sex|male{s,}|women
            single sex ~1 toilet{s,}|space{s,}|changing
            unisex|mixed toilet{s,}
            drag queen
            same sex ~1 marriage|relationships ~3 wrong|teaching|debate|row|against
            lgbt ~4 row|agenda|indoctrination|controversy|protest|lessons ~1 protest
            """
        ),
        (
            .war,
            """
            hearts|thoughts|prayers|solidarity|stand|stands|standing ~7 ukraine|gaza|israel|palestine|russia|sudan|syria|iran|lebanon|yemen
            ukraine|russia|israel|iran|putin ~3 must|should|leave|withdraw|stop
            call ~3 on|for ~2 russia|israel|iran|hamas|ceasefire
            gaza|hamas|israel|israeli|palestine|palestinian{s,}|zionist{s,}|zionism|hezbollah|intifada|kashmir|taliban
            - bethlehem|nativity|exodus ~6 israel
            ukraine|russia|russian|iran|syria|yemen ~4 war|invasion|invaded|conflict|attack{s,ed}|bomb{ed,ing,s}|troops|strikes
            war|invasion|conflict|fighting|bombing|ceasefire|genocide|attacks ~4 ukraine|gaza|israel|russia|iran|syria|sudan|middle
            middle east ~3 conflict|war|crisis|situation
            ceasefire|genocide
            -- ceasefire|genocide ~6 holocaust|1914|1918|rwanda|memorial
            free palestine
            stand with israel|palestine|ukraine|gaza
            terror attack{s,}
            terrorist{s,}|terrorism
            river to the sea
            """
        ),
        (
            .bereavement,
            """
            -- died|killed|dead|fallen|fell ~6 war|wars|battle|somme|blitz
            -- remember{ed,ing,s}|remembrance|wreath{s}|poppies|silence ~6 died|fell|killed|fallen
            our|a|former|beloved|dear|much ~4 <staff>|<child>|supervisor|lady|friend|lollipop|volunteer|<family> ~3 died|dies|dead
            - died|dies ~3 play|film|story|act
            sad{dened}|heartbroken|devastated ~1 to ~1 announce|tell|share|inform|report|learn
            - sad to ~1 say|wave ~1 goodbye|farewell
            died|dies ~2 <day>|overnight
            <be>|been killed ~2 in|by|on|crash|accident|at
            - killed ~1 in ~2 action|battle|war
            mourning|grieving|grieve{s}
            died|killed in ~3 crash|accident|collision|fire|flood|war ~1
            - killed in ~1 war
            <have> ~2 died
            - hamster|goldfish|fish|rabbit|guinea|plant|plants|battery|snail|caterpillar|chicken|hen|tortoise ~4 died
            died|dies|dying ~2 suddenly|peacefully|tragically|tragic|yesterday|weekend|last|night|this|after|cancer|aged|in
            -- died|dies|dying ~3 #
            - dies|died ~3 play|film|scene|act|end|great|leaves|plant{s,}
            sad{ly,} ~1 died|passing|death|loss
            sadly passed
            passed away
            - passed ~1 away ~2 from
            sad|tragic|heartbreaking|devastating ~1 news|death|loss
            death|passing|loss of ~2 our|a|one|former|<title>|<staff>|<child>|^
            - death|loss ~1 of ~3 habitat|ice|nelson|romeo|macbeth|biodiversity|henry|caesar|cleopatra|rainforest
            funeral
            rest|rip in? peace
            in loving memory
            in memory of
            condolences|bereaved|bereavement|mourning|mourn{s,}
            - bereavement ~1 support|counselling|charity
            fatal{,ly}
            lost <he>|their ~1 life|battle|lives
            -- lost their lives ~8 war|remember|remembrance|wars|world
            -- remembrance|armistice|remember ~9 lost their lives
            tragedy ~3 community|struck|family|last|yesterday
            """
        ),
        (
            .schoolClosure,
            """
            academy|trust|hostile ~2 takeover
            trust|council|governors|diocese ~6 merg{e,ing,ed}
            merg{e,ing,ed} ~2 us|school{s} ~2 with|into
            council|trust|government|lea|they|diocese ~3 close|shut|merge|closing|sell|academise ~2 school|nursery|us|our|site|sixth|field
            academy order|conversion|trust ~1 is|final|takeover|vote|forced|consultation
            convert{ing} ~1 to|into an? ~1 academy|trust
            school|nursery|academy may|might|could|will ~1 close|shut|merge
            - school may|might|could|will ~1 close ~3 early|at|due|for|on|if|snow|today|tomorrow
            school|site|nursery|sixth|academy ~3 threat|threatened|risk|faces|facing ~3 closure|closing|closed
            school|permanent|proposed|planned|possible|village|nursery closure{s,} ~3 proposal{s,}|plan{s,}|consultation|threat|decision|fight|campaign|of|by|for
            - closure ~4 inset|snow|holiday|today|tomorrow|bank|weather|monday|friday|due
            proposed|planned|permanent closure
            consultation|proposal{s,}|plan{s,} ~3 close|closing|closure|merge|amalgamate ~2 school|nursery|site|academy|us|with
            close{d,} permanently
            clos{e,ing,ed} ~2 for good
            save our|the school|nursery
            school ~2 merger|amalgamation
            raac
            crumbling concrete
            special measures|academy order
            """
        ),
        (
            .immigration,
            """
            immigration|immigrants|migrants ~3 out|control|crisis|flood{,ing}|too|problem|policy|policies|swamp{ed}|stop|border{s}
            immigration|illegal immigrant{s,}|deport{ed,ation,ations}
            - immigration ~3 history|windrush|museum|victorian|topic
            asylum seeker{s,}|hotel{s,}
            small boat{s,}
            - small boat{s,} ~4 paper|model|race|made|lake|float
            rwanda scheme|plan|flight{s,}
            migrant{s,} ~2 crisis|hotel{s,}|boat{s,}|channel|crossing{s,}
            border control{s,}|force
            stop the boats
            """
        ),
        (
            .inspection,
            """
            inspectors|inspection ~5 failed|inadequate|judged|downgraded|unfair
            ofsted|estyn ~1 inspectors|inspection|inspector|visit|call ~3 will|coming|arrive{s}|today|tomorrow|next|<day>|here
            ofsted|estyn ~2 is|are|will|visits|phoned|rang|called|arrive{s} ~3 coming|today|tomorrow|next|<day>|here|school|be
            inspectors ~4 will|are|arrive|today|tomorrow ~4 school|here|us|classes
            ofsted ~4 inadequate|requires|downgraded|failed|unfair|disagree|wrong|disappoint{ed,ing}|appeal|complaint|scrap|abolish|disgrace|judgement|pressure|stress|next|coming|tomorrow|inspectors ~1 are
            special measures
            requires improvement
            rated inadequate
            """
        ),
    ]
}
