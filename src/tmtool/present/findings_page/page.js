// Filters the findings, moves from one to the next, and remembers which are done. The page itself is complete without.
"use strict";

const findings = [...document.querySelectorAll(".finding")];
const segments = [...document.querySelectorAll(".segment")];
const levels = [...document.querySelectorAll("input[name=level]")];
const every = document.getElementById("every");
const check = document.getElementById("check");
const memory = memoryOf("findings");
const ACTIONS = [{ key: "Enter", name: gettext("done"), title: gettext("Done, or not yet"), does: tick }];
const done = new Set(recall(memory));

const shown = () => findings.filter((finding) => !finding.hidden);

function filter() {
  const wanted = new Set(levels.filter((input) => input.checked).map((input) => input.value));
  for (const finding of findings) {
    finding.hidden = !wanted.has(finding.dataset.level) || (check.value !== "" && check.value !== finding.dataset.check);
  }
  for (const mark of document.querySelectorAll("mark")) {
    mark.classList.toggle("plain", mark.dataset.of.split(" ").every((number) => document.getElementById("f" + number).hidden));
  }
  for (const segment of segments) {
    segment.hidden = !every.checked && !segment.querySelector(".finding:not([hidden])");
  }
  document.getElementById("empty").hidden = segments.some((segment) => !segment.hidden);
  count();
}

function count() {
  const visible = shown();
  const left = visible.filter((finding) => !done.has(finding.id)).length;
  const place = visible.indexOf(current);
  const of = place < 0 ? "" : gettext("{place} of ", { place: place + 1 });
  const ticked = visible.length > left ? gettext(", {left} to do", { left }) : "";
  document.getElementById("count").textContent = ngettext("{of}{n} finding{ticked}", "{of}{n} findings{ticked}", visible.length, { of, ticked });
}

function go(finding) {
  finding.closest(".segment").scrollIntoView({ block: "nearest" });
  lookAt(finding);
  count();
}

function draw(finding) {
  const is = done.has(finding.id);
  finding.classList.toggle("done", is);
  finding.querySelector(".tick").textContent = is ? gettext("✓ done") : "";
}

function tick() {
  if (!current || current.hidden) return say(gettext("Choose a finding first."));
  if (!done.delete(current.id)) done.add(current.id);
  draw(current);
  remember(memory, [...done]);
  say(done.has(current.id) ? gettext("Done.") : gettext("Not done yet."));
  count();
}

followKeys(ACTIONS, shown, go, "select, input, button");
document.addEventListener("click", (event) => {
  const mark = event.target.closest("mark");
  const of = mark ? mark.dataset.of.split(" ").map((number) => document.getElementById("f" + number)) : [];
  const finding = event.target.closest(".finding") ?? of.find((one) => !one.hidden);
  if (finding && getSelection().type !== "Range") go(finding);
});
for (const input of [...levels, every, check]) input.addEventListener("change", filter);
for (const part of document.querySelectorAll(".filter, footer")) part.hidden = false;

showActions(ACTIONS, (action) => action.does());
showKeys([["↓", "↑"], gettext("next and previous finding")], [["Home", "End"], gettext("first and last")]);
findings.forEach(draw);
filter();
