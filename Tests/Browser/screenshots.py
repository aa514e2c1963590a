"""Takes pictures of the demo, the README's or those of every page: `scripts/screenshots` runs this."""

import io
import pathlib
import sys

from PIL import Image
from playwright.sync_api import sync_playwright

from demo import demo, sign_in
from pages import Pages
from suite import dress

HEAD = "ruth.adeyemi@larkmere.example"
TEACHER = "tom.okafor@larkmere.example"
README = "docs/pictures"
DESK, PHONE = (1280, 900), (390, 844)


def held_post(page, address):
    page.goto(address + "/")
    page.goto(address + page.get_attribute("main a[href^='/posts/']:has-text('Approve')", "href"))


def draft(page, address):
    page.goto(address + "/")
    page.goto(address + page.get_attribute("main a[href$='/edit']", "href"))


def at(path):
    return lambda page, address: page.goto(address + path)


# name, who looks, where, window, colours
PICTURES = [
    ("today", HEAD, at("/"), DESK, "light"),
    ("today-phone", HEAD, at("/"), PHONE, "dark"),
    ("compose", TEACHER, draft, DESK, "light"),
    ("post", HEAD, held_post, DESK, "light"),
    ("policy", HEAD, at("/policies"), DESK, "light"),
    ("record", HEAD, at("/record"), DESK, "dark"),
    ("sign-in", None, at("/sign-in"), DESK, "light"),
    ("public-policy", None, at("/policy/larkmere"), PHONE, "light"),
]


def save(png, path):
    """Few colours are enough for pages, and keep the repository small."""
    Image.open(io.BytesIO(png)).convert("RGB").quantize(200, dither=Image.Dither.NONE).save(path, optimize=True)


def of_the_readme(browser, address, password, folder):
    states = {}
    for email in {email for _, email, *_ in PICTURES if email}:
        context = browser.new_context()
        sign_in(context.new_page(), address, email, password)
        states[email] = context.storage_state()
        context.close()
    for name, email, go, (width, height), scheme in PICTURES:
        context = browser.new_context(
            storage_state=states.get(email), viewport={"width": width, "height": height}, color_scheme=scheme,
            locale="en-GB")
        page = context.new_page()
        go(page, address)
        page.wait_for_timeout(300)
        save(page.screenshot(), f"{folder}/{name}.png")
        context.close()


def of_every_page(binary, browser, address, password, folder, names):
    """The whole length of each page, on a phone and a desk, in light and dark."""
    with Pages(binary, browser, address, password) as pages:
        for name, entry in pages.entries.items():
            if names and name not in names:
                continue
            context = pages.context(entry.who)
            page = context.new_page()
            try:
                pages.go(page, name)
            except Exception as error:  # noqa: BLE001 - the others are wanted all the same
                print(f"✘ {name}: {str(error)[:300]}")
                continue
            for width, height in [PHONE, DESK]:
                for scheme in ["light", "dark"]:
                    dress(page, width, height, color_scheme=scheme)
                    save(page.screenshot(full_page=True, timeout=120_000), f"{folder}/{name}-{width}-{scheme}.png")
            print(f"{name}  {page.url.removeprefix(address)}", flush=True)
            context.close()


def main(binary, folder, *names):
    pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
    with demo(binary) as (address, password), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=["--no-sandbox", "--lang=en-GB"])
        if folder == README:
            of_the_readme(browser, address, password, folder)
        else:
            of_every_page(binary, browser, address, password, folder, names)
        browser.close()


main(*sys.argv[1:])
