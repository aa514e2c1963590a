/// The three rehearsals. Everybody in them is invented; the clauses are the school's own.
extension PracticeScript {
    private static let mina = Player(name: "Mina Tarrow", handle: "@mina.tarrow")
    private static let oskar = Player(name: "Oskar Wend", handle: "@oskarwend")
    private static let gran = Player(name: "Bettine Lorrimer", handle: "@bettine_l")
    private static let cross = Player(name: "Carl Venning", handle: "@carlvenning")
    private static let reporter = Player(name: "Ilse Farrant", handle: "@ilsefarrant_news")
    private static let stranger = Player(name: "Nobody You Know", handle: "@nyk_2291")
    private static let double = Player(name: "The School (Official)", handle: "@the_school_0fficial")

    static let firstPost = PracticeScript(
        id: "first-post", title: "The first post",
        lede: "Somebody writes a post, sends it through the gate, and meets the first people who read it.",
        wantsNewPost: true,
        steps: [
            Step(
                title: "A post is written and goes out", after: 0,
                note: "Let them write it alone. Go on when the post is on the page.",
                asks: [Ask(.post, "Write a short post and send it to this page.", "M19")]),
            Step(
                title: "A friendly question", after: 4,
                lines: [
                    Line(
                        player: mina,
                        text: "Lovely to see! What time do we need to be there, and is it at the front gate?")
                ],
                hearts: 7, note: "A real question. It wants a short answer that everybody can read.",
                asks: [Ask(.answer, "Answer the question, or say that you have seen it.", "M28")]),
            Step(
                title: "Somebody names a child", after: 4,
                lines: [
                    Line(
                        player: gran,
                        text:
                            "Is that my grandson Wilbur in 3B at the back? He walks home past the mill on his own now!")
                ],
                hearts: 3, note: "Meant kindly, and it tells everybody where a child walks alone.",
                asks: [
                    Ask(.hide, "Hide what tells where a child is.", "M29"),
                    Ask(.tick, "The writer was told in private why, and thanked.", "M29"),
                    Ask(.tick, "The safeguarding lead was told at once.", "T11", "P8"),
                ]),
            Step(
                title: "Is this really the school?", after: 3,
                lines: [
                    Line(
                        player: oskar,
                        text: "Is this really the school’s page? I follow another one with the same name.")
                ],
                note: "The register answers this. Watch whether they know where it is.",
                asks: [Ask(.answer, "Answer, with the school’s list of its own accounts.", "N14", "M28")]),
        ],
        questions: [
            "Who looks at comments on a Saturday, and how do they know that it is their turn?",
            "The grandmother meant well. What did your words to her sound like?",
            "Which comment would you have missed if nobody had told you to look?",
        ])

    static let angryParent = PracticeScript(
        id: "angry-parent", title: "An angry parent",
        lede: "A parent is upset, others join in, and it turns unkind. The page has a post already.",
        wantsNewPost: false,
        steps: [
            Step(
                title: "A complaint", after: 0,
                lines: [
                    Line(
                        player: cross,
                        text:
                            "Nobody told us the trip was off. My daughter stood at the gate with her lunch in the rain. Does anybody there read messages?"
                    )
                ],
                note: "He is right to be upset. One calm answer that invites him to talk is enough.",
                asks: [
                    Ask(.answer, "Answer: say that you have seen it, and how to talk.", "M28"),
                    Ask(.once, "Answer once; do not argue in public.", "M30", "M34"),
                ]),
            Step(
                title: "Others join in", after: 3,
                lines: [
                    Line(player: mina, text: "Same here. We found out from another parent at half past eight."),
                    Line(player: oskar, text: "It is always like this. Letters come after the day."),
                ],
                hearts: 11, note: "Both want to be heard. Silence reads as an answer too.",
                asks: [
                    Ask(.answer, "Answer each of them, briefly.", "M28"),
                    Ask(.tick, "A leader knows that a complaint is growing.", "M36", "M37"),
                ]),
            Step(
                title: "It turns unkind", after: 4,
                lines: [
                    Line(
                        player: cross,
                        text:
                            "That office is run by a useless idiot. She should be thrown out and everybody should tell her so."
                    )
                ],
                note: "Now it is about a colleague. What was answered before does not change that.",
                asks: [
                    Ask(.hide, "Hide it.", "M29"),
                    Ask(.tick, "Those who read were told that something was hidden, and why.", "M29"),
                    Ask(
                        .tick,
                        "He was asked to take it down and invited to talk; the complaints procedure comes after.", "M30"
                    ),
                    Ask(.tick, "Somebody asked the colleague how she is.", "M38", "M37"),
                ]),
            Step(
                title: "A journalist asks", after: 3,
                lines: [
                    Line(
                        player: reporter,
                        text:
                            "Hello, I write for a local paper. Could somebody tell me what happened with the trip? Running this today."
                    )
                ],
                note: "The pressure is the deadline. No answer on the page until the press lead has been asked.",
                asks: [
                    Ask(.silence, "Do not answer on the page.", "M32"),
                    Ask(.tick, "It was given to whoever answers the press.", "M32"),
                ]),
        ],
        questions: [
            "Read the first answer aloud. Would you come in to talk after reading it?",
            "When did it stop being a complaint? Did everybody in the room agree?",
            "Whom does a journalist reach here at five on a Friday?",
        ])

    static let badDay = PracticeScript(
        id: "bad-day", title: "A bad day",
        lede:
            "The network is away, a rumour goes round, a child is at risk, somebody threatens, and a false page asks for money.",
        wantsNewPost: false,
        steps: [
            Step(
                title: "The network is away", after: 0, weather: .down,
                note: "Ask somebody to send a post now. It waits in the outbox and says so.",
                asks: [
                    Ask(.tick, "The post was sent once, and what waits was found in Schoolgate.", "M28"),
                    Ask(.tick, "Families who need to know today were told another way.", "M34"),
                ]),
            Step(
                title: "It is back, with a rumour", after: 4,
                lines: [
                    Line(
                        player: mina,
                        text:
                            "There is an ambulance outside and nobody says anything. Is it true that a child fell off the roof?"
                    )
                ],
                weather: .fine, note: "Nothing is known yet. Acknowledging is not the same as telling.",
                asks: [
                    Ask(
                        .answer, "Say that you have seen it and when there will be more; nothing about anybody.", "M28"),
                    Ask(.tick, "A leader took charge before anything was said.", "M36"),
                ]),
            Step(
                title: "Somebody has a video", after: 3,
                lines: [
                    Line(
                        player: oskar,
                        text:
                            "My lad has a video of the fight behind the hall, you can see all their faces. Shall I put it here?"
                    )
                ],
                note: "Nobody asks for it, opens it or copies it.",
                asks: [
                    Ask(.hide, "Hide the offer.", "M29"),
                    Ask(.tick, "The safeguarding lead was told at once, in person or by telephone.", "T11", "P8"),
                    Ask(.tick, "Nobody asked for the video or kept a copy; who has it was written down.", "T9", "N8"),
                ]),
            Step(
                title: "A threat", after: 2,
                lines: [
                    Line(
                        player: stranger,
                        text: "I know which car she drives and when she leaves. Tonight she will find out.")
                ],
                note:
                    "Police first: 999 if somebody may be in danger now, 101 otherwise. Do not delete what proves it.",
                asks: [
                    Ask(.tick, "The police were rung, 999 or 101.", "M39"),
                    Ask(.report, "Report it to the network.", "M29", "M39"),
                    Ask(.hide, "Hide it once it is written down.", "M29"),
                    Ask(.silence, "Do not answer it.", "M29"),
                    Ask(.tick, "She was told, and does not walk to her car alone.", "M36"),
                ]),
            Step(
                title: "A false page", after: 3,
                lines: [
                    Line(
                        player: double,
                        text:
                            "NEW: pay dinner money here before Friday to keep your place. Send us your card number in a message."
                    )
                ],
                hearts: 2, note: "Some parents will pay within the hour.",
                asks: [
                    Ask(.hide, "Hide it.", "M29"),
                    Ask(.report, "Report it to the network as a false page.", "M29", "M33"),
                    Ask(.tick, "Families were warned by a channel they trust.", "M34"),
                ]),
        ],
        questions: [
            "What came first, and was that the right order?",
            "Who held the telephone numbers when the network was away? Are they on paper?",
            "What would you have liked to be told by somebody else?",
            "Who was looked after at the end of it, and who was not?",
        ])
}
