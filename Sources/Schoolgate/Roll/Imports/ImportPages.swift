import Gate
import HTML
import Policy
import Web

extension ImportKind {
    var title: String {
        switch self {
        case .schools: "Schools"
        case .staff: "Staff"
        case .roll: "The roll"
        case .consent: "Consent answers"
        }
    }

    var meaning: String {
        switch self {
        case .schools: "The schools of the trust. New ones are added, known ones brought up to date, none removed."
        case .staff:
            "Who works here and as what. New people get no password: you invite them afterwards. A word Schoolgate does not know is a job title without rights."
        case .roll:
            "Pupils with their parents and carers. Each is recognised by the upn, which is never shown on a page."
        case .consent: "Who said yes or no, to what, and when. Answers that are in the register already are left alone."
        }
    }

    /// What its rows are called, for so many.
    func counted(_ count: Int) -> String {
        let word =
            switch self {
            case .schools: count == 1 ? "school" : "schools"
            case .staff: count == 1 ? "person" : "people"
            case .roll: count == 1 ? "pupil" : "pupils"
            case .consent: count == 1 ? "answer" : "answers"
            }
        return "\(count) \(word)"
    }
}

struct ImportsPage: HTML {
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Imports", in: .people, for: viewer, context) {
            PageHead(
                heading: "Import from your other systems",
                lede: "Each file is checked first. You see what would change, and nothing changes before you say so.")
            ul(.class("stack measure"), .role("list")) {
                for kind in ImportKind.allCases where kind.isOffered(to: viewer) {
                    li(.class("card stack stack--s")) {
                        h2 { a(.href(kind.path)) { kind.title } }
                        p { kind.meaning }
                    }
                }
            }
        }
    }
}

struct ImportPage: HTML {
    let kind: ImportKind
    var errors = FieldErrors()
    let viewer: Viewer
    let context: Context

    var body: Markup {
        Shell("Import: \(kind.title)", in: .people, for: viewer, context) {
            PageHead(overline: "Imports", heading: "\(kind.title), from a CSV file", lede: kind.meaning)
            errors.summary
            form(
                .method("post"), .action(kind.path), Attribute("enctype", "multipart/form-data"),
                .class("stack")
            ) {
                CSRFField(viewer)
                Field(
                    "The file", name: "file", type: "file",
                    hint: "UTF-8 with commas, up to 60 MB. In Excel choose “CSV UTF-8 (Comma delimited)”.",
                    error: errors["file"], attributes: [Attribute("accept", ".csv,text/csv")])
                if kind == .roll {
                    label(.class("choice")) {
                        input(.type("checkbox"), .name("leavers"), .value("yes"))
                        span {
                            "Pupils who are not in the file have left"
                            small {
                                "Only for schools that the file names. Leave it empty when the file is a part of the roll."
                            }
                        }
                    }
                }
                p { button(.class("button"), .type("submit")) { "Check the file" } }
            }
            section(.class("note")) {
                h2 { "Its columns" }
                p { "In any order. Columns with other names are ignored, and you are told which." }
                p { code { kind.columns.joined(separator: ",") } }
            }
        }
    }
}

/// What would be added, changed and left alone.
struct ImportPreviewPage: HTML {
    let report: ImportReport
    let pending: PendingImport.ID
    let marksLeavers: Bool
    let viewer: Viewer
    let context: Context

    private var isNothing: Bool { report.added + report.changed + report.left == 0 }

    var body: Markup {
        Shell("Check: \(report.file)", in: .people, for: viewer, context) {
            PageHead(
                overline: "Imports: \(report.kind.title)",
                heading: isNothing ? "There is nothing new in this file" : "This is what the file would do",
                lede: isNothing
                    ? "Everything in \(report.file) is here already."
                    : "Nothing has changed yet. \(report.file) can be taken as it is.")
            ImportCounts(report: report)
            ImportNotes(report: report)
            div(.class("row")) {
                if !isNothing {
                    form(.method("post"), .action(ImportHandlers.take.path(pending))) {
                        CSRFField(viewer)
                        button(.class("button"), .type("submit")) { "Import it" }
                    }
                }
                form(.method("post"), .action(ImportHandlers.drop.path(pending))) {
                    CSRFField(viewer)
                    button(.class("button button--quiet"), .type("submit")) { "Leave it" }
                }
            }
        }
    }
}

struct ImportCounts: HTML {
    let report: ImportReport

    var body: Markup {
        div(.class("effect")) {
            count(report.added, "to add")
            count(report.changed, "to change")
            if report.left > 0 { count(report.left, "have left") } else { count(report.unchanged, "stay as they are") }
        }
    }

    private func count(_ number: Int, _ words: String) -> Markup {
        div {
            strong { "\(number)" }
            span { words }
        }
    }
}

/// Worth knowing, and no reason to refuse anything.
struct ImportNotes: HTML {
    let report: ImportReport
    private let most = 50

    init(report: ImportReport) { self.report = report }

    var body: Markup {
        if report.noteCount > 0 {
            details {
                summary {
                    report.noteCount == 1 ? "One thing worth knowing" : "\(report.noteCount) things worth knowing"
                }
                ul {
                    for note in report.notes.prefix(most) { li { note.words } }
                    if report.noteCount > most { li { "And \(report.noteCount - most) more like these." } }
                }
            }
        }
    }
}

/// Names every bad row, and says that nothing was imported.
struct RefusedImportPage: HTML {
    let report: ImportReport
    let viewer: Viewer
    let context: Context
    private let most = 200

    init(report: ImportReport, viewer: Viewer, context: Context) {
        self.report = report
        self.viewer = viewer
        self.context = context
    }

    private var heading: String {
        if report.isUnreadable { return "This file cannot be read" }
        return report.refusalCount == 1 ? "One row needs attention" : "\(report.refusalCount) rows need attention"
    }

    /// The lines of what does not fit on the page in full.
    private var rest: String {
        report.refusals.dropFirst(most).compactMap { $0.line.map(String.init) }.joined(separator: ", ")
    }

    var body: Markup {
        Shell("Refused: \(report.file)", in: .people, for: viewer, context) {
            PageHead(
                overline: "Imports: \(report.kind.title)", heading: heading,
                lede: "So nothing of \(report.file) was imported. Put it right in the file, and choose it again.")
            div(.class("problems"), .role("alert")) {
                h2 { "What to put right" }
                ul {
                    for problem in report.refusals.prefix(most) { li { problem.words } }
                    if !rest.isEmpty { li { "And rows \(rest)." } }
                    if report.refusalCount > report.refusals.count {
                        li { "And \(report.refusalCount - report.refusals.count) more." }
                    }
                }
            }
            ImportNotes(report: report)
            p { a(.class("button"), .href(report.kind.path)) { "Choose the file again" } }
        }
    }
}

struct ImportDonePage: HTML {
    let report: ImportReport
    let posts: FoundPosts
    let viewer: Viewer
    let context: Context

    private var sentence: String {
        var parts = ["\(report.kind.counted(report.added)) added"]
        if report.changed > 0 { parts.append("\(report.changed) changed") }
        if report.left > 0 { parts.append("\(report.left) marked as left") }
        return parts.inWords() + "."
    }

    var body: Markup {
        Shell("Imported", in: .people, for: viewer, context) {
            PageHead(overline: "Imports: \(report.kind.title)", heading: "\(report.file) is imported", lede: sentence)
            posts
            ImportNotes(report: report)
            p(.class("row")) {
                a(.class("button button--plain"), .href(ImportHandlers.index.path())) { "Import something else" }
                if report.kind == .staff, report.added > 0 {
                    a(.class("button"), .href(UninvitedHandlers.index.path())) { "Invite the new people" }
                }
            }
        }
    }
}

extension FileProblem {
    /// For a page that names the file already.
    fileprivate var words: String { line.map { "Line \($0): \(message)" } ?? message }
}
