// Pairs of characters as words: the twin of pairs.py. Read by Node and by the page.
function termsOfText(folded) {
  return folded.split("·").flatMap((run) => {
    const units = Array.from(run);
    return units.map((unit, at) => unit + (units[at + 1] || ""));
  });
}

function termsOfWords(words) {
  const terms = words.join("·").split("·").flatMap((run) => {
    const units = Array.from(run);
    return units.length === 1 ? units : units.slice(1).map((unit, at) => units[at] + unit);
  });
  return Array.from(new Set(terms));
}

// What MiniSearch needs to know when it builds an index and when it loads one.
const MINISEARCH_OPTIONS = {
  idField: "key",
  fields: ["title", "enterprise", "names", "text"],
  storeFields: ["title", "enterprise"],
  tokenize: termsOfText,
  processTerm: (term) => term,
};
const MINISEARCH_QUERY = {
  tokenize: (joined) => termsOfWords([joined]),
  processTerm: (term) => term,
  combineWith: "AND",
  prefix: (term) => Array.from(term).length === 1, // one character begins some pair
  boost: { title: 20, enterprise: 20, names: 3 },
};

if (typeof module !== "undefined") module.exports = { MINISEARCH_OPTIONS };
