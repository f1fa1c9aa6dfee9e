// What all pages share: the data, elements whose text is only ever set as text, remarks, work kept by the browser,
// and files to save.
"use strict";

const data = JSON.parse(document.getElementById("data").textContent);
const catalogue = JSON.parse(document.getElementById("texts").textContent);
const plurals = new Intl.PluralRules(document.documentElement.lang);

// A text in the reader's language, its {names} replaced by the values.
function gettext(template, values = {}) {
  return filled(catalogue[template]?.[0] ?? template, values);
}

// The same for a number, which is {n}.
function ngettext(one, several, n, values = {}) {
  const form = plurals.select(n) === "one" ? 0 : 1;
  return filled(catalogue[one]?.[form] ?? [one, several][form], { n, ...values });
}

const filled = (template, values) => template.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? values[name] : whole));

function element(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) if (value !== undefined) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

// What a search looks at: neither accents nor capitals count.
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// A text with a stretch of it marked, whose offsets count code points.
function marked(text, span) {
  if (!span) return [text];
  const letters = [...text];
  const slice = (start, end) => letters.slice(start, end).join("");
  return [slice(0, span[0]), element("mark", {}, slice(...span)), slice(span[1])];
}

function say(text) {
  document.getElementById("message").textContent = text;
}

// The name under which the browser keeps what was done on this very page.
function memoryOf(kind) {
  const text = document.getElementById("data").textContent;
  let sum = 0;
  for (let place = 0; place < text.length; place++) sum = (Math.imul(sum, 31) + text.charCodeAt(place)) | 0;
  return "tmtool " + kind + " " + sum + " " + text.length;
}

// Work in progress is kept by the browser, so that a closed window loses nothing.
function remember(memory, work) {
  try {
    localStorage.setItem(memory, JSON.stringify(work));
    window.onbeforeunload = null;
  } catch {
    window.onbeforeunload = (event) => event.preventDefault();
  }
}

function recall(memory) {
  try {
    // Chromium gives a file a store that forgets if it is asked for one before it knows that the page has come; asked
    // for cookies, it answers when it knows.
    void document.cookie;
    return JSON.parse(localStorage.getItem(memory));
  } catch {
    say(gettext("This browser keeps nothing: save before you close the page."));
    return null;
  }
}

// The state to begin with: the work that was kept of this page, one undo away from the first state, or the first state.
function begun(memory, first, past) {
  const kept = recall(memory);
  if (!kept) return first;
  past.push(first);
  say(gettext("Your earlier work on this page is back; press z for a fresh start."));
  return kept;
}

// What a key is called on the keyboard of the reader.
function keyName(key) {
  return { Enter: gettext("Enter"), Home: gettext("Home"), End: gettext("End") }[key] ?? key;
}

// A button for each action, named by its key.
function showActions(actions, act) {
  for (const action of actions) {
    const button = element("button", { type: "button", title: action.title }, element("kbd", {}, keyName(action.key)), " " + action.name);
    button.addEventListener("click", () => act(action));
    document.getElementById("keys").append(button);
  }
}

function showKeys(...lines) {
  for (const [keys, does] of lines) {
    const names = keys.flatMap((key) => [element("kbd", {}, keyName(key)), " "]);
    document.getElementById("keys").append(element("span", {}, ...names, does));
  }
}

// Makes these rows the content of a list; those that are there already stay, so that a long list is not laid out anew.
function showRows(list, rows) {
  const wanted = new Set(rows);
  for (const row of [...list.children]) if (!wanted.has(row)) row.remove();
  rows.forEach((row, place) => {
    if (list.children[place] !== row) list.insertBefore(row, list.children[place] ?? null);
  });
}

// The row that has the keyboard: the only one that Tab reaches.
let current = null;

function lookAt(row) {
  // The last one may not be drawn now.
  current?.removeAttribute("aria-current");
  if (current) current.tabIndex = -1;
  current = row;
  row.tabIndex = 0;
  row.setAttribute("aria-current", "true");
  row.focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
}

// From one of the rows shown to another, by key.
const ROW_MOVES = {
  ArrowDown: (visible, place) => visible[Math.min(place + 1, visible.length - 1)],
  ArrowUp: (visible, place) => visible[Math.max(place - 1, 0)],
  j: (visible, place) => visible[Math.min(place + 1, visible.length - 1)],
  k: (visible, place) => visible[Math.max(place - 1, 0)],
  Home: (visible) => visible[0],
  End: (visible) => visible.at(-1),
};

// Keys act, or go to another row, unless they are pressed `elsewhere`, a selector.
function followKeys(actions, shown, go, elsewhere) {
  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest(elsewhere)) return;
    const action = actions.find(({ key }) => key === event.key);
    const move = ROW_MOVES[event.key];
    if (!action && !(move && shown().length)) return;
    event.preventDefault();
    if (action) action.does();
    else go(move(shown(), shown().indexOf(current)));
  });
}

function tableOf(rows) {
  const cell = (text) => text.replace(/[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+/g, " ").replace(/^ +| +$/g, "");
  return rows.map((row) => row.map(cell).join("\t") + "\n").join("");
}

function xmlOf(text) {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"]/g, (mark) => "&#" + mark.charCodeAt(0) + ";");
}

function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
