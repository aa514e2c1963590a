"""Every page of the site, as pages.txt lists them, and how to get to each in the demo."""

import base64
import hashlib
import hmac
import pathlib
import re
import tempfile
import time
from contextlib import ExitStack
from datetime import date, timedelta

from demo import nothing_yet, sign_in

HEAD = "ruth.adeyemi@larkmere.example"
TEACHER = "tom.okafor@larkmere.example"
CHAIR = "geoffrey.lund@larkmere.example"
ADMIN = "norman.skelton@larkmere.example"
WHO = {
    "head": HEAD, "teacher": TEACHER, "chair": CHAIR, "admin": ADMIN,
    "fennbridge": "alan.thackeray@fennbridge.example",
    "hattie": "hattie.longstaff@fennbridge.example",
    "alder": "grainne.ohanlon@alderweir.example",
}


class Entry:
    def __init__(self, line):
        self.name, self.who, self.pattern, self.where = re.split(r"\s{2,}", line.strip(), maxsplit=3)
        self.route = re.compile("^" + re.sub(r":[a-z]+", "[^/?#]+", self.pattern) + r"([?#].*)?$")


def listed():
    lines = (pathlib.Path(__file__).parent / "pages.txt").read_text().splitlines()
    return [Entry(line) for line in lines if line.strip() and line[0] not in "#!"]


class Pages:
    """Goes to any page of the list, as the person who looks at it."""

    def __init__(self, binary, browser, address, password):
        self.binary, self.browser, self.address, self.password = binary, browser, address, password
        self.entries = {entry.name: entry for entry in listed()}
        self.states, self.found, self.empty, self.until_closed = {}, {}, None, ExitStack()
        self.servers = {}

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        self.until_closed.close()

    def context(self, who, **options):
        email = WHO.get(who)
        if email and who not in self.states:
            first = self.browser.new_context()
            sign_in(first.new_page(), self.address, email, self.password)
            self.states[who] = first.storage_state()
            first.close()
        return self.browser.new_context(storage_state=self.states.get(who), locale="en-GB", **options)

    def go(self, page, name):
        """Has the page open; raises when it is not there."""
        entry = self.entries[name]
        if entry.where == "scene":
            SCENES[name](self, page)
        else:
            self.visit(page, self.path(page, name))
        # A form that is not taken is shown again at the address it was sent to.
        path = re.sub(r"^http://[^/]+", "", page.url).replace("/draft", "/edit")
        if not entry.route.match(path):
            raise LookupError(f"{name} should be {entry.pattern}, and is {page.url}")

    def visit(self, page, path):
        answer = page.goto(self.address + path if path.startswith("/") else path)
        if answer and answer.status >= 400 and "nothing" not in path:
            raise LookupError(f"{path} answered {answer.status}")

    def path(self, page, name):
        entry = self.entries[name]
        if not entry.where.startswith("on "):
            return entry.where
        if name not in self.found:
            before, _, words = entry.where.removeprefix("on ").partition(" : ")
            self.go(page, before.strip())
            self.found[name] = self.link(page, entry, words)
        return self.found[name]

    def link(self, page, entry, words=""):
        for link in page.query_selector_all("main a[href]"):
            href = link.get_attribute("href")
            if entry.route.match(href) and "/new" not in href and words.lower() in link.evaluate(
                    "(a) => (a.closest('li, tr, article, .row') || a).innerText").lower():
                return href
        raise LookupError(f"{page.url} has no link for {entry.name}")


# MARK: - Pages that somebody has to do something to reach

def practice(pages, page):
    helper = pages.context("head").new_page()
    pages.visit(helper, "/posts?show=published")
    pages.visit(helper, helper.get_attribute("main .post-row a", "href"))
    pages.visit(page, helper.get_attribute("main a[href*='/practice/']", "href").partition("#")[0])
    helper.context.close()


def rehearse(pages, page):
    """The practice page that nobody proposed; whatever is rehearsed there is ended first."""
    pages.visit(page, "/accounts")
    page.click("main a:has-text('Trying things out')")
    page.click("main a:has-text('Rehearse here')")
    if page.query_selector("main form[action$='/end']"):
        page.click("main form[action$='/end'] button")
        page.click("main a:has-text('Rehearse again')")


def rehearse_running(pages, page):
    """With the first people's comments, the first of which is answered."""
    rehearse(pages, page)
    page.click("main button:has-text('Start it: An angry parent')")
    page.click("main form[action$='/next'] button")
    page.fill("main article textarea", "We have seen this and are sorry. Ring the office, or come in at three.")
    page.click("main article button[value='reply']")
    page.click("main form[action$='/next'] button")
    page.wait_for_load_state()


def rehearse_debrief(pages, page):
    rehearse_running(pages, page)
    page.click("main form[action$='/end'] button")
    page.wait_for_load_state()


def reset_link(pages, page):
    """A link to choose a password by; it is not used."""
    if "link" not in pages.found:
        head = pages.context("head").new_page()
        pages.visit(head, "/people")
        head.click("main a:has-text('Joe Brannigan')")
        head.click("text=Make a reset link")
        pages.found["link"] = head.input_value("#field-link")
        head.context.close()
    pages.visit(page, pages.found["link"])


def not_found(pages, page):
    page.goto(pages.address + "/posts/nothing-of-this-name")


def post_with_picture(pages, page):
    pages.visit(page, "/posts?show=published")
    for href in [a.get_attribute("href") for a in page.query_selector_all("main .post-row a")]:
        pages.visit(page, href)
        if page.query_selector("main figure.photo"):
            return
    raise LookupError("no published post has a picture")


def corrected_post(pages, page):
    for shelf in ["published", "removed"]:
        pages.visit(page, f"/posts?show={shelf}")
        for href in [a.get_attribute("href") for a in page.query_selector_all("main .post-row a")]:
            pages.visit(page, href)
            if page.query_selector("#s-corrections"):
                return
    raise LookupError("no post has been corrected")


def walk(pages, page):
    """The draft with five faces, as its author has it."""
    pages.visit(page, "/posts?show=drafts")
    path = page.get_attribute("main .post-row a:has-text('Four of our lantern walkers')", "href")
    pages.visit(page, path.removesuffix("/edit") + "/edit")


def two_versions(pages, page):
    """Somebody else saved the draft since this writer opened it."""
    pages.visit(page, "/posts/new")
    page.fill("#field-text", "The choir sang in the hall.")
    page.click("#sending button[value=save]")
    page.wait_for_url(lambda url: url.endswith("/edit"))
    other = page.context.new_page()
    other.goto(page.url)
    other.fill("#field-text", "The choir sang in the hall, and everybody joined in.")
    other.click("#sending button[value=save]")
    other.wait_for_url(lambda url: url.endswith("/edit"))
    other.close()
    path = page.url.removeprefix(pages.address).removesuffix("/edit") + "/draft"
    page.evaluate(
        """(path) => { const form = document.getElementById('composer'); form.action = path;
        form.querySelector('#field-text').value = 'The choir sang in the hall on Tuesday.';
        const intent = document.createElement('input'); intent.type = 'hidden'; intent.name = 'intent';
        intent.value = 'save'; form.append(intent); HTMLFormElement.prototype.submit.call(form); }""", path)
    page.wait_for_selector("#s-theirs")


def policy_in_force(pages, page):
    pages.visit(page, "/policies")
    link = page.query_selector("main a[href^='/policies/']:has-text('In force'), main li:has-text('In force') a[href^='/policies/']")
    pages.visit(page, link.get_attribute("href"))


def rehearsal(pages, page):
    """What a draft would have done with the posts of the past year."""
    pages.go(page, "policy-draft")
    page.click("#rehearsal button")
    page.wait_for_selector(".effect", timeout=60_000)


def proposal_account(pages, page):
    """What was approved is connected next."""
    pages.go(page, "proposal-waiting")
    if page.query_selector("#field-reason"):
        page.fill("#field-reason", "The class has asked for it, and two people keep it.")
        page.click("button[value=approve]")
        page.wait_for_load_state()
    page.click("a:has-text('Connect it')")
    page.wait_for_url(lambda url: url.endswith("/account"))


def handover(pages, page):
    """Somebody who runs an account leaves: it is handed over."""
    pages.visit(page, "/people")
    page.click("main a:has-text('Leila Haddad')")
    if not page.input_value("input[name=leaves]"):
        leaves = date.today() + timedelta(days=30)
        page.fill("input[name=leaves]", leaves.isoformat())
        page.click("button:has-text('Keep this day')")
        page.wait_for_load_state()
    pages.visit(page, "/handovers")
    pages.visit(page, page.get_attribute("main a[href^='/handovers/']", "href"))


def import_check(pages, page):
    """What a file would change, before it changes anything."""
    pages.visit(page, "/imports/roll")
    roll = pathlib.Path(__file__).parents[2] / "Demo/roll.csv"
    lines = roll.read_text().splitlines()
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder) / "roll.csv"
        file.write_text("\n".join([lines[0]] + [line for line in lines[1:] if line.startswith("larkmere")][:40]) + "\n")
        page.set_input_files("main input[type=file]", str(file))
        page.click("main button[type=submit]")
        page.wait_for_load_state()


def kept_form(pages, page):
    """What was typed when the session had ended; by somebody whom no other test has sign in, for it is shown to them first."""
    if "kept" not in pages.found:
        context = pages.browser.new_context(locale="en-GB", java_script_enabled=False)
        other = context.new_page()
        sign_in(other, pages.address, WHO["hattie"], pages.password)
        other.goto(pages.address + "/posts/new")
        other.fill("#field-text", "The choir sang, and the session had ended.")
        ending = pages.browser.new_context(java_script_enabled=False, storage_state=context.storage_state()).new_page()
        ending.goto(pages.address + "/me")
        ending.click("button:has-text('Sign out')")
        ending.context.close()
        other.click("#sending button[value=save]")
        other.fill("#field-email", WHO["hattie"])
        other.fill("#field-password", pages.password)
        other.click("main button[type=submit]")
        pages.found["kept"] = other.url.removeprefix(pages.address)
        context.close()
    pages.visit(page, pages.found["kept"])


def setting_up(pages, page):
    """The guide of a server without anything in it, which is over in the demo."""
    if not pages.empty:
        pages.empty = pages.until_closed.enter_context(nothing_yet(pages.binary))
    page.goto(pages.empty[1])


def setup_trust(pages, page):
    setting_up(pages, page)


def setup_schools(pages, page):
    setting_up(pages, page)
    if page.url.partition("?")[0].endswith("/setup"):
        page.fill("#field-name", "Larkmere Trust")
        page.click("main button[type=submit]")


def setup_administrator(pages, page):
    setup_schools(pages, page)
    if page.url.endswith("/schools"):
        page.fill("#field-name", "Larkmere Primary School")
        page.fill("#field-code", "larkmere")
        page.click("button:has-text('Add this school')")
        page.goto(pages.empty[0] + "/setup/administrator")


def one_time_code(secret):
    """What an authenticator shows for a key now (RFC 6238)."""
    digest = hmac.new(base64.b32decode(secret), int(time.time() // 30).to_bytes(8, "big"), hashlib.sha1).digest()
    at = digest[-1] & 15
    return f"{(int.from_bytes(digest[at:at + 4], 'big') & 0x7FFFFFFF) % 1_000_000:06}"


def administrator(pages, page, name):
    """The first page an administrator meets after their password, on a server that is no demo: it asks for more."""
    email, password = "asha.rao@larkmere.example", "Lantern-walk-4-of-us"
    if name not in pages.servers:
        address, link = pages.until_closed.enter_context(nothing_yet(pages.binary))
        pages.servers[name] = address
        context = pages.browser.new_context(locale="en-GB")
        first = context.new_page()
        first.goto(link)
        first.fill("#field-name", "Larkmere Trust")
        first.click("main button[type=submit]")
        first.fill("#field-name", "Larkmere Primary School")
        first.fill("#field-code", "larkmere")
        first.click("button:has-text('Add this school')")
        first.goto(address + "/setup/administrator")
        for field, words in {"first": "Asha", "last": "Rao", "email": email, "password": password, "again": password}.items():
            first.fill(f"#field-{field}", words)
        first.click("main button[type=submit]")
        first.wait_for_url(lambda url: "/me/second-factor" in url)
        context.close()
    page.context.clear_cookies()
    page.goto(pages.servers[name] + "/sign-in")
    page.fill("#field-email", email)
    page.fill("#field-password", password)
    page.click("main button[type=submit]")
    page.wait_for_load_state()


def second_factor_first(pages, page):
    administrator(pages, page, "without a second factor")


def enrol(pages, page):
    """Scans, types the code, and keeps the recovery codes that are shown."""
    page.fill("#field-code", one_time_code(page.inner_text(".secret-text").replace(" ", "")))
    page.click("button:has-text('Turn it on')")
    page.wait_for_selector(".recovery-codes")
    pages.found["recovery"] = page.locator(".recovery-codes code").all_inner_texts()


def sign_in_code(pages, page):
    administrator(pages, page, "with a second factor")
    if page.url.endswith("/me/second-factor"):
        enrol(pages, page)
        administrator(pages, page, "with a second factor")


def second_factor(pages, page):
    sign_in_code(pages, page)
    page.fill("#field-code", pages.found["recovery"].pop())
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "/sign-in" not in url)
    if len(pages.found["recovery"]) < 2:
        page.goto(pages.servers["with a second factor"] + "/me/second-factor?again=1")
        enrol(pages, page)
    page.goto(pages.servers["with a second factor"] + "/me/second-factor")


def recovery_codes(pages, page):
    second_factor(pages, page)
    page.click("a:has-text('Set it up again')")
    enrol(pages, page)


def second_factor_new(pages, page):
    """By choice, right after signing in."""
    sign_in(page, pages.address, TEACHER, pages.password)
    pages.visit(page, "/me/second-factor")


def person_proposed(pages, page):
    """A role that waits for a second person."""
    pages.go(page, "person")
    if not page.query_selector("main :text('Waits for a second person')"):
        page.select_option("#field-role", "deputy-dsl")
        page.click("main form[action$='/appointments'] button[type=submit]")
        page.wait_for_load_state()


SCENES = {
    "practice": practice, "rehearse": rehearse, "rehearse-running": rehearse_running,
    "rehearse-debrief": rehearse_debrief, "link": reset_link, "not-found": not_found, "post-picture": post_with_picture,
    "post-correction": corrected_post, "draft-faces": walk, "two-versions": two_versions,
    "policy-in-force": policy_in_force, "import-check": import_check, "handover": handover, "proposal-account": proposal_account, "rehearsal-found": rehearsal, "kept": kept_form,
    "sign-in-code": sign_in_code, "second-factor-first": second_factor_first, "second-factor": second_factor,
    "recovery-codes": recovery_codes, "second-factor-new": second_factor_new, "person-proposed": person_proposed,
    "setup-trust": setup_trust, "setup-schools": setup_schools, "setup-administrator": setup_administrator,
}
