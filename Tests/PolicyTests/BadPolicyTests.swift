import Policy
import Testing

/// What each malformed policy is told, word for word.
@Suite struct BadPolicyTests {
    static func rule(_ yaml: String) -> String { policy("A clause. {#a}\n\n```rule\n\(yaml)\n```\n") }

    static let cases: [(name: String, text: String, lines: [String])] = [
        (
            "nothing at all", "",
            [
                "policy.md:1:1: expected a front matter: a line `---`, then `title:` and what else it says, then `---`"
            ]
        ),
        (
            "no front matter", "# Social media\n\nBe kind. {#kind}\n",
            [
                "policy.md:1:1: expected a front matter: a line `---`, then `title:` and what else it says, then `---`"
            ]
        ),
        (
            "a front matter that never ends", "---\ntitle: T\n\nBe kind.\n",
            ["policy.md:1:1: expected a second line `---` that ends the front matter"]
        ),
        ("no title", "---\nnumber: 3\n---\n", ["policy.md:1:1: expected a `title:` in the front matter"]),
        (
            "an unknown key", "---\ntitle: T\nreveiw: yearly\n---\n",
            ["policy.md:3:1: the front matter has no key `reveiw`; the nearest is `review`"]
        ),
        (
            "a value of the wrong type at the head", "---\ntitle: [a, b]\nreview: sometimes\n---\n",
            [
                "policy.md:2:8: `title` expects text, not a list",
                "policy.md:3:9: `review` expects monthly, termly, half-yearly, yearly, every two years or every three years, not `sometimes`",
            ]
        ),
        (
            "an unknown control", rule("posts.pupil-imgae:"),
            ["policy.md:7:1: `posts.pupil-imgae` is not a control; the nearest is `posts.pupil-image`"]
        ),
        (
            "an unknown parameter", rule("posts.pupil-image:\n  onmissing: block"),
            ["policy.md:8:3: `posts.pupil-image` has no parameter `onmissing`; the nearest is `on-missing`"]
        ),
        (
            "a value that is not one of the words", rule("posts.pupil-image:\n  on-missing: blokc"),
            ["policy.md:8:15: `on-missing` expects warn, hold or block, not `blokc`; the nearest is `block`"]
        ),
        (
            "a severity that this control does not offer", rule("posts.pupil-image:\n  on-missing: hint"),
            ["policy.md:8:15: `on-missing` expects warn, hold or block, not `hint`"]
        ),
        (
            "wrong types",
            rule("posts.pupil-image:\n  faces: many\n  strict: perhaps\n  keep: a while\n  words: {a: b}"),
            [
                "policy.md:8:10: `faces` expects a whole number from 0 to 20, not `many`",
                "policy.md:9:11: `strict` expects yes or no, not `perhaps`",
                "policy.md:10:9: `keep` expects a length of time, such as 24 hours, 1 working day or 1 year, not `a while`",
                "policy.md:11:10: `words` expects a list, such as [one, another], not names with values",
            ]
        ),
        (
            "a number out of its bounds", rule("posts.approval:\n  number: 9"),
            ["policy.md:8:11: `number` expects a whole number from 1 to 5, not `9`"]
        ),
        (
            "a list without brackets", rule("posts.approval:\n  approvers: dsl, headteacher"),
            [
                "policy.md:8:14: `approvers` expects a list in square brackets, not `dsl, headteacher`; the nearest is `[dsl, headteacher]`"
            ]
        ),
        (
            "nobody to approve", rule("posts.approval:\n  approvers: []"),
            [
                "policy.md:8:14: `approvers` expects a list of roles, such as [headteacher, deputy], at least one, not `[]`"
            ]
        ),
        (
            "a control in `for` that nobody knows", rule("posts.approval:\n  for: {posts.pupil-imag: [dsl]}"),
            ["policy.md:7:1: `posts.pupil-imag` is not a control; the nearest is `posts.pupil-image`"]
        ),
        (
            "days that do not exist", rule("posts.pupil-image:\n  from: [2027-02-30 to 2027-03-01]"),
            [
                "policy.md:8:10: `from` expects days such as 2027-03-25 to 2027-05-06, the first not after the last, not `2027-02-30 to 2027-03-01`"
            ]
        ),
        (
            "two controls in one block", rule("posts.approval:\npolicy.review:"),
            ["policy.md:8:1: a rule block holds one control; give `policy.review` a block of its own"]
        ),
        (
            "an empty rule block", rule("# nothing"),
            ["policy.md:6:1: expected one control and its parameters, such as `posts.approval:`"]
        ),
        (
            "parameters that are not names with values", rule("posts.approval: always"),
            [
                "policy.md:7:17: expected the parameters of `posts.approval`, each with its value, not `always`"
            ]
        ),
        (
            "a parameter said twice", rule("posts.approval:\n  number: 1\n  number: 2"),
            ["policy.md:9:3: `number` is said twice; the first is in line 8"]
        ),
        (
            "aliases, anchors and tags", rule("posts.approval:\n  number: &n 2\n  when: !!str held\n  missed-slot: *n"),
            [
                "policy.md:8:11: expected a plain value; anchors (`&name`) are not allowed",
                "policy.md:9:9: expected a plain value; tags (`!name`) are not allowed",
                "policy.md:10:16: expected the value itself; aliases (`*name`) are not allowed",
                "policy.md:10:16: `missed-slot` expects author or approver, not nothing",
            ]
        ),
        (
            "YAML that cannot be read", rule("posts.approval:\n  approvers: [dsl"),
            ["policy.md:9:1: expected YAML, which cannot be read here: did not find expected ',' or ']'"]
        ),
        (
            "the same id twice", policy("One. {#a}\n\nTwo. {#a}\n"),
            ["policy.md:6:6: `a` is already the id of a clause; every clause needs its own (see policy.md:4)"]
        ),
        (
            "the same control twice",
            policy("One. {#a}\n\n```rule\npolicy.public:\n```\n\nTwo. {#b}\n\n```rule\npolicy.public:\n```\n"),
            [
                "policy.md:13:1: `policy.public` already has its rule; a policy gives each control one (see policy.md:7)"
            ]
        ),
        (
            "a rule before any clause", policy("```rule\npolicy.public:\n```\n\nOne. {#a}\n"),
            [
                "policy.md:4:1: this rule block stands under no clause; put it after a paragraph that ends in `{#id}`"
            ]
        ),
        (
            "a rule after a heading", policy("One. {#a}\n\n## Next\n\n```rule\npolicy.public:\n```\n"),
            [
                "policy.md:8:1: this rule block stands under no clause; put it after a paragraph that ends in `{#id}`"
            ]
        ),
        (
            "a rule block that never ends", policy("One. {#a}\n\n```rule\npolicy.public:\n\nTwo. {#b}\n"),
            ["policy.md:6:1: this rule block is not closed; expected a line of ``` that ends it"]
        ),
        (
            "a fence almost called rule", policy("One. {#a}\n\n```rules\npolicy.public:\n```\n"),
            ["policy.md:6:1: expected a block `rule`, not `rules`"]
        ),
        (
            "marks in the wrong place",
            policy(
                "## Heading {#h}\n\nOne.\n{#a}\nTwo.\n{#b}\n\nThree. {#}\n\nFour. {four}\n\nFive. {#f clause=S1}\n\nSix. {#g clauses=first}\n"
            ),
            [
                "policy.md:4:1: a heading cannot be a clause; put `{#id}` at the end of a paragraph or list item",
                "policy.md:7:1: `{#…}` must end its paragraph or list item; leave an empty line after it",
                "policy.md:11:8: expected an id after `{#`: a letter, then letters, digits, dots or hyphens, at most 80",
                "policy.md:13:7: expected `{#four}`, not `{four}`",
                "policy.md:15:7: expected `clauses=…` after the id, not `clause=`; the nearest is `clauses`",
                "policy.md:17:6: expected duties such as `clauses=S10,P4`, not `first`",
            ]
        ),
        (
            "a mark with nothing before it", policy("## Part\n\n{#a}\n"),
            ["policy.md:6:1: `{#…}` ends no clause; put it at the end of a paragraph or list item"]
        ),
        (
            "a mark in a table", policy("| a |\n|---|\n| b |\n{#a}\n"),
            [
                "policy.md:7:1: a row of a table cannot be a clause; leave an empty line between the table and `{#id}`"
            ]
        ),
        (
            "an unknown base", policy("", extends: "trsut"),
            ["policy.md:3:10: there is no policy `trsut` to extend; the nearest is `trust`"]
        ),
        (
            "a base that is a path", policy("", extends: "../trust"),
            [
                "policy.md:3:10: `extends` expects the name of one policy, such as trust: small letters, digits and hyphens, not `../trust`"
            ]
        ),
        (
            "a NUL byte", policy("One\nTw\u{0}o\n"), ["policy.md:5:3: expected text; a NUL byte stands here"]
        ),
    ]

    @Test(arguments: cases.indices) func `a malformed policy is told what, where and the nearest right name`(index: Int)
    {
        let (name, text, lines) = Self.cases[index]
        let reading = read(text, beside: ["trust": policy("")])
        #expect(reading.lines == lines, "\(name)")
        #expect(reading.rulebook == nil, "\(name)")
    }

    @Test func `every problem of a file is told, not only the first`() {
        let reading = read(
            "---\ntitle: T\nrview: yearly\n---\nOne. {#a}\n\n```rule\nposts.aproval:\n```\n\nTwo. {#a}\n")
        #expect(reading.problems.map(\.line) == [3, 8, 11])
    }

    @Test func `bytes that are not UTF-8 are named by their line`() {
        let reading = PolicyReader(catalogue: sample).read(Array("---\ntitle: ".utf8) + [0xE9, 0x0A], file: "p.md")
        #expect(
            reading.lines == [
                "p.md:2:1: expected text in UTF-8; this line is not. Save the file as UTF-8"
            ])
    }

    @Test func `a file too large is refused unread`() {
        let reading = PolicyReader(catalogue: sample).read([UInt8](repeating: 0x61, count: 3_000_000), file: "p.md")
        #expect(reading.lines == ["p.md:1:1: expected a policy of at most 2 MB, not 3000000 bytes"])
    }

    @Test func `extends that goes round in a circle is told once`() {
        let a = policy("", extends: "b")
        let b = policy("", extends: "a")
        let reading = read(a, file: "a.md", beside: ["a": a, "b": b])
        #expect(
            reading.lines == ["b.md:3:10: `extends` goes round in a circle: a.md extends b.md extends a.md"])
        #expect(
            read(policy("", extends: "policy"), beside: ["policy": policy("")]).lines
                == ["policy.md:3:10: `extends` goes round in a circle: policy.md extends policy.md"])
    }

    @Test func `text made to be slow is read in time or refused`() {
        let shapes = [
            String(repeating: ">", count: 50_000), String(repeating: "- ", count: 20_000) + "{#a}",
            String(repeating: "`", count: 3) + "rule\n" + String(repeating: "[", count: 50_000) + "\n```",
            String(repeating: "{#a", count: 50_000) + "}", String(repeating: "` {#", count: 50_000) + "}",
            String(repeating: "[a](", count: 20_000),
        ]
        for shape in shapes {
            let time = ContinuousClock().measure { _ = read(policy("One. {#one}\n\n" + shape)) }
            #expect(time < .seconds(5))
        }
    }
}
