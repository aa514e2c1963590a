import Database
import HTML
import Policy
import Web

/// The policy in force where anybody can read it, in a form made for parents (W3).
enum PublicPolicyHandlers {
    static let show = Route<String>(.get, "/policy/:school")
    static let pdf = Route<String>(.get, "/policy/:school/policy.pdf")

    static func register(on router: inout Router<Context>) {
        router.on(pdf, for: .anyone, use: pdf)
        router.on(show, for: .anyone, use: show)
    }

    static func show(_ request: Request, _ context: Context, _: Anyone, school code: String) async throws -> Response {
        let view = try await load(code, context)
        var response = Response.page(PublicPolicyPage(view: view, context: context).body)
        response.headers.append(("Cache-Control", "public, max-age=300"))
        return response
    }

    static func pdf(_ request: Request, _ context: Context, _: Anyone, school code: String) async throws -> Response {
        let view = try await load(code, context)
        guard view.hasPDF else { throw Problem.notFound }
        let bytes = try await context.pdfs.pdf(
            Markup.document(PrintedPolicy(view: view, context: context).body).string)
        var response = Response.bytes(bytes, type: "application/pdf")
        response.headers.append(
            ("Content-Disposition", "inline; filename=\"social-media-policy-version-\(view.version.number).pdf\""))
        response.headers.append(("Cache-Control", "public, max-age=300"))
        return response
    }

    private static func load(_ code: String, _ context: Context) async throws -> PublicPolicyView {
        let found = try await context.database.read { db -> PublicPolicyView? in
            guard let school = try School.find(code: code, in: db),
                let version = try PolicyVersion.inForce(at: school.id, in: db),
                let trust = try Trust.find(in: db)
            else { return nil }
            return PublicPolicyView(
                school: school, trust: trust, version: version, rulebook: try version.rulebook(in: db),
                signatures: try Signature.of(version.id, in: db))
        }
        guard let found else { throw Problem.notFound }
        return found
    }
}

extension Rulebook {
    /// A policy that says nothing about it is public as a PDF too.
    var hasPublicPDF: Bool { rule(PolicyPublic.self)?.control.hasPDF ?? true }
}

struct PublicPolicyView: Sendable {
    let school: School
    let trust: Trust
    let version: PolicyVersion
    let rulebook: Rulebook
    let signatures: [Signature]

    /// Unless the policy says that there is none.
    var hasPDF: Bool { rulebook.hasPublicPDF }
}

struct PublicPolicyPage: HTML {
    let view: PublicPolicyView
    let context: Context

    var body: Markup {
        Front(view.rulebook.title, of: view.school, home: PublicPolicyHandlers.show.path(view.school.code), context) {
            PublicPolicyText(view: view, context: context)
            if view.hasPDF {
                p(.class("no-print")) {
                    a(.class("button button--plain"), .href(PublicPolicyHandlers.pdf.path(view.school.code))) {
                        "Download as PDF"
                    }
                }
            }
        }
    }
}

/// What the page and the PDF have in common.
struct PublicPolicyText: HTML {
    let view: PublicPolicyView
    let context: Context

    var body: Markup {
        .words {
            header(.class("title-page")) {
                p(.class("overline")) { "\(view.school.name), part of \(view.trust.name)" }
                h1 { view.rulebook.title }
                p(.class("lede")) { since }
            }
            if view.rulebook.sections.count > 2 {
                nav(.class("toc no-print"), .aria(.label, "Contents")) {
                    ol {
                        for section in view.rulebook.sections where !section.title.isEmpty {
                            li {
                                a(.href("#section-\(section.number)")) {
                                    span(.class("n")) { section.number }
                                    " \(section.title)"
                                }
                            }
                        }
                    }
                }
            }
            PolicyDocumentView(rulebook: view.rulebook, coverage: Coverage(view.rulebook), showsMargin: false)
            PolicyFacts(rulebook: view.rulebook, today: context.today, clock: context.clock)
            if !view.signatures.isEmpty {
                section(.class("stack"), .aria(.labelledby, "signed")) {
                    h2(.id("signed")) { "Signed" }
                    for signature in view.signatures {
                        p {
                            "\(signature.name), \(signature.role.title.lowercased()), \(context.clock.plainDate(of: context.clock.day(of: signature.signedAt)))"
                        }
                    }
                }
            }
        }
    }

    private var since: String {
        let day = view.version.effectiveOn.map { " It is in force since \(context.clock.plainDate(of: $0))." } ?? ""
        let review = view.version.reviewDue.map { " We look at it again by \(context.clock.plainDate(of: $0))." } ?? ""
        return
            "What you can expect of us online, and what we ask of everybody who speaks for the school.\(day)\(review)"
    }
}

/// The PDF: its own small style sheet, since nothing may be fetched while it is made.
struct PrintedPolicy: HTML {
    let view: PublicPolicyView
    let context: Context

    var body: Markup {
        html(.lang("en-GB")) {
            head {
                meta(Attribute("charset", "utf-8"))
                documentTitle { "\(view.rulebook.title), \(view.school.name)" }
                style { Markup.raw(Self.look) }
            }
            documentBody { PublicPolicyText(view: view, context: context) }
        }
    }

    private static let look = """
        @page { size: A4; margin: 22mm 20mm; @bottom-center { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
        body { font: 10.5pt/1.5 "Open Sans", sans-serif; color: #16231d; }
        h1, h2, h3 { font-family: "Charis SIL", Georgia, serif; line-height: 1.2; break-after: avoid; }
        h1 { font-size: 24pt; margin: 0 0 4pt; } h2 { font-size: 15pt; margin: 18pt 0 6pt; } .n { color: #035a3d; margin-right: 6pt; }
        .clause-row { break-inside: avoid; margin: 6pt 0 6pt 30pt; position: relative; } .clause-row p { margin: 0 0 4pt; }
        .clause-row__no { position: absolute; left: -30pt; color: #46544d; } .clause-row__no a { color: inherit; text-decoration: none; }
        .overline, .lede { color: #46544d; } .no-print { display: none; }
        """
}
