// Posts moved by mouse or keyboard. Everything works without this: each post has a page for moving it, which this
// opens in place, so that nothing moves before somebody has read what it means.

const calendar = document.getElementById("calendar");
const words = document.createElement("p");
words.className = "hush";
words.setAttribute("role", "status");
document.getElementById("main").append(words);

const pad = (number) => String(number).padStart(2, "0");
const field = (date) =>
  `${date.getUTCFullYear()}-${pad(date.getUTCMonth() + 1)}-${pad(date.getUTCDate())}T${pad(date.getUTCHours())}:${pad(date.getUTCMinutes())}`;
// Wall times are counted as if they were UTC: only days and hours are added here, the server knows the zone.
const wall = (text) => new Date(`${text}:00Z`);
const spoken = (date) =>
  date.toLocaleString("en-GB", { timeZone: "UTC", weekday: "long", day: "numeric", month: "long", hour: "2-digit", minute: "2-digit" });
const cell = (date) => calendar.querySelector(`td[data-day="${field(date).slice(0, 10)}"]`);

// Opens the page for moving a post as a dialog; where that fails, it is simply visited.
async function ask(slot, to, back) {
  const address = `/posts/${slot.dataset.post}/move?to=${to}`;
  let form;
  try {
    const answer = await fetch(address, { credentials: "same-origin" });
    if (answer.ok) form = new DOMParser().parseFromString(await answer.text(), "text/html").getElementById("move");
  } catch { /* Visited below. */ }
  if (!form) {
    location.assign(address);
    return;
  }
  const view = document.createElement("input");
  view.type = "hidden";
  view.name = "view";
  view.value = calendar.dataset.view;
  form.append(view);
  form.classList.remove("card");
  const dialog = document.createElement("dialog");
  dialog.className = "dialog";
  const body = document.createElement("div");
  body.className = "dialog__body";
  const heading = document.createElement("h2");
  heading.id = "move-heading";
  heading.textContent = `Move “${slot.dataset.title}”`;
  dialog.setAttribute("aria-labelledby", heading.id);
  body.append(heading, form);
  dialog.append(body);
  form.querySelector("a.button").addEventListener("click", (event) => {
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener("close", () => {
    dialog.remove();
    back();
    slot.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector("button").focus();
}

if (calendar) {
  const slots = [...calendar.querySelectorAll(".slot[data-post]")];
  let dragged;

  for (const slot of slots) {
    slot.dataset.title = [...slot.childNodes].find((node) => node.nodeType === Node.TEXT_NODE)?.data.trim() ?? "";
    slot.setAttribute("aria-describedby", "moving");
    slot.addEventListener("dragstart", (event) => {
      dragged = slot;
      event.dataTransfer.effectAllowed = "move";
      event.dataTransfer.setData("text/plain", slot.dataset.title);
    });
    slot.addEventListener("dragend", () => {
      dragged = undefined;
      calendar.querySelector(".is-target")?.classList.remove("is-target");
    });
    slot.addEventListener("keydown", (event) => step(event, slot));
    slot.addEventListener("blur", () => putBack(slot));
  }

  for (const day of calendar.querySelectorAll("td[data-day]")) {
    day.addEventListener("dragover", (event) => {
      if (!dragged) return;
      event.preventDefault();
      calendar.querySelector(".is-target")?.classList.remove("is-target");
      day.classList.add("is-target");
    });
    day.addEventListener("drop", (event) => {
      event.preventDefault();
      const slot = dragged, to = `${day.dataset.day}T${slot?.dataset.at.slice(11)}`;
      if (slot && to !== slot.dataset.at) ask(slot, to, () => {});
    });
  }

  // Shift and an arrow carry the post about; Enter asks, Escape puts it back.
  const steps = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
  let home, isCarried = false;

  function step(event, slot) {
    if (event.shiftKey && event.key in steps) {
      event.preventDefault();
      const isHour = calendar.dataset.view === "week" && Math.abs(steps[event.key]) === 7;
      const to = wall(slot.dataset.to ?? slot.dataset.at);
      if (isHour) to.setUTCHours(to.getUTCHours() + Math.sign(steps[event.key]));
      else to.setUTCDate(to.getUTCDate() + steps[event.key]);
      const target = cell(to);
      if (!target) {
        words.textContent = "That is not on this page. Open the post and choose another time.";
        return;
      }
      home ??= { parent: slot.parentElement, next: slot.nextSibling };
      slot.dataset.to = field(to);
      slot.classList.add("is-carried");
      slot.querySelector("b").textContent = slot.dataset.to.slice(11);
      isCarried = true;
      target.append(slot);
      slot.focus();
      isCarried = false;
      words.textContent = `${spoken(to)}. Enter to move it there, Escape to leave it.`;
    } else if (event.key === "Enter" && slot.dataset.to) {
      event.preventDefault();
      const to = slot.dataset.to;
      isCarried = true;
      ask(slot, to, () => {
        isCarried = false;
        putBack(slot);
      });
    } else if (event.key === "Escape" && slot.dataset.to) {
      putBack(slot);
      slot.focus();
      words.textContent = "Left where it was.";
    }
  }

  function putBack(slot) {
    if (isCarried || !slot.dataset.to) return;
    delete slot.dataset.to;
    slot.classList.remove("is-carried");
    slot.querySelector("b").textContent = slot.dataset.at.slice(11);
    isCarried = true;
    home.parent.insertBefore(slot, home.next);
    isCarried = false;
    home = undefined;
  }
}
