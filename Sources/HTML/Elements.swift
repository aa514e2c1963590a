/// Writes one element; the functions below name those that pages use.
public func element(_ name: StaticString, _ attributes: [Attribute], _ content: Markup) -> Markup {
    var markup = opening(name, attributes, reserving: content.bytes.count)
    markup.append(content)
    markup.append(UInt8(ascii: "<"), UInt8(ascii: "/"))
    markup.append(name)
    markup.append(UInt8(ascii: ">"))
    return markup
}

/// Writes an element that has neither content nor end tag.
public func voidElement(_ name: StaticString, _ attributes: [Attribute]) -> Markup {
    opening(name, attributes, reserving: 0)
}

private func opening(_ name: StaticString, _ attributes: [Attribute], reserving count: Int) -> Markup {
    var markup = Markup()
    var size = count + name.utf8CodeUnitCount * 2 + 5
    for attribute in attributes where attribute.isPresent {
        size += attribute.name.utf8CodeUnitCount + (attribute.value?.utf8.count ?? 0) + 4
    }
    markup.reserve(size)
    markup.append(UInt8(ascii: "<"))
    markup.append(name)
    for attribute in attributes where attribute.isPresent {
        markup.append(UInt8(ascii: " "))
        markup.append(attribute.name)
        guard let value = attribute.value else { continue }
        markup.append(UInt8(ascii: "="), UInt8(ascii: "\""))
        markup.append(escaping: value)
        markup.append(UInt8(ascii: "\""))
    }
    markup.append(UInt8(ascii: ">"))
    return markup
}

public func html(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("html", attributes, content())
}
public func head(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("head", attributes, content())
}
public func documentTitle(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("title", attributes, content())
}
public func style(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("style", attributes, content())
}
/// Not `body`, which every part has as its own property.
public func documentBody(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("body", attributes, content())
}
public func header(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("header", attributes, content())
}
public func main(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("main", attributes, content())
}
public func nav(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("nav", attributes, content())
}
public func footer(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("footer", attributes, content())
}
public func aside(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("aside", attributes, content())
}
public func section(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("section", attributes, content())
}
public func article(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("article", attributes, content())
}
public func h1(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("h1", attributes, content())
}
public func h2(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("h2", attributes, content())
}
public func h3(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("h3", attributes, content())
}
public func h4(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("h4", attributes, content())
}
public func p(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("p", attributes, content())
}
public func div(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("div", attributes, content())
}
public func span(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("span", attributes, content())
}
public func a(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("a", attributes, content())
}
public func b(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("b", attributes, content())
}
public func i(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("i", attributes, content())
}
public func em(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("em", attributes, content())
}
public func strong(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("strong", attributes, content())
}
public func small(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("small", attributes, content())
}
public func abbr(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("abbr", attributes, content())
}
public func q(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("q", attributes, content())
}
public func cite(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("cite", attributes, content())
}
public func code(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("code", attributes, content())
}
public func pre(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("pre", attributes, content())
}
public func blockquote(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("blockquote", attributes, content())
}
public func ul(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("ul", attributes, content())
}
public func ol(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("ol", attributes, content())
}
public func li(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("li", attributes, content())
}
public func dl(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("dl", attributes, content())
}
public func dt(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("dt", attributes, content())
}
public func dd(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("dd", attributes, content())
}
public func form(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("form", attributes, content())
}
public func fieldset(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("fieldset", attributes, content())
}
public func legend(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("legend", attributes, content())
}
public func label(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("label", attributes, content())
}
public func button(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("button", attributes, content())
}
public func select(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("select", attributes, content())
}
public func option(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("option", attributes, content())
}
public func optgroup(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("optgroup", attributes, content())
}
public func textarea(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("textarea", attributes, content())
}
public func output(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("output", attributes, content())
}
public func table(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("table", attributes, content())
}
public func caption(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("caption", attributes, content())
}
public func thead(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("thead", attributes, content())
}
public func tbody(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("tbody", attributes, content())
}
public func tr(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("tr", attributes, content())
}
public func th(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("th", attributes, content())
}
public func td(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("td", attributes, content())
}
public func figure(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("figure", attributes, content())
}
public func figcaption(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("figcaption", attributes, content())
}
public func picture(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("picture", attributes, content())
}
public func details(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("details", attributes, content())
}
public func summary(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("summary", attributes, content())
}
public func dialog(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("dialog", attributes, content())
}
public func time(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("time", attributes, content())
}
public func mark(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("mark", attributes, content())
}
public func ins(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("ins", attributes, content())
}
public func del(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("del", attributes, content())
}
public func sup(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("sup", attributes, content())
}
public func sub(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("sub", attributes, content())
}
public func svg(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("svg", attributes, content())
}
public func g(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("g", attributes, content())
}
public func use(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("use", attributes, content())
}
public func script(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("script", attributes, content())
}
public func video(_ attributes: Attribute..., @HTMLBuilder content: () -> Markup = { Markup() }) -> Markup {
    element("video", attributes, content())
}

// Void elements have no content and no end tag.

public func meta(_ attributes: Attribute...) -> Markup { opening("meta", attributes, reserving: 0) }
public func link(_ attributes: Attribute...) -> Markup { opening("link", attributes, reserving: 0) }
public func br(_ attributes: Attribute...) -> Markup { opening("br", attributes, reserving: 0) }
public func hr(_ attributes: Attribute...) -> Markup { opening("hr", attributes, reserving: 0) }
public func img(_ attributes: Attribute...) -> Markup { opening("img", attributes, reserving: 0) }
public func input(_ attributes: Attribute...) -> Markup { opening("input", attributes, reserving: 0) }
public func source(_ attributes: Attribute...) -> Markup { opening("source", attributes, reserving: 0) }
