/// How much of a picture is taken.
public enum PictureLimits {
    public static let bytes = 30 * 1_024 * 1_024
    public static let pixels = 100_000_000
    public static let edge = 32_000
}
