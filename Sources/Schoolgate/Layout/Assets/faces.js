// Boxes on pictures: drawn, moved and sized by mouse, finger and arrow keys; names found while somebody types.
// Everything works without this: each face has its row of choices, and a box can be placed by numbers.

const form = document.getElementById("composer");
const svgNames = "http://www.w3.org/2000/svg";
const changed = () => form.dispatchEvent(new Event("input", { bubbles: true }));

// Names from the roll, never more than a few.
const names = document.createElement("datalist");
names.id = "pupil-names";
form.append(names);
let asked;
form.addEventListener("input", (event) => {
  const text = event.target.value;
  if (event.target.getAttribute?.("list") !== "pupil-names" || text.length < 2) return;
  clearTimeout(asked);
  asked = setTimeout(async () => {
    try {
      const answer = await fetch(`/posts/pupils?q=${encodeURIComponent(text)}`, { credentials: "same-origin" });
      if (answer.ok) names.replaceChildren(...(await answer.json()).map((name) => new Option(name, name)));
    } catch { /* The name can be typed in full; the server looks it up. */ }
  }, 200);
});

const voice = document.createElement("p");
voice.className = "hush";
voice.setAttribute("aria-live", "polite");
form.append(voice);

class Board {
  constructor(svg) {
    this.svg = svg;
    this.picture = svg.dataset.faces;
    this.width = Number(svg.dataset.width);
    this.height = Number(svg.dataset.height);
    this.scale = 1200 / this.width;
    this.list = document.getElementById(`naming-${this.picture}`);
    svg.closest("figure").classList.add("is-drawn");
    for (const link of svg.querySelectorAll("a")) this.enliven(link);
  }

  row(number) { return document.getElementById(`face-${this.picture}-${number}`); }

  // How a box looks follows its row.
  refresh() {
    for (const link of this.svg.querySelectorAll("a")) {
      const row = this.row(link.dataset.face);
      const choice = row.querySelector("select");
      const stops = choice.value.startsWith("pupil-") && row.querySelector(".says--stop") !== null;
      const look = choice.value === "blur" ? "box--blur" : stops ? "box--stop" : ["", "name"].includes(choice.value) ? "box--open" : "";
      link.querySelector("rect").setAttribute("class", `box ${look}`);
      link.querySelector("circle").setAttribute("class", stops ? "tag tag--stop" : "tag");
      if (choice.value === "none") link.setAttribute("display", "none"); else link.removeAttribute("display");
      const mark = row.querySelector(".n");
      mark.className = stops ? "n n--stop" : look === "box--open" ? "n n--open" : look === "box--blur" ? "n n--blur" : "n";
      const words = choice.value === "blur" ? "blurred" : look === "box--open" ? "not named yet" : choice.selectedOptions[0].text;
      link.setAttribute("aria-label", `Face ${link.dataset.face}, ${words}`);
    }
  }

  box(link) { return link.dataset.box.split(",").map(Number); }

  place(link, [x, y, width, height]) {
    width = Math.round(Math.min(Math.max(width, 12), this.width));
    height = Math.round(Math.min(Math.max(height, 12), this.height));
    x = Math.round(Math.min(Math.max(x, 0), this.width - width));
    y = Math.round(Math.min(Math.max(y, 0), this.height - height));
    link.dataset.box = [x, y, width, height].join(",");
    const on = (pixels) => Math.round(pixels * this.scale);
    const set = (part, values) => {
      for (const [name, value] of Object.entries(values)) part.setAttribute(name, value);
    };
    set(link.querySelector("rect"), { x: on(x), y: on(y), width: on(width), height: on(height) });
    set(link.querySelector(".tag"), { cx: Math.max(on(x), 30), cy: Math.max(on(y), 30) });
    set(link.querySelector("text"), { x: Math.max(on(x), 30), y: Math.max(on(y), 30) });
    set(link.querySelector(".grip"), { cx: on(x + width), cy: on(y + height) });
    const name = `box-${this.picture}-${link.dataset.face}`;
    let field = form.elements[name];
    if (!field) {
      field = document.createElement("input");
      field.type = "hidden";
      field.name = name;
      this.row(link.dataset.face).append(field);
    }
    field.value = link.dataset.box;
  }

  enliven(link) {
    const grip = document.createElementNS(svgNames, "circle");
    grip.setAttribute("class", "grip");
    grip.setAttribute("r", "22");
    link.append(grip);
    const [x, y, width, height] = this.box(link);
    grip.setAttribute("cx", Math.round((x + width) * this.scale));
    grip.setAttribute("cy", Math.round((y + height) * this.scale));
    link.addEventListener("pointerdown", (event) => this.drag(event, link, event.target === grip));
    link.addEventListener("dragstart", (event) => event.preventDefault());
    link.addEventListener("keydown", (event) => this.key(event, link));
    link.addEventListener("click", (event) => {
      event.preventDefault();
      if (!link.wasDragged) this.row(link.dataset.face).querySelector("select").focus();
      link.wasDragged = false;
    });
  }

  point(event) {
    const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(this.svg.getScreenCTM().inverse());
    return [point.x / this.scale, point.y / this.scale];
  }

  drag(event, link, sizes) {
    if (event.button > 0) return;
    const [startX, startY] = this.point(event);
    const [x, y, width, height] = this.box(link);
    const moved = (event) => {
      const [nowX, nowY] = this.point(event);
      const [right, down] = [nowX - startX, nowY - startY];
      if (!link.wasDragged && Math.hypot(right, down) * this.scale < 6) return;
      link.wasDragged = true;
      this.place(link, sizes ? [x, y, width + right, height + down] : [x + right, y + down, width, height]);
    };
    const over = () => {
      link.removeEventListener("pointermove", moved);
      link.removeEventListener("pointerup", over);
      link.removeEventListener("pointercancel", over);
      link.focus({ preventScroll: true });
      if (link.wasDragged) changed();
    };
    link.setPointerCapture(event.pointerId);
    link.addEventListener("pointermove", moved);
    link.addEventListener("pointerup", over);
    link.addEventListener("pointercancel", over);
  }

  key(event, link) {
    const step = Math.max(2, Math.round(this.width / 100));
    const ways = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
    const [x, y, width, height] = this.box(link);
    const way = ways[event.key];
    if (way) {
      event.preventDefault();
      this.place(link, event.shiftKey ? [x, y, width + way[0], height + way[1]] : [x + way[0], y + way[1], width, height]);
      const [left, top, wide] = this.box(link);
      const percent = (pixels, all) => Math.round((pixels * 100) / all);
      voice.textContent = `Box ${link.dataset.face}: ${percent(left, this.width)} percent from the left, ` +
        `${percent(top, this.height)} from the top, ${percent(wide, this.width)} wide.`;
      changed();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      const choice = this.row(link.dataset.face).querySelector("select");
      choice.value = "none";
      choice.dispatchEvent(new Event("change", { bubbles: true }));
      changed();
      choice.focus();
    }
  }

  // A new box in the middle of the picture, with a row like any other.
  add() {
    const numbers = [...this.svg.querySelectorAll("a")].map((link) => Number(link.dataset.face));
    const rows = [...this.list.children].map((row) => Number(row.id.split("-").pop()));
    const number = Math.max(0, ...numbers, ...rows) + 1;
    const pattern = document.getElementById(`row-${this.picture}`).innerHTML;
    const row = document.createElement("template");
    row.innerHTML = pattern.replaceAll(`-${this.picture}-0"`, `-${this.picture}-${number}"`)
      .replaceAll("face 0", `face ${number}`).replace(">0</span>", `>${number}</span>`);
    this.list.append(row.content);
    const link = document.createElementNS(svgNames, "a");
    link.setAttribute("href", `#face-${this.picture}-${number}`);
    link.dataset.face = number;
    for (const [part, look] of [["rect", "box box--open"], ["circle", "tag"], ["text", ""]]) {
      const shape = document.createElementNS(svgNames, part);
      if (look) shape.setAttribute("class", look);
      link.append(shape);
    }
    link.querySelector("rect").setAttribute("rx", "12");
    link.querySelector("circle").setAttribute("r", "27");
    link.querySelector("text").textContent = number;
    link.querySelector("text").setAttribute("aria-hidden", "true");
    const wide = this.width / 7;
    link.dataset.box = [this.width / 2 - wide / 2, this.height / 2 - wide / 2, wide, wide * 1.2].map(Math.round).join(",");
    this.svg.append(link);
    this.enliven(link);
    this.place(link, this.box(link));
    this.refresh();
    changed();
    link.focus();
    voice.textContent = `Box ${number} is in the middle of the picture. Move it with the arrow keys.`;
  }
}

const boards = [...form.querySelectorAll("svg[data-faces]")].map((svg) => new Board(svg));
for (const hint of form.querySelectorAll(".draws")) hint.hidden = false;
for (const button of form.querySelectorAll("[data-draw]")) {
  button.addEventListener("click", () => boards.find((board) => board.picture === button.dataset.draw)?.add());
}
const refresh = () => { for (const board of boards) board.refresh(); };
form.addEventListener("change", refresh);
form.addEventListener("checked", refresh);
form.addEventListener("saved", (event) => {
  event.detail.pictures.forEach((address, index) => {
    for (const picture of form.querySelectorAll(`[data-made="${index}"]`)) picture.src = address;
  });
});
