// The files that the page gives: the sure and the accepted groups as TSV or TMX, such as `tmtool import` reads and
// `tmtool align -o` writes.
"use strict";

function textOf(side, numbers) {
  return numbers.map((number) => side.texts[number].trim()).filter(Boolean).join(" ");
}

function unitsOf(alignment, groups) {
  return groups
    .filter((group) => (group.state === "sure" || group.state === "accepted") && twoSided(group))
    .map((group) => ({
      source: textOf(alignment.source, group.source),
      target: textOf(alignment.target, group.target),
      status: group.state === "accepted" ? "approved" : "translated",
      confidence: group.state === "sure" ? group.confidence : null,
    }))
    .filter((unit) => unit.source && unit.target);
}

function tsvOf(alignment, units) {
  const { source, target, document, date } = alignment;
  const head = ["id", source.language, target.language, "document", "date", "status", "context", "note"];
  const rows = units.map((unit) => ["", unit.source, unit.target, document, date, unit.status, "", ""]);
  return tableOf([head, ...rows]);
}

function tmxOf(alignment, units) {
  const { source, target, document, date, version } = alignment;
  const prop = (type, value) => (value ? '<prop type="' + type + '">' + xmlOf(value) + "</prop>" : "");
  const tuv = (language, text) => '<tuv xml:lang="' + xmlOf(language) + '"><seg>' + xmlOf(text) + "</seg></tuv>";
  const tus = units.map(
    (unit, index) =>
      "<tu>" +
      prop("x-status", unit.status) +
      prop("x-document", document) +
      prop("x-position", String(index + 1)) +
      prop("x-date", date) +
      prop("confidence", unit.confidence === null ? "" : unit.confidence.toFixed(3)) +
      tuv(source.language, unit.source) +
      tuv(target.language, unit.target) +
      "</tu>\n",
  );
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n' +
    '<header creationtool="tmtool" creationtoolversion="' + xmlOf(version) + '" segtype="sentence" o-tmf="tmtool"' +
    ' adminlang="en" srclang="' + xmlOf(source.language) + '" datatype="plaintext"/>\n' +
    "<body>\n" + tus.join("") + "</body>\n</tmx>\n"
  );
}
