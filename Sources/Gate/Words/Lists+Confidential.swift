extension Lists {
    /// What a school keeps to itself; bare words that a newsletter uses every week are not here.
    static let confidential: [(sense: Sense, lines: String)] = [
        (
            .commercial,
            """
            bids|quotes|bid|quote ~2 for|from|were|was|came|is ~6 #
            - bid{s}|bidding|quote{s} ~8 auction|hamper|raffle|year|class|hour
            -- auction|hamper ~12 bid{s}
            - quote{s} of the ~1 day|week|month|term
            <body>|supplier|our|cleaning|catering|caterer|it ~1 contract ~1 will|is|to ~3 cancelled|terminated|ended|scrapped|cut|not|switched|awarded
            <body>|they|supplier|staff ~2 dont|doesnt know yet
            charg{es,ed,ing} us ~2 #
            overdraft|insolvent|bankrupt{cy}|in deficit|in the red
            tender{s,ing}|tendered
            - chicken tenders
            tender process|bid|price|document{s,}|submission|deadline|evaluation|panel|for
            - tender loving
            out to tender
            contract negotiation{s,}|value|price|award|dispute|terms|talks
            negotiat{e,ing,ions,ed,ion} ~6 contract|price|supplier|caterer|caterers|council|provider|trust|deal|rate|landlord|with
            commercial{,ly} sensitive|confidential|confidence
            preferred bidder|supplier
            quote{d,s,} ~3 us|from ~3 supplier|contractor|caterer|company|firm|builder
            <body>|supplier|contractor|caterer|they ~3 quoted
            bid{s,ding} ~3 for|from ~3 contract|site|land|supplier|contractor
            bidder{,s}
            budget deficit|shortfall|gap|crisis|cuts
            deficit of
            purchase price
            asking price ~3 land|site|field
            selling|sell ~4 playing? field{s,}|land|site
            merger|takeover talks|discussions|plan{s,}|with
            in talks with|to|about
            """
        ),
        (
            .personnel,
            """
            hr ~5 investigat{e,ing,ed}|complaint|disciplinary|hearing|dismiss{ed}
            investigat{ing,ed} ~3 complaint|allegation{s}|<staff>|<title>
            complaint against|about <title>|<staff>|^|our|the
            <title>|<staff>|he|she ~2 <be> ~2 leaving ~1 under|because|after|before ~1 being?
            asked to leave|resign|go
            resign{ed,ation,ing} ~3 after|over|because|following|amid|in ~1 protest|row
            final written|written warning
            redundanc{y,ies}|redundant
            restructur{e,ing,ed} ~3 staff|team|school|office|plan{s,}|consultation|posts|jobs
            staff{,ing} restructur{e,ing}|cuts
            disciplinary
            gross misconduct
            suspended ~3 duty|duties|pending|investigation|pay
            capability procedure{s,}|proceedings|process|plan
            sacked|sacking|dismissed|fired ~3 for|from|after|last|yesterday
            - fired ~3 up|imagination{s,}|clay|pots|kiln|from
            been sacked|fired|dismissed
            occupational health
            handed in <he>|their notice|resignation
            under investigation
            being|is|are investigated
            grievance hearing|procedure|against|meeting|lodged|raised
            settlement agreement
            performance management|review of|with ~1 <title>|<staff>
            tupe
            jobs|posts ~2 risk|cut|lost
            job loss{es,}|cuts
            losing ~1 <he>|their job{s,}
            sick note|leave
            failed ~2 probation
            performance pay
            appraisal
            - art appraisal
            """
        ),
        (
            .pay,
            """
            <he>|<staff>|^ ~1 salary|salaries|wage|wages|pay|bonus is|was|of|has|will|went|rose|increased|been|package
            - maternity|paternity|sick|statutory pay
            headteacher|head|deputy|ceo|boss|<title> ~2 earn{s,ed}|paid ~2 #
            <he>|^ earn{s,ed} ~2 #
            <be>|get{s,ting}|being ~1 paid #|more|less
            pay rise ~1 for|of|to
            on ~1 # a year
            # a year salary
            salaries of
            how much ~4 earn{s,}|paid
            - paid ~2 for
            """
        ),
        (
            .governors,
            """
                        part b|ii ~2 minutes|agenda|item{s,}|meeting|discussion|governors|are|is|papers|attached
            minutes|agenda|items|papers ~2 part b|two|ii
            governors|governor|board|governing ~4 part b
            confidential minutes|annex|item{s,}|agenda
            governors|governor|board|trustees ~3 secret{,ly}|private{,ly}|confidential{,ly}|closed|behind
            closed session|meeting of|with
            behind closed doors
            governors ~2 voted ~1 to|against|on
            """
        ),
        (
            .internal,
            """
            dont|not forward|circulate|repost
                        internal use|only|memo|email|document|paper|review|report
            not ~1 for ~1 sharing|publication|circulation|distribution|release|public|onward
            staff|internal|governors|slt|your eyes only
            for ~1 internal|staff use only
            dont|not share|forward|circulate this|outside|wider|further|beyond|externally
            do not share ~3 parents|outside|anyone|families|press|media
            confidential{,ly}
            - confidential ~2 helpline|service|support|advice|counselling|chat|space|listening|line|survey|questionnaire|waste|help|conversation|ear|number|email|drop
            - completely|totally|all|free|fully|anonymous|remain|remains|treated|kept ~1 confidential
            strictly private? and? confidential
            strictly confidential
            - strictly confidential basis
            private and confidential
            told ~3 in confidence
            off the record
            between you and
            between ourselves
            keep this|it ~1 quiet|secret|yourself|yourselves|to
            - keep it secret{,s} santa
            under wraps
            embargo{,ed}
            leak{ed,ing} ~4 document|email|letter|report|minutes|memo|plan{s,}|list|staff|school
            leaked
            - pipe|roof|water|tap|leaked ~3 pipe|roof|water|tap
            not ~2 public ~1 yet|knowledge
            havent|hasnt|not ~3 told parents|staff|families|anyone|governors
            dont|not tell ~1 parents|anyone|anybody|families|staff
            before ~2 official|public
            before it|this|they|its|anything ~2 announced
            shouldnt ~3 saying|sharing|telling|posting
            not supposed|meant|allowed to ~1 say|tell|share|know|post|be
            """
        ),
        (
            .legal,
            """
            legal advice|proceedings|action|dispute|claim|fees|case|battle|team
            our|the|trust|council solicitor{s,}|lawyers|barrister|lawyer
            employment|send tribunal
            tribunal ~3 hearing|case|claim|decision|against
            court order|hearing|proceedings
            in|to|going|our|the ~1 court case ~2 against|with|over|about|brought
            lawsuit|suing|sued
            out of court
            compensation claim{s,}|payout
            """
        ),
        (
            .political,
            """
            politically sensitive
            council plan{s,} ~3 secret|unpublished|private|close
            """
        ),
        (
            .security,
            """
            safe|locker|vault code|combination|number ~1 is|was
            username ~3 password
            login for ~5 password|username|is
            password|passcode|pin|passwords|login|username is|are|for ~5 <hasdigit>|is|welcome
            - password|passwords ~2 strong|safe|secret|secure|important|for|different|private
            - strong|safe|secure|good|your|keeping|own|their|my ~2 password|passwords|passcode|pin
            wifi|fi|wireless password|code|key|login
            the ~4 password is
            login details|credentials ~2 are|is|for
            log in|into with|using ~3 password
            """
        ),
    ]
}
