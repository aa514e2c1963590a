import Database

extension Post {
    private static let columns: SQL =
        """
        posts.id, posts.school_id, posts.author_id, posts.last_editor_id, posts.text, posts.state, posts.slot_at,
        posts.edits, posts.created_at, posts.updated_at
        """

    /// A post at one of these schools; nil for anybody else's.
    static func find(_ id: ID, at schools: [School.ID], in db: Connection) throws -> Post? {
        try all("posts.id = \(id) AND posts.school_id IN (\(list: schools.map(\.rawValue)))", in: db).first
    }

    /// A post by id alone, for the program's own work.
    static func find(_ id: ID, in db: Connection) throws -> Post? { try all("posts.id = \(id)", in: db).first }

    static func inStates(
        _ states: [State], at school: School.ID, limit: Int = 200, before: Instant? = nil, in db: Connection
    ) throws -> [Post] {
        let older: SQL = before.map { "AND posts.updated_at < \($0)" } ?? ""
        return try all(
            "posts.school_id = \(school) AND posts.state IN (\(list: states.map(\.rawValue))) \(older)",
            limit: limit, in: db)
    }

    /// So many queries however many posts: the posts, their accounts, their pictures with the faces and pupils in them.
    static func all(_ condition: SQL, limit: Int = 1_000, in db: Connection) throws -> [Post] {
        let rows = try db.all(
            "SELECT \(columns) FROM posts WHERE \(condition) ORDER BY posts.updated_at DESC, posts.id DESC LIMIT \(limit)",
            PostRow.init(row:))
        guard !rows.isEmpty else { return [] }
        let ids = rows.map(\.id.rawValue)
        var accounts: [Int64: [Account.ID]] = [:]
        try db.each(
            "SELECT post_id, account_id FROM post_accounts WHERE post_id IN (\(list: ids)) ORDER BY account_id"
        ) { accounts[$0.int(0), default: []].append(Account.ID($0.int(1))) }
        let pictures = try PostPicture.of(ids, in: db)
        return rows.map { row in
            Post(
                id: row.id, school: row.school, author: row.author, lastEditor: row.lastEditor, text: row.text,
                state: row.state, slot: row.slot, edits: row.edits, createdAt: row.createdAt,
                updatedAt: row.updatedAt, accounts: accounts[row.id.rawValue] ?? [],
                pictures: pictures[row.id.rawValue] ?? [])
        }
    }
}

private struct PostRow: Sendable {
    let id: Post.ID
    let school: School.ID
    let author: Person.ID
    let lastEditor: Person.ID
    let text: String
    let state: Post.State
    let slot: Instant?
    let edits: Int64
    let createdAt: Instant
    let updatedAt: Instant

    init(row: borrowing Row) {
        id = Post.ID(row.int(0))
        school = School.ID(row.int(1))
        author = Person.ID(row.int(2))
        lastEditor = Person.ID(row.int(3))
        text = row.text(4)
        state = Post.State(rawValue: row.text(5)) ?? .stopped
        slot = row.intOrNil(6).map { Instant(milliseconds: $0) }
        edits = row.int(7)
        createdAt = Instant(milliseconds: row.int(8))
        updatedAt = Instant(milliseconds: row.int(9))
    }
}

extension PostPicture {
    fileprivate static func of(_ posts: [Int64], in db: Connection) throws -> [Int64: [PostPicture]] {
        var shown: [Int64: [Pupil.ID]] = [:], work: [Int64: [Pupil.ID]] = [:]
        try db.each(
            """
            SELECT post_picture_pupils.picture_id, post_picture_pupils.pupil_id, post_picture_pupils.kind
            FROM post_picture_pupils JOIN post_pictures ON post_pictures.id = post_picture_pupils.picture_id
            WHERE post_pictures.post_id IN (\(list: posts)) ORDER BY post_picture_pupils.pupil_id
            """
        ) { row in
            if row.text(2) == "shown" {
                shown[row.int(0), default: []].append(Pupil.ID(row.int(1)))
            } else {
                work[row.int(0), default: []].append(Pupil.ID(row.int(1)))
            }
        }
        let faces = try PictureFace.of(posts, in: db)
        var pictures: [Int64: [PostPicture]] = [:]
        try db.each(
            """
            SELECT post_pictures.id, post_id, media_digest, alt, provenance, not_pupils, is_complete, working_key,
                blurred, device, working_pictures.found, media.erased_at, \(PostVideo.columns)
            FROM post_pictures JOIN media ON media.digest = post_pictures.media_digest
                LEFT JOIN working_pictures ON working_pictures.key = post_pictures.working_key
                LEFT JOIN videos ON videos.digest = post_pictures.video_digest
            WHERE post_id IN (\(list: posts)) ORDER BY post_id, position
            """
        ) { row in
            pictures[row.int(1), default: []].append(
                PostPicture(
                    media: row.text(2), alt: row.text(3), provenance: row.text(4), shown: shown[row.int(0)] ?? [],
                    workOf: work[row.int(0)] ?? [], notPupils: row.int(5), isComplete: row.bool(6),
                    working: row.textOrNil(7), faces: faces[row.int(0)] ?? [], isCounted: !row.isNull(10),
                    blurred: row.text(8), device: row.text(9), isErased: !row.isNull(11),
                    video: PostVideo(row: row, from: 12)))
        }
        return pictures
    }
}
