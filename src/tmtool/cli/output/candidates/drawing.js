// How a proposed term looks: its line, and for the current one its fields, other translations and contexts. What is done
// with them is in page.js.
"use strict";

const STATES = { open: gettext("to judge"), accepted: gettext("✓ accepted"), rejected: gettext("✕ rejected") };

function lineOf(number) {
  const { state: verdict, source, target, also, pos, gender, domain: own } = state.decisions[number];
  const grammar = [pos === "noun" ? "" : pos, gender, own].filter(Boolean).join(" · ");
  const translation = [target || "–", ...also.split("|").map(bare).filter(Boolean)].join(" | ");
  return element(
    "div",
    { class: "line" },
    element("span", { class: "times" }, candidates[number].count + "\u202f×"),
    element("span", { class: "source", lang: data.source, dir: "auto" }, source),
    element("span", {}, element("span", { class: "target", lang: data.target, dir: "auto" }, translation), element("span", { class: "grammar" }, grammar)),
    element("span", { class: "state" }, STATES[verdict]),
  );
}

function fieldOf(number, name, title, language, list_) {
  const input = element("input", { "data-field": name, lang: language, dir: "auto", list: list_, autocomplete: "off" });
  input.value = state.decisions[number][name];
  input.addEventListener("change", () => decide(number, { ...state.decisions[number], [name]: input.value }, gettext("Changed.")));
  return element("label", {}, title, input);
}

function choiceOf(number, name, title, values) {
  const options = values.map(([value, text]) => element("option", { value }, text));
  const select = element("select", { "data-field": name }, ...options);
  select.value = state.decisions[number][name];
  select.addEventListener("change", () => decide(number, { ...state.decisions[number], [name]: select.value }, gettext("Changed.")));
  return element("label", {}, title, select);
}

function fieldsOf(number) {
  return element(
    "div",
    { class: "fields" },
    fieldOf(number, "source", gettext("source term"), data.source),
    fieldOf(number, "target", gettext("translation"), data.target),
    choiceOf(number, "pos", gettext("part of speech"), [
      ["noun", gettext("noun")], ["proper", gettext("proper name")], ["verb", gettext("verb")],
      ["adj", gettext("adjective")], ["adv", gettext("adverb")], ["phrase", gettext("phrase")],
    ]),
    fieldOf(number, "also", gettext("also admitted"), data.target),
    fieldOf(number, "domain", gettext("domain"), "", "domains"),
    choiceOf(number, "gender", gettext("gender"), [["", "–"], ["m", gettext("masculine")], ["f", gettext("feminine")]]),
  );
}

function alternativesOf(number) {
  const { alternatives } = candidates[number];
  const line = element("div", { class: "alternatives" });
  for (const [index, [text, together]] of alternatives.slice(0, 9).entries()) {
    const choose = element("button", { type: "button" }, element("kbd", {}, String(index + 1)), " ", element("bdi", { lang: data.target }, text));
    choose.addEventListener("click", () => chooseTranslation(number, text));
    const admit = element("button", { type: "button", title: gettext("Admit “{text}” with the translation", { text }) }, "+");
    admit.addEventListener("click", () => admitTranslation(number, text));
    line.append(element("span", {}, choose, " ", element("b", {}, together + "\u202f× "), admit));
  }
  return line;
}

function contextsOf(number) {
  const lines = candidates[number].contexts.map(([source, sourceSpan, target, targetSpan]) =>
    element(
      "li",
      {},
      element("span", { lang: data.source, dir: "auto" }, ...marked(source, sourceSpan)),
      element("span", { lang: data.target, dir: "auto" }, ...marked(target, targetSpan)),
    ),
  );
  return element("ol", { class: "contexts", "aria-label": gettext("In context") }, ...lines);
}
