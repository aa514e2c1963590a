/// A page of about 9 KB and 340 elements, for `schoolgate bench html`; the budget is 40 µs in a release build.
public enum MarkupBenchmark {
    /// Renders the page so often and tells how long one took.
    public static func run(times: Int = 1_000) -> Duration {
        var count = 0
        let took = ContinuousClock().measure {
            for _ in 0..<times { count += page().bytes.count }
        }
        return count > 0 ? took / max(1, times) : .zero
    }

    static func page() -> Markup {
        Markup.document(
            html(.lang("en-GB")) {
                head { documentTitle { "Posts & pictures" } }
                documentBody {
                    header { nav { for place in places { a(.href("/\(place)"), .class("nav")) { place } } } }
                    main {
                        h1 { "Today's posts" }
                        table { tbody { for number in 0..<54 { row(number) } } }
                    }
                }
            }
        )
    }

    private static let places = ["today", "posts", "inbox", "people", "policies", "record"]

    private static func row(_ number: Int) -> Markup {
        tr(.class(number.isMultiple(of: 2) ? "held" : nil)) {
            td { a(.href("/posts/\(number)")) { "Sports day: \"We won\" <3 & more" } }
            td { span(.class("state")) { "Waiting for you" } }
            td { "14 June" }
        }
    }
}
