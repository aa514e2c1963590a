extension Lists {
    /// Where children are or will be, and how to get in. What a school's own calendar says is no secret.
    static let whereabouts: [(sense: Sense, lines: String)] = [
        (
            .now,
            """
            were all|both|currently|still ~1 at|in|on ~4 <place>
            - designed|painted|drew|sang|sing|read|made|wrote ~5 on the ~2 bus|coach|train|ferry
            <group>|# are on|in|at ~2 <place> ~5 until|till
            stopped|stopping|pausing|resting ~2 at ~2 services|<place>
            on our|the way to ~3 with year|class|reception|nursery
            greetings|hello|hi|waving from ~4 <place>|top|summit|coach|bus|train
            on the|a|our train|coach|bus|minibus|boat|ferry|plane ~1 to|back|home|heading
            <group>|we|# are ~1 eating|having|exploring|climbing|walking|watching|enjoying|paddling|queuing ~6 here|now
            having|enjoying ~1 a ~3 time|blast|ball|day at|in ~2 <place>|^
            with year|class|reception|nursery ~4 back at|by ~2 #
            just|have got|reached|landed ~1 to|at|in ~5 <place>|hostel|hotel|centre|^
            we are|were ~2 out at|in|on ~2 <place>
            we are ~1 at ~3 <place>
            follow our walk|journey|route|coach|hike
            just passing ~3 the|church|shops|<place>
            right now|at the moment|as we speak|at present ~8 <place>|coach|bus|train|minibus
            right now ~8 <place>|coach|bus|train|minibus|picnic
            at the moment ~8 <place>
            as we speak
            <place> ~5 right now
            <place> ~5 at the moment
            <group>|# ~3 currently|presently ~6 <place>|coach|bus|train|minibus|trip|walk
            currently|presently ~1 at|in|on|visiting|exploring|walking ~5 <place>|coach|bus|train|minibus|trip
            live from ~5 <place>|trip|coach
            live location
            just arrived ~4 <place>|safely|hostel|centre
            <group>|we|weve|have|# ~3 arrived ~2 safely
            arrived safely
            on our|their way ~3 to|back|home ~4 <place>|from|school|centre|residential
            - on our way to ~2 target|our|raising|becoming|total
            <group>|we|#|were|theyre|and ~3 on the|board|aboard|their ~2 coach|bus|minibus|train|boat|ferry
            - on the ~1 bus|train ~2 book|song|story
            <group>|# is|are ~1 at|in ~5 <place> ~6 today|now|until|morning|afternoon|moment
            <group>|# is|are ~2 having ~4 at|in ~3 <place>
            <group>|# is|are ~1 at ~4 <place>
            were at|in|on|off|heading|here|exploring|visiting|enjoying|having|outside|waiting ~6 <place>|coach|bus|train|minibus
            here at the ~3 <place>
            come and find us ~2 at
            checked|checking in at
            <group>|we|# ~1 will|well be back ~3 at|by|around #
            walking through|along|round|around ~4 now|moment
            enjoying ~3 lunch|picnic ~3 <place> ~3 now|today
            """
        ),
        (
            .trips,
            """
            <group>|#|we|off|they ~3 walk|go|travel|be|heading|off|going ~1 to ~3 ^|<place>|library|church|pool ~3 every|this|tomorrow|on|at ~2 <day>|afternoon|morning|evening|week|#
            - walk|go|be|going|off ~1 to ~3 ^ ~3 this|on|at ~2 <day> ~2 assembly|service
            - off to ~2 flying|great|super|good|brilliant start
            every|on <day>|week ~2 at # ~2 along|via|from|by|near|through
            coach|bus|minibus|train back|home ~2 at|by|for #
            we|year|# ~3 <be> ~2 camping|sleeping|staying ~2 at|in ~2 ^|<place>
            staying ~1 at|in ^
            - staying in ^ ~1 school|year
            <group>|we|#|they|were ~1 will|going|are|off|well|were|heading|travelling|visiting ~10 <place>|hostel|residential|camp ~9 <day>|next|am|pm|week
            <day>|next ~8 <group>|we|#|they|were ~3 will|going|are|off|visit|visiting ~8 <place>|hostel|residential|camp
            trip|outing|excursion|residential ~1 to ~7 <day>|next|leaves|departs|leaving|departing
            <day>|next|weeks ~5 trip|outing|excursion|residential ~1 to
            -- form{s,}|consent|pay|payment{s,}|parentpay|deadline|letter{s,}|due|deposit|places|money|volunteers|helpers|return
            coach|coaches|bus|minibus|train ~2 leaves|departs|leaving|collects|arrives|returns|picks ~8 #|am|pm|at|from
            staying ~1 at|in|overnight ~4 hostel|hotel|centre|lodge|campsite|inn|travelodge|yha|premier
            meet{ing,} ~2 at|outside|by ~4 <place>|gate|entrance ~5 at|from ~1 #
            drop ~1 off ~2 at|outside ~4 <place> ~4 at #
            """
        ),
        (
            .access,
            """
            - code{s} ~2 private|secret|safe|yourself|yourselves
            keypad|pin|key|alarm|door|gate|entry|lock number|pin|combination ~2 is|to|for|has|was
            gate|door|window|fence ~3 doesnt|wont|not|cant|isnt ~2 lock{ed,s}|shut{s}|close{s,d}|latch|secure
            gate|door|entry|entrance|alarm|keypad|access|security|key|lock|building|site|padlock code{s,} ~5 is|are|for|has|to|still|now|stays
            - code{s,} ~2 of|conduct
            code|number ~2 for|to|on ~3 gate|door|alarm|building|keypad|entrance|keysafe|lock|safe|shed
            gate|door|alarm|keypad|entry|access code
            - dress|qr|morse|bar|python|scratch code
            gate|gates|door|doors|entrance|window{s,} ~4 unlocked|propped|wedged|unattended|broken|unsecured
            gate|gates|door|doors ~3 left|is|are|be|stays|always ~1 open|unlocked ~4 all|during|until|overnight|night|if|because|so|for|just
            - gate{s,}|door{s,} ~4 open ~2 at|from|for|to ~3 #|parents|drop|collection|fair|everyone|all
            leave|leaving|left ~3 gate|gates|door|doors|window{s,} ~1 open|unlocked
            left open|unlocked
            spare|master key{s,}
            key{s,} ~3 under|hidden|kept|left|behind ~3 mat|pot|safe|stone|reception|office
            cctv|camera|cameras|alarm|alarms ~4 isnt|arent|not|broken|working|off|down|faulty|doesnt|out
            - camera|cameras ~3 off|on|not|down
            cctv|camera|cameras ~2 isnt|arent|not working|recording|on
            safe combination
            """
        ),
        (
            .routines,
            """
            picked|collected ~1 by <he>|their ~1 <family>
            walk{s,ing} ~1 home|to|from ~2 alone|self|own|herself|himself|school ~1 alone|by|on
            -- safely|permission|allowed|road|pupils|children|living ~8 walk{s,ing}
            walk{s,} home alone|by
            catch{es,}|get{s,}|take{s,} the ~3 bus|train|tram ~6 alone|every|home|from
            <he>|<child>|^<given> ~2 catch{es,}|gets|takes the ~2 bus|train|tram
            <he>|<child>|^<given> ~2 lives|living ~1 on|at|in|near|opposite|behind|next
            - lives|living ~1 in|on ~3 sea|jungle|forest|castle|hole|rainforest|desert|ocean|antarctica|africa|times|a
            <be>|be ~1 collected|picked ~2 by ~5 at|every|on|from
            lets himself|herself ~1 in
            home alone ~3 until|every|after
            address is
            - school|email|our|web|website|the|office ~1 address is
            """
        ),
        (
            .empty,
            """
            nobody|noone is|are|in ~1 in|on|at ~1 school|site|building
            nobody|noone ~1 on site
            school|site|building|buildings|office|premises|house ~4 is|be|are|stands|left|lies ~2 empty|unattended|unoccupied|deserted|unmanned|unguarded
            - empty ~1 classroom|lunchbox|box|bottle|plates
            one|nobody|noone|anyone ~3 on|in|at ~1 site|building|premises|school ~4 all|until|after|over|weekend|from|this|during|overnight|between
            - anyone ~3 in school ~3 with|who|can
            caretaker|site ~1 manager? is ~1 away|off|on ~2 holiday|leave|until|sick|ill|this
            school|site|building is|left ~1 unlocked|open ~2 all|over|overnight|night
            nobody|noone here ~1 until
            no one ~1 here|there until|over
            house|home will be empty
            away on holiday ~4 house|home
            """
        ),
    ]
}
