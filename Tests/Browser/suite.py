"""What the browser tests share: counting, axe, and the keyboard."""

from axe_playwright_python.sync_playwright import Axe


class Suite:
    def __init__(self):
        self.passed, self.failed = 0, 0

    def check(self, name, problems):
        if problems:
            self.failed += 1
            print(f"✘ {name}", flush=True)
            for problem in problems[:10]:
                print(f"    {problem}")
        else:
            self.passed += 1
            print(f"✔ {name}", flush=True)


def axe(page):
    found = Axe().run(page).response["violations"]
    return [f"{v['id']}: {v['help']} — {v['nodes'][0]['html'][:160]}" for v in found]


def tab_to(page, selector, most=120):
    """Presses Tab until the element has the focus, as a hand on the keyboard would."""
    for _ in range(most):
        if page.evaluate("(s) => document.activeElement?.matches(s) ?? false", selector):
            return
        page.keyboard.press("Tab")
    raise LookupError(f"{most} times Tab did not reach {selector}")


def dress(page, width=1280, height=900, **media):
    """Gives the page a size and colours, and has it drawn anew: Chromium keeps some of the old colours otherwise."""
    page.set_viewport_size({"width": width, "height": height})
    page.emulate_media(reduced_motion="reduce", **media)
    page.evaluate("""() => new Promise((done) => {
        document.body.style.display = 'none';
        void document.body.offsetHeight;
        document.body.style.removeProperty('display');
        requestAnimationFrame(() => requestAnimationFrame(() => done()));
    })""")


def over(page):
    wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    return [f"{wide} px too wide"] if wide > 0 else []
