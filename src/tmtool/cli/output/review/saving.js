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
  const cell = (text) => text.replace(/[\t\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+/g, " ").replace(/^ +| +$/g, "");
  const { source, target, document, date } = alignment;
  const head = ["id", source.language, target.language, "document", "date", "status", "context", "note"];
  const rows = units.map((unit) => ["", unit.source, unit.target, document, date, unit.status, "", ""]);
  return [head, ...rows].map((row) => row.map(cell).join("\t") + "\n").join("");
}

function tmxOf(alignment, units) {
  const { source, target, document, date, version } = alignment;
  const xml = (text) =>
    text
      .toWellFormed()
      .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
      .replace(/[&<>"]/g, (mark) => "&#" + mark.charCodeAt(0) + ";");
  const prop = (type, value) => (value ? '<prop type="' + type + '">' + xml(value) + "</prop>" : "");
  const tuv = (language, text) => '<tuv xml:lang="' + xml(language) + '"><seg>' + xml(text) + "</seg></tuv>";
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
    '<header creationtool="tmtool" creationtoolversion="' + xml(version) + '" segtype="sentence" o-tmf="tmtool"' +
    ' adminlang="en" srclang="' + xml(source.language) + '" datatype="plaintext"/>\n' +
    "<body>\n" + tus.join("") + "</body>\n</tmx>\n"
  );
}

function download(name, type, text) {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}
