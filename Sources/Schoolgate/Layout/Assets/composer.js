// Live findings and drafts that are never lost. Everything works without this: the form's own buttons save and check.

const form = document.getElementById("composer");
const saved = document.getElementById("saved");
const key = `draft:${location.pathname}`;
let timer, saving, dirty = false;

const fields = () => {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
  return data;
};

const send = (address, data) =>
  fetch(address, { method: "POST", body: data, credentials: "same-origin", redirect: "error" });

async function check() {
  try {
    const answer = await send(form.dataset.check, fields());
    if (!answer.ok) return;
    const parts = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const part of parts.querySelectorAll("[data-part]")) {
      document.getElementById(part.dataset.part)?.replaceChildren(...part.childNodes);
    }
    form.dispatchEvent(new Event("checked"));
  } catch { /* The next keystroke asks again; sending asks the gate in any case. */ }
}

function keep({ id, edits }) {
  form.elements.edits.value = edits;
  form.elements.post.value = id;
  if (form.action.endsWith("/draft")) return;
  form.action = `/posts/${id}/draft`;
  history.replaceState(null, "", `/posts/${id}/edit`);
}

async function save() {
  if (!dirty || saving) return;
  saving = true;
  dirty = false;
  const data = fields();
  data.set("intent", "autosave");
  try {
    const answer = await send(form.action, data);
    if (!answer.ok) throw answer.status;
    const answered = await answer.json();
    const { pictures } = answered;
    keep(answered);
    localStorage.removeItem(key);
    form.dispatchEvent(new CustomEvent("saved", { detail: { pictures: pictures ?? [] } }));
    saved.textContent = "Saved just now.";
  } catch (problem) {
    dirty = true;
    localStorage.setItem(key, form.elements.text.value);
    saved.textContent = problem === 409
      ? "Somebody else saved this draft meanwhile. Your words are kept on this device: reload to compare."
      : "Not saved: there is no connection, or you were signed out. Your words are kept on this device.";
  } finally {
    saving = false;
  }
}

form.addEventListener("input", () => {
  dirty = true;
  clearTimeout(timer);
  timer = setTimeout(() => { check(); save(); }, 700);
});
// "This was wrong" on a finding: keeps what is typed, without leaving the page.
form.addEventListener("submit", async (event) => {
  const button = event.submitter;
  if (button?.name !== "wrong" && button?.name !== "right") return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (saving) return;
  saving = true;
  const data = fields();
  data.set("intent", "autosave");
  data.set(button.name, button.value);
  try {
    const answer = await send(form.action, data);
    if (!answer.ok) throw answer.status;
    keep(await answer.json());
    await check();
    document.querySelector(`#findings button[value="${button.value}"]`)?.focus();
  } catch {
    saved.textContent = "That was not kept: there is no connection, or the text changed meanwhile. Try again.";
  } finally {
    saving = false;
  }
});
form.addEventListener("submit", () => { dirty = false; localStorage.removeItem(key); });
addEventListener("pagehide", () => { if (dirty) localStorage.setItem(key, form.elements.text.value); });

const kept = localStorage.getItem(key);
if (kept && kept !== form.elements.text.value) {
  const note = document.createElement("p");
  const button = document.createElement("button");
  note.className = "banner";
  note.textContent = "This device has words that were never saved. ";
  button.type = "button";
  button.className = "button button--plain";
  button.textContent = "Put them back";
  button.addEventListener("click", () => {
    form.elements.text.value = kept;
    form.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
    note.remove();
  });
  note.append(button);
  form.before(note);
}
