// Filters the findings, moves from one to the next, and remembers which are done. The page itself is complete without.
"use strict";

const draft = document.getElementById("draft").textContent;
const findings = [...document.querySelectorAll(".finding")];
const segments = [...document.querySelectorAll(".segment")];
const levels = [...document.querySelectorAll("input[name=level]")];
const every = document.getElementById("every");
const check = document.getElementById("check");
const memory = "tmtool findings " + JSON.parse(draft).key;
let done = new Set();
let current = null;

const shown = () => findings.filter((finding) => !finding.hidden);

function filter() {
  const wanted = new Set(levels.filter((input) => input.checked).map((input) => input.value));
  for (const finding of findings) {
    finding.hidden = !wanted.has(finding.dataset.level) || (check.value !== "" && check.value !== finding.dataset.check);
  }
  for (const mark of document.querySelectorAll("mark")) {
    const visible = mark.dataset.of.split(" ").some((number) => !document.getElementById("f" + number).hidden);
    mark.classList.toggle("plain", !visible);
  }
  for (const segment of segments) {
    segment.hidden = !every.checked && !segment.querySelector(".finding:not([hidden])");
  }
  document.getElementById("empty").hidden = segments.some((segment) => !segment.hidden);
  if (current && current.hidden) go(null);
  tell();
}

function go(finding) {
  if (current) current.removeAttribute("aria-current");
  current = finding;
  if (!finding) return;
  finding.setAttribute("aria-current", "true");
  finding.focus({ preventScroll: true });
  finding.closest(".segment").scrollIntoView({ block: "nearest" });
  finding.scrollIntoView({ block: "nearest" });
  tell();
}

function tell() {
  const visible = shown();
  const left = visible.filter((finding) => !done.has(finding.id)).length;
  const place = current ? visible.indexOf(current) + 1 + " of " : "";
  const ticked = visible.length > left ? ", " + left + " to do" : "";
  document.getElementById("where").textContent = place + visible.length + (visible.length === 1 ? " finding" : " findings") + ticked;
}

function tick(finding) {
  if (!done.delete(finding.id)) done.add(finding.id);
  draw(finding);
  try {
    localStorage.setItem(memory, JSON.stringify([...done]));
  } catch {
    // Nothing is lost but the ticks of this visit.
  }
  tell();
}

function draw(finding) {
  const is = done.has(finding.id);
  finding.classList.toggle("done", is);
  finding.querySelector(".tick").textContent = is ? "✓ done" : "";
}

function recall() {
  try {
    done = new Set(JSON.parse(localStorage.getItem(memory)) ?? []);
  } catch {
    done = new Set();
  }
  findings.forEach(draw);
}

const MOVES = {
  ArrowDown: (visible, place) => visible[place + 1] ?? visible[place],
  ArrowUp: (visible, place) => visible[place < 0 ? 0 : Math.max(place - 1, 0)],
  j: (visible, place) => visible[place + 1] ?? visible[place],
  k: (visible, place) => visible[place < 0 ? 0 : Math.max(place - 1, 0)],
  Home: (visible) => visible[0],
  End: (visible) => visible.at(-1),
};

document.addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey || event.target.closest("select, input")) return;
  const move = MOVES[event.key];
  if (event.key === "Enter" && current) tick(current);
  else if (move && shown().length) go(move(shown(), shown().indexOf(current)));
  else return;
  event.preventDefault();
});
document.addEventListener("click", (event) => {
  const finding = event.target.closest(".finding");
  const mark = event.target.closest("mark");
  if (finding) go(finding);
  else if (mark) go(document.getElementById("f" + mark.dataset.of.split(" ")[0]));
});
for (const input of [...levels, every, check]) input.addEventListener("change", filter);
for (const part of document.querySelectorAll(".filters, .keys")) part.hidden = false;

recall();
filter();
