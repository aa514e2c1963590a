import Database

/// The shelves that posts stand on.
enum PostShelf: String, CaseIterable, Sendable {
    case underWay = "under-way"
    case drafts, published, removed

    var title: String {
        switch self {
        case .underWay: "Under way"
        case .drafts: "Drafts"
        case .published: "Published"
        case .removed: "Taken down"
        }
    }

    var states: [Post.State] {
        switch self {
        case .underWay: [.held, .returned, .scheduled, .publishing, .missed, .stopped, .removing]
        case .drafts: [.draft]
        case .published: [.published]
        case .removed: [.removed]
        }
    }
}

/// A shelf's posts with what a list needs to say of each.
struct PostList: Sendable {
    let posts: [Post]
    let people: [Person.ID: Person]
    let accounts: [Account.ID: Account]
    let counts: [PostShelf: Int64]

    static func load(_ shelf: PostShelf, _ viewer: Viewer, in db: Connection) throws -> PostList {
        var counts: [PostShelf: Int64] = [:]
        try db.each(
            "SELECT state, count(*) FROM posts WHERE school_id = \(viewer.school.id) GROUP BY state"
        ) { row in
            guard let state = Post.State(rawValue: row.text(0)) else { return }
            for shelf in PostShelf.allCases where shelf.states.contains(state) {
                counts[shelf, default: 0] += row.int(1)
            }
        }
        let posts = try Post.inStates(shelf.states, at: viewer.school.id, in: db)
        return PostList(
            posts: posts, people: try Person.byID(posts.flatMap { [$0.author, $0.lastEditor] }, in: db),
            accounts: try Account.byID(posts.flatMap(\.accounts), in: db), counts: counts)
    }
}

extension Person {
    static func byID(_ ids: [ID], in db: Connection) throws -> [ID: Person] {
        guard !ids.isEmpty else { return [:] }
        let people = try db.all(
            "SELECT \(columns) FROM people WHERE id IN (\(list: Set(ids).map(\.rawValue)))", Person.init(row:))
        return Dictionary(uniqueKeysWithValues: people.map { ($0.id, $0) })
    }
}
