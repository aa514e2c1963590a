/// The words around a name that say whether it is one.
enum NameCues {
    private static func words(_ text: String) -> WordSet {
        WordSet(text.split { $0 == " " || $0 == "\n" }.map(String.init))
    }

    /// Before a name: an adult or a figure, not a pupil.
    static let titles = NameParts.titles.union(
        words(
            """
            king queen prince princess saint st uncle auntie aunt father sister brother president mayor councillor cllr pope \
            bishop emperor empress pc pcso nurse coach chef pastor imam rabbi vicar canon officer sgt sergeant baroness \
            baron duke duchess earl storm hurricane santa
            """))

    /// Capitalised words after a first name that are no surname.
    static let neverSurname = words(
        """
        a an and the in on at of for to from with by is was are were has had have will would can could who whose as or but nor \
        year years yr class form reception nursery primary school academy college well done congratulations congrats won wins \
        winner winners our we you your i he she they it its this that these those my me us him her them his their there here \
        star stars team house captain vice head girl boy pupil pupils student students prefect monitor ambassador leader \
        happy great good super brilliant fantastic amazing wonderful excellent superb proud thank thanks what when where why \
        how january february march april june july august september october november december monday tuesday wednesday \
        thursday friday saturday sunday today tomorrow yesterday gold silver bronze first second third 1st 2nd 3rd \
        player match week weeks month award awards certificate prize medal cup trophy ks1 ks2 ks3 ks4 eyfs group groups y \
        also then did does do not no yes please all both each every another come came get got goes going gets go see \
        scored scores said says made makes loves loved enjoyed plays played ran runs writes wrote reads read sings sang \
        art maths english science music history geography pe french spanish drama computing writer reader artist \
        artwork work poem story drawing painting picture photo if so now just up out over against versus vs plus aged age
        """)

    /// After a name: a class, team or place that bears it.
    static let groups = words(
        """
        class classes house team group room ward centre center church chapel cathedral road street lane avenue close drive \
        park school academy primary hall hill farm wood woods court way trust day week term cottage lodge square gardens \
        green bridge library hospital hospice foundation cup league festival fair market bank holiday appeal award tree \
        trees half tour show company garden club cafe sunday monday bush petals pad pads season fields valley \
        canes cane wreath wreaths branch branches twigs sticks leaves berries seeds stems boughs bark weaving hoops \
        basket baskets bushes red
        """)

    static let placeNouns = words(
        """
        church hall park field fields hill wood woods lane green bridge farm court house street close moor heath meadow \
        lodge grange manor bank cross ford mill well wells
        """)

    static let determiners = words("the a an our your my their his this these those each every any some no new")

    /// Names that in a sentence are nearly always people, even where a capital says nothing.
    static let mostlyNames = words(
        """
        jack harry tom john josh martin jimmy bobby bob bobbie maria matt max meg nick nicky ned peter phoebe sally terry troy \
        jade jasmine kitty mike piers rick roger rosemary ruby daisy lily poppy holly ivy hazel heather amber betty colleen \
        dean ernest felix flora george jessie jasper jay jake josie ken leo lee lewis louis molly monty oscar owen polly ray \
        rhea rob robin rory sam scarlet sherry ted teddy theo toby tommy tony trinity violet violet willow ella ellie ben \
        eddie freddie alfie archie charlie josephine stella victor viola ebony elsie eve felicity fern iris abbey billy \
        bonnie freddy jenny johnny penny rosie rowan sandy winnie zach mason cooper tyler hunter parker archer harper \
        marshall logan grant dale glen guy drew carter bailey
        """)

    /// Virtues and moods: school values as often as names.
    static let abstract = words(
        """
        hope faith joy charity grace patience harmony melody promise blessing justice liberty freedom unity trinity \
        destiny serenity honor honour verity prudence felicity constance clemency bliss miracle star love precious heaven \
        praise
        """)

    static let times = words(
        """
        january february march april may june july august september october november december monday tuesday wednesday \
        thursday friday saturday sunday spring summer autumn winter easter christmas noel holi diwali eid advent lent \
        epiphany halloween hanukkah vaisakhi dawn eve season midsummer
        """)

    static let places = words(
        """
        london paris chelsea brooklyn georgia jordan israel florence sydney austin india kenya asia ireland lincoln chester \
        preston kent devon carlisle milton victoria adelaide madison phoenix dallas houston savannah catalina verona \
        vienna sienna siena geneva petra malta cairo kingston camden eden jersey wales holland england france carolina \
        virginia alexandria jackson denver dakota montana zion bethany bethlehem shannon clyde avon severn skye iona arran \
        harris ayr lorne bristol derby wells bath ely shelby whitby ashton selby kirby bradley clifton stanley beverley \
        kimberley florida china japan africa america italy spain rome athens egypt cuba peru chile chad mali nairobi \
        windsor hastings norfolk warwick stafford lancaster york durham burton sutton bolton bradford washington \
        wellington melbourne alabama boston orlando santiago valencia lourdes odessa memphis aurora persia tirzah
        """)

    /// Before a place or a time.
    static let placePrepositions = words(
        """
        in to from at near visit visited visiting around across through via into outside toward towards of for on this \
        last next until till by early late mid since during end before after every between
        """)

    static let praise = words(
        """
        congratulations congrats done bravo thanks thank birthday luck welcome proud presented awarded goes given kudos hooray \
        applause
        """)

    /// Before a colon: what follows is who got it.
    static let honours = words(
        "star stars winner winners week month award awards captain champion certificate certificates")

    /// What people do; after a word that may be a name, it is one.
    static let deeds = words(
        """
        scored won wins said says made makes wrote writes played plays ran runs swam came got achieved earned received showed \
        shows loves loved likes liked enjoyed enjoys helped helps created built painted drew sang performed worked completed \
        finished raised joined celebrated took told shared thinks thought found learned learnt designed baked cooked brought \
        spoke impressed represented collected cycled jumped tried who wants wanted asked explained answered danced read \
        reads passed gained wowed beat led became gave put used knew decided started visited tells explains practised \
        donated organised planted spotted discovered invented solved recited qualified competed threw caught kicked \
        demonstrated deserves deserved plans hopes read
        """)

    static let states = words("is was has had isnt wasnt also did does can could would should")

    /// Works that bear a name: `our production of Matilda`.
    static let works = words(
        """
        production performance version story book film musical novel play watching watch watched reading read studying \
        performing songs tale adventures author show staging presents present called character pantomime panto rehearsing
        """)

    /// Phrases in which a first name is nobody at the school.
    static let phrases: [[String]] = """
        jack and the beanstalk|jack and jill|jack in the box|jack of all|jack o lantern|jack frost|harry potter|peter pan
        peter rabbit|alice in wonderland|charlie and the|james and the giant|oliver twist|romeo and juliet|mary and joseph
        joseph and mary|joseph and the|joseph and his|noah ark|noah and the|adam and eve|david and goliath|george and the dragon
        hansel and gretel|thomas the tank|bob the builder|dora the explorer|matilda the musical|daniel and the lion
        daniel in the lion|billy goats gruff|billy goat gruff|mary poppins|mary had a|robin hood|robin redbreast
        the holly and the ivy|holly and ivy|tom and jerry|ant and dec|wallace and gromit|ben and jerry|ben and holly|bill and ben
        marks and spencer|john lewis|victoria sponge|percy jackson|rosie walk|simon says|jonah and the|moses and the
        ruth and naomi|cain and abel|martin luther king|lion and the|topsy and tim|biff chip and kipper|chip and kipper
        ruby jubilee|harvest festival|penny for the guy|angel gabriel|the grace|amazing grace|will and testament
        thank god|max and the|handa surprise|katie morag|winnie the pooh|winnie the witch|charlie and lola
        anne of green|little women|david copperfield|fair trade|jamie magic torch|postman pat|fireman sam|paddy day
        elmer the|zog and the|tom gates|artemis fowl|emma jane|sophie world|rainbow fish|stig of|danny the champion
        george marvellous|daisy chain|daisy chains|poppy appeal|poppy day|poppies|ivy league|lily pond|rose petals|pip and posy
        charlotte emily and anne|emily and anne|anne and emily|anne frank
        """.split { $0 == "|" || $0 == "\n" }.map { $0.split(separator: " ").map(String.init) }

    static let phrasesByWord: WordMap<[[NameKey]]> = {
        var found: [String: [[NameKey]]] = [:]
        for phrase in phrases {
            for word in Set(phrase) where word.utf8.count > 2 {
                found[word, default: []].append(phrase.map { NameKey($0) })
            }
        }
        return WordMap(found)
    }()
}
