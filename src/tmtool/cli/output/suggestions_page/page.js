// Filters the suggestions, moves from one to the next, and copies what is offered. The page itself is complete without.
"use strict";

const segments = [...document.querySelectorAll(".segment")];
const kinds = [...document.querySelectorAll("input[name=kind]")];
const repeats = document.getElementById("repeats");
const words = document.getElementById("words");
const ACTIONS = [
  { key: "c", name: gettext("copy"), title: gettext("Copy the suggestion"), does: () => copy(".offered") },
  { key: "s", name: gettext("copy the source"), title: gettext("Copy the source"), does: () => copy(".source") },
];
const texts = new Map(segments.map((segment) => [segment, plain(segment.textContent)]));

const shown = () => segments.filter((segment) => !segment.hidden);

function filter() {
  const wanted = new Set(kinds.filter((input) => input.checked).map((input) => input.value));
  const sought = plain(words.value.trim());
  for (const segment of segments) {
    const isRepeat = segment.dataset.repeats !== undefined;
    const isKind = isRepeat ? repeats.checked : wanted.has(segment.dataset.kind);
    segment.hidden = !isKind || !texts.get(segment).includes(sought);
  }
  document.getElementById("empty").hidden = shown().length > 0;
  count();
}

function count() {
  const visible = shown();
  const place = visible.indexOf(current);
  const of = place < 0 ? "" : gettext("{place} of ", { place: place + 1 });
  document.getElementById("count").textContent = ngettext("{of}{n} segment", "{of}{n} segments", visible.length, { of });
}

function go(segment) {
  lookAt(segment);
  count();
}

async function copy(part) {
  if (!current || current.hidden) return say(gettext("Choose a segment first."));
  const text = current.querySelector(part)?.textContent;
  if (!text) return say(gettext("There is nothing to copy."));
  const copied = await copyText(text);
  say(copied ? gettext("Copied: {text}", { text }) : gettext("This browser does not let a page copy."));
}

// A page from a file has no clipboard of its own in each browser; there a selection is copied.
async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const area = element("textarea", { "aria-hidden": "true" });
    area.value = text;
    document.body.append(area);
    area.select();
    const copied = document.execCommand("copy");
    area.remove();
    current?.focus({ preventScroll: true });
    return copied;
  }
}

followKeys(ACTIONS, shown, go, "select, input, button, summary");
document.addEventListener("click", (event) => {
  const segment = event.target.closest("a, summary") ? null : event.target.closest(".segment");
  if (segment && getSelection().type !== "Range") go(segment);
});
for (const input of [...kinds, repeats]) input.addEventListener("change", filter);
words.addEventListener("input", filter);
document.querySelector(".filter").addEventListener("submit", (event) => event.preventDefault());
for (const part of document.querySelectorAll(".filter, footer")) part.hidden = false;

showActions(ACTIONS, (action) => action.does());
showKeys([["↓", "↑"], gettext("next and previous segment")], [["Home", "End"], gettext("first and last")]);
filter();
