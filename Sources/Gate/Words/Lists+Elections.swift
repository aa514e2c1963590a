extension Lists {
    /// Parties and candidates, and in an election period anyone who holds or seeks office.
    static let elections: [(sense: Sense, lines: String)] = [
        (
            .party,
            """
            canvass{ing,ed,er,ers}
            mp|councillor|cllr ~2 conservative|labour|tory|liberal|reform
            hustings
            byelection{s}
            by election{s}
            tories|labour|lib ~1 out|in|win|wins|won
            re elect{ed}
            reelect
            standing|running for ~1 parliament|council|mayor|mp|re|election ~2 labour|greens|green|tories|conservatives|reform
            greens|tories
            green|independent|reform|labour|conservative|liberal candidate{s}|councillor{s}|mp|manifesto|leaflet{s}|canvasser{s}|petition
            vote|voting|voted|elect|back|support|backing|canvass{ing,} ~2 labour|conservative{s,}|tory|tories|green{s,}|reform|liberal{s,}|snp|plaid|ukip|dup|independent|councillor|cllr
            - vote|voted ~3 green ~2 team|house|lantern
            - green{s,} ~1 team|house|group|class|table|beans|vegetables|blues|reds|yellows
            - eat{ing}|your|school|and|of|spring|winter|mixed|salad|leafy|the|on ~1 greens
            labour|conservative|tory|snp|ukip|plaid|brexit party|candidate{s,}|council|councillor{s,}|mp|government|voters|win|manifesto|cymru|uk|leaflet{s,}
            green party
            - green party ~3 dress|bag{s,}|food|theme
            labour|tories|conservatives|tory|ukip|brexit|snp
            - child|forced|slave|manual|cheap|in|of|into|fruits|hard labour
            - labour of
            liberal democrat{s,}
            lib dem{s,}
            sinn fein
            parliamentary|council|mayoral|party|prospective|labour|local|independent|their candidate{s,}
            - party candidate{s,} ~2 school
            - school council candidate{s,}
            candidate{s,} ~3 election|ward|constituency|seat
            standing for ~2 council|parliament|election|mayor|mp|office
            - standing for ~1 school|student ~1 council
            - standing ~2 for ~3 house|head|class|eco|pupil|sports
            general|local|mayoral|parliamentary|council election{s,}
            - school|class|student|pupil|eco ~1 council election{s,}
            - general|local election{s,} ~8 mock|history|topic
            vote for|against <title>|cllr|councillor|our mp|councillor|candidate
            how to vote
            - how to vote ~6 book|story|name|favourite
            referendum
            manifesto{s,}
            - school|class|head|house|pupil|council|their ~4 manifesto{s,}
            polling station ~4 vote|voting|remember|labour
            -- polling station ~8 closed|closure|hall|inset
            reform uk
            reform party|candidate{s,}|councillor{s,}|voters
            prime minister starmer
            keir starmer
            nigel farage
            """
        ),
        (
            .figure,
            """
            councillor{s,}|cllr|cllrs|mayor|mayoress|minister|ministers|mp|mps|msp|msps|senedd
            - school|eco|class|year|pupil|student|junior|our|new ~1 councillor{s,}
            - eco|junior|play|pupil|young ~1 minister{s,}|mayor
            - lord mayor of ~1 casterbridge
            - church|baptist|methodist|reverend|vicar ~2 minister
            member of parliament
            local mp|mps|authority leader
            leader of the council
            parliament|westminster|downing
            - uk|school|houses|pupil|youth|student|in|visit{,ed}|of ~3 parliament ~2 week
            """
        ),
    ]
}
