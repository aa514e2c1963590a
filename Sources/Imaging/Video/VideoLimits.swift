/// How much of a video is taken.
public enum VideoLimits {
    /// With room for the words beside it in what a server takes at once.
    public static let bytes = 60 * 1_048_576
    /// The longest that is taken at all; a policy may allow less.
    public static let seconds = 600
    public static let edge = 4_096
    public static let pixels = 4_096 * 2_304
    /// How many pieces of picture and sound: ten minutes at 240 pictures a second, with sound.
    public static let packets = 300_000
    public static let tracks = 32
}
