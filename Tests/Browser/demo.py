"""Starts the demo on a free port in a folder of its own, and ends it again."""

import re
import subprocess
import tempfile
import threading
from contextlib import contextmanager


@contextmanager
def demo(binary):
    """Its address and everybody's password."""
    with started(binary, ["--demo"], r"password[^:]*:\s*(\S+)") as found:
        yield found


@contextmanager
def nothing_yet(binary):
    """A server without anything in it: its address, and the link for setting it up."""
    with started(binary, [], r"(http://\S+/setup\?token=\S+)") as found:
        yield found


@contextmanager
def started(binary, options, pattern):
    with tempfile.TemporaryDirectory(prefix="schoolgate-browser-") as folder:
        process = subprocess.Popen(
            [binary, "serve", *options, "--data", folder, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            address, word, lines = None, None, []
            for line in process.stdout:
                lines.append(line)
                found = re.search(r"http://127\.0\.0\.1:\d+", line)
                if found and not address:
                    address = found.group(0)
                found = re.search(pattern, line, re.IGNORECASE)
                if found:
                    word = found.group(1).rstrip(".")
                if address and word:
                    break
            if not address or not word:
                raise SystemExit("The server did not start:\n" + "".join(lines))
            # Keeps reading, so that the server never waits for a full pipe.
            threading.Thread(target=lambda: [None for _ in process.stdout], daemon=True).start()
            yield address, word
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()


def sign_in(page, address, email, password):
    page.goto(address + "/sign-in")
    page.fill("#field-email", email)
    page.fill("#field-password", password)
    page.click("main button[type=submit]")
    page.wait_for_url(lambda url: "/sign-in" not in url)
