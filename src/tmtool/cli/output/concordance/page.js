// The page: the places where the phrase is, by translation, and the documents they are from. Where one is stands in the
// address (#place, or #place/document), so that the browser's Back goes back. Text is only ever set as text.
"use strict";

const KEYED = 10; // so many choices have a digit of their own; the list has all

const { lines, documents, renderings } = data;
const words = document.getElementById("words");
const choice = document.getElementById("rendering");
const list = document.getElementById("lines");
const units = document.getElementById("units");
let rows = [];
let place = 0;
let rendering = "all";

function shown() {
  const wanted = plain(words.value.trim());
  const fits = (line) => rendering === "all" || String(line.rendering) === rendering;
  const holds = (line) => !wanted || plain(line.source + " " + line.target + " " + documents[line.document].name).includes(wanted);
  return [...lines.keys()].filter((number) => fits(lines[number]) && holds(lines[number]));
}

function pairOf(source, target, className, sourceSpan, targetSpan) {
  return element(
    "div",
    { class: className },
    element("span", { lang: data.source, dir: "auto" }, ...marked(source, sourceSpan)),
    element("span", { lang: data.target, dir: "auto" }, ...marked(target, targetSpan)),
  );
}

function originOf(line) {
  const { name, memory, date, units: inside } = documents[line.document];
  const [position] = inside[line.unit];
  return [name, gettext("no {position}", { position }), memory, date, line.statusName].filter(Boolean);
}

function lineOf(number) {
  const line = lines[number];
  const { units: inside } = documents[line.document];
  const near = (unit) => (inside[unit] ? pairOf(inside[unit][2], inside[unit][3], "pair near") : "");
  const open = element("button", { type: "button", title: gettext("The whole document in both languages") }, gettext("open document"));
  open.addEventListener("click", () => go(number, true));
  return element(
    "li",
    { class: "line", tabindex: "-1", "data-number": String(number) },
    element("p", { class: "origin" }, ...originOf(line).map((part) => element("span", {}, part)), open),
    near(line.unit - 1),
    pairOf(line.source, line.target, "pair", line.sourceSpan, line.targetSpan),
    near(line.unit + 1),
  );
}

function drawRenderings() {
  const told = renderings.map(([text, count], index) => [String(index), text, count]);
  const untold = lines.filter((line) => line.rendering === null).length;
  const all = [["all", gettext("all"), lines.length], ...told, ...(untold ? [["null", gettext("not told"), untold]] : [])];
  choice.replaceChildren(...all.map(([value, text, count]) => element("option", { value }, text + " (" + count + ")")));
  const buttons = all.slice(0, KEYED).map(([value, text, count], index) => {
    const key = element("kbd", {}, String(index));
    const button = element("button", { type: "button", value }, key, " " + text + " ", element("b", {}, String(count)));
    button.addEventListener("click", () => choose(value));
    return element("li", {}, button);
  });
  document.getElementById("renderings").replaceChildren(...buttons);
}

function draw() {
  const places = shown();
  if (!places.includes(place)) place = places[0] ?? 0;
  rows = places.map(lineOf);
  list.replaceChildren(...rows);
  document.getElementById("empty").hidden = places.length > 0;
  const inside = new Set(places.map((number) => lines[number].document));
  document.getElementById("count").textContent =
    gettext("{shown} of {all} places", { shown: places.length, all: lines.length }) + " · " + ngettext("{n} document", "{n} documents", inside.size);
  choice.value = rendering;
  for (const button of document.querySelectorAll("#renderings button"))
    button.setAttribute("aria-pressed", String(button.value === rendering));
}

function unitOf(inside, unit, hits) {
  const [position, context, source, target] = inside[unit];
  const hit = hits.get(unit);
  const className = ["unit", hit === undefined ? "" : "hit", /^[a-z]+$/.test(context) ? context : ""].filter(Boolean).join(" ");
  return element(
    "li",
    { class: className, tabindex: "-1", "data-hit": hit === undefined ? "" : String(hit) },
    element("span", { class: "number" }, String(position)),
    element("span", { lang: data.source, dir: "auto" }, ...marked(source, lines[hit]?.source === source && lines[hit].sourceSpan)),
    element("span", { lang: data.target, dir: "auto" }, ...marked(target, lines[hit]?.target === target && lines[hit].targetSpan)),
  );
}

function missingOf(count) {
  return count ? [element("li", { class: "missing" }, ngettext("… {n} unit not on this page …", "… {n} units not on this page …", count))] : [];
}

function drawDocument() {
  const { document: number } = lines[place];
  const { name, memory, date, units: inside, missing } = documents[number];
  const hits = new Map(lines.flatMap((line, hit) => (line.document === number ? [[line.unit, hit]] : [])));
  document.getElementById("name").textContent = name || memory;
  document.getElementById("origin").textContent = [memory, date, ngettext("{n} unit", "{n} units", inside.length)].filter(Boolean).join(" · ");
  const drawn = inside.flatMap((_, unit) => [...missingOf(missing[unit]), unitOf(inside, unit, hits)]);
  units.replaceChildren(...drawn, ...missingOf(missing[inside.length]));
}

function look(whole) {
  const row = whole ? units.querySelector('[data-hit="' + place + '"]') : rows.find((one) => one.dataset.number === String(place));
  if (!row) return;
  lookAt(row);
  if (whole) row.scrollIntoView({ block: "center" });
}

const isOpen = () => location.hash.endsWith("/document");

function go(number, whole) {
  place = number;
  const hash = "#" + (number + 1) + (whole ? "/document" : "");
  // Walking along is one step for the browser's Back, opening a document another.
  if (whole === isOpen()) history.replaceState(null, "", hash);
  else history.pushState(null, "", hash);
  render();
}

function render() {
  const [number, view] = location.hash.slice(1).split("/");
  if (lines[number - 1]) place = Number(number) - 1;
  const whole = view === "document" && lines.length > 0;
  if (!whole && !shown().includes(place)) place = shown()[0] ?? 0;
  document.getElementById("hits").hidden = whole;
  document.getElementById("document").hidden = !whole;
  if (whole) drawDocument();
  look(whole);
}

function choose(value) {
  rendering = value;
  history.replaceState(null, "", "#");
  draw();
  render();
}

function step(by) {
  const places = shown();
  const next = places[places.indexOf(place) + by];
  if (next === undefined) return say(by > 0 ? gettext("This is the last place.") : gettext("This is the first place."));
  "";
  go(next, isOpen());
}

const ACTIONS = [
  { key: "Enter", name: gettext("open document"), does: () => go(place, true) },
  { key: "Escape", name: gettext("all places"), does: () => isOpen() && go(place, false) },
  { key: "j", name: gettext("next place"), does: () => step(1) },
  { key: "k", name: gettext("place before"), does: () => step(-1) },
];

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches("input, select")) return;
  if (event.target.matches("button") && event.key === "Enter") return;
  const key = { ArrowDown: "j", ArrowUp: "k" }[event.key] ?? event.key;
  const action = ACTIONS.find((one) => one.key === key);
  const button = /^[0-9]$/.test(key) && document.querySelectorAll("#renderings button")[key];
  if (key === "/") words.focus();
  else if (button) choose(button.value);
  else if (action) action.does();
  else return;
  event.preventDefault();
});
list.addEventListener("click", (event) => {
  const row = event.target.closest(".line");
  if (row && !event.target.closest("button") && getSelection().type !== "Range") go(Number(row.dataset.number), false);
});
document.getElementById("back").addEventListener("click", () => go(place, false));
choice.addEventListener("input", () => choose(choice.value));
words.addEventListener("input", () => {
  draw();
  render();
  words.focus();
});
window.addEventListener("popstate", render);

showActions(ACTIONS, (action) => action.does());
showKeys([["0", "1", "…"], gettext("choose a translation")], [["/"], gettext("find")]);
document.getElementById("names").textContent = data.source + " → " + data.target;
drawRenderings();
draw();
render();
