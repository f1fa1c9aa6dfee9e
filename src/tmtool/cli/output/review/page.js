// The page: draws the groups, and turns keys and buttons into operations on them. Text is only ever set as text.
"use strict";

const alignment = data;
const ACTIONS = [
  { key: "Enter", name: gettext("accept"), does: accept, says: gettext("Accepted.") },
  { key: "m", name: gettext("merge"), title: gettext("Makes one group of this one and the next"), does: merge, says: gettext("Merged with the next group.") },
  { key: "s", name: gettext("split"), does: split, says: gettext("Split.") },
  { key: "d", name: gettext("shift down"), title: gettext("The last piece of the translation goes to the group below"), does: shiftDown, says: gettext("Shifted down.") },
  { key: "u", name: gettext("shift up"), title: gettext("The next piece of the translation comes up to this group"), does: shiftUp, says: gettext("Shifted up.") },
  { key: "x", name: gettext(gettext("no translation")), does: setAside, says: gettext("Set aside.") },
  { key: "b", name: gettext("join block"), title: gettext("Makes one group of the block of doubtful groups"), does: mergeBlock, says: gettext("Block joined.") },
  { key: "n", name: gettext("drop block"), title: gettext("Sets aside what is open in the block of doubtful groups"), does: setBlockAside, says: gettext("Block set aside.") },
  { key: "z", name: gettext("undo"), does: undo, says: gettext("Undone.") },
];
const MOVES = {
  ArrowDown: (place) => neighbour(place, 1),
  ArrowUp: (place) => neighbour(place, -1),
  j: (place) => neighbour(place, 1),
  k: (place) => neighbour(place, -1),
  Home: () => shown()[0],
  End: () => shown().at(-1),
  w: () => worstOpen(state.groups),
};
const STATES = { sure: gettext("sure"), open: gettext("to review"), accepted: gettext("✓ accepted"), none: gettext("✕ set aside") };

const list = document.getElementById("groups");
const memory = memoryOf("review");
const first = firstGroups(alignment.beads, alignment.sure);
const past = [];
let state = { groups: first, place: Math.max(0, nextOpen(first, -1)) };
let filter = first.some((group) => group.doubtful) ? "doubtful" : "all";
let rows = new WeakMap();

// What is drawn: all groups, or the doubtful ones each with the group before and after it.
function shown() {
  const { groups } = state;
  const wanted = (place) => groups[place]?.doubtful;
  const places = [...groups.keys()];
  return filter === "all" ? places : places.filter((place) => wanted(place) || wanted(place - 1) || wanted(place + 1));
}

function neighbour(place, step) {
  const places = shown();
  return places[places.indexOf(place) + step] ?? place;
}

function level(group) {
  if (group.state === "accepted" || group.state === "none") return group.state;
  if (group.confidence === null) return "hand";
  if (group.confidence >= alignment.sure) return twoSided(group) ? "sure" : "alone";
  return group.confidence >= 0.5 ? "fair" : "poor";
}

function sideOf(side, numbers, nothing) {
  const cell = element("div", { class: "side", lang: side.language, dir: side.direction });
  for (const number of numbers) {
    const label = side.labels[number] ? element("span", { class: "label" }, side.labels[number] + "\u00a0") : "";
    const text = element("span", { class: "text" }, label, side.texts[number]);
    cell.append(element("p", {}, element("span", { class: "number" }, String(number + 1)), text));
  }
  const own = { class: "nothing", lang: document.documentElement.lang, dir: "auto" };
  if (!numbers.length) cell.append(element("p", own, nothing));
  return cell;
}

function rowOf(group) {
  if (!rows.has(group)) {
    const percent = group.confidence === null ? gettext("by hand") : Math.floor(100 * group.confidence) + "\u202f%";
    const row = element(
      "li",
      { class: "group " + level(group), tabindex: "-1" },
      element("div", { class: "mark" }, element("b", {}, percent), element("span", {}, STATES[group.state])),
      sideOf(alignment.source, group.source, gettext("nothing in the source")),
      sideOf(alignment.target, group.target, gettext("no translation")),
    );
    rows.set(group, row);
  }
  return rows.get(group);
}

// The rows in order; the groups of a block are in a frame with a line of its own.
function framed(places) {
  const result = [];
  let frame = null;
  for (const place of places) {
    const group = state.groups[place];
    const row = rowOf(group);
    row.classList.toggle("context", filter === "doubtful" && !group.doubtful);
    if (!group.run) {
      frame = null;
      result.push(row);
      continue;
    }
    if (frame?.run !== group.run) {
      const rowsInside = element("ol");
      frame = { run: group.run, rows: rowsInside };
      result.push(element("li", { class: "block" }, element("p", { class: "why" }, whyBlock(place)), rowsInside));
    }
    frame.rows.append(row);
  }
  return result;
}

function whyBlock(place) {
  const { start, end } = block(state.groups, place);
  const open = state.groups.slice(start, end).filter((group) => group.state === "open").length;
  const count = ngettext("One doubtful group", "{n} doubtful groups in a row", end - start);
  const left = open ? gettext("{n} to review.", { n: open }) : gettext("Done.");
  return gettext("{count}: perhaps one passage that is missing, moved or freely translated. {left}", { count, left });
}

function draw() {
  const { groups } = state;
  if (!shown().includes(state.place)) state.place = shown().find((place) => place >= state.place) ?? shown().at(-1) ?? 0;
  list.replaceChildren(...framed(shown()));
  document.getElementById("empty").hidden = shown().length > 0;
  const doubtful = groups.filter((group) => group.doubtful);
  const open = doubtful.filter((group) => group.state === "open").length;
  document.getElementById("doubtful").textContent = doubtful.length;
  document.getElementById("all").textContent = groups.length;
  const bar = document.getElementById("bar");
  bar.max = doubtful.length || 1;
  bar.value = doubtful.length ? doubtful.length - open : 1;
  document.getElementById("count").textContent =
    gettext("{reviewed} of {all} reviewed", { reviewed: doubtful.length - open, all: doubtful.length }) + " · " +
    ngettext("{n} pair to save", "{n} pairs to save", unitsOf(alignment, groups).length);
  for (const input of document.getElementsByName("filter")) input.checked = input.value === filter;
  look();
}

function look() {
  const group = state.groups[state.place];
  if (group && shown().length) lookAt(rowOf(group));
}

function undo() {
  return past.pop() ?? null;
}

function act(action) {
  const before = state;
  const after = state.groups.length ? action.does(state.groups, state.place) : null;
  if (!after) {
    say(gettext("Nothing to {do} here.", { do: action.name }));
    return;
  }
  if (action.does !== undo) past.push(before);
  state = after;
  remember(memory, state);
  draw();
  const left = state.groups.filter((group) => group.state === "open").length;
  say(action.says + " " + (left ? gettext("{n} left to review.", { n: left }) : gettext("All reviewed: save the result.")));
}

function save(ending) {
  const units = unitsOf(alignment, state.groups);
  const stem = alignment.source.name.replace(/\.[^.]*$/, "");
  if (ending === "tmx") download(stem + ".tmx", "application/xml", tmxOf(alignment, units));
  else download(stem + ".tsv", "text/tab-separated-values", tsvOf(alignment, units));
  say(ngettext("{n} pair saved as {name}.", "{n} pairs saved as {name}.", units.length, { name: stem + "." + ending }));
}

list.addEventListener("keydown", (event) => {
  const modified = event.ctrlKey || event.metaKey;
  if (event.altKey || (modified && event.key !== "z")) return;
  const action = ACTIONS.find(({ key }) => key === event.key);
  const move = MOVES[event.key];
  if (!action && !move) return;
  event.preventDefault();
  if (action) return act(action);
  const place = move(state.place);
  if (place === undefined || place < 0) return;
  state.place = place;
  draw();
});

list.addEventListener("click", (event) => {
  const row = event.target.closest(".group");
  if (!row || getSelection().type === "Range") return;
  state.place = state.groups.findIndex((group) => rows.get(group) === row);
  look();
});

for (const input of document.getElementsByName("filter")) {
  input.addEventListener("change", () => {
    filter = input.value;
    draw();
    input.focus();
  });
}
showActions(ACTIONS, act);
showKeys([["↑", "↓"], gettext("move")], [["w"], gettext("most doubtful")]);
document.getElementById("tmx").addEventListener("click", () => save("tmx"));
document.getElementById("tsv").addEventListener("click", () => save("tsv"));
document.getElementById("names").textContent = alignment.source.name + " → " + alignment.target.name;
for (const side of ["source", "target"]) {
  const head = document.getElementById(side);
  head.textContent = alignment[side].name;
  head.dir = alignment[side].direction;
}

state = begun(memory, state, past);
draw();
