/// The words that people disguise; plain spellings and their contexts stand in `Lists.language`.
enum OffensiveWords {
    struct Hidden: Sendable {
        /// From 0 for a.
        let letters: [UInt8]
        /// The bit of its first letter.
        let first: UInt32
        let isSlur: Bool
    }

    static let hidden: [Hidden] = words(strong, isSlur: false) + words(slurs, isSlur: true)

    /// Hashes of the words with every run of a letter as one, so that most words are done with at once.
    static let collapsed = Set(
        hidden.map { word in
            var key = NameKey()
            var last: UInt8?
            for letter in word.letters where letter != last {
                key.add(letter + 0x61)
                last = letter
            }
            return key.value
        })

    private static let strong = """
        fuck{,s,ed,er,ers,ing,in,wit,off,you} motherfucker{,s} shit{,s,e,ty,ting,head,show} bullshit cunt{,s}
        wank{,s,er,ers,ing} bollocks bastard{,s} bitch{,es,y} twat{,s} arse{,s,hole,holes} ass asshole{,s} piss{,ed,ing}
        dick{,s,head,heads} cock{,s,sucker} prick{,s} pussy tits slut{,s,ty} whore{,s} slag{,s} crap{,py} bugger{,ed}
        tosser{,s} knobhead{,s} bellend{,s} damn{,ed} bloody porn moron{,s} idiot{,s}
        """
    private static let slurs = """
        nigger{,s} nigga{,s} paki{,s} faggot{,s} poof{,s} retard{,s,ed} spastic{,s} tranny chink{,s} pikey{,s} coon{,s} wog{,s}
        """

    private static func words(_ text: String, isSlur: Bool) -> [Hidden] {
        text.split(whereSeparator: { $0 == " " || $0 == "\n" }).flatMap { Pattern.endings(String($0)) }.map {
            Hidden(
                letters: $0.utf8.map { $0 - 0x61 }, first: $0.utf8.first.map { 1 << UInt32($0 - 0x61) } ?? 0,
                isSlur: isSlur)
        }
    }
}
