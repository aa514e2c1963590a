/// Words so frequent that no phrase should be looked for under them.
enum CommonWords {
    static let all = Set(
        """
        a about after again all also always am an and any are as at away back be because been before being both but by
        can come could day days did do does doing down during each even every everyone few first for from full get give
        go going good got great had has have having he her here him his home how i if im in into is it its ive just keep
        kids know last let like little look made make many may me more morning most much must my name need never new
        next no not now of off on one only or other our out over own parent parents part people please post pupil pupils
        put right said same say school see she should site so some someone staff still such take teacher teachers team
        than thank thanks that the their them then there these they thing this those time to today told tomorrow tonight
        too two under until up us very want was way we week weeks well went were what when where which while who why
        will with work would year years you your child children class boy girl family mr mrs miss ms head headteacher
        don doesn isn wasn wont cant another
        """.split(whereSeparator: { $0 == " " || $0 == "\n" }).map(String.init))
}
