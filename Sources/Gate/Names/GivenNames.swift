/// Common given names: a roll's first name right after one of them is somebody's surname (`Jamie Oliver`).
enum GivenNames {
    static func contains(_ word: Word) -> Bool { names.contains(word) }

    private static let names = WordSet(
        """
        abram ada adalberto agnus agueda ahmed ai alaine alayna alec alfie alfonzo allyn alona alonso amado amal \
        ambrose amelia amira andrea andreas andy angila anibal annelle antione antone antonia archie ardelia arden \
        arlen arlie arlo arlyne arnoldo asa ashlea asley audria audrie augustus austin avril barabara barack bari \
        barrett basilia beatrix bebe benedict benton bernardina berry bertram bettyann beula blake bo bobette boris \
        boyce bradly brant breana brendon brenton brice britt britteny broderick bryanna buck bud buena bukayo bula \
        burl burma buster calista callum camellia camila candra carlena carlita carmelia carol caroll carrol carylon \
        casimira cassey catherin catherina catheryn catrice cayla cedrick celinda chae chang charlena charlsie chas \
        chasidy chassidy chauncey chet chi chong christia christoper chu chung cindie cira claretta clarinda claud \
        claude claudio clemente cletus codi colby coleman collene colton columbus concha connie cordell corrin cortez \
        cristobal cristopher crystle cuc curtis cyrstal dagny daine dakota damion danilo dannie darcey darell dario \
        daron darrick darron daysi deandre deangelo dee deeanna deetta del delcie delila delmer deloras demarcus \
        denisse denny denyse deon deshawn dewitt dia dillon dina dino dion divina dodie domenic donette dong donn \
        donte doreatha dorethea dorsey douglass dwain dylan edgardo edison edmundo edra eladia elden eldridge elene \
        elfreda elidia elisha elizabet ellan ellena elli ellis ellsworth elroy elsy emma emmaline emmeline emmitt enda \
        enoch erasmo estefana etsuko ettie eugena eulah eura eusebio evelynn evia evita ezekiel ezequiel faustino \
        fausto faviola felton fermin fermina fidelia filiberto fiona florencio florentino foster frances francesco \
        franklyn fransisca freddie fredric freya frida fritz gareth garfield garret gaston gavin gayle gaylord gema \
        genevive georgianne geraldo gertrudis ghislaine gilberte gillian gilma gino giuseppe golden gordon graig \
        granville greta hai hamish hank harland hassan hayden haywood heidy henri herb hermila hilario hilton hipolito \
        hobert hong horacio hosea hoyt hsiu huey hwa hyman ike imogen isaac isadora isaias isla isreal ivory jacinto \
        jacqueline jae jama jamaal jame jamey jamie jamika jamison jani janyce jaquelyn jarod jarred jc jeannetta jed \
        jefferey jeffie jemima jeneva jeramy jere jeremy jerlene jerold jeromy jerrell jerrold jessia jessica jestine \
        jesusita jewel jewell jinny joaquina johnson joie jonah jong jordon josiah jospeh jude judson julia julietta \
        julio junko kallie kandra kanesha karole karry kasey kasi katerine katherina keeley keenan keir keira kelley \
        keneth kenton keva keven khadijah khalilah kieth kimbra king kip korey kory kraig krishna kristeen kristle \
        kristofer lacresha lacy laine lamonica lang laree larraine lashandra lashawna lashay lashell lauran lauren \
        laurena lavone lawerence leandro leanora lecia leida leif leigh leigha lelah len lenard lenita lenny leo \
        leonardo leonida les lesha lesley lester lewis lilliam lilliana lindsay lindsy lino lisabeth loise long lonny \
        lorean lorilee lorrine lou louetta loura lourie love lovetta luanna luba lucius luigi lupe lyman lyndon \
        lynwood mac madalene maddie mahalia mahatma makeda malala malcom malena malik malorie malvina man manual many \
        marcelene marcell marcellus marcelo marcus margarito margy maria maricruz marketta markus marshall martin \
        maryetta maryln matha maurita mauro maxima maximo mckinley meda mel melodi merissa mertie micha michael michal \
        michale michelle mikel milan milford milo minh minta miquel mistie mitsue mo modesto mohamed mose moshe myesha \
        myrta naida nancee napoleon natalya nathanael nathanial necole neely neida nelson neville newton nicholle \
        nicky nigel noah noble norberto normand odis olen olevia olin oliver omer oren orval oscar osvaldo oswaldo \
        otelia otha owen ozell pablo palmer pamila paris patricia pei peter philip pippa poppy porfirio porter prince \
        quentin quinn quintin raheem raleigh rashad rayford raymon raymonde refugio regine renaldo renato renna rey \
        reyes rheba rhett rhys ria richie rico rima rishi roald robena robt rolande rolf rolland rory rosa rosario \
        rosena rosenda rosendo rosette rossie rudolf rueben rupert russell sal salley samual samuel sana sang santo \
        sarai saran seema september serena shad shandi shantae sharell sharika sharmaine shayne shenna sherice \
        sherlene sherwood shiloh shirley shizuko shon shondra sid sina sixta soila sol sona stanford stanton stephnie \
        suanne sung sunni tad taina tajuana takako tamsin tandra tanner taunya tawna tayna tegan tenesha teodoro \
        teofila terica terrilyn thanh theo theresa thomasena tisa tish titus tobias toccara tod toney tonita tora tory \
        travis treena trey trinidad tu tuan tynisha tyree tyrell tyron usain val valentine vasiliki verline vernia \
        vernon veronika vi victorina vincent vincenzo vinita virgil virgilio von waldo walker wally walton wanetta \
        warner waylon werner wes whitney wilber wilhemina willena willian willow willy wilton winford winston wolfgang \
        wynell yaeko yong yuette yuriko zachariah zack zackary zana zenia zonia
        """.split(separator: " ").map(String.init))
}
