import Database
import Policy

extension DemoBuilder {
    /// What each school has noted: its name, who noted it, in how many days, for how many days.
    private static let notes:
        [(school: String, by: String, kind: CalendarNote.Kind, title: String, ahead: Int, days: Int)] = [
            ("larkmere", "L04", .event, "Christmas fair, from two in the hall", 13, 0),
            ("larkmere", "L04", .inset, "INSET day, school closed", 6, 0),
            ("larkmere", "L02", .event, "Year 6 at the mill", -4, 1),
            ("alderweir", "A02", .bereavement, "Bereavement notice", -1, 5),
            ("fennbridge", "F02", .event, "Weather station opens", 3, 0),
        ]

    private static let phrases: [(school: String, by: String, kind: Phrase.Kind, text: String)] = [
        ("larkmere", "L04", .signOff, "The office team"),
        ("larkmere", "L04", .phrase, "Ring the office if you are not sure: we do not mind."),
        ("larkmere", "L17", .phrase, "Thank you to everybody who came."),
        ("larkmere", "L01", .signOff, "Ruth Adeyemi, headteacher"),
        ("alderweir", "A14", .signOff, "Esther, speech and language team"),
    ]

    mutating func planCalendar() {
        for note in Self.notes {
            plan(daysAgo: 5, "10:05") { builder, now in
                let first = builder.calendar.today.adding(days: note.ahead)
                try NewCalendarNote(
                    kind: note.kind, title: note.title, first: first, last: first.adding(days: note.days)
                ).add(
                    at: try builder.school(note.school).id, by: try builder.person(note.by).id, now: now, in: builder.db
                )
            }
        }
        for phrase in Self.phrases {
            plan(daysAgo: 60, "13:20") { builder, now in
                try Phrase.add(
                    phrase.kind, phrase.text, at: try builder.school(phrase.school).id,
                    by: try builder.person(phrase.by).id, now: now, in: builder.db)
            }
        }
    }
}
