/// British short forms of first names, read in both directions.
enum ShortForms {
    /// Every other name a person of this name may go by; spellings are folded.
    static func of(_ name: String) -> [String] { table[name] ?? [] }

    private static let table: [String: [String]] = {
        var table: [String: Set<String>] = [:]
        for line in groups.split(separator: "\n") {
            let names = line.split(separator: " ").map(String.init)
            guard let long = names.first else { continue }
            for short in names.dropFirst() {
                table[long, default: []].insert(short)
                table[short, default: []].insert(long)
            }
        }
        return table.mapValues { $0.sorted() }
    }()

    /// A long form, then its short forms; a short form stands for each of its long ones, not for its siblings.
    private static let groups = """
        abdullah abdul abdi
        abigail abi abbie abby gail
        adam ad
        adelaide addie ada
        agnes aggie
        aidan aid
        alastair al ali alasdair
        albert al bert bertie albie
        alexander alex alec al xander zander sandy lex sasha
        alexandra alex lexi lexie sandra ali sasha alexa
        alexandria alex lexi
        alexis alex lexi
        alfred alf alfie fred freddie
        alice ali allie
        alison ali allie
        alistair ali al
        amanda mandy
        amelia amy millie milly mia mel emmy
        andrea andi
        andrew andy drew
        angela angie ange
        anna annie
        annabel anna annie bella belle
        annabelle anna annie bella belle
        anne annie
        anthony tony ant
        antonia toni
        arabella bella belle
        archibald archie
        arthur art artie arty
        ashley ash
        ashleigh ash
        aurora rory
        barbara barb babs barbie
        barnaby barney
        bartholomew bart
        beatrice bea bee trixie beattie
        beatrix bea trixie
        benedict ben benny
        benjamin ben benny benji benjy
        bernard bernie
        bernadette bernie
        bethany beth
        bradley brad
        brandon bran
        bronwen bron
        caitlin cait kate
        cameron cam
        camilla cam millie milla
        caroline caz carrie caro
        cassandra cassie cass
        catherine cathy cath kate katie cat
        charles charlie chas chuck
        charlotte charlie lottie lotty char
        chloe chlo
        christian chris
        christina chris tina chrissie christie
        christine chris tina chrissie
        christopher chris kit topher
        clementine clem clemmie
        constance connie
        cordelia delia
        cornelius neil
        cynthia cindy
        daniel dan danny
        daniela dani
        danielle dani elle
        david dave davey davy dai
        deborah deb debbie debs
        dominic dom nic
        dominik dom
        donald don donny
        dorothy dot dotty dottie dolly dora
        edmund ed eddie ned ted
        edward ed eddie ned ted teddy
        edwin ed eddie
        eilidh ailie
        eleanor ellie elle nell nellie nora ella
        elena ellie lena
        elias eli
        elijah eli
        elizabeth liz lizzie beth betty betsy eliza libby ellie elsie bess bessie lilibet
        elisabeth liz lizzie beth betty eliza lisa
        ella ellie
        eloise ellie elle
        emily em emmy millie milly
        emma em emmy
        emmanuel manny manu
        erin ez
        esme esmie
        ethan eth
        euan ewan
        eugene gene
        evangeline eva evie
        eva evie
        eve evie
        evelyn evie eve
        ezekiel zeke
        faisal fas
        fatima fatty fati
        felicity fliss flick
        finlay fin finn
        finley fin finn
        finnian finn
        florence flo florrie flossie
        frances fran frankie francie
        francesca fran frankie chess cesca
        francis frank frankie
        franklin frank frankie
        frederick fred freddie freddy
        frederica freddie
        gabriel gabe
        gabriella gabby ella gaby
        gabrielle gabby elle gaby
        gareth gaz
        gary gaz
        gavin gav
        genevieve gen evie
        geoffrey geoff
        george georgie
        georgia george georgie
        georgina george georgie gina
        gerald gerry
        geraldine gerry
        giovanni gio
        gregory greg
        guinevere gwen
        gwendolen gwen
        gwendoline gwen
        hamza hamz
        hannah han
        harriet harri hattie hatty harry
        harrison harry
        harold harry hal
        heather heth
        helen nell
        helena lena
        henrietta hettie hetty etta hattie
        henry harry hal hank
        horatio harry
        hugo hugh
        ibrahim ibby ibra
        imogen immy immie
        isaac zac ike
        isabel izzy bella issy belle
        isabella izzy bella issy belle ella
        isabelle izzy bella issy belle
        isobel izzy issy
        isla isy
        jack jackie
        jackson jack
        jacob jake
        jacqueline jackie jacqui
        jakub jake kuba
        james jim jimmy jamie jem
        janet jan
        janice jan
        jasmine jas jazz jaz jasmin
        jason jase
        jayden jay
        jeffrey jeff
        jemima mima jem jemmy
        jennifer jen jenny jenna
        jeremiah jerry
        jeremy jez jerry
        jessica jess jessie
        joanna jo jojo
        joanne jo
        john johnny jack
        johnathan john jon jonny
        jonathan jon jonny jonty
        jonah joe
        jordan jord jordy
        joseph joe joey jo
        josephine jo josie joey
        joshua josh
        judith judy jude
        jude jed
        julia jules
        julian jules
        juliet jules
        juliette jules
        katarzyna kasia
        katherine kate katie kathy kat kath kitty kit
        kathryn kate katie kathy kat kath
        katharine kate katie kathy kat kath
        kathleen kath kathy kate
        katya kat
        kayleigh kay
        kenneth ken kenny
        kenzie mackenzie
        kimberley kim kimmy
        kimberly kim kimmy
        kirsten kirsty
        kristina kris tina krissy
        kristopher kris
        laurence larry laurie loz
        lawrence larry laurie loz
        leah lee
        leonard leo len lenny
        leonardo leo
        leopold leo
        lewis lew lewie
        liliana lily lili
        lillian lily lil
        lilian lily lil
        linda lin
        logan log
        louis lou louie
        louise lou lulu
        lucas luke
        lucinda lucy cindy
        lucille lucy
        lucy lu luce
        lukasz luke
        luke lukey
        lydia lyd
        lynette lyn
        madeleine maddie maddy
        madeline maddie maddy
        madison maddie maddy
        magdalena magda lena
        maisie mais
        malcolm malc
        malgorzata gosia
        margaret maggie meg peggy marge mags daisy greta
        maria ria
        mariam mari
        marianne mari
        marjorie marge
        martha marty
        martin marty
        mary molly polly may
        maryam mari
        mateusz mati
        matilda tilly tilda mattie
        matthew matt matty
        maurice mo
        maximilian max
        maximus max
        maxwell max
        megan meg megs
        melanie mel
        melissa mel missy lissa
        mia mimi
        michael mike mick mickey micky mikey
        michelle shell chelle
        mikolaj mikey niko
        miranda mandy
        mohamed mo
        mohammad mo
        mohammed mo
        mohamad mo
        muhammad mo
        muhammed mo
        mustafa mus
        nadia nads
        natalie nat natty tilly
        natasha tash nat tasha
        nathan nate nath nat
        nathaniel nate nath nat nathan
        niamh neve
        nicholas nick nicky nico nic
        nicola nic nicky nikki nicki
        nicole nic nicky nikki nicki
        nigel nige
        octavia tavi
        olivia liv livvy livvie ollie livy libby
        oliver ollie olly
        oluwaseun seun
        oluwaseyi seyi
        oscar ozzy oz
        oswald oz ozzy
        owen o
        pamela pam
        patience pat
        patricia pat patsy tricia trish patty
        patrick pat paddy patty rick
        paula polly
        pauline paul
        penelope penny nell
        peter pete
        philip phil pip
        phillip phil pip
        philippa pip pippa
        phoebe phebes
        piotr pete
        primrose rose primmy
        priscilla cilla prisca
        priyanka pri priya
        prudence pru prue
        rachael rach rae
        rachel rach rae
        raphael raph rafe rafa
        rafael rafa rafe
        raymond ray
        rebecca becky becca bex beck
        rebekah becky becca bex
        reginald reg reggie
        richard rich richie rick ricky dick
        robert rob robbie bob bobby bert
        roberta bobbie robbie
        roderick rod roddy
        rodney rod
        roger rodge
        ronald ron ronnie
        rory ror
        rosalind ros roz rosie
        rosamund ros roz
        rosanna rosie anna
        rose rosie
        rosemary rosie rose ro
        roxanne roxy
        rupert rupe
        russell russ rusty
        ryan ry
        sabrina bri
        samantha sam sammy sammie
        samson sam
        samuel sam sammy
        sarah sally sadie
        savannah sav
        scarlett scar lettie
        sebastian seb bas bastian
        seraphina sera fina
        shannon shan
        sharon shaz
        shaun shauny
        siobhan shiv
        simon si
        solomon sol solly
        sophia sophie soph
        sophie soph
        stanley stan
        stanislaw stan
        stella stell
        stephanie steph stevie
        stephen steve stevie ste
        steven steve stevie ste
        stuart stu
        susan sue susie suzy
        susanna sue susie zanna
        susannah sue susie zanna
        suzanne sue suzy
        sydney syd
        tabitha tabby
        tamara tammy
        tamsin tam tammy
        tatiana tania
        terence terry
        teresa terri tess tessa
        theresa terri tess tessa
        thaddeus tad ted
        theodora dora thea theo
        theodore theo ted teddy
        thomas tom tommy
        timothy tim timmy
        tobias toby tobi
        tomasz tom tomek
        tristan tris
        ursula ursie
        valentina val tina
        valerie val
        vanessa nessa ness
        veronica ronnie vera
        victor vic
        victoria vicky vicki tori vic
        vincent vince vinny vin
        violet vi
        vivian viv
        vivienne viv
        walter wally walt
        wilfred wilf fred
        wilhelmina mina billie
        willemina mina
        william will bill billy willy liam wills
        winifred winnie freddie
        wojciech wojtek
        yasmin yas yaz jasmine
        yasmine yas yaz
        yusuf yus joe
        yvonne eve
        zachariah zac zach zack
        zachary zac zach zack zak
        zacharias zac zach
        zakariya zak zac
        zara zar
        zoe zo
        """
}
