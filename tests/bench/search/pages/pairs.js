// Pairs of characters as words: the twin of pairs.py. Read by Node and by the page.

// MiniSearch keeps its words in a tree and looks at all branches of a node one after the other. As
// four hexadecimal digits a character a node has at most sixteen, else it has thousands.
function digits(text) {
  let written = "";
  for (let at = 0; at < text.length; at++) written += (text.charCodeAt(at) + 65536).toString(16).slice(1);
  return written;
}

function termsOfText(folded) {
  return folded.split("·").flatMap((run) =>
    Array.from({ length: run.length }, (_, at) => digits(run.substr(at, 2))));
}

function termsOfWords(words) {
  const terms = words.join("·").split("·").flatMap((run) => {
    if (run.length === 1) return [digits(run)];
    return Array.from({ length: run.length - 1 }, (_, at) => digits(run.substr(at, 2)));
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
  prefix: (term) => term.length === 4, // one character begins some pair
  boost: { title: 20, enterprise: 20, names: 3 },
};

if (typeof module !== "undefined") module.exports = { MINISEARCH_OPTIONS };
