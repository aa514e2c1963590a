/// Names that are also English words, so that a capital or its neighbours must decide.
///
/// Drawn from public lists of given names and surnames, kept where a British dictionary has the word too.
enum OrdinaryWords {
    static func contains(_ word: Word) -> Bool { words.contains(word) }
    static func contains(_ key: NameKey) -> Bool { words.contains(key) }

    private static let words = WordSet(
        """
        abate abbey abbot able abler ace acre acres admire agar aide akin al alas albino alder alderman alley ally \
        almond alpha alt alter alto amber amen amend an angel angelic anger angers angle angles angst antes apollo \
        apple april arbour arch archer arena arenas arias armour arms arrant arroyo art artist ash askew aspen atlas \
        auger august aura autumn aye azure bachelor back backer bacon bad bade badger bail bailey baize bake baker \
        bald balding bale bales balk ball balling balls band bandy bane banes bang bangs banister bank banker banks \
        banner banning bannister baptist barb barber bard bare barefoot barge bark barker barks barley barney barns \
        baron barren barrette barrier barrio barrios barrow barrows barter bash basil bass bassi basso bast bate bates \
        bath batten battle battles batty bay bays beach beagle beam beams bean beans bear beard beau beaver beavers \
        beck bee beech been beer beers beets begin bell belle belles bellows below belt bench bender bent berg berry \
        berth beryl best bet betters bevel beverage bias bible bickers biddy bier big bigger bill billing billings \
        bills billy binder birch bird birdie bishop bitter black blacker blade blades blanch bland blank blanks blaze \
        blazer blessing blind bliss blizzard block blood bloom bloomer blossom blow blowers blue blunt bo board \
        boatman bob bobby bode bodily bodkin body bold boles boll bologna bolster bolt bombard bombardier bond bonds \
        bone boner bones boney bong bonier bonnet bonnie bonny book books boon boor boos booth boots booze boozer \
        border borders boring born borne boroughs boss both bottom bottoms bough bounds bourbon bourgeois bow bower \
        bowers bowler bowling bowman box boxer brace bracken brad brain brake bramble branch brand brandy brasher \
        brass bravo brawn bray brazier bread breed breeding breeze brew brewer brick bridge bridges brier bright brim \
        brink brinks brisker broach broad broaden brogan broker brook brooking brooklyn brooks broom brothers brow \
        brown browner browning brunet brunette brunt brush buck buckle buckler buckles bud buddy budge buff bull \
        bullion bullock bump bumpers bun bunch bunker bunny bunt bunting burden bureau burg burger burgher burner \
        burns burr burrow burrows bury busby bush bushman buss buster bustle butcher butler butt butter butters \
        buttery button butts buzzard bye cabana cable caddy cadet cage cairn cairns calico call callow cam camel \
        camellia camp camper canary cancel candy cane canning cannon canon canter canto canton cantor cap cape capers \
        caprice captain caraway card cardinal cargo carmine carol carpenter carrel carrier carrion carry carter carver \
        case cash cassette caster castle castor cat catchings cater cavalier cave caves cedar celesta cerise certain \
        chad chain chalk chamber chamberlain chambers champ champagne champion chance chancellor chancy chandler \
        channel chapel charity charters chase chastity check cheek cheeks cheers chelsea cherish cherry chess chestnut \
        chew chi chick child chill chin china chip chock choice chow christen christian christmas chuck church chute \
        cinnamon circle citizen clack clapper class claw clay clear cleaver cleaves clemency clement clerk clever \
        click client cliff clink close clothier cloud clover cluck clutter coach coachman coats cobble coffee coffer \
        coffin coil coke cola colas collar colleen collie collier colon combs comer comes comfort commander commodore \
        commons compo compos con conception cone confer constable constance constant converse cook cooks cool coon \
        coons coop cooper coots cope copes copper coral cordon core cork corn corner corning corns corona corp corpus \
        corral cost cote cotter cotton couch council counter countess countryman counts coupe court courts cousin \
        cousins cover covert covey coward cowboy cowling cox coy coyer craft crafts cram crane crank crass craven \
        cravens craw cray crays creamer creed creek creel cress crew crews crick crisp crochet crofts crone crook \
        crooks cropper crosier cross crouch crow crown crozier cruise crumb crumble crystal cue cuff cull cumming curd \
        curl curling current curry curt custard cutter cutting cypher cyphers dahlia daily dais daisy dale dales dally \
        dam dame dames dance dancer dandy dane dare daring dark darling dart dash dates daub dauber dauphin davenport \
        dawn day days de deacon deal dean deans dear dearth deb decamp deck deeds deem deems deer deforest degree \
        delay dell delta demo demos dent deputy derby derrick derringer desire dessert destiny dew dewberry dial dials \
        diamond dibble dice dick dickey dickie dicks dieter dike dill dills dimple dines dirk dirks ditch ditto diver \
        divers divine do dock doctor dodge doe dole doles doll dollar dolly dolphin domino don done dong doom door \
        dory dot dotty doughty douse dove dowdy down downer downing downs dragon drain drake drakes dray dress dresser \
        drew dries driver drown drum drummer dry dryer duck dudgeon due duet duff duke dukes dull dung dunning dusty \
        duty dye dyer dyke dykes eager eagle eagles ear earl earls early earnest east easter easterly eaves ebony echo \
        ed eddy eden edge elder elders elks ell ells elms else ember emerald emery english ensign era espy ester \
        esters eve even evens ever every eves ewers eye factor fail fails fain fair fairy faith falcon falconer fall \
        fallen falls fan fang fanning fanny farina farmer farrow farthing fast fawn fears feather feathers fee \
        felicity fell feller fellows fells felt felts fender fennel fern ferry fetter fetters few fey field fielder \
        fielding fields fife file files fill filler fillers finch fine finger fink finks firth fish fisher fitting fix \
        flack flake flakes flax fleck fleet fletcher flick flicker fling flint flock flood flora florence flower \
        flowers fluke flurry fly folk folks fonder font footman force ford fore forehand foreman forest forester fort \
        forte fortes forth fortune forward foster fountain fox frame frank franks fray free freed freedman freedom \
        freeman freer freeze french freshwater friar fried friend frier fries frisk frost fry fryer fudge fuller funk \
        furlong furlough furrow furry fury fuss gable gain gains gaiter gala gale gales gall gallant galley gallop \
        gamble games gander garden gardener gardens garland garner garnet garret garrison gash gates gathers gaunt gay \
        gayer gearing gee gem gene general genesis genie gent gentile gentle gentry german gibbon gibbons gift gill \
        gills ginger gist given givens glad gladden glade glance glass glaze glazier glen glory gloss go goad gobble \
        going goings gold golden goldsmith gong goo good goodnight goods goodwill gore gory gouge gourd grace gram \
        grams grand grange grant grass grate grave gravel gravely graver graves gray great green greenhouse greening \
        grey gribble grief grieve grieves griffin grill grim grimes grimmer grinder grist groom grooms gross grounds \
        grout grove groves grow grumbles guard guess guest guild gulley gully gum gunning gurney gust guy ha hack \
        hacker hackney haddock haggard hail hair hake hakes hale hales hall hallmark halls halter ham hamburger hamlet \
        hammer hammers hammock hand handler hands handy hang hanger hank hanks harbour hard harden harder hardy hare \
        haring harm harmony harms harness harp harps harries harrow harry harsh hart hash hasting hasty hatch hatter \
        haven havens hawk hawker hawks haws hawthorn hay haycock hays hazard hazel he head heady heal heap heaps heard \
        heart heater heath heather heaven heck heckler hector hedge hedges heft height heist held helm helms helper \
        hem hemming her herald herb herd herder heron herring hertz hew hey hick hickey hicks high highland hill \
        hillier hills hilt hilts hinds hires hitch ho hoard hobby hock hocking hogan hogans holder holding hole \
        holiday holler hollow holly homer homes hone honey hood hook hooker hooks hoop hoops hoots hope hopes hopper \
        hopping horn horsey hose host house householder hove hover huckleberry huddle hue huff hug hull human humble \
        hung hunger hunt hunter huntsman hurdle hurt husband husbands husk hyacinth hypes ice in indigo inks innocent \
        ion iris irish irons island ivory ivy jack jacks jade jarred jasmine jasper jay jeans jerkins jester jet jewel \
        jimmy jo job jock john johns joiner jolly josh journey joy judge julienne jump jumper june junior juniper junk \
        junker jury just justice kale karma keel keeling keels keen keener keep ken kerbs kettle key keys khan kidder \
        kiddy kidney kielbasa kim kin kind kinder kindle kindred king kinsman kiss kit kitchen kitchens kite kitty \
        kluge knack knee knell knight knights knoll knuckles krone kroner la lack lackey lacy lade lady lager lain \
        lair lake lakes lam lama lamas lamb lamp lance land lander lane lank lard large larger largo lark lash lass \
        lasso latch laughter laurel lavender law lawless laws lawyer lax lay layman le lea leach leader leaf league \
        leak leaks lean learn learned lease leathers leavens ledger lee leech leek lees legend lei leis leisure lemon \
        lemons lent leopard lesser level lever levering levy liberty liefer lien lieu light likens likes lily linden \
        line linen liner lines ling linger lingo link linker lint lion lira lisle list little littler lively livers \
        llamas llanos lo loan lobe lock locker locust lodge loll london lone long look looney loop loose lopes lord \
        lords lore loss loth loud louder love loveless lovely loving low lower lubbers luck lucky luna lung lush \
        lusher lust lute lutes lynch ma mace macintosh madden madrigal magnolia mai maiden mailman main mains maize \
        major majors maker mallard mallet mallow man manes manger mango manly manna manner manners manning manor mans \
        mantilla mantle manual many maple maples mar marble march mare mares margarita maria marina marine mariner \
        mark marker marks marlin maroon marquess marquis marrow marry mars marsh marshal marshall mart marten martens \
        martin martini martins marts marvel mash mask mason mass mast master masters matt matte matter mattes mattocks \
        maudlin maul maverick max maxim maxima may mayo mayor mayoral maze mead meadow meadows meals mealy means medal \
        medley meek meeker meg melody merchant mercy merino merle merry mesa messenger messier messing meta metro mi \
        mica mickey mike miler miles mill miller millet milliner milling million mills min miner mines ming mingle \
        mink minks minor miracle mire miser miss mister misty mitten mitts mix mo moats mock mode moire mole moles \
        moll money monger monk monks moody moon moor mooring moors moos moose moots moray more morning morocco morrow \
        moss most mote motes motley motto moulder mount mountain mounts mouser mower mowers muck muff mule mull mullet \
        munch muse music mustard mutter my myrtle nail nails natal nation nations naval nave nay near nest nestle \
        netter nettles new newborn newcomer newton nice nicely nick nickel nickels nickle nickles nicks nigh \
        nightingale nipper nix noble nobles nodal noel non noon noor norman north northern nova novella nu null number \
        numbers nun nunnery nurse nutmeg nutting oak oaks oasis obey ocean officer ogle ogles oh ohm old olden olive \
        omega opal orange orchard ore organ oriole osier otter ours outlaw overall overcast overland overly oxford pa \
        pace pack packer paddock pagan page pages painter pair paisley pal palazzo palm palomino pals pan pancake \
        panda pane pang pansy panther papa papas paradise pardon pare parent parfait paris parish park parker parks \
        parry parsley parson parsons partridge paschal pass pastor pasty pat patch pate patience patron patsy patty \
        payer pea peace peach peaches peacock peak pearl pearly pears pease peat peck peed peek peel peer peg pelt \
        pence penning penny people peoples pepper peppers person persons peter peters petite petty pew phoebe phoenix \
        piano piazza pica piccolo pick pickerel pickle pickles pier pierce piers pigeon pike pilgrim pillar pillow \
        pilot pine pines ping pinion pink pinkie pinto pip piper pipes pippin pippins pita pitcher place plain plank \
        plant plaster plate platter player plaza pleas pleasant plum plumb plumber plump plunk pointer points police \
        poling polite poll polo pond ponder ponds pontiff pool poor pop pope poplar poplin poppy porch port porter \
        poss post potter pound pounds power powers pray precious president press pressman pretty price pride pries \
        priest priestly prim prime primer primmer primrose prince princess prior proctor profit prom promise proper \
        prophet prosper province provost prude prudence pry puff puffer pulley puma punch purser putt quail queen \
        quick quill quirk race rafter rain rains rainwater rake rakes ram randy range ranger rank ransom rape rapier \
        rash rather rattler raven ray razor re reach read reader reading ready real ream reamer reams reaper reason \
        reasons rebel record rector red redden reddish redwood reed reedy reef reel reels reeve reeves regal register \
        rein reis render revel revels rhea rhymes rice rich richer rick ricks riddle riddles rider ridge riding rife \
        riffle right righter riles rimes ring ringer rink ripple riser rising risk river rivers rivet rm roach roan \
        rob robin robins rock rocker rocky rod rode roe roebuck roger rogers rogue roles roll roller rolling rolls \
        romaine roman rood roof rook rooks room root roots rose rosemary roses rosette rosier rosin rosy rote rough \
        round rounds rouse row royal royals royalty ruby rudder ruddy rude ruder rue ruff ruffing rule rumble rummage \
        runnels runner running ruse rush rushing rusk rust rusty rye sable sack sacks saffron sage sager said sailor \
        saint salaam sale sales sally salmon salmons salter salvo sample samples sand sander sanders sandman sands \
        sandy sane saner sang sari sass saucier savage savanna savannah savant saver sawyer sawyers sax say scales \
        scarlet schmaltz schmalz schmuck scott screen screws scull scurry sea seal seals seaman sears season seat \
        seats see self sell sellers sells seltzer selvage senior sera sergeant sermons service session sessions settle \
        settles sever severance severe severs sexton shack shad shade shah shake shams shank shanks sharp sharper \
        shaver shavers shear shearer shears sheen sheets sheikh shell sheller shepherd sheriff sherry shield shields \
        shilling shillings shim shin shine shiner shire shires shirk shiver shivers shock shoe shoemaker shook shore \
        shores short shorter shorts shoulders show showers showman shows shuck shuffler shutter shy sibyl sickles \
        sides sidle sierra silk sill sills silver silvers silversmith sim simmer simmers simpler sims sin sine sing \
        singer singleton sink sinner sires sites situ six sizer skates skip skipper sky slack slate slaughter slay \
        sledge sleeper slick sloop slough sly small smalls smart smiley smit smith smock smothers snider snipes snow \
        snowball so sober sobers sol solar sole soles son song sonny sons soon sorrels sours south southern southward \
        sowers spade spake span sparkle sparks sparrow spates speaker speaks spear spears speck speed spell speller \
        spells spencer spies spikes spinner spires spoon spoor spray spring springs sprinkle sprung spry square squire \
        squires stabler stack stacks staff stage staggers stair stairs stake stalker stall stalling stalls stamp \
        stamps standard staple stapler staples star stark starling start states stead steed steel steely stein stella \
        stem steppe sterling stern sterner sterns steward stickler stiff stiles still stiller stills stilts stinger \
        stock stocking stocks stoke stoker stokes stone stoner stoney stoops stops storey stork storm storms stormy \
        story stout stow straight strain strait strand strange straw street streets stretch stringer stripling strode \
        strong struck strum stuck student stump sturgeon styles such sue sugar suits sullen sultan sum summer summers \
        sun sung sunny sunshine super surface swain swallow swan swank sward sweat sweet sweeten swift swim swims \
        swindle swindler swing swinger swisher sword swords sydney tack tad tall tally tam tan tang tank tanner tardy \
        tarry tart tarter tawny taylor tea teal teddy tee teed teems teeter teeters tell teller temple temples tequila \
        terry test tester than thatch thatcher the then thistle thong thorn thrall thrash thrasher thresher thrift \
        thrower thrush thunder tiara tickle tiger till tiller timbers tinder ting tingle tinker tinkle tiny tipping \
        tittle to toll tom tome tomes toms ton tone toner tong tongue tony topping touchstone tow tower towers town \
        towns toy trader trail trainer trammel treasure treat trees tremble trice trim trimmer trinity troop trotter \
        troupe trout troy true trump truss trusty tuck tucker tuft tufts tune tuner turner tutor tweed tweedy twine \
        twining twist tyler tyre um unity urban usher utter vale valentine vales valley van vanish veal velvet venus \
        verge verity vermillion vessels vest vi via vicar vice victor victory vigil villa vine vines vineyard viola \
        violet virgin vise vital viva vivas vowels wacker waddle wade wafer wager wagers wages waggoner wagoner wait \
        waiters waits wake waldo wales walk walker wall walling walls waltz wan wand wanner ward warden ware warren \
        warring warrior wash washer watchman waters watt wattles watts wax way wear weary weatherman weathers weaver \
        wedding wedge wee weed week weekly weeks weight weir welch welcome weld well welling wellington wells welsh \
        welter wen west western wetter wheat wheeler wheeling wheelwright whetstone whistler white whiten whitener \
        whiting whittle wick wicker wicks wiener wight wild wilder wilds wile wiles will willow wills wilt win wince \
        wind windy wine wines wing winger wink winner winter winters wire wisdom wise wiser withers witty wolf wolfram \
        womble won woo wood woodcock wooden wooding woodland woodman woods woody wool word work workman works world \
        worm worth worthy wren wrench wright wrinkle aid ant arty bran can char debs dream even evens \
        fan fatty fin gabby gal gen god happy jazz log moon \
        natty paddy petal poet ran reign scar scout sorrel \
        tabby tally ten thing \
        yap yard yawn ye yen yeoman yip yon you young younger yuk yule
        """.split(separator: " ").map(String.init))
}
