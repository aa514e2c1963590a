// Counters and previews that follow the writer. The server draws them too; this only keeps them current.

const form = document.getElementById("composer");
const previews = [...document.querySelectorAll("#previews .preview")];
const segments = "Segmenter" in Intl ? new Intl.Segmenter("en-GB", { granularity: "grapheme" }) : null;
const graphemes = (text) => segments ? [...segments.segment(text)].map((part) => part.segment) : [...text];
const grouped = (number) => number.toLocaleString("en-GB");

// X counts most European letters as one, everything else and each emoji as two.
const weight = (character) => {
  const first = character.codePointAt(0);
  if (/\p{Emoji_Presentation}/u.test(character) || (character.length > 1 && first > 0xFF && /\p{Emoji}/u.test(character))) return 2;
  return [...character].reduce((sum, part) => {
    const value = part.codePointAt(0);
    const isLight = value <= 4351 || (value >= 8192 && value <= 8205) || (value >= 8208 && value <= 8223) || (value >= 8242 && value <= 8247);
    return sum + (isLight ? 1 : 2);
  }, 0);
};

const plain = (text, unit) =>
  unit === "utf16" ? text.length
    : unit === "weighted" ? graphemes(text).reduce((sum, character) => sum + weight(character), 0)
      : unit === "bytes" ? new TextEncoder().encode(text).length
        : graphemes(text).length;

function count(text, { unit, link, places }) {
  if (!link && places === undefined) return plain(text, unit);
  return (text.match(/\s+|\S+/gu) ?? []).reduce((sum, piece) => {
    if (link && /^https?:\/\//.test(piece)) return sum + Number(link);
    const mention = places !== undefined && /^@[^@]+(?=@)/.exec(piece);
    return sum + plain(mention ? mention[0] : piece, unit);
  }, 0);
}

function shown(text, fold) {
  if (!text) return "Nothing written yet.";
  const all = graphemes(text);
  if (!fold || all.length <= Number(fold)) return text;
  const start = all.slice(0, Number(fold)).join("");
  return `${start.replace(/\s+\S*$/u, "")}… more`;
}

function draw() {
  const text = form.elements.text.value;
  const chosen = new Set([...form.querySelectorAll("input[name=account]:checked")].map((box) => box.value));
  for (const preview of previews) {
    preview.hidden = chosen.size > 0 && !chosen.has(preview.dataset.account);
    preview.querySelector("[data-text]").textContent = shown(text, preview.dataset.fold);
    const counter = preview.querySelector("[data-counter]"), limit = Number(preview.dataset.limit ?? 0);
    const length = count(text, preview.dataset), over = limit && length > limit;
    counter.textContent = !limit ? `${grouped(length)} characters`
      : over ? `${grouped(length - limit)} over ${grouped(limit)}` : `${grouped(length)} of ${grouped(limit)}`;
    counter.className = over ? "chip chip--block" : "chip";
  }
}

// Beside a description its length, and what spoils one; nobody's picture is looked at.
function describe(field) {
  const words = field.value.trim(), length = graphemes(words).length;
  let box = document.getElementById(`${field.id}-length`);
  if (!box) {
    box = document.createElement("p");
    box.id = `${field.id}-length`;
    box.className = "field__count";
    box.setAttribute("role", "status");
    field.after(box);
  }
  const problem =
    /\.(jpe?g|png|heic|gif|webp|mp4|mov)$/i.test(words) || /^(img_|dsc|pxl_|screenshot|whatsapp)\S*$/i.test(words)
      ? "This is a file name. Say in a sentence what the picture shows."
      : /^(an?\s+|the\s+)?(image|picture|photo|photograph)\s+(of|showing)\b/i.test(words)
        ? "Leave out “picture of”: a screen reader says that anyway."
        : "";
  box.textContent = !words ? "" : `${length} characters. ${problem || (length > 300 ? "Shorter is better: keep what matters." : "")}`.trim();
}

form.addEventListener("input", (event) => {
  draw();
  if (/^alt-\d+$/.test(event.target.name)) describe(event.target);
});
form.addEventListener("change", draw);
draw();
for (const field of form.querySelectorAll("[name^=alt-]")) describe(field);
