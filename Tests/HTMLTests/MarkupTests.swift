import Testing

@testable import HTML

@Suite struct MarkupTests {
    @Test(arguments: [
        ("<script>alert('x')</script>", "&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"),
        ("Tom & \"Jerry\"", "Tom &amp; &quot;Jerry&quot;"), ("a\0b", "a\u{FFFD}b"), ("Zoë 👩‍🏫 ﬁ", "Zoë 👩‍🏫 ﬁ"), ("", ""),
        ("&amp;", "&amp;amp;"),
    ])
    func `text and attributes are escaped alike`(text: String, escaped: String) {
        #expect(p { text }.string == "<p>\(escaped)</p>")
        #expect(p(.title(text)).string == "<p title=\"\(escaped)\"></p>")
    }

    @Test func `an attribute that is nil or false is left out`() {
        #expect(input(.id(nil), .checked(false), .name("a")).string == "<input name=\"a\">")
        #expect(input(.checked(true), .required, .value("")).string == "<input checked required value=\"\">")
    }

    @Test func `elements without content have no end`() {
        let markup = div {
            br()
            img(.src("/a.png"), .alt(""))
            hr()
        }
        #expect(markup.string == "<div><br><img src=\"/a.png\" alt=\"\"><hr></div>")
    }

    @Test(arguments: [true, false])
    func `choices and optional parts`(isShown: Bool) {
        let name: String? = isShown ? "Amira" : nil
        let markup = section {
            if isShown { h2 { "Shown" } }
            if let name { p { name } } else { p { "nobody" } }
            name
            switch isShown {
            case true: "yes"
            case false: "no"
            }
        }
        let expected = isShown ? "<h2>Shown</h2><p>Amira</p>Amirayes" : "<p>nobody</p>no"
        #expect(markup.string == "<section>\(expected)</section>")
    }

    @Test func `loops keep their order`() {
        let markup = ul { for number in 1...3 { li { "\(number)" } } }
        #expect(markup.string == "<ul><li>1</li><li>2</li><li>3</li></ul>")
        #expect(ul { for _ in [Int]() { li { "x" } } }.string == "<ul></ul>")
    }

    @Test func `raw markup and parts are not escaped again`() {
        struct Card: HTML {
            let title: String
            var body: Markup {
                article {
                    h2 { title }
                    Markup.raw("<b>bold</b>")
                }
            }
        }
        #expect(div { Card(title: "A<B") }.string == "<div><article><h2>A&lt;B</h2><b>bold</b></article></div>")
    }

    @Test func `a document begins with its doctype`() {
        #expect(Markup.document(html(.lang("en-GB"))).string == "<!DOCTYPE html><html lang=\"en-GB\"></html>")
    }

    @Test func `the page that is measured is as large as it says`() {
        let page = MarkupBenchmark.page()
        #expect((8_500...10_500).contains(page.bytes.count), "\(page.bytes.count)")
        let elements = page.string.split(separator: "<").count { !$0.hasPrefix("/") && !$0.hasPrefix("!") }
        #expect((320...360).contains(elements), "\(elements)")
    }
}
