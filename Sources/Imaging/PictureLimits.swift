/// How much of a picture is taken, and how much is made of it.
public enum PictureLimits {
    public static let bytes = 30 * 1_024 * 1_024
    public static let pixels = 100_000_000
    public static let edge = 32_000
    /// The longest edge of a picture that is made.
    public static let madeEdge = 4_096
    public static let sizes = 8
    public static let blurred = 500
    public static let faces = 500
}
