// Small tools: the page's own words, and what a poster says of a case.

const root = document.querySelector("[data-poster]");
const one = (selector) => document.querySelector(selector);

// The words of the page, with what belongs into their {…}.
function say(key, values) {
  return root.dataset[key].replace(/\{(\w+)\}/g, (whole, name) => (values && name in values ? values[name] : ""));
}

// The case as theme/services/case reads it, with two lines more.
function toldOf(id, item) {
  const library = window.BiaoganCase;
  const facts = ["year", "edition", "level", "area"].map((key) => library.valuesOf(item, say(key)).join(say("comma")));
  const summary = library.textsOf(item.article, "section.abstract p");
  return Object.assign({}, item, {
    id,
    about: facts.filter(Boolean).join(say("beside")),
    summary: (summary.length ? summary : [library.textOf(item.article, ".body > p")]).filter(Boolean).join(" "),
  });
}
