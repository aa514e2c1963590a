extension Lists {
    /// Prejudice in polite words.
    static let prejudice: [(sense: Sense, lines: String)] = [
        (
            .derogation,
            """
            not ~1 really|properly|truly|proper|actually english|british|christian
            really|properly|truly|proper|actual ~1 english|british ~1 are|is|they|people|families|name
            where ~2 really|originally from
            where they|he|she|these ~2 come|came from ~3 dont|they|not|different|women|no|animals|like|that|and|cant
            - where they|he|she ~1 come|came from ~3 map|museum|seeds|shop|egypt|food|eggs|milk
            back to|in ~1 their|your|his|her|own ~1 own? country|countries|village|land
            - back in his|her|their ~1 own? country|village ~4 holiday|summer|visit|king|prince
            cant|cannot|couldnt|nobody|try|who|impossible ~2 pronounce|spell ~4 name{s}|them|half|of
            names ~2 nobody|noone|you|i|we|that|can|cant ~3 pronounce|spell|say
            letters|newsletter|newsletters|signs|posters|notices in polish|arabic|urdu|romanian|lithuanian|portuguese|punjabi|bengali|turkish|somali|languages ~4 next|waste|learn|english|why|what|now|should|speak
            - letters|newsletter|signs|posters in languages|polish|arabic ~4 welcome|available|help
            translat{e,ing,ed,ion,ions,or,ors}|interpreter{s} ~5 waste|pay|cost{s}|learn|why|should|everything|money|fed|sick
            own|our kids|children|people|families|lads ~2 first|before|last|second|bottom|miss|back|queue ~3
            - our children|people|families ~1 first ~3 and|concert|term|day|week|time|steps|lesson|cross|always
            look after our own
            charity begins at home
            priority|preference ~3 over|than ~2 our|english|local|british|normal
            day{s}|time off for|because ~2 eid|ramadan|diwali|hanukkah|passover|vaisakhi ~4 we|why|but|lucky|unfair|again|while|them|they
            no|cant|banned|lost|stopped|without ~3 nativity|christmas|pork|ham|sausages|bacon|easter|carols ~4 because|thanks|fear|case|offend|offended|muslims|them|halal
            in case ~4 offend{s,ed}|upset{s} ~3 them|someone|muslims|somebody
            offend{s,ed} ~2 someone|somebody|the ~1 minorit{y,ies}|muslims|snowflakes|trans|woke
            mums|ladies|women|girls|wives|mummies ~8 cake|cakes|bake|baking|tea|teas|clean|cleaning|washing|sew|sewing|cook|cooking|sandwiches|serve|serving|dish ~10 dads|men|lads|boys|gents|husbands|blokes
            dads|men|lads|boys|gents|husbands|blokes ~8 muscle{s}|spade{s}|tools|heavy|lift|lifting|dig|digging|barbecue|bbq|drill{s}|hammer{s}|strong|move|strength|chairs|tables|build|football ~10 mums|ladies|women|girls|wives
            strong ~1 dads|men|boys|lads|blokes ~3 needed|please|wanted|required|to
            - strong dads|men ~2 and ~1 mums|women
            wear{s,ing} the trousers
            her indoors
            - her indoors ~3 wet|rain|until|when
            bossy|shrill|hysterical|emotional|nagging|neurotic ~1 women|woman|girls|mums|females|females|wives
            womans|womens touch
            woman touch
            unladylike
            not ~1 very ladylike
            boys will be boys
            girls|boys|women|men ~2 naturally|naturally|obviously|always|just|generally ~2 neater|tidier|caring|gentle|gentler|quieter|better|stronger|behaved|bright|brighter|worse|louder|cleverer|maths|careful|emotional|logical|drivers
            - girls|boys ~3 just ~2 better ~3 today|than|won
            no|not|hardly|isnt|real job|place|work|sport|game for a ~1 woman|man|girl|boy|lady|mother
            man{s} job|job|work for a ~1 man
            - man job ~1 application
            mummys|mummies|mammys boy|boys
            mummy boy|boys
            sissy|sissies|big girls blouse|nancy boy|pansy ~1 boy
            male nurse|secretary|receptionist|midwife
            token ~1 woman|black|asian|gay|female|brown|disabled
            excuse ~2 for ~3 bad|naughty|lazy|poor|parenting|behaviour|discipline
            - excuse ~2 for ~2 lazy|bad ~2 cat|day|weather
            label{s,led} ~4 nowadays|these|excuse|naughty|everyone|every|another|child|days
            - label{s,led} ~4 every|everyone|name|clothes|jumper|lunchbox|diagram|clearly|coat
            everyone|everybody|every|they|all ~3 has|have|got|is ~1 got? adhd|autism|autistic|anxiety|dyslexia|dyslexic|special|label ~3 nowadays|days|now|excuse|apparently
            naughty|thick|lazy|badly ~1 in my|our day
            in my|our day ~3 naughty|thick|lazy|slap|clip|cane|smack|bad
            just ~1 called|call ~1 it|them|that naughty|lazy|thick|bad
            mainstream ~6 shouldnt|dont|belong|drag|slow|expensive|cost|fair|disrupt|unfair|place|wrong
            dont|doesnt|not belong ~2 in|with|at ~2 mainstream|normal|ordinary|our|here|this
            what{ever} ~1 is? wrong with ~1 that|him|her|those|these child|kid|children|kids|boy|girl|one|ones
            dinosaur{s} ~3 staff|retire|teacher|teaching|old|management ~2 retire|replaced|put|out
            deadwood|dead wood ~3 staff|teacher{s}|older|clear|retire
            - deadwood|dead wood ~4 beetle{s}|woodland|tree{s}|hedgehog{s}|log
            menopaus{e,al}
            oap{s}|geriatric{s}|coffin dodger{s}|old biddies|biddy|old bat{s}|old codger{s}
            limp wristed
            down our|their|childrens|kids|your throats
            shov{e,ed,ing}|ramm{ed,ing}|forced ~4 down ~3 throat{s}
            dont|not agree with ~2 lifestyle|that|it|them ~2 lifestyle|sort|gay|people|marriage
            adam and steve
            need{s}|deserve{s}|want{s} a mum|mother and ~1 a? dad|father
            afford ~4 fags|cigarettes|tattoos|nails|sky|telly|tellies|vapes|beer|iphones|takeaways|lashes ~6 but|not|cant|yet|though|never
            fags|cigarettes|tattoos|nails|sky|vapes|beer|takeaways ~6 but|yet|never|not|cant ~4 afford|pay|uniform|shoes|coat|lunch|trip|dinner
            on the dole
            work shy|workshy|feckless|layabouts|spongers|idle
            - idle ~2 moment|hands|engine{s}|idling
            you|your|those people|lot|sort|kind ~2 are|always|never|should|come|need|dont
            - you people|lot are ~2 amazing|brilliant|wonderful|great|the|stars|fantastic|lovely|best
            all look ~1 the? same|alike
            - all look ~1 the? same|alike ~4 seeds|penguins|jumpers|coats|biscuits|frogs|spellings
            chip on ~2 shoulder
            race card
            not|im|no|isnt|without ~2 racist|sexist|homophobic|prejudiced|bigoted|being funny|offence but
            no offence ~1 but|to|intended|meant
            not being funny|racist|sexist|rude|horrible|mean|ageist but
            know|knows what ~3 theyre|they|<peoples>|women|girls|boys|men|people|families|that ~2 are|is|lot|there|site|estate ~1 like
            theyre|they|<peoples> ~1 are? all the same|alike|at it
            count the spoons
            lock up your
            nail ~3 down ~4 fair|travellers|site|lot|come
            watch|hide|lock ~3 your|the ~2 purses|bags|pockets|bikes|sheds|wallets|handbags ~5 fair|travellers|gypsies|site|them|lot|town|arrived|here|camp
            travellers|gypsies|roma|caravans|site ~6 rubbish|mess|nits|thiev{es,ing}|bikes|missing|lock|trouble|mud|back|again|dirt
            - travellers ~6 back|again|mess|mud ~2 from ~2 mars|space|time|moon
            smell{s} of ~1 curry|garlic|incense|spice
            funny|weird|strange|odd|silly ~1 accent{s}|hats|outfits|clothes|robes|costume{s}
            - funny|silly|weird|strange|odd ~1 accent{s}|hats|outfits|clothes|costume{s} ~4 day|panto|play|friday|prize|party|week|play|competition
            speak|speaks|talk{s}|talking|chat{ting} ~2 proper english|properly|foreign|gibberish|jibber|own language
            english|british|normal|white ~1 families|parents|children|kids|people ~3 minority|left|outnumbered|leaving|last|miss|first|moved|moving|now
            outnumbered
            - outnumbered ~4 teachers|dads|boys|girls|goals|score|defenders|players
            minority ~2 in|now ~3 own|our|here
            taken over ~1 by
            - taken over ~1 by ~3 bees|robots|elves|dinosaurs|year|mud|ivy|weeds|glitter|reading|penguins|children|class
            gay|trans|lesbian|queer ~4 keep|kids|children|around|near ~4 away|safe|kids|children|themselves|home
            be a ~1 man about
            fat|overweight|big|large ~1 people|kids|children|families|mums ~3 shouldnt|should|take|lazy|need|eat|seat{s}
            """
        )
    ]
}
