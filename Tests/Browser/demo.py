"""Starts the demo on a free port in a folder of its own, and ends it again."""

import re
import subprocess
import tempfile
from contextlib import contextmanager


@contextmanager
def demo(binary):
    with tempfile.TemporaryDirectory(prefix="schoolgate-browser-") as folder:
        process = subprocess.Popen(
            [binary, "serve", "--demo", "--data", folder, "--listen", "127.0.0.1:0"],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        try:
            address, password, lines = None, None, []
            for line in process.stdout:
                lines.append(line)
                found = re.search(r"http://127\.0\.0\.1:\d+", line)
                if found and not address:
                    address = found.group(0)
                found = re.search(r"password[^:]*:\s*(\S+)", line, re.IGNORECASE)
                if found:
                    password = found.group(1).rstrip(".")
                if address and password:
                    break
            if not address or not password:
                raise SystemExit("The demo did not start:\n" + "".join(lines))
            # Keeps reading, so that the server never waits for a full pipe.
            import threading
            threading.Thread(target=lambda: [None for _ in process.stdout], daemon=True).start()
            yield address, password
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
