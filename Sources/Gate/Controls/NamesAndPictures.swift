/// The controls that look at posts; each stands in one of these lists.
public enum PostControls {
    public static var all: [any PostControl.Type] { namesAndPictures + words }

    static let namesAndPictures: [any PostControl.Type] = []
}
