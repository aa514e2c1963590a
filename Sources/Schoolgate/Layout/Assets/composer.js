// Live findings, and drafts that are never lost: saved on the server while somebody types, kept on this device until
// that has happened. Everything works without this: the form's own buttons save and check.

const form = document.getElementById("composer");
const saved = document.getElementById("saved");
const notices = document.getElementById("notices");
const prefix = "schoolgate-draft:";
const fortnight = 14 * 24 * 3600 * 1000;
let timer, retry, wait = 0, saving, dirty = false, stale = false;

const post = () => form.elements.post?.value;
// A person's own: whoever signs in next on this device is not offered what another wrote.
const key = () => `${prefix}${form.dataset.person}:${post() || "new"}`;
const clock = (at) => new Date(at).toLocaleString("en-GB", { weekday: "long", hour: "2-digit", minute: "2-digit" });

const send = (address, data) =>
  fetch(address, { method: "POST", body: data, credentials: "same-origin", redirect: "error" });

const fields = () => {
  const data = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (typeof value === "string") data.append(name, value);
  return data;
};

// What somebody typed or ticked, by field: never a token, never a file.
function typed() {
  const values = {};
  for (const field of form.elements) {
    if (!field.name || ["hidden", "file", "submit", "button"].includes(field.type)) continue;
    const own = field.type === "checkbox" ? `${field.name}=${field.value}` : field.name;
    values[own] = field.type === "checkbox" ? field.checked : field.value;
  }
  return values;
}

function putBack(values) {
  for (const field of form.elements) {
    const own = field.type === "checkbox" ? `${field.name}=${field.value}` : field.name;
    if (!(own in values) || field.type === "hidden" || field.type === "file") continue;
    if (field.type === "checkbox") field.checked = values[own];
    else field.value = values[own];
  }
  form.elements.text.dispatchEvent(new Event("input", { bubbles: true }));
}

function keep(extra = {}) {
  try {
    localStorage.setItem(key(), JSON.stringify({ at: Date.now(), values: typed(), ...extra }));
  } catch { /* A device without room, or one that keeps nothing: the server still saves. */ }
}

function forget() {
  try { localStorage.removeItem(key()); } catch { /* There is nothing then. */ }
}

function notice(id, words, ...buttons) {
  let box = document.getElementById(id);
  if (!words) {
    box?.remove();
    return;
  }
  if (!box) {
    box = document.createElement("div");
    box.id = id;
    box.className = "notice";
    box.setAttribute("role", "status");
    notices.append(box);
  }
  const text = document.createElement("p");
  text.textContent = words;
  box.replaceChildren(text, ...buttons.map(([label, act]) => {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button button--plain";
    button.textContent = label;
    button.addEventListener("click", act);
    return button;
  }));
}

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

// Takes over what the server says of the draft: from now on it has a number.
function adopt({ id, edits }) {
  const old = key();
  form.elements.edits.value = edits;
  form.elements.post.value = id;
  if (form.action.endsWith("/draft")) return;
  form.action = `/posts/${id}/draft`;
  history.replaceState(null, "", `/posts/${id}/edit`);
  try { localStorage.removeItem(old); } catch { /* There is nothing then. */ }
  here();
}

async function save() {
  if (!dirty || saving || stale) return;
  saving = true;
  dirty = false;
  clearTimeout(retry);
  const data = fields();
  data.set("intent", "autosave");
  try {
    const answer = await send(form.action, data);
    if (!answer.ok) throw answer.status;
    const answered = await answer.json();
    adopt(answered);
    if (!dirty) forget();
    wait = 0;
    form.dispatchEvent(new CustomEvent("saved", { detail: { pictures: answered.pictures ?? [] } }));
    saved.textContent = "Saved just now.";
    notice("unsaved", "");
  } catch (problem) {
    dirty = true;
    keep();
    if (problem === 409) {
      stale = true;
      saved.textContent = "Not saved: somebody else saved this post meanwhile.";
      notice("unsaved", "Somebody else saved this post while you were writing. Your words are kept on this device.",
        ["Compare both", () => compare()]);
    } else if (problem === 401 || problem === 403) {
      saved.textContent = "Not saved: you were signed out. Your words are kept on this device.";
      notice("unsaved", "You were signed out. Press “Save draft”: after you have signed in again, what you wrote is there.");
    } else {
      wait = Math.min(60, wait * 2 || 5);
      retry = setTimeout(save, wait * 1000);
      saved.textContent = "Not saved yet. Your words are kept on this device.";
      notice("unsaved", navigator.onLine
        ? "Schoolgate does not answer. Your words are kept on this device, and saving is tried again by itself."
        : "There is no connection. Your words are kept on this device, and saved when it is back.");
    }
  } finally {
    saving = false;
  }
}

// The form goes the ordinary way; the server answers with both versions side by side.
function compare() {
  const save = [...form.elements].find((field) => field.name === "intent" && field.value === "save");
  form.requestSubmit(save);
}

// Who else has it open, and whether what is on the page is still what is saved.
async function here() {
  if (!post() || document.hidden) return;
  try {
    const answer = await send(`/posts/${post()}/presence`, new URLSearchParams({ csrf: form.elements.csrf.value }));
    if (!answer.ok) return;
    const part = new DOMParser().parseFromString(await answer.text(), "text/html").querySelector("[data-others]");
    const isOld = !saving && Number(part.dataset.edits) > Number(form.elements.edits.value);
    const words = [part.dataset.others, isOld ? "It was saved meanwhile: what you see is older." : ""].join(" ").trim();
    const box = document.getElementById("others");
    if (box?.querySelector("p").textContent === words) return;
    if (isOld && !dirty) notice("others", words, ["Show the newer one", () => location.reload()]);
    else if (isOld) notice("others", words, ["Compare both", () => compare()]);
    else notice("others", words);
  } catch { /* Nobody knows who else is here without a connection. */ }
}

form.addEventListener("input", (event) => {
  if (event.target.type === "file") return;
  dirty = true;
  keep();
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
    adopt(await answer.json());
    await check();
    document.querySelector(`#findings button[value="${button.value}"]`)?.focus();
  } catch {
    saved.textContent = "That was not kept: there is no connection, or the text changed meanwhile. Try again.";
  } finally {
    saving = false;
  }
});
form.addEventListener("submit", (event) => {
  if (!navigator.onLine) {
    event.preventDefault();
    keep();
    notice("unsaved", "There is no connection, so nothing was sent. Your words are kept on this device: press again when it is back.");
    return;
  }
  keep({ sent: true });
  dirty = false;
});
addEventListener("pagehide", () => { if (dirty) keep(); });
addEventListener("online", () => { wait = 0; save(); here(); });
document.addEventListener("visibilitychange", here);

// A phrase goes where the cursor stands, a sign-off on a line of its own at the end.
form.addEventListener("click", (event) => {
  const button = event.target.closest("[data-phrase]");
  if (!button) return;
  event.preventDefault();
  const text = form.elements.text, words = button.dataset.phrase;
  if (button.dataset.kind === "sign-off") {
    text.value = text.value.trimEnd() + (text.value.trim() ? "\n" : "") + words;
  } else {
    const before = text.value.slice(0, text.selectionStart), after = text.value.slice(text.selectionEnd);
    const gap = before && !/\s$/.test(before) ? " " : "";
    text.value = before + gap + words + (after && !/^\s/.test(after) ? " " : "") + after;
    text.selectionStart = text.selectionEnd = (before + gap + words).length;
  }
  text.focus();
  text.dispatchEvent(new Event("input", { bubbles: true }));
});

// Signing out takes what is kept here along; the server's answer says so too.
for (const out of document.querySelectorAll("form[action='/sign-out']")) {
  out.addEventListener("submit", () => {
    for (const name of Object.keys(localStorage)) if (name.startsWith(prefix)) localStorage.removeItem(name);
  });
}

// What an earlier visit left behind: offered when it differs, dropped when it is saved, or two weeks old.
function offer() {
  for (const name of Object.keys(localStorage)) {
    if (!name.startsWith(prefix)) continue;
    let kept;
    try { kept = JSON.parse(localStorage.getItem(name)); } catch { kept = null; }
    if (!kept || Date.now() - kept.at > fortnight) localStorage.removeItem(name);
  }
  const kept = JSON.parse(localStorage.getItem(key()) ?? "null");
  if (!kept) return;
  const now = typed(), words = ["colleague", "question"];
  const differs = Object.keys(kept.values).some((name) =>
    !words.includes(name) && name in now && now[name] !== kept.values[name]);
  if (!differs || document.querySelector(".problems")) {
    forget();
    return;
  }
  const at = clock(kept.at), before = Number(form.dataset.saved || 0);
  const age = !post() ? "" : kept.at > before ? ", newer than the saved version" : ", older than the saved version";
  const words2 = kept.sent && !post()
    ? `You sent these words from this device on ${at}. If they did not arrive, put them back.`
    : `Kept on this device on ${at}${age}.`;
  notice("kept", words2,
    ["Put it back", () => { putBack(kept.values); notice("kept", ""); }],
    ["Drop it", () => { forget(); notice("kept", ""); }]);
}

try { offer(); } catch { /* A browser that keeps nothing offers nothing. */ }
here();
setInterval(here, 20_000);
