/// One attribute of an element; a nil or false value leaves it out.
public struct Attribute: Sendable {
    let name: StaticString
    let value: String?
    let isPresent: Bool

    public init(_ name: StaticString, _ value: String?) {
        self.name = name
        self.value = value
        self.isPresent = value != nil
    }

    /// A boolean attribute, such as `checked`.
    public init(_ name: StaticString, if isPresent: Bool) {
        self.name = name
        self.value = nil
        self.isPresent = isPresent
    }

    public static func id(_ value: String?) -> Attribute { Attribute("id", value) }
    public static func `class`(_ value: String?) -> Attribute { Attribute("class", value) }
    public static func href(_ value: String) -> Attribute { Attribute("href", value) }
    public static func src(_ value: String) -> Attribute { Attribute("src", value) }
    public static func alt(_ value: String) -> Attribute { Attribute("alt", value) }
    public static func name(_ value: String) -> Attribute { Attribute("name", value) }
    public static func value(_ value: String?) -> Attribute { Attribute("value", value) }
    public static func type(_ value: String) -> Attribute { Attribute("type", value) }
    public static func action(_ value: String) -> Attribute { Attribute("action", value) }
    public static func method(_ value: String) -> Attribute { Attribute("method", value) }
    public static func `for`(_ value: String) -> Attribute { Attribute("for", value) }
    public static func role(_ value: String) -> Attribute { Attribute("role", value) }
    public static func title(_ value: String?) -> Attribute { Attribute("title", value) }
    public static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
    public static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
    public static func autocomplete(_ value: String) -> Attribute { Attribute("autocomplete", value) }
    public static func checked(_ isChecked: Bool) -> Attribute { Attribute("checked", if: isChecked) }
    public static func selected(_ isSelected: Bool) -> Attribute { Attribute("selected", if: isSelected) }
    public static var required: Attribute { Attribute("required", if: true) }
    public static var hiddenFromReaders: Attribute { Attribute("aria-hidden", "true") }

    /// `aria-…`, by the part after the dash.
    public static func aria(_ name: AriaName, _ value: String?) -> Attribute { Attribute(name.attribute, value) }
}

/// The ARIA properties that pages use.
public enum AriaName: Sendable {
    case label, labelledby, describedby, invalid, current, live, expanded, controls, hidden

    var attribute: StaticString {
        switch self {
        case .label: "aria-label"
        case .labelledby: "aria-labelledby"
        case .describedby: "aria-describedby"
        case .invalid: "aria-invalid"
        case .current: "aria-current"
        case .live: "aria-live"
        case .expanded: "aria-expanded"
        case .controls: "aria-controls"
        case .hidden: "aria-hidden"
        }
    }
}
