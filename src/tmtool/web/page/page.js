// Makes the page answer while a person types, copy with one key, and go where they came from. What is found is written
// by the server; this only puts it in its place.
"use strict";

const catalogue = JSON.parse(document.getElementById("texts").textContent);
const gettext = (text) => catalogue[text]?.[0] ?? text;
const byId = (id) => document.getElementById(id);
const root = document.documentElement.dataset.root;
const PAUSE = 150;
const FURTHER = 250;
const KEPT = "tmtool history";
const KEYS = "tmtool keys";

const box = byId("q");
const from = byId("from");

for (const one of document.querySelectorAll(".script")) one.hidden = false;

function say(text) {
  byId("message").textContent = text;
}

// What this browser keeps; a browser that keeps nothing is none the worse.
function kept(name, otherwise) {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise;
  } catch {
    return otherwise;
  }
}

function keep(name, value) {
  try {
    localStorage.setItem(name, JSON.stringify(value));
  } catch {
    // Nothing to do: the history ends with the page.
  }
}

// -- Looking up -----------------------------------------------------------------------------------------------------

let asking = null;
let pause = 0;
let asked = box ? new URLSearchParams(location.search).get("q") ?? "" : "";

function address(path) {
  const given = new URLSearchParams();
  for (const [name, value] of new FormData(byId("ask"))) if (value) given.set(name, value);
  return root + path + (given.size ? "?" + given : "");
}

async function piece(path, signal) {
  const answer = await fetch(address(path), { signal });
  return { text: await answer.text(), ok: answer.ok };
}

// Puts what the server has written in its place.
function put(place, html) {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  place.replaceChildren(...parsed.body.childNodes);
  for (const one of place.querySelectorAll(".script")) one.hidden = false;
}

async function ask() {
  clearTimeout(pause);
  asking?.abort();
  const mine = (asking = new AbortController());
  asked = box.value;
  history.replaceState(null, "", address("/"));
  document.title = (box.value || gettext("Look up")) + " – tmtool";
  if (!box.value.trim()) {
    byId("found").replaceChildren();
    byId("lines").replaceChildren();
    say("");
    return;
  }
  byId("answer").classList.add("busy");
  try {
    const found = await piece("/found", mine.signal);
    if (mine !== asking) return;
    put(byId("found"), found.text);
    say(byId("found").querySelector("[data-said]")?.dataset.said ?? "");
    // The units with the phrase cost the server more, and are read by who has stopped typing.
    await new Promise((then) => setTimeout(then, FURTHER));
    if (mine !== asking) return;
    const lines = await piece("/lines", mine.signal);
    if (mine !== asking) return;
    put(byId("lines"), lines.text);
    if (found.ok) remember(box.value);
  } catch (error) {
    if (error.name !== "AbortError") {
      say(gettext("The server does not answer. What was found stays; this page tries again."));
      pause = setTimeout(ask, 5000);
    }
  } finally {
    if (mine === asking) byId("answer").classList.remove("busy");
  }
}

function askSoon(event) {
  clearTimeout(pause);
  pause = setTimeout(ask, event?.inputType === "insertFromPaste" ? 0 : PAUSE);
}

// -- The history of the day, on this device -------------------------------------------------------------------------

const today = () => new Date().toISOString().slice(0, 10);

function history_() {
  const found = kept(KEPT, { day: today(), texts: [] });
  return found.day === today() ? found : { day: today(), texts: [] };
}

let remembering = 0;

// A text is remembered once it has been looked at for a while: not each letter on the way to it.
function remember(text) {
  clearTimeout(remembering);
  remembering = setTimeout(() => {
    const { day, texts } = history_();
    keep(KEPT, { day, texts: [text, ...texts.filter((one) => one !== text)].slice(0, 200) });
    showHistory();
  }, 1500);
}

function showHistory() {
  const rows = history_().texts.map((text) => {
    const link = document.createElement("a");
    link.href = root + "/?" + new URLSearchParams({ q: text });
    link.textContent = text;
    const row = document.createElement("li");
    row.append(link);
    return row;
  });
  byId("history").querySelector("ol").replaceChildren(...rows);
}

// -- Choosing and copying -------------------------------------------------------------------------------------------

const rows = () => [...document.querySelectorAll("li.match, li.line, li.finding, li.proposal")];
const chosen = () => document.querySelector("main li[aria-current=true][tabindex]");

function choose(row) {
  chosen()?.removeAttribute("aria-current");
  if (!row) return;
  row.setAttribute("aria-current", "true");
  row.focus();
  row.scrollIntoView({ block: "nearest" });
}

function step(by) {
  const every = rows();
  const now = every.indexOf(chosen());
  choose(every[now < 0 ? 0 : Math.min(Math.max(now + by, 0), every.length - 1)]);
}

async function copy(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    // Not over plain HTTP from another machine.
    const area = document.createElement("textarea");
    area.value = text;
    document.body.append(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  say(gettext("Copied:") + " " + text);
}

function copyRow(row) {
  const target = row?.querySelector(".target");
  if (target) copy(target.textContent);
}

const copyNumber = (number) => copyRow(document.querySelectorAll("li.match")[number - 1]);

function copyTerm() {
  const term = document.querySelector(".term .wanted b");
  if (term) copy(term.textContent);
}

// -- A draft and its findings --------------------------------------------------------------------------------------

const draft = byId("draft");

// Does what a form of a finding asks for, and goes on with the one that is in its place then.
async function act(form, button) {
  const every = rows();
  const place = Math.max(0, every.indexOf(form.closest("li.finding") ?? chosen()));
  const given = new FormData(form);
  given.set("do", button.value);
  draft.classList.add("busy");
  try {
    const answer = await fetch(form.action + "?piece=1", { method: "POST", body: new URLSearchParams(given) });
    put(draft, await answer.text());
  } catch {
    return say(gettext("The server does not answer. Nothing was done."));
  } finally {
    draft.classList.remove("busy");
  }
  const left = rows();
  if (left.length) choose(left[Math.min(place, left.length - 1)]);
  say(draft.querySelector(".problem")?.textContent ?? draft.querySelector("[data-said]")?.dataset.said ?? "");
}

// Presses a button of the chosen finding, or of the whole draft.
function pressButton(name) {
  const button = (name === "undo" ? draft : chosen())?.querySelector(`button[value="${name}"]`);
  button?.form.requestSubmit(button);
}

const draftKeys = {
  r: () => pressButton("repair"),
  s: () => pressButton("settle"),
  u: () => pressButton("undo"),
  w: () => chosen()?.querySelector("input[name=reason]")?.focus(),
};

// A file that is dropped or pasted anywhere goes where it is, else into the last field.
const fields = [...document.querySelectorAll("input[type=file]")];

function take(event, files) {
  if (!files?.length) return;
  event.preventDefault();
  const field = event.target.closest?.("p")?.querySelector("input[type=file]") ?? fields.at(-1);
  const details = field.closest("details");
  if (details) details.open = true;
  field.files = files;
  field.focus();
  say(files[0].name);
}

if (fields.length) {
  document.addEventListener("dragover", (event) => event.preventDefault());
  document.addEventListener("drop", (event) => take(event, event.dataTransfer?.files));
  document.addEventListener("paste", (event) => take(event, event.clipboardData?.files));
}

// -- The unit in its document ---------------------------------------------------------------------------------------

async function open_(link) {
  const url = new URL(link, location.href);
  url.searchParams.set("piece", "1");
  const answer = await fetch(url);
  put(byId("unit-body"), await answer.text());
  byId("unit").showModal();
  byId("unit-body").querySelector(".own")?.scrollIntoView({ block: "center" });
}

// -- Keys -----------------------------------------------------------------------------------------------------------

const plainKeys = {
  "/": () => toBox(),
  j: () => step(1),
  k: () => step(-1),
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  c: () => copyRow(chosen() ?? document.querySelector("li.match")),
  t: copyTerm,
  x: turn,
  "?": () => byId("keys").showModal(),
};

function toBox() {
  box?.focus();
  box?.select();
}

function turn() {
  if (!from) return;
  const pair = [...from.options].map((one) => one.value).filter(Boolean);
  const shown = document.querySelector("[data-from]")?.dataset;
  const now = from.value || shown?.from;
  const into = byId("into");
  if (into && shown) {
    from.value = shown.into;
    into.value = shown.from;
  } else from.value = pair.find((one) => one !== now) ?? "";
  ask();
}

function press(event) {
  if (event.ctrlKey || event.metaKey || document.querySelector("dialog[open]")) return;
  const writing = event.target.matches("input:not([type=checkbox]):not([type=file]), textarea, select");
  const digit = /^Digit([1-9])$/.exec(event.code)?.[1] ?? (/^[1-9]$/.test(event.key) ? event.key : "");
  if (event.key === "Escape" && event.target.matches("input[name=reason]")) choose(event.target.closest("li"));
  else if (event.altKey && event.code === "KeyS") toBox();
  else if (event.altKey && digit) copyNumber(digit);
  else if (event.altKey) return;
  else if (event.key === "Escape" && event.target === box) {
    box.value = "";
    ask();
  } else if (event.target === box && event.key === "ArrowDown") step(1);
  else if (writing || !kept(KEYS, true)) return;
  else if (digit) copyNumber(digit);
  else if (event.key === "Enter" && event.target.matches("li[data-unit]")) open_(event.target.querySelector("a.origin").href);
  else if (draft && draftKeys[event.key]) draftKeys[event.key]();
  else if (plainKeys[event.key]) plainKeys[event.key]();
  else return;
  event.preventDefault();
}

document.addEventListener("keydown", press);
draft?.addEventListener("submit", (event) => {
  event.preventDefault();
  act(event.target, event.submitter);
});
document.addEventListener("click", (event) => {
  const button = event.target.closest("button.copy");
  const link = event.target.closest("li[data-unit] a.origin");
  if (button) copyRow(button.closest("li"));
  else if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
    event.preventDefault();
    open_(link.href);
  }
});

byId("keys-button").addEventListener("click", () => byId("keys").showModal());
byId("keys-on").checked = kept(KEYS, true);
byId("keys-on").addEventListener("change", (event) => keep(KEYS, event.target.checked));

if (box) {
  byId("ask").addEventListener("submit", (event) => {
    event.preventDefault();
    if (box.value !== asked || !byId("found").childElementCount) ask();
  });
  box.addEventListener("input", askSoon);
  for (const one of byId("ask").querySelectorAll("select, .filters input")) one.addEventListener("change", ask);
  byId("forget").addEventListener("click", () => {
    keep(KEPT, { day: today(), texts: [] });
    showHistory();
    say(gettext("The history is erased."));
  });
  showHistory();
  if (box.value) remember(box.value);
  box.setSelectionRange(box.value.length, box.value.length);
} else {
  const said = document.querySelector("[data-said]");
  if (said) {
    say(said.dataset.said);
    if (said.matches(".findings")) said.scrollIntoView({ block: "start" });
  }
}
