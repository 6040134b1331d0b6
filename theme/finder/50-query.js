// The words of a query, as a reader means them: generator/search/query.py says the rules, and
// tests/search/queries.golden.json holds both to them.

const QUERY_SPACE = "\\s\\0-\\x1f\\x7f-\\x9f";
const QUERY_QUOTE = "\"\\u201c-\\u201f\\u300c-\\u300f\\u301d-\\u301f\\uff02";
const LONGEST_QUERY = 400;
const MOST_WORDS = 32;

// Gives the text and its words {shown, folded, isNot}; any text is a query.
function parseQuery(text) {
  const token = new RegExp(`([${QUERY_SPACE}]*)([-\\u2212\\ufe63\\uff0d]?)(?:[${QUERY_QUOTE}]`
    + `([^${QUERY_QUOTE}]*)[${QUERY_QUOTE}]?|([^${QUERY_SPACE}${QUERY_QUOTE}]+))`, "g");
  const words = [];
  Array.from(text).slice(0, LONGEST_QUERY).join("")
    .replace(/[\ud800-\udfff]/gu, " ") // half a character: no address could carry it
    .replace(token, (all, space, sign, phrase, plain, at) => {
      const shown = (phrase || plain || "").replace(new RegExp(`[${QUERY_SPACE}]+`, "g"), " ").trim();
      const folded = fold(shown);
      const isNot = !!sign && (!!space || !at);
      if (folded && words.length < MOST_WORDS && !words.some((word) => word.folded === folded && word.isNot === isNot)) {
        words.push({ shown, folded, isNot });
      }
    });
  return { text, words };
}
