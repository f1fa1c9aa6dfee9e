// The page: draws the proposed terms, and turns keys, buttons and fields into decisions. Text is only ever set as text.
"use strict";

const { candidates } = data;
const ACTIONS = [
  { key: "Enter", name: gettext("accept"), does: (now) => ({ ...now, state: "accepted" }), says: gettext("Accepted."), goesOn: true },
  { key: "x", name: gettext("reject"), does: (now) => ({ ...now, state: "rejected" }), says: gettext("Rejected."), goesOn: true },
  { key: "o", name: gettext("to judge again"), does: (now) => ({ ...now, state: "open" }), says: gettext("To judge again.") },
  { key: "g", name: gettext("gender"), title: gettext("Masculine, feminine, none"), does: nextGender, says: gettext("Gender changed.") },
  { key: "z", name: gettext("undo"), says: gettext("Undone.") },
];
const MOVES = {
  ArrowDown: () => neighbour(1),
  ArrowUp: () => neighbour(-1),
  j: () => neighbour(1),
  k: () => neighbour(-1),
  Home: () => shown()[0],
  End: () => shown().at(-1),
};
const FIELDS = { e: "target", s: "source", a: "also", d: "domain" };
const GENDERS = ["", "m", "f"];
const ORDERS = {
  score: (one, other) => one - other,
  count: (one, other) => candidates[other].count - candidates[one].count || one - other,
  source: (one, other) => byName(one, other, "source", data.source),
  target: (one, other) => byName(one, other, "target", data.target),
};

const list = document.getElementById("terms");
const words = document.getElementById("words");
const order = document.getElementById("order");
const domain = document.getElementById("domain");
const memory = memoryOf("terms");
const first = { decisions: firstDecisions(candidates), domain: "" };
const past = [];
const rows = [];
let state = first;
let filter = "open";
let place = 0;

function byName(one, other, field, language) {
  const [a, b] = [state.decisions[one][field], state.decisions[other][field]];
  return a.localeCompare(b, language) || one - other;
}

function nextGender(now) {
  return { ...now, gender: GENDERS[(GENDERS.indexOf(now.gender) + 1) % GENDERS.length] };
}

function holds(number, wanted) {
  const { source, target, also } = state.decisions[number];
  return !wanted || plain([source, target, also].join(" ")).includes(wanted);
}

// The numbers of the terms that are drawn, in their order.
function shown() {
  const wanted = plain(words.value.trim());
  const fits = (number) => filter === "all" || state.decisions[number].state === filter;
  return [...candidates.keys()].filter((number) => fits(number) && holds(number, wanted)).sort(ORDERS[order.value]);
}

function neighbour(step) {
  const places = shown();
  return places[places.indexOf(place) + step] ?? place;
}

function chooseTranslation(number, text) {
  decide(number, { ...state.decisions[number], target: text }, gettext("Translation chosen."));
}

function admitTranslation(number, text) {
  const now = state.decisions[number];
  const also = [...new Set([...now.also.split("|").map(bare).filter(Boolean), text])].join(" | ");
  decide(number, { ...now, also }, gettext("Admitted with the translation."));
}

// A row is made anew when its decision changes; what belongs to the current one only is made when it becomes that.
function rowOf(number) {
  const decision = state.decisions[number];
  if (rows[number]?.decision !== decision) {
    rows[number] = { decision, row: element("li", { class: "term " + decision.state, tabindex: "-1" }, lineOf(number)), whole: false };
    rows[number].row.dataset.number = number;
  }
  return rows[number].row;
}

function draw() {
  const places = shown();
  if (!places.includes(place)) place = places.find((number) => number > place) ?? places.at(-1) ?? 0;
  showRows(list, places.map(rowOf));
  document.getElementById("empty").hidden = places.length > 0;
  const counts = { open: 0, accepted: 0, rejected: 0 };
  for (const decision of state.decisions) counts[decision.state]++;
  for (const [name, number] of Object.entries(counts)) document.getElementById(name).textContent = number;
  document.getElementById("all").textContent = candidates.length;
  const bar = document.getElementById("bar");
  bar.max = candidates.length || 1;
  bar.value = candidates.length - counts.open;
  document.getElementById("count").textContent =
    gettext("{judged} of {all} judged", { judged: candidates.length - counts.open, all: candidates.length }) + " · " +
    ngettext("{n} term to save", "{n} terms to save", termsOf(state.decisions, state.domain).length);
  for (const input of document.getElementsByName("filter")) input.checked = input.value === filter;
  domain.value = state.domain;
}

function look() {
  if (!shown().includes(place)) return;
  const row = rowOf(place);
  if (!rows[place].whole) {
    row.append(element("div", { class: "more" }, fieldsOf(place), alternativesOf(place), contextsOf(place)));
    rows[place].whole = true;
  }
  lookAt(row);
}

function change(after, says) {
  past.push(state);
  state = after;
  remember(memory, state);
  draw();
  say(says);
}

function decide(number, decision, says) {
  const decisions = state.decisions.with(number, decision);
  place = number;
  change({ ...state, decisions }, says);
  look();
}

function act(action) {
  if (action.key === "z") {
    if (!past.length) return say(gettext("Nothing to undo here."));
    const gone = state;
    state = past.pop();
    const changed = state.decisions.findIndex((decision, number) => decision !== gone.decisions[number]);
    if (changed >= 0) {
      place = changed;
      if (filter !== "all" && state.decisions[place].state !== filter) filter = "all";
    }
    remember(memory, state);
    draw();
    look();
    return say(action.says);
  }
  if (!shown().includes(place)) return say(gettext("Nothing to {do} here.", { do: action.name }));
  const number = place;
  const after = action.does(state.decisions[number]);
  if (action.key === "Enter" && !termOf(after, "")) {
    const lacksTarget = Boolean(bare(after.source));
    field(lacksTarget ? "target" : "source");
    return say(
      lacksTarget ? gettext("A term needs its translation: write it first.") : gettext("A term needs its source term: write it first."),
    );
  }
  const next = action.goesOn ? neighbour(1) : number;
  decide(number, after, "");
  if (action.goesOn) place = shown().includes(next) ? next : place;
  look();
  const open = state.decisions.filter((decision) => decision.state === "open").length;
  say(action.says + " " + (open ? gettext("{n} left to judge.", { n: open }) : gettext("All judged: save the terms.")));
}

function field(name) {
  look();
  const input = rowOf(place).querySelector("[data-field=" + name + "]");
  input?.focus();
  input?.select?.();
}

function save(ending) {
  const stem = data.name.replace(/\.[^.]*$/, "");
  if (ending === "rejected") {
    download(stem + ".rejected.tsv", "text/tab-separated-values", rejectedTableOf(data, state.decisions, candidates));
    return say(gettext("Saved as {name}: give it with --without the next time.", { name: stem + ".rejected.tsv" }));
  }
  const terms = termsOf(state.decisions, state.domain);
  const name = stem + ".terms." + ending;
  if (ending === "tbx") download(name, "application/xml", tbxOf(data, terms));
  else download(name, "text/tab-separated-values", termTableOf(data, terms));
  say(ngettext("{n} term saved as {name}.", "{n} terms saved as {name}.", terms.length, { name }));
}

list.addEventListener("keydown", (event) => {
  if (event.target.matches("input, select")) {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    if (event.key === "Escape" && event.target.matches("input")) event.target.value = state.decisions[place][event.target.dataset.field];
    event.preventDefault();
    event.target.blur();
    return look();
  }
  const modified = event.ctrlKey || event.metaKey;
  if (event.altKey || event.target.matches("button") || (modified && event.key !== "z")) return;
  const action = ACTIONS.find(({ key }) => key === event.key);
  const alternative = candidates[place]?.alternatives[Number(event.key) - 1];
  const move = MOVES[event.key];
  if (!action && !move && !alternative && !FIELDS[event.key]) return;
  event.preventDefault();
  if (action) return act(action);
  if (alternative) return chooseTranslation(place, alternative[0]);
  if (FIELDS[event.key]) return field(FIELDS[event.key]);
  place = move() ?? place;
  look();
});

list.addEventListener("click", (event) => {
  const row = event.target.closest(".term");
  if (!row || event.target.closest(".more") || getSelection().type === "Range") return;
  place = Number(row.dataset.number);
  look();
});

for (const input of document.getElementsByName("filter")) {
  input.addEventListener("change", () => {
    filter = input.value;
    draw();
    look();
    input.focus();
  });
}
for (const control of [words, order]) {
  control.addEventListener("input", () => {
    draw();
    look();
    control.focus();
  });
}
domain.addEventListener("change", () => change({ ...state, domain: domain.value }, gettext("Domain set.")));
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && !event.target.matches("input")) {
    event.preventDefault();
    words.focus();
  }
});

showActions(ACTIONS, act);
showKeys(
  [["1", "2", "…"], gettext("choose a translation")], [["e"], gettext("edit it")], [["s"], gettext("source term")], [["a"], gettext("also admitted")],
  [["d"], gettext("domain")], [["↑", "↓"], gettext("move")], [["/"], gettext("find")],
);
document.getElementById("tsv").addEventListener("click", () => save("tsv"));
document.getElementById("tbx").addEventListener("click", () => save("tbx"));
document.getElementById("without").addEventListener("click", () => save("rejected"));
document.getElementById("names").textContent = data.source + " → " + data.target;
document.getElementById("domains").append(...data.domains.map((value) => element("option", { value })));

state = begun(memory, state, past);
draw();
look();
