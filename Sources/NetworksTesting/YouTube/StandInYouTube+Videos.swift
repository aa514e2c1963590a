import Foundation
import Synchronization

extension StandInYouTube {
    func channels(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.query("mine") == "true" else { return bad("missingRequiredParameter") }
        // Without a channel the list is left out.
        guard state.withLock({ $0.hasChannel }) else {
            return .json(["kind": "youtube#channelListResponse", "pageInfo": ["totalResults": 0, "resultsPerPage": 5]])
        }
        return .json([
            "items": [
                [
                    "id": channel, "snippet": ["title": "Hilltop Primary", "customUrl": "@hilltopprimary"],
                    "contentDetails": ["relatedPlaylists": ["likes": "", "uploads": uploads]],
                ]
            ]
        ])
    }

    func told(_ video: Video) -> [String: Any] {
        var snippet: [String: Any] = [
            "publishedAt": Self.time(video.createdAt), "channelId": channel, "title": video.title,
            "description": video.description, "channelTitle": "Hilltop Primary", "categoryId": video.category,
        ]
        if !video.tags.isEmpty { snippet["tags"] = video.tags }
        return [
            "kind": "youtube#video", "id": video.id, "snippet": snippet,
            "status": ["uploadStatus": video.uploadStatus, "privacyStatus": video.privacy],
        ]
    }

    func videos(_ request: HTTPRequest) -> HTTPAnswer {
        let ids = (request.query("id") ?? "").split(separator: ",").map(String.init)
        guard !ids.isEmpty else { return bad("missingRequiredParameter") }
        let found = state.withLock { $0.videos.filter { ids.contains($0.id) } }
        return .json(["items": found.map(told), "pageInfo": ["totalResults": found.count]])
    }

    func update(_ request: HTTPRequest) -> HTTPAnswer {
        guard let body = request.json, let id = body["id"] as? String, let snippet = body["snippet"] as? [String: Any],
            body.count == 2, request.query("part") == "snippet"
        else { return bad("badRequest") }
        if let refusal = check(snippet) { return refusal }
        return state.withLock { state in
            guard let place = state.videos.firstIndex(where: { $0.id == id }) else {
                return problem("404 Not Found", "videoNotFound")
            }
            // What is not sent along is deleted.
            state.videos[place].title = snippet["title"] as? String ?? ""
            state.videos[place].description = snippet["description"] as? String ?? ""
            state.videos[place].category = snippet["categoryId"] as? String ?? ""
            state.videos[place].tags = snippet["tags"] as? [String] ?? []
            return .json(told(state.videos[place]))
        }
    }

    func delete(_ request: HTTPRequest) -> HTTPAnswer {
        state.withLock { state in
            guard let place = state.videos.firstIndex(where: { $0.id == request.query("id") }) else {
                return problem("404 Not Found", "videoNotFound")
            }
            state.videos.remove(at: place)
            return HTTPAnswer("204 No Content")
        }
    }

    func playlist(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.query("playlistId") == uploads else { return problem("404 Not Found", "playlistNotFound") }
        let items = state.withLock { $0.videos.reversed() }.map { video -> [String: Any] in
            [
                "id": "UExx\(video.id)",
                "snippet": [
                    "publishedAt": Self.time(video.createdAt), "channelId": channel, "title": video.title,
                    "description": video.description, "resourceId": ["kind": "youtube#video", "videoId": video.id],
                ],
                "contentDetails": ["videoId": video.id, "videoPublishedAt": Self.time(video.createdAt)],
                "status": ["privacyStatus": video.privacy],
            ]
        }
        return listed(request, items)
    }

    func search(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.query("type") == "video", let words = request.query("q"), !words.isEmpty else {
            return bad("missingRequiredParameter")
        }
        let found = state.withLock { $0.videos }.filter { $0.privacy == "public" && $0.title.contains(words) }
        return listed(
            request,
            found.map { video in
                var told = told(video)
                told["id"] = ["kind": "youtube#video", "videoId": video.id]
                told["status"] = nil
                return told
            })
    }

    private func listed(_ request: HTTPRequest, _ all: [[String: Any]]) -> HTTPAnswer {
        let most = Int(request.query("maxResults") ?? "5") ?? 5
        guard let skip = Int(request.query("pageToken")?.dropFirst(2) ?? "0") else { return bad("invalidPageToken") }
        var answer: [String: Any] = [
            "items": Array(all.dropFirst(skip).prefix(most)), "pageInfo": ["totalResults": all.count],
        ]
        if skip + most < all.count { answer["nextPageToken"] = "CA\(skip + most)" }
        return .json(answer)
    }

    // MARK: - Comments

    private func told(_ comment: Comment) -> [String: Any] {
        var snippet: [String: Any] = [
            "textDisplay": comment.text, "authorDisplayName": comment.name,
            "authorChannelId": ["value": comment.author], "publishedAt": Self.time(comment.createdAt),
            "videoId": comment.video,
        ]
        if let parent = comment.parent { snippet["parentId"] = parent }
        // Only whoever wrote it is shown it as it was written.
        if comment.author == channel { snippet["textOriginal"] = comment.text }
        return ["kind": "youtube#comment", "id": comment.id, "snippet": snippet]
    }

    func threads(_ request: HTTPRequest) -> HTTPAnswer {
        guard request.query("textFormat") == "plainText" else { return bad("a test reads plain text") }
        let status = request.query("moderationStatus") ?? "published"
        guard ["published", "heldForReview", "likelySpam"].contains(status) else {
            return bad("invalidModerationStatus")
        }
        let video = request.query("videoId")
        guard video != nil || request.query("allThreadsRelatedToChannelId") == channel else {
            return bad("missingRequiredParameter")
        }
        let (all, isKnown) = state.withLock { state in
            (state.comments, video == nil || state.videos.contains { $0.id == video })
        }
        guard isKnown else { return problem("404 Not Found", "videoNotFound") }
        let tops = all.filter { $0.parent == nil && $0.status == status && (video == nil || $0.video == video) }
        return listed(
            request,
            tops.reversed().map { top in
                let answers = all.filter { $0.parent == top.id && $0.status == "published" }
                var thread: [String: Any] = [
                    "id": top.id,
                    "snippet": [
                        "videoId": top.video, "topLevelComment": told(top), "totalReplyCount": answers.count,
                        "channelId": channel,
                    ],
                ]
                // Never more than some of the answers.
                if !answers.isEmpty { thread["replies"] = ["comments": answers.prefix(2).map(told)] }
                return thread
            })
    }

    func replies(_ request: HTTPRequest) -> HTTPAnswer {
        guard let parent = request.query("parentId") else { return bad("missingRequiredParameter") }
        return listed(
            request,
            state.withLock { $0.comments }.filter { $0.parent == parent && $0.status == "published" }.map(told))
    }

    func reply(_ request: HTTPRequest) -> HTTPAnswer {
        guard let snippet = request.json?["snippet"] as? [String: Any], let parent = snippet["parentId"] as? String,
            let text = snippet["textOriginal"] as? String, !text.isEmpty
        else { return bad("commentTextRequired") }
        return state.withLock { state in
            guard state.comments.contains(where: { $0.id == parent && $0.parent == nil }) else {
                return problem("404 Not Found", "parentCommentNotFound")
            }
            let own = state.comment(text, under: parent, by: channel, name: "@hilltopprimary")
            guard let comment = state.comments.first(where: { $0.id == own }) else { return bad("processingFailure") }
            return .json(told(comment))
        }
    }

    func moderate(_ request: HTTPRequest) -> HTTPAnswer {
        guard let status = request.query("moderationStatus"),
            ["published", "heldForReview", "rejected"].contains(status), let id = request.query("id")
        else { return bad("invalidModerationStatus") }
        return state.withLock { state in
            guard let place = state.comments.firstIndex(where: { $0.id == id }) else {
                return problem("404 Not Found", "commentNotFound")
            }
            guard state.comments[place].author != channel else { return bad("operationNotSupported") }
            // What was rejected stays so.
            guard state.comments[place].status != "rejected" else { return bad("processingFailure") }
            state.comments[place].status = status
            return HTTPAnswer("204 No Content")
        }
    }
}
