// What can be done to the groups of an alignment. A group is never changed: each operation takes the list of
// groups and a place in it, and gives the new list and the place to look at next, or null where there is nothing to do.
//
// A group: {source, target: segment numbers from 0, confidence: 0 to 1 or null once a person has regrouped it,
// state: "sure" (taken unseen), "open", "accepted" or "none" (no translation), doubtful: shown for review,
// run: number of the block of doubtful groups that it was in at first, 0 for none}.
"use strict";

const LONG_RUN = 3; // so many doubtful groups in a row are one problem, such as a missing passage

function firstGroups(beads, sure) {
  const groups = beads.map(([source, target, confidence]) => {
    const doubtful = confidence < sure || !source.length || !target.length;
    return { source, target, confidence, state: doubtful ? "open" : "sure", doubtful, run: 0 };
  });
  let run = 0;
  for (let start = 0; start < groups.length; start++) {
    let end = start;
    while (end < groups.length && groups[end].doubtful) end++;
    if (end - start >= LONG_RUN) {
      run++;
      for (let place = start; place < end; place++) groups[place].run = run;
    }
    start = end;
  }
  return groups;
}

const twoSided = (group) => group.source.length > 0 && group.target.length > 0;
const isEmpty = (group) => group.source.length + group.target.length === 0;
const ascending = (numbers) => [...numbers].sort((one, other) => one - other);

function regrouped(source, target, run) {
  return { source: ascending(source), target: ascending(target), confidence: null, state: "open", doubtful: true, run };
}

function replaced(groups, place, count, ...others) {
  const kept = others.filter((group) => !isEmpty(group));
  return { groups: [...groups.slice(0, place), ...kept, ...groups.slice(place + count)], place };
}

function nextOpen(groups, place) {
  const after = groups.findIndex((group, index) => index > place && group.state === "open");
  return after >= 0 ? after : groups.findIndex((group) => group.state === "open");
}

function worstOpen(groups) {
  const doubt = (group) => (group.state === "open" ? (group.confidence ?? 1) : 2);
  const worst = groups.reduce((best, group, place) => (doubt(group) < doubt(groups[best]) ? place : best), 0);
  return groups.length && groups[worst].state === "open" ? worst : -1;
}

function settled(groups, place, state) {
  const result = replaced(groups, place, 1, { ...groups[place], state });
  const next = nextOpen(result.groups, place);
  return { groups: result.groups, place: next >= 0 ? next : place };
}

function accept(groups, place) {
  return settled(groups, place, twoSided(groups[place]) ? "accepted" : "none");
}

function setAside(groups, place) {
  return settled(groups, place, "none");
}

function merge(groups, place) {
  const [one, other] = groups.slice(place, place + 2);
  if (!other) return null;
  const both = regrouped([...one.source, ...other.source], [...one.target, ...other.target], one.run || other.run);
  return replaced(groups, place, 2, both);
}

// The first segment of each side stays, the rest goes below; a group of one and one is parted into its sides.
function split(groups, place) {
  const { source, target, run } = groups[place];
  if (source.length + target.length < 2) return null;
  if (source.length === 1 && target.length === 1) {
    return replaced(groups, place, 1, regrouped(source, [], run), regrouped([], target, run));
  }
  const above = regrouped(source.slice(0, 1), target.slice(0, 1), run);
  return replaced(groups, place, 1, above, regrouped(source.slice(1), target.slice(1), run));
}

// The last segment of the translation goes to the group below.
function shiftDown(groups, place) {
  const { source, target, run } = groups[place];
  if (!target.length) return null;
  const below = groups[place + 1] ?? { source: [], target: [], run };
  const others = [
    regrouped(source, target.slice(0, -1), run),
    regrouped(below.source, [...target.slice(-1), ...below.target], below.run),
  ];
  return replaced(groups, place, 2, ...others);
}

// The first segment of the translation in a group below comes here.
function shiftUp(groups, place) {
  const giver = groups.findIndex((group, index) => index > place && group.target.length > 0);
  if (giver < 0) return null;
  const { source, target, run } = groups[giver];
  const here = regrouped(groups[place].source, [...groups[place].target, target[0]], groups[place].run);
  const between = groups.slice(place + 1, giver);
  return replaced(groups, place, giver - place + 1, here, ...between, regrouped(source, target.slice(1), run));
}

function block(groups, place) {
  const run = groups[place]?.run;
  if (!run) return null;
  const inside = (group) => group?.run === run;
  let [start, end] = [place, place + 1];
  while (inside(groups[start - 1])) start--;
  while (inside(groups[end])) end++;
  return { start, end };
}

function mergeBlock(groups, place) {
  const found = block(groups, place);
  if (!found || found.end - found.start < 2) return null;
  const parts = groups.slice(found.start, found.end);
  const whole = regrouped(parts.flatMap((group) => group.source), parts.flatMap((group) => group.target), 0);
  return replaced(groups, found.start, parts.length, whole);
}

function setBlockAside(groups, place) {
  const found = block(groups, place);
  if (!found) return null;
  const aside = groups
    .slice(found.start, found.end)
    .map((group) => (group.state === "open" ? { ...group, state: "none" } : group));
  const result = replaced(groups, found.start, aside.length, ...aside);
  const next = nextOpen(result.groups, found.end - 1);
  return { groups: result.groups, place: next >= 0 ? next : place };
}
