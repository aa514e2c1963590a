extension Phrasebook {
    /// The word lists that come with the program; policies add words of their own.
    static let schools = Phrasebook(
        classes: Lists.classes,
        lists: Lists.people + Lists.language + Lists.matters + Lists.confidential + Lists.safeguarding + Lists.harm
            + Lists.illegal + Lists.topics + Lists.world + Lists.elections + Lists.conduct + Lists.whereabouts
            + Lists.harmless + Lists.occasions,
        hints: Lists.hintsOfHarm + Lists.hintsOfScorn + Lists.hintsOfBlame + Lists.hintsOfMatters
            + Lists.hintsOfSecrets + Lists.hintsOfWhereabouts + Lists.hintsOfTopics + Lists.grievances + Lists.menace
            + Lists.prejudice + Lists.worries + Lists.whispers + Lists.strife)
}

/// Word lists as data: how a line is written stands in `Pattern`.
///
/// Spelling is as `Word` folds it: lower case, no accents, no apostrophes and no possessive s, so that `isn't` is
/// `isnt`, `he's` is `he` and `I'm` is `im`. `-` withdraws what it overlaps, `--` all of that sense in its sentence.
enum Lists {}
