// What a person decides about the proposed terms, and the files made of it: a term table and TBX such as `tmtool import`
// reads, and the rejected ones for `tmtool terms extract --without`.
//
// A decision: {state: "open", "accepted" or "rejected", source, target, also: further translations parted by " | ",
// pos, gender, domain}.
"use strict";

function firstDecisions(candidates) {
  return candidates.map(({ source, target, gender }) => ({
    state: "open", source, target, also: "", pos: "noun", gender, domain: "",
  }));
}

const bare = (text) => text.replace(/\s+/g, " ").trim();

// What is saved of a decision; null for one that is no term in two languages.
function termOf(decision, domain) {
  const [source, target] = [bare(decision.source), bare(decision.target)];
  if (decision.state !== "accepted" || !source || !target) return null;
  const also = decision.also.split("|").map(bare).filter((text) => text && text !== target);
  return { ...decision, source, target, also: [...new Set(also)], domain: bare(decision.domain) || bare(domain) };
}

function termsOf(decisions, domain) {
  return decisions.map((decision) => termOf(decision, domain)).filter(Boolean);
}

function termTableOf({ source, target }, terms) {
  const head = [source, target, target + "_admitted", "pos", "gender", "domain"];
  const rows = terms.map((term) => [term.source, term.target, term.also.join(" | "), term.pos, term.gender, term.domain]);
  return tableOf([head, ...rows]);
}

// Those rejected before come first: the file takes the place of the one that was given.
function rejectedTableOf({ source, target, rejected }, decisions, candidates) {
  const now = candidates.filter((_, place) => decisions[place].state === "rejected");
  const rows = [...rejected, ...now.map((candidate) => [candidate.source, candidate.target])];
  return tableOf([[source, target], ...rows]);
}

// ISO 30042:2019, TBX-Basic in DCA style.
function tbxOf({ source, target, name }, terms) {
  const PARTS = { noun: "noun", verb: "verb", adj: "adjective", adv: "adverb" };
  const GENDERS = { m: "masculine", f: "feminine", n: "neuter" };
  const note = (type, value) => (value ? '<termNote type="' + type + '">' + value + "</termNote>" : "");
  const section = (text, term, status, gender) =>
    "<termSec><term>" + xmlOf(text) + "</term>" + note("partOfSpeech", PARTS[term.pos]) +
    note("grammaticalGender", GENDERS[gender]) + note("administrativeStatus", status + "-admn-sts") + "</termSec>";
  const entry = (term, index) =>
    '<conceptEntry id="c' + (index + 1) + '">' +
    (term.domain ? '<descrip type="subjectField">' + xmlOf(term.domain) + "</descrip>" : "") +
    '<langSec xml:lang="' + xmlOf(source) + '">' + section(term.source, term, "preferredTerm", "") + "</langSec>" +
    '<langSec xml:lang="' + xmlOf(target) + '">' + section(term.target, term, "preferredTerm", term.gender) +
    term.also.map((text) => section(text, term, "admittedTerm", "")).join("") + "</langSec></conceptEntry>\n";
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    '<tbx xmlns="urn:iso:std:iso:30042:ed-2" style="dca" type="TBX-Basic" xml:lang="' + xmlOf(source) + '">\n' +
    "<tbxHeader><fileDesc><sourceDesc><p>" + xmlOf(name) + "</p></sourceDesc></fileDesc></tbxHeader>\n" +
    "<text><body>\n" + terms.map(entry).join("") + "</body></text>\n</tbx>\n"
  );
}
