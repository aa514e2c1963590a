extension YAML {
    /// The value in these bytes, as policies are read: plain types only; nil when it cannot be read.
    public static func read(
        _ bytes: [UInt8], from origin: Position
    ) -> (value: YAML?, problems: [(position: Position, message: String)]) {
        YAMLReader.read(bytes, from: origin)
    }
}
