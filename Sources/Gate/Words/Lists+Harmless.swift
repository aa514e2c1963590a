extension Lists {
    /// What looks like trouble and is none.
    static let harmless: [(sense: Sense, lines: String)] = [
        (
            .strong,
            """
            - spotted dick
            - # ~1 shags
            - shags flying|on|over|diving|nesting|and ~1
            - cock inn|pub|tavern|hotel|lane|hill|bridge
            -- chick{s}|hen{s}|egg{s}|incubator|coop|feathers ~25 cock|cocks|cockerel
            -- cock|cocks ~12 strut{s}|crow{s,ing}|hen{s}|chick{s}|feathers|coop
            """
        ),
        (
            .incidents,
            """
            -- ball{s}|cricket|striker|batsman|wicket|bowler|rounders|goal ~20 hit
            - hit|crash ~3 bus shelter
            - robbed ~3 minute|try|goal|referee|umpire|whistle|var|victory|win
            - stabbed ~4 times ~8 class|senator|by
            """
        ),
        (
            .grievance,
            """
            - feel{s} ~3 nobody|noone|one listens
            - fed up with|of ~2 the ~1 rain|weather|cold|wind|snow|mud|dark|heat|drizzle|frost
            """
        ),
        (
            .accusation,
            """
            -- scam|phishing|fraud{sters} ~12 delete|never|ignore|report|bank|ring|click
            -- delete|never|ignore|click|suspicious ~8 scam|phishing|fraud
            -- jury|trial|verdict|prosecution|defence|treason|gunpowder ~20 guilty
            -- guilty ~6 treason|votes|wolf|goldilocks|witch|pigs
            """
        ),
        (
            .gain,
            """
            -- supervisor|assistant|cook|cleaner|teacher|vacanc{y,ies}|post|caretaker|recruit{ing}|receptionist|role ~25 hour
            """
        ),
        (
            .attendanceOf,
            """
            -- attendance ~12 national|counts|average|across
            -- persistent{ly} absent ~4 national|figures|means|counts
            -- counts as ~1 persistent{ly}
            """
        ),
        (
            .safeguarding,
            """
            - bruised ~1 thumb|ego|egos|pride|shin|shins|toe|toes|knee|elbow|finger
            - neglected ~1 one ~2 on|in ~2 sill|shade|dark|cupboard
            - children|pupils|they|we learn{s}|learned|learnt ~2 what ~3 abuse
            - abuse ~1 and neglect mean
            - <harm>|bruis{e,es,ed} ~1 apple{s}|banana{s}|fruit|peach{es}
            """
        ),
        (
            .commercial,
            """
            - tender hearted|meat|chicken|stems|plants|age|care
            """
        ),
        (
            .immigrationStatus,
            """
            - refugee week|day|council|poems|stories
            """
        ),
        (
            .bereavement,
            """
            -- <pets> ~10 died|dies|death|dead|lost|funeral|missed
            -- died|dies|death|dead|funeral|goodbye|lost ~8 <pets>
            -- sad{ly} ~1 news ~6 <pets>|tank|hutch|pond|coop|hive|garden|greenhouse
            """
        ),
        (
            .trips,
            """
            -- book|ticket{s}|families|family|parents|stalls|matinee ~10 trip|outing
            -- trip|outing ~10 families|book|ticket{s}|stalls|matinee|pantomime ~2
            """
        ),
        (
            .internal,
            """
            -- survey|answers|responses|questionnaire|helpline|drop|chat|service|nurse ~10 confidential
            - not|never promise ~2 keep|secret
            -- roof|tap|pipe|boat|bottle|boot{s}|wellies|bucket|pen|gutter|ceiling|boiler|tank|shed ~12 leaked|leak
            - leaked ~3 roof|tap|pipe|boat|ceiling|all|through|into|onto
            """
        ),
        (
            .commercial,
            """
            - quote{s} ~2 for|of|from ~2 wall|display|day|week|year|reception
            -- eco|pupils|children|class|playground|council ~3 negotiat{ed,ing}
            """
        ),
        (
            .healthOf,
            """
            -- with <he>|their|^<given> ~1 permission|blessing|agreement|leave
            -- happy for us to say|share|tell|know
            """
        ),
        (
            .lossOf,
            """
            -- with <he>|their ~1 permission|blessing|agreement
            """
        ),
        (
            .safeguarding,
            """
            -- <pets>|<toys> ~12 missing|seen|lost|stolen|escaped|hiding|hurt|scared|afraid|hungry
            -- missing|seen|lost|found|escaped ~12 <pets>|<toys>
            -- promise to keep it secret
            """
        ),
        (
            .derogation,
            """
            -- who|nobody says|said
            -- proved|prove|showed|wrong|stereotype{s}|myth|challenged ~10 girls|boys|women
            """
        ),
        (
            .mild,
            """
            - ass ox|and|or
            - damn is
            """
        ),
        (
            .strong,
            """
            -- finch{es}|bullfinch{es}|titmouse|tits|bird{s}|cormorant{s}|heron{s}|robin{s}|booby ~12 shag{s}|tits|cock{s}
            -- shag{s}|tits|cock{s} ~12 finch{es}|bird{s}|robin{s}|heron{s}|geese|booby|gull{s}
            """
        ),
        (
            .elections,
            """
            -- school|class|pupil|student|eco council ~12 ballot|hustings|manifesto{s}|election{s}|candidate{s}
            """
        ),
        (
            .party,
            """
            -- school|class|pupil|student|eco council ~12 ballot|hustings|manifesto{s}|election{s}|candidate{s}|vote
            """
        ),
        (
            .politics,
            """
            - labour of
            """
        ),
        (
            .incidents,
            """
            - ambulance|police|fire ~2 came to|into|and ~6 nursery|reception|year|assembly|visit|show|turn
            - air ambulance ~6 display|landed|visit|rais{e,ed,ing}
            """
        ),
        (
            .gain,
            """
            -- pta|friends|uniform|ticket{s}|pantomime ~6 discount|code|offer
            """
        ),
        (
            .now,
            """
            - who arrived|landed
            - got ~1 to ^ ~1 caesar|macbeth|hamlet|viii|act|chapter|scene|page
            - got ~1 to act|chapter|scene|page
            """
        ),
    ]
}
