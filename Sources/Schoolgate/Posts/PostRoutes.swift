import Web

/// Every address of posts; decisions are resources of their own.
enum PostRoutes {
    static let index = FixedRoute(.get, "/posts")
    static let new = FixedRoute(.get, "/posts/new")
    static let create = FixedRoute(.post, "/posts")
    static let check = FixedRoute(.post, "/posts/check")
    static let show = Route<Post.ID>(.get, "/posts/:id")
    static let edit = Route<Post.ID>(.get, "/posts/:id/edit")
    static let save = Route<Post.ID>(.post, "/posts/:id/draft")
    static let approve = Route<Post.ID>(.post, "/posts/:id/approval")
    static let sendBack = Route<Post.ID>(.post, "/posts/:id/return")
    static let discard = Route<Post.ID>(.post, "/posts/:id/discard")
    static let remove = Route<Post.ID>(.post, "/posts/:id/removal")
    static let correct = Route<Post.ID>(.post, "/posts/:id/correction")
    static let picture = Route<String>(.get, "/pictures/:digest")
    static let working = Route<String>(.get, "/pictures/working/:key")
    static let video = Route<String>(.get, "/pictures/video/:key")
    static let pupils = FixedRoute(.get, "/posts/pupils")
    static let deletePicture = Route<Post.ID, Int>(.post, "/posts/:id/pictures/:position/deletion")
    static let legalHold = Route<Post.ID>(.post, "/posts/:id/legal-hold")

    static func register(on router: inout Router<Context>) {
        router.on(index, for: .holding(.seePosts), use: PostHandlers.index)
        router.on(new, for: .holding(.writePosts), use: ComposerHandlers.new)
        router.on(create, for: .holding(.writePosts), use: ComposerHandlers.create)
        router.on(check, for: .holding(.writePosts), use: ComposerHandlers.check)
        router.on(pupils, for: .holding(.writePosts), use: PictureHandlers.pupils)
        router.on(show, for: .holding(.seePosts), use: PostHandlers.show)
        router.on(edit, for: .holding(.writePosts), use: ComposerHandlers.edit)
        router.on(save, for: .holding(.writePosts), use: ComposerHandlers.save)
        router.on(approve, for: .holding(.seePosts), use: ApprovalHandlers.approve)
        router.on(sendBack, for: .holding(.seePosts), use: ApprovalHandlers.sendBack)
        router.on(discard, for: .holding(.writePosts), use: PostHandlers.discard)
        router.on(remove, for: .holding(.removePosts), use: PostHandlers.remove)
        router.on(correct, for: .holding(.writePosts), use: PostHandlers.correct)
        router.on(picture, for: .holding(.seePosts), use: PictureHandlers.made)
        router.on(working, for: .holding(.seePosts), use: PictureHandlers.working)
        router.on(video, for: .holding(.seePosts), use: PictureHandlers.video)
        router.on(deletePicture, for: .holding(.removePosts), use: PictureDeletion.carryOut)
        router.on(legalHold, for: .holding(.holdForLaw), use: LegalHold.change)
    }
}
