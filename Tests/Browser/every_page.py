"""What is true of every page of pages.txt: axe, keyboard, widths, large text, forced colours, motion, its own policy."""

from suite import axe, dress, over

FOCUSABLE = """
const focusable = [...document.querySelectorAll(
    'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]')].filter((element) =>
    element.tabIndex >= 0 && !element.disabled && element.getClientRects().length > 0
    && element.checkVisibility({ visibilityProperty: true, opacityProperty: false })
    && (element.tagName !== 'SUMMARY' || element.parentElement.tagName === 'DETAILS')
    && !(element.type === 'radio' && element !== document.querySelector(
        `input[type=radio][name="${element.name}"]:checked`) && document.querySelector(
        `input[type=radio][name="${element.name}"]:checked, input[type=radio][name="${element.name}"]`) !== element));
const named = (element) => `${element.tagName.toLowerCase()} ${(element.name || element.innerText || element.href
    || element.className.baseVal || '').toString().trim().slice(0, 50)}`;
"""

# Remembers each stop, and whether it shows that it has the focus.
LISTEN = "() => {" + FOCUSABLE + """
    window.stops = new Map();
    document.addEventListener('focusin', ({ target }) => {
        const style = getComputedStyle(target);
        const width = parseFloat(style.outlineWidth);
        window.stops.set(target, style.outlineStyle !== 'none' && width >= 2
            && style.outlineColor !== 'rgba(0, 0, 0, 0)' && (style.forcedColorAdjust === 'none'
            || style.outlineColor !== getComputedStyle(document.body).backgroundColor));
    });
    const parts = { date: 4, 'datetime-local': 8, time: 4, month: 3 };
    return focusable.reduce((presses, element) => presses + (parts[element.type] ?? 1), 4);
}"""

STOPPED = "() => {" + FOCUSABLE + """
    const missed = focusable.filter((element) => !window.stops.has(element)).map((e) => `never reached: ${named(e)}`);
    const unseen = [...window.stops].filter(([, shows]) => !shows).map(([e]) => `its focus is not seen: ${named(e)}`);
    return [missed, unseen];
}"""

# Colours are the system's: what tells a thing apart has to be a line, a shape or a word.
FORCED = """() => {
    const problems = [];
    const seen = (element) => element.getClientRects().length > 0 && element.checkVisibility({ visibilityProperty: true });
    const lined = (style) => ['Top', 'Right', 'Bottom', 'Left'].some((side) =>
        style[`border${side}Style`] !== 'none' && parseFloat(style[`border${side}Width`]) > 0);
    const parts = '.button:not(.button--quiet), .chip, .slot, .input, .finding, .card, .banner';
    for (const element of document.querySelectorAll(parts)) {
        if (seen(element) && !lined(getComputedStyle(element))) problems.push(`no line: ${element.outerHTML.slice(0, 120)}`);
    }
    const edge = (element) => getComputedStyle(element).borderInlineStart.replace(/rgb.*/, '');
    const slots = new Map();
    for (const slot of document.querySelectorAll('.slot')) {
        const kind = [...slot.classList].find((name) => name.startsWith('slot--')) ?? 'slot';
        if (seen(slot)) slots.set(kind, edge(slot));
    }
    if (new Set(slots.values()).size < slots.size) problems.push(`alike: ${JSON.stringify([...slots])}`);
    for (const box of document.querySelectorAll('.photo .box')) {
        const style = getComputedStyle(box);
        if (style.stroke === 'none' || parseFloat(style.strokeWidth) < 2) problems.push('a box on the picture has no line');
        const [tag, text] = [box.parentElement.querySelector('.tag'), box.parentElement.querySelector('text')];
        if (getComputedStyle(tag).fill === getComputedStyle(text).fill) problems.push('a number on the picture is not seen');
    }
    for (const chosen of document.querySelectorAll('a[aria-current]')) {
        const others = [...chosen.closest('ul, ol, nav').querySelectorAll('a:not([aria-current])')].filter(seen);
        const look = (element) => { const s = getComputedStyle(element);
            return [s.textDecorationLine, s.borderBlockEndWidth, s.borderInlineStartWidth, s.fontWeight].join(); };
        if (seen(chosen) && others.some((other) => look(other) === look(chosen))) {
            problems.push(`the chosen one looks like the others: ${chosen.innerText.trim()}`);
        }
    }
    for (const box of document.querySelectorAll('input[type=checkbox], input[type=radio]')) {
        if (seen(box) && getComputedStyle(box).appearance === 'none') problems.push(`what is chosen is not seen: ${box.name}`);
    }
    return problems;
}"""

MOVING = """() => {
    const problems = [];
    for (const element of document.querySelectorAll('*')) {
        for (const part of [null, '::before', '::after']) {
            const style = getComputedStyle(element, part);
            const longest = Math.max(...`${style.transitionDuration},${style.animationDuration}`.split(',').map(parseFloat));
            if (longest > 0.02) problems.push(`${element.tagName} ${element.className} ${part ?? ''} takes ${longest} s`);
        }
    }
    // What takes no time at all may still be under way in this frame.
    const running = document.getAnimations().filter((animation) =>
        animation.playState === 'running' && animation.effect.getComputedTiming().endTime > 20).length;
    return running > 0 ? [...problems, `${running} animations run`] : problems;
}"""

# Text that its own box cuts off, where nobody meant it to.
CUT = """() => [...document.querySelectorAll('main *, nav *')].filter((element) => {
    const style = getComputedStyle(element);
    const text = [...element.childNodes].some((node) => node.nodeType === 3 && node.data.trim());
    return text && !element.closest('.hush, .skip, .slot, svg') && style.webkitLineClamp === 'none'
        && [style.overflowX, style.overflowY].some((way) => way === 'hidden' || way === 'clip')
        && (element.scrollWidth > element.clientWidth + 2 || element.scrollHeight > element.clientHeight + 2)
        && element.getClientRects().length > 0 && element.clientWidth > 2;
}).map((element) => `cut off: ${element.outerHTML.slice(0, 120)}`)"""


def every_page(suite, pages, only=()):
    for name, entry in pages.entries.items():
        if only and name not in only:
            continue
        context = pages.context(entry.who, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        troubles = []
        page.on("console", lambda m: troubles.append(m.text) if m.type == "error" and "Failed to load" not in m.text else None)
        page.on("pageerror", lambda e: troubles.append(str(e)))
        try:
            pages.go(page, name)
            page.wait_for_load_state("networkidle")
            looks(suite, page, name)
            keys(suite, page, name)
            colours(suite, page, name)
            sizes(suite, page, name)
            suite.check(f"content security policy, and scripts: {name}", troubles)
        except Exception as error:  # noqa: BLE001 - a page that cannot be looked at has failed, and the others are looked at
            suite.check(f"a page to look at: {name}", [str(error)[:400]])
        context.close()


def looks(suite, page, name):
    """Axe, and whatever moves: a desk in light, a phone in dark; opened, it is looked at on a light phone (`sizes`)."""
    problems = []
    for scheme, width, height in [("light", 1280, 900), ("dark", 390, 844)]:
        dress(page, width, height, color_scheme=scheme)
        problems += [f"{width} {scheme}: {problem}" for problem in axe(page)]
    suite.check(f"axe: {name}", problems)
    suite.check(f"reduced motion: {name}", page.evaluate(MOVING))


def keys(suite, page, name):
    """Everything can be reached with Tab, and shows that it is reached."""
    dress(page, color_scheme="light")
    page.evaluate("document.activeElement?.blur()")
    for _ in range(min(page.evaluate(LISTEN), 400)):
        page.keyboard.press("Tab")
    missed, unseen = page.evaluate(STOPPED)
    suite.check(f"keyboard alone: {name}", missed + unseen)


def colours(suite, page, name):
    problems = []
    for scheme in ["light", "dark"]:
        dress(page, color_scheme=scheme, forced_colors="active")
        problems += [f"{scheme}: {problem}" for problem in page.evaluate(FORCED)]
    problems += axe(page)
    page.evaluate("document.activeElement?.blur()")
    page.evaluate(LISTEN)
    for _ in range(12):
        page.keyboard.press("Tab")
    _, unseen = page.evaluate(STOPPED)
    dress(page, color_scheme="light", forced_colors="none")
    suite.check(f"forced colours: {name}", problems + unseen)


def sizes(suite, page, name):
    """At 320 px, and at 200 % text, nothing is scrolled sideways or cut off (WCAG 1.4.10, 1.4.4)."""
    page.evaluate("for (const part of document.querySelectorAll('main details')) part.open = true")
    page.set_viewport_size({"width": 320, "height": 640})
    suite.check(f"320 px: {name}", over(page))
    page.set_viewport_size({"width": 390, "height": 844})
    opened = axe(page)
    page.set_viewport_size({"width": 1280, "height": 900})
    page.evaluate("document.documentElement.style.setProperty('font-size', '200%')")
    suite.check(f"200 % text: {name}", over(page) + page.evaluate(CUT))
    suite.check(f"axe with everything opened: {name}", opened)
