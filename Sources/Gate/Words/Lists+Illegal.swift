extension Lists {
    /// What the law forbids. Few and plain phrases: a match goes to the safeguarding lead, not to moderation.
    static let illegal: [(sense: Sense, lines: String)] = [
        (
            .childAbuseImages,
            """
            child|kiddie|underage porn|pornography|nudes
            underage sex
            indecent image{s,}|photo{s,}|picture{s,}|photograph{s,}|video{s,}
            nude{s,}|naked|topless|sexual|sexualised|intimate ~3 <child>|<children>|minor{s,}|underage|year
            naked|nude|topless|intimate ~1 photo{s,}|picture{s,}|pic{s,}|image{s,}|video{s,}|selfie{s,}
            csam
            upskirt{ing,}
            """
        ),
        (
            .grooming,
            """
            groom{ed,ing,s} ~2 <child>|<children>|minor{s,}|young|online|her|him|underage
            <child>|<children>|her|him|being|been ~1 groomed
            - dog|horse|pony|cat|pet groomed|grooming
            - well|carefully|beautifully groomed
            meet ~2 me|up|you ~1 alone|secretly|secret
            dont tell|telling ~1 your mum|parents|dad|family|teacher
            our little secret
            send me ~3 nudes|pics|naked|photo of? you
            sexual messages|chat|relationship|conversation{s,}|texts
            relationship with ~2 pupil|student|underage|minor
            you look|are|so ~1 sexy
            """
        ),
        (
            .pornography,
            """
            porn|porno|pornography|pornographic|pornhub|onlyfans|xxx|hentai
            sex tape|video|videos|toys
            sexually explicit
            adult film{s,}|website|content|video{s,}
            strip club|tease
            live sex|cams
            """
        ),
        (
            .terrorism,
            """
            join ~2 isis|isil|jihad|alqaeda|hamas
            support{s,ing,} ~2 isis|isil|hamas|hezbollah|terroris{m,ts}|taliban|jihad
            al qaeda|shabaab
            bomb making|recipe
            make|build|building|making ~3 pipe? bomb{s,}|explosive{s,}|nailbomb
            - bath|glitter|seed|chocolate|water bomb{s,}
            -- bath|seed|chocolate bomb{s,}
            glory ~2 martyrs
            heil hitler
            sieg heil
            white power
            holy|race war now|is
            terrorist{s,} ~1 are ~2 heroes|right
            death to ~1 <peoples>|america|israel|infidels|police
            """
        ),
        (
            .incitement,
            """
            kill|hang|shoot|gas|exterminate ~1 all|the|every ~1 <peoples>|police|tories|politicians|teachers|them
            burn ~3 mosque|synagogue|church|temple|hotel|hostel|migrants ~1 down?
            - burn{ing,} ~1 candle{s,}
            attack|storm|torch|smash ~3 mosque|synagogue|hotel|hostel|migrants|centre|police
            riot ~3 join|tonight|with|town|saturday|friday|outside|meet
            join|start ~2 riot
            bring ~2 weapons|bats|petrol|knives
            take up arms
            hunt ~1 them|down ~2 down|streets
            """
        ),
        (
            .drugsAndWeapons,
            """
            dm|message|text|inbox|contact|ask|see ~2 me|us|him|<title> ~3 for ~3 weed|pills|cannabis|vapes|booze|cigarettes|fags|drugs|coke|tobacco
            cheap|stolen|dodgy|fake ~1 weed|pills|vapes|fags|cigarettes|booze|tobacco|drugs|iphones|ids|knives
            buy|sell|sells|selling|deal|deals|dealing|score|smoke|smoking|cheap|scoring|supply|supplying|order ~3 cannabis|cocaine|ketamine|mdma|ecstasy|heroin|spliff{s,}|skunk|thc|zombie|machete{s,}|firearm{s,}|handgun{s,}|flick|knuckleduster{s,}|nos
            smoke|smoking|sell|selling|buy|score ~1 weed|ket|coke|pills|spice|pot ~1
            - sell|selling|buy ~1 spice|pot|coke ~2 rack{s,}|plant{s,}|can{s,}
            drug dealer{s,}|dealing
            fake vapes|id|ids
            """
        ),
        (
            .piracy,
            """
            pirate|pirated|illegal|dodgy|cracked|ripped ~1 site|website|stream{s,ing}|copy|copies|download{s}|link|software|version
            torrent{s,ing}
            - torrent{s} of rain|water
            - mountain|raging|rushing torrent{s}
            full|whole|new film|movie|album|match ~2 for free|nothing ~4 link|here|site|download
            """
        ),
    ]
}
