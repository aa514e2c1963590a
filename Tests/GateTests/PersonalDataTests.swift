import Gate
import Policy
import Testing

@Suite struct PersonalDataTests {
    private func found(_ text: String, _ control: any Control = PersonalData()) -> [String] {
        let bytes = Array(text.utf8)
        return Oakfield.findings(text, controls: [control]).compactMap { finding in
            finding.span.map { String(decoding: bytes[$0.start..<$0.end], as: UTF8.self) }
        }
    }

    @Test(
        "W22: personal data is found by its shape and its check rules",
        arguments: [
            ("Call Sam's mum on 07700 900123.", "07700 900123"), ("Ring +44 7700 900 123 today", "+44 7700 900 123"),
            ("Ring (020) 7946 0018", "(020) 7946 0018"), ("mum: 0113 496 0999", "0113 496 0999"),
            ("07700900123", "07700900123"),
            ("+44 (0)113 496 0999", "+44 (0)113 496 0999"), ("text 7700 900123", "7700 900123"),
            ("Post it to LS6 2AB please", "LS6 2AB"), ("at sw1a 1aa", "sw1a 1aa"), ("M1 1AE", "M1 1AE"),
            ("DN551PT", "DN551PT"),
            ("He lives at 42 Maple Avenue.", "42 Maple Avenue"), ("12b Elm Park Road", "12b Elm Park Road"),
            ("They live on Privet Lane", "Privet Lane"), ("42, Station Rd", "42, Station Rd"),
            ("Email sana.khan@gmail.com", "sana.khan@gmail.com"),
            ("j.patel@oakfield.sch.uk", "j.patel@oakfield.sch.uk"),
            ("DOB 12/03/2018", "12/03/2018"), ("date of birth: 12 March 2018", "12 March 2018"),
            ("Amira was born on 1 May 2018", "1 May 2018"), ("Amira's birthday is 12th March", "12th March"),
            ("NHS number 943 476 5919", "943 476 5919"), ("943 476 5919", "943 476 5919"),
            ("NHS: 9434765919", "9434765919"),
            ("NI AB 12 34 56 C", "AB 12 34 56 C"), ("ab123456c", "ab123456c"), ("UPN H801200001001", "H801200001001"),
            ("sort code 12-34-56 account 12345678", "12-34-56"),
            ("write to sana dot khan at gmail dot com", "sana dot khan at gmail dot com"),
            ("sana (dot) khan (at) gmail (dot) com", "sana (dot) khan (at) gmail (dot) com"),
            ("his UPN is A801200001001", "A801200001001"), ("UPN: X80120000100B", "X80120000100B"),
            ("her passport number is 512345678", "512345678"), ("passport 123 456 789 was found", "123 456 789"),
            ("the red Fiat, reg AB12 CDE, is blocking the gate", "AB12 CDE"), ("Whoever owns BD51SMR", "BD51SMR"),
            ("please move the van with number plate ab12cde", "ab12cde"),
        ])
    func alarms(text: String, expected: String) { #expect(found(text).first == expected) }

    @Test(
        "W22: the school's own details, numbers and dates are fine",
        arguments: [
            "Call the office on 0113 496 0101.", "Call +44 113 496 0101.", "Email office@oakfield.sch.uk",
            "Find us at 12 Oak Road, LS9 4XX.", "We raised £1,234.56 and 20,000 steps.", "The score was 10-2.",
            "Term runs 04/09/2026 to 18/12/2026.", "ISBN 978-0-7475-3269-9", "In 1998 2001 2010 and 2014 we won.",
            "Childline: 0800 1111", "Call NHS 111 or 0300 123 1039.", "Year 4 Park Lane trip",
            "4 May 2026, 3.15 pm to 4.45 pm",
            "We beat Elm Grove 12-11, 9-12 and 11-8.", "Florence Nightingale was born on 12 May 1820.",
            "10 Downing Street wrote back!", "There are 24 children in 3 rows.", "KS2 3rd and 4th teams",
            "Happy birthday Amira!",
            "Room 12 Main Hall", "Take the A64 to the M1.", "943 476 5918 is no NHS number",
            "Version 1.2.3.4 of the app",
            "info@leedsmuseum.org.uk has tickets", "The fair starts at 10.30 on 12 June", "Order 12345 is here",
            "E10 fuel, B12 vitamins",
            "Charity number 1234567", "Year 6 SATs: 110, 112 and 109", "GB won gold", "21-11-26 is the date",
            "She ran 100 m in 14.2 s", "https://example.org/07700900123", "Amira is 8 today", "QQ 12 34 56 C",
            "Bus 7 Station Road stop", "Look at dot and spot at the farm", "123 456 789 people watched",
            "Bring your passport to the Passport to Reading club on 12 May", "Form AB12 is at the office",
            "Room MU51 CAL",
            "We scored ten at ten pin dot com bowling",
        ])
    func harmless(text: String) { #expect(found(text) == []) }

    @Test(
        "S12: the author's own details and accounts are kept back",
        arguments: [
            "Follow me on Insta @mrgreenteaches", "My mobile is 07700 900123", "Email me at ruth@gmail.com",
            "DM me for details",
            "Add me on Snapchat", "My personal email is on the board",
        ])
    func ownDetails(text: String) { #expect(found(text, OwnDetails()).count == 1) }

    @Test(arguments: [
        "Follow us @OakfieldPri", "Call me crazy, but I love rain.", "Email office@oakfield.sch.uk",
        "Message us any time",
    ])
    func ownDetailsHarmless(text: String) { #expect(found(text, OwnDetails()) == []) }

    @Test("W22: alt text is looked at as well")
    func altText() {
        let image = Image(file: "a.jpg", faces: 0, provenance: "own", alt: "A sign with 07700 900123 on it")
        let findings = Oakfield.findings("Look!", images: [image], controls: [PersonalData()])
        #expect(findings.map(\.image) == [0] && findings.first?.span == nil)
    }
}
